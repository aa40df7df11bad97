"""A bot on Slack's stand-in: the whole adapter in this process, over a real socket, on the in-memory store."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest
import uvicorn
from starlette.applications import Starlette

from adapters.memory import MemoryStore
from adapters.slack.platform import Passing, SlackPlatform
from adapters.slack.settings import Settings
from bot.conversation import Conversation, utc_now
from bot.delivering import Deliveries
from bot.housing import Housing
from bot.keeping import Holder
from bot.remembering import Catalogues, Contexts
from tests.adapters.slack.standin import SECRET, TOKEN, Slack, StandIn
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from bot.ports import Store
    from bot.replies import Form, Reply, Silence
    from bot.requests import Request, WorkspaceId
    from glossary.concept import Concept


class Bot:
    """A bot on a store, as the command line would put it together."""

    def __init__(self, store: Store | None = None) -> None:
        self.store = store or MemoryStore(TERMS)
        self.at_home: set[WorkspaceId] = set()
        self.housing = Housing(self.store, self.at_home, tuple, utc_now)
        conversation = Conversation(
            Contexts(self.housing, self.store), Catalogues(self.store), self.store, lambda _: None
        )
        self.reply_to: Callable[[Request], Awaitable[Reply | Form | Silence]] = conversation.reply_to


def settings_for(standin: StandIn, **more: str) -> Settings:
    """Make the settings with which the bot talks to the stand-in."""
    environment = {
        "SLACK_API_URL": f"{standin.base}/api/",
        "SLACK_SIGNING_SECRET": SECRET,
        "SLACK_BOT_TOKEN": TOKEN,
        **more,
    }
    return Settings.of({name: value for name, value in environment.items() if value})


@asynccontextmanager
async def running(
    standin: StandIn, bot: Bot, more: Mapping[str, str] | None = None, passing: Passing | None = None
) -> AsyncIterator[tuple[Slack, SlackPlatform]]:
    """Run the bot over HTTP."""
    platform = SlackPlatform(bot, settings_for(standin, **(more or {})), passing)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        app = Starlette(routes=platform.routes())
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off", access_log=False))
        serving = asyncio.create_task(server.serve([listener]))
        living = asyncio.create_task(platform.run())
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        try:
            async with aiohttp.ClientSession() as session:
                yield Slack(address, standin, session), platform
        finally:
            server.should_exit = True
            await serving
            await platform.stop()
            living.cancel()
            await asyncio.wait({living})


async def delivered(bot: Bot, platform: SlackPlatform) -> int:
    """Deliver what is to be said unasked; tell how much that was."""
    return await Deliveries(bot.store, bot.reply_to, utc_now, Holder("here")).deliver_due(platform)


async def settled(*platforms: SlackPlatform) -> None:
    """Wait for what goes on after the answers."""
    for platform in platforms:
        await platform._background.finished()  # noqa: SLF001 — nobody else waits for it


@pytest.fixture
async def standin() -> AsyncIterator[StandIn]:
    """Serve Slack's side; in the end it must have found no fault."""
    async with StandIn() as serving:
        serving.knows("U1")
        serving.knows("UK", "ko-KR")
        serving.knows("UADMIN", is_admin=True)
        serving.members["C1"] |= {"U1", "UK"}
        yield serving
        assert serving.faults == []


@pytest.fixture
def concepts() -> tuple[Concept, ...]:
    """Give what the bot knows; a module may know something else."""
    return TERMS


@pytest.fixture
def bot(concepts: tuple[Concept, ...]) -> Bot:
    """Make a bot."""
    return Bot(MemoryStore(concepts))


@pytest.fixture
async def slack(standin: StandIn, bot: Bot) -> AsyncIterator[Slack]:
    """Run the bot over HTTP, with the token of one workspace."""
    async with running(standin, bot) as (talking, _):
        yield talking
