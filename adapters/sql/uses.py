"""What is shown how often in which place? Sums without names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from adapters.sql.tables import uses
from glossary.concept import ConceptId

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from adapters.sql.database import Database
    from bot.counts import Use
    from bot.keeping import GlossaryId, Subject


class SqlUses:
    """Fulfils `bot.ports.UseStore`."""

    _database: Database

    async def add_uses(self, used: Mapping[Use, int]) -> None:
        """Add how often each was used to what is kept."""
        rows = [
            {"glossary": use.glossary, "place": use.place, "concept": use.concept, "month": use.month, "times": times}
            for use, times in used.items()
        ]
        # in one order, so that two processes that count the same wait for each other and never in a ring
        rows.sort(key=lambda row: [*map(str, row.values())])
        async with self._database.writing() as connection:
            await self._database.add_up(connection, uses, "times", rows)

    async def uses_in(self, glossary: GlossaryId, place: Subject, since: date, limit: int) -> Mapping[ConceptId, int]:
        """Tell how often each concept was used in a place or workspace from that month on, the most used ones."""
        u, times = uses.c, func.sum(uses.c.times)
        here = (u.glossary == glossary) & (u.place == place) & (u.month >= since)
        most = select(u.concept, times).where(here).group_by(u.concept).order_by(times.desc(), u.concept).limit(limit)
        async with self._database.reading() as connection:
            return {ConceptId(concept): int(number) for concept, number in await connection.execute(most)}

    async def purge_uses(self, before: date) -> None:
        """Let go of the months before that day."""
        async with self._database.writing() as connection:
            await connection.execute(delete(uses).where(uses.c.month < before))
