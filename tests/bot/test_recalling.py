"""What is remembered is read once, again when it changed, and as it was while the store is away."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

from bot.breaker import FAILURES, REST, Breaker
from bot.recalling import Limits, Recall, Recalled
from glossary.errors import UnavailableError

SOON = 0.01
"""Seconds; long enough for what is ready, and short for a test that waits for what is not."""


class Clock:
    """A clock that goes on when told to."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.seconds


class Source:
    """Something to read from, that can be changed, held back, and taken away."""

    def __init__(self) -> None:
        self.stamps = count(1)
        self.version = 1
        self.reads = 0
        self.can_be_asked = True
        self.failure: Exception | None = None
        self.open = asyncio.Event()
        self.open.set()

    def stamp(self, _: str) -> int:
        """Tell the version; every time another one when it is 0."""
        if not self.can_be_asked:
            raise UnavailableError("test")
        return self.version or next(self.stamps)

    async def read(self, key: str, before: str | None) -> str:
        """Read when it is open."""
        self.reads += 1
        version = self.version
        await self.open.wait()
        if self.failure is not None:
            raise self.failure
        return f"{before or ''}{key}{version}"


def recall_of(source: Source, clock: Clock | None = None, most: int = 100) -> Recall[str, str]:
    """Make a memory in which each letter weighs one byte."""
    limits = Limits(most, again=SOON, first=SOON)
    return Recall(source, source.read, len, limits, Breaker(clock or Clock()))


async def test_what_has_not_changed_is_read_once() -> None:
    """Warm, nothing is asked of the store but its stamp."""
    source = Source()
    recall = recall_of(source)
    answers = [await recall.of("a") for _ in range(3)]
    assert answers == [Recalled("a1", is_current=True)] * 3
    assert source.reads == 1


async def test_a_hundred_first_questions_read_once() -> None:
    """All of them wait for the same reading."""
    source = Source()
    recall = recall_of(source)
    source.open.clear()
    asked = [asyncio.ensure_future(recall.of("a")) for _ in range(100)]
    await asyncio.sleep(0)
    source.open.set()
    assert {(await one).value for one in asked} == {"a1"}
    assert source.reads == 1


async def test_what_has_changed_is_read_again_with_what_was_known() -> None:
    """So that only the difference needs to be read."""
    source = Source()
    recall = recall_of(source)
    await recall.of("a")
    source.version = 2
    assert await recall.of("a") == Recalled("a1a2", is_current=True)


async def test_without_a_lasting_stamp_everything_is_read_every_time() -> None:
    """A store that cannot know whether something changed is asked."""
    source = Source()
    source.version = 0
    recall = recall_of(source)
    await recall.of("a")
    await recall.of("a")
    assert source.reads == 2


async def test_a_change_during_a_reading_is_not_missed() -> None:
    """Who asks after the change does not get what a reading brings that began before it."""
    source = Source()
    recall = recall_of(source)
    source.open.clear()
    early = asyncio.ensure_future(recall.of("a"))
    await asyncio.sleep(0)  # it asks
    await asyncio.sleep(0)  # it reads
    source.version = 2
    late = [asyncio.ensure_future(recall.of("a")) for _ in range(2)]
    await asyncio.sleep(0)
    source.open.set()
    assert (await early).value == "a1"
    assert [(await one).value for one in late] == ["a1a2", "a1a2"]
    assert source.reads == 2


async def test_while_the_store_is_away_memory_answers_and_says_so() -> None:
    """Whether it cannot be asked, fails, or is too slow."""
    source = Source()
    recall = recall_of(source)
    await recall.of("a")
    source.can_be_asked = False
    assert await recall.of("a") == Recalled("a1", is_current=False)
    source.can_be_asked, source.version, source.failure = True, 2, UnavailableError("test")
    assert await recall.of("a") == Recalled("a1", is_current=False)
    source.failure = None
    source.open.clear()
    assert await recall.of("a") == Recalled("a1", is_current=False)


@pytest.mark.parametrize("is_slow", [True, False])
async def test_what_is_not_in_memory_is_refused_while_the_store_is_away(*, is_slow: bool) -> None:
    """There is nothing to answer with."""
    source = Source()
    if is_slow:
        source.open.clear()
    else:
        source.can_be_asked = False
    with pytest.raises(UnavailableError):
        await recall_of(source).of("a")


async def test_a_slow_reading_goes_on_for_who_asks_next() -> None:
    """Nobody waits longer than the limit, and the work is not lost."""
    source = Source()
    recall = recall_of(source)
    source.open.clear()
    with pytest.raises(UnavailableError):
        await recall.of("a")
    source.open.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert await recall.of("a") == Recalled("a1", is_current=True)
    assert source.reads == 1


