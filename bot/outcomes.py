"""What would an import do, in words? A line for each entry with its differences, and the names found in texts.

The only place that says an outcome, on a command line and in a chat.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from bot.replies import Span, Style
from bot.sentences import sentence_of_problem
from bot.wishes.comparing import difference_lines, summary
from glossary.merging import Added, Changed, Refused, Unchanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.replies import Spans
    from bot.wording import Wording
    from glossary.concept import ConceptId
    from glossary.formats.reading import Proposal
    from glossary.merging import Outcome

_MARKS = {Style.REMOVED: ("[-", "-]"), Style.ADDED: ("{+", "+}")}
"""What stands around a change in plain text; GNU wdiff writes it so."""


def totals(outcomes: Iterable[Outcome], wording: Wording) -> Spans:
    """Count what becomes of the entries."""
    counts = Counter(map(type, outcomes))
    return wording.spans(
        "{added} added, {changed} changed, {unchanged} unchanged, {refused} refused",
        added=counts[Added],
        changed=counts[Changed],
        unchanged=counts[Unchanged],
        refused=counts[Refused],
    )


def line_of(outcome: Outcome, wording: Wording) -> Spans:
    """Say what becomes of an entry, and why it is refused."""
    match outcome:
        case Added(concept):
            return wording.spans("+ {name}", name=concept.headword.text)
        case Changed(before, after):
            return wording.spans("~ {name}: {what}", name=after.headword.text, what=summary(before, after, wording))
        case Refused(concept, clashes, problems):
            name = concept.headword.text
            if not clashes:
                why = " ".join(f"{one.field}: {sentence_of_problem(one, wording)}" for one in problems)
                return wording.spans("! {name}: {what}", name=name, what=why)
            names = ", ".join(dict.fromkeys(clash.name for clash in clashes))
            return wording.spans("! {name}: {names} leads to another entry", name=name, names=names)
        case Unchanged(concept):
            return wording.spans("= {name}", name=concept.headword.text)
        case _:
            assert_never(outcome)


def line_of_proposal(name: str, proposal: Proposal, wording: Wording) -> Spans:
    """Say which name a text seems to give an entry, and where it stands."""
    return wording.spans(
        "? {name}: perhaps also {other} ({file}, line {line})",
        name=name,
        other=proposal.label.text,
        file=proposal.file,
        line=proposal.line,
    )


def report(outcomes: Iterable[Outcome], wording: Wording, name_of: Callable[[ConceptId], str]) -> Iterator[str]:
    """Say in plain text what becomes of each entry, and below a changed one each difference."""
    for outcome in outcomes:
        yield marked(line_of(outcome, wording))
        if isinstance(outcome, Changed):
            lines = difference_lines(outcome.before, outcome.after, wording, name_of)
            yield from (f"    {marked(line)}" for line in lines)


def marked(spans: Sequence[Span]) -> str:
    """Write spans as plain text on one line, with marks around what goes and what comes."""
    parts = ((*_MARKS.get(span.style, ("", "")), span.text) for span in spans)
    return " ".join("".join(f"{before}{text}{after}" for before, after, text in parts).split())
