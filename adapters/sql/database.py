"""How are transactions begun and ended? What the stores need of an engine, whichever it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import column, inspect, select, table

from adapters.sql.faults import refusing
from adapters.sql.tables import SCHEMA

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Hashable, Mapping, Sequence
    from contextlib import AbstractAsyncContextManager

    from sqlalchemy import Table
    from sqlalchemy.dialects import postgresql, sqlite
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.keeping import Subject

    Insert = postgresql.Insert | sqlite.Insert

_versions = table("alembic_version", column("version_num"))
"""Alembic's own table, read here without Alembic."""


class Database(ABC):
    """One database. Its errors leave as refusals; what is announced is learned by every process that remembers it."""

    engine_name: str

    @abstractmethod
    def insert(self, table: Table) -> Insert:
        """Begin an INSERT that can say what happens to a row that is there already."""

    async def put(self, connection: AsyncConnection, table: Table, row: Mapping[str, Any]) -> None:
        """Insert a row, or replace the one of the same primary key."""
        statement = self.insert(table)
        new = {column.name: statement.excluded[column.name] for column in table.columns if not column.primary_key}
        await connection.execute(statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=new), row)

    async def add(self, connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:
        """Insert the rows whose primary key is not there yet; tell how many those were when one was given."""
        if not rows:
            return 0
        return (await connection.execute(self.insert(table).on_conflict_do_nothing(), rows)).rowcount

    async def add_up(
        self, connection: AsyncConnection, table: Table, number: str, rows: Sequence[Mapping[str, Any]]
    ) -> None:
        """Insert rows, or add their number to the one of the row with the same primary key."""
        if not rows:
            return
        statement = self.insert(table)
        total = {number: table.columns[number] + statement.excluded[number]}
        await connection.execute(
            statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=total), rows
        )

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Read in one transaction that sees one state, however many statements it has.

        Raises:
            UnavailableError: The database does not answer.
        """
        with refusing():
            async with self._reader.begin() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self, *subjects: Subject) -> AsyncIterator[AsyncConnection]:
        """Write in one transaction: all of it when the block ends, nothing when it raises. Then announce the subjects.

        Raises:
            UnavailableError: The database does not answer; nothing has changed.
        """
        with refusing():
            async with self._turn(), self._writer.begin() as connection:
                yield connection
                if subjects:
                    await self._announce(connection, subjects)
        self._announced(subjects)

    @property
    @abstractmethod
    def _reader(self) -> AsyncEngine:
        """Give the engine whose transactions see one state."""

    @property
    @abstractmethod
    def _writer(self) -> AsyncEngine:
        """Give the engine whose transactions may write from their first statement on."""

    @abstractmethod
    def _turn(self) -> AbstractAsyncContextManager[None]:
        """Wait until this process may write."""

    @abstractmethod
    async def _announce(self, connection: AsyncConnection, subjects: Sequence[Subject]) -> None:
        """Tell every process, once the transaction is committed, that these have changed."""

    @abstractmethod
    def _announced(self, subjects: Sequence[Subject]) -> None:
        """Know in this process, at once, that these have changed."""

    @abstractmethod
    def stamp(self, subject: Subject) -> Hashable:
        """Tell the present state of what is kept about a subject (see `bot.ports.Freshness`)."""

    async def migrate(self) -> None:
        """Bring the schema to what this version needs; several processes may do so at the same time."""
        if await self.version() == SCHEMA:
            return
        from adapters.sql import migrating  # noqa: PLC0415 — Alembic takes a tenth of a second that few starts need

        async with self.writing() as connection:
            await self._lock_schema(connection)
            await connection.run_sync(migrating.upgrade)

    async def version(self) -> str | None:
        """Tell at which version the schema is; None for a database without tables."""
        async with self.reading() as connection:
            if not await connection.run_sync(lambda sync: inspect(sync).has_table(_versions.name)):
                return None
            return (await connection.execute(select(_versions.c.version_num))).scalar_one_or_none()

    @abstractmethod
    async def _lock_schema(self, connection: AsyncConnection) -> None:
        """Keep other processes waiting that would migrate at the same time."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of every connection."""
