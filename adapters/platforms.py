"""What is a platform that the bot runs on? What `malmoi run` starts, watches, serves and stops, whichever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.delivering import Sender

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.routing import BaseRoute


class Platform(Sender, Protocol):
    """A part of the world where people talk to the bot. Its package offers it as ``platform_of(bot, environment)``."""

    async def run(self) -> None:
        """Connect and answer until `stop` is called or the task is cancelled.

        Whatever it raises but `MalformedError`, and also when it returns by itself, it is called again after a while.

        Raises:
            MalformedError: A setting is wrong, such as a token that the platform refuses; its field is the name of the
                variable. Trying again would not help, so `malmoi run` ends and says so.
        """
        ...

    def is_ready(self) -> bool:
        """Tell whether it can answer now, without waiting."""
        ...

    async def stop(self) -> None:
        """Take nothing new in, answer what is in flight, disconnect; within `adapters.running.GRACE` seconds."""
        ...

    def routes(self) -> Sequence[BaseRoute]:
        """Give the pages that the platform calls, under ``/slack`` for one; none where it only connects itself."""
        ...
