"""What is counted, and in which shape? Lookups, what was asked for in vain, and what was shown; never a name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.keeping import GlossaryId, Subject
    from glossary.concept import ConceptId, LanguageTag
    from glossary.spelling import LooseKey


class Outcome(StrEnum):
    """What came of a lookup."""

    ANSWERED = "answered"
    CORRECTED = "corrected"
    """Answered, by another spelling than the one that was typed."""
    AMBIGUOUS = "ambiguous"
    SUGGESTED = "suggested"
    NOT_FOUND = "not found"
    UNTRANSLATED = "untranslated"
    """Somebody asked for the entry in a language that it lacks."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """One kind of lookup on one day, to be counted: no name in it, and the query only as it folds."""

    glossary: GlossaryId
    key: LooseKey
    outcome: Outcome
    language: LanguageTag
    """The language that answered, or that was asked for in vain."""
    surface: str
    """Where it was asked, such as ``slack command``."""
    day: date


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody asked for what is not there: how they typed it, and a hash that tells them apart for one month only."""

    glossary: GlossaryId
    key: LooseKey
    """The folded reading under which the typed forms are gathered."""
    typed: str
    month: date
    """The first day of the month."""
    asker: str


@dataclass(frozen=True, slots=True)
class Use:
    """A concept was shown in a place or workspace in the course of one month: to whom is not said."""

    glossary: GlossaryId
    place: Subject
    concept: ConceptId
    month: date
    """The first day of the month."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted since the last time: how often each lookup, and how often each asking in vain."""

    lookups: tuple[tuple[Lookup, int], ...]
    askings: tuple[tuple[Asking, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """What was asked for within a month and not found, the most frequent typed form first."""

    key: LooseKey
    typed: tuple[str, ...]
    times: int
    askers: frozenset[str]
    """Hashes that tell who asked apart within the month."""
