"""What is kept about me? Everything as a file, and the way to be forgotten."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bot.commands import Forget
from bot.replies import Attachment, Choice, Choices, Emphasis, Prose, Reply

if TYPE_CHECKING:
    from bot.ports import PersonStore
    from bot.scene import Scene


async def hand_over(scene: Scene, people: PersonStore) -> Reply:
    """Give everything that is kept about the asker."""
    kept = await people.kept_about(scene.asker.account)
    text = json.dumps(kept, ensure_ascii=False, indent=2, default=str)
    if not kept:
        return Reply((Prose(scene.wording.spans("Nothing is kept about you.")),))
    said = Prose(scene.wording.spans("This file holds everything that is kept about you."))
    return Reply((said, Attachment("malmoi-my-data.json", text)))


async def forget(wish: Forget, scene: Scene, people: PersonStore) -> Reply:
    """Ask first; then remove what is kept about the asker, and their name from what they wrote."""
    if not wish.is_confirmed:
        question = scene.wording.spans(
            "This removes your choices and drafts, and takes your name out of the history and of proposals. "
            "What you wrote stays in the glossary. It cannot be undone."
        )
        yes = Choice(scene.wording.text("Forget me"), Forget(is_confirmed=True), Emphasis.DANGER)
        return Reply((Prose(question), Choices((yes,))))
    await people.forget(scene.asker.account)
    return Reply((Prose(scene.wording.spans("Done. Nothing is kept about you any more.")),))
