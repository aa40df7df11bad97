"""A database of any earlier version becomes one of this version, with all that is in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData

from adapters.sql import migrating
from adapters.sql.copying import value_of
from adapters.sql.settings import Settings
from adapters.sql.tables import SCHEMA, metadata
from bot.keeping import HOME
from glossary.concept import ConceptId
from tests.adapters.promises.changes import MINJI, concept
from tests.adapters.sql.filling import everything_in
from tests.terms import KO, TERMS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Connection

    from adapters.sql.database import Database

HERE = Path(__file__).parent
KEY = "k" * 32


def _steps() -> list[Any]:
    config = Config()
    config.set_main_option("script_location", "adapters.sql:migrations")
    config.set_main_option("path_separator", "os")
    return list(ScriptDirectory.from_config(config).walk_revisions())


STEPS = _steps()


@pytest.fixture
async def bare(bare_url: str) -> AsyncIterator[Database]:
    """Open a database in which nothing is."""
    database = Settings.of({"DATABASE_URL": bare_url}).database()
    yield database
    await database.close()


def test_the_tables_name_the_newest_step() -> None:
    """And there is one line of steps, without branches."""
    assert STEPS[0].revision == SCHEMA
    assert [step.down_revision for step in STEPS[:-1]] == [step.revision for step in STEPS[1:]]


async def test_the_steps_make_just_the_tables(bare: Database) -> None:
    """Nothing differs from what the code names; and migrating again changes nothing."""
    await bare.migrate()
    await bare.migrate()

    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    async with bare.reading() as connection:
        assert await connection.run_sync(differences) == []


@pytest.mark.parametrize("version", [step.revision for step in reversed(STEPS)])
async def test_a_database_of_each_version_comes_through(bare: Database, version: str) -> None:
    """What was written then is read now: concepts, history, preferences, and the rest."""
    async with bare.writing() as connection:
        await connection.run_sync(migrating.upgrade, version)
        await connection.run_sync(_filled, HERE / f"made_by_{version}.jsonl")
    await bare.migrate()
    assert await bare.version() == SCHEMA
    store = Settings.of({"DATABASE_URL": "sqlite:///unused", "MALMOI_SECRET_KEY": KEY}).store_on(bare)
    assert await store.concepts(HOME) == (*TERMS[:4], concept("a", "A", "에이", meaning="one"))
    assert [entry.revision for entry in await store.history(HOME, ConceptId("chef"))] == [3, 1]
    assert (await store.preferences_of(MINJI)).language == KO
    assert await store.secret("slack:T1") == "xoxb"
    rows = await everything_in(bare)
    assert all(rows[name] for name in _tables_in(HERE / f"made_by_{version}.jsonl"))


def _tables_in(lines: Path) -> set[str]:
    return {json.loads(line)[0] for line in lines.read_text(encoding="utf-8").splitlines()[1:]}


def _filled(connection: Connection, lines: Path) -> None:
    """Put rows into the tables as they were at that version: the code's own tables may know other columns."""
    then = MetaData()
    then.reflect(connection)
    _, *rows = (json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines())
    for name, values in rows:
        table = then.tables[name]
        row = {key: value_of(table.columns[key], value) for key, value in values.items()}
        connection.execute(table.insert(), row)


async def test_every_step_but_the_first_can_be_taken_back(bare: Database) -> None:
    """The first is refused: there would be nothing left. And what was taken back can be taken again."""
    await bare.migrate()
    for step in STEPS[:-1]:
        await _go_back(bare, step.down_revision)
    with pytest.raises(RuntimeError):
        await _go_back(bare, "base")
    assert await bare.version() == STEPS[-1].revision
    await bare.migrate()
    assert await bare.version() == SCHEMA


async def _go_back(database: Database, to: str) -> None:
    async with database.writing() as connection:
        await connection.run_sync(migrating.downgrade, to)
