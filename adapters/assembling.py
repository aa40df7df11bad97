"""How do the parts become a bot? Stores, memory, conversation and deliveries, put together for the command line."""

from __future__ import annotations

import asyncio
import secrets
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.terminal.asking import PLACE
from bot.breaker import Breaker
from bot.conversation import Conversation, utc_now
from bot.counting import Counting, kept_written
from bot.delivering import APART, Deliveries
from bot.duties import Keeping, duties
from bot.habits import Habits
from bot.housing import KEPT_AFTER_REMOVAL, Housing
from bot.keeping import Holder
from bot.remembering import Catalogues, Contexts
from bot.requests import WorkspaceId
from bot.schedule import LOOK_EVERY, Schedule, Task
from glossary.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
    from datetime import datetime

    from adapters.platforms import Platform
    from adapters.web.numbers import Numbers
    from bot.ports import Store
    from bot.replies import Form, Reply, Silence
    from bot.requests import Request
    from glossary.concept import Concept

    Door = Callable[[Request], Awaitable[Reply | Form | Silence]]

FLUSH_EVERY = 1.0
"""Seconds between two batches of counts."""
HOME_VARIABLE = "MALMOI_HOME"
KEEP_VARIABLE = "MALMOI_KEEP_REMOVED_DAYS"
MOST_DAYS = 36_500
COUNTS_VARIABLE = "MALMOI_KEEP_COUNTS_MONTHS"
MOST_MONTHS = 1200


@dataclass(frozen=True, slots=True)
class Bot:
    """The door, and what stands behind it; every platform of a process shares one."""

    reply_to: Door
    store: Store
    housing: Housing
    """Learns from the platforms which workspaces removed the bot, and which have it again."""
    at_home: set[WorkspaceId]
    """The workspaces that use the home glossary; a platform that learns of its own workspace adds it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What `malmoi run` keeps running."""

    store: Store
    platforms: tuple[Platform, ...]
    deliveries: Deliveries
    numbers: Numbers


@asynccontextmanager
async def bot_of(concepts: Sequence[Concept]) -> AsyncIterator[Bot]:
    """Make a bot that answers from these concepts, and forgets what it learned when it ends."""
    from adapters.memory import MemoryStore  # noqa: PLC0415 — not where a database is used

    async with _running(MemoryStore(concepts), tuple, {}) as bot:
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
        async with _running(store, starter, environment) as bot:
            yield bot
    finally:
        await store.close()


def at_home_in(environment: Mapping[str, str]) -> set[WorkspaceId]:
    """Read which workspaces use the home glossary: ``MALMOI_HOME=slack:T1,discord:42``, and always the terminal.

    Raises:
        MalformedError: One of them has no platform before its colon.
    """
    written = [one.strip() for one in environment.get(HOME_VARIABLE, "").split(",") if one.strip()]
    if any(not all(workspace.partition(":")) for workspace in written):
        raise MalformedError("a workspace looks like slack:T0123 or discord:42", HOME_VARIABLE)
    return {PLACE.workspace, *map(WorkspaceId, written)}


def parts_of(names: Sequence[str], bot: Bot, environment: Mapping[str, str]) -> Parts:
    """Make the platforms of these names on one bot, with what sends notices on them and counts their answers.

    Raises:
        MalformedError: A setting of a platform is missing or wrong.
    """
    from adapters.web.numbers import Numbers  # noqa: PLC0415 — a conversation in a terminal counts nothing

    numbers = Numbers()
    measured = replace(bot, reply_to=numbers.measured(bot.reply_to))
    platforms = tuple(platform_of(name, measured, environment) for name in names)
    return Parts(bot.store, platforms, deliveries_of(measured), numbers)


def deliveries_of(bot: Bot) -> Deliveries:
    """Make what says things unasked; one of a process, which has a name of its own."""
    return Deliveries(bot.store, bot.reply_to, utc_now, Holder(secrets.token_hex(6)), APART)


def platform_of(name: str, bot: Bot, environment: Mapping[str, str]) -> Platform:
    """Make the platform of this name; its library is imported here and not before.

    Raises:
        MalformedError: One of its settings is missing or wrong.
        ValueError: There is no such platform; a mistake of the program.
    """
    match name:
        case "slack":
            from adapters import slack  # noqa: PLC0415 — as said above

            return slack.platform_of(bot, environment)
        case "discord":
            from adapters import discord  # noqa: PLC0415 — as said above

            return discord.platform_of(bot, environment)
        case _:
            raise ValueError(f"no platform is called {name}")


def kept_after_removal_in(environment: Mapping[str, str]) -> timedelta:
    """Read how long what belongs to a workspace is kept after it removed the bot: ``MALMOI_KEEP_REMOVED_DAYS``.

    Raises:
        MalformedError: It is no number of days.
    """
    written = environment.get(KEEP_VARIABLE) or str(KEPT_AFTER_REMOVAL.days)
    if not written.isdecimal() or int(written) > MOST_DAYS:
        raise MalformedError(f"not a number of days up to {MOST_DAYS}", KEEP_VARIABLE)
    return timedelta(days=int(written))


@asynccontextmanager
async def _running(
    store: Store, starter: Callable[[], Sequence[Concept]], environment: Mapping[str, str]
) -> AsyncIterator[Bot]:
    at_home = at_home_in(environment)
    housing = Housing(store, at_home, starter, utc_now, kept_after_removal_in(environment))
    await housing.glossary_of(PLACE.workspace)  # begun now, and not while the first question waits
    counting = Counting(store, lambda: utc_now().date())
    breaker = Breaker(time.monotonic)  # one for both: it is the same database that is away
    contexts, catalogues = Contexts(housing, store, breaker=breaker), Catalogues(store, breaker=breaker)
    habits = Habits(store, utc_now, breaker=breaker)
    conversation = Conversation(contexts, catalogues, store, counting.count, habits=habits)
    writing = asyncio.create_task(kept_written((counting.flush, habits.flush), lambda: asyncio.sleep(FLUSH_EVERY)))
    schedule = Schedule(store, tasks_of(store, housing, environment), Holder(secrets.token_hex(6)), utc_now)
    doing = asyncio.create_task(schedule.run(lambda: asyncio.sleep(LOOK_EVERY)))
    try:
        yield Bot(conversation.reply_to, store, housing, at_home)
    finally:
        for task in (doing, writing):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def tasks_of(store: Store, housing: Housing, environment: Mapping[str, str]) -> tuple[Task, ...]:
    """List what the bot does when nobody asks.

    Raises:
        MalformedError: How long counts are kept is no number of months.
    """

    async def remove(now: datetime) -> None:
        del now  # it has the clock itself
        await housing.purge_removed()

    keeping = Keeping(months=kept_months_in(environment))
    return (*duties(store, keeping), Task("removing", timedelta(days=1), remove))


def kept_months_in(environment: Mapping[str, str]) -> int:
    """Read for how many months it is kept what was asked, and who waits for it: ``MALMOI_KEEP_COUNTS_MONTHS``.

    Raises:
        MalformedError: It is no number of months.
    """
    written = environment.get(COUNTS_VARIABLE) or str(Keeping().months)
    if not written.isdecimal() or not 1 <= int(written) <= MOST_MONTHS:
        raise MalformedError(f"not a number of months up to {MOST_MONTHS}", COUNTS_VARIABLE)
    return int(written)
