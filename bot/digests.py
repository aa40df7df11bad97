"""Which channel hears of new and changed entries, how often, and of which? The setting, and what counts as news."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.keeping import Deed, GlossaryId, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.keeping import HistoryEntry
    from glossary.concept import ConceptId

ANNOUNCING = "announcing"
"""The setting of a channel."""
UNNAMED = GlossaryId("")
"""Stands in what earlier versions kept: whichever the workspace uses."""
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
    """What a channel has heard of: everything in a glossary up to a revision; and when it hears of more."""

    every: Every
    heard: Revision
    due: datetime
    glossary: GlossaryId = UNNAMED
    """In another one, which the workspace joined or came back to since, the revision means nothing."""

    def kept(self) -> str:
        """Write it as a setting."""
        return f"{self.every} {self.heard} {self.due.isoformat()} {self.glossary}".rstrip()

    def heard_in(self, glossary: GlossaryId, latest: Revision) -> Revision:
        """Tell up to which revision of a glossary it has heard: of one that is new to it, of all that is there."""
        return self.heard if self.glossary in {UNNAMED, glossary} else latest

    def after(self, heard: Revision, glossary: GlossaryId, now: datetime) -> Announcing:
        """Tell how it stands after a digest: the next one is due at the same hour, however many were missed."""
        missed = (now - self.due) // self.every.time
        return replace(self, heard=heard, glossary=glossary, due=self.due + (missed + 1) * self.every.time)


def announcing_of(kept: str | None) -> Announcing | None:
    """Read the setting; None where it is not set, or not understood by this version."""
    try:
        every, heard, due, *named = (kept or "").split()
        glossary = GlossaryId("".join(named))
        return Announcing(Every(every), Revision(int(heard)), datetime.fromisoformat(due), glossary)
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
