"""Keep which concepts people said they know."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "known",
        sa.Column("account", sa.String, primary_key=True),
        sa.Column("concept", sa.String, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Drop the table: what people know is lost, and nothing else is."""
    op.drop_table("known")
