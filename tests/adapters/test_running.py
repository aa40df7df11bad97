"""How the bot lives and ends."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from starlette.responses import Response
from starlette.routing import Route

from adapters import running
from adapters.assembling import Bot, Parts, at_home_in, bot_of, kept_after_removal_in, kept_months_in, tasks_of
from adapters.running import Pace, run_until_stopped, stop_at_signals, supervised
from adapters.web.numbers import Numbers
from adapters.web.serving import listening
from bot.commands import Help, Typed
from bot.conversation import utc_now
from bot.delivering import Deliveries
from bot.keeping import HOME, Holder, Notice, NoticeKey, Recipient
from bot.requests import AccountId, Asker, Place, Request, WorkspaceId
from bot.schedule import Schedule
from bot.tokens import carried
from glossary.errors import MalformedError
from tests.adapters.platforms import FakePlatform, page
from tests.fakes import AwayStore, words_of
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request as HttpRequest


def parts_of(bot: Bot, *platforms: FakePlatform) -> Parts:
    """Put a bot and platforms together as the command line does."""
    deliveries = Deliveries(bot.store, bot.reply_to, utc_now, Holder("p1"))
    return Parts(bot.store, platforms, deliveries, Numbers())


class Time:
    """A clock that tells what the test says, and pauses that are noted and end at once."""

    def __init__(self, *moments: float) -> None:
        self.moments = list(moments)
        self.pauses: list[float] = []

    async def pause(self, seconds: float) -> None:
        """Note it, and let the others go on."""
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    def clock(self) -> float:
        """Tell the next moment; time stands still after the last."""
        return self.moments.pop(0) if self.moments else 0.0

    @property
    def pace(self) -> Pace:
        """Give the pace that this time has."""
        return Pace(self.pause, self.clock)


@asynccontextmanager
async def run_in_background(
    *platforms: FakePlatform,
) -> AsyncIterator[tuple[int, asyncio.Event, asyncio.Task[None], Parts]]:
    """Run the platforms on a bot of their own, and give the port, what stops it, and the task."""
    async with bot_of(TERMS) as bot:
        parts, stop, listener = parts_of(bot, *platforms), asyncio.Event(), listening("127.0.0.1", 0)
        port = int(listener.getsockname()[1])
        task = asyncio.create_task(run_until_stopped(parts, listener, stop))
        try:
            yield port, stop, task, parts
        finally:
            stop.set()
            await asyncio.gather(task, return_exceptions=True)
            listener.close()


async def test_pages_tell_that_it_lives_is_ready_and_ends() -> None:
    """Ready once the platform is; the metrics name the platform."""
    platform = FakePlatform()
    async with run_in_background(platform) as (port, stop, task, parts):
        assert await page(port, "/healthz") == (200, "alive\n")
        await platform.is_connected.wait()
        assert await page(port, "/readyz") == (200, "ready\n")
        assert 'malmoi_ready{platform="slack"} 1.0' in (await page(port, "/metrics"))[1]
        assert (await page(port, "/other"))[0] == 404
        readiness = running.Readiness(parts)
        stop.set()
        await task
        assert platform.is_stopped.is_set()
        assert readiness.unready() == ["slack"]
        readiness.is_stopping = True
        assert readiness.unready() == ["stopping", "slack"]


async def test_it_is_not_ready_while_a_part_is_away() -> None:
    """The page says which, and nothing else about it."""
    platform = FakePlatform(None)
    platform.is_connected.clear()
    async with run_in_background(platform) as (port, *_):
        assert await page(port, "/readyz") == (503, "not ready: slack\n")
    store = AwayStore()
    store.is_away = True
    deliveries = Deliveries(store, None, utc_now, Holder("p1"))  # type: ignore[arg-type]  # nothing is delivered here
    assert running.Readiness(Parts(store, (), deliveries, Numbers())).unready() == ["database"]


async def test_the_pages_of_a_platform_are_served_beside_them_and_answered_to_the_end() -> None:
    """A request that is in flight when the bot is told to stop gets its answer."""
    came, may_answer = asyncio.Event(), asyncio.Event()

    async def slow(_: HttpRequest) -> Response:
        came.set()
        await may_answer.wait()
        return Response("done")

    async with run_in_background(FakePlatform(routes=[Route("/slack/events", slow)])) as (port, stop, task, _):
        asking = asyncio.create_task(page(port, "/slack/events"))
        await came.wait()
        stop.set()
        await asyncio.sleep(0)
        assert not task.done()
        may_answer.set()
        status, body = await asking
        assert status == 200
        assert "done" in body
        await task


async def test_a_platform_that_ends_is_started_again_after_growing_pauses() -> None:
    """By itself or with an error; after a steady run the pauses begin anew."""
    failures = (OSError("xoxb-secret"), None, *[OSError()] * 6)
    platform, time = FakePlatform(*failures), Time()
    task = asyncio.create_task(supervised(platform, time.pace))
    await platform.is_connected.wait()
    task.cancel()
    assert platform.runs == 9
    assert time.pauses == [1, 2, 4, 8, 16, 32, 60, 60]
    steady, time = FakePlatform(OSError(), OSError(), OSError()), Time(0, 1, 1, 2, 2, 90)
    task = asyncio.create_task(supervised(steady, time.pace))
    await steady.is_connected.wait()
    task.cancel()
    assert time.pauses == [1, 2, 1]


async def test_why_a_platform_ended_never_shows_what_it_was_given(caplog: pytest.LogCaptureFixture) -> None:
    """The message of a library's exception may hold a token or what somebody typed."""
    platform = FakePlatform(OSError("xoxb-secret"))
    task = asyncio.create_task(supervised(platform, Time().pace))
    await platform.is_connected.wait()
    task.cancel()
    assert "slack: OSError; again in 1 s" in caplog.text
    assert "xoxb" not in caplog.text


