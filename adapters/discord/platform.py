"""What does `malmoi run discord` start? Everything of this package, put together around the gateway."""

from __future__ import annotations

import asyncio
import logging
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import discord

from adapters.discord.arrivals import Arrivals
from adapters.discord.connection import Connection
from adapters.discord.gateway import Gateway
from adapters.discord.hearing import Hearing
from adapters.discord.people import People
from adapters.discord.reception import Reception
from adapters.discord.residing import Residence
from adapters.discord.sending import Sending
from adapters.discord.working import Work
from bot.commands import Complete
from bot.cooling import Cooling
from bot.requests import AccountId, Asker, Place, Request
from glossary.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from starlette.routing import BaseRoute

    from adapters.discord.answering import Door
    from adapters.discord.residing import Housing
    from adapters.discord.settings import Settings
    from bot.delivering import NotSent, Sent
    from bot.keeping import Recipient
    from bot.ports import Store
    from bot.replies import Reply
    from bot.requests import WorkspaceId

LAST_ANSWERS = 4.0
"""Seconds that answers in flight have at the end; of the five that the process has."""

logger = logging.getLogger(__name__)


class Bot(Protocol):
    """The door, and what stands behind it."""

    @property
    def reply_to(self) -> Door:
        """Answer a request."""
        ...

    @property
    def store(self) -> Store:
        """Keep what is to be kept."""
        ...

    @property
    def housing(self) -> Housing:
        """Learn which workspaces removed the bot, and which have it again."""
        ...

    @property
    def at_home(self) -> set[WorkspaceId]:
        """Name the workspaces that use the home glossary."""
        ...


class Discord:
    """Discord as a platform: fulfils `adapters.platforms.Platform`."""

    name = "discord"

    def __init__(self, bot: Bot, settings: Settings, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._bot = bot
        self._settings = settings
        self._pause = pause
        self._greets_members = settings.greets_members
        self._is_stopping = False
        self._is_warm = False
        self._connection = Connection()
        self._work = Work()
        self._people = People(self._connection, bot.store, bot.at_home, time.monotonic, is_open=settings.opens_home)
        self._sending = Sending(self._connection, self._people, lambda: datetime.now(UTC))
        door = Cooling(bot.reply_to, time.monotonic).reply_to
        self.reception = Reception(door, self._people, self._work)
        self._residence = Residence(door, bot.housing, bot.store, self._sending, self._work, lambda: datetime.now(UTC))
        self.hearing = Hearing(door, self._people, self._work)
        self.arrivals = Arrivals(bot.reply_to, self._people, self._work)

    async def run(self) -> None:
        """Connect and answer until `stop` is called or the task is cancelled.

        Raises:
            MalformedError: Discord refuses the token.
        """
        self._settings.point_the_library()
        while await self._connected():
            self._greets_members = False
        if self._is_stopping:  # it did not end by itself, as if it had failed: it counts as cancelled
            raise asyncio.CancelledError

    def is_ready(self) -> bool:
        """Tell whether every shard of this process is connected."""
        return self._connection.is_up()

    async def stop(self) -> None:
        """Answer what is in flight, and disconnect."""
        self._is_stopping = True
        if not await self._work.finished(LAST_ANSWERS):
            logger.warning("some answers took too long to wait for")
        if self._connection.gateway is not None:
            await self._connection.gateway.close()

    def routes(self) -> Sequence[BaseRoute]:
        """Serve nothing over HTTP: it only connects itself."""
        return ()

    async def introduced(self, recipient: Recipient) -> tuple[Asker, Place]:
        """Introduce a recipient as if they had asked."""
        return await self._sending.introduced(recipient)

    async def send(self, recipient: Recipient, reply: Reply) -> Sent | NotSent:
        """Send a reply to a person or into a channel."""
        return await self._sending.send(recipient, reply)

    async def connected(self) -> None:
        """Learn which servers there are: the only one is at home, and some may be new or gone."""
        self._people.settle()
        await self._warm()
        gateway = self._connection.gateway
        if gateway is not None and gateway.is_connected():
            await self._residence.compare(gateway.number, gateway.part, gateway.guilds)

    async def joined(self, application: int, guild: discord.Guild) -> None:
        """Learn that the bot was added to a server."""
        await self._residence.joined(application, guild)

    async def appeared(self, application: int, guild: discord.Guild) -> None:
        """Learn that a server is there, which may be new."""
        await self._residence.appeared(application, guild)

    async def left(self, application: int, guild: int) -> None:
        """Learn that the bot was removed from a server."""
        await self._residence.left(application, guild)

    async def _warm(self) -> None:
        """Read what the first question needs before somebody asks it: type-ahead is neither counted nor logged."""
        home = next((workspace for workspace in self._bot.at_home if workspace.startswith("discord:")), None)
        if home is not None and not self._is_warm:
            self._is_warm = True
            await self._bot.reply_to(Request(Asker(AccountId(f"{home}:0")), Place(home), Complete("a")))

    async def _connected(self) -> bool:
        """Stay connected; tell whether to try again with fewer intents, for Discord gives not all of them."""
        gateway = Gateway(self._settings, self._bot.store, self, self._pause, greets_members=self._greets_members)
        self._connection.gateway = gateway
        try:
            async with gateway:
                await gateway.start(self._settings.token)
        except discord.LoginFailure as error:
            raise MalformedError("refused by Discord", "DISCORD_TOKEN") from error
        except discord.PrivilegedIntentsRequired:
            if not self._greets_members:
                raise
            logger.warning("Discord does not say who joins, so nobody is greeted: see malmoi doctor")
            return True
        finally:
            self._connection.gateway = None
        return False
