"""What is due is done: by one process, once, and without a flood after a downtime. The clock goes when told to."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.keeping import Holder
from bot.schedule import LONGEST, Schedule, Task
from glossary.errors import UnavailableError
from tests.fakes import NOON

if TYPE_CHECKING:
    from datetime import datetime

    from bot.keeping import Lease

HOUR = timedelta(hours=1)


@dataclass
class Clock:
    """A clock that stands still until it is told to go."""

    at: datetime = NOON

    def now(self) -> datetime:
        """Tell the time."""
        return self.at


@dataclass
class Work:
    """Something to be done, that remembers when it was."""

    done: list[datetime] = field(default_factory=list)
    failure: BaseException | None = None

    async def do(self, now: datetime) -> None:
        """Do it, or fail."""
        self.done.append(now)
        if self.failure is not None:
            raise self.failure


def schedules(store: MemoryStore, clock: Clock, *tasks: Task) -> tuple[Schedule, Schedule]:
    """Make the schedules of two processes."""
    return (
        Schedule(store, tasks, Holder("p1"), clock.now),
        Schedule(store, tasks, Holder("p2"), clock.now),
    )


async def test_two_processes_do_a_task_once() -> None:
    """At the same moment, and again only when it is due again; either of them may be the one."""
    clock, work = Clock(), Work()
    first, second = schedules(MemoryStore(), clock, Task("hourly", HOUR, work.do))
    assert sorted(await asyncio.gather(first.do_due(), second.do_due())) == [(), ("hourly",)]
    clock.at += HOUR - timedelta(seconds=1)
    assert await first.do_due() == await second.do_due() == ()
    clock.at += timedelta(seconds=1)
    assert (await second.do_due(), await first.do_due()) == (("hourly",), ())
    assert work.done == [NOON, NOON + HOUR]


async def test_after_a_downtime_a_task_is_done_once() -> None:
    """However often it was missed; then it goes on as before."""
    clock, work = Clock(), Work()
    first, second = schedules(MemoryStore(), clock, Task("hourly", HOUR, work.do))
    await first.do_due()
    clock.at += 100 * HOUR
    await first.do_due()
    await second.do_due()
    clock.at += HOUR / 2
    await second.do_due()
    assert len(work.done) == 2


async def test_each_task_has_its_own_time() -> None:
    """What is due seldom does not wait for what is due often."""
    clock, often, seldom = Clock(), Work(), Work()
    first, _ = schedules(MemoryStore(), clock, Task("often", HOUR, often.do), Task("seldom", 24 * HOUR, seldom.do))
    for _ in range(48):
        await first.do_due()
        clock.at += HOUR
    assert (len(often.done), len(seldom.done)) == (48, 2)


async def test_a_process_that_dies_over_a_task_is_followed_by_another() -> None:
    """Soon, and not before it could have finished."""
    clock, work, after = Clock(), Work(failure=asyncio.CancelledError()), Work()
    store = MemoryStore()
    dying = Schedule(store, [Task("daily", 24 * HOUR, work.do)], Holder("p1"), clock.now)
    follower = Schedule(store, [Task("daily", 24 * HOUR, after.do)], Holder("p2"), clock.now)
    with pytest.raises(asyncio.CancelledError):
        await dying.do_due()
    assert await follower.do_due() == ()
    clock.at += LONGEST
    assert await follower.do_due() == ("daily",)


async def test_a_task_that_fails_keeps_no_other_from_being_done(caplog: pytest.LogCaptureFixture) -> None:
    """It is logged without what its error says, and tried again."""
    clock, work, other = Clock(), Work(failure=ValueError("what somebody wrote")), Work()
    first, _ = schedules(MemoryStore(), clock, Task("bad", HOUR, work.do), Task("good", HOUR, other.do))
    with caplog.at_level(logging.ERROR):
        assert await first.do_due() == ("good",)
    assert caplog.messages == ["bad: ValueError"]
    clock.at += LONGEST
    await first.do_due()
    assert len(work.done) == 2


class Away(MemoryStore):
    """A store that does not answer."""

    async def acquire(self, lease: Lease, now: datetime) -> bool:
        """Be away."""
        del lease, now
        raise UnavailableError("database")


async def test_a_database_that_is_away_is_asked_again() -> None:
    """Nothing is done meanwhile, and nothing raised."""
    work = Work()
    first, _ = schedules(Away(), Clock(), Task("hourly", HOUR, work.do))
    assert await first.do_due() == ()
    assert work.done == []


async def test_the_loop_does_what_is_due_after_each_pause() -> None:
    """Not before the first, so that a program that only answers once writes nothing; it ends when it is cancelled."""
    clock, work = Clock(), Work()
    first, _ = schedules(MemoryStore(), clock, Task("hourly", HOUR, work.do))
    pauses = iter([0, 1, 2])

    async def pause() -> None:
        if next(pauses, None) is None:
            raise asyncio.CancelledError
        assert len(work.done) == (clock.at - NOON) / HOUR
        clock.at += HOUR

    with pytest.raises(asyncio.CancelledError):
        await first.run(pause)
    assert len(work.done) == 3
