"""A hundred people join within a second, and the process that greets them is stopped, or killed: before the referee."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from tests.referee.slack.acting import pack, read_aloud, typed
from tests.referee.slack.conftest import HTTP, playing, staged
from tests.referee.slack.test_journeys import warm

if TYPE_CHECKING:
    from pathlib import Path

    from tests.referee.slack.conftest import Stage

CROWD = 100
PEOPLE = [f"U{number:03}" for number in range(CROWD)]
RETRIES = 4
"""How often Slack tells of an event: apis/events-api."""
A_MINUTE = 60.0
TIERS = {"users.info": 100, "conversations.open": 50, "conversations.info": 50}
"""Calls a minute that Slack promises to take: apis/web-api/rate-limits, methods."""


async def joins(stage: Stage, people: list[str]) -> None:
    """Let these join at the same time: the workspace, the channel, or both; what is acknowledged late is told again."""

    async def told(event: dict[str, Any], name: str) -> None:
        envelope = stage.team.event_callback(event, event_id=name)
        for retry in range(RETRIES):
            if (await stage.slack.event(envelope, retry=retry)).in_time:
                return
        raise AssertionError("Slack gives up")

    async with asyncio.TaskGroup() as together:
        for number, user in enumerate(people):
            if number % 3 != 1:
                together.create_task(told(stage.team.ev_team_join(user=user), f"Ev{user}"))
            if number % 3:
                together.create_task(told(stage.team.ev_member_joined(user=user, channel="C1"), f"Ev{user}C"))


def greeted(stage: Stage) -> list[str]:
    """List who was greeted, one after the other."""
    posts = [call.args for call in stage.gateway.made("chat.postMessage") if call.args["channel"] in PEOPLE]
    return [post["channel"] for post in posts if "First week" in read_aloud(post)]


async def until(stage: Stage, number: int) -> None:
    """Wait until so many were greeted."""
    async with asyncio.timeout(240):
        while True:
            if len(greeted(stage)) >= number:
                return
            await asyncio.sleep(0.05)


def within_the_rates(stage: Stage) -> None:
    """Look whether Slack would have taken it: a message a second, and each method as often as its tier says."""
    calls = defaultdict(list)
    for call in stage.gateway.calls:
        calls[call.method].append(call.at)
        assert call.status == 200, call.response
    posted = [call.at for call in stage.gateway.made("chat.postMessage") if call.args["channel"] in PEOPLE]
    assert min(later - earlier for earlier, later in pairwise(posted)) > 0.9, "faster than one message a second"
    for method, most in TIERS.items():
        times = calls[method]
        assert all(sum(0 <= at - begun < A_MINUTE for at in times) <= most for begun in times), method


async def prepared(stage: Stage) -> None:
    """Make a pack for the workspace and for the channel."""
    for user in PEOPLE:
        stage.web.add_user(user)
    await warm(stage, "UADMIN")
    preview = await pack(stage)
    await stage.press(preview, "Greet everybody who joins", "UADMIN", view=preview, channel=None, response_url=None)
    await stage.opened("views.update")
    await typed(stage, "pack here First week")


@pytest.mark.parametrize("is_killed", [False, True], ids=["SIGTERM", "SIGKILL"])
async def test_a_crowd_is_greeted_once_and_within_the_rates(tmp_path: Path, *, is_killed: bool) -> None:
    """Stopped in the middle everybody is greeted; killed, nobody twice, and at most the one being told is missed."""
    async with staged(HTTP, tmp_path) as (stage, port):
        async with playing(stage, port) as process:
            await prepared(stage)
            await joins(stage, PEOPLE)
            await until(stage, CROWD // 3)
            if is_killed:
                process.kill()
            else:
                process.terminate()
            await process.wait()
        async with playing(stage, port):
            await joins(stage, PEOPLE[::5])  # told again, as Slack repeats what it is not sure of
            await until(stage, CROWD - is_killed)
            await asyncio.sleep(5)
        times = Counter(greeted(stage))
        assert max(times.values()) == 1
        assert len(times) >= CROWD - is_killed
        within_the_rates(stage)
        stage.judge()
