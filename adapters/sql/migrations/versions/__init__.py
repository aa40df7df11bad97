"""One module a step; Alembic finds the order by their `down_revision`."""
