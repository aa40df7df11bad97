"""What happened to an entry? Its history, taking changes back, and bringing back what was deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access import Role, require
from bot.commands import Delete, History, Restore, RollBack, Show, Undo
from bot.desk import UNDO_LASTS
from bot.keeping import Change, Deed, Revision
from bot.keeping import Edit as ConceptEdit
from bot.languages import headword_for
from bot.replies import Choice, Choices, Emphasis, Heading, Option, Options, Prose, Reply, Span, Style
from bot.wishes.comparing import compared, summary
from bot.wishes.defining import gone
from bot.wishes.people import person
from glossary.differences import Conflict, taken_back

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.keeping import HistoryEntry
    from bot.replies import Block, Spans
    from bot.scene import Scene
    from glossary.concept import Concept, ConceptId

PAGE = 5
"""Changes on one page of a history: each has a button and its differences."""
MOST_DELETED = 20
"""Entries offered to be brought back, the last deleted first."""
LOOKED_THROUGH = 500
"""Changes of the whole glossary that are looked through for deletions."""


async def history(wish: History, scene: Scene, desk: Desk) -> Reply:
    """List the changes to one entry, newest first, each with the way back to it."""
    before = Revision(wish.before) if wish.before else None
    entries = await desk.store.history(scene.context.glossary, wish.concept, before, PAGE + 1)
    if not entries:
        return gone(scene)
    shown = entries[:PAGE]
    newest = next((entry.after or entry.before for entry in shown if entry.after or entry.before), None)
    title = headword_for(newest, scene.reader).text if newest else wish.concept
    blocks: list[Block] = [Heading(scene.wording.spans("How {name} came to be", name=title))]
    blocks += [Options(tuple(_option(entry, scene) for entry in shown))]
    further = [Choice(scene.wording.text("Show the entry"), Show(wish.concept))]
    if len(entries) > PAGE:
        further.insert(0, Choice(scene.wording.text("Older changes"), History(wish.concept, shown[-1].revision)))
    return Reply((*blocks, Choices(tuple(further))))


def _option(entry: HistoryEntry, scene: Scene) -> Option:
    day = scene.wording.day(entry.at.date())
    if entry.after is not None and entry.after == scene.catalogue.get(entry.concept):
        label = scene.wording.text("As it is now: {day}, number {number}", day=day, number=entry.revision)
    else:
        label = scene.wording.text("Back to {day}, number {number}", day=day, number=entry.revision)
    who = person(entry.author) if entry.author else (Span(scene.wording.text("the installation")),)
    why = (Span(f" — {entry.why}"),) if entry.why else ()
    line = scene.wording.spans("{who}: {what}", who=who, what=summary(entry.before, entry.after, scene.wording))
    return Option(Choice(label, RollBack(entry.concept, entry.revision)), (*line, *why))


async def roll_back(wish: RollBack, scene: Scene, desk: Desk) -> Reply:
    """Show what going back to a revision would change; then do it.

    Raises:
        ChangedMeanwhileError: Somebody changed the entry in the meantime.
    """
    entry = await _entry(wish.concept, wish.revision, scene, desk)
    if entry is None:
        return gone(scene)
    current = scene.catalogue.get(wish.concept)
    if current == entry.after:
        return Reply((Prose(scene.wording.spans("It stands like that already.")),))
    if not wish.is_confirmed:
        question = Prose(scene.wording.spans("Going back to number {number} would change this:", number=wish.revision))
        yes = Choice(scene.wording.text("Go back"), RollBack(wish.concept, wish.revision, is_confirmed=True))
        return Reply((question, *compared(current, entry.after, scene), Choices((yes,))))
    return await _committed((ConceptEdit(wish.concept, entry.after),), Deed.ROLLED_BACK, scene, desk)


async def undo(wish: Undo, scene: Scene, desk: Desk) -> Reply:
    """Take a change back, within a week, where what it touched still stands as it left it."""
    revision = Revision(wish.revision)
    entries = await _entries_of(revision, scene, desk)
    if not entries:
        return gone(scene)
    if scene.now - entries[0].at > UNDO_LASTS:
        late = scene.wording.spans("This is more than a week ago; its history still leads back.")
        return Reply((Prose(late),), is_found=False)
    edits = []
    for entry in entries:
        current = scene.catalogue.get(entry.concept)
        if current == entry.before:
            continue
        back = taken_back(current, entry.before, entry.after)
        if isinstance(back, Conflict):
            return _overtaken(entry, scene)
        edits.append(ConceptEdit(entry.concept, back.concept))
    if not edits:
        return Reply((Prose(scene.wording.spans("It is undone already.")),))
    return await _committed(tuple(edits), Deed.ROLLED_BACK, scene, desk)


async def delete(wish: Delete, scene: Scene, desk: Desk) -> Reply:
    """Ask first, then take an entry out: a curator, or who looks after it.

    Raises:
        NotPermittedError: Neither.
        ChangedMeanwhileError: Somebody changed the entry in the meantime.
    """
    concept = scene.catalogue.get(wish.concept)
    if concept is None:
        return gone(scene)
    if await desk.store.owner_of(scene.context.glossary, wish.concept) != scene.asker.account:
        require(scene.role, Role.CURATOR)
    name = Span(headword_for(concept, scene.reader).text, Style.STRONG)
    if not wish.is_confirmed:
        question = Prose(scene.wording.spans("Take {name} out of the glossary? It can be brought back.", name=name))
        yes = Choice(scene.wording.text("Delete"), Delete(wish.concept, is_confirmed=True), Emphasis.DANGER)
        return Reply((question, Choices((yes,))))
    return await _committed((ConceptEdit(wish.concept, None),), Deed.EDITED, scene, desk)


async def restore(wish: Restore, scene: Scene, desk: Desk) -> Reply:
    """Bring a deleted entry back as it was; without one, list what was deleted."""
    changes = await desk.store.history(scene.context.glossary, wish.concept or None, None, LOOKED_THROUGH)
    deleted: dict[ConceptId, Concept] = {}
    for entry in changes:
        if entry.after is None and entry.before is not None and entry.concept not in scene.catalogue:
            deleted.setdefault(entry.concept, entry.before)
    if wish.concept:
        last = deleted.get(wish.concept)
        edits = (ConceptEdit(wish.concept, last),)
        return await _committed(edits, Deed.ROLLED_BACK, scene, desk) if last else gone(scene)
    if not deleted:
        return Reply((Prose(scene.wording.spans("Nothing was deleted.")),))
    shown = list(deleted.values())[:MOST_DELETED]
    options = (Option(Choice(headword_for(one, scene.reader).text, Restore(one.id)), _domain(one)) for one in shown)
    return Reply((Heading(scene.wording.spans("Deleted entries")), Options(tuple(options))))


def confirmation(sentence: Spans, revision: Revision, concept: ConceptId | None, scene: Scene) -> Reply:
    """Say what was done, with the way back."""
    choices = [Choice(scene.wording.text("Undo"), Undo(revision))]
    if concept is not None:
        choices.insert(0, Choice(scene.wording.text("Show the entry"), Show(concept)))
    return Reply((Prose(sentence), Choices(tuple(choices))))


async def _committed(edits: tuple[ConceptEdit, ...], deed: Deed, scene: Scene, desk: Desk) -> Reply:
    change = Change(scene.context.glossary, edits, scene.revision, scene.asker.account, scene.now, deed)
    revision = await desk.store.commit(change)
    kept = next((edit.concept for edit in edits if edit.after is not None), None)
    return confirmation(scene.wording.spans("Done."), revision, kept, scene)


async def _entries_of(revision: Revision, scene: Scene, desk: Desk) -> list[HistoryEntry]:
    """Read all that one change did, however much that is."""
    limit = LOOKED_THROUGH
    while True:
        found = await desk.store.history(scene.context.glossary, None, Revision(revision + 1), limit)
        if len(found) < limit or found[-1].revision < revision:
            return [entry for entry in found if entry.revision == revision]
        limit *= 4


async def _entry(concept: ConceptId, revision: int, scene: Scene, desk: Desk) -> HistoryEntry | None:
    found = await desk.store.history(scene.context.glossary, concept, Revision(revision + 1), 1)
    return next((entry for entry in found if entry.revision == revision), None)


def _overtaken(entry: HistoryEntry, scene: Scene) -> Reply:
    sentence = scene.wording.spans("Somebody changed the same words since; undoing would lose that. See the history.")
    button = Choice(scene.wording.text("Show the history"), History(entry.concept))
    return Reply((Prose(sentence), Choices((button,))), is_found=False)


def _domain(concept: Concept) -> Spans:
    return (Span(concept.domain),) if concept.domain else ()
