"""Lookups are counted without names, in batches, and not lost while the store is away."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot import counting
from bot.counting import Counting, Looked, asker_hash, kept_written
from bot.counts import Gap, Lookup, Outcome, Tally
from bot.keeping import HOME
from bot.requests import AccountId
from glossary.errors import UnavailableError
from glossary.spelling import LooseKey
from tests.terms import EN

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY, JUNE = date(2026, 6, 9), date(2026, 6, 1)
MINJI, ALEX = AccountId("slack:T1:U1"), AccountId("slack:T1:U2")
FOUND = Looked(HOME, "Redis", "redis?", Outcome.ANSWERED, EN, "slack command", MINJI)
MISSED = replace(FOUND, reading="foo bar", typed="what is Foo Bar", outcome=Outcome.NOT_FOUND)
REDIS = Lookup(HOME, LooseKey("redis"), Outcome.ANSWERED, EN, "slack command", TODAY)


class AwayStore(MemoryStore):
    """A store that refuses to count until it is back."""

    is_away = True

    async def add_counts(self, tally: Tally) -> None:
        """Refuse while it is away."""
        if self.is_away:
            raise UnavailableError("test")
        await super().add_counts(tally)


async def test_lookups_are_written_as_sums() -> None:
    """Nothing is written before the flush, and nothing twice."""
    store = MemoryStore()
    counts = Counting(store, lambda: TODAY)
    for looked in (FOUND, FOUND, replace(FOUND, asker=ALEX, reading="RE-DIS")):
        counts.count(looked)
    assert list(await store.lookups(HOME, TODAY)) == []
    await counts.flush()
    await counts.flush()
    assert list(await store.lookups(HOME, TODAY)) == [(REDIS, 3)]
    assert list(await store.gaps(HOME, JUNE)) == []


async def test_a_gap_counts_people_without_knowing_them() -> None:
    """Somebody who asks twice is one; what is kept of them is no account."""
    store = MemoryStore()
    counts = Counting(store, lambda: TODAY)
    suggested = replace(MISSED, asker=ALEX, typed="foobar", outcome=Outcome.SUGGESTED)
    for looked in (MISSED, MISSED, suggested):
        counts.count(looked)
    await counts.flush()
    month = await store.month_key(JUNE)
    people = frozenset(asker_hash(account, month) for account in (MINJI, ALEX))
    assert list(await store.gaps(HOME, JUNE)) == [Gap(LooseKey("foobar"), ("what is Foo Bar", "foobar"), 3, people)]


def test_the_hash_of_an_asker_changes_with_the_key() -> None:
    """So that nobody can be followed from one month to the next."""
    assert asker_hash(MINJI, b"may") == asker_hash(MINJI, b"may")
    assert len({asker_hash(MINJI, b"may"), asker_hash(MINJI, b"june"), asker_hash(ALEX, b"may")}) == 3
    assert MINJI not in asker_hash(MINJI, b"may")


async def test_what_a_database_cannot_keep_is_taken_out() -> None:
    """NUL and halves of characters can be typed, and very long texts."""
    store = MemoryStore()
    counts = Counting(store, lambda: TODAY)
    counts.count(replace(MISSED, reading="f" * 900, typed="a\0b\ud800" + "c" * 900))
    await counts.flush()
    (gap,) = await store.gaps(HOME, JUNE)
    assert (gap.key, gap.typed, gap.times) == ("f" * 80, ("ab?" + "c" * 76,), 1)


async def test_counts_wait_while_the_store_is_away() -> None:
    """Together with what comes meanwhile."""
    store = AwayStore()
    counts = Counting(store, lambda: TODAY)
    counts.count(FOUND)
    await counts.flush()
    counts.count(FOUND)
    store.is_away = False
    await counts.flush()
    assert list(await store.lookups(HOME, TODAY)) == [(REDIS, 2)]


async def test_a_store_that_stays_away_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a limit only what was seen before is counted."""
    monkeypatch.setattr(counting, "MOST_WAITING", 2)
    store = MemoryStore()
    counts = Counting(store, lambda: TODAY)
    for reading in ("a", "b", "c", "a"):
        counts.count(replace(FOUND, reading=reading))
    await counts.flush()
    assert [(lookup.key, times) for lookup, times in await store.lookups(HOME, TODAY)] == [("a", 2), ("b", 1)]


async def test_counts_are_flushed_after_each_pause_and_at_the_end() -> None:
    """Stopping the bot loses none."""
    store = MemoryStore()
    counts = Counting(store, lambda: TODAY)
    pauses: asyncio.Queue[Callable[[], None]] = asyncio.Queue()

    async def pause() -> None:
        over = asyncio.get_running_loop().create_future()
        pauses.put_nowait(lambda: over.set_result(None))
        await over

    running = asyncio.ensure_future(kept_written([counts.flush], pause))
    end_pause = await pauses.get()
    counts.count(FOUND)
    end_pause()
    await pauses.get()
    assert list(await store.lookups(HOME, TODAY)) == [(REDIS, 1)]
    counts.count(FOUND)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert list(await store.lookups(HOME, TODAY)) == [(REDIS, 2)]


class SlowStore(MemoryStore):
    """A store that waits for the word before it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.word = asyncio.Event(), asyncio.Event()

    async def add_counts(self, tally: Tally) -> None:
        """Count when told to."""
        self.reached.set()
        await self.word.wait()
        await super().add_counts(tally)


async def test_what_is_being_written_when_the_bot_is_stopped_is_not_lost() -> None:
    """Nor counted twice."""
    store = SlowStore()
    counts = Counting(store, lambda: TODAY)
    counts.count(FOUND)
    running = asyncio.ensure_future(kept_written([counts.flush], lambda: asyncio.sleep(0)))
    await store.reached.wait()
    counts.count(FOUND)
    running.cancel()
    asyncio.get_running_loop().call_soon(store.word.set)
    with pytest.raises(asyncio.CancelledError):
        await running
    assert list(await store.lookups(HOME, TODAY)) == [(REDIS, 2)]


async def test_a_bot_that_is_stopped_before_the_first_pause_is_over_counts_what_it_heard() -> None:
    """Such as one that answers a single question."""
    store = MemoryStore()
    counts = Counting(store, lambda: TODAY)
    counts.count(FOUND)
    running = asyncio.ensure_future(kept_written([counts.flush], asyncio.Event().wait))  # type: ignore[arg-type]  # what it gives is not used
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert list(await store.lookups(HOME, TODAY)) == [(REDIS, 1)]
