"""How fast may messages follow one another? One a second in each channel, which is what Slack takes."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

PACE = 1.0
"""Seconds: docs.slack.dev/apis/web-api/rate-limits, chat.postMessage."""
MOST_CHANNELS = 10_000


class Queue:
    """Lets messages to one channel pass in the order in which they came; those to others do not wait for them."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._pause = pause
        self._free: dict[str, float] = {}

    async def turn(self, channel: str) -> None:
        """Wait for one's turn."""
        now = self._clock()
        at = max(now, self._free.pop(channel, 0.0))
        self._free[channel] = at + PACE  # the channel that waits longest stands last
        if len(self._free) > MOST_CHANNELS:
            self._free = {name: free for name, free in self._free.items() if free > now}
        if at > now:
            await self._pause(at - now)
