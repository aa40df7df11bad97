"""Keep packs, how far people have come with them, and who waits for which term."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    _make("wants", ("glossary", "account", "typed", "key"), _kept("at", MOMENT))
    _make("dismissals", ("glossary", "key"), _kept("at", MOMENT))
    texts = (_kept(name, sa.Text()) for name in ("name", "concepts", "tag", "welcomes"))
    numbers = (_kept("reminder_days", sa.Integer()), _kept("version", sa.BigInteger()))
    _make("packs", ("glossary", "pack"), *texts, *numbers)
    _make("pack_places", ("glossary", "place", "pack"))
    _make(
        "progress",
        ("glossary", "account", "pack"),
        _kept("status", sa.Text()),
        _kept("passed", sa.Integer()),
        _kept("at", MOMENT),
        sa.Column("language", sa.Text()),
        _kept("is_reminded", sa.Boolean()),
        sa.Index(None, "glossary", "pack", "at"),
    )
    _make(
        "learning",
        ("glossary", "account", "concept"),
        _kept("is_read", sa.Boolean()),
        _kept("is_asked", sa.Boolean()),
        _kept("box", sa.Integer()),
        sa.Column("due", MOMENT),
    )
    _make("lanes", ("lane",), _kept("free_at", MOMENT))


def downgrade() -> None:
    """Drop the tables: packs, progress and wants are lost, and nothing else is."""
    for name in ("lanes", "learning", "progress", "pack_places", "packs", "dismissals", "wants"):
        op.drop_table(name)


def _make(name: str, key: tuple[str, ...], *parts: Any) -> None:  # noqa: ANN401 — SQLAlchemy's own word for the parts
    columns = (sa.Column(column, sa.String, primary_key=True, autoincrement=False) for column in key)
    of_glossary = [sa.ForeignKeyConstraint(["glossary"], ["glossaries.glossary"])] if "glossary" in key else []
    op.create_table(name, *columns, *parts, *of_glossary, sqlite_with_rowid=False)


def _kept(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)
