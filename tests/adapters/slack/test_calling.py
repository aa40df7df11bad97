"""What if a call of the Web API fails? How it failed is known, and whether Slack may have done it all the same."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.calling import RATE_LIMITED, TIMED_OUT, CallError, Calls

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

SHORT = 0.05
"""Seconds, in which something that never answers does not."""


@asynccontextmanager
async def calls_to(handler: Handler) -> AsyncIterator[tuple[Calls, str, list[float]]]:
    """Serve what a handler answers; give what calls it, its address, and the pauses that were made."""
    app = web.Application()
    app.router.add_route("*", "/{any:.*}", handler)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    try:
        async with calling(base) as (calls, pauses):
            yield calls, base, pauses
    finally:
        await runner.cleanup()


@asynccontextmanager
async def calling(base: str) -> AsyncIterator[tuple[Calls, list[float]]]:
    """Make what calls an address."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(base_url=base, session=session, retry_handlers=[])
        yield Calls(client, session, pause), pauses


def answering(*answers: tuple[int, dict[str, str], Any]) -> Handler:
    """Answer with each in turn; with the last from then on."""
    left = list(answers)

    async def handle(_: web.Request) -> web.Response:
        status, headers, said = left.pop(0) if len(left) > 1 else left[0]
        return web.json_response(said, status=status, headers=headers)

    return handle


@asynccontextmanager
async def silence() -> AsyncIterator[str]:
    """Listen, and never answer; give the address."""
    heard: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _, writer: heard.append(writer), "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    finally:
        server.close()
        for writer in heard:
            writer.close()
            await writer.wait_closed()


def nowhere() -> str:
    """Find an address on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"http://127.0.0.1:{server.getsockname()[1]}/"


@pytest.mark.parametrize(
    ("answer", "reason", "is_certain"),
    [
        ((200, {}, {"ok": False, "error": "channel_not_found"}), "channel_not_found", True),
        ((200, {}, {"ok": False}), "unknown", True),
        ((503, {}, {"ok": False, "error": "service_unavailable"}), "service_unavailable", False),
    ],
)
async def test_a_refusal_is_certain_and_a_fault_of_the_server_is_not(
    answer: tuple[int, dict[str, str], Any], reason: str, *, is_certain: bool
) -> None:
    """The reason is Slack's own word for it."""
    async with calls_to(answering(answer)) as (calls, _, _):
        with pytest.raises(CallError) as failed:
            await calls.call("xoxb", "chat.postMessage", channel="C1")
    assert (failed.value.reason, failed.value.is_certain) == (reason, is_certain)


async def test_slack_is_waited_for_as_long_as_there_is_time() -> None:
    """What it asks for in Retry-After, a second where it says nothing sensible; longer than the limit is not waited."""
    limited = {"ok": False, "error": "ratelimited"}
    answers: tuple[tuple[int, dict[str, str], Any], ...]
    answers = ((429, {"Retry-After": "3"}, limited), (429, {"Retry-After": "soon"}, limited), (200, {}, {"ok": True}))
    async with calls_to(answering(*answers)) as (calls, _, pauses):
        assert (await calls.call("xoxb", "users.info", 10.0))["ok"]
        assert pauses == [3.0, 1.0]
    async with calls_to(answering((429, {"Retry-After": "30"}, limited))) as (calls, _, pauses):
        with pytest.raises(CallError) as failed:
            await calls.call("xoxb", "users.info", 10.0)
        assert pauses == []
    assert (failed.value.reason, failed.value.retry_after, failed.value.is_certain) == (RATE_LIMITED, 30.0, True)


async def test_what_takes_too_long_may_have_been_done() -> None:
    """Nobody knows; of a file that is only read it is certain that nothing was done."""
    async with silence() as base, calling(base) as (calls, _):
        for call, reason, is_certain in (
            (calls.call("xoxb", "chat.postMessage", SHORT), TIMED_OUT, False),
            (calls.respond(base, {}, SHORT), "TimeoutError", False),
            (calls.put(base, b"", SHORT), "TimeoutError", False),
            (calls.fetched("xoxb", base, 9, SHORT), "TimeoutError", True),
        ):
            with pytest.raises(CallError) as failed:
                await call
            assert (failed.value.reason, failed.value.is_certain) == (reason, is_certain)


async def test_a_network_without_slack_has_done_nothing() -> None:
    """So it can be tried again."""
    base = nowhere()
    async with calling(base) as (calls, _):
        with pytest.raises(CallError) as failed:
            await calls.call("xoxb", "chat.postMessage")
        assert failed.value.is_certain
        for call in (calls.respond(base, {}), calls.put(base, b""), calls.fetched("xoxb", base, 9)):
            with pytest.raises(CallError):
                await call
        with pytest.raises(CallError):
            await calls.respond("no address", {})


async def test_what_is_not_json_counts_as_a_failure() -> None:
    """A proxy on the way may say anything."""

    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<html>try later</html>", content_type="text/html")

    async with calls_to(page) as (calls, _, _):
        with pytest.raises(CallError):
            await calls.call("xoxb", "users.info")


async def test_a_file_is_read_up_to_one_byte_more_than_is_taken() -> None:
    """By which it is known to be too large; a page to sign in is no file."""

    async def file(request: web.Request) -> web.Response:
        if request.path == "/login":
            return web.Response(status=302, headers={"Location": "/elsewhere"})
        return web.Response(body=b"x" * 100_000)

    async with calls_to(file) as (calls, base, _):
        assert len(await calls.fetched("xoxb", f"{base}file", 70_000)) == 70_001
        assert len(await calls.fetched("xoxb", f"{base}file", 200_000)) == 100_000
        with pytest.raises(CallError):
            await calls.fetched("xoxb", f"{base}login", 9)


async def test_a_file_that_is_not_taken_is_known_not_to_be() -> None:
    """By its status."""
    async with calls_to(answering((500, {}, {}))) as (calls, base, _):
        with pytest.raises(CallError) as failed:
            await calls.put(base, b"text")
    assert failed.value.reason == "500"
