"""Where is the database, and with which keys are secrets sealed? What the environment says, read in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from adapters.sql.sealing import SHORTEST_KEY, Seal
from adapters.sql.store import SqlStore
from glossary.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.engine import URL

    from adapters.sql.database import Database

DEFAULT = "sqlite:///malmoi.sqlite3"
DEFAULT_CONNECTIONS = 5
_POSTGRES = ("postgres", "postgresql", "postgresql+asyncpg")
_SQLITE = ("sqlite", "sqlite+aiosqlite")


@dataclass(frozen=True, slots=True)
class Settings:
    """``DATABASE_URL`` and ``MALMOI_SECRET_KEY``; the keys are the newest first."""

    url: URL
    keys: tuple[str, ...] = ()
    connections: int = DEFAULT_CONNECTIONS
    """Which a process keeps open to a server: ``?connections=20`` in the address."""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Settings:
        """Read the settings.

        Raises:
            MalformedError: One of them cannot be understood; its field is the name of the variable.
        """
        keys = tuple(key.strip() for key in environment.get("MALMOI_SECRET_KEY", "").split(",") if key.strip())
        if any(len(key) < SHORTEST_KEY for key in keys):
            raise MalformedError("too short", "MALMOI_SECRET_KEY")
        url = _url_of(environment.get("DATABASE_URL") or DEFAULT)
        connections = url.query.get("connections", str(DEFAULT_CONNECTIONS))
        if not isinstance(connections, str) or not connections.isdecimal():
            raise MalformedError("not a number", "DATABASE_URL")
        return cls(url.difference_update_query(["connections"]), keys, int(connections))

    def database(self) -> Database:
        """Make the database, without connecting to it: its driver is imported here and not before."""
        if self.url.drivername in _SQLITE:
            from adapters.sql.sqlite import SqliteDatabase  # noqa: PLC0415 — see the docstring

            return SqliteDatabase(Path(self.url.database or ""))
        from adapters.sql.postgres import PostgresDatabase  # noqa: PLC0415 — see the docstring

        return PostgresDatabase(self.url, pool_size=self.connections)

    def seal(self) -> Seal:
        """Make what secrets are sealed with."""
        return Seal(self.keys)

    def store_on(self, database: Database) -> SqlStore:
        """Make the stores on a database."""
        return SqlStore(database, self.seal())


def _url_of(written: str) -> URL:
    """Read an address as hosts and people write it.

    Raises:
        MalformedError: It is none, or of no database that is known here.
    """
    try:
        url = make_url(written)
    except ArgumentError as error:
        raise MalformedError("not an address", "DATABASE_URL") from error
    if url.drivername in _SQLITE and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite+aiosqlite")
    if url.drivername not in _POSTGRES:
        raise MalformedError("unknown database", "DATABASE_URL")
    ssl_mode = url.query.get("sslmode")  # libpq's name for what asyncpg calls ssl
    if ssl_mode is not None:
        url = url.difference_update_query(["sslmode"]).update_query_dict({"ssl": ssl_mode})
    return url.set(drivername="postgresql+asyncpg")
