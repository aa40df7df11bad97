"""Where a journey gets its world: a referee that plays Discord, and the bot as its users start it."""

from __future__ import annotations

import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.referee.conftest import free_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    World = Any
    """A ``driver.Harness`` with a bot; the referee says no types."""
    Begin = Callable[..., AbstractAsyncContextManager[World]]

REFEREE = Path(os.environ.get("MALMOI_REFEREE", ".")).resolve() / "discord"
MALMOI = Path(sys.executable).with_name("malmoi")


@pytest.fixture
def begin(tmp_path: Path) -> Begin:
    """Begin a journey: the bot is started, and at the end it must have broken no rule."""
    sys.path.insert(0, str(REFEREE))
    import driver  # type: ignore[import-not-found]  # noqa: PLC0415 — it is there only where journeys are run

    @asynccontextmanager
    async def begun(
        *, is_awaited: bool = True, env: dict[str, str] | None = None, **fake: object
    ) -> AsyncIterator[World]:
        environment = {
            "DATABASE_URL": f"sqlite:///{tmp_path}/malmoi.sqlite3",
            "HOST": "127.0.0.1",
            "PORT": str(free_port()),
            **(env or {}),
        }
        bot = [str(MALMOI), "run", "discord"]
        async with driver.Harness(
            str(REFEREE / "openapi.json"), bot=bot, env=environment, cwd=tmp_path, **fake
        ) as world:
            world.port, world.folder = environment["PORT"], tmp_path
            if is_awaited:
                await world.ready()
            yield world
            assert [str(found) for found in world.fd.violations] == []
            assert [line for line in world.bot.lines if "Traceback" in line] == []

    return begun
