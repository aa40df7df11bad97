"""How does the bot live, and how does it end? Platforms watched, pages served, notices sent, a stop in time."""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from adapters.web.serving import Server, pages
from bot.delivering import LOOK_EVERY
from bot.keeping import HOME
from glossary.errors import MalformedError, UnavailableError

if TYPE_CHECKING:
    import socket
    from collections.abc import Awaitable, Callable, Coroutine, Sequence
    from typing import Any

    from adapters.assembling import Parts
    from adapters.platforms import Platform

    Pause = Callable[[float], Awaitable[None]]

logger = logging.getLogger(__name__)

GRACE = 5.0
"""Seconds from the signal to the end; hosts kill after ten: Heroku, Docker, and fewer than systemd's ninety."""
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
"""Seconds before a platform that ended is started again; the first pause doubles until it is that long."""
STEADY = 60.0
"""Seconds that a platform has run for, after which the next end counts as a first one."""
SIGNALS = (signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True, slots=True)
class Pace:
    """How time passes: given by a test, or the real one."""

    pause: Pause = asyncio.sleep
    clock: Callable[[], float] = time.monotonic


@dataclass(slots=True)
class Readiness:
    """Tells what cannot answer now."""

    parts: Parts
    is_stopping: bool = field(default=False)

    def unready(self) -> list[str]:
        """Name what cannot answer, and keep the state of each platform as a number."""
        missing = ["stopping"] if self.is_stopping else []
        try:
            self.parts.store.stamp(HOME)
        except UnavailableError as error:
            missing.append(error.part)
        for platform in self.parts.platforms:
            is_ready = platform.is_ready()
            self.parts.numbers.show_ready(platform.name, is_ready=is_ready)
            missing += [] if is_ready else [platform.name]
        return missing


async def run_until_stopped(
    parts: Parts, listener: socket.socket, stop: asyncio.Event, pace: Pace | None = None
) -> None:
    """Run the platforms, the pages and the notices until the event is set; then end within `GRACE` seconds.

    Raises:
        MalformedError: A platform refuses one of its settings.
    """
    pace = pace or Pace()
    readiness, platforms = Readiness(parts), parts.platforms
    routes = [route for platform in platforms for route in platform.routes()]
    server = Server(pages(parts.numbers, readiness.unready, routes), listener)
    serving = asyncio.create_task(server.run_until_stopped())
    living = [asyncio.create_task(supervised(platform, pace)) for platform in platforms]
    telling = [asyncio.create_task(parts.deliveries.run(one, lambda: pace.pause(LOOK_EVERY))) for one in platforms]
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({stopping, serving, *living, *telling}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        readiness.is_stopping = True
        server.stop()
        for task in telling:
            task.cancel()
        await _within_grace([serving, *telling, *(_stopped(platform) for platform in platforms)])
        stopping.cancel()
        for task in living:
            task.cancel()
        await asyncio.gather(stopping, *living, return_exceptions=True)
    for ended in (serving, *living, *telling):
        if not ended.cancelled():
            ended.result()


async def supervised(platform: Platform, pace: Pace) -> None:
    """Run a platform, and start it again whenever it ends, after pauses that grow.

    Raises:
        MalformedError: One of its settings is refused, so that trying again would not help.
    """
    wait = FIRST_PAUSE
    while True:
        begun = pace.clock()
        why = "it ended"
        try:
            await platform.run()
        except MalformedError:
            raise
        except Exception as error:  # noqa: BLE001 — whatever a library raises, the platform is started again
            why = type(error).__name__  # and no more: the message may hold a token
        if pace.clock() - begun >= STEADY:
            wait = FIRST_PAUSE
        logger.warning("%s: %s; again in %.0f s", platform.name, why, wait)
        await pace.pause(wait)
        wait = min(2 * wait, LONGEST_PAUSE)


def stop_at_signals(stop: asyncio.Event) -> None:
    """Set the event when the process is asked to end. The second time it ends at once."""
    loop = asyncio.get_running_loop()

    def asked() -> None:
        stop.set()
        for number in SIGNALS:
            loop.remove_signal_handler(number)

    for number in SIGNALS:
        with suppress(NotImplementedError):  # Windows has no such handlers; there Ctrl-C cancels
            loop.add_signal_handler(number, asked)


async def _stopped(platform: Platform) -> None:
    try:
        await platform.stop()
    except Exception as error:  # noqa: BLE001 — the others are to end in order all the same
        logger.warning("%s did not end in order: %s", platform.name, type(error).__name__)


async def _within_grace(ends: Sequence[asyncio.Task[None] | Coroutine[Any, Any, None]]) -> None:
    """Wait for all of these; what has not ended in time is left behind."""
    tasks = [asyncio.ensure_future(end) for end in ends]
    _, late = await asyncio.wait(tasks, timeout=GRACE)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
