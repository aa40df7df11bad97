"""What is particular to SQLite? The only place that knows: pragmas, one writer at a time, how changes are noticed."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import asynccontextmanager, closing
from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy import event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import create_async_engine

from adapters.sql import faults
from adapters.sql.database import Database
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Hashable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Table
    from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
    from sqlalchemy.pool import ConnectionPoolEntry

    from bot.keeping import Subject

BUSY_TIMEOUT = 5.0
"""Seconds that a connection waits for another process to finish writing."""

SWITCHING_ATTEMPTS = 100

_WRITES = "malmoi_writes"
"""An execution option: the transaction takes the right to write at once; one that asks later can be refused it."""


class SqliteDatabase(Database):
    """A file. Readers never wait; writers of this process queue here, those of others by the busy timeout.

    Changes are noticed by SQLite's ``user_version``: each transaction that changes something remembered counts it up,
    and reading it on an open connection takes microseconds. (``data_version`` would also move with every batch of
    counts, and everything would be read again each second.)
    """

    engine_name = "SQLite"

    def __init__(self, path: Path, *, busy_timeout: float = BUSY_TIMEOUT) -> None:
        self.path = path
        self._engine = create_async_engine(
            URL.create("sqlite+aiosqlite", database=str(path)), connect_args={"timeout": busy_timeout}
        )
        event.listen(self._engine.sync_engine, "do_connect", self._try)
        event.listen(self._engine.sync_engine, "connect", _configure)
        event.listen(self._engine.sync_engine, "begin", _begin)
        self._writing_engine = self._engine.execution_options(**{_WRITES: True})
        self._one_writer = asyncio.Lock()
        self._watching: sqlite3.Cursor | None = None
        self._seen: Hashable = None

    def insert(self, table: Table) -> sqlite.Insert:
        """Begin an INSERT that can say what happens to a row that is there already."""
        return sqlite.insert(table)

    def stamp(self, subject: Subject) -> Hashable:
        """Tell the version of everything: SQLite does not say what changed, and reading it again costs little."""
        del subject
        if self._seen is None:
            self._seen = self._look()
            # A request asks four times in one turn of the loop, in which nothing else can happen: it is told the same.
            asyncio.get_running_loop().call_soon(self._look_again)
        return self._seen

    def _look_again(self) -> None:
        self._seen = None

    def _look(self) -> Hashable:
        try:
            if self._watching is None:
                self._watching = self._read_only(timeout=0).cursor()
            return tuple(self._watching.execute("PRAGMA user_version").fetchone())
        except sqlite3.Error as error:
            raise UnavailableError(faults.PART) from error

    async def back_up(self, copy: Path) -> None:
        """Copy the database as it is at one moment into a new file, while everybody goes on."""
        with faults.refusing():
            try:
                await asyncio.to_thread(self._back_up, copy)
            except sqlite3.Error as error:
                raise UnavailableError(faults.PART) from error

    def _try(self, *_: object) -> None:
        """Open the file here first: where aiosqlite 0.22 cannot, its thread outlives the event loop, and complains."""
        sqlite3.connect(self.path).close()

    def _back_up(self, copy: Path) -> None:
        unfinished = copy.with_name(f"{copy.name}.unfinished")
        try:
            with closing(self._read_only()) as source, closing(sqlite3.connect(unfinished)) as target:
                source.backup(target)
                if target.execute("PRAGMA quick_check").fetchone() != ("ok",):
                    raise sqlite3.DatabaseError("the database is damaged, and so would the copy be")
            unfinished.replace(copy)
        finally:
            unfinished.unlink(missing_ok=True)

    def _read_only(self, timeout: float = BUSY_TIMEOUT) -> sqlite3.Connection:
        return sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=timeout)

    async def close(self) -> None:
        """Let go of every connection; the last process to do so folds the write-ahead log into the file."""
        if self._watching is not None:
            self._watching.connection.close()
            self._watching = None
        await self._engine.dispose()

    @property
    def _reader(self) -> AsyncEngine:
        return self._engine

    @property
    def _writer(self) -> AsyncEngine:
        return self._writing_engine

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        async with self._one_writer:
            yield

    async def _lock_schema(self, connection: AsyncConnection) -> None:
        """Do nothing: a transaction that writes is alone already."""

    async def _announce(self, connection: AsyncConnection, subjects: Sequence[Subject]) -> None:
        del subjects
        version = (await connection.exec_driver_sql("PRAGMA user_version")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA user_version = {(version + 1) % 2**31}")

    def _announced(self, subjects: Sequence[Subject]) -> None:
        """Do nothing: the next stamp of this process shows it already."""


def _configure(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # sqlite3 shall not begin transactions by itself: `_begin` does
    cursor = connection.cursor()
    _keep_a_log(cursor)
    cursor.execute("PRAGMA synchronous = FULL")  # what was acknowledged survives a power cut
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _keep_a_log(cursor: DBAPICursor) -> None:
    """Switch to the write-ahead log, which the file remembers; several processes may find a new file together."""
    for attempt in count(1):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:  # who switches does not wait for others by SQLite's busy timeout
            if attempt == SWITCHING_ATTEMPTS:
                raise
            time.sleep(BUSY_TIMEOUT / SWITCHING_ATTEMPTS)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
