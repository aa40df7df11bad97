"""What goes on after an acknowledgement? Work that nobody waits for, and that is finished before the process ends.

Bolt's lazy listeners are meant for this, too, but copy the whole request for each, and forget their tasks.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Coroutine

logger = logging.getLogger(__name__)


class Background:
    """Runs work beside the answers. What fails there is logged by its kind, and never by what it held."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Begin something."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def finished(self, limit: float = 10.0) -> None:
        """Wait until all of it is done, at most so many seconds; what is not done then is given up."""
        while self._tasks:
            _, late = await asyncio.wait(tuple(self._tasks), timeout=limit)
            for task in late:
                task.cancel()
            await asyncio.sleep(0)  # the callbacks that let go of them

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("work after an answer failed: %s", type(error).__name__)
