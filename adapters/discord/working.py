"""What is being answered just now? Counted, so that the end can wait for it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


class Work:
    """Counts what is in flight: ``with work:`` around each answer."""

    def __init__(self) -> None:
        self._count = 0
        self._done = asyncio.Event()
        self._done.set()

    def __enter__(self) -> None:
        self._count += 1
        self._done.clear()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._count -= 1
        if self._count == 0:
            self._done.set()

    async def finished(self, seconds: float) -> bool:
        """Wait until nothing is in flight, but no longer; tell whether that is so."""
        try:
            await asyncio.wait_for(self._done.wait(), seconds)
        except TimeoutError:
            return False
        return True
