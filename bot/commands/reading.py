"""The wishes that only read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import ConceptId, LanguageTag


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
    """List the names in the glossary, page by page; with a letter those that begin with it."""

    letter: str = ""
    page: int = 0
    """Counts from 1, and is turned in place; 0 opens the list at its first page."""


@dataclass(frozen=True, slots=True)
class Recent:
    """List what was added or changed last."""


@dataclass(frozen=True, slots=True)
class Random:
    """Show an entry that nobody asked for."""


@dataclass(frozen=True, slots=True)
class Why:
    """Look a term up, and show how it came to what it came to."""

    text: str


@dataclass(frozen=True, slots=True)
class Search:
    """Find words inside definitions and names; "" asks for the words."""

    text: str


@dataclass(frozen=True, slots=True)
class Home:
    """Show the page where everything begins: looking up, lists, letters, and what waits."""


@dataclass(frozen=True, slots=True)
class Language:
    """See the language that is in force, or choose one: a tag, a name of a language, ``auto``, or "" to see."""

    choice: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """Say what can be done."""


Reading = Define | Show | Nearby | Browse | Recent | Random | Why | Search | Home | Language | Help

NAMES: Mapping[str, type[Reading]] = {
    "define": Define,
    "show": Show,
    "nearby": Nearby,
    "why": Why,
    "browse": Browse,
    "recent": Recent,
    "random": Random,
    "search": Search,
    "home": Home,
    "language": Language,
    "help": Help,
}
