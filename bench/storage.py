"""What does keeping and remembering cost? On SQLite, and on PostgreSQL (pgserver, or TEST_DATABASE_URL) where it is.

Run by ``make bench``; docs/scale.md reckons with these figures. Each stands beside its target where it has one.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import tempfile
import tracemalloc
import warnings
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from adapters.sql.copying import write_lines
from adapters.sql.maintaining import migrate
from adapters.sql.settings import Settings
from bot.counts import Lookup, Outcome, Tally
from bot.housing import Housing
from bot.keeping import HOME, Change, Deed, Edit, GlossaryId, Notice, NoticeKey, Recipient, Revision
from bot.recalling import Limits
from bot.remembering import Catalogues, Contexts
from bot.requests import AccountId, Asker, Place, WorkspaceId
from bot.tokens import Token
from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.lookup import Query, resolve
from glossary.spelling import LooseKey

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sql.store import SqlStore

LARGE, SMALL, TEAMS = 10_000, 40, 1_000
BATCHES, WARM, WRITES, WRITERS = 20, 1_000, 200, 16
NOW = datetime(2026, 11, 23, tzinfo=UTC)
EN, KO = LanguageTag("en"), LanguageTag("ko")
SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "re",
    "sun",
    "ter",
    "vol",
    "nex",
    "pra",
    "dim",
    "go",
    "bel",
    "tri",
    "ops",
    "hub",
    "qu",
    "ant",
    "zer",
    "fis",
]
KOREAN = "가나다라마바사아자차카타파하고노도로모보소오조초코토포호"
MISSPELT = Query("kalomii")
PATIENT = Limits(bytes=10**10, first=60.0)
"""Nobody waits here: the figures shall come, however slow the machine."""
TEAM, PERSON = WorkspaceId("slack:T1"), AccountId("slack:T1:U1")


def concepts_of(number: int, seed: int = 1) -> tuple[Concept, ...]:
    """Make concepts as teams have them: two or three names, a definition, half of them in Korean too."""
    draw = random.Random(seed)
    return tuple(_concept(draw, index) for index in range(number))


def _concept(draw: random.Random, index: int) -> Concept:
    word = "".join(draw.choices(SYLLABLES, k=3)).capitalize() + str(index)
    names = [Label(word, EN, LabelKind.HEADWORD), Label(f"{word} service", EN)]
    definitions = [Definition(f"{word} is what a team of {draw.choice(SYLLABLES)} relies on. " * 3, EN)]
    if index % 2:
        spoken = "".join(draw.choices(KOREAN, k=5)) + str(index)
        names.append(Label(spoken, KO, LabelKind.HEADWORD))
        definitions.append(Definition(f"{spoken}은 우리 팀이 늘 쓰는 말이다. " * 4, KO))
    return Concept(ConceptId(f"c{index}"), tuple(names), tuple(definitions), tags=("bench",) if index % 3 else ())


def change_of(concepts: Sequence[Concept], glossary: GlossaryId = HOME, based_on: int = 0, **more: Any) -> Change:  # noqa: ANN401 — any field of a Change
    """Make a change that puts these concepts."""
    edits = tuple(Edit(concept.id, concept) for concept in concepts)
    return Change(glossary, edits, Revision(based_on), PERSON, NOW, Deed.IMPORTED, **more)


def line(what: str, figure: float, unit: str, target: str = "") -> None:
    """Print one figure."""
    print(f"  {what:<58}{figure:>12,.1f} {unit:<10}{target}")


@contextmanager
def weighed(what: str) -> Iterator[None]:
    """Print how much memory is taken after a block that was not before."""
    gc.collect()
    tracemalloc.start()
    yield
    gc.collect()
    line(what, tracemalloc.get_traced_memory()[0] / 1e6, "MB")
    tracemalloc.stop()


@contextmanager
def timed(what: str, unit: str, target: str = "", per: int = 1, scale: float = 1.0) -> Iterator[None]:
    """Print how long a block took, for each of so many."""
    begun = perf_counter()
    yield
    line(what, (perf_counter() - begun) * scale / per, unit, target)


async def measure(settings: Settings) -> None:
    """Take every figure of one engine."""
    await migrate(settings)
    store = settings.store_on(settings.database())
    large = concepts_of(LARGE)
    with timed(f"import of {LARGE:,} concepts as one change", "s"):
        await store.commit(change_of(large))
    if settings.url.get_backend_name() == "postgresql":
        async with store._database.reading() as connection:  # noqa: SLF001 — as in _measure_lines
            size = (await connection.execute(select(func.pg_database_size(func.current_database())))).scalar_one()
        line(f"disk of the database with {LARGE:,} concepts", size / 1e6, "MB")
    await _measure_cold(store)
    await _measure_warm(store)
    await _measure_writes(store)
    await _measure_teams(store)
    await _measure_lines(store)
    await store.close()


async def _measure_cold(store: SqlStore) -> None:
    taken = []
    for _ in range(5):
        gc.collect()
        start = perf_counter()
        resolve(MISSPELT, await Catalogues(store, limits=PATIENT).of(HOME))
        taken.append(perf_counter() - start)
    line(f"cold load of {LARGE:,} concepts with the index (best of 5)", min(taken) * 1000, "ms", "target: under 1000")
    with timed("  of it, reading the concepts", "ms", scale=1000):
        read = await store.concepts(HOME)
    with timed("  of it, making the index", "ms", scale=1000):
        resolve(MISSPELT, Catalogue(read))


async def _measure_warm(store: SqlStore) -> None:
    contexts = Contexts(Housing(store, {TEAM}, tuple, lambda: NOW), store)
    catalogues = Catalogues(store, limits=PATIENT)
    asker, place = Asker(PERSON, EN), Place(TEAM)

    async def both() -> None:
        context = await contexts.of(asker, place)
        await catalogues.of(context.glossary)

    with weighed(f"memory of {LARGE:,} concepts with the index"):
        await both()
        resolve(MISSPELT, await catalogues.of(HOME))
    line("  as estimated for the limit", catalogues.bytes / 1e6, "MB")
    await asyncio.sleep(0.2)  # a connection that listens for changes is being opened
    await both()
    taken = []
    for _ in range(BATCHES):
        start = perf_counter()
        for _ in range(WARM):
            await both()
        taken.append((perf_counter() - start) / WARM)
    line(f"warm context and catalogue (best of {BATCHES})", min(taken) * 1e6, "µs", "target: under 20")
    behind = []
    for number in range(20):
        based_on = await store.revision_of(HOME)
        await store.commit(change_of(concepts_of(1, seed=number), based_on=based_on))
        start = perf_counter()
        await both()
        behind.append(perf_counter() - start)
    line("catalogue after somebody's change", median(behind) * 1000, "ms")


async def _measure_writes(store: SqlStore) -> None:
    based_on = await store.revision_of(HOME)
    with timed("one change (two notices), one after the other", "ms", per=WRITES, scale=1000):
        for number in range(WRITES):
            await store.commit(_edit(HOME, number, based_on + number))
    begun = perf_counter()

    async def writer(which: int) -> None:
        glossary = GlossaryId(f"slack:W{which}")
        for number in range(WRITES // WRITERS):
            await store.commit(_edit(glossary, number, number))

    await asyncio.gather(*(writer(which) for which in range(WRITERS)))
    line(f"changes a second, {WRITERS} writers", WRITES / (perf_counter() - begun), "/s")
    looked = Lookup(HOME, LooseKey("redis"), Outcome.ANSWERED, EN, "slack command", date(2026, 11, 23))
    lookups = tuple(
        (Lookup(HOME, LooseKey(f"redis{number}"), looked.outcome, EN, looked.surface, looked.day), 3)
        for number in range(1000)
    )
    with timed("a batch of counts of 1,000 different lookups", "ms", scale=1000):
        await store.add_counts(Tally(lookups))


def _edit(glossary: GlossaryId, number: int, based_on: int) -> Change:
    notices = tuple(
        Notice(NoticeKey(f"{glossary} {based_on} {to}"), Recipient(f"slack:T1:U{to}"), Token("1:help"), NOW)
        for to in range(2)
    )
    return change_of(concepts_of(1, seed=number), glossary, based_on, notices=notices)


async def _measure_teams(store: SqlStore) -> None:
    starter = concepts_of(SMALL, seed=3)
    with timed(f"a new team with a starter of {SMALL}", "ms", per=TEAMS, scale=1000):
        for number in range(TEAMS):
            await store.settle(WorkspaceId(f"slack:S{number}"), GlossaryId(f"slack:S{number}"), starter, NOW)
    catalogues = Catalogues(store)
    with timed(f"{TEAMS:,} glossaries of {SMALL} in one process, first question", "ms", per=TEAMS, scale=1000):
        for number in range(TEAMS):
            resolve(MISSPELT, await catalogues.of(GlossaryId(f"slack:S{number}")))
    line("  memory of all of them, as estimated for the limit", catalogues.bytes / 1e6, "MB")
    with timed("  each again", "µs", per=TEAMS, scale=1e6):
        for number in range(TEAMS):
            await catalogues.of(GlossaryId(f"slack:S{number}"))
    some = Catalogues(store, limits=PATIENT)
    with weighed(f"  memory of {TEAMS // 10} of them"):
        for number in range(TEAMS // 10):
            resolve(MISSPELT, await some.of(GlossaryId(f"slack:S{number}")))


async def _measure_lines(store: SqlStore) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "all.jsonl"
        with timed("backup of all that as JSON Lines", "s"):
            await write_lines(store._database, copy)  # noqa: SLF001 — the store was opened by this very script
        line("  size", copy.stat().st_size / 1e6, "MB")


def _size_of_import(folder: Path) -> None:
    """Print what a glossary takes on the disk, history and indexes included."""
    path = folder / "size.sqlite3"
    settings = Settings.of({"DATABASE_URL": f"sqlite:///{path}"})

    async def filled() -> None:
        await migrate(settings)
        empty = path.stat().st_size
        store = settings.store_on(settings.database())
        await store.commit(change_of(concepts_of(LARGE)))
        await store.close()
        line(f"disk for {LARGE:,} concepts with their history", (path.stat().st_size - empty) / 1e6, "MB")

    asyncio.run(filled())


@contextmanager
def postgres() -> Iterator[str | None]:
    """Give the address of a PostgreSQL to measure, if there is one."""
    if os.environ.get("TEST_DATABASE_URL"):
        yield os.environ["TEST_DATABASE_URL"]
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pgserver = import_module("pgserver")  # only some Pythons have it
    except ImportError:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        server = pgserver.get_server(folder, cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as folder:
        print("SQLite")
        _size_of_import(Path(folder))
        asyncio.run(measure(Settings.of({"DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3"})))
    with postgres() as url:
        print("PostgreSQL" if url else "PostgreSQL: not here (no pgserver, no TEST_DATABASE_URL)")
        if url:
            asyncio.run(measure(Settings.of({"DATABASE_URL": url})))


if __name__ == "__main__":
    main()
