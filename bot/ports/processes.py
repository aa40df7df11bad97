"""What do the processes of one installation share? Which events were handled, who does what, and secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from bot.keeping import Holder, Lease


class EventStore(Protocol):
    """Remembers, for every process, which events of a platform were handled."""

    async def is_first(self, event: str, now: datetime) -> bool:
        """Tell whether an event is met for the first time, and remember it."""
        ...

    async def purge_events(self, before: datetime) -> None:
        """Let go of the events that were met before this time."""
        ...


class LeaseStore(Protocol):
    """Lets one process at a time do a piece of work."""

    async def acquire(self, lease: Lease, now: datetime) -> bool:
        """Take a lease that nobody else holds, or prolong one's own; tell whether it is held now."""
        ...

    async def release(self, name: str, holder: Holder) -> None:
        """Give a lease back before it runs out. Somebody else's is left alone."""
        ...


class SecretStore(Protocol):
    """Keeps tokens and keys, sealed."""

    async def keep_secret(self, name: str, secret: str) -> None:
        """Keep a secret; it takes the place of the one with the same name."""
        ...

    async def secret(self, name: str) -> str | None:
        """Open a secret; None where there is none."""
        ...

    async def drop_secret(self, name: str) -> None:
        """Let go of a secret. What is not there stays not there."""
        ...
