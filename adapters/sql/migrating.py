"""How does a database come from one version of the schema to another? The only place that knows Alembic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext

from adapters.sql.tables import SCHEMA

if TYPE_CHECKING:
    from sqlalchemy import Connection


def upgrade(connection: Connection, to: str = SCHEMA) -> None:
    """Bring a database up to a version, in the transaction that the connection is in."""
    if version_of(connection) != to:
        command.upgrade(_config(connection), to)


def downgrade(connection: Connection, to: str) -> None:
    """Bring a database back to an earlier version, in the transaction that the connection is in."""
    command.downgrade(_config(connection), to)


def version_of(connection: Connection) -> str | None:
    """Tell at which version a database is; None for one without tables."""
    return MigrationContext.configure(connection).get_current_revision()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "adapters.sql:migrations")
    config.set_main_option("path_separator", "os")  # without it Alembic warns
    config.attributes["connection"] = connection
    return config
