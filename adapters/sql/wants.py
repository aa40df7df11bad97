"""Who waits for a term that is not there?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, tuple_

from adapters.sql.notices import rows_of
from adapters.sql.tables import dismissals, glossaries, notices, wants
from bot.keeping import EMPTY, Revision, Want, answer_to
from bot.requests import AccountId

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database
    from bot.keeping import Change, GlossaryId


class SqlWants:
    """Fulfils `bot.newcomers.WantStore`."""

    _database: Database

    async def want(self, glossary: GlossaryId, want: Want) -> Revision:
        """Keep a want; tell the latest revision at that moment."""
        rows = [
            {"glossary": glossary, "account": want.account, "typed": want.typed, "key": key, "at": want.at}
            for key in sorted(want.keys)
        ]
        latest = select(glossaries.c.revision).where(glossaries.c.glossary == glossary)
        async with self._database.writing() as connection:
            # The lock that changes take as well: each of them comes wholly before or wholly after.
            revision = (await connection.execute(latest.with_for_update())).scalar_one_or_none()
            await self._database.add(connection, wants, rows)
            return Revision(revision or EMPTY)

    async def wants_of(self, glossary: GlossaryId, account: AccountId) -> Sequence[Want]:
        """List what somebody waits for, the oldest first."""
        w = wants.c
        mine = select(w.account, w.typed, w.key, w.at).where(w.glossary == glossary, w.account == account)
        async with self._database.reading() as connection:
            return _wants_in(await connection.execute(mine.order_by(w.at, w.typed)))

    async def drop_want(self, glossary: GlossaryId, account: AccountId, typed: str) -> None:
        """Wait no longer. What is not there stays not there."""
        w = wants.c
        this = (w.glossary == glossary) & (w.account == account) & (w.typed == typed)
        async with self._database.writing() as connection:
            await connection.execute(delete(wants).where(this))

    async def dismiss(self, glossary: GlossaryId, keys: frozenset[str], at: datetime) -> None:
        """Leave these keys out of the gaps from now on."""
        async with self._database.writing() as connection:
            for key in sorted(keys):
                await self._database.put(connection, dismissals, {"glossary": glossary, "key": key, "at": at})

    async def dismissed(self, glossary: GlossaryId) -> frozenset[str]:
        """Tell the keys that are left out of the gaps."""
        wanted = select(dismissals.c.key).where(dismissals.c.glossary == glossary)
        async with self._database.reading() as connection:
            return frozenset((await connection.execute(wanted)).scalars())

    async def purge_wants(self, before: datetime) -> None:
        """Let go of the wants and dismissals from before this time."""
        async with self._database.writing() as connection:
            for table in (wants, dismissals):
                await connection.execute(delete(table).where(table.c.at < before))


async def answer(database: Database, connection: AsyncConnection, change: Change, revision: Revision) -> None:
    """Tell whoever waited for what a change brings, inside its transaction; the author knows it already."""
    if not change.answering:
        return
    w = wants.c
    ours = w.glossary == change.glossary
    waiting = _wants_in(await connection.execute(select(w.account, w.typed, w.key, w.at).where(ours)))
    for answering in change.answering:
        met = [want for want in waiting if want.keys & answering.keys]
        told = dict.fromkeys(want.account for want in met if want.account != change.author)
        caused = [answer_to(account, answering.token, revision, change.at) for account in told]
        await database.add(connection, notices, rows_of(change.glossary, caused))
        these = [(want.account, want.typed) for want in met]
        if these:
            await connection.execute(delete(wants).where(ours, tuple_(w.account, w.typed).in_(these)))


def _wants_in(rows: Iterable[Row[Any]]) -> list[Want]:
    """Put wants together from their rows, one for each key, in the order in which they come."""
    keys: defaultdict[tuple[str, str, datetime], set[str]] = defaultdict(set)
    for row in rows:
        keys[row.account, row.typed, row.at].add(row.key)
    return [Want(AccountId(account), typed, frozenset(found), at) for (account, typed, at), found in keys.items()]
