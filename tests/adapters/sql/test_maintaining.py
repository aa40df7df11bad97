"""What whoever runs the bot does with the database: opening, copying, restoring, looking what is wrong."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from adapters.sql.examining import Check, Level, file_system_of
from adapters.sql.maintaining import back_up, diagnose, migrate, open_store, restore
from adapters.sql.settings import Settings
from adapters.sql.tables import metadata
from bot.keeping import HOME
from glossary.errors import MalformedError, UnavailableError
from tests.adapters.promises.changes import MINJI, change, concept
from tests.adapters.sql.children import child, write_for_ever
from tests.adapters.sql.filling import everything_in, fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.sql.examining import Finding

KEY = "k" * 32


def now() -> datetime:
    """Tell the real time, which the server's clock is compared with."""
    return datetime.now(UTC)


def settings_of(url: str, key: str = KEY) -> Settings:
    """Make settings with a key."""
    return Settings.of({"DATABASE_URL": url, "MALMOI_SECRET_KEY": key})


async def test_a_file_is_made_and_migrated_when_it_is_opened(tmp_path: Path) -> None:
    """Nothing has to be done before the first answer."""
    store = await open_store(settings_of(f"sqlite:///{tmp_path / 'new.sqlite3'}"))
    assert await store.commit(change(concept("a"))) == 1
    await store.close()


async def test_a_file_is_kept_as_safely_as_sqlite_can(tmp_path: Path) -> None:
    """Readers beside a writer, every acknowledged change on the disk, no row without what it belongs to."""
    database = settings_of(f"sqlite:///{tmp_path / 'new.sqlite3'}").database()
    for opening in (database.reading, database.writing):
        async with opening() as connection:
            asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            found = [(await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one() for name in asked]
        assert found == ["wal", 2, 1, 5000]
    await database.close()


def copies_in(folder: Path) -> list[Path]:
    """Find what a copy left behind."""
    return list(folder.glob("copy*"))


def damage(path: Path) -> None:
    """Overwrite the middle of a file."""
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"A" * (len(whole) - 8192 - 4096) + whole[-4096:])


async def test_a_damaged_file_is_not_copied_as_if_it_were_whole(tmp_path: Path) -> None:
    """The copy is looked at, and nothing is left of it."""
    path = tmp_path / "damaged.sqlite3"
    store = await open_store(settings_of(f"sqlite:///{path}"))
    await store.commit(change(*(concept(f"c{number}", meaning="x" * 500) for number in range(200))))
    await store.close()
    damage(path)
    with pytest.raises(UnavailableError):
        await back_up(settings_of(f"sqlite:///{path}"), tmp_path / "copy.sqlite3")
    assert not copies_in(tmp_path)


async def test_nobody_who_was_forgotten_is_left_in_any_table(url: str) -> None:
    """Whatever the tables are: no value in any of them has the account in it."""
    store = await open_store(settings_of(url))
    await fill(store)
    await store.commit(replace(change(concept("b"), based_on=3), author=MINJI))
    assert str(MINJI) in str(await everything_in(store._database))  # noqa: SLF001 — every row is looked at
    await store.forget(MINJI)
    assert str(MINJI) not in str(await everything_in(store._database))  # noqa: SLF001 — as above
    await store.close()


async def test_a_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    """And no empty database is left where there was none."""
    with pytest.raises(UnavailableError):
        await back_up(settings_of(f"sqlite:///{tmp_path / 'none.sqlite3'}"), tmp_path / "copy.sqlite3")
    assert found_in(tmp_path) == []


def found_in(folder: Path) -> list[str]:
    """List the files of a folder."""
    return [file.name for file in folder.iterdir()]


async def test_a_server_is_migrated_by_command(bare_url: str) -> None:
    """Opening says so before; afterwards it works."""
    settings = settings_of(bare_url)
    if bare_url.startswith("postgresql"):
        with pytest.raises(UnavailableError) as refusal:
            await open_store(settings)
        assert refusal.value.part == "schema"
    await migrate(settings)
    store = await open_store(settings)
    assert await store.concepts(HOME) == ()
    await store.close()


