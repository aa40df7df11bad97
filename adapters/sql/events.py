"""Which events of a platform were handled, by whichever process?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete

from adapters.sql.tables import events

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.sql.database import Database


class SqlEvents:
    """Fulfils `bot.ports.EventStore`."""

    _database: Database

    async def is_first(self, event: str, now: datetime) -> bool:
        """Tell whether an event is met for the first time, and remember it."""
        async with self._database.writing() as connection:
            return await self._database.add(connection, events, [{"event": event, "met_at": now}]) == 1

    async def purge_events(self, before: datetime) -> None:
        """Let go of the events that were met before this time."""
        async with self._database.writing() as connection:
            await connection.execute(delete(events).where(events.c.met_at < before))
