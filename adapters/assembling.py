"""How do the parts become a bot? Stores, memory and conversation, put together for the command line."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.terminal.asking import PLACE
from bot.breaker import Breaker
from bot.conversation import Conversation, utc_now
from bot.counting import Counting
from bot.housing import Housing
from bot.remembering import Catalogues, Contexts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping, Sequence

    from bot.ports import Store
    from glossary.concept import Concept

FLUSH_EVERY = 1.0
"""Seconds between two batches of counts."""


@dataclass(frozen=True, slots=True)
class Bot:
    """A conversation, and the stores behind it."""

    conversation: Conversation
    store: Store


@asynccontextmanager
async def bot_of(concepts: Sequence[Concept]) -> AsyncIterator[Bot]:
    """Make a bot that answers from these concepts, and forgets what it learned when it ends."""
    from adapters.memory import MemoryStore  # noqa: PLC0415 — not where a database is used

    async with _running(MemoryStore(concepts), tuple) as bot:
        yield bot


@asynccontextmanager
async def bot_on_database(
    environment: Mapping[str, str], starter: Callable[[], Sequence[Concept]]
) -> AsyncIterator[Bot]:
    """Make a bot on the database that the environment names; a new glossary begins with the starter.

    Raises:
        MalformedError: The environment names no database that is known.
        UnavailableError: The database does not answer, or has to be migrated.
    """
    from adapters.sql.maintaining import open_store  # noqa: PLC0415 — SQLAlchemy is not needed for a file
    from adapters.sql.settings import Settings  # noqa: PLC0415 — as above

    store = await open_store(Settings.of(environment))
    try:
        async with _running(store, starter) as bot:
            yield bot
    finally:
        await store.close()


@asynccontextmanager
async def _running(store: Store, starter: Callable[[], Sequence[Concept]]) -> AsyncIterator[Bot]:
    housing = Housing(store, {PLACE.workspace}, starter, utc_now)
    await housing.glossary_of(PLACE.workspace)  # begun now, and not while the first question waits
    counting = Counting(store, lambda: utc_now().date())
    breaker = Breaker(time.monotonic)  # one for both: it is the same database that is away
    contexts, catalogues = Contexts(housing, store, breaker=breaker), Catalogues(store, breaker=breaker)
    conversation = Conversation(contexts, catalogues, store, counting.count)
    writing = asyncio.create_task(counting.run(lambda: asyncio.sleep(FLUSH_EVERY)))
    try:
        yield Bot(conversation, store)
    finally:
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
