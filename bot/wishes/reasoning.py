"""Why did a lookup end as it did? The readings, what was found, what spoke for it, and the decision, for curators."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.languages import headword_for
from bot.replies import Heading, Listing, Prose, Reply, Span, Style
from bot.wording import quoted
from glossary.explaining import explain
from glossary.lookup import Ambiguous, Answer, NotFound, Query, Suggestions

if TYPE_CHECKING:
    from bot.commands import Why
    from bot.replies import Block, Spans
    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.explaining import Considered, Contribution, Explanation
    from glossary.lookup import Resolution
    from glossary.readings import Reading

MOST_REASONS = 6
"""Features shown of each candidate, the weightiest first; the others hardly counted."""


def why(wish: Why, scene: Scene) -> Reply:
    """Look a term up, and show every step to what came of it."""
    wording = scene.wording
    found = explain(Query(wish.text, scene.reader), scene.catalogue, scene.likelihood)
    blocks: list[Block] = [Heading(_outcome(found.resolution, wish.text, wording))]
    if found.readings:
        blocks += [Prose(wording.spans("Read as:")), Listing(tuple(_reading(one, wording) for one in found.readings))]
    for number, candidate in enumerate(found.candidates, 1):
        blocks += _candidate(candidate, number, scene)
    if found.contributions:
        blocks.append(Prose(wording.spans("What made the first one sure or not:")))
        blocks.append(_reasons(found.contributions))
    blocks.append(Prose(_decision(found, wording)))
    return Reply(tuple(blocks), is_found=isinstance(found.resolution, Answer | Ambiguous))


def _outcome(resolution: Resolution, typed: str, wording: Wording) -> Spans:
    said = quoted(typed)
    match resolution:
        case Answer(match):
            label = Span(match.label.text, Style.STRONG)
            return wording.spans("{typed} is answered with {name}: {how}", typed=said, name=label, how=match.how.value)
        case Ambiguous(matches):
            return wording.spans("{typed} is asked back: {number} meanings", typed=said, number=len(matches))
        case Suggestions(matches):
            return wording.spans("{typed} is only suggested: {number} names", typed=said, number=len(matches))
        case NotFound():
            return wording.spans("{typed} is not found", typed=said)
        case _:
            assert_never(resolution)


def _reading(reading: Reading, wording: Wording) -> Spans:
    means = ", ".join(sorted(one.value for one in reading.means)) or wording.text("as typed")
    text = Span(reading.text, Style.STRONG)
    return wording.spans("{reading} — {means}, cost {cost}", reading=text, means=means, cost=f"{reading.cost:.2f}")


def _candidate(considered: Considered, number: int, scene: Scene) -> tuple[Block, ...]:
    scored = considered.scored
    hit = scored.candidate.hit
    name = Span(headword_for(hit.concept, scene.reader).text, Style.STRONG)
    line = scene.wording.spans(
        "{number}. {name}, by its name “{label}” ({form}): nearness {nearness}",
        number=number,
        name=name,
        label=hit.label.text,
        form=hit.form.name.lower(),
        nearness=f"{scored.nearness:+.2f}",
    )
    return (Prose(line), _reasons(considered.contributions))


def _reasons(contributions: tuple[Contribution, ...]) -> Listing:
    """Show what counted most; the words for a feature are those of the table that is learned."""
    shown = contributions[:MOST_REASONS]
    return Listing(tuple((Span(f"{one.counts:+.2f}", Style.CODE), Span(f" {one.meaning}")) for one in shown))


def _decision(found: Explanation, wording: Wording) -> Spans:
    return wording.spans(
        "Sure by {sureness}; answered from {answer} on, suggested from nearness {suggest} on.",
        sureness=f"{found.sureness:.2f}",
        answer=f"{found.answers_from:.2f}",
        suggest=f"{found.suggests_from:+.2f}",
    )
