"""What Alembic runs before the migrations: they use the connection that `adapters.sql.migrating` hands over."""

from __future__ import annotations

from alembic import context

from adapters.sql.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite cannot alter a column in place
    compare_type=True,
    transactional_ddl=True,  # on SQLite as well: `_begin` in adapters/sql/sqlite.py opens the transaction
)
with context.begin_transaction():
    context.run_migrations()
