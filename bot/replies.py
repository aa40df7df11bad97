"""What does an answer look like? A document of blocks and styled spans, or a form: never markup, of no platform.

Every adapter draws the same document with what its platform has, and escapes everything. The two unions at the end are
matched exhaustively by the renderers, so a new kind of block fails the type check until each of them draws it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.commands import Command, Understood
    from bot.requests import AccountId, ChannelId

MOST_FIELDS = 5
"""Discord's limit for one modal: discord-api-docs, components/reference, Modal."""


class Style(StrEnum):
    """How a span is set apart from the text around it."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    REMOVED = "removed"
    ADDED = "added"
    """What a change takes away, and what it brings, where both are shown in one text."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style. The text is what people read: never markup, of any length, of any characters."""

    text: str
    style: Style = Style.PLAIN
    address: str = ""
    """Where a link leads, http or https; "" for no link."""
    account: str = ""
    """The person who is meant, for platforms that can show a name for an account; "" for ordinary text."""


Spans = tuple[Span, ...]


class Emphasis(StrEnum):
    """How a choice presents itself."""

    PLAIN = "plain"
    PRIMARY = "primary"
    """What most people want next; at most one in a reply."""
    DANGER = "danger"
    """What destroys something."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: what it says, and the command that it carries."""

    label: str
    command: Command
    emphasis: Emphasis = Emphasis.PLAIN


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Listing:
    """Items one below the other, with numbers or with bullets."""

    items: tuple[Spans, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose line breaks and spaces count, such as code."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """An aside in small print: why it matched, which language this is."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Picture:
    """An image by its https address, with a text for those who do not see it."""

    address: str
    alternative_text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to take away; its name has no folder. It is sent as UTF-8; a byte order mark stands in the text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Options:
    """Things to choose among, each with one line that tells it from the others; none is hidden."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose among: the choice, and the line beside it."""

    choice: Choice
    line: Spans


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be done next, the likeliest first."""

    choices: tuple[Choice, ...]


Block = Heading | Prose | Listing | Preformatted | Note | Picture | Attachment | Options | Choices


class Delivery(StrEnum):
    """Where an answer goes; decided behind the door, and never by a platform.

    Where only one person reads, as in a direct message or a terminal, `CHANNEL` and `ASKER` are the same.
    """

    ASKER = "asker"
    """Only the asker reads it."""
    CHANNEL = "channel"
    """Everybody in the place reads it: it is posted as a message, and the asker is told nothing more."""
    IN_PLACE = "in place"
    """It takes the place of the message whose button was pressed. Where none was pressed it goes to the asker."""
    REMOVED = "removed"
    """The message whose button was pressed is taken away; the blocks say so to the asker."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said to one person in front of others, where a platform cannot tell them privately."""

    blocks: tuple[Block, ...]
    account: AccountId
    """The person, who alone is notified of it."""
    channel: ChannelId | None = None
    """Where; None for wherever the platform welcomes people."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said, from top to bottom; at least one block."""

    blocks: tuple[Block, ...]
    is_found: bool = True
    """Whether the wish was met: False for a word that is not there and for a refusal."""
    delivery: Delivery = Delivery.ASKER
    is_mistake: bool = False
    """Whether it owns up to a bug of the program."""
    is_away: bool = False
    """Whether nothing could be said because the store did not answer; later it may."""
    aside: Aside | None = None
    """What to say instead to somebody who takes no direct messages; None for nothing."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing was asked, and nothing is said: two people thanked each other, or a platform told what happened."""


@dataclass(frozen=True, slots=True)
class LineField:
    """One line to write in. Lengths are in code points."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    is_required: bool = False
    longest: int = 80


@dataclass(frozen=True, slots=True)
class TextField:
    """Several lines to write in. Lengths are in code points."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    is_required: bool = False
    longest: int = 4000


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of several values to pick: (value, what it says), at most 25 of them, which is Discord's limit."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str = ""
    hint: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class ChannelField:
    """One of the workspace's channels to pick, or none; its value is a `ChannelId`, or "" for none."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class FileField:
    """A file to hand over: it comes back among the files of a `Submitted`."""

    key: str
    label: str
    hint: str = ""
    is_required: bool = False
    most_bytes: int = 5_000_000
    endings: tuple[str, ...] = ()
    """What its name may end in, such as ``.csv``, for platforms that let people pick such files only; () for any."""


Field = LineField | TextField | ChoiceField | ChannelField | FileField


@dataclass(frozen=True, slots=True)
class Form:
    """Something to fill in: one to five fields, no key twice; a `Submitted` of the purpose brings the values back."""

    title: str
    fields: tuple[Field, ...]
    purpose: Understood
    submit: str
    errors: tuple[tuple[str, str], ...] = ()
    """(key of the field, what is wrong with it), when the form comes back."""

    def __post_init__(self) -> None:
        """Hold the invariant of the class.

        Raises:
            ValueError: It has no field, too many, or one key twice. A mistake of the program.
        """
        keys = {field.key for field in self.fields}
        if not 1 <= len(self.fields) <= MOST_FIELDS or len(keys) < len(self.fields):
            raise ValueError(f"a form has 1 to {MOST_FIELDS} fields, each with a key of its own")
