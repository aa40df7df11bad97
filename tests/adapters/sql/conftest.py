"""Databases in which nothing is, not even a table."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from adapters.sql.postgres import PostgresDatabase
from adapters.sql.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=["sqlite", "postgres"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a database in which nothing is, on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new.sqlite3'}"
    url = str(request.getfixturevalue("postgres_url"))
    asyncio.run(_make_anew(url, "malmoi_new"))
    return Settings.of({"DATABASE_URL": url}).url.set(database="malmoi_new").render_as_string(hide_password=False)


async def _make_anew(url: str, name: str) -> None:
    database = Settings.of({"DATABASE_URL": url}).database()
    assert isinstance(database, PostgresDatabase)
    engine = database._engine.execution_options(isolation_level="AUTOCOMMIT")  # noqa: SLF001 — not inside a transaction
    async with engine.connect() as connection:
        await connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await database.close()