async def test_a_setting_that_a_platform_refuses_ends_everything() -> None:
    """Trying again would not help; the other platform is stopped in order."""
    broken, other = FakePlatform(MalformedError("not accepted by Slack", "SLACK_BOT_TOKEN")), FakePlatform()
    async with run_in_background(broken, other) as (_, _, task, _):
        with pytest.raises(MalformedError):
            await task
        assert other.is_stopped.is_set()


async def test_a_platform_that_does_not_end_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """And one that fails at it keeps nobody from ending in order."""
    monkeypatch.setattr(running, "GRACE", 0.01)

    class Endless(FakePlatform):
        """Never finishes stopping."""

        async def stop(self) -> None:
            """Wait for ever."""
            await asyncio.Event().wait()

    class Failing(FakePlatform):
        """Fails at stopping."""

        async def stop(self) -> None:
            """Fail."""
            raise OSError

    last = FakePlatform()
    async with run_in_background(Endless(), Failing(), last) as (_, stop, task, _):
        stop.set()
        await task
        assert last.is_stopped.is_set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_asks_it_to_end(number: signal.Signals) -> None:
    """Both that hosts and people send."""
    stop = asyncio.Event()
    stop_at_signals(stop)
    os.kill(os.getpid(), number)
    await stop.wait()


async def test_notices_are_delivered_while_it_runs() -> None:
    """The door is asked as the recipient."""
    platform = FakePlatform()
    async with bot_of(TERMS) as bot:
        notice = Notice(NoticeKey("n"), Recipient("slack:T1:U1"), carried(Help()), utc_now())
        await bot.store.post_notices(HOME, [notice])
        stop, told = asyncio.Event(), asyncio.Event()
        listener = listening("127.0.0.1", 0)

        async def pause(_: float) -> None:
            told.set()
            await asyncio.Event().wait()

        task = asyncio.create_task(run_until_stopped(parts_of(bot, platform), listener, stop, Pace(pause)))
        await told.wait()
        stop.set()
        await task
        listener.close()
    ((recipient, reply),) = platform.sent
    assert recipient == "slack:T1:U1"
    assert words_of(reply)[0] == "Type a word, and I tell you what it means here."


async def test_every_answer_is_counted_by_platform_and_outcome_only() -> None:
    """No label holds a term, a person or a workspace."""
    async with bot_of(TERMS) as bot:
        numbers = Numbers(Time(0, 0.002, 5, 5.0005).clock)
        reply_to = numbers.measured(bot.reply_to)
        asker, place = Asker(AccountId("terminal:sue")), Place(WorkspaceId("terminal"))
        await reply_to(Request(asker, place, Typed("mlops")))
        await reply_to(Request(asker, place, Typed("banana")))
    text = numbers.written().decode()
    assert 'malmoi_answers_total{outcome="answered",platform="terminal"} 1.0' in text
    assert 'malmoi_answers_total{outcome="not found",platform="terminal"} 1.0' in text
    assert 'malmoi_answer_seconds_bucket{le="0.001",platform="terminal"} 1.0' in text
    assert 'malmoi_answer_seconds_bucket{le="0.0025",platform="terminal"} 2.0' in text
    assert "banana" not in text
    assert "sue" not in text


def test_a_port_that_is_taken_is_said() -> None:
    """By the name of its variable."""
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(MalformedError) as refused:
        listening("127.0.0.1", taken.getsockname()[1])
    assert refused.value.field == "PORT"


def test_how_long_what_was_removed_is_kept_is_read() -> None:
    """A month, unless it says otherwise."""
    assert kept_after_removal_in({}).days == 30
    assert kept_after_removal_in({"MALMOI_KEEP_REMOVED_DAYS": "0"}).days == 0
    for wrong in ("-1", "a month", "99999"):
        with pytest.raises(MalformedError):
            kept_after_removal_in({"MALMOI_KEEP_REMOVED_DAYS": wrong})


def test_how_long_counts_are_kept_is_read() -> None:
    """A year, unless it says otherwise; not for ever, and not for no time at all."""
    assert kept_months_in({}) == 12
    assert kept_months_in({"MALMOI_KEEP_COUNTS_MONTHS": "3"}) == 3
    for wrong in ("0", "-1", "a year", "9999"):
        with pytest.raises(MalformedError):
            kept_months_in({"MALMOI_KEEP_COUNTS_MONTHS": wrong})


async def test_what_is_due_is_done_when_nobody_asks() -> None:
    """Also what belongs to a workspace that removed the bot goes."""
    async with bot_of(TERMS) as bot:
        gone = WorkspaceId("slack:T1")
        await bot.housing.glossary_of(gone)
        await bot.housing.left(gone, utc_now() - timedelta(days=31))
        tasks = tasks_of(bot.store, bot.housing, {})
        done = await Schedule(bot.store, tasks, Holder("p1"), utc_now).do_due()
        assert done == ("digests", "reminders", "tidying", "forgetting", "removing")
        assert await bot.store.glossary_of(gone) is None


def test_the_workspaces_at_home_are_read() -> None:
    """With their platform; the terminal is always among them."""
    assert at_home_in({}) == {"terminal"}
    assert at_home_in({"MALMOI_HOME": "slack:T1, discord:42,"}) == {"terminal", "slack:T1", "discord:42"}
    with pytest.raises(MalformedError):
        at_home_in({"MALMOI_HOME": "T1"})
