"""What becomes of a draft that is saved? A change; a proposal where its writer may not write; or a question back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.access import Role
from bot.commands import AddThere, Discard, Resume, Review, Save, Separate
from bot.desk import fresh_proposal_id, notice_to
from bot.keeping import Change, Draft, Proposal, Revision
from bot.keeping import Edit as ConceptEdit
from bot.languages import headword_for
from bot.replies import Choice, Choices, Emphasis, Form, Prose, Reply, Span, Style
from bot.wishes.comparing import compared
from bot.wishes.keeping import confirmation
from bot.wishes.posting import notices_of
from glossary.errors import ChangedMeanwhileError, TakenError
from glossary.freshness import freshened

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.scene import Scene
    from glossary.concept import Concept

IS_SEPARATE = "is_separate"
"""A value that no form has a field for: the name may lead to another concept too."""
WHY = "why"


def key_of(draft: Draft) -> str:
    """Name the change that a draft becomes: saving it twice is saving it once."""
    return f"draft:{draft.id}"


def is_separate(draft: Draft) -> bool:
    """Tell whether its writer said that they mean something else by a name that is taken."""
    return dict(draft.values).get(IS_SEPARATE) == "yes"


async def carried_out(draft: Draft, after: Concept, scene: Scene, desk: Desk) -> Reply | Form:
    """Commit, or propose; a name taken a moment ago, or a change of somebody else's, brings the draft back."""
    why = dict(draft.values).get(WHY, "")
    before = scene.catalogue.get(after.id)
    after = freshened(before, after, scene.now.date())
    if scene.role < Role.EDITOR:
        return await _propose(after, draft.based_on, why, scene, desk)
    new_names = {label.text for label in after.labels} - {label.text for label in (before.labels if before else ())}
    change = Change(
        draft.glossary,
        (ConceptEdit(after.id, after),),
        draft.based_on,
        scene.asker.account,
        scene.now,
        why=why,
        key=key_of(draft),
        free_names=() if is_separate(draft) else tuple(sorted(new_names)),
    )
    return await _committed(change, draft, after, scene, desk)


async def _committed(change: Change, draft: Draft, after: Concept, scene: Scene, desk: Desk) -> Reply | Form:
    try:
        revision = await desk.store.commit(change)
    except ChangedMeanwhileError as error:
        await desk.store.keep_draft(replace(draft, based_on=await desk.store.revision_of(draft.glossary)))
        return _overtaken(error.current, after, draft, scene)
    except TakenError as error:
        taken = scene.wording.spans("{name} has just been added by somebody else.", name=error.name)
        steps = (
            Choice(scene.wording.text("A different meaning"), Separate(draft.id)),
            Choice(scene.wording.text("Edit again"), Resume(draft.id)),
        )
        there = (AddThere(draft.id, concept) for concept in error.concepts)
        add = (Choice(scene.wording.text("Add it there as a name"), command) for command in there)
        return Reply((Prose(taken), Choices((*add, *steps))), is_found=False)
    name = Span(headword_for(after, scene.reader).text, Style.STRONG)
    return confirmation(scene.wording.spans("{name} is saved.", name=name), revision, after.id, scene)


def _overtaken(current: Concept | None, after: Concept, draft: Draft, scene: Scene) -> Reply:
    """Show what somebody else made of it meanwhile; saving again puts this writer's in its place, knowingly."""
    sentence = scene.wording.spans("Somebody changed this entry while you wrote. Saving yours changes it like this:")
    steps = (
        Choice(scene.wording.text("Save mine"), Save(draft.id), Emphasis.DANGER),
        Choice(scene.wording.text("Edit again"), Resume(draft.id)),
        Choice(scene.wording.text("Discard"), Discard(draft.id)),
    )
    return Reply((Prose(sentence), *compared(current, after, scene), Choices(steps)), is_found=False)


async def _propose(after: Concept, based_on: Revision, why: str, scene: Scene, desk: Desk) -> Reply:
    """Keep a proposal for the curators; who looks after the concept is told."""
    proposal = Proposal(
        fresh_proposal_id(),
        scene.context.glossary,
        ConceptEdit(after.id, after),
        based_on,
        scene.asker.account,
        scene.now,
        why,
    )
    owner = await desk.store.owner_of(scene.context.glossary, after.id)
    notices = [notice_to(owner, Review(proposal.id), f"proposed:{proposal.id}", scene)] if owner else []
    notices += await notices_of(proposal.id, proposal.glossary, scene, desk)
    await desk.store.propose(proposal, notices)
    sentence = scene.wording.spans("Thank you. A curator will look at it, and you will hear what becomes of it.")
    return Reply((Prose(sentence),))
