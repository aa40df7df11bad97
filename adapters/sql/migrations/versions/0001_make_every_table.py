"""Make every table."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make every table of the first version."""
    _make_glossaries()
    _make_history()
    _make_counts()
    _make_installation()


def downgrade() -> None:
    """Refuse: this step back would lose all that is kept.

    Raises:
        RuntimeError: Always.
    """
    raise RuntimeError("there is nothing before the first version; restore a backup, or drop the tables by hand")


def _make_glossaries() -> None:
    _make(
        "glossaries",
        _key("glossary"),
        _kept("revision", sa.BigInteger),
        _kept("places", sa.BigInteger),
        _kept("founded_at", MOMENT),
    )
    _make(
        "concepts",
        _key("glossary"),
        _key("concept"),
        _kept("revision", sa.BigInteger),
        _kept("place", sa.BigInteger),
        _kept("is_removed", sa.Boolean),
        _kept("details"),
        _of_glossary(),
        sa.Index(None, "glossary", "revision"),
    )
    _make(
        "labels",
        _key("glossary"),
        _key("concept"),
        _key("number", sa.Integer),
        _kept("key"),
        _kept("text"),
        _kept("language"),
        _kept("kind"),
        _of_concept(),
        sa.Index(None, "glossary", "key"),
    )
    _make(
        "definitions",
        _key("glossary"),
        _key("concept"),
        _key("number", sa.Integer),
        _kept("language"),
        _kept("text"),
        _of_concept(),
        sa.UniqueConstraint("glossary", "concept", "language"),
    )


def _make_history() -> None:
    _make(
        "revisions",
        _key("glossary"),
        _key("revision", sa.BigInteger),
        sa.Column("key", sa.Text),
        sa.Column("author", sa.Text),
        _kept("at", MOMENT),
        _kept("deed"),
        _kept("why"),
        _of_glossary(),
        sa.UniqueConstraint("glossary", "key"),
    )
    _make(
        "history",
        _key("glossary"),
        _key("concept"),
        _key("revision", sa.BigInteger),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.ForeignKeyConstraint(["glossary", "revision"], ["revisions.glossary", "revisions.revision"]),
        sa.Index(None, "glossary", "revision"),
    )
    _make(
        "proposals",
        _key("glossary"),
        _key("proposal"),
        _kept("concept"),
        sa.Column("after", sa.Text),
        _kept("based_on", sa.BigInteger),
        sa.Column("author", sa.Text),
        _kept("at", MOMENT),
        _kept("why"),
        sa.Column("verdict", sa.Text),
        sa.Column("curator", sa.Text),
        sa.Column("decided_at", MOMENT),
        sa.Column("reason", sa.Text),
        _of_glossary(),
        sa.Index(None, "glossary", "verdict", "at"),
    )
    _make(
        "drafts",
        _key("glossary"),
        _key("draft"),
        _kept("owner"),
        _kept("purpose"),
        _kept("values"),
        _kept("based_on", sa.BigInteger),
        _kept("expires", MOMENT),
        _of_glossary(),
        sa.Index(None, "expires"),
    )
    _make(
        "notices",
        _key("glossary"),
        _key("key"),
        _kept("platform"),
        _kept("recipient"),
        _kept("token"),
        _kept("due", MOMENT),
        sa.Column("holder", sa.Text),
        sa.Column("held_until", MOMENT),
        sa.Column("begun_at", MOMENT),
        sa.Column("finished_at", MOMENT),
        _of_glossary(),
        sa.Index(None, "platform", "finished_at", "due"),
    )


def _make_counts() -> None:
    _make(
        "counts",
        _key("glossary"),
        _key("day", sa.Date),
        _key("key"),
        _key("outcome"),
        _key("language"),
        _key("surface"),
        _kept("times", sa.BigInteger),
    )
    _make(
        "gaps",
        _key("glossary"),
        _key("month", sa.Date),
        _key("key"),
        _key("typed"),
        _kept("times", sa.BigInteger),
    )
    _make("gap_askers", _key("glossary"), _key("month", sa.Date), _key("key"), _key("asker"))


def _make_installation() -> None:
    _make(
        "workspaces",
        _key("workspace"),
        _kept("uses"),
        _kept("since", MOMENT),
        sa.ForeignKeyConstraint(["uses"], ["glossaries.glossary"]),
        sa.Index(None, "uses"),
    )
    _make("roles", _key("workspace"), _key("holder"), _kept("role"))
    _make("preferences", _key("subject"), _key("name"), _kept("value"))
    _make("leases", _key("name"), _kept("holder"), _kept("until", MOMENT))
    _make("events", _key("event"), _kept("met_at", MOMENT), sa.Index(None, "met_at"))
    _make("month_keys", _key("month", sa.Date), _kept("key", sa.LargeBinary))
    _make("secrets", _key("name"), _kept("sealed", sa.LargeBinary))


def _make(name: str, *parts: Any) -> None:  # noqa: ANN401 — whatever a table is made of
    op.create_table(name, *parts, sqlite_with_rowid=False)


def _key(name: str, kind: Any = sa.String) -> sa.Column[Any]:  # noqa: ANN401 — SQLAlchemy's own word for a type
    return sa.Column(name, kind, primary_key=True, autoincrement=False)


def _kept(name: str, kind: Any = sa.Text) -> sa.Column[Any]:  # noqa: ANN401 — SQLAlchemy's own word for a type
    return sa.Column(name, kind, nullable=False)


def _of_concept() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["glossary", "concept"], ["concepts.glossary", "concepts.concept"])


def _of_glossary() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["glossary"], ["glossaries.glossary"])
