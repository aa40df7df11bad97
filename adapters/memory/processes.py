"""What do processes agree on? Events that were handled, leases and secrets, kept in the memory of the only process."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.memory.state import State
    from bot.keeping import Holder, Lease


class MemoryEvents:
    """Fulfils `bot.ports.EventStore`."""

    _state: State

    async def is_first(self, event: str, now: datetime) -> bool:
        """Tell whether an event is met for the first time, and remember it."""
        is_first = event not in self._state.events
        self._state.events.setdefault(event, now)
        return is_first

    async def purge_events(self, before: datetime) -> None:
        """Let go of the events that were met before this time."""
        self._state.events = {event: met for event, met in self._state.events.items() if met >= before}


class MemoryLeases:
    """Fulfils `bot.ports.LeaseStore`."""

    _state: State

    async def acquire(self, lease: Lease, now: datetime) -> bool:
        """Take a lease that nobody else holds, or prolong one's own; tell whether it is held now."""
        held = self._state.leases.get(lease.name)
        if held is not None and held.holder != lease.holder and held.until > now:
            return False
        self._state.leases[lease.name] = lease
        return True

    async def release(self, name: str, holder: Holder) -> None:
        """Give a lease back before it runs out. Somebody else's is left alone."""
        held = self._state.leases.get(name)
        if held is not None and held.holder == holder:
            del self._state.leases[name]


class MemorySecrets:
    """Fulfils `bot.ports.SecretStore`. Nothing is written anywhere, so nothing needs a seal."""

    _state: State

    async def keep_secret(self, name: str, secret: str) -> None:
        """Keep a secret; it takes the place of the one with the same name."""
        self._state.secrets[name] = secret

    async def secret(self, name: str) -> str | None:
        """Open a secret; None where there is none."""
        return self._state.secrets.get(name)

    async def drop_secret(self, name: str) -> None:
        """Let go of a secret. What is not there stays not there."""
        self._state.secrets.pop(name, None)
