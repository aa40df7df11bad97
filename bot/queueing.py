"""How does a crowd come through one door? In line, and once more when the store does not answer at first.

A platform tells of each person who joined once, and some never again: what is refused then is lost.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from bot.replies import Silence

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.replies import Form, Reply

ABREAST = 2
"""Who come through at the same time; a database has five connections for everybody who asks meanwhile."""
TRIES = 5
WAIT = 1.0
"""Seconds between two tries: as long as the breaker lets nobody try."""


class Line:
    """Lets callers through, a few at a time and in the order in which they came."""

    def __init__(self, pause: Callable[[], Awaitable[None]] | None = None) -> None:
        self._abreast = asyncio.Semaphore(ABREAST)
        self._pause = pause or partial(asyncio.sleep, WAIT)

    async def through(self, enter: Callable[[], Awaitable[Reply | Form | Silence]]) -> Reply | Form | Silence:
        """Enter until there is nothing to be said about it, a few times at most; what was said last is the answer."""
        async with self._abreast:
            answer = await enter()
            for _ in range(TRIES - 1):
                if isinstance(answer, Silence):
                    break
                await self._pause()
                answer = await enter()
            return answer
