"""The wishes about what is missing, and about what the numbers say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import ConceptId


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask for a term that is not there: whoever asks is told when it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Unask:
    """Wait for a term no longer."""

    text: str


@dataclass(frozen=True, slots=True)
class Fulfilled:
    """Tell somebody that what they asked for is there now."""

    concept: ConceptId


@dataclass(frozen=True, slots=True)
class Gaps:
    """List what was asked for and not found; pages count from 1, and 0 opens the list."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """Show one gap, and what can be done about it."""

    text: str


@dataclass(frozen=True, slots=True)
class Means:
    """Say of which entry a gap is another name: opens a form."""

    text: str


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Leave a gap out of the list from now on."""

    text: str


@dataclass(frozen=True, slots=True)
class Stats:
    """Tell what was asked for, in numbers."""


@dataclass(frozen=True, slots=True)
class Announce:
    """Tell whether this channel hears of new and changed entries; with an interval, change that."""

    every: str = ""
    """``day``, ``week`` or ``never``; "" to see."""


@dataclass(frozen=True, slots=True)
class Digest:
    """Announce what was added or changed after one revision, up to another."""

    since: int
    until: int


Wanting = Ask | Unask | Fulfilled | Gaps | Missing | Means | Dismiss | Stats | Announce | Digest

NAMES: Mapping[str, type[Wanting]] = {
    "ask": Ask,
    "unask": Unask,
    "fulfilled": Fulfilled,
    "gaps": Gaps,
    "missing": Missing,
    "means": Means,
    "dismiss": Dismiss,
    "stats": Stats,
    "announce": Announce,
    "digest": Digest,
}
