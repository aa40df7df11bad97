"""Keep which workspaces removed the bot, and which entries lost the one who looked after them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

LAYOUT = {"sqlite_with_rowid": False}


def upgrade() -> None:
    """Add the time of leaving, and let an entry have had somebody who looked after it."""
    op.add_column("workspaces", sa.Column("left_at", sa.DateTime(timezone=True)))
    with op.batch_alter_table("owners", table_kwargs=LAYOUT) as owners:
        owners.alter_column("account", existing_type=sa.Text, nullable=True)


def downgrade() -> None:
    """Take both back: the workspaces that left count as there, and entries that lost somebody as never looked after."""
    op.execute("DELETE FROM owners WHERE account IS NULL")
    with op.batch_alter_table("owners", table_kwargs=LAYOUT) as owners:
        owners.alter_column("account", existing_type=sa.Text, nullable=False)
    with op.batch_alter_table("workspaces", table_kwargs=LAYOUT) as workspaces:
        workspaces.drop_column("left_at")
