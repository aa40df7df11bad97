"""What is due now, given a clock? Tasks that come round again, each done once by whichever process is first.

A lease is the memory of it: whoever has done a task holds its lease until it is due again. After a downtime each task
is done once, however often it was missed. A process that dies over a task is followed by another one soon, so every
task must bear to be begun twice.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

from bot.keeping import Holder, Lease
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from bot.ports import LeaseStore

LOOK_EVERY = 60.0
"""Seconds; what `Schedule.run` is to pause for."""
LONGEST = timedelta(minutes=10)
"""How long a task may take until another process takes it over; also the wait after one that failed."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done again and again, no sooner than so long after the last time."""

    name: str
    every: timedelta
    do: Callable[[datetime], Awaitable[None]]


class Schedule:
    """Does what is due, unless another process does it. It never raises, and never does two things at once."""

    def __init__(self, leases: LeaseStore, tasks: Sequence[Task], holder: Holder, now: Callable[[], datetime]) -> None:
        self._leases = leases
        self._tasks = tasks
        self._now = now
        # Each attempt is a holder of its own: a process does not take over from itself before the time is up.
        self._attempts = (Holder(f"{holder}:{number}") for number in count(1))

    async def do_due(self) -> tuple[str, ...]:
        """Do what is due now; tell what was done."""
        return tuple([task.name for task in self._tasks if await self._is_done(task)])

    async def run(self, pause: Callable[[], Awaitable[None]]) -> None:
        """Do what is due after each pause, until it is told to end (by cancelling it)."""
        while True:
            await pause()
            await self.do_due()

    async def _is_done(self, task: Task) -> bool:
        """Do a task if it is due and nobody does it; tell whether it was done."""
        attempt, name, now = next(self._attempts), f"task:{task.name}", self._now()
        try:
            if not await self._leases.acquire(Lease(name, attempt, now + LONGEST), now):
                return False
            await task.do(now)
            await self._leases.acquire(Lease(name, attempt, now + task.every), self._now())
        except UnavailableError:
            return False  # the database is away; it is asked again after the next pause
        except Exception as error:  # noqa: BLE001 — one task must not keep the others from being done
            logger.error("%s: %s", task.name, type(error).__name__)  # noqa: TRY400 — its message may hold what people wrote
            return False
        return True
