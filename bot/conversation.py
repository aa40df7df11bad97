"""The one door: every wish comes in here and leaves as a reply or a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.ports import PreferenceStore
    from bot.remembering import Catalogues, Contexts
    from bot.replies import Form, Reply
    from bot.requests import Request


class Conversation:
    """Answers every request with exactly one reply or form. It never sends and never raises."""

    def __init__(self, contexts: Contexts, catalogues: Catalogues, preferences: PreferenceStore) -> None:
        self._contexts = contexts
        self._catalogues = catalogues
        self._preferences = preferences

    async def reply_to(self, request: Request) -> Reply | Form:
        """Answer."""
        raise RuntimeError(request)
