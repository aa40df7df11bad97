"""What waits for a curator? Proposals: the queue, one in full, and the decision, which is made once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.access import Role, require
from bot.commands import Accept, Decided, Decline, Review, Show
from bot.desk import notice_to
from bot.keeping import Change, Decision, ProposalId, Revision, Verdict
from bot.keeping import Edit as ConceptEdit
from bot.languages import choose, headword_for
from bot.replies import (
    Choice,
    Choices,
    Delivery,
    Emphasis,
    Form,
    Heading,
    LineField,
    Note,
    Option,
    Options,
    Prose,
    Reply,
    Span,
    Style,
    TextField,
)
from bot.sentences import sentence_of_problem
from bot.wishes.comparing import compared, summary
from bot.wishes.keeping import confirmation
from bot.wishes.people import person
from bot.wishes.writing import said_fields
from bot.wording import quoted
from glossary.clashing import clashes
from glossary.differences import Aspect, Conflict, differences, taken_back
from glossary.editing import defined
from glossary.errors import ChangedMeanwhileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.desk import Desk
    from bot.keeping import Notice, Proposal
    from bot.replies import Block
    from bot.scene import Scene
    from glossary.concept import Concept, LanguageTag

PAGE = 10
LONGEST_REASON = 500
"""Code points."""


async def queue(scene: Scene, desk: Desk) -> Reply:
    """List the proposals that wait, the oldest first."""
    waiting = await desk.store.open_proposals(scene.context.glossary, PAGE)
    if not waiting:
        return Reply((Prose(scene.wording.spans("Nothing waits to be decided.")),))
    return Reply(
        (Heading(scene.wording.spans("Waiting to be decided")), Options(tuple(_option(one, scene) for one in waiting)))
    )


def _option(proposal: Proposal, scene: Scene) -> Option:
    before = scene.catalogue.get(proposal.edit.concept)
    who = person(proposal.author) if proposal.author else (Span(scene.wording.text("somebody")),)
    line = scene.wording.spans("{who}: {what}", who=who, what=summary(before, proposal.edit.after, scene.wording))
    return Option(Choice(_name(proposal, scene), Review(proposal.id)), line)


async def review(wish: Review, scene: Scene, desk: Desk) -> Reply:
    """Show a proposal with what it would change, and the ways to decide it."""
    proposal = await _waiting(wish.proposal, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    before = scene.catalogue.get(proposal.edit.concept)
    name = Span(_name(proposal, scene), Style.STRONG)
    who = person(proposal.author) if proposal.author else (Span(scene.wording.text("somebody")),)
    heading = Heading(scene.wording.spans("{who} proposes for {name}:", who=who, name=name))
    why = (Note((Span(proposal.why),)),) if proposal.why else ()
    steps = (
        Choice(scene.wording.text("Accept"), Accept(proposal.id), Emphasis.PRIMARY),
        Choice(scene.wording.text("Edit and accept"), Accept(proposal.id, is_edited=True)),
        Choice(scene.wording.text("Decline"), Decline(proposal.id), Emphasis.DANGER),
    )
    shown = (*compared(before, proposal.edit.after, scene), *_leading_elsewhere(proposal, scene))
    return Reply((heading, *why, *shown, Choices(steps)))


def _leading_elsewhere(proposal: Proposal, scene: Scene) -> Iterator[Block]:
    """Say which names of what is proposed lead to another entry by now."""
    after = proposal.edit.after
    for clash in clashes(after, scene.catalogue) if after else ():
        other = scene.catalogue.get(clash.concept)
        if clash.is_certain and other is not None:
            name = Span(headword_for(other, scene.reader).text, Style.STRONG)
            yield Note(scene.wording.spans("{typed} leads to {name} already.", typed=quoted(clash.name), name=name))


async def accept(wish: Accept, scene: Scene, desk: Desk) -> Reply | Form:
    """Carry a proposal out, once; to be edited first, its form is opened."""
    proposal = await _waiting(wish.proposal, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    if wish.is_edited and proposal.edit.after is not None:
        return _editing(wish, await _as_of_now(proposal, proposal.edit.after, scene, desk), {}, scene)
    return await _carried_out(proposal, proposal.edit.after, proposal.based_on, scene, desk)


async def accept_edited(wish: Accept, values: Mapping[str, str], scene: Scene, desk: Desk) -> Reply | Form:
    """Take a proposal as the curator has rewritten it; what others changed since stays."""
    proposal = await _waiting(wish.proposal, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    if proposal.edit.after is None:  # to delete it: there is nothing to edit
        return await _carried_out(proposal, None, proposal.based_on, scene, desk)
    after = await _as_of_now(proposal, proposal.edit.after, scene, desk)
    form = _editing(wish, after, values, scene)
    said = {field.key: field.value for field in form.fields if isinstance(field, LineField | TextField)}
    edited = defined(after, language=_language(after, scene), name=said["name"], definition=said["definition"])
    if isinstance(edited, tuple):
        errors = tuple((problem.field, sentence_of_problem(problem, scene.wording)) for problem in edited)
        return replace(form, errors=errors)
    return await _carried_out(proposal, edited, scene.revision, scene, desk)


async def _as_of_now(proposal: Proposal, after: Concept, scene: Scene, desk: Desk) -> Concept:
    """Lay what was proposed over what the concept has become since; where both touched the same, it stands."""
    current = scene.catalogue.get(proposal.edit.concept)
    seen = await desk.store.history(proposal.glossary, proposal.edit.concept, Revision(proposal.based_on + 1), 1)
    base = seen[0].after if seen else None
    laid_over = taken_back(current, after, base)  # from the base to the proposal is the way back from it, reversed
    return after if isinstance(laid_over, Conflict) or laid_over.concept is None else laid_over.concept


async def _carried_out(
    proposal: Proposal, after: Concept | None, based_on: Revision, scene: Scene, desk: Desk
) -> Reply:
    """Commit a proposal; the proposer is told in the same transaction."""
    change = Change(
        proposal.glossary,
        (ConceptEdit(proposal.edit.concept, after),),
        based_on,
        proposal.author,
        scene.now,
        why=proposal.why,
        notices=tuple(_told(proposal, scene)),
        decision=Decision(proposal.id, Verdict.ACCEPTED, scene.asker.account, scene.now),
    )
    try:
        revision = await desk.store.commit(change)
    except ChangedMeanwhileError:
        return await _overtaken(proposal, scene, desk)
    name = Span(_name(proposal, scene), Style.STRONG)
    sentence = scene.wording.spans("Accepted: {name} is saved.", name=name)
    return confirmation(sentence, revision, proposal.edit.concept, scene)


def _editing(wish: Accept, after: Concept, values: Mapping[str, str], scene: Scene) -> Form:
    language = _language(after, scene)
    fields = said_fields(after, language, scene)
    filled = tuple(replace(field, value=values.get(field.key, field.value)) for field in fields)
    return Form(scene.wording.text("Edit and accept"), filled, wish, scene.wording.text("Accept"))


def _language(after: Concept, scene: Scene) -> LanguageTag:
    """Tell which language of a proposal is shown to be edited: the first that it changes, else the reader's."""
    before = scene.catalogue.get(after.id)
    changed = (one.language for one in differences(before, after) if one.aspect is Aspect.DEFINITION and one.language)
    shown = choose(after, scene.reader).definition
    return next(changed, None) or (shown.language if shown else scene.reader)


