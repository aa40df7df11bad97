"""What would a file change? What deserves a look, and all of it as a file, before it is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Bring, Discard
from bot.findings import sentence_of
from bot.languages import headword_for
from bot.outcomes import line_of, line_of_proposal, marked, report, totals
from bot.replies import Attachment, Choice, Choices, Emphasis, Heading, Listing, Note, Prose, Reply, Span
from bot.wording import quoted
from glossary.merging import Added, Changed, Refused, lacking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.keeping import Draft
    from bot.replies import Block, Spans
    from bot.scene import Scene
    from glossary.concept import ConceptId
    from glossary.formats.reading import Finding, Harvest
    from glossary.merging import Outcome

MOST_LINES = 12
"""What a reply says of a file itself; all of it stands in the attachment."""


def preview(draft: Draft, file: str, outcomes: Sequence[Outcome], read: Harvest, scene: Scene) -> Reply:
    """Say what the file would change: the first lines here, everything in the attachment."""
    wording = scene.wording
    lines = [*_notable(outcomes, read, scene)]
    blocks: list[Block] = [
        Heading(wording.spans("What {file} would change", file=quoted(file))),
        Prose(totals(outcomes, wording)),
        *([Listing(tuple(lines[:MOST_LINES]))] if lines else []),
    ]
    if len(lines) > MOST_LINES or any(isinstance(one, Changed) for one in outcomes):
        everything = "\n".join((*_report(outcomes, read, scene), ""))
        blocks += [
            Note(wording.spans("The file below says it for every entry, with each difference.")),
            Attachment("malmoi-import.txt", everything),
        ]
    has_names = any(lacking(read.concepts, outcomes, read.proposals))
    return Reply((*blocks, Choices(_next_steps(draft, outcomes, scene, has_names=has_names))))


def _next_steps(draft: Draft, outcomes: Sequence[Outcome], scene: Scene, *, has_names: bool) -> tuple[Choice, ...]:
    discard = Choice(scene.wording.text("Discard"), Discard(draft.id), Emphasis.DANGER)
    if not any(isinstance(one, Added | Changed) for one in outcomes):
        return (discard,)
    take = Choice(scene.wording.text("Import"), Bring(draft.id), Emphasis.PRIMARY)
    names = Choice(scene.wording.text("Import, and propose the names"), Bring(draft.id, has_names=True))
    return (take, *([names] if has_names else []), discard)


def _notable(outcomes: Sequence[Outcome], read: Harvest, scene: Scene) -> list[Spans]:
    """Gather what deserves a look first: what is refused, what was found wrong, what changes, then the rest."""
    refused, changed, added = (
        [line_of(one, scene.wording) for one in outcomes if isinstance(one, kind)] for kind in (Refused, Changed, Added)
    )
    found = [(Span(finding_line(one, scene)),) for one in read.findings]
    return [*refused, *found, *_proposal_lines(outcomes, read, scene), *changed, *added]


def _report(outcomes: Sequence[Outcome], read: Harvest, scene: Scene) -> list[str]:
    names = {one.id: headword_for(one, scene.reader).text for one in scene.catalogue}

    def name_of(concept: ConceptId) -> str:
        return names.get(concept, concept)

    return [
        *(finding_line(one, scene) for one in read.findings),
        *report(outcomes, scene.wording, name_of),
        *(marked(line) for line in _proposal_lines(outcomes, read, scene)),
    ]


def finding_line(finding: Finding, scene: Scene) -> str:
    """Say what was found, and where."""
    return f"{finding.file}:{finding.line}: {sentence_of(finding, scene.wording)}"


def _proposal_lines(outcomes: Sequence[Outcome], read: Harvest, scene: Scene) -> list[Spans]:
    found = lacking(read.concepts, outcomes, read.proposals)
    return [line_of_proposal(headword_for(one, scene.reader).text, said, scene.wording) for one, said in found]
