"""Whose glossary is it? Home for this installation's own workspaces, and for every other workspace one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.keeping import HOME, GlossaryId

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from datetime import datetime

    from bot.ports import GlossaryStore
    from bot.requests import WorkspaceId
    from glossary.concept import Concept


class Housing:
    """Finds the glossary of a workspace, and begins one for a workspace that is met for the first time.

    Which are at home is for the command line to say: a workspace that is not must never see the home glossary.
    """

    def __init__(
        self,
        glossaries: GlossaryStore,
        at_home: Container[WorkspaceId],
        starter: Callable[[], Sequence[Concept]],
        now: Callable[[], datetime],
    ) -> None:
        self._glossaries = glossaries
        self._at_home = at_home
        self._starter = starter
        self._now = now

    async def glossary_of(self, workspace: WorkspaceId) -> GlossaryId:
        """Tell which glossary a workspace uses; a new one holds the starter.

        Raises:
            UnavailableError: The store does not answer.
        """
        used = await self._glossaries.glossary_of(workspace)
        if used is not None:
            return used
        own = HOME if workspace in self._at_home else GlossaryId(workspace)
        return await self._glossaries.settle(workspace, own, self._starter(), self._now())
