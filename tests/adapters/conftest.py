"""Where the tests get their databases: a file in a temporary folder, and a PostgreSQL server of their own."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from adapters.memory import MemoryStore
from adapters.sql.settings import Settings
from adapters.sql.sqlite import SqliteDatabase
from adapters.sql.tables import metadata

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from adapters.sql.database import Database
    from adapters.sql.store import SqlStore
    from bot.ports import Store

MEMORY, SQLITE, POSTGRES = "memory", "sqlite", "postgres"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Any]:
    """Start a PostgreSQL that belongs to these tests alone; none where ``TEST_DATABASE_URL`` names one."""
    if os.environ.get("TEST_DATABASE_URL"):
        yield None
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it wants XDG_RUNTIME_DIR, and does without
        pgserver = pytest.importorskip("pgserver", reason="no pgserver for this Python; set TEST_DATABASE_URL")
    # Not below pytest's own folder: for root the server has another user, whom the next pytest that starts shuts out.
    with tempfile.TemporaryDirectory(prefix="malmoi-") as folder:
        server = pgserver.get_server(folder, cleanup_mode="delete")
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")  # no test pulls the plug
        yield server
        server.ensure_postgres_running()  # a test may have started it again, and pgserver stops the one that it knows
        server.cleanup()


@pytest.fixture(scope="session")
def postgres_url(postgres_server: Any) -> str:  # noqa: ANN401 — pgserver says no types
    """Give the address of a migrated PostgreSQL."""
    url = os.environ.get("TEST_DATABASE_URL") or postgres_server.get_uri()
    asyncio.run(_migrated(Settings.of({"DATABASE_URL": url}).database()))
    return str(url)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"
    asyncio.run(_migrated(SqliteDatabase(path)))
    return path


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """Give the address of an empty SQLite database."""
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'malmoi.sqlite3')}"


@pytest.fixture(params=[SQLITE, POSTGRES])
def url(request: pytest.FixtureRequest) -> str:
    """Give the address of an empty database, on each engine."""
    return _empty(request, request.param)


@pytest.fixture
def emptied_postgres_url(request: pytest.FixtureRequest) -> str:
    """Give the address of an empty PostgreSQL."""
    return _empty(request, POSTGRES)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    """Open an empty database, on each engine."""
    opened = Settings.of({"DATABASE_URL": url}).database()
    yield opened
    await opened.close()


@pytest.fixture(params=[MEMORY, SQLITE, POSTGRES])
def closed_store(request: pytest.FixtureRequest) -> MemoryStore | SqlStore:
    """Make an empty store, of each kind."""
    if request.param == MEMORY:
        return MemoryStore()
    settings = Settings.of({"DATABASE_URL": _empty(request, request.param), "MALMOI_SECRET_KEY": "k" * 32})
    return settings.store_on(settings.database())


@pytest.fixture
async def store(closed_store: MemoryStore | SqlStore) -> AsyncIterator[Store]:
    """Open an empty store, of each kind."""
    yield closed_store
    await closed_store.close()


def _empty(request: pytest.FixtureRequest, engine: str) -> str:
    address = str(request.getfixturevalue(f"{engine}_url"))
    if engine == POSTGRES:
        asyncio.run(_emptied(address))
    return address


async def _migrated(database: Database) -> None:
    await database.migrate()
    await database.close()


async def _emptied(url: str) -> None:
    database = Settings.of({"DATABASE_URL": url}).database()
    async with database.writing() as connection:
        await connection.execute(text(f"TRUNCATE {', '.join(metadata.tables)}"))
    await database.close()
