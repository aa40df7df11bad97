"""Which channel hears of new and changed entries, how often, and of which? The setting, and what counts as news."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.keeping import Deed, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.keeping import HistoryEntry
    from glossary.concept import ConceptId

ANNOUNCING = "announcing"
"""The setting of a channel."""
LOOKED_THROUGH = 1000
"""Entries of the history that one digest looks back on."""


class Every(StrEnum):
    """How often a channel hears of news, at most."""

    DAY = "day"
    WEEK = "week"

    @property
    def time(self) -> timedelta:
        """From one digest to the next."""
        return timedelta(days=1 if self is Every.DAY else 7)


@dataclass(frozen=True, slots=True)
class Announcing:
    """What a channel has heard of: everything up to a revision; and when it hears of more."""

    every: Every
    heard: Revision
    due: datetime

    def kept(self) -> str:
        """Write it as a setting."""
        return f"{self.every} {self.heard} {self.due.isoformat()}"

    def after(self, heard: Revision, now: datetime) -> Announcing:
        """Tell how it stands after a digest: the next one is due at the same hour, however many were missed."""
        missed = (now - self.due) // self.every.time
        return replace(self, heard=heard, due=self.due + (missed + 1) * self.every.time)


def announcing_of(kept: str | None) -> Announcing | None:
    """Read the setting; None where it is not set, or not understood by this version."""
    try:
        every, heard, due = (kept or "").split()
        return Announcing(Every(every), Revision(int(heard)), datetime.fromisoformat(due))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class News:
    """An entry that is there and was added, or changed."""

    concept: ConceptId
    is_new: bool


def news_in(entries: Iterable[HistoryEntry]) -> tuple[News, ...]:
    """Tell what changes amount to, given newest first: each entry once, what was touched last first.

    What came and went is none, nor what was only confirmed, nor the starter.
    """
    last: dict[ConceptId, HistoryEntry] = {}
    first: dict[ConceptId, HistoryEntry] = {}
    for entry in entries:
        if entry.deed not in {Deed.CONFIRMED, Deed.STARTED}:
            last.setdefault(entry.concept, entry)
            first[entry.concept] = entry
    return tuple(
        News(concept, first[concept].before is None)
        for concept, entry in last.items()
        if entry.after is not None and entry.after != first[concept].before
    )
