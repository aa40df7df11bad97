"""Which wishes are there, and how are they written? One class per wish, text → Command, Command ↔ token.

A token is what a button carries: ``1:define:ko:mlops``. It is versioned and at most 100 characters long, so a click
works after a restart, on another process, a month later. Fields stand in the order of the class; the last one may hold
colons.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NewType, cast

from glossary.concept import ConceptId, LanguageTag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Token = NewType("Token", str)
"""A command as text, 1 to LONGEST_TOKEN characters."""

LONGEST_TOKEN = 100
"""Characters; Discord's limit for a custom_id: discord-api-docs, components/reference, Custom ID."""
LONGEST_CARRIED_QUERY = 60
"""Code points; a longer query gets no button that would have to carry it."""
VERSION = "1"


@dataclass(frozen=True, slots=True)
class Typed:
    """Words as somebody typed them, with or without a command word: the door understands them."""

    text: str


@dataclass(frozen=True, slots=True)
class Define:
    """Look a term up."""

    language: LanguageTag | None
    """The language asked for beside the term, if any."""
    text: str


@dataclass(frozen=True, slots=True)
class Show:
    """Show one concept that is already known by its id."""

    concept: ConceptId
    language: LanguageTag | None = None


@dataclass(frozen=True, slots=True)
class Nearby:
    """The answer was not what was meant: show what else comes near."""

    text: str


@dataclass(frozen=True, slots=True)
class Browse:
    """List the names in the glossary, page by page; pages count from 0."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class Language:
    """See the language that is in force, or choose one: a tag, a name of a language, ``auto``, or "" to see."""

    choice: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """Say what can be done."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form came back: the command that opened it, and (key, value) of each field in the form's order."""

    purpose: Command
    values: tuple[tuple[str, str], ...]


Carried = Define | Show | Nearby | Browse | Language | Help
"""What a button may carry."""

Command = Typed | Carried | Submitted

CARRIED: Mapping[str, type[Carried]] = {
    "define": Define,
    "show": Show,
    "nearby": Nearby,
    "browse": Browse,
    "language": Language,
    "help": Help,
}
_NAMES = {kind: name for name, kind in CARRIED.items()}
_READ: Mapping[object, Callable[[str], object]] = {  # by the annotation of the field
    "str": str,
    "int": int,
    "ConceptId": ConceptId,
    "LanguageTag | None": lambda written: LanguageTag(written) if written else None,
}


def token_of(command: Command) -> Token | None:
    """Write a command as what a button carries; None for one that would be too long, or that no button carries."""
    if isinstance(command, Typed | Submitted):
        return None
    if isinstance(command, Define | Nearby) and len(command.text) > LONGEST_CARRIED_QUERY:
        return None
    values = (getattr(command, field.name) for field in fields(command))
    token = ":".join((VERSION, _NAMES[type(command)], *("" if value is None else str(value) for value in values)))
    return Token(token) if len(token) <= LONGEST_TOKEN else None


def command_of(token: str) -> Carried | None:
    """Read what a button carried; None for what this version does not understand, such as a token tampered with."""
    version, _, rest = token.partition(":")
    name, colon, written = rest.partition(":")
    kind = CARRIED.get(name)
    if version != VERSION or kind is None:
        return None
    wanted = fields(kind)
    values = written.split(":", max(0, len(wanted) - 1)) if colon else []
    if len(values) != len(wanted):
        return None
    make = cast("Callable[..., Carried]", kind)
    try:
        command = make(*(_READ[field.type](value) for field, value in zip(wanted, values, strict=True)))
    except ValueError:
        return None
    return command if token_of(command) == token else None  # also refuses numbers written in another way, and lengths
