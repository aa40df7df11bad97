"""How do two workspaces come to share one glossary? An invitation, a code, and what becomes of the own entries."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.belongings import Move, carry_over
from bot.commands import Join
from bot.desk import fresh_proposal_id
from bot.invitations import ADMITTED, GROUP, LENGTH, admission_of, admitted_by, invited, may_try
from bot.keeping import EMPTY, Change, Deed, Proposal
from bot.keeping import Edit as ConceptEdit
from bot.replies import Attachment, Choice, Choices, Emphasis, Form, LineField, Note, Preformatted, Prose, Reply
from bot.wishes.keeping import confirmation
from bot.wishes.posting import notices_of
from glossary.formats.choosing import format_named, written
from glossary.merging import Added, Changed, Refused, plan
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.desk import Desk
    from bot.keeping import Changes, GlossaryId, Revision
    from bot.replies import Spans
    from bot.scene import Scene
    from glossary.concept import Concept
    from glossary.merging import Outcome

MERGE, ASIDE = "merge", "aside"
CODE = "code"
FILE = "malmoi-own-entries.jsonl"


async def invite(scene: Scene, desk: Desk) -> Reply:
    """Make a code, and say how it is used."""
    code = await invited(scene.context.glossary, desk.store, scene.now)
    said = scene.wording.spans(
        "With this code another workspace can use this glossary. It works once, within ten minutes:"
    )
    how = scene.wording.spans(
        "There an administrator types “join” and the code. The roles of each workspace stay its own."
    )
    return Reply((Prose(said), Preformatted(code), Note(how)))


async def join(wish: Join, scene: Scene, desk: Desk) -> Reply | Form:
    """Ask for the code, then what becomes of the own entries, then do it."""
    if wish.own:
        return await _joined(wish.own, scene, desk)
    return await _shown_code(wish.code, scene, desk) if wish.code else _asking(scene)


def _asking(scene: Scene) -> Form:
    longest = LENGTH + LENGTH // GROUP + 10  # people put spaces where the hyphens are
    field = LineField(CODE, scene.wording.text("Code"), is_required=True, longest=longest)
    return Form(scene.wording.text("Join a glossary"), (field,), Join(), scene.wording.text("Continue"))


async def _shown_code(code: str, scene: Scene, desk: Desk) -> Reply:
    workspace, wording = scene.place.workspace, scene.wording
    if not await may_try(workspace, desk.store, scene.now):
        return Reply((Prose(wording.spans("Too many codes were tried here. Try again in an hour.")),), is_found=False)
    admission = await admitted_by(code, workspace, desk.store, scene.now)
    if admission is None:
        return _expired(scene)
    if admission.glossary == scene.context.glossary:
        return Reply((Prose(wording.spans("This workspace uses that glossary already.")),))
    question = wording.count(
        "This workspace will use the other glossary. What becomes of its own {number} entry?",
        "This workspace will use the other glossary. What becomes of its own {number} entries?",
        len(scene.catalogue),
    )
    merging = wording.spans(
        "Merged, what is new there is added; what would change an entry, or has a name that leads to another one, "
        "is proposed to the curators."
    )
    choices = (
        Choice(wording.text("Merge them"), Join(own=MERGE), Emphasis.PRIMARY),
        Choice(wording.text("Set them aside as a file"), Join(own=ASIDE)),
    )
    return Reply((Prose(question), Note(merging), Choices(choices)))


async def _joined(own: str, scene: Scene, desk: Desk) -> Reply:
    """Use the other glossary from now on, after the own entries are merged into it or handed over."""
    workspace = scene.place.workspace
    admission = await admission_of(workspace, desk.store, scene.now)
    if admission is None:
        return _expired(scene)
    glossary, mine = admission.glossary, tuple(scene.catalogue)
    present = await desk.store.changes(glossary, EMPTY)
    move = Move(workspace, scene.context.glossary, glossary, mine, await asyncio.to_thread(plan, present.put, mine))
    reply = await _merged(move, present, scene, desk) if own == MERGE else _set_aside(scene)
    await carry_over(move, desk.store, is_merged=own == MERGE)
    await desk.store.join(workspace, glossary, scene.now)
    await desk.store.set_setting(workspace, ADMITTED, None)
    return reply


def _set_aside(scene: Scene) -> Reply:
    done = Prose(scene.wording.spans("This workspace uses the other glossary now."))
    form = format_named("jsonl")
    assert form is not None, "a format of this program"  # noqa: S101 — what the table's type cannot say
    text = b"".join(written(form, scene.catalogue)).decode()
    if not len(scene.catalogue):
        return Reply((done,))
    kept = Note(scene.wording.spans("This file holds what the workspace had; it can be imported anywhere."))
    return Reply((done, kept, Attachment(FILE, text)))


async def _merged(move: Move, present: Changes, scene: Scene, desk: Desk) -> Reply:
    """Add what is new to the other glossary as one change, and propose the rest to its curators.

    Raises:
        ChangedMeanwhileError: Somebody added one of the entries there in the meantime.
        TakenError: A name was given there in the meantime.
    """
    added = [outcome.concept for outcome in move.outcomes if isinstance(outcome, Added)]
    revision = await _added(added, move.new, present, scene, desk)
    proposed = list(filter(None, map(_wanted, move.outcomes)))
    for concept in proposed:
        edit, why = ConceptEdit(concept.id, concept), scene.wording.text("from the glossary that joined")
        author = scene.asker.account
        proposal = Proposal(fresh_proposal_id(), move.new, edit, present.revision, author, scene.now, why)
        await desk.store.propose(proposal, await notices_of(proposal.id, move.new, scene, desk))
    return _said(len(added), len(proposed), revision, scene)


async def _added(
    concepts: Sequence[Concept], glossary: GlossaryId, present: Changes, scene: Scene, desk: Desk
) -> Revision | None:
    """Commit what is new; a name that leads nowhere in the other glossary must still lead nowhere then."""
    if not concepts:
        return None
    edits = tuple(ConceptEdit(concept.id, concept) for concept in concepts)
    known = {loose_key(label.text) for concept in present.put for label in concept.labels}
    names = dict.fromkeys(label.text for concept in concepts for label in concept.labels)
    free = tuple(name for name in names if loose_key(name) not in known)
    author = scene.asker.account
    change = Change(glossary, edits, present.revision, author, scene.now, Deed.MERGED, free_names=free)
    return await desk.store.commit(change)


def _wanted(outcome: Outcome) -> Concept | None:
    match outcome:
        case Changed(_, after):
            return after
        case Refused(concept, _):
            return concept
        case _:
            return None


def _said(added: int, proposed: int, revision: Revision | None, scene: Scene) -> Reply:
    wording = scene.wording
    done: Spans = wording.spans("This workspace uses the other glossary now.")
    counts = wording.spans("{added} added, {proposed} proposed to its curators", added=added, proposed=proposed)
    if revision is None:
        return Reply((Prose(done), Note(counts)))
    confirmed = confirmation(done, revision, None, scene)
    return Reply((confirmed.blocks[0], Note(counts), *confirmed.blocks[1:]))


def _expired(scene: Scene) -> Reply:
    wrong = scene.wording.spans("This code is wrong, used, or older than ten minutes. Ask for a new one.")
    return Reply((Prose(wrong),), is_found=False)
