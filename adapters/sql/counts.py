"""How often was what asked? Sums without names."""

from __future__ import annotations

import secrets
from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from adapters.sql.tables import counts, gap_askers, gaps, month_keys
from bot.counts import Gap, Lookup, Outcome
from glossary.spelling import LooseKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from adapters.sql.database import Database
    from adapters.sql.sealing import Seal
    from bot.counts import Tally
    from bot.keeping import GlossaryId

KEY_BYTES = 32


class SqlCounts:
    """Fulfils `bot.ports.CountStore`."""

    _database: Database
    _seal: Seal

    async def add_counts(self, tally: Tally) -> None:
        """Add what was counted to what is kept."""
        asked = [
            {
                "glossary": lookup.glossary,
                "day": lookup.day,
                "key": lookup.key,
                "outcome": lookup.outcome.value,
                "language": lookup.language,
                "surface": lookup.surface,
                "times": times,
            }
            for lookup, times in tally.lookups
        ]
        missed: defaultdict[tuple[GlossaryId, date, str, str], int] = defaultdict(int)
        for asking, times in tally.askings:
            missed[asking.glossary, asking.month, asking.key, asking.typed] += times
        forms = [
            {"glossary": glossary, "month": month, "key": key, "typed": typed, "times": times}
            for (glossary, month, key, typed), times in missed.items()
        ]
        askers = [
            {"glossary": asking.glossary, "month": asking.month, "key": asking.key, "asker": asking.asker}
            for asking, _ in tally.askings
        ]
        # in one order, so that two processes that count the same wait for each other and never in a ring
        async with self._database.writing() as connection:
            await self._database.add_up(
                connection, counts, "times", sorted(asked, key=lambda row: [*map(str, row.values())])
            )
            await self._database.add_up(
                connection, gaps, "times", sorted(forms, key=lambda row: [*map(str, row.values())])
            )
            await self._database.add(connection, gap_askers, sorted(askers, key=lambda row: [*map(str, row.values())]))

    async def month_key(self, month: date) -> bytes:
        """Tell the secret with which askers are told apart within one month: the same in every process."""
        fresh = {"month": month, "key": self._seal.close(secrets.token_bytes(KEY_BYTES))}
        async with self._database.writing() as connection:
            await self._database.add(connection, month_keys, [fresh])
            kept = await connection.execute(select(month_keys.c.key).where(month_keys.c.month == month))
            return self._seal.open(kept.scalar_one())

    async def lookups(self, glossary: GlossaryId, since: date) -> Sequence[tuple[Lookup, int]]:
        """Read how often each lookup was made, from that day on, the most frequent first."""
        c = counts.c
        wanted = select(counts).where(c.glossary == glossary, c.day >= since).order_by(c.times.desc(), c.day, c.key)
        async with self._database.reading() as connection:
            return [
                (
                    Lookup(glossary, row.key, Outcome(row.outcome), row.language, row.surface, row.day),
                    row.times,
                )
                for row in await connection.execute(wanted)
            ]

    async def gaps(self, glossary: GlossaryId, month: date, limit: int = 20) -> Sequence[Gap]:
        """List what was not found within a month, what most people asked for first."""
        a, g = gap_askers.c, gaps.c
        ours = (a.glossary == glossary) & (a.month == month)
        most_asked = select(a.key).where(ours).group_by(a.key).order_by(func.count().desc(), a.key).limit(limit)
        async with self._database.reading() as connection:
            askers: dict[str, set[str]] = {key: set() for key in (await connection.execute(most_asked)).scalars()}
            for row in await connection.execute(select(a.key, a.asker).where(ours, a.key.in_(askers))):
                askers[row.key].add(row.asker)
            wanted = select(g.key, g.typed, g.times).where(g.glossary == glossary, g.month == month, g.key.in_(askers))
            forms = (await connection.execute(wanted.order_by(g.times.desc(), g.typed))).all()
        typed: defaultdict[str, list[str]] = defaultdict(list)
        times: defaultdict[str, int] = defaultdict(int)
        for form in forms:
            typed[form.key].append(form.typed)
            times[form.key] += form.times
        return [Gap(LooseKey(key), tuple(typed[key]), times[key], frozenset(people)) for key, people in askers.items()]

    async def purge_counts(self, before: date) -> None:
        """Let go of the months before that day, of what tells askers apart in them, and of their keys."""
        async with self._database.writing() as connection:
            await connection.execute(delete(counts).where(counts.c.day < before))
            for table in (gaps, gap_askers, month_keys):
                await connection.execute(delete(table).where(table.c.month < before))
