"""Is somebody asking faster than people can read? Then they are told when to go on; generous, and for each platform.

Each person and each place may ask a good many things at once, and then as many a second as it gains anew: a bucket that
drips (RFC 2697 calls it a token bucket).
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.commands import Complete
from bot.replies import Prose, Reply
from bot.wording import wording_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.replies import Form, Silence
    from bot.requests import Request

    Door = Callable[[Request], Awaitable[Reply | Form | Silence]]

ROUNDING = 1e-6
"""Seconds; what many small numbers may have been added up wrong by."""
MOST_REMEMBERED = 10_000
"""People and places."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How much may be asked at once, and how much more each second."""

    at_once: int
    a_second: float


A_PERSON = Pace(at_once=120, a_second=2.0)
"""Nobody reads faster; a program that asks for somebody does."""
A_PLACE = Pace(at_once=300, a_second=5.0)
"""Answers that everybody in a place gets to read."""


class Cooling:
    """Answers through a door, unless somebody asks too fast."""

    def __init__(self, door: Door, clock: Callable[[], float]) -> None:
        self._door = door
        self._clock = clock
        self._full_at: OrderedDict[str, float] = OrderedDict()

    async def reply_to(self, request: Request) -> Reply | Form | Silence:
        """Answer, or say when to go on. Type-ahead is not counted: it asks with every letter."""
        wait = 0.0 if isinstance(request.command, Complete) else self._wait(request)
        return await self._door(request) if wait <= 0 else _too_fast(request, math.ceil(wait))

    def _wait(self, request: Request) -> float:
        wait = self._drawn(f"who {request.asker.account}", A_PERSON)
        if request.place.is_public and wait <= 0:
            wait = self._drawn(f"where {request.place.subject}", A_PLACE)
        return wait

    def _drawn(self, key: str, pace: Pace) -> float:
        """Take one out of a bucket, and tell how many seconds too early that was: 0 or less where there was one."""
        now = self._clock()
        full_at = max(self._full_at.get(key, now), now) + 1 / pace.a_second
        wait = full_at - now - pace.at_once / pace.a_second - ROUNDING
        if wait <= 0:
            self._full_at[key] = full_at
            self._full_at.move_to_end(key)
            if len(self._full_at) > MOST_REMEMBERED:
                self._full_at.popitem(last=False)
        return wait


def _too_fast(request: Request, seconds: int) -> Reply:
    wording = wording_for(request.asker.locale)
    said = wording.count(
        "That was a lot at once. Ask again in {number} second.",
        "That was a lot at once. Ask again in {number} seconds.",
        seconds,
    )
    return Reply((Prose(said),), is_found=False)
