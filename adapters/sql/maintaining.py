"""What does whoever runs the bot do with the database? Open, migrate, copy and restore it, and look what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.sql.copying import read_lines, write_lines
from adapters.sql.examining import examine
from adapters.sql.sqlite import SqliteDatabase
from adapters.sql.tables import SCHEMA
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from adapters.sql.examining import Finding
    from adapters.sql.settings import Settings
    from adapters.sql.store import SqlStore

LINES = ".jsonl"
"""How the name of a copy ends that is text; SQLite copies itself as a database otherwise."""


async def open_store(settings: Settings) -> SqlStore:
    """Open the stores: a file is made and migrated by itself, a server's schema must be what this version needs.

    Raises:
        UnavailableError: The database does not answer, or `migrate` has to be run first (its part says so).
    """
    database = settings.database()
    if await database.version() != SCHEMA:  # asked first: what migrates takes longer to import than all the rest
        if not isinstance(database, SqliteDatabase):
            await database.close()
            raise UnavailableError("schema")
        await database.migrate()
    return settings.store_on(database)


async def migrate(settings: Settings) -> None:
    """Bring the database to what this version needs; after a new key was put before the old one, seal all with it."""
    database = settings.database()
    try:
        await database.migrate()
        if len(settings.keys) > 1:
            await settings.store_on(database).seal_again()
    finally:
        await database.close()


async def back_up(settings: Settings, copy: Path) -> None:
    """Write a consistent copy while everybody goes on: of a file another file, of a server JSON Lines."""
    database = settings.database()
    try:
        if isinstance(database, SqliteDatabase) and copy.suffix != LINES:
            await database.back_up(copy)
        else:
            await write_lines(database, copy)
    finally:
        await database.close()


async def restore(settings: Settings, copy: Path) -> None:
    """Read JSON Lines into an empty database of either engine, which is migrated first.

    Raises:
        MalformedError: The file is none of ours, or the database is not empty.
    """
    database = settings.database()
    try:
        await database.migrate()
        await read_lines(database, copy)
    finally:
        await database.close()


async def diagnose(settings: Settings, now: datetime) -> Sequence[Finding]:
    """Look what is wrong with the database."""
    database = settings.database()
    try:
        return await examine(database, settings.seal(), now)
    finally:
        await database.close()
