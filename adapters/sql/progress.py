"""How far has each newcomer come, and what have they learned?"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select, update

from adapters.sql.notices import post_paced
from adapters.sql.tables import learning
from adapters.sql.tables import progress as _table
from bot.packs import Learned, PackId, Progress, Standing, Status
from bot.requests import AccountId
from glossary.concept import ConceptId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, timedelta

    from sqlalchemy import ColumnElement, Row

    from adapters.sql.database import Database
    from bot.keeping import GlossaryId, Notice

_DONE = (Status.STOPPED.value, Status.FINISHED.value)


class SqlProgress:
    """Fulfils `bot.ports.ProgressStore`."""

    _database: Database

    async def begin(self, glossary: GlossaryId, progress: Progress, greeting: Notice, pace: timedelta) -> bool:
        """Let somebody begin a pack and greet them, unless they began it before; tell whether they had not."""
        async with self._database.writing() as connection:
            is_new = await self._database.add(connection, _table, [_row_of(glossary, progress)]) == 1
            if is_new:
                await post_paced(self._database, connection, glossary, greeting, pace)
            return is_new

    async def remind(self, glossary: GlossaryId, progress: Progress, reminder: Notice, pace: timedelta) -> bool:
        """Remind somebody, unless they were reminded before or have moved since; tell whether they are."""
        row = _row_of(glossary, progress)
        unmoved = and_(*(_table.c[name] == value for name, value in row.items() if value is not None))
        async with self._database.writing() as connection:
            reminded = await connection.execute(update(_table).where(unmoved).values(is_reminded=True))
            is_reminded = reminded.rowcount == 1
            if is_reminded:
                await post_paced(self._database, connection, glossary, reminder, pace)
            return is_reminded

    async def progress_of(self, glossary: GlossaryId, account: AccountId) -> Sequence[Progress]:
        """List what somebody has begun, what they touched last first."""
        mine = select(_table).where(_of_person(glossary, account))
        async with self._database.reading() as connection:
            found = await connection.execute(mine.order_by(_table.c.at.desc(), _table.c.pack))
            return [_progress_of(row) for row in found]

    async def keep_progress(self, glossary: GlossaryId, progress: Progress) -> None:
        """Keep how far somebody has come; it takes the place of what was kept."""
        async with self._database.writing() as connection:
            await self._database.put(connection, _table, _row_of(glossary, progress))

    async def silent_in(
        self, glossary: GlossaryId, pack: PackId, since: datetime, limit: int = 100
    ) -> Sequence[Progress]:
        """List who has done nothing since then, has not finished or stopped, and was not reminded."""
        p = _table.c
        silent = select(_table).where(p.glossary == glossary, p.pack == pack, p.at <= since)
        silent = silent.where(p.status.not_in(_DONE), p.is_reminded.is_(False)).order_by(p.at, p.account).limit(limit)
        async with self._database.reading() as connection:
            return [_progress_of(row) for row in await connection.execute(silent)]

    async def standings_in(self, glossary: GlossaryId, pack: PackId) -> Sequence[Standing]:
        """Count who stands where in a pack, by how many terms they have passed."""
        p = _table.c
        counted = select(p.passed, p.status, func.count().label("people"))
        counted = counted.where(p.glossary == glossary, p.pack == pack).group_by(p.passed, p.status)
        async with self._database.reading() as connection:
            found = await connection.execute(counted.order_by(p.passed, p.status))
            return [Standing(Status(row.status), row.passed, row.people) for row in found]

    async def learned_by(self, glossary: GlossaryId, account: AccountId) -> Mapping[ConceptId, Learned]:
        """Tell what somebody has done with each term that they have met."""
        mine = select(learning).where(learning.c.glossary == glossary, learning.c.account == account)
        async with self._database.reading() as connection:
            return {
                ConceptId(row.concept): Learned(row.is_read, row.is_asked, row.box, row.due)
                for row in await connection.execute(mine)
            }

    async def keep_learned(
        self, glossary: GlossaryId, account: AccountId, learned: Mapping[ConceptId, Learned]
    ) -> None:
        """Keep what somebody has done with these terms; it takes the place of what was kept."""
        async with self._database.writing() as connection:
            for concept, one in learned.items():
                whose = {"glossary": glossary, "account": account, "concept": concept}
                await self._database.put(connection, learning, whose | asdict(one))

    async def asked_about(self, glossary: GlossaryId) -> Mapping[ConceptId, int]:
        """Count how many people wanted to know more about each term."""
        counted = select(learning.c.concept, func.count().label("people")).group_by(learning.c.concept)
        asked = counted.where(learning.c.glossary == glossary, learning.c.is_asked.is_(True))
        async with self._database.reading() as connection:
            return {ConceptId(row.concept): row.people for row in await connection.execute(asked)}


def _of_person(glossary: GlossaryId, account: AccountId) -> ColumnElement[bool]:
    return (_table.c.glossary == glossary) & (_table.c.account == account)


def _row_of(glossary: GlossaryId, one: Progress) -> dict[str, Any]:
    return {
        "glossary": glossary,
        "account": one.account,
        "pack": one.pack,
        "status": one.status.value,
        "passed": one.passed,
        "at": one.at,
        "language": one.language,
        "is_reminded": one.is_reminded,
    }


def _progress_of(row: Row[Any]) -> Progress:
    return Progress(
        AccountId(row.account),
        PackId(row.pack),
        Status(row.status),
        row.passed,
        row.at,
        row.language,
        is_reminded=row.is_reminded,
    )
