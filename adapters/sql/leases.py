"""Which process does the work that only one may do?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, or_

from adapters.sql.tables import leases

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.sql.database import Database
    from bot.keeping import Holder, Lease


class SqlLeases:
    """Fulfils `bot.ports.LeaseStore`."""

    _database: Database

    async def acquire(self, lease: Lease, now: datetime) -> bool:
        """Take a lease that nobody else holds, or prolong one's own; tell whether it is held now."""
        wanted = self._database.insert(leases).values(name=lease.name, holder=lease.holder, until=lease.until)
        is_free = or_(leases.c.holder == lease.holder, leases.c.until <= now)
        new = {"holder": wanted.excluded.holder, "until": wanted.excluded.until}
        taking = wanted.on_conflict_do_update(index_elements=[leases.c.name], set_=new, where=is_free)
        async with self._database.writing() as connection:
            return (await connection.execute(taking)).rowcount == 1

    async def release(self, name: str, holder: Holder) -> None:
        """Give a lease back before it runs out. Somebody else's is left alone."""
        async with self._database.writing() as connection:
            await connection.execute(delete(leases).where(leases.c.name == name, leases.c.holder == holder))
