"""How do the parts of this package become a platform that `malmoi run` starts, serves and stops?"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.arrivals import Arrivals
from adapters.slack.background import Background
from adapters.slack.calling import CallError, Calls
from adapters.slack.commanding import Commanding
from adapters.slack.delivering import Delivering
from adapters.slack.happening import Happening
from adapters.slack.homing import Homing
from adapters.slack.http import pages
from adapters.slack.installations import Installations
from adapters.slack.listening import Listeners, app_of
from adapters.slack.oauth import Keeper, States, flow_of
from adapters.slack.people import PLATFORM, People
from adapters.slack.posting import Queue
from adapters.slack.pressing import Pressing
from adapters.slack.reception import Reception
from adapters.slack.sending import Sending
from adapters.slack.settings import Settings
from adapters.slack.shortcuts import Shortcuts
from adapters.slack.socket import Socket
from adapters.slack.submitting import Submitting
from adapters.slack.welcoming import Welcoming
from bot.conversation import utc_now
from bot.keeping import Holder
from glossary.errors import MalformedError, UnavailableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from slack_bolt.async_app import AsyncApp
    from starlette.routing import BaseRoute

    from adapters.slack.reception import Door
    from bot.delivering import NotSent, Sent
    from bot.housing import Housing
    from bot.keeping import Recipient
    from bot.ports import Store
    from bot.replies import Reply
    from bot.requests import Asker, Place, WorkspaceId

    class Bot(Protocol):
        """What the command line has put together."""

        @property
        def reply_to(self) -> Door:
            """The door."""
            ...

        @property
        def store(self) -> Store:
            """What stands behind it."""
            ...

        @property
        def housing(self) -> Housing:
            """Which glossary belongs to whom."""
            ...

        @property
        def at_home(self) -> set[WorkspaceId]:
            """The workspaces that use the home glossary."""
            ...


logger = logging.getLogger(__name__)

EVENTS_LAST = timedelta(hours=25)
"""For so long is an event remembered: Slack repeats one for a day at most."""
AN_HOUR = 3600.0
REFUSED = frozenset({"invalid_auth", "not_authed", "account_inactive", "token_revoked", "not_allowed_token_type"})


@dataclass(frozen=True, slots=True)
class Passing:
    """How time passes: given by a test, or the real one."""

    now: Callable[[], datetime] = utc_now
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep
    patience: float = 2.0
    """Seconds for an answer; Slack waits for three. What takes longer is acknowledged, and answered afterwards."""


def platform_of(bot: Bot, environment: Mapping[str, str]) -> SlackPlatform:
    """Make the platform; within a running event loop.

    Raises:
        MalformedError: A setting is missing or wrong.
    """
    return SlackPlatform(bot, Settings.of(environment))


class SlackPlatform:
    """Fulfils `adapters.platforms.Platform`."""

    def __init__(self, bot: Bot, settings: Settings, passing: Passing | None = None) -> None:
        self._bot = bot
        self._settings = settings
        self._passing = passing or Passing()
        self._background = Background()
        self._session = aiohttp.ClientSession()
        silent = logging.getLogger("adapters.slack.sdk")
        silent.setLevel(logging.CRITICAL)  # slack_sdk's lines hold what was sent
        self._client = AsyncWebClient(
            base_url=settings.api,
            session=self._session,
            logger=silent,
            retry_handlers=[],  # its default sends again what may have arrived
        )
        self._calls = Calls(self._client, self._session, self._passing.pause)
        holder = Holder(secrets.token_hex(6))
        self._installations = Installations(
            settings, bot.store, self._calls, self._background, self._passing.now, holder, bot.at_home
        )
        people = People(self._calls, bot.store, self._passing.clock)
        self._welcoming = Welcoming(bot.store, bot.housing, people, self._calls, self._background, self._passing.now)
        queue = Queue(self._passing.clock, self._passing.pause)
        self._reception = Reception(
            settings,
            bot.reply_to,
            bot.store,
            people,
            self._installations,
            self._calls,
            queue,
            self._background,
            self._welcoming,
            self._passing.now,
            self._passing.patience,
        )
        self._sending = Sending(self._reception, Delivering(self._reception))
        self.app = self._app()
        self._socket = Socket(
            self.app, self._calls, self._session, self._background, settings.app_token, self._passing.pause
        )
        self._stopped = asyncio.Event()

    @property
    def name(self) -> str:
        """Name the platform, as accounts and workspaces begin with it."""
        return PLATFORM

    async def run(self) -> None:
        """Connect and answer until it is cancelled; once `stop` was called it only waits for that.

        Raises:
            MalformedError: Slack refuses a token.
        """
        await self._come_home()
        purging = asyncio.create_task(self._purge())
        connecting = asyncio.create_task(self._connect())
        stopping = asyncio.create_task(self._stopped.wait())
        try:
            await asyncio.wait({connecting, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if self._stopped.is_set():
                connecting.cancel()
                await asyncio.Event().wait()
        finally:
            for task in (purging, connecting, stopping):
                task.cancel()
            await asyncio.gather(purging, connecting, stopping, return_exceptions=True)

    def is_ready(self) -> bool:
        """Tell whether it can answer now."""
        is_connected = not self._settings.app_token or self._socket.is_connected
        return is_connected and self._installations.is_ready

    async def stop(self) -> None:
        """Take nothing new in, and finish what was begun."""
        self._stopped.set()
        await self._background.finished(limit=3.0)
        await self._session.close()

    def routes(self) -> Sequence[BaseRoute]:
        """Give the pages that Slack calls."""
        flow = None
        if self._settings.client_id:
            states = States(self._settings.client_secret, self._bot.store, self._passing.now)
            keeper = Keeper(self._installations, self._welcoming.installed)
            flow = flow_of(self._settings, self._client, states, keeper)
        if self._settings.app_token and flow is None:
            return ()
        return pages(self.app, self._settings.signing_secret, flow)

    async def introduced(self, recipient: Recipient) -> tuple[Asker, Place]:
        """Introduce a recipient as if they had asked there."""
        return await self._sending.introduced(recipient)

    async def send(self, recipient: Recipient, reply: Reply) -> Sent | NotSent:
        """Send a reply to a person or into a channel."""
        return await self._sending.send(recipient, reply)

    def _app(self) -> AsyncApp:
        reception = self._reception
        delivering, homing = Delivering(reception), Homing(reception)
        listeners = Listeners(
            Commanding(reception, delivering),
            Pressing(reception, delivering, homing),
            Submitting(reception, delivering, homing),
            Shortcuts(reception, delivering),
            Happening(reception, delivering, homing),
            Arrivals(reception),
        )
        return app_of(self._settings, self._client, self._installations, listeners)

    async def _come_home(self) -> None:
        """Learn whose token was given: that workspace uses the home glossary.

        Raises:
            MalformedError: Slack refuses the token.
        """
        try:
            await self._installations.own()
        except CallError as error:
            if error.reason in REFUSED:
                raise MalformedError(f"Slack refuses it ({error.reason})", "SLACK_BOT_TOKEN") from error
            raise

    async def _connect(self) -> None:
        if self._settings.app_token:
            await self._socket.run(self._settings.connections)
        else:
            await asyncio.Event().wait()  # Slack comes by itself

    async def _purge(self) -> None:
        while True:
            try:
                await self._bot.store.purge_events(self._passing.now() - EVENTS_LAST)
            except UnavailableError:
                logger.warning("events wait to be forgotten: the store does not answer")
            await self._passing.pause(AN_HOUR)
