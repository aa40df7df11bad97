"""Where the tests get a bot that is connected: to a server that plays Discord."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from adapters.discord.platform import Discord
from adapters.discord.settings import Settings
from adapters.memory import MemoryStore
from bot.conversation import Conversation
from bot.housing import Housing
from bot.remembering import Catalogues, Contexts
from glossary.errors import UnavailableError
from tests.adapters.discord.standing_in import StandIn
from tests.fakes import NOON
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
    from datetime import datetime

    from bot.keeping import Subject
    from bot.replies import Form, Reply, Silence
    from bot.requests import Request, WorkspaceId


class Store(MemoryStore):
    """A store that does not always answer."""

    is_away = False

    async def settings_of(self, subject: Subject) -> Mapping[str, str]:
        """Read, unless it is away."""
        self._answer()
        return await super().settings_of(subject)

    async def set_setting(self, subject: Subject, name: str, value: str | None) -> None:
        """Keep, unless it is away."""
        self._answer()
        await super().set_setting(subject, name, value)

    async def workspace_left(self, workspace: WorkspaceId, at: datetime) -> None:
        """Keep, unless it is away."""
        self._answer()
        await super().workspace_left(workspace, at)

    def _answer(self) -> None:
        if self.is_away:
            raise UnavailableError("database")


@dataclass(slots=True)
class World:
    """Discord, and a bot on it."""

    discord: StandIn
    store: Store
    at_home: set[WorkspaceId] = field(default_factory=set)
    requests: list[Request] = field(default_factory=list)
    """What came to the door."""
    door: Callable[[Request], Coroutine[None, None, Reply | Form | Silence]] | None = None
    """What stands in for the door."""
    conversation: Conversation = field(init=False)
    housing: Housing = field(init=False)

    async def reply_to(self, request: Request) -> Reply | Form | Silence:
        """Answer a request."""
        self.requests.append(request)
        if self.door is not None:
            return await self.door(request)
        return await self.conversation.reply_to(request)

    def __post_init__(self) -> None:
        """Put the bot together."""
        self.housing = Housing(self.store, self.at_home, lambda: TERMS, lambda: NOON)
        self.conversation = Conversation(
            Contexts(self.housing, self.store), Catalogues(self.store), self.store, lambda _: None, lambda: NOON
        )

    def platform(self, **environment: str) -> Discord:
        """Make a bot."""
        return Discord(self, Settings.of(self.discord.environment | environment), pause=_no_time)


async def _no_time(_: float) -> None:
    """Let no time pass, but let others go on."""
    await asyncio.sleep(0)


@asynccontextmanager
async def running(world: World, **environment: str) -> AsyncIterator[Discord]:
    """Run a bot with these settings until the end of the block."""
    platform = world.platform(**environment)
    task = asyncio.create_task(platform.run())
    await world.discord.connected()
    try:
        yield platform
    finally:
        await platform.stop()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
async def world() -> AsyncIterator[World]:
    """Start a server that plays Discord; at the end the bot must have done nothing that it would not have taken."""
    discord = StandIn()
    await discord.start()
    world = World(discord, Store(TERMS))
    yield world
    await discord.stop()
    assert discord.wrong == []


@pytest.fixture
async def platform(world: World) -> AsyncIterator[Discord]:
    """Run a bot that is connected."""
    async with running(world) as platform:
        yield platform
