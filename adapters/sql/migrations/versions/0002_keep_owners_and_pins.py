"""Keep who looks after an entry, and which meaning is meant where."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the two tables."""
    for name, key, *more in (("owners", "concept", sa.Column("account", sa.Text, nullable=False)), ("pins", "place")):
        columns = ["glossary", key] if key == "concept" else ["glossary", key, "concept"]
        op.create_table(
            name,
            *(sa.Column(column, sa.String, primary_key=True, autoincrement=False) for column in columns),
            *more,
            sa.ForeignKeyConstraint(["glossary", "concept"], ["concepts.glossary", "concepts.concept"]),
            sqlite_with_rowid=False,
        )


def downgrade() -> None:
    """Drop the two tables: owners and pins are lost, and nothing else is."""
    op.drop_table("pins")
    op.drop_table("owners")
