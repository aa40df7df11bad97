"""What the stores promise that processes agree by: handled events, leases and secrets."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.keeping import Holder, Lease
from tests.adapters.promises.changes import MINUTE, NOON

if TYPE_CHECKING:
    from datetime import datetime

    from bot.ports import Store

FIRST, SECOND = Holder("p1"), Holder("p2")


def lease(holder: Holder, until: datetime) -> Lease:
    """Make a lease of the work that everybody wants."""
    return Lease("digests", holder, until)


async def test_an_event_is_first_once(store: Store) -> None:
    """However many ask at the same time."""
    answers = await asyncio.gather(*(store.is_first("Ev1", NOON) for _ in range(5)))
    assert sorted(answers) == [False] * 4 + [True]
    assert await store.is_first("Ev2", NOON)


async def test_events_are_forgotten_after_a_while(store: Store) -> None:
    """The younger ones are remembered."""
    await store.is_first("old", NOON)
    await store.is_first("young", NOON + MINUTE)
    await store.purge_events(NOON + MINUTE)
    assert await store.is_first("old", NOON)
    assert not await store.is_first("young", NOON)


async def test_a_lease_is_held_by_one(store: Store) -> None:
    """It can be prolonged by its holder, given back, and taken over when it has run out."""
    assert await store.acquire(lease(FIRST, NOON + MINUTE), NOON)
    assert not await store.acquire(lease(SECOND, NOON + MINUTE), NOON)
    assert await store.acquire(lease(FIRST, NOON + 2 * MINUTE), NOON)
    assert not await store.acquire(lease(SECOND, NOON + 3 * MINUTE), NOON + MINUTE)
    assert await store.acquire(lease(SECOND, NOON + 3 * MINUTE), NOON + 2 * MINUTE)
    await store.release("digests", FIRST)
    assert not await store.acquire(lease(FIRST, NOON + 4 * MINUTE), NOON + 2 * MINUTE)
    await store.release("digests", SECOND)
    await store.release("digests", SECOND)
    assert await store.acquire(lease(FIRST, NOON + MINUTE), NOON)


async def test_a_secret_comes_back(store: Store) -> None:
    """Under its name, the latest one, until it is dropped."""
    assert await store.secret("slack:T1") is None
    await store.keep_secret("slack:T1", "xoxb-1")
    await store.keep_secret("slack:T1", "xoxb-비밀")
    assert await store.secret("slack:T1") == "xoxb-비밀"
    await store.drop_secret("slack:T1")
    await store.drop_secret("slack:T1")
    assert await store.secret("slack:T1") is None
