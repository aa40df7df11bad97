"""A hundred people join within a second: each is greeted once, whatever becomes of the process that greets them."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.delivering import LEASED_FOR
from bot.keeping import HOME
from tests.adapters.promises.changes import NOON
from tests.adapters.sql.children import child, store_at
from tests.adapters.sql.greeting import CROWD, IDLE, PACE, PEOPLE, greet, greet_in_a_process, prepare

if TYPE_CHECKING:
    from datetime import datetime
    from multiprocessing.connection import Connection

STEP = timedelta(seconds=20)
"""By which the clock goes on when nothing is due."""


@dataclass
class Crowd:
    """Who was greeted, and when it is."""

    at: datetime = NOON
    greeted: list[str] = field(default_factory=list)

    def hears(self, report: str) -> None:
        """Take a report of a process: who is greeted, or that nothing is due, so that time goes on."""
        if report == IDLE:
            self.at += STEP
        else:
            self.greeted.append(report)
            most = (self.at - NOON) / PACE + 1
            assert len(self.greeted) <= most, "faster than the platform bears"


async def step(crowd: Crowd, pipe: Connection) -> str:
    """Hear the next report of a process; it waits for the word then."""
    report = str(await asyncio.to_thread(pipe.recv))
    crowd.hears(report)
    return report


async def until(crowd: Crowd, pipe: Connection, number: int) -> None:
    """Let a process go on until so many were greeted, the last of them still being sent."""
    while len(crowd.greeted) < number:
        if await step(crowd, pipe) == IDLE or len(crowd.greeted) < number:
            pipe.send(crowd.at)


async def to_the_end(crowd: Crowd, pipe: Connection) -> None:
    """Let a process go on until nothing has been due for longer than anything is leased or spread."""
    quiet = timedelta(0)
    while quiet < LEASED_FOR + CROWD * PACE:
        quiet = quiet + STEP if await step(crowd, pipe) == IDLE else timedelta(0)
        pipe.send(crowd.at)


async def to_its_end(crowd: Crowd, pipe: Connection) -> None:
    """Give the word as often as a process still waits for it; it was told to end, in the middle of a sending."""
    try:
        while True:
            pipe.send(crowd.at)
            await step(crowd, pipe)
    except (EOFError, ConnectionError):
        return


async def prepared(url: str) -> None:
    """Prepare the database."""
    store = store_at(url)
    await prepare(store)
    await store.close()


async def test_a_crowd_is_greeted_exactly_once_across_a_restart(url: str) -> None:
    """The process is told to end in the middle of a sending; the next one hears of all who joined once more."""
    await prepared(url)
    crowd = Crowd()
    with child(greet_in_a_process, url) as (process, pipe):
        await until(crowd, pipe, CROWD // 2)
        process.terminate()
        await to_its_end(crowd, pipe)
        await asyncio.to_thread(process.join)
        assert process.exitcode == 0
    assert len(crowd.greeted) < CROWD
    with child(greet_in_a_process, url) as (_, pipe):
        await to_the_end(crowd, pipe)
    assert sorted(crowd.greeted) == list(PEOPLE)


async def test_nobody_is_greeted_twice_across_kills(url: str) -> None:
    """Whoever was just being greeted may have been or not, and is not tried again; all others are greeted."""
    await prepared(url)
    crowd, draw = Crowd(), random.Random(100)
    kills = 4
    for _ in range(kills):
        with child(greet_in_a_process, url) as (process, pipe):
            await until(crowd, pipe, len(crowd.greeted) + draw.randint(1, 20))
            process.kill()
        crowd.at += LEASED_FOR
    with child(greet_in_a_process, url) as (_, pipe):
        await to_the_end(crowd, pipe)
    assert len(crowd.greeted) == len(set(crowd.greeted))
    assert set(crowd.greeted) == set(PEOPLE)


@pytest.mark.parametrize("is_killed", [False, True])
async def test_in_memory_as_well(*, is_killed: bool) -> None:
    """Told to end, what is being sent is finished and the rest given back; abandoned, its leases run out."""
    store, crowd = MemoryStore(), Crowd()
    await prepare(store)
    abandoned = []
    for number in (CROWD // 2, CROWD):
        stop, go = asyncio.Event(), asyncio.Event()
        reached = asyncio.Event()

        async def word(
            report: str, number: int = number, go: asyncio.Event = go, reached: asyncio.Event = reached
        ) -> datetime:
            crowd.hears(report)
            if len(crowd.greeted) == number:
                reached.set()
                await go.wait()
            await asyncio.sleep(0)
            return crowd.at

        greeting = asyncio.create_task(greet(store, word, stop))
        await reached.wait()
        if is_killed and number < CROWD:
            abandoned.append(greeting)
            crowd.at += LEASED_FOR
            continue
        stop.set()
        go.set()
        await greeting
    assert sorted(crowd.greeted) == list(PEOPLE)
    for left in abandoned:
        left.cancel()
    assert len(await store.progress_of(HOME, PEOPLE[0])) == 1
