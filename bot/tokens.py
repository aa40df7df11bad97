"""What does a button carry? Command ↔ token, the only place that knows how a token is written.

A token such as ``1:define:ko:mlops`` is versioned and at most 100 characters long, so a click works after a restart, on
another process, a month later. Fields stand in the order of the class; the last one may hold colons.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, NewType, cast

from bot.commands import (
    CARRIED,
    Add,
    Ask,
    Define,
    Dismiss,
    Join,
    Means,
    Meant,
    Missing,
    Nearby,
    Search,
    Unask,
    Why,
)
from bot.requests import AccountId
from glossary.concept import ConceptId, LanguageTag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.commands import Carried, Command, Understood

Token = NewType("Token", str)
"""A command as text, 1 to LONGEST_TOKEN characters."""

LONGEST_TOKEN = 100
"""Characters; Discord's limit for a custom_id: discord-api-docs, components/reference, Custom ID."""
LONGEST_CARRIED_QUERY = 60
"""Code points; a longer query gets no button that would have to carry it."""
VERSION = "1"

_NAMES: Mapping[type, str] = {kind: name for name, kind in CARRIED.items()}
_WITH_A_QUERY = (Define, Nearby, Why, Search, Add, Meant, Ask, Unask, Missing, Means, Dismiss)
_YES = "yes"
_READ: Mapping[object, Callable[[str], object]] = {  # by the annotation of the field
    "str": str,
    "int": int,
    "bool": lambda written: written == _YES,
    "ConceptId": ConceptId,
    "LanguageTag": LanguageTag,
    "AccountId": AccountId,
    "LanguageTag | None": lambda written: LanguageTag(written) if written else None,
}


def token_of(command: Command) -> Token | None:
    """Write a command as what a button carries; None for one that is too long, no text, or that no button carries."""
    name = _NAMES.get(type(command))
    if name is None:
        return None
    if isinstance(command, Join) and command.code:  # a code is a secret, and a button is kept by the platform
        return None
    if isinstance(command, _WITH_A_QUERY) and len(command.text) > LONGEST_CARRIED_QUERY:
        return None
    values = (_written(getattr(command, field.name)) for field in fields(command))
    token = ":".join((VERSION, name, *values))
    return Token(token) if len(token) <= LONGEST_TOKEN and _can_be_sent(token) else None


def carried(command: Command) -> Token:
    """Write a command of which it is known that it fits into a button, because it holds ids only.

    Raises:
        ValueError: It does not; a mistake of the program.
    """
    token = token_of(command)
    if token is None:
        raise ValueError(f"{type(command).__name__} does not fit into a button")
    return token


def token_of_purpose(purpose: Understood) -> Token:
    """Write what a form is for; the name in a new entry stands among its values, where it may have any length.

    Raises:
        ValueError: No form can be for this; a mistake of the program.
    """
    return carried(Add() if isinstance(purpose, Add) else purpose)


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


def _can_be_sent(token: str) -> bool:
    """Tell whether UTF-8 can write it; half of a surrogate pair, which JSON lets through, it cannot."""
    try:
        token.encode()
    except UnicodeEncodeError:
        return False
    return True


def _written(value: object) -> str:
    if isinstance(value, bool):
        return _YES if value else ""
    return "" if value is None else str(value)
