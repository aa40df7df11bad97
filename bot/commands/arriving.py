"""How wishes arrive: typed, said in a message, aimed at a term still to be found, or as a form that came back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.commands import Understood


@dataclass(frozen=True, slots=True)
class Typed:
    """Words as somebody typed them, with or without a command word: the door understands them."""

    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A message that was said to the bot, without its mention: several terms, a question, a command, or mere chat."""

    text: str
    thread: tuple[str, ...] = ()
    """What was said before it in the same thread, the first message first."""


@dataclass(frozen=True, slots=True)
class Complete:
    """Go on with what is being typed; "" for a name that has not been begun."""

    text: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The asker's account is not there any more: the platform says so, and nobody is waiting for an answer."""


@dataclass(frozen=True, slots=True)
class Barred:
    """The bot may not post in this channel: the platform says so, and nobody is waiting for an answer."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """A command word said of a term, which is still to be found: ``edit redis``, ``translate redis ko``."""

    word: str
    term: str
    line: str
    """The whole line: what is looked up when no such term is found."""


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A file as somebody handed it over: its name without a folder, and its bytes, whatever they mean.

    An adapter takes no more bytes than one beyond `FileField.most_bytes`; that it is too large is said behind the door.
    """

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form came back: the command that opened it, and (key, value) of each field in the form's order."""

    purpose: Understood
    values: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, HandedFile], ...] = ()
    """(key, file) of each `FileField` for which there is one; such a field is not among the values."""
