"""A platform that does what a test tells it, and a browser that reads one page."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.delivering import Sent
from bot.requests import AccountId, Asker, Place, WorkspaceId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.routing import BaseRoute

    from bot.delivering import NotSent
    from bot.keeping import Recipient
    from bot.replies import Reply


class FakePlatform:
    """Runs until it is stopped or told to fail, and keeps what it was given to send."""

    name = "slack"

    def __init__(self, *failures: Exception | None, routes: Sequence[BaseRoute] = ()) -> None:
        self.failures = list(failures)
        """What each run ends with, the first run first; None for one that ends by itself. Then it stays."""
        self.runs = 0
        self.is_connected = asyncio.Event()
        self.is_stopped = asyncio.Event()
        self.sent: list[tuple[Recipient, Reply]] = []
        self.outcomes: list[Sent | NotSent | Exception] = []
        """What becomes of each reply, the first first; then all are sent."""
        self._routes = routes

    async def run(self) -> None:
        """Connect; end as the test says."""
        self.runs += 1
        if self.failures:
            failure = self.failures.pop(0)
            if failure is not None:
                raise failure
            return
        self.is_connected.set()
        await self.is_stopped.wait()

    def is_ready(self) -> bool:
        """Tell whether it is connected."""
        return self.is_connected.is_set() and not self.is_stopped.is_set()

    async def stop(self) -> None:
        """Disconnect."""
        self.is_stopped.set()

    def routes(self) -> Sequence[BaseRoute]:
        """Give what is served over HTTP."""
        return self._routes

    async def introduced(self, recipient: Recipient) -> tuple[Asker, Place]:
        """Introduce a person who reads in a direct message."""
        return Asker(AccountId(recipient)), Place(WorkspaceId(recipient.rpartition(":")[0]), is_direct=True)

    async def send(self, recipient: Recipient, reply: Reply) -> Sent | NotSent:
        """Keep the reply, unless the test says otherwise."""
        outcome = self.outcomes.pop(0) if self.outcomes else Sent.SENT
        if isinstance(outcome, Exception):
            raise outcome
        if outcome is Sent.SENT:
            self.sent.append((recipient, reply))
        return outcome


async def page(port: int, path: str) -> tuple[int, str]:
    """Read a page of this machine: its status and its text."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    await writer.drain()
    head, _, body = (await reader.read()).decode().partition("\r\n\r\n")
    writer.close()
    await writer.wait_closed()
    return int(head.split()[1]), body
