"""What is wrong with the database, before anybody notices? Facts, each with a level; the command line has the words."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from adapters.sql.sqlite import SqliteDatabase
from adapters.sql.tables import SCHEMA, revisions, secrets
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database
    from adapters.sql.sealing import Seal

OLDEST_SQLITE, OLDEST_POSTGRES = (3, 37), (14, 0)
"""The versions that the tests were run with, or that are still maintained."""
LEAST_FREE = 200_000_000
"""Bytes on the disk."""
MOST_DRIFT = timedelta(seconds=5)
"""Between this machine's clock and the database's: leases and drafts are measured by both."""

PASSING_FILE_SYSTEMS = frozenset({"tmpfs", "overlay", "aufs", "ramfs", "squashfs"})
"""Gone when the machine or the container is."""
NETWORK_FILE_SYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "9p", "ceph", "glusterfs", "fuse.sshfs"})
"""SQLite's write-ahead log needs memory that all its processes share: https://www.sqlite.org/wal.html, Overview."""


class Check(StrEnum):
    """What was looked at."""

    REACHABLE = "reachable"
    VERSION = "version"
    MIGRATIONS = "migrations"
    CLOCK = "clock"
    SECRETS = "secrets"
    JOURNAL = "journal"
    DISK = "disk"
    LASTING = "lasting"
    PROCESSES = "processes"


class Level(StrEnum):
    """How bad it is."""

    FINE = "fine"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found; the fact is a number, a name or a version."""

    check: Check
    level: Level
    fact: str = ""


async def examine(database: Database, seal: Seal, now: datetime) -> Sequence[Finding]:
    """Look at everything; after a database that does not answer only at what needs no answer."""
    file = database.path if isinstance(database, SqliteDatabase) else None
    is_file = file is not None
    findings = list(_file_findings(file)) if file is not None else []
    try:
        async with database.reading() as connection:
            findings.append(Finding(Check.REACHABLE, Level.FINE, database.engine_name))
            findings.append(await _version(connection, OLDEST_SQLITE if is_file else OLDEST_POSTGRES))
            if is_file:
                findings.append(await _journal(connection))
            migrations = await _migrations(connection)
            findings.append(migrations)
            if migrations.level is Level.FINE:
                findings.append(await _clock(connection, now, is_file=is_file))
                findings.append(await _secrets(connection, seal))
    except UnavailableError as error:
        findings.append(Finding(Check.REACHABLE, Level.PROBLEM, type(error.__cause__).__name__))
    return findings


async def _version(connection: AsyncConnection, oldest: tuple[int, int]) -> Finding:
    def ask(sync_connection: object) -> tuple[int, ...]:
        return tuple(sync_connection.dialect.server_version_info or ())  # type: ignore[attr-defined]

    version = await connection.run_sync(ask)
    return Finding(Check.VERSION, Level.FINE if version >= oldest else Level.PROBLEM, ".".join(map(str, version)))


async def _journal(connection: AsyncConnection) -> Finding:
    mode = str((await connection.exec_driver_sql("PRAGMA journal_mode")).scalar_one())
    return Finding(Check.JOURNAL, Level.FINE if mode == "wal" else Level.PROBLEM, mode)


async def _migrations(connection: AsyncConnection) -> Finding:
    from adapters.sql import migrating  # noqa: PLC0415 — Alembic takes a tenth of a second that no start needs

    at = await connection.run_sync(migrating.version_of)
    return Finding(Check.MIGRATIONS, Level.FINE if at == SCHEMA else Level.PROBLEM, at or "")


async def _clock(connection: AsyncConnection, now: datetime, *, is_file: bool) -> Finding:
    """Compare with the server's clock; a file has none, but no change in it should be later than now."""
    then = select(func.max(revisions.c.at)) if is_file else select(func.clock_timestamp())
    at = (await connection.execute(then)).scalar_one()
    drift = timedelta() if at is None else at - now if is_file else abs(at - now)
    return Finding(Check.CLOCK, Level.FINE if drift <= MOST_DRIFT else Level.PROBLEM, f"{drift.total_seconds():.1f}")


async def _secrets(connection: AsyncConnection, seal: Seal) -> Finding:
    kept = (await connection.execute(select(secrets.c.name, secrets.c.sealed))).all()
    for name, sealed in kept:
        try:
            seal.open(sealed)
        except UnavailableError:
            return Finding(Check.SECRETS, Level.PROBLEM, name)
    return Finding(Check.SECRETS, Level.FINE if seal.has_key else Level.WARNING, str(len(kept)))


def _file_findings(path: Path) -> Iterator[Finding]:
    folder = path.absolute().parent
    if folder.is_dir():
        free = shutil.disk_usage(folder).free
        yield Finding(Check.DISK, Level.FINE if free >= LEAST_FREE else Level.WARNING, str(free))
        kind = file_system_of(folder, Path("/proc/self/mountinfo"))
        level = Level.FINE
        if kind in PASSING_FILE_SYSTEMS:
            level = Level.WARNING
        elif kind in NETWORK_FILE_SYSTEMS:
            level = Level.PROBLEM
        yield Finding(Check.LASTING, level, kind)
    others = len(set(_processes_with(path)) - {os.getpid()})
    yield Finding(Check.PROCESSES, Level.FINE if not others else Level.WARNING, str(others))


def file_system_of(folder: Path, mounts: Path) -> str:
    """Name the kind of file system that a folder is on; "" where the system does not say (outside Linux)."""
    if not mounts.exists():
        return ""
    best, kind = "", ""
    for line in mounts.read_text(encoding="utf-8").splitlines():
        left, _, right = line.partition(" - ")
        point = left.split()[4]
        if folder.is_relative_to(point) and len(point) >= len(best):
            best, kind = point, right.split()[0]
    return kind


def _processes_with(path: Path) -> Iterator[int]:
    """Find the processes that have a file open, as far as the system shows them (Linux)."""
    wanted = str(path.resolve())
    for descriptor in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if str(descriptor.readlink()) == wanted:
                yield int(descriptor.parts[2])
        except OSError:  # closed meanwhile
            continue
