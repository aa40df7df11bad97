"""How wishes arrive: typed, said of a term that is still to be found, or as a form that came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.commands import Understood


@dataclass(frozen=True, slots=True)
class Typed:
    """Words as somebody typed them, with or without a command word: the door understands them."""

    text: str


@dataclass(frozen=True, slots=True)
class Aimed:
    """A command word said of a term, which is still to be found: ``edit redis``, ``translate redis ko``."""

    word: str
    term: str
    line: str
    """The whole line: what is looked up when no such term is found."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form came back: the command that opened it, and (key, value) of each field in the form's order."""

    purpose: Understood
    values: tuple[tuple[str, str], ...]
