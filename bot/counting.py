"""How are lookups counted without anybody waiting, and without names? In batches, beside the answers."""

from __future__ import annotations

import asyncio
import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.counts import Asking, Lookup, Outcome, Tally
from glossary.errors import UnavailableError
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import date

    from bot.keeping import GlossaryId
    from bot.ports import CountStore
    from bot.requests import AccountId
    from glossary.concept import LanguageTag

FLUSH_EVERY = 1.0
"""Seconds; what `kept_written` is to pause for."""
MOST_WAITING = 100_000
"""Lookups; while the store is away no more than these are kept, and what comes then is not counted."""
LONGEST_KEY = 80
"""Code points of a query that are kept: as many as a name may have."""
_GAPS = (Outcome.NOT_FOUND, Outcome.SUGGESTED, Outcome.UNTRANSLATED)


@dataclass(frozen=True, slots=True)
class Looked:
    """One lookup as it happened. Who asked is known here for a second, and is never written."""

    glossary: GlossaryId
    reading: str
    """What was understood to have been asked for."""
    typed: str
    outcome: Outcome
    language: LanguageTag
    surface: str
    asker: AccountId


class Counting:
    """Collects lookups, and writes them as sums when told to."""

    def __init__(self, counts: CountStore, today: Callable[[], date]) -> None:
        self._counts = counts
        self._today = today
        self._waiting: Counter[tuple[date, Looked]] = Counter()

    def count(self, looked: Looked) -> None:
        """Count a lookup: at once, and without a query."""
        at = self._today(), looked
        if at in self._waiting or len(self._waiting) < MOST_WAITING:
            self._waiting[at] += 1

    async def flush(self) -> None:
        """Write what was counted since the last time; what cannot be written waits for the next time."""
        waiting, self._waiting = self._waiting, Counter()
        if not waiting:
            return
        try:
            await self._counts.add_counts(await self._tally(waiting))
        except UnavailableError:
            self._waiting += waiting

    async def _tally(self, waiting: Counter[tuple[date, Looked]]) -> Tally:
        lookups: Counter[Lookup] = Counter()
        askings: Counter[Asking] = Counter()
        keys = {
            month: await self._counts.month_key(month)
            for month in {day.replace(day=1) for day, looked in waiting if looked.outcome in _GAPS}
        }
        for (day, looked), times in waiting.items():
            lookups[_lookup_of(day, looked)] += times
            if looked.outcome in _GAPS:
                month = day.replace(day=1)
                askings[_asking_of(month, looked, keys[month])] += times
        return Tally(tuple(lookups.items()), tuple(askings.items()))


async def kept_written(flushes: Sequence[Callable[[], Awaitable[None]]], pause: Callable[[], Awaitable[None]]) -> None:
    """Write what was counted after each pause, and once more when it is told to end (by cancelling it).

    What is just being written then is written to its end.
    """

    async def flush() -> None:
        for each in flushes:
            await each()

    writing: asyncio.Future[None] | None = None
    try:
        while True:
            await pause()
            writing = asyncio.ensure_future(flush())
            await asyncio.shield(writing)
    finally:
        if writing is not None:
            await writing
        await flush()


def asker_hash(asker: AccountId, key: bytes) -> str:
    """Tell an asker from others for as long as the key is kept; nobody can tell who it is without the key."""
    return hashlib.blake2b(asker.encode(), key=key, digest_size=12).hexdigest()


def _lookup_of(day: date, looked: Looked) -> Lookup:
    key = loose_key(looked.reading[:LONGEST_KEY])
    return Lookup(looked.glossary, key, looked.outcome, looked.language, looked.surface, day)


def _asking_of(month: date, looked: Looked, key: bytes) -> Asking:
    typed = writable(looked.typed[:LONGEST_KEY])
    return Asking(looked.glossary, loose_key(looked.reading[:LONGEST_KEY]), typed, month, asker_hash(looked.asker, key))


def writable(text: str) -> str:
    """Take out what a database cannot keep: NUL, and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
