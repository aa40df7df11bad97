"""All stores on one database: what the command line opens, and hands to the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sql.care import SqlCare
from adapters.sql.counts import SqlCounts
from adapters.sql.drafts import SqlDrafts
from adapters.sql.events import SqlEvents
from adapters.sql.glossaries import SqlGlossaries
from adapters.sql.known import SqlKnown
from adapters.sql.leases import SqlLeases
from adapters.sql.notices import SqlNotices
from adapters.sql.packs import SqlPacks
from adapters.sql.people import SqlPeople
from adapters.sql.preferences import SqlPreferences
from adapters.sql.progress import SqlProgress
from adapters.sql.proposals import SqlProposals
from adapters.sql.removing import SqlRemoving
from adapters.sql.roles import SqlRoles
from adapters.sql.sealing import Seal
from adapters.sql.secrets import SqlSecrets
from adapters.sql.uses import SqlUses
from adapters.sql.wants import SqlWants

if TYPE_CHECKING:
    from adapters.sql.database import Database


class SqlStore(
    SqlGlossaries,
    SqlRemoving,
    SqlPreferences,
    SqlRoles,
    SqlCare,
    SqlKnown,
    SqlPeople,
    SqlDrafts,
    SqlProposals,
    SqlNotices,
    SqlCounts,
    SqlUses,
    SqlWants,
    SqlPacks,
    SqlProgress,
    SqlEvents,
    SqlLeases,
    SqlSecrets,
):
    """Fulfils `bot.ports.Store`. Each base keeps one port's promises; they share the database and nothing else."""

    def __init__(self, database: Database, seal: Seal | None = None) -> None:
        self._database = database
        self._seal = seal or Seal()

    async def close(self) -> None:
        """Let go of the database."""
        await self._database.close()
