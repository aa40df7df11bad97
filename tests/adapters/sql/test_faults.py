"""Locked, full, read-only, gone, cut, restarted: memory answers, changes are refused whole, and then all works."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, text

from adapters.sql.postgres import PostgresDatabase
from adapters.sql.settings import Settings
from adapters.sql.sqlite import SqliteDatabase
from adapters.sql.store import SqlStore
from bot.breaker import REST
from bot.keeping import HOME
from bot.remembering import Catalogues
from glossary.errors import UnavailableError
from tests.adapters.promises.changes import change, concept, notice

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from sqlalchemy.ext.asyncio import AsyncConnection

FIRST, SECOND = concept("a", meaning="first"), concept("a", meaning="second")


@pytest.fixture
async def file_store(sqlite_url: str) -> AsyncIterator[SqlStore]:
    """Give a store with one concept, that does not wait long for a lock."""
    store = SqlStore(SqliteDatabase(Path(sqlite_url.removeprefix("sqlite:///")), busy_timeout=0.02))
    await store.commit(change(FIRST))
    yield store
    await store.close()


@pytest.fixture
async def server_store(emptied_postgres_url: str) -> AsyncIterator[SqlStore]:
    """Give a store with one concept on PostgreSQL."""
    database = Settings.of({"DATABASE_URL": emptied_postgres_url}).database()
    store = SqlStore(database)
    await store.commit(change(FIRST))
    yield store
    await store.close()


def path_of(store: SqlStore) -> Path:
    """Tell the file of a store on SQLite."""
    assert isinstance(store._database, SqliteDatabase)  # noqa: SLF001 — the test does to the file what users do
    return store._database.path  # noqa: SLF001


async def check_refused(store: SqlStore) -> None:
    """A change is refused as what it is, and nothing of it is there."""
    with pytest.raises(UnavailableError) as refusal:
        await store.commit(change(SECOND, concept("b"), based_on=1, notices=(notice("never"),)))
    assert refusal.value.__cause__ is not None


async def check_untouched_and_well(store: SqlStore) -> None:
    """The first state is there whole, and changes work again without a restart."""
    assert await store.concepts(HOME) == (FIRST,)
    assert await store.commit(change(SECOND, based_on=1)) == 2
    assert await store.concepts(HOME) == (SECOND,)


async def test_a_locked_file_is_read_and_not_written(file_store: SqlStore) -> None:
    """Another program holds the right to write."""
    with closing(sqlite3.connect(path_of(file_store), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await file_store.concepts(HOME) == (FIRST,)
        await check_refused(file_store)
    await check_untouched_and_well(file_store)


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_on_a_full_disk_nothing_is_half_written(file_store: SqlStore) -> None:
    """The disk fills up in the middle of a change."""
    catalogues = Catalogues(file_store)
    await catalogues.of(HOME)
    with full_disk():
        with pytest.raises(UnavailableError):
            await file_store.commit(change(SECOND, *(concept(f"c{number}") for number in range(300)), based_on=1))
        assert (await catalogues.of(HOME)).get(FIRST.id) == FIRST
    await check_untouched_and_well(file_store)


async def test_a_read_only_file_is_read_and_not_written(file_store: SqlStore) -> None:
    """Every connection gets SQLite's own error for it."""
    database = SqliteDatabase(path_of(file_store))
    event.listen(database._engine.sync_engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only = ON"))  # noqa: SLF001
    read_only = SqlStore(database)
    assert await read_only.concepts(HOME) == (FIRST,)
    await check_refused(read_only)
    await read_only.close()
    await check_untouched_and_well(file_store)


async def test_a_file_that_cannot_be_there_is_refused(tmp_path: Path) -> None:
    """Its folder is missing; when the folder is there all works."""
    database = SqliteDatabase(tmp_path / "gone" / "malmoi.sqlite3")
    store = SqlStore(database)
    catalogues = Catalogues(store)
    with pytest.raises(UnavailableError):
        await store.concepts(HOME)
    with pytest.raises(UnavailableError):
        await catalogues.of(HOME)
    (tmp_path / "gone").mkdir()
    await database.migrate()
    await store.commit(change(FIRST))
    assert list(await catalogues.of(HOME)) == [FIRST]
    await store.close()


async def test_a_read_only_server_is_read_and_not_written(server_store: SqlStore) -> None:
    """As after a failover to a server that still follows."""
    database = server_store._database  # noqa: SLF001
    assert isinstance(database, PostgresDatabase)

    async def turn(state: str) -> None:
        async with database.writing() as connection:
            await connection.execute(text("SET TRANSACTION READ WRITE"))
            await connection.execute(text(f"ALTER ROLE CURRENT_USER SET default_transaction_read_only = {state}"))
        await cut_connections(database)

    await turn("on")
    try:
        assert await server_store.concepts(HOME) == (FIRST,)
        await check_refused(server_store)
    finally:
        await turn("off")
    await check_untouched_and_well(server_store)


async def cut_connections(database: PostgresDatabase) -> None:
    """Cut every connection to the database but the one that does it, as a restart would."""
    cutting = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    async def cut(connection: AsyncConnection) -> None:
        await connection.execute(cutting)
        await connection.invalidate()

    async with database._engine.connect() as connection:  # noqa: SLF001
        await cut(connection)


async def test_cut_connections_are_replaced(server_store: SqlStore) -> None:
    """Both the idle ones and the one that listens; nothing that was remembered is trusted until it was read again."""
    database = server_store._database  # noqa: SLF001
    assert isinstance(database, PostgresDatabase)
    catalogues = Catalogues(server_store)
    for _ in range(3):
        await cut_connections(database)
        assert (await catalogues.of(HOME)).get(FIRST.id) == FIRST
    await check_untouched_and_well(server_store)
    assert list(await catalogues.of(HOME)) == [SECOND]


async def test_a_transaction_that_loses_its_connection_is_refused(server_store: SqlStore) -> None:
    """In the middle of it: nothing of it stays."""
    database = server_store._database  # noqa: SLF001
    assert isinstance(database, PostgresDatabase)

    async def write_and_lose() -> None:
        async with database.writing() as connection:
            await connection.execute(text("UPDATE glossaries SET revision = 99"))
            await cut_connections(database)
            await connection.execute(text("SELECT 1"))

    with pytest.raises(UnavailableError):
        await write_and_lose()
    await check_untouched_and_well(server_store)


@pytest.fixture
def own_server(postgres_server: Any) -> Any:  # noqa: ANN401 — pgserver says no types
    """Give the server, where it is the tests' own to stop."""
    if postgres_server is None:
        pytest.skip("the server of TEST_DATABASE_URL is not ours to stop")
    return postgres_server


async def test_a_server_that_restarts_is_missed_and_found_again(server_store: SqlStore, own_server: Any) -> None:  # noqa: ANN401
    """Answers go on from memory and say so, changes are refused; when it is back all works without our restart."""
    catalogues = Catalogues(server_store)
    await catalogues.of(HOME)
    await asyncio.to_thread(pg_ctl, own_server, "stop", "--mode=immediate")
    try:
        assert (await catalogues.of(HOME)).get(FIRST.id) == FIRST
        assert catalogues.is_behind(HOME)
        await check_refused(server_store)
    finally:
        await asyncio.to_thread(pg_ctl, own_server, "start")
    await check_untouched_and_well(server_store)
    assert list(await catalogues.of(HOME)) == [SECOND]
    assert not catalogues.is_behind(HOME)


async def test_a_server_that_hangs_costs_nobody_more_than_the_limit(server_store: SqlStore, own_server: Any) -> None:  # noqa: ANN401
    """After a few such questions nobody waits at all, until it is back."""
    catalogues = Catalogues(server_store)
    await catalogues.of(HOME)
    database = server_store._database  # noqa: SLF001
    async with database.reading() as connection:
        pid = (await connection.execute(text("SELECT pg_backend_pid()"))).scalar_one()
    await server_store.close()  # no connection is at hand: a new one has to be made, and hangs
    postmaster = int((Path(str(own_server.pgdata)) / "postmaster.pid").read_text(encoding="utf-8").split()[0])
    assert pid != postmaster
    os.kill(postmaster, signal.SIGSTOP)
    try:
        waits = []
        for _ in range(6):
            begun = perf_counter()
            assert (await catalogues.of(HOME)).get(FIRST.id) == FIRST
            waits.append(perf_counter() - begun)
        assert catalogues.is_behind(HOME)
        assert max(waits) < 0.4
        assert max(waits[3:]) < 0.05
    finally:
        os.kill(postmaster, signal.SIGCONT)
    await asyncio.wait_for(_until_current(catalogues), 20 * REST)


async def _until_current(catalogues: Catalogues) -> None:
    await catalogues.of(HOME)
    while catalogues.is_behind(HOME):
        await asyncio.sleep(REST / 20)  # the breaker's rest is measured by the real clock here
        await catalogues.of(HOME)


def pg_ctl(server: Any, *arguments: str) -> None:  # noqa: ANN401 — pgserver says no types
    """Stop or start the tests' own PostgreSQL, with the options that it was started with."""
    folder = Path(str(server.pgdata))
    options = (folder / "postmaster.opts").read_text(encoding="utf-8").split(maxsplit=1)
    program = Path(options[0]).with_name("pg_ctl")
    started_with = ["-o", options[1].strip()] if arguments[0] == "start" else []
    log = folder / "log-of-the-tests"
    command = [str(program), "-D", str(folder), "-l", str(log), "-w", *started_with, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, user=server.system_user)
