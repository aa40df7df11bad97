"""What waits for a curator? Proposals: the queue, one in full, and the decision, which is made once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.access import Role, require
from bot.commands import Accept, Decided, Decline, Review, Show
from bot.desk import notice_to
from bot.keeping import Change, Decision, ProposalId, Revision, Verdict
from bot.keeping import Edit as ConceptEdit
from bot.languages import choose
from bot.replies import (
    Choice,
    Choices,
    Form,
    Heading,
    LineField,
    Option,
    Options,
    Prose,
    Reply,
    Span,
    Style,
    TextField,
)
from bot.sentences import sentence_of_problem
from bot.wishes.comparing import summary
from bot.wishes.keeping import confirmation
from bot.wishes.reviewing import author_of, decided, decided_already, name_of, overtaken, waiting, ways
from bot.wishes.writing import said_fields
from glossary.differences import Aspect, Conflict, differences, taken_back
from glossary.editing import defined
from glossary.errors import ChangedMeanwhileError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.desk import Desk
    from bot.keeping import Notice, Proposal
    from bot.scene import Scene
    from glossary.concept import Concept, LanguageTag

PAGE = 10
LONGEST_REASON = 500
"""Code points."""


async def queue(scene: Scene, desk: Desk) -> Reply:
    """List the proposals that wait, the oldest first."""
    proposals = await desk.store.open_proposals(scene.context.glossary, PAGE)
    if not proposals:
        return Reply((Prose(scene.wording.spans("Nothing waits to be decided.")),))
    return Reply(
        (
            Heading(scene.wording.spans("Waiting to be decided")),
            Options(tuple(_option(one, scene) for one in proposals)),
        )
    )


def _option(proposal: Proposal, scene: Scene) -> Option:
    before = scene.catalogue.get(proposal.edit.concept)
    what = summary(before, proposal.edit.after, scene.wording)
    line = scene.wording.spans("{who}: {what}", who=author_of(proposal, scene), what=what)
    return Option(Choice(name_of(proposal, scene), Review(proposal.id)), line)


async def review(wish: Review, scene: Scene, desk: Desk) -> Reply:
    """Show a proposal with what it would change, and the ways to decide it."""
    proposal = await _waiting(wish, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    return Reply((*waiting(proposal, scene), ways(proposal, scene)))


async def accept(wish: Accept, scene: Scene, desk: Desk) -> Reply | Form:
    """Carry a proposal out, once; to be edited first, its form is opened."""
    proposal = await _waiting(wish, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    if wish.is_edited and proposal.edit.after is not None:
        return _editing(wish, await _as_of_now(proposal, proposal.edit.after, scene, desk), {}, scene)
    return await _carried_out(wish, proposal, proposal.edit.after, proposal.based_on, scene, desk)


async def accept_edited(wish: Accept, values: Mapping[str, str], scene: Scene, desk: Desk) -> Reply | Form:
    """Take a proposal as the curator has rewritten it; what others changed since stays."""
    proposal = await _waiting(wish, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    if proposal.edit.after is None:  # to delete it: there is nothing to edit
        return await _carried_out(wish, proposal, None, proposal.based_on, scene, desk)
    after = await _as_of_now(proposal, proposal.edit.after, scene, desk)
    form = _editing(wish, after, values, scene)
    said = {field.key: field.value for field in form.fields if isinstance(field, LineField | TextField)}
    edited = defined(after, language=_language(after, scene), name=said["name"], definition=said["definition"])
    if isinstance(edited, tuple):
        errors = tuple((problem.field, sentence_of_problem(problem, scene.wording)) for problem in edited)
        return replace(form, errors=errors)
    return await _carried_out(wish, proposal, edited, scene.revision, scene, desk)


async def _as_of_now(proposal: Proposal, after: Concept, scene: Scene, desk: Desk) -> Concept:
    """Lay what was proposed over what the concept has become since; where both touched the same, it stands."""
    current = scene.catalogue.get(proposal.edit.concept)
    seen = await desk.store.history(proposal.glossary, proposal.edit.concept, Revision(proposal.based_on + 1), 1)
    base = seen[0].after if seen else None
    laid_over = taken_back(current, after, base)  # from the base to the proposal is the way back from it, reversed
    return after if isinstance(laid_over, Conflict) or laid_over.concept is None else laid_over.concept


async def _carried_out(  # noqa: PLR0913, PLR0917 — the change, and where it is decided
    wish: Accept, proposal: Proposal, after: Concept | None, based_on: Revision, scene: Scene, desk: Desk
) -> Reply:
    """Commit a proposal; the proposer is told in the same transaction."""
    decision = Decision(proposal.id, Verdict.ACCEPTED, scene.asker.account, scene.now)
    change = Change(
        proposal.glossary,
        (ConceptEdit(proposal.edit.concept, after),),
        based_on,
        proposal.author,
        scene.now,
        why=proposal.why,
        notices=tuple(_told(proposal, scene)),
        decision=decision,
    )
    try:
        revision = await desk.store.commit(change)
    except ChangedMeanwhileError:
        return await _overtaken(wish, proposal, scene, desk)
    if wish.is_posted:
        return await decided(proposal, decision, scene, desk)
    name = Span(name_of(proposal, scene), Style.STRONG)
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
    proposal = await _waiting(wish, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    wording = scene.wording
    reason = TextField(
        "reason", wording.text("Reason"), hint=wording.text("The proposer reads this."), longest=LONGEST_REASON
    )
    return Form(wording.text("Decline"), (reason,), wish, wording.text("Decline"))


async def declined(wish: Decline, values: Mapping[str, str], scene: Scene, desk: Desk) -> Reply:
    """Turn a proposal down, once; the proposer is told the reason."""
    proposal = await _waiting(wish, scene, desk)
    if isinstance(proposal, Reply):
        return proposal
    reason = values.get("reason", "").strip()[:LONGEST_REASON]
    decision = Decision(proposal.id, Verdict.DECLINED, scene.asker.account, scene.now, reason)
    if not await desk.store.decide(proposal.glossary, decision, tuple(_told(proposal, scene))):
        return await _overtaken(wish, proposal, scene, desk)
    if wish.is_posted:
        return await decided(proposal, decision, scene, desk)
    return Reply((Prose(scene.wording.spans("Declined. The proposer is told.")),))


async def tell(wish: Decided, scene: Scene, desk: Desk) -> Reply:
    """Tell a proposer what became of the proposal."""
    proposal = await desk.store.proposal(scene.context.glossary, ProposalId(wish.proposal))
    if proposal is None or proposal.decision is None or proposal.author != scene.asker.account:
        return unknown(scene)
    name = Span(name_of(proposal, scene), Style.STRONG)
    if proposal.decision.verdict is Verdict.ACCEPTED:
        said = Prose(scene.wording.spans("Your proposal for {name} was accepted. Thank you!", name=name))
        return Reply((said, Choices((Choice(scene.wording.text("Show the entry"), Show(proposal.edit.concept)),))))
    blocks = [Prose(scene.wording.spans("Your proposal for {name} was not taken.", name=name))]
    if proposal.decision.reason:
        blocks.append(Prose(scene.wording.spans("The reason: {reason}", reason=proposal.decision.reason)))
    return Reply(tuple(blocks))


async def _waiting(wish: Review | Accept | Decline, scene: Scene, desk: Desk) -> Proposal | Reply:
    """Find a proposal that nobody has decided, for a curator or who looks after the entry; else say what became of it.

    Raises:
        NotPermittedError: The asker is neither.
    """
    found = await desk.store.proposal(scene.context.glossary, ProposalId(wish.proposal))
    if found is None:
        return unknown(scene)
    if await desk.store.owner_of(found.glossary, found.edit.concept) != scene.asker.account:
        require(scene.role, Role.CURATOR)
    return found if found.decision is None else await _too_late(wish, found, found.decision, scene, desk)


async def _too_late(
    wish: Review | Accept | Decline, proposal: Proposal, decision: Decision, scene: Scene, desk: Desk
) -> Reply:
    """Say who was first: to whoever asks; or to everybody, where everybody was shown the proposal."""
    if isinstance(wish, Review) or not wish.is_posted:
        return decided_already(decision, scene)
    return replace(await decided(proposal, decision, scene, desk), is_found=False)


async def _overtaken(wish: Accept | Decline, proposal: Proposal, scene: Scene, desk: Desk) -> Reply:
    """Tell a decision that came first from a concept that was changed since."""
    now = await desk.store.proposal(proposal.glossary, proposal.id)
    if now is not None and now.decision is not None:
        return await _too_late(wish, now, now.decision, scene, desk)
    return overtaken(proposal, scene, is_posted=wish.is_posted)


def _told(proposal: Proposal, scene: Scene) -> list[Notice]:
    """Tell the proposer, unless that is the curator, or somebody who is forgotten."""
    if proposal.author in {None, scene.asker.account}:
        return []
    return [notice_to(proposal.author, Decided(proposal.id), f"decided:{proposal.id}", scene)]


def unknown(scene: Scene) -> Reply:
    """Say that a proposal is not there any more."""
    return Reply((Prose(scene.wording.spans("This proposal is not there any more.")),), is_found=False)
