"""Whose glossary is it? Home for this installation's own workspaces, and for every other workspace one of its own.

What belongs to a workspace that removed the bot is kept for a while, in case it comes back.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.keeping import HOME, GlossaryId

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from datetime import datetime
    from typing import Protocol

    from bot.ports import GlossaryStore, HousingStore
    from bot.requests import WorkspaceId
    from glossary.concept import Concept

    class HousedStore(GlossaryStore, HousingStore, Protocol):
        """What it needs to be kept."""


logger = logging.getLogger(__name__)

KEPT_AFTER_REMOVAL = timedelta(days=30)


class Housing:
    """Finds the glossary of a workspace, and begins one for a workspace that is met for the first time.

    Which are at home is for the command line to say: a workspace that is not must never see the home glossary.
    """

    def __init__(
        self,
        store: HousedStore,
        at_home: Container[WorkspaceId],
        starter: Callable[[], Sequence[Concept]],
        now: Callable[[], datetime],
        kept_for: timedelta = KEPT_AFTER_REMOVAL,
    ) -> None:
        self._store = store
        self._kept_for = kept_for
        self._at_home = at_home
        self._starter = starter
        self._now = now

    async def glossary_of(self, workspace: WorkspaceId) -> GlossaryId:
        """Tell which glossary a workspace uses; a new one holds the starter.

        Raises:
            UnavailableError: The store does not answer.
        """
        used = await self._store.glossary_of(workspace)
        if used is not None:
            return used
        return await self._store.settle(workspace, self.own_of(workspace), self._starter(), self._now())

    def own_of(self, workspace: WorkspaceId) -> GlossaryId:
        """Name the glossary that a workspace uses unless it joined another one, whether it is there or not."""
        return HOME if workspace in self._at_home else GlossaryId(workspace)

    async def leave(self, workspace: WorkspaceId) -> None:
        """Let a workspace use its own glossary again: as it left it, or a new one, which holds the starter.

        Raises:
            UnavailableError: The store does not answer.
        """
        own = self.own_of(workspace)
        await self._store.settle(workspace, own, self._starter(), self._now())  # begins it, and changes nothing else
        await self._store.join(workspace, own, self._now())

    async def left(self, workspace: WorkspaceId, at: datetime) -> None:
        """Note that a workspace removed the bot.

        Raises:
            UnavailableError: The store does not answer.
        """
        await self._store.workspace_left(workspace, at)

    async def came_back(self, workspace: WorkspaceId) -> None:
        """Note that a workspace has the bot again.

        Raises:
            UnavailableError: The store does not answer.
        """
        await self._store.workspace_came_back(workspace)

    async def purge_removed(self) -> None:
        """Delete what belongs to workspaces that left long enough ago, and say so in the log.

        Raises:
            UnavailableError: The store does not answer.
        """
        for glossary in await self._store.purge_removed(self._now() - self._kept_for):
            logger.warning("glossary %s is deleted: its workspace removed the bot", glossary)
