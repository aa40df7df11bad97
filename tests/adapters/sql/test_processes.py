"""Processes that share a database answer with each other's changes."""

from __future__ import annotations

import asyncio
import sqlite3
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, text

from adapters.sql.settings import Settings
from adapters.sql.tables import SCHEMA
from bot.housing import Housing
from bot.keeping import HOME, Holder, Lease
from bot.remembering import Catalogues, Contexts
from bot.requests import AccountId, Asker, Place, WorkspaceId
from tests.adapters.promises.changes import MINUTE, NOON, change, concept
from tests.adapters.sql.children import answer, child, migrate, store_at
from tests.terms import TERMS

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from adapters.sql.store import SqlStore

CHANGES = 15
WITHIN = 0.05
"""Seconds after which the other process knows, on PostgreSQL."""
IN_TIME = 5.0


async def asked(pipe: Connection) -> str:
    """Ask the other process, and wait for its answer."""
    pipe.send("?")
    return str(await asyncio.to_thread(pipe.recv))


async def changed(store: SqlStore, number: int) -> str:
    """Change the concept, and give its new meaning."""
    await store.commit(change(concept("a", meaning=str(number)), based_on=number - 1))
    return str(number)


async def test_on_sqlite_the_next_answer_knows(sqlite_url: str) -> None:
    """Whatever was acknowledged in one process is in the answer that another gives next."""
    store = store_at(sqlite_url)
    with child(answer, sqlite_url) as (_, pipe):
        assert await asked(pipe) == ""
        for number in range(1, CHANGES):
            meaning = await changed(store, number)
            assert await asked(pipe) == meaning
    await store.close()


async def delay(store: SqlStore, number: int, pipe: Connection) -> float:
    """Measure how long the other process goes on answering with the old meaning."""
    meaning = await changed(store, number)
    begun = perf_counter()
    while await asked(pipe) != meaning:
        assert perf_counter() - begun < IN_TIME
    return perf_counter() - begun


async def test_on_postgresql_the_answers_soon_know(emptied_postgres_url: str) -> None:
    """Also right after the connection was cut over which the other process hears of changes."""
    store = store_at(emptied_postgres_url)
    with child(answer, emptied_postgres_url) as (_, pipe):
        await asked(pipe)
        await until_listening(store)
        delays = [await delay(store, number, pipe) for number in range(1, CHANGES)]
        assert median(delays) < WITHIN, delays
        after_cuts = []
        for number in range(CHANGES, CHANGES + 5):
            await cut_listeners(store)
            after_cuts.append(await delay(store, number, pipe))
        assert median(after_cuts) < WITHIN, after_cuts
        await until_listening(store)
        assert await delay(store, CHANGES + 5, pipe) < IN_TIME
    await store.close()


LISTENERS = "FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'"


async def until_listening(store: SqlStore) -> None:
    """Wait until the other process listens, as it does a moment after its first answer."""
    counting = text(f"SELECT count(*) {LISTENERS}")
    async with asyncio.timeout(IN_TIME):
        while True:
            async with store._database.reading() as connection:  # noqa: SLF001 — what an administrator would look at
                if (await connection.execute(counting)).scalar_one():
                    return


async def cut_listeners(store: SqlStore) -> None:
    """Cut the connections that listen."""
    async with store._database.writing() as connection:  # noqa: SLF001 — what an administrator would do
        await connection.execute(text(f"SELECT pg_terminate_backend(pid) {LISTENERS}"))


async def test_a_lease_is_held_by_one_of_many_processes(url: str) -> None:
    """Stores of two processes compete for it at the same moment."""
    stores = [store_at(url) for _ in range(4)]
    leases = [Lease("digests", Holder(f"p{number}"), NOON + MINUTE) for number in range(4)]
    held = await asyncio.gather(*(store.acquire(lease, NOON) for store, lease in zip(stores, leases, strict=True)))
    assert sorted(held) == [False, False, False, True]
    for store in stores:
        await store.close()


async def test_stores_that_write_at_the_same_time_make_one_row_of_revisions(url: str) -> None:
    """None is lost and none counted twice; who is slower bases nothing on what it has not seen."""
    stores = [store_at(url) for _ in range(3)]
    made = await asyncio.gather(
        *(store.commit(change(concept(f"c{number}"))) for number, store in enumerate(stores * 5))
    )
    assert sorted(made) == list(range(1, 16))
    assert len(await stores[0].concepts(HOME)) == 15
    for store in stores:
        await store.close()


async def test_processes_that_start_together_migrate_once(bare_url: str) -> None:
    """All of them find the schema that they need, whoever made it."""
    with (
        child(migrate, bare_url) as (_, first),
        child(migrate, bare_url) as (_, second),
        child(migrate, bare_url) as (_, third),
    ):
        for pipe in (first, second, third):
            pipe.send("go")
        assert [await asyncio.to_thread(pipe.recv) for pipe in (first, second, third)] == ["", "", ""]
    database: Any = Settings.of({"DATABASE_URL": bare_url}).database()
    assert await database.version() == SCHEMA
    await database.close()


async def test_a_warm_answer_asks_the_database_nothing(url: str) -> None:
    """Once contexts and catalogue are in memory and changes are listened for, no statement is sent."""
    store = store_at(url)
    await store.settle(WorkspaceId("slack:T1"), HOME, TERMS, NOON)
    contexts = Contexts(Housing(store, {WorkspaceId("slack:T1")}, tuple, lambda: NOON), store)
    catalogues = Catalogues(store)
    asker, place = Asker(AccountId("slack:T1:U1")), Place(WorkspaceId("slack:T1"))

    async def both() -> None:
        await catalogues.of((await contexts.of(asker, place)).glossary)

    await both()
    if url.startswith("postgresql"):
        await until_listening(store)
    await both()
    sent: list[str] = []
    engine = store._database._reader.sync_engine  # noqa: SLF001 — what is sent is seen nowhere else
    event.listen(engine, "before_cursor_execute", lambda *details: sent.append(details[2]))
    for _ in range(10):
        await both()
    assert sent == []
    await store.commit(change(TERMS[0], based_on=1))
    await both()
    assert sent
    await store.close()


async def test_a_batch_of_counts_makes_nobody_read_again(sqlite_url: str) -> None:
    """Only what is remembered moves the stamp; SQLite's own sign of a change would move with every batch."""
    store = store_at(sqlite_url)
    await store.commit(change(concept("a")))
    before = store.stamp(HOME)
    await store.is_first("Ev1", NOON)
    assert store.stamp(HOME) == before
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as other:
        assert other.execute("PRAGMA user_version").fetchone() == before
    other.close()
    await store.close()
