"""Processes of their own for the tests: forked from a clean one that has imported what they need."""

from __future__ import annotations

import asyncio
import multiprocessing
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from adapters.sql.settings import Settings
from bot.keeping import HOME
from bot.remembering import Catalogues
from glossary.concept import ConceptId
from glossary.errors import UnavailableError
from tests.adapters.promises.changes import change, concept, notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

    from bot.ports import Store

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload([__name__, "aiosqlite", "asyncpg", "adapters.sql.sqlite", "adapters.sql.postgres"])


@contextmanager
def child(task: Callable[..., None], url: str) -> Iterator[tuple[Any, Connection]]:
    """Run a task in a process of its own; give the process and the other end of its pipe."""
    ours, theirs = _context.Pipe()
    process = _context.Process(target=task, args=(url, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def store_at(url: str) -> Any:  # noqa: ANN401 — a SqlStore; its import is the forkserver's
    """Make a store that is to be used by one event loop."""
    settings = Settings.of({"DATABASE_URL": url})
    return settings.store_on(settings.database())


def write_for_ever(url: str, acknowledged: Connection) -> None:
    """Change two concepts at a time, with a notice, again and again; say the revision of each change that was kept."""
    asyncio.run(_write(store_at(url), acknowledged))


async def _write(store: Store, acknowledged: Connection) -> None:
    while True:
        number = await store.revision_of(HOME) + 1
        both = (concept("a", f"a {number}", meaning=str(number)), concept("b", f"b {number}", meaning=str(number)))
        wanted = change(*both, based_on=number - 1, notices=(notice(f"n{number}"),), why=str(number))
        acknowledged.send(await store.commit(wanted))


def answer(url: str, questions: Connection) -> None:
    """Answer each question with what the concept `a` means, from a catalogue in memory; end with an empty one."""
    asyncio.run(_answer(store_at(url), questions))


async def _answer(store: Any, questions: Connection) -> None:  # noqa: ANN401 — a SqlStore
    catalogues = Catalogues(store)
    while await asyncio.to_thread(questions.recv):
        try:
            found = (await catalogues.of(HOME)).get(ConceptId("a"))
            questions.send(found.definitions[0].text if found else "")
        except UnavailableError:
            questions.send("away")
    await store.close()


def migrate(url: str, done: Connection) -> None:
    """Migrate when told to, and say how that went."""
    done.recv()
    try:
        asyncio.run(Settings.of({"DATABASE_URL": url}).database().migrate())
    except Exception as error:  # noqa: BLE001 — whatever it is, the test is to see it
        done.send(repr(error))
    else:
        done.send("")
