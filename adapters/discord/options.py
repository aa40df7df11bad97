"""What can be filled in beside a command? Each option once, with its names in every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.commands.languages import CHANNEL, WORKSPACE
from bot.wording import Wording
from glossary.formats.choosing import FORMATS

YES = "yes"

Say = Callable[[Wording], str]
"""Says something in the language of a wording."""


class Kind(Enum):
    """What can be filled into an option."""

    TERM = auto()
    """A name, completed while it is typed; other text is looked up as it is."""
    LANGUAGE = auto()
    """A language, completed while it is typed."""
    TEXT = auto()
    YES = auto()
    HOLDER = auto()
    """A person or a role of the server."""
    ROLE = auto()
    """A role of the server."""
    ONE_OF = auto()
    FILE = auto()
    """A file, which fills in the form of the command."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that can be filled in."""

    key: str
    kind: Kind
    name: Say
    says: Say
    is_required: bool = False
    values: tuple[tuple[str, Say], ...] = ()
    """For `ONE_OF`: (value, what it is called)."""


def _same(name: str) -> Say:
    """Call something by a name that is the same in every language."""
    return lambda _: name


TERM = Option(
    "term",
    Kind.TERM,
    lambda w: w.word("option", "term"),
    lambda w: w.text("A name, however you spell it"),
    is_required=True,
)
LANGUAGE = Option(
    "language", Kind.LANGUAGE, lambda w: w.word("option", "language"), lambda w: w.text("In which language")
)
IN = (TERM, LANGUAGE)
PUBLIC = Option(
    "public", Kind.YES, lambda w: w.word("option", "public"), lambda w: w.text("Let everybody here read the answer")
)
TEXT = Option(
    "text", Kind.TEXT, lambda w: w.word("option", "text"), lambda w: w.text("Words to look for"), is_required=True
)
HOLDER = Option(
    "holder", Kind.HOLDER, lambda w: w.word("option", "who"), lambda w: w.text("A person or a role of this server")
)
ROLE = Option(
    "role",
    Kind.ONE_OF,
    lambda w: w.word("option", "role"),
    lambda w: w.text("What they may do here"),
    values=(
        ("reader", lambda w: w.word("role", "reader")),
        ("contributor", lambda w: w.word("role", "contributor")),
        ("editor", lambda w: w.word("role", "editor")),
        ("curator", lambda w: w.word("role", "curator")),
        ("admin", lambda w: w.word("role", "admin")),
        ("none", lambda w: w.word("role", "none")),
    ),
)
GROUP = Option(
    "role",
    Kind.ROLE,
    lambda w: w.word("option", "role"),
    lambda w: w.text("Not who joins here, but who is given this role"),
)
NAME = Option("term", Kind.TEXT, lambda w: w.word("option", "term"), lambda w: w.text("What the new entry is called"))
WHERE = Option(
    "where",
    Kind.ONE_OF,
    lambda w: w.word("option", "where"),
    lambda w: w.text("For whom, if not for you alone"),
    values=(
        (CHANNEL, lambda w: w.text("Everybody in this channel")),
        (WORKSPACE, lambda w: w.text("Everybody in this server")),
    ),
)
LETTER = Option(
    "letter", Kind.TEXT, lambda w: w.word("option", "letter"), lambda w: w.text("With which letter it begins")
)
FILE = Option(
    "file", Kind.FILE, lambda w: w.word("option", "file"), lambda w: w.text("Without one, a form asks for it")
)
FORMAT = Option(
    "format",
    Kind.ONE_OF,
    lambda w: w.word("option", "format"),
    lambda w: w.text("In which form"),
    values=tuple((form.name, _same(form.title)) for form in FORMATS),
)
PASSAGE = Option(
    "text",
    Kind.TEXT,
    lambda w: w.word("option", "text"),
    lambda w: w.text("The text, such as a message"),
    is_required=True,
)
CODE = Option(
    "code", Kind.TEXT, lambda w: w.word("option", "code"), lambda w: w.text("The code that the other side made")
)
PACK = Option("pack", Kind.TEXT, lambda w: w.word("option", "pack"), lambda w: w.text("The name of a reading list"))
THIS_PACK = replace(PACK, is_required=True)
EVERY = Option(
    "every",
    Kind.ONE_OF,
    lambda w: w.word("option", "every"),
    lambda w: w.text("How often"),
    values=(
        ("day", lambda w: w.text("Every day")),
        ("week", lambda w: w.text("Every week")),
        ("never", lambda w: w.text("Never")),
    ),
)