async def test_a_backup_of_a_running_file_is_consistent(sqlite_url: str, tmp_path: Path) -> None:
    """While another process writes: the copy is one moment of it, whole."""
    copy = tmp_path / "copy.sqlite3"
    with child(write_for_ever, sqlite_url) as (_, pipe):
        for _ in range(5):
            await asyncio.to_thread(pipe.recv)
        await back_up(settings_of(sqlite_url), copy)
    store = await open_store(settings_of(f"sqlite:///{copy}"))
    latest = await store.revision_of(HOME)
    assert latest >= 5
    assert [one.definitions[0].text for one in await store.concepts(HOME)] == [str(latest)] * 2
    assert len(await store.history(HOME, limit=1000)) == 2 * latest
    await store.close()


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_lines_carry_everything_to_either_engine(url: str, engine: str, tmp_path: Path) -> None:
    """From a file to a server when a team outgrows one machine, and back."""
    settings = settings_of(url)
    store = await open_store(settings)
    await fill(store)
    before = await everything_in(store._database)  # noqa: SLF001 — every row is compared
    assert all(before.values())
    await store.close()
    lines = tmp_path / "all.jsonl"
    await back_up(settings, lines)
    assert not unfinished_in(tmp_path)
    other = f"sqlite:///{tmp_path / 'other.sqlite3'}" if engine == "sqlite" else url
    if engine == "postgres":
        await emptied(settings)
    await restore(settings_of(other), lines)
    again = await open_store(settings_of(other))
    assert await everything_in(again._database) == before  # noqa: SLF001 — every row is compared
    assert await again.secret("slack:T1") == "xoxb"
    await again.close()


async def emptied(settings: Settings) -> None:
    """Take every row out."""
    database = settings.database()
    async with database.writing() as connection:
        for table in reversed(metadata.sorted_tables):
            await connection.execute(table.delete())
    await database.close()


def unfinished_in(folder: Path) -> list[Path]:
    """Find what a copy leaves behind when it is not complete."""
    return list(folder.glob("*.unfinished"))


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "words",
        '{"malmoi":"0000"}',
        '{"malmoi":"0004"}\n["nothing",{}]',
        '{"malmoi":"0004"}\n["roles",{"workspace":"w"}]',
        '{"malmoi":"0004"}\n["roles",{"workspace":"w","holder":"h","role":"r"}]\nwords',
    ],
)
async def test_what_is_no_backup_is_refused_whole(sqlite_url: str, lines: str, tmp_path: Path) -> None:
    """Nothing of it is kept, the good lines before the bad one neither."""
    copy = await asyncio.to_thread(written, tmp_path / "bad.jsonl", lines)
    with pytest.raises(MalformedError):
        await restore(settings_of(sqlite_url), copy)
    store = await open_store(settings_of(sqlite_url))
    assert not any((await everything_in(store._database)).values())  # noqa: SLF001 — every row is looked at
    await store.close()


def written(path: Path, content: str) -> Path:
    """Write a file."""
    path.write_text(content, encoding="utf-8")
    return path


async def test_a_backup_is_not_laid_over_what_is_there(sqlite_url: str, tmp_path: Path) -> None:
    """A restore wants an empty database."""
    settings, lines = settings_of(sqlite_url), tmp_path / "all.jsonl"
    store = await open_store(settings)
    await store.commit(change(concept("a")))
    await store.close()
    await back_up(settings, lines)
    with pytest.raises(MalformedError):
        await restore(settings, lines)


def found(findings: Sequence[Finding], check: Check) -> Finding:
    """Find what one check found."""
    return next(finding for finding in findings if finding.check is check)


