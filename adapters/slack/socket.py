"""How does the bot reach Slack where Slack cannot reach it? Socket Mode: several connections, renewed one by one.

slack_sdk's client closes a connection before it opens the next, and sends what was received on the one through the
other. Here an old connection is read to its end while a new one is there already, so no envelope is lost.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_bolt.request.async_request import AsyncBoltRequest

from adapters.slack.calling import CallError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.async_app import AsyncApp

    from adapters.slack.background import Background
    from adapters.slack.calling import Calls

logger = logging.getLogger(__name__)

HEARTBEAT = 10.0
"""Seconds between two signs of life; a connection that gives none is dropped."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds before connecting again after it failed; they double."""


class Socket:
    """Keeps so many connections open, and hands what arrives to Bolt's app."""

    def __init__(  # noqa: PLR0913, PLR0917 — what it connects, and how time passes
        self,
        app: AsyncApp,
        calls: Calls,
        session: aiohttp.ClientSession,
        background: Background,
        app_token: str,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._app = app
        self._calls = calls
        self._session = session
        self._background = background
        self._app_token = app_token
        self._pause = pause
        self._links: set[aiohttp.ClientWebSocketResponse] = set()

    @property
    def is_connected(self) -> bool:
        """Tell whether at least one connection is open."""
        return bool(self._links)

    async def run(self, connections: int) -> None:
        """Keep the connections open until this is cancelled."""
        async with asyncio.TaskGroup() as group:
            for _ in range(connections):
                group.create_task(self._keep_one())

    async def _keep_one(self) -> None:
        """Keep one connection open: when it is to be renewed, or ends, the next is opened."""
        wait = FIRST_PAUSE
        while True:
            try:
                link = await self._connected()
            except (CallError, aiohttp.ClientError, TimeoutError) as error:
                logger.warning("no connection to Slack: %s", getattr(error, "reason", type(error).__name__))
                await self._pause(wait)
                wait = min(2 * wait, LONGEST_PAUSE)
                continue
            wait = FIRST_PAUSE
            ending = asyncio.Event()
            reading = self._background.start(self._read(link, ending))
            try:
                await ending.wait()
            except asyncio.CancelledError:
                await link.close()
                await asyncio.wait({reading}, timeout=1.0)
                raise

    async def _connected(self) -> aiohttp.ClientWebSocketResponse:
        said = await self._calls.call(self._app_token, "apps.connections.open")
        return await self._session.ws_connect(str(said["url"]), heartbeat=HEARTBEAT)

    async def _read(self, link: aiohttp.ClientWebSocketResponse, ending: asyncio.Event) -> None:
        """Read a connection to its end; say when the next one is wanted, which may be before."""
        self._links.add(link)
        try:
            async for message in link:
                if message.type is aiohttp.WSMsgType.TEXT:
                    self._take(link, message.data, ending)
        finally:
            self._links.discard(link)
            ending.set()
            await link.close()

    def _take(self, link: aiohttp.ClientWebSocketResponse, text: str, ending: asyncio.Event) -> None:
        try:
            envelope = json.loads(text)
        except ValueError:
            return
        if envelope.get("type") == "disconnect":
            ending.set()
        elif "envelope_id" in envelope:
            self._background.start(self._answer(link, envelope))

    async def _answer(self, link: aiohttp.ClientWebSocketResponse, envelope: dict[str, Any]) -> None:
        """Hand an envelope over, and acknowledge it on the connection on which it came; on another if that is gone."""
        body = envelope.get("payload") or {}
        response = await self._app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=body))
        if response.status != 200:  # noqa: PLR2004 — HTTP: OK; what failed is not acknowledged, and Slack sends it again
            return
        answer: dict[str, Any] = {"envelope_id": envelope["envelope_id"]}
        if response.body:
            answer["payload"] = json.loads(response.body) if response.body.startswith("{") else {"text": response.body}
        open_link = link if not link.closed else next(iter(self._links), None)
        if open_link is not None:
            await open_link.send_json(answer)