async def decline(wish: Decline, scene: Scene, desk: Desk) -> Reply | Form:
    """Ask for the reason."""
    proposal = await _waiting(wish.proposal, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    wording = scene.wording
    reason = TextField(
        "reason", wording.text("Reason"), hint=wording.text("The proposer reads this."), longest=LONGEST_REASON
    )
    return Form(wording.text("Decline"), (reason,), wish, wording.text("Decline"))


async def declined(wish: Decline, values: Mapping[str, str], scene: Scene, desk: Desk) -> Reply:
    """Turn a proposal down, once; the proposer is told the reason."""
    proposal = await _waiting(wish.proposal, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    reason = values.get("reason", "").strip()[:LONGEST_REASON]
    decision = Decision(proposal.id, Verdict.DECLINED, scene.asker.account, scene.now, reason)
    if not await desk.store.decide(proposal.glossary, decision, tuple(_told(proposal, scene))):
        return await _overtaken(proposal, scene, desk)
    return Reply((Prose(scene.wording.spans("Declined. The proposer is told.")),))


async def tell(wish: Decided, scene: Scene, desk: Desk) -> Reply:
    """Tell a proposer what became of the proposal."""
    proposal = await desk.store.proposal(scene.context.glossary, ProposalId(wish.proposal))
    if proposal is None or proposal.decision is None or proposal.author != scene.asker.account:
        return _unknown(scene)
    name = Span(_name(proposal, scene), Style.STRONG)
    if proposal.decision.verdict is Verdict.ACCEPTED:
        said = Prose(scene.wording.spans("Your proposal for {name} was accepted. Thank you!", name=name))
        return Reply((said, Choices((Choice(scene.wording.text("Show the entry"), Show(proposal.edit.concept)),))))
    blocks = [Prose(scene.wording.spans("Your proposal for {name} was not taken.", name=name))]
    if proposal.decision.reason:
        blocks.append(Prose(scene.wording.spans("The reason: {reason}", reason=proposal.decision.reason)))
    return Reply(tuple(blocks))


async def _waiting(proposal: str, scene: Scene, desk: Desk) -> Proposal | Reply:
    """Find a proposal that nobody has decided, for a curator or who looks after the entry; else say what became of it.

    Raises:
        NotPermittedError: The asker is neither.
    """
    found = await desk.store.proposal(scene.context.glossary, ProposalId(proposal))
    if found is None:
        return _unknown(scene)
    if await desk.store.owner_of(found.glossary, found.edit.concept) != scene.asker.account:
        require(scene.role, Role.CURATOR)
    return found if found.decision is None else _decided_already(found, scene)


async def _overtaken(proposal: Proposal, scene: Scene, desk: Desk) -> Reply:
    """Tell a decision that came first from a concept that was changed since."""
    now = await desk.store.proposal(proposal.glossary, proposal.id)
    if now is not None and now.decision is not None:
        return _decided_already(now, scene)
    sentence = scene.wording.spans("The entry was changed since this was proposed. Look at it once more.")
    again = Choice(scene.wording.text("Edit and accept"), Accept(proposal.id, is_edited=True))
    return Reply((Prose(sentence), Choices((again,))), is_found=False)


def _told(proposal: Proposal, scene: Scene) -> list[Notice]:
    """Tell the proposer, unless that is the curator, or somebody who is forgotten."""
    if proposal.author in {None, scene.asker.account}:
        return []
    return [notice_to(proposal.author, Decided(proposal.id), f"decided:{proposal.id}", scene)]


def _decided_already(proposal: Proposal, scene: Scene) -> Reply:
    decision = proposal.decision
    who = person(decision.curator) if decision and decision.curator else (Span(scene.wording.text("somebody")),)
    if decision is not None and decision.verdict is Verdict.ACCEPTED:
        sentence = scene.wording.spans("{who} has accepted this already.", who=who)
    else:
        sentence = scene.wording.spans("{who} has declined this already.", who=who)
    return Reply((Prose(sentence),), is_found=False, delivery=Delivery.IN_PLACE)


def _unknown(scene: Scene) -> Reply:
    return Reply((Prose(scene.wording.spans("This proposal is not there any more.")),), is_found=False)


def _name(proposal: Proposal, scene: Scene) -> str:
    concept = proposal.edit.after or scene.catalogue.get(proposal.edit.concept)
    return headword_for(concept, scene.reader).text if concept else proposal.edit.concept
