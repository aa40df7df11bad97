"""How does a workspace stop sharing a glossary? It gets its own again; what it shared stays with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Export, Leave
from bot.keeping import EMPTY
from bot.replies import Choice, Choices, Emphasis, Note, Prose, Reply

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.replies import Spans
    from bot.scene import Scene


async def leave(wish: Leave, scene: Scene, desk: Desk) -> Reply:
    """Ask first, and say what the own glossary holds; then use it."""
    workspace, wording = scene.place.workspace, scene.wording
    if scene.context.glossary == desk.housing.own_of(workspace):
        return Reply((Prose(wording.spans("This workspace uses a glossary of its own already.")),), is_found=False)
    if not wish.is_confirmed:
        stays = wording.spans("The shared glossary stays as it is for the others. Export it first to take it along.")
        choices = (
            Choice(wording.text("Leave it"), Leave(is_confirmed=True), Emphasis.DANGER),
            Choice(wording.text("Export"), Export()),
        )
        return Reply((Prose(await _question(scene, desk)), Note(stays), Choices(choices)))
    await desk.housing.leave(workspace)
    return Reply((Prose(wording.spans("This workspace uses a glossary of its own again.")),))


async def _question(scene: Scene, desk: Desk) -> Spans:
    own = desk.housing.own_of(scene.place.workspace)
    if await desk.store.revision_of(own) == EMPTY:
        return scene.wording.spans(
            "Leave this glossary? This workspace gets a new one of its own, with the entries that come with the bot."
        )
    return scene.wording.count(
        "Leave this glossary? This workspace gets back its own, with {number} entry.",
        "Leave this glossary? This workspace gets back its own, with {number} entries.",
        len(await desk.store.concepts(own)),
    )
