"""Processes of their own for the tests: forked from a clean one that has imported what they need."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from adapters.importing import Wish, bring_in
from adapters.sql.settings import Settings
from bot.keeping import HOME
from bot.remembering import Catalogues
from bot.wording import wording_in
from glossary.concept import ConceptId
from glossary.errors import UnavailableError
from glossary.merging import Mode
from tests.adapters.promises.changes import change, concept, notice
from tests.terms import EN

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


def import_in_steps(url_and_file: str, steps: Connection) -> None:
    """Import a file into a new glossary; before each portion of rows say so and wait, and say None at the end."""
    url, file = url_and_file.split("\n")
    os.environ["DATABASE_URL"] = url

    def wait(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401 — SQLAlchemy's own
        if statement.startswith(("INSERT INTO concepts", "INSERT INTO labels", "INSERT INTO history")):
            steps.send(statement.split()[2])
            steps.recv()

    event.listen(Engine, "before_cursor_execute", wait)
    wish = Wish(Mode.MERGE, None, None, is_dry=False, is_strict=False, is_proposing=False, has_starter=False)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere):
        asyncio.run(bring_in([file], wish, wording_in(EN)))
    steps.send(None)
