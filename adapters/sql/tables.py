"""What does the database look like? Every table, and the only place that names a column.

What belongs to a glossary is keyed by the glossary first, in its primary key and in whatever is unique, so that
PostgreSQL can partition such a table by it, or Citus distribute it, without another schema.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import Dialect

SCHEMA = "0006"
"""The migration that makes these tables; what a database must be at."""


PERSONAL = "personal"
STAYS, GOES = "stays", "goes"
"""What becomes of a row when the person whom its personal column names is forgotten."""


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC: SQLite keeps none of the two by itself."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Write it in UTC, so that times compare as they are written."""
        del dialect
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read it as what it is."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _key(name: str, kind: Any = String) -> Column[Any]:  # noqa: ANN401 — SQLAlchemy's own word for a type
    """Make a column of the primary key."""
    return Column(name, kind, primary_key=True, autoincrement=False)


def _kept(name: str, kind: Any = Text) -> Column[Any]:  # noqa: ANN401 — SQLAlchemy's own word for a type
    """Make a column that always has a value."""
    return Column(name, kind, nullable=False)


def _personal(name: str, *, stays: bool = False, is_key: bool = False) -> Column[str]:
    """Make a column that names an account. Where the row stays when the person is forgotten, it is emptied."""
    info = {PERSONAL: STAYS if stays else GOES}
    return Column(name, String if is_key else Text, primary_key=is_key, nullable=stays, info=info)


def _table(name: str, *parts: Any) -> Table:  # noqa: ANN401 — SQLAlchemy's own word for the parts of a table
    """Make a table that SQLite lays out by its primary key: rows that are read together lie together."""
    return Table(name, metadata, *parts, sqlite_with_rowid=False)


def _of_concept() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["glossary", "concept"], ["concepts.glossary", "concepts.concept"])


def _of_glossary() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["glossary"], ["glossaries.glossary"])


# ── what a glossary holds ─────────────────────────────────────────────────────────────────────────────────────────────

glossaries = _table(
    "glossaries",
    _key("glossary"),
    _kept("revision", BigInteger),
    _kept("places", BigInteger),  # how many places in the order of first addition were given
    _kept("founded_at", Moment),
)

concepts = _table(
    "concepts",
    _key("glossary"),
    _key("concept"),
    _kept("revision", BigInteger),  # of the last change to it
    _kept("place", BigInteger),  # in the order of first addition
    _kept("is_removed", Boolean),  # a removed concept stays as a row, so that whoever is behind learns of it
    _kept("details"),  # all that is neither label nor definition, as JSON; "" where there is nothing
    _of_glossary(),
    Index(None, "glossary", "revision"),
)

labels = _table(
    "labels",
    _key("glossary"),
    _key("concept"),
    _key("number", Integer),  # the order within the concept
    _kept("key"),  # the loose folding of the text
    _kept("text"),
    _kept("language"),
    _kept("kind"),
    _of_concept(),
    Index(None, "glossary", "key"),
)

definitions = _table(
    "definitions",
    _key("glossary"),
    _key("concept"),
    _key("number", Integer),  # the order within the concept
    _kept("language"),
    _kept("text"),
    _of_concept(),
    UniqueConstraint("glossary", "concept", "language"),
)

# ── what happened to it ───────────────────────────────────────────────────────────────────────────────────────────────

revisions = _table(
    "revisions",
    _key("glossary"),
    _key("revision", BigInteger),
    Column("key", Text),  # the change's own key, so that it is not done twice
    _personal("author", stays=True),
    _kept("at", Moment),
    _kept("deed"),
    _kept("why"),
    _of_glossary(),
    UniqueConstraint("glossary", "key"),
)

history = _table(
    "history",
    _key("glossary"),
    _key("concept"),
    _key("revision", BigInteger),
    Column("before", Text),  # the whole concept as JSON
    Column("after", Text),
    ForeignKeyConstraint(["glossary", "revision"], ["revisions.glossary", "revisions.revision"]),
    Index(None, "glossary", "revision"),
)

proposals = _table(
    "proposals",
    _key("glossary"),
    _key("proposal"),
    _kept("concept"),
    Column("after", Text),
    _kept("based_on", BigInteger),
    _personal("author", stays=True),
    _kept("at", Moment),
    _kept("why"),
    Column("verdict", Text),  # NULL as long as it is open
    _personal("curator", stays=True),
    Column("decided_at", Moment),
    Column("reason", Text),
    _of_glossary(),
    Index(None, "glossary", "verdict", "at"),
)

