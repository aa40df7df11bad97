"""What of the starter stays? The entries that every new glossary begins with, and taking out those nobody touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Starter
from bot.keeping import Change, Deed, Revision
from bot.keeping import Edit as ConceptEdit
from bot.replies import Choice, Choices, Emphasis, Prose, Reply
from bot.wishes.keeping import confirmation

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.keeping import HistoryEntry
    from bot.scene import Scene
    from glossary.concept import ConceptId

FIRST = Revision(1)
MOST_AT_ONCE = 10_000
"""Entries of a starter that are looked at."""


async def take_out_starter(wish: Starter, scene: Scene, desk: Desk) -> Reply:
    """Ask first; then take out the starter entries that stand as they came, as one change.

    Raises:
        ChangedMeanwhileError: Somebody changed one of them in the meantime.
    """
    untouched = await _untouched(scene, desk)
    if not untouched:
        return Reply((Prose(scene.wording.spans("No starter entry is left as it came.")),))
    if not wish.is_confirmed:
        question = scene.wording.count(
            "Take out {number} starter entry that nobody changed? It can be undone.",
            "Take out {number} starter entries that nobody changed? It can be undone.",
            len(untouched),
        )
        yes = Choice(scene.wording.text("Take them out"), Starter(is_confirmed=True), Emphasis.DANGER)
        return Reply((Prose(question), Choices((yes,))))
    edits = tuple(ConceptEdit(concept, None) for concept in untouched)
    change = Change(scene.context.glossary, edits, scene.revision, scene.asker.account, scene.now, Deed.EDITED)
    revision = await desk.store.commit(change)
    done = scene.wording.count(
        "{number} starter entry is taken out.", "{number} starter entries are taken out.", len(untouched)
    )
    return confirmation(done, revision, None, scene)


async def _untouched(scene: Scene, desk: Desk) -> list[ConceptId]:
    """Find what the starter brought and still stands like that."""
    began = await desk.store.history(scene.context.glossary, None, Revision(FIRST + 1), MOST_AT_ONCE)
    return [entry.concept for entry in began if entry.deed is Deed.STARTED and _stands(entry, scene)]


def _stands(entry: HistoryEntry, scene: Scene) -> bool:
    return entry.after is not None and scene.catalogue.get(entry.concept) == entry.after
