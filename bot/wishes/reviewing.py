"""How does a proposal look? While it waits, with what it would change; and once it was decided, with who did that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Accept, Decline, Show
from bot.keeping import Verdict
from bot.languages import headword_for
from bot.replies import Choice, Choices, Delivery, Emphasis, Heading, Note, Prose, Reply, Span, Style
from bot.scene import in_public
from bot.wishes.comparing import compared
from bot.wishes.people import person
from bot.wording import quoted
from glossary.clashing import clashes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk import Desk
    from bot.keeping import Decision, HistoryEntry, Proposal
    from bot.replies import Block, Spans
    from bot.requests import AccountId
    from bot.scene import Scene

LOOKED_THROUGH = 100
"""Changes of one entry among which the one that a decision made is looked for."""


def waiting(proposal: Proposal, scene: Scene) -> tuple[Block, ...]:
    """Show what a proposal would change, and which of its names lead elsewhere by now."""
    shown = compared(scene.catalogue.get(proposal.edit.concept), proposal.edit.after, scene)
    return (*_introduced(proposal, scene), *shown, *_leading_elsewhere(proposal, scene))


def ways(proposal: Proposal, scene: Scene, *, is_posted: bool = False) -> Choices:
    """Offer the ways to decide a proposal."""
    return Choices(
        (
            Choice(scene.wording.text("Accept"), Accept(proposal.id, is_posted=is_posted), Emphasis.PRIMARY),
            _edited_first(proposal, scene, is_posted=is_posted),
            _turned_down(proposal, scene, is_posted=is_posted),
        )
    )


def _edited_first(proposal: Proposal, scene: Scene, *, is_posted: bool) -> Choice:
    return Choice(scene.wording.text("Edit and accept"), Accept(proposal.id, is_edited=True, is_posted=is_posted))


def _turned_down(proposal: Proposal, scene: Scene, *, is_posted: bool) -> Choice:
    return Choice(scene.wording.text("Decline"), Decline(proposal.id, is_posted), Emphasis.DANGER)


def decided_already(decision: Decision, scene: Scene) -> Reply:
    """Say to whoever comes too late who was first."""
    who = _somebody(decision.curator, scene)
    if decision.verdict is Verdict.ACCEPTED:
        sentence = scene.wording.spans("{who} has accepted this already.", who=who)
    else:
        sentence = scene.wording.spans("{who} has declined this already.", who=who)
    return Reply((Prose(sentence),), is_found=False, delivery=Delivery.IN_PLACE)


async def decided(proposal: Proposal, decision: Decision, scene: Scene, desk: Desk) -> Reply:
    """Show everybody what was decided about a proposal and by whom, where it was shown while it waited."""
    public = in_public(scene)
    who, concept = _somebody(decision.curator, public), proposal.edit.concept
    blocks = list(_introduced(proposal, public))
    if decision.verdict is Verdict.ACCEPTED:
        made = await _made_by(proposal, decision, desk)
        blocks += compared(made.before, made.after, public) if made else ()
        blocks += [Prose(public.wording.spans("{who} has accepted this.", who=who))]
        blocks += [Choices((Choice(public.wording.text("Show the entry"), Show(concept)),))]
    else:
        blocks += compared(public.catalogue.get(concept), proposal.edit.after, public)
        blocks += [Prose(public.wording.spans("{who} has declined this.", who=who))]
    return Reply(tuple(blocks), delivery=Delivery.IN_PLACE)


def overtaken(proposal: Proposal, scene: Scene, *, is_posted: bool) -> Reply:
    """Say that an entry was changed since, and offer to look at it once more: to everybody who was shown it."""
    seen = in_public(scene) if is_posted else scene
    again = Choices((_edited_first(proposal, seen, is_posted=is_posted),))
    sentence = seen.wording.spans("The entry was changed since this was proposed. Look at it once more.")
    if not is_posted:
        return Reply((Prose(sentence), again), is_found=False)
    further = Choices((*again.choices, _turned_down(proposal, seen, is_posted=True)))
    shown = (*waiting(proposal, seen), Note(sentence), further)
    return Reply(shown, is_found=False, delivery=Delivery.IN_PLACE)


async def _made_by(proposal: Proposal, decision: Decision, desk: Desk) -> HistoryEntry | None:
    """Find the change that a decision made: a curator may have edited what was proposed."""
    changes = await desk.store.history(proposal.glossary, proposal.edit.concept, None, LOOKED_THROUGH)
    return next((one for one in changes if (one.at, one.author) == (decision.at, proposal.author)), None)


def _introduced(proposal: Proposal, scene: Scene) -> tuple[Block, ...]:
    """Say who proposes something for which entry, and why."""
    name = Span(name_of(proposal, scene), Style.STRONG)
    heading = scene.wording.spans("{who} proposes for {name}:", who=_somebody(proposal.author, scene), name=name)
    return (Heading(heading), *((Note((Span(proposal.why),)),) if proposal.why else ()))


def _leading_elsewhere(proposal: Proposal, scene: Scene) -> Iterator[Block]:
    """Say which names of what is proposed lead to another entry by now."""
    after = proposal.edit.after
    for clash in clashes(after, scene.catalogue) if after else ():
        other = scene.catalogue.get(clash.concept)
        if clash.is_certain and other is not None:
            name = Span(headword_for(other, scene.reader).text, Style.STRONG)
            yield Note(scene.wording.spans("{typed} leads to {name} already.", typed=quoted(clash.name), name=name))


def name_of(proposal: Proposal, scene: Scene) -> str:
    """Name the entry that a proposal is about."""
    concept = proposal.edit.after or scene.catalogue.get(proposal.edit.concept)
    return headword_for(concept, scene.reader).text if concept else proposal.edit.concept


def author_of(proposal: Proposal, scene: Scene) -> Spans:
    """Show who made a proposal."""
    return _somebody(proposal.author, scene)


def _somebody(account: AccountId | None, scene: Scene) -> Spans:
    """Show somebody, who may wish to be forgotten."""
    return person(account) if account else (Span(scene.wording.text("somebody")),)
