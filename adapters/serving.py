"""How are platforms served until the process is asked to end?"""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from adapters.assembling import bot_on_database, parts_of
from adapters.files import starter
from adapters.running import run_until_stopped, stop_at_signals
from adapters.web.serving import address_in, listening

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable


async def served(names: tuple[str, ...]) -> None:
    """Run these platforms until the process is asked to end."""
    stop = asyncio.Event()
    stop_at_signals(stop)
    host, port = address_in(os.environ)
    async with bot_on_database(os.environ, lambda: starter().concepts) as bot:
        parts = parts_of(names, bot, os.environ)
        with listening(host, port) as listener:
            await run_until_stopped(parts, listener, stop)


def fast_loop() -> Callable[[], AbstractEventLoop] | None:
    """Give what makes an event loop for a process that serves: libuv's, where it is installed."""
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 — where it is there
    except ImportError:  # it does not exist for Windows
        return None
    return new_event_loop
