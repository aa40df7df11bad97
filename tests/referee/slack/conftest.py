"""A bot as its own process, before a referee that plays Slack: over HTTP and over Socket Mode."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.referee.conftest import free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

SECRET, TOKEN, APP_TOKEN = "signing-secret", "xoxb-test", "xapp-test"
HTTP, SOCKET = "http", "socket"


@dataclass(slots=True)
class Stage:
    """The referee with everything in it, and the ways in which its users act."""

    web: Any
    gateway: Any
    urls: Any
    team: Any
    slack: Any
    """The driver: HTTP or Socket Mode, which take the same payloads."""
    block_kit: Any
    environment: dict[str, str]
    processes: list[asyncio.subprocess.Process] = field(default_factory=list)

    async def command(self, text: str, user: str = "U1", *, command: str = "/define", channel: str = "C1") -> Any:  # noqa: ANN401 — an answer
        """Type a command; gives the answer."""
        fields = self.team.slash_command(command, text, user=user, channel=channel, response_url=self.urls.new())
        answer = (await self.slack.command(fields)).expect().json or {}
        self.block_kit.check(self.block_kit.validate_response(answer) if answer else [])
        return answer

    async def press(self, shown: Mapping[str, Any], label: str, user: str = "U1", **place: Any) -> str:  # noqa: ANN401 — a payload
        """Press a button by its label; gives the address for answers."""
        buttons = (one for one in elements_of(shown) if one.get("type") == "button")
        found = next(one for one in buttons if one["text"]["text"] == label)
        url = self.urls.new()
        where = {"channel": "C1", "response_url": url, "ephemeral": True, **place}
        action = {"type": "button", "action_id": found["action_id"], "block_id": "b", "value": found["value"]}
        payload = self.team.block_actions(action, user=user, **where)
        (await self.slack.interact(payload)).expect()
        return str(url)

    async def submit(self, view: Mapping[str, Any], user: str = "U1", **values: Any) -> Any:  # noqa: ANN401 — an acknowledgement
        """Submit a modal."""
        payload = self.team.view_submission(view, values, user=user)
        answer = (await self.slack.interact(payload)).expect().json
        self.block_kit.check(self.block_kit.validate_view_response(answer, view))
        return answer

    async def event(self, event: Mapping[str, Any], name: str | None = None, times: int = 1) -> None:
        """Tell of an event, so many times."""
        envelope = self.team.event_callback(event, event_id=name)
        for retry in range(times):
            (await self.slack.event(envelope, retry=retry)).expect()

    async def opened(self, method: str = "views.open", count: int = 1) -> Any:  # noqa: ANN401 — a view
        """Wait for a view, and give it as Slack keeps it."""
        call = await self.gateway.wait_call(method, count=count, timeout=10)
        assert call.response["ok"], call.response
        return call.response["view"]

    async def said(self, url: str, count: int = 1) -> Any:  # noqa: ANN401 — a message
        """Wait for what was posted to an address for answers."""
        return (await self.urls.wait(url, count, timeout=10))[count - 1]

    def judge(self) -> None:
        """Look whether the referee found any problem."""
        assert [call.problems for call in self.gateway.calls if self.block_kit.errors(call.problems)] == []
        assert self.urls.problems == []


def elements_of(message: Mapping[str, Any]) -> list[dict[str, Any]]:
    """List everything in a message or view that can be pressed."""
    blocks = message.get("blocks", [])
    return [one for block in blocks for one in (*block.get("elements", []), block.get("accessory") or {})]


def words_of(message: Mapping[str, Any]) -> str:
    """Read everything that a message or view shows."""
    return str(message.get("blocks"))


@pytest.fixture(params=[HTTP, SOCKET])
def transport(request: pytest.FixtureRequest) -> str:
    """Name the way that payloads take."""
    return str(request.param)


@pytest.fixture
async def stage(transport: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """Set the stage, start the bot, and let the referee judge in the end."""
    async with staged(transport, tmp_path) as (setting, port), playing(setting, port):
        await begun(setting)
        yield setting
        setting.judge()


async def begun(stage: Stage) -> None:
    """Let the first administrator be told how to begin, before a journey counts what is said."""
    await stage.command("help", "UFIRST", command="/glossary")
    told = await stage.gateway.wait_call("chat.postMessage", timeout=15)
    assert told.args["channel"] == "UFIRST"
    stage.judge()
    stage.gateway.calls.clear()


@asynccontextmanager
async def staged(transport: str, folder: Path, **more: str) -> AsyncIterator[tuple[Stage, int]]:
    """Set the stage."""
    names = ("block_kit", "api_gateway", "slack_driver", "socket_mode", "web_api")
    block_kit, gateways, drivers, sockets, webs = (import_module(f"slack.{name}") for name in names)
    port = free_port()
    async with AsyncExitStack() as stack:
        web = await stack.enter_async_context(webs.SlackWebApi(bot_token=TOKEN))
        gateway = gateways.ApiGateway(web.base)
        driver: Any = (
            sockets.SocketMode(app_id="A1", app_token=APP_TOKEN).mount(gateway) if transport == SOCKET else None
        )
        await stack.enter_async_context(gateway)

        def check(payload: Mapping[str, Any]) -> list[Any]:
            return list(block_kit.errors(block_kit.validate_response(payload)))

        urls = await stack.enter_async_context(drivers.ResponseUrls(check=check))
        if driver is None:
            address = f"http://127.0.0.1:{port}/slack/events"
            driver = await stack.enter_async_context(drivers.SlackDriver(address, SECRET))
        web.add_user("U1")
        web.add_user("UK", locale="ko-KR")
        web.add_user("UADMIN", is_admin=True)
        web.add_user("UFIRST", is_owner=True)
        web.add_user("UFAR", team_id="T9")
        web.add_channel("C1", "U1", "UK", "UADMIN", "U0BOT")
        environment = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder / 'malmoi.sqlite3'}",
            "MALMOI_SECRET_KEY": "k" * 40,
            "SLACK_API_URL": gateway.api_url,
            "SLACK_BOT_TOKEN": TOKEN,
            "HOST": "127.0.0.1",
            "PORT": str(port),
            **({"SLACK_APP_TOKEN": APP_TOKEN} if transport == SOCKET else {"SLACK_SIGNING_SECRET": SECRET}),
            **more,
        }
        team = drivers.Workspace(team_id="T1", bot_user_id="U0BOT")
        yield Stage(web, gateway, urls, team, driver, block_kit, environment), port


@asynccontextmanager
async def playing(stage: Stage, port: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run the bot until the block ends."""
    program = Path(sys.executable).with_name("malmoi")
    process = await asyncio.create_subprocess_exec(program, "run", "slack", env=stage.environment)
    try:
        await _answering(port)
        if hasattr(stage.slack, "wait_connected"):
            await stage.slack.wait_connected(1, timeout=30)
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def _answering(port: int) -> None:
    """Wait until the bot says that it is ready; the glossary is read by the first question."""
    async with asyncio.timeout(60):
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(b"GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                is_ready = (await reader.read()).startswith(b"HTTP/1.1 200")
                writer.close()
            except OSError:
                is_ready = False
            if is_ready:
                return
            await asyncio.sleep(0.1)
