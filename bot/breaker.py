"""Is it worth asking the store at all? After a few failures in a row nobody asks for a while, so that nobody waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

FAILURES = 3
"""In a row, until nobody asks any more."""
REST = 1.0
"""Seconds until somebody may try again."""


class Breaker:
    """Lets everybody through; after FAILURES in a row nobody, and after each REST one, until one succeeds.

    The clock gives seconds and never goes back.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._failures = 0
        self._closed_until = 0.0

    def may_try(self) -> bool:
        """Tell whether to ask the store now. Whoever is let through says how it went."""
        if self._failures < FAILURES:
            return True
        if self._clock() < self._closed_until:
            return False
        self._closed_until = self._clock() + REST  # the others wait for how this one goes
        return True

    def succeeded(self) -> None:
        """Say that the store answered."""
        self._failures = 0

    def failed(self) -> None:
        """Say that it did not, or not in time."""
        self._failures += 1
        self._closed_until = self._clock() + REST