async def test_a_first_reading_that_is_long_is_waited_for_by_everybody() -> None:
    """A whole glossary is read once, and is no sign that the store is away."""
    source = Source()
    limits = Limits(100, again=SOON, first=SOON, is_first_long=True)
    recall = Recall(source, source.read, len, limits, Breaker(Clock()))
    source.open.clear()
    for _ in range(FAILURES + 1):
        with pytest.raises(UnavailableError):
            await recall.of("a")
    source.open.set()
    assert (await recall.of("a")).value == "a1"
    assert source.reads == 1


async def test_an_earlier_reading_that_comes_late_overwrites_nothing() -> None:
    """What was read last is what is kept."""
    source = Source()
    recall = recall_of(source)
    source.open.clear()
    with pytest.raises(UnavailableError):
        await recall.of("a")
    stuck, source.open = source.open, asyncio.Event()
    source.open.set()
    source.version = 2
    assert (await recall.of("a")).value == "a2"
    stuck.set()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert (await recall.of("a")).value == "a2"


async def test_who_waits_for_somebody_elses_reading_gives_up_too() -> None:
    """A reading that hangs is left alone by the next one that asks."""
    source = Source()
    recall = recall_of(source)
    source.open.clear()
    first = asyncio.ensure_future(recall.of("a"))
    await asyncio.sleep(0)
    source.version = 2
    with pytest.raises(UnavailableError):
        await recall.of("a")
    with pytest.raises(UnavailableError):
        await first


async def test_a_reading_that_hangs_is_one_failure_however_many_wait() -> None:
    """A crowd that meets one slow reading does not make the store look worse than it is."""
    source = Source()
    recall = recall_of(source)
    source.open.clear()
    answers = await asyncio.gather(*(recall.of("a") for _ in range(2 * FAILURES)), return_exceptions=True)
    assert {type(answer) for answer in answers} == {UnavailableError}
    source.open.set()
    assert (await recall.of("b")).value == "b1"


async def test_after_failures_in_a_row_the_store_is_left_alone_for_a_while() -> None:
    """Nobody waits for what is known to be away; and when it is back all works again."""
    source, clock = Source(), Clock()
    recall = recall_of(source, clock)
    source.failure = UnavailableError("test")
    for _ in range(FAILURES + 2):
        with pytest.raises(UnavailableError):
            await recall.of("a")
    assert source.reads == FAILURES
    source.failure = None
    with pytest.raises(UnavailableError):
        await recall.of("a")
    clock.seconds += REST
    assert (await recall.of("a")).value == "a1"
    assert (await recall.of("b")).value == "b1"


async def test_a_bug_in_reading_is_seen() -> None:
    """It is no sign that the store is away."""
    source = Source()
    source.failure = ValueError("bug")
    recall = recall_of(source)
    with pytest.raises(ValueError, match="bug"):
        await recall.of("a")


async def test_a_reading_that_was_cancelled_is_begun_anew() -> None:
    """A process that is told to stop in the middle of it reports nothing."""
    source = Source()
    recall = recall_of(source)
    source.open.clear()
    asking = asyncio.ensure_future(recall.of("a"))
    await asyncio.sleep(0)
    for task in asyncio.all_tasks() - {asyncio.current_task(), asking}:
        task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    source.open.set()
    assert (await recall.of("a")).value == "a1"


async def test_what_was_not_used_for_longest_is_forgotten_first() -> None:
    """As soon as all together weigh more than they may."""
    source = Source()
    recall = recall_of(source, most=6)
    for key in ("a", "b", "c", "a", "d"):
        await recall.of(key)
    assert recall.bytes == 6
    reads = source.reads
    for key in ("a", "c", "d"):
        await recall.of(key)
    assert source.reads == reads
    await recall.of("b")
    assert source.reads == reads + 1


async def test_what_is_in_use_is_kept_however_large() -> None:
    """One value that weighs more than all may is still there for the next question."""
    source = Source()
    recall = recall_of(source, most=1)
    await recall.of("a")
    await recall.of("a")
    assert source.reads == 1


def test_a_breaker_lets_one_try_after_each_rest() -> None:
    """The others wait for how that one goes."""
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(FAILURES):
        assert breaker.may_try()
        breaker.failed()
    assert not breaker.may_try()
    clock.seconds += REST
    assert [breaker.may_try(), breaker.may_try()] == [True, False]
    breaker.succeeded()
    assert breaker.may_try()
