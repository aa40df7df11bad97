"""How is something remembered? Read once however many ask, as long as nothing has changed, and within so many bytes.

What is away is answered from memory as it was; what takes longer than the limit goes on beside, for who asks next.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.breaker import Breaker
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable

    from bot.ports import Freshness

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")

PART = "database"


@dataclass(frozen=True, slots=True)
class Recalled(Generic[Value]):
    """What is known, and whether it is known to be so now; if not, the store is away and it was so when last seen."""

    value: Value
    is_current: bool


@dataclass(frozen=True, slots=True)
class _Entry(Generic[Value]):
    recalled: Recalled[Value]
    """As it is given while it is current: it is asked for too often to be wrapped each time."""
    stamp: Hashable
    bytes: int
    number: int
    """Of the flight that brought it; a later one is not overwritten by an earlier."""


@dataclass(frozen=True, slots=True)
class _Flight(Generic[Value]):
    """One reading that is under way."""

    task: asyncio.Task[Value]
    stamp: Hashable
    number: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How long somebody waits, and how much is kept."""

    bytes: int
    """Estimated; what was not used for longest is forgotten beyond it."""
    again: float = 0.2
    """Seconds to wait for what is in memory but may have changed."""
    first: float = 0.2
    """Seconds to wait for what is not in memory."""
    is_first_long: bool = False
    """Whether a first reading may well take longer than that; then it is left to go on, and is no failure."""


class Recall(Generic[Key, Value]):
    """Values by key, read on first use and again when they have changed.

    `read` gets the key and what was known before; `weigh` estimates the bytes of a value.
    """

    def __init__(
        self,
        freshness: Freshness,
        read: Callable[[Key, Value | None], Awaitable[Value]],
        weigh: Callable[[Value], int],
        limits: Limits,
        breaker: Breaker | None = None,
    ) -> None:
        self._freshness = freshness
        self._read = read
        self._weigh = weigh
        self._limits = limits
        self._breaker = breaker or Breaker(time.monotonic)
        self._entries: OrderedDict[Key, _Entry[Value]] = OrderedDict()
        self._flights: dict[Key, _Flight[Value]] = {}
        self._begun = 0
        self.bytes = 0
        """Estimated, of all that is in memory."""

    async def of(self, key: Key) -> Recalled[Value]:
        """Give the value as it is now; or as it was when it was last seen, while the store is away.

        Raises:
            UnavailableError: The store is away, and the value is not in memory.
        """
        entry = self._entries.get(key)
        try:
            stamp = self._freshness.stamp(key)
            if entry is None or entry.stamp != stamp:
                return Recalled(await self._fetched(key, stamp, is_known=entry is not None), is_current=True)
        except UnavailableError:
            if entry is None:
                raise
            return replace(entry.recalled, is_current=False)
        self._entries.move_to_end(key)
        return entry.recalled

    def weigh_again(self, key: Key) -> None:
        """Learn that the value of a key has grown or shrunk since it was kept; others may be forgotten for it."""
        entry = self._entries.get(key)
        if entry is not None:
            self._keep(key, replace(entry, bytes=self._weigh(entry.recalled.value)))

    async def _fetched(self, key: Key, stamp: Hashable, *, is_known: bool) -> Value:
        """Wait for a reading that began no earlier than the stamp was taken: somebody else's, or a new one.

        Raises:
            UnavailableError: It failed, took too long, or is not worth trying.
        """
        deadline = time.monotonic() + (self._limits.again if is_known else self._limits.first)
        flight = self._flights.get(key)
        if flight is not None and flight.stamp != stamp:  # it may have read before the change that the stamp tells of
            await asyncio.wait({flight.task}, timeout=deadline - time.monotonic())
            flight = self._flights.get(key)
        if flight is None:
            flight = self._begin(key, stamp)
        await asyncio.wait({flight.task}, timeout=max(0.0, deadline - time.monotonic()))
        if flight.task.done():
            return flight.task.result()
        is_late = is_known or not self._limits.is_first_long
        if is_late and self._flights.get(key) is flight:  # once for all who waited, and the next to ask begins anew
            del self._flights[key]
            self._breaker.failed()
        raise UnavailableError(PART)

    def _begin(self, key: Key, stamp: Hashable) -> _Flight[Value]:
        if not self._breaker.may_try():
            raise UnavailableError(PART)
        self._begun += 1
        task = asyncio.ensure_future(self._brought(key, stamp, self._begun))
        flight = _Flight(task, stamp, self._begun)
        self._flights[key] = flight
        task.add_done_callback(lambda _: self._land(key, flight))
        return flight

    async def _brought(self, key: Key, stamp: Hashable, number: int) -> Value:
        """Read, and keep what was read."""
        before = self._entries.get(key)
        try:
            value = await self._read(key, None if before is None else before.recalled.value)
        except UnavailableError:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        self._keep(key, _Entry(Recalled(value, is_current=True), stamp, self._weigh(value), number))
        return value

    def _land(self, key: Key, flight: _Flight[Value]) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
        if not flight.task.cancelled():
            flight.task.exception()  # nobody may be waiting for it any more

    def _keep(self, key: Key, entry: _Entry[Value]) -> None:
        """Keep an entry as the one that was used last, and forget what was used longest ago."""
        known = self._entries.get(key)
        if known is not None:
            if known.number > entry.number:
                return
            self._forget(key)
        self._entries[key] = entry
        self.bytes += entry.bytes
        while self.bytes > self._limits.bytes and len(self._entries) > 1:
            self._forget(next(iter(self._entries)))

    def _forget(self, key: Key) -> None:
        self.bytes -= self._entries.pop(key).bytes