async def test_a_healthy_database_has_nothing_wrong(url: str) -> None:
    """Every check was made; on which disk the tests run is not the database's fault."""
    store = await open_store(settings_of(url))
    await fill(store)
    await store.close()
    findings = await diagnose(settings_of(url), now())
    wrong = [one for one in findings if one.level is not Level.FINE and one.check not in {Check.LASTING, Check.DISK}]
    assert wrong == []
    everywhere = {Check.REACHABLE, Check.VERSION, Check.MIGRATIONS, Check.CLOCK, Check.SECRETS}
    of_files = {Check.JOURNAL, Check.DISK, Check.LASTING, Check.PROCESSES}
    assert {one.check for one in findings} == everywhere | (of_files if url.startswith("sqlite") else set())


async def test_a_database_that_does_not_answer_is_named(tmp_path: Path) -> None:
    """The cause is in the finding."""
    for url in (f"sqlite:///{tmp_path / 'none' / 'x.sqlite3'}", f"postgresql:///x?host={tmp_path}"):
        unreachable = found(await diagnose(settings_of(url), now()), Check.REACHABLE)
        assert unreachable.level is Level.PROBLEM
        assert unreachable.fact


async def test_a_database_without_tables_is_to_be_migrated(bare_url: str) -> None:
    """Then nothing is asked that needs them."""
    findings = await diagnose(settings_of(bare_url), now())
    assert found(findings, Check.MIGRATIONS).level is Level.PROBLEM
    assert Check.SECRETS not in {one.check for one in findings}


async def test_a_clock_that_is_behind_is_found(url: str) -> None:
    """A file knows when the last change was; a server has a clock of its own."""
    store = await open_store(settings_of(url))
    await store.commit(change(concept("a"), at=now()))
    await store.close()
    assert found(await diagnose(settings_of(url), now() - timedelta(hours=1)), Check.CLOCK).level is Level.PROBLEM


async def test_a_lost_key_is_found_before_a_token_is_needed(url: str) -> None:
    """With the name of the first secret that it does not open; and having no key at all is worth a word."""
    store = await open_store(settings_of(url))
    await store.keep_secret("slack:T1", "xoxb")
    await store.close()
    lost = found(await diagnose(settings_of(url, "l" * 32), now()), Check.SECRETS)
    assert (lost.level, lost.fact) == (Level.PROBLEM, "slack:T1")


async def test_no_key_is_worth_a_warning(sqlite_url: str) -> None:
    """Without one no token can be kept."""
    assert found(await diagnose(settings_of(sqlite_url, ""), now()), Check.SECRETS).level is Level.WARNING


async def test_several_processes_on_a_file_are_worth_a_warning(sqlite_url: str) -> None:
    """As long as they run."""
    with child(write_for_ever, sqlite_url) as (_, pipe):
        await asyncio.to_thread(pipe.recv)
        warning = found(await diagnose(settings_of(sqlite_url), now()), Check.PROCESSES)
    assert warning.level is (Level.WARNING if sys.platform == "linux" else Level.FINE)
    assert found(await diagnose(settings_of(sqlite_url), now()), Check.PROCESSES).level is Level.FINE


async def test_a_file_without_its_log_is_a_problem(sqlite_url: str) -> None:
    """Somebody has switched the write-ahead log off for good, which opening turns on again."""
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as other:
        assert other.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    other.close()
    assert found(await diagnose(settings_of(sqlite_url), now()), Check.JOURNAL).fact == "wal"


def test_the_file_system_of_a_folder_is_that_of_its_nearest_mount(tmp_path: Path) -> None:
    """As Linux lists them; elsewhere it is not known."""
    mounts = written(
        tmp_path / "mountinfo",
        "1 0 8:1 / / rw - overlay overlay rw\n"
        "2 1 8:2 / /data rw shared:1 - ext4 /dev/sda1 rw\n"
        "3 1 0:9 / /data/net rw - nfs4 server:/x rw\n",
    )
    folders = ("/app", "/data", "/data/words", "/data/net/words", "/database")
    kinds = [file_system_of(Path(folder), mounts) for folder in folders]
    assert kinds == ["overlay", "ext4", "ext4", "nfs4", "overlay"]
    assert file_system_of(Path("/"), tmp_path / "none") == ""
