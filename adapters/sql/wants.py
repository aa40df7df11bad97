"""Who waits for a term that is not there?"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, tuple_

from adapters.sql.notices import rows_of
from adapters.sql.tables import dismissals, glossaries, notices, wants
from bot.answering import answers
from bot.keeping import EMPTY, Revision, Want
from bot.requests import AccountId

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Row, Select
    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database
    from bot.answering import Occasion
    from bot.keeping import GlossaryId
    from bot.requests import WorkspaceId
    from glossary.concept import Concept

    Brought = Sequence[tuple[Concept | None, Concept | None]]


class SqlWants:
    """Fulfils `bot.ports.WantStore`."""

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
        mine = _selected().where(wants.c.glossary == glossary, wants.c.account == account)
        async with self._database.reading() as connection:
            return _wants_in(await connection.execute(mine))

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


async def answer(
    database: Database, connection: AsyncConnection, glossary: GlossaryId, brought: Brought, occasion: Occasion
) -> None:
    """Tell whoever waited for what concepts have become, inside the transaction of the change that brings it."""
    waiting = _wants_in(await connection.execute(_selected().where(wants.c.glossary == glossary)))
    if waiting:
        # Beside the event loop: an import brings many names, and each is compared by its sound too.
        found = await asyncio.to_thread(answers, waiting, brought, occasion)
        await database.add(connection, notices, rows_of(glossary, found.notices))
        await _dropped(connection, glossary, found.met)


async def move(
    database: Database, connection: AsyncConnection, workspace: WorkspaceId, to: GlossaryId
) -> Sequence[Want]:
    """Let who waits in a workspace wait in the glossary that it uses from now on; tell who they are."""
    w = wants.c
    elsewhere = w.account.startswith(f"{workspace}:", autoescape=True) & (w.glossary != to)
    rows = (await connection.execute(select(wants).where(elsewhere))).all()
    await database.add(connection, wants, [{**row._asdict(), "glossary": to} for row in rows])
    await connection.execute(delete(wants).where(elsewhere))
    return _wants_in(rows)


def _selected() -> Select[Any]:
    w = wants.c
    return select(w.account, w.typed, w.key, w.at).order_by(w.at, w.account, w.typed)


async def _dropped(connection: AsyncConnection, glossary: GlossaryId, met: Sequence[Want]) -> None:
    w = wants.c
    these = [(want.account, want.typed) for want in met]
    if these:
        await connection.execute(delete(wants).where(w.glossary == glossary, tuple_(w.account, w.typed).in_(these)))


def _wants_in(rows: Iterable[Row[Any]]) -> list[Want]:
    """Put wants together from their rows, one for each key, in the order in which they come."""
    keys: defaultdict[tuple[str, str, datetime], set[str]] = defaultdict(set)
    for row in rows:
        keys[row.account, row.typed, row.at].add(row.key)
    return [Want(AccountId(account), typed, frozenset(found), at) for (account, typed, at), found in keys.items()]
