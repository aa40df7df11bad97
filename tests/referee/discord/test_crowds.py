"""A crowd joins at once: all are greeted once each, at a pace that Discord bears, whatever becomes of the process."""

from __future__ import annotations

import asyncio
import signal
from collections import Counter
from typing import TYPE_CHECKING

from tests.referee.discord.acting import kept, manager, pack, words_of

if TYPE_CHECKING:
    from tests.referee.discord.acting import User
    from tests.referee.discord.conftest import Begin, World

GREETING = {"DISCORD_GREET_MEMBERS": "yes"}
HUNDRED, FEWER = 100, 30
A_SECOND = 2
"""Greetings; they are sent about one a second, and never in a burst."""


async def welcomed(world: World) -> None:
    """Let a reading list greet everybody who joins."""
    ada = manager(world)
    made = await pack(world, ada, name="First week", terms="MLOps\nRedis")
    await world.click(ada, made, label="Greet everybody who joins")


async def join(world: World, number: int) -> list[User]:
    """Let a crowd join within a second."""
    people = [world.user(f"newcomer{one}", member=False) for one in range(number)]
    await asyncio.gather(*(world.fd.join(person, world.gid) for person in people))
    async with asyncio.timeout(60):  # everybody is met at once, and greeted later
        while kept(world.folder, "select count(*) from progress") != [(number,)]:  # noqa: ASYNC110 — of another process
            await asyncio.sleep(0.1)
    return people


def greeted(world: World) -> Counter[str]:
    """Count the greetings of each channel."""
    bot = world.fd.bot["id"]
    said = (one for one in world.fd.messages.values() if one["author"]["id"] == bot and not one["flags"] & 64)
    return Counter(one["channel_id"] for one in said if words_of(one)[0] == "First week")


async def until(world: World, number: int, seconds: float) -> None:
    """Wait until so many are greeted."""
    async with asyncio.timeout(seconds):
        while greeted(world).total() < number:  # noqa: ASYNC110 — of another process
            await asyncio.sleep(0.1)


def pace_of(world: World) -> int:
    """Tell how many messages were sent within the busiest second."""
    times = sorted(request.t for request in world.fd.requests if request.op == "create_message")
    return max(sum(bool(begun <= other < begun + 1) for other in times) for begun in times)


async def test_a_hundred_who_join_within_a_second_are_greeted_once_each_across_a_restart(begin: Begin) -> None:
    """Stopped by SIGTERM in the middle: what was begun is finished, and the next process goes on."""
    async with begin(env=GREETING, validate="later") as world:
        await welcomed(world)
        people = await join(world, HUNDRED)
        await until(world, 20, seconds=60)
        assert await world.bot.stop(signal.SIGTERM) == 0
        between = greeted(world).total()
        assert between < HUNDRED
        await world.start_bot()
        await world.ready(commands=False)
        await until(world, HUNDRED, seconds=240)
        await asyncio.sleep(3)
        assert greeted(world) == {world.fd.dm_channel(person)["id"]: 1 for person in people}
        assert pace_of(world) <= A_SECOND
        assert [one for one in world.fd.log if one[1] == "429"] == []
        assert world.fd.validate_pending() == []


async def test_across_a_kill_nobody_is_greeted_twice(begin: Begin) -> None:
    """Who was being greeted may hear nothing; what the process had taken on is given back when its time is up."""
    async with begin(env=GREETING, validate="later") as world:
        await welcomed(world)
        people = await join(world, FEWER)
        await until(world, 8, seconds=60)
        await world.bot.stop(signal.SIGKILL)
        kept(world.folder, "update notices set held_until = '2020-01-01 00:00:00.000000' where finished_at is null")
        await world.start_bot()
        await world.ready(commands=False)
        await until(world, FEWER - 1, seconds=120)
        await asyncio.sleep(3)
        times = greeted(world)
        assert set(times.values()) == {1}
        assert set(times) <= {world.fd.dm_channel(person)["id"] for person in people}
        assert world.fd.validate_pending() == []


async def test_a_crowd_is_greeted_whatever_discord_answers(begin: Begin) -> None:
    """Limits are waited for, and errors tried again by the same number, so that nobody is greeted twice."""
    async with begin(env=GREETING, validate="later") as world:
        await welcomed(world)
        for call in ("create_dm", "create_message"):
            world.fd.rate_limit(call, retry_after=0.5)
            world.fd.fail(call, 502)
        people = await join(world, 10)
        await until(world, 10, seconds=90)
        await asyncio.sleep(2)
        assert greeted(world) == {world.fd.dm_channel(person)["id"]: 1 for person in people}
        assert world.fd.validate_pending() == []
