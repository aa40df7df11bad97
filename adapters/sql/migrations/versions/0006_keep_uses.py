"""Keep how often which entry was shown in which place."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the table."""
    key = (("glossary", sa.String()), ("place", sa.String()), ("concept", sa.String()), ("month", sa.Date()))
    columns = (sa.Column(name, kind, primary_key=True, autoincrement=False) for name, kind in key)
    op.create_table("uses", *columns, sa.Column("times", sa.BigInteger(), nullable=False), sqlite_with_rowid=False)


def downgrade() -> None:
    """Drop the table: meanings of one name are ordered as if nobody had asked yet."""
    op.drop_table("uses")