drafts = _table(
    "drafts",
    _key("glossary"),
    _key("draft"),
    _personal("owner"),
    _kept("purpose"),
    _kept("values"),
    _kept("based_on", BigInteger),
    _kept("expires", Moment),
    _of_glossary(),
    Index(None, "expires"),
)

notices = _table(
    "notices",
    _key("glossary"),
    _key("key"),
    _kept("platform"),
    _personal("recipient"),
    _kept("token"),
    _kept("due", Moment),
    Column("holder", Text),
    Column("held_until", Moment),
    Column("begun_at", Moment),
    Column("finished_at", Moment),
    _of_glossary(),
    Index(None, "platform", "finished_at", "due"),
)

owners = _table(
    "owners",
    _key("glossary"),
    _key("concept"),
    _personal("account", stays=True),  # NULL once whoever looked after it is gone
    _of_concept(),
)

pins = _table("pins", _key("glossary"), _key("place"), _key("concept"), _of_concept())

# ── what was asked ────────────────────────────────────────────────────────────────────────────────────────────────────

counts = _table(
    "counts",
    _key("glossary"),
    _key("day", Date),
    _key("key"),
    _key("outcome"),
    _key("language"),
    _key("surface"),
    _kept("times", BigInteger),
)

gaps = _table(
    "gaps",
    _key("glossary"),
    _key("month", Date),
    _key("key"),
    _key("typed"),
    _kept("times", BigInteger),
)

uses = _table(
    "uses",
    _key("glossary"),
    _key("place"),  # a channel or a workspace
    _key("concept"),
    _key("month", Date),
    _kept("times", BigInteger),
)

gap_askers = _table("gap_askers", _key("glossary"), _key("month", Date), _key("key"), _key("asker"))

wants = _table(
    "wants",
    _key("glossary"),
    _personal("account", is_key=True),
    _key("typed"),
    _key("key"),  # one row for each key by which a change may answer it
    _kept("at", Moment),
    _of_glossary(),
)

dismissals = _table("dismissals", _key("glossary"), _key("key"), _kept("at", Moment), _of_glossary())

# ── what newcomers read ───────────────────────────────────────────────────────────────────────────────────────────────

packs = _table(
    "packs",
    _key("glossary"),
    _key("pack"),
    _kept("name"),
    _kept("concepts"),  # ids as JSON, in their order
    _kept("tag"),
    _kept("welcomes"),  # pairs of language and text as JSON
    _kept("reminder_days", Integer),
    _kept("version", BigInteger),
    _of_glossary(),
)

pack_places = _table("pack_places", _key("glossary"), _key("place"), _key("pack"), _of_glossary())

progress = _table(
    "progress",
    _key("glossary"),
    _personal("account", is_key=True),
    _key("pack"),
    _kept("status"),
    _kept("passed", Integer),
    _kept("at", Moment),
    Column("language", Text),
    _kept("is_reminded", Boolean),
    _of_glossary(),
    Index(None, "glossary", "pack", "at"),
)

learning = _table(
    "learning",
    _key("glossary"),
    _personal("account", is_key=True),
    _key("concept"),
    _kept("is_read", Boolean),
    _kept("is_asked", Boolean),
    _kept("box", Integer),
    Column("due", Moment),
    _of_glossary(),
)

# ── what belongs to the installation ──────────────────────────────────────────────────────────────────────────────────

workspaces = _table(
    "workspaces",
    _key("workspace"),
    _kept("uses"),  # a glossary
    _kept("since", Moment),
    Column("left_at", Moment),  # when it removed the bot
    ForeignKeyConstraint(["uses"], ["glossaries.glossary"]),
    Index(None, "uses"),
)

roles = _table("roles", _key("workspace"), _personal("holder", is_key=True), _kept("role"))

preferences = _table("preferences", _personal("subject", is_key=True), _key("name"), _kept("value"))

known = _table("known", _personal("account", is_key=True), _key("concept"))

leases = _table("leases", _key("name"), _kept("holder"), _kept("until", Moment))

lanes = _table("lanes", _key("lane"), _kept("free_at", Moment))  # when a workspace can be told the next thing unasked

events = _table("events", _key("event"), _kept("met_at", Moment), Index(None, "met_at"))

month_keys = _table("month_keys", _key("month", Date), _kept("key", LargeBinary))

secrets = _table("secrets", _key("name"), _kept("sealed", LargeBinary))
