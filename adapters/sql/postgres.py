"""What is particular to PostgreSQL? The only place that knows: its locks, and how changes are announced by NOTIFY."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import create_async_engine

from adapters.sql.database import Database

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Hashable, Sequence

    import asyncpg
    from sqlalchemy import Table
    from sqlalchemy.engine import URL
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.keeping import Subject

CHANNEL = "malmoi"
STATEMENT_TIMEOUT = 10.0
"""Seconds after which a statement is given up: a server that hangs must not hold a connection for ever."""
CONNECT_TIMEOUT = 5.0
RETRY = 0.02
"""Seconds between two attempts to listen again, at first; doubled up to LONGEST_RETRY."""
LONGEST_RETRY = 1.0
HEARTBEAT = 5.0
"""Seconds between two questions on the listening connection: one that was cut without a word is found by them."""
MOST_SUBJECTS = 100_000
"""How many subjects are told apart before all of them are forgotten at once."""

_MIGRATION_LOCK = 0x6D616C6D6F69  # "malmoi": any number that no other program uses


class PostgresDatabase(Database):
    """A server. Changes are announced by NOTIFY, and a connection that listens brings them here in well under 50 ms.

    As long as nothing listens every stamp is new, so that everything is read again; and a listening connection that
    was lost has made all that was remembered doubtful.
    """

    engine_name = "PostgreSQL"

    def __init__(self, url: URL, *, pool_size: int) -> None:
        self._engine = create_async_engine(
            url,
            pool_size=pool_size,
            pool_pre_ping=True,  # a connection that a restart has cut is replaced before it is used
            pool_timeout=STATEMENT_TIMEOUT,
            connect_args={"timeout": CONNECT_TIMEOUT, "command_timeout": STATEMENT_TIMEOUT},
        )
        self._reading_engine = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._listener = Listener(self._connection_of_its_own)

    def insert(self, table: Table) -> postgresql.Insert:
        """Begin an INSERT that can say what happens to a row that is there already."""
        return postgresql.insert(table)

    def stamp(self, subject: Subject) -> Hashable:
        """Tell the state of one subject, as far as this process has heard."""
        return self._listener.stamp(subject)

    async def close(self) -> None:
        """Let go of every connection."""
        await self._listener.close()
        await self._engine.dispose()

    @property
    def _reader(self) -> AsyncEngine:
        return self._reading_engine

    @property
    def _writer(self) -> AsyncEngine:
        return self._engine

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Wait for nothing: the server lets writers of different glossaries go on beside each other."""
        yield

    async def _lock_schema(self, connection: AsyncConnection) -> None:
        await connection.execute(select(func.pg_advisory_xact_lock(_MIGRATION_LOCK)))

    async def _announce(self, connection: AsyncConnection, subjects: Sequence[Subject]) -> None:
        for subject in subjects:
            await connection.execute(select(func.pg_notify(CHANNEL, subject)))

    def _announced(self, subjects: Sequence[Subject]) -> None:
        for subject in subjects:
            self._listener.hear(subject)

    async def _connection_of_its_own(self) -> asyncpg.Connection[Any]:
        arguments, options = self._engine.dialect.create_connect_args(self._engine.url)
        import asyncpg  # noqa: PLC0415 — the optional extra; SQLAlchemy has imported it by now

        return await asyncpg.connect(*arguments, **options, timeout=CONNECT_TIMEOUT, command_timeout=STATEMENT_TIMEOUT)


class Listener:
    """Hears which subjects changed, on one connection that it opens again whenever it is lost."""

    def __init__(self, connect: Callable[[], Any]) -> None:
        self._connect = connect
        self._numbers = count(1)
        self._heard: dict[Subject, int] = {}
        self._epoch = next(self._numbers)
        self._listens = False
        self._task: asyncio.Task[None] | None = None

    def stamp(self, subject: Subject) -> Hashable:
        """Tell how often a subject was heard of; something new every time while nobody listens."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._listen_for_ever())
        if not self._listens:
            return next(self._numbers)
        return self._epoch, self._heard.get(subject, 0)

    def hear(self, subject: Subject) -> None:
        """Know that a subject has changed."""
        if len(self._heard) >= MOST_SUBJECTS:
            self._forget()
        self._heard[subject] = next(self._numbers)

    async def close(self) -> None:
        """Stop listening."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
            self._task = None

    def _forget(self) -> None:
        self._heard.clear()
        self._epoch = next(self._numbers)

    async def _listen_for_ever(self) -> None:
        retry = RETRY
        while True:
            with suppress(Exception):  # whatever ends it, the answer is to connect again
                await self._listen()
                retry = RETRY
            await asyncio.sleep(retry)
            retry = min(2 * retry, LONGEST_RETRY)

    async def _listen(self) -> None:
        """Listen until the connection is lost."""
        connection = await self._connect()
        lost = asyncio.Event()

        def lose(_: object) -> None:
            self._listens = False  # at once, and not when the task has its turn
            lost.set()

        try:
            connection.add_termination_listener(lose)
            await connection.add_listener(CHANNEL, lambda *heard: self.hear(heard[-1]))
            self._forget()
            self._listens = True
            while not lost.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(lost.wait(), HEARTBEAT)
                    return
                await connection.execute("SELECT 1")
        finally:
            self._listens = False
            connection.terminate()
