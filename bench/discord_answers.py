"""How long does an answer on Discord take? Beside a discord.py command that says a constant, asked in turns.

Both are real clients on loopback, in one process with the server that plays Discord, so that whatever slows one slows
the other. The glossary has 10 000 concepts, and is in memory. Run by ``make bench``.

This is not called ``discord.py``: a script beside it would import it in the place of the library.
"""

from __future__ import annotations

import asyncio
import random
import warnings
from contextlib import suppress
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from adapters.discord import platform_of
from adapters.discord.settings import Settings
from adapters.memory import MemoryStore
from bench.storage import LARGE, concepts_of
from bot.conversation import Conversation, utc_now
from bot.housing import Housing
from bot.remembering import Catalogues, Contexts
from tests.adapters.discord.standing_in import StandIn

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.requests import WorkspaceId
    from glossary.concept import Concept

    Taken = tuple[float, float]
    """Milliseconds by the clock and of the processor; a machine that others use too slows only the first."""

ROUNDS, WARM = 400, 60
PEOPLE = 50
"""Who ask in turns: nobody asks so fast that they are told to wait."""
TARGET_MS, TARGET_TYPING_MS = 2.0, 50.0
FIRST = 501


class World:
    """The bot without a database."""

    def __init__(self, concepts: list[Concept]) -> None:
        self.store = MemoryStore(concepts)
        self.at_home: set[WorkspaceId] = set()
        self.housing = Housing(self.store, self.at_home, tuple, utc_now)
        contexts, catalogues = Contexts(self.housing, self.store), Catalogues(self.store)
        self.reply_to = Conversation(contexts, catalogues, self.store, lambda _: None).reply_to


class Constant(discord.Client):
    """The least that answers: one command, one sentence."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.none(), allowed_mentions=discord.AllowedMentions.none())
        tree = app_commands.CommandTree(self)

        @tree.command(name="define", description="Say a constant")
        async def define(interaction: discord.Interaction[Any], term: str) -> None:  # noqa: ARG001 — as the other has it
            await interaction.response.send_message("A constant.", ephemeral=True)


async def measured() -> None:
    """Measure, and print."""
    concepts = concepts_of(LARGE)
    names = [label.text for concept in concepts for label in concept.labels]
    drawn = random.Random(7)
    here, there = StandIn(), StandIn()
    await here.start()
    platform = platform_of(World(concepts), here.environment)
    running = [asyncio.create_task(platform.run())]
    await here.connected()
    await there.start()
    Settings.of(there.environment).point_the_library()
    constant = Constant()
    running.append(asyncio.create_task(constant.start(there.environment["DISCORD_TOKEN"])))
    await there.connected()
    there.wrong.clear()

    async def ours() -> None:
        Settings.of(here.environment).point_the_library()
        await here.slash(FIRST + drawn.randrange(PEOPLE), "define", term=drawn.choice(names))

    async def theirs() -> None:
        Settings.of(there.environment).point_the_library()
        await there.slash(FIRST + drawn.randrange(PEOPLE), "define", term=drawn.choice(names))

    async def typing() -> None:
        Settings.of(here.environment).point_the_library()
        name = drawn.choice(names)
        await here.typing(FIRST, "define", "term", name[: drawn.randint(1, len(name))])

    taken: dict[str, list[Taken]] = {"define": [], "constant": [], "typing": []}
    for turn in range(WARM + ROUNDS):
        for kind, ask in (("define", ours), ("constant", theirs), ("typing", typing)):
            milliseconds = await _timed(ask)
            taken[kind] += [milliseconds] if turn >= WARM else []
    _print(taken)
    for one in running:
        one.cancel()
        with suppress(asyncio.CancelledError):
            await one
    await constant.close()
    await here.stop()
    await there.stop()


async def _timed(ask: Callable[[], Awaitable[None]]) -> Taken:
    begun, worked = perf_counter(), process_time()
    await ask()
    return (perf_counter() - begun) * 1000, (process_time() - worked) * 1000


def _print(taken: dict[str, list[Taken]]) -> None:
    print(f"Discord, {LARGE} concepts, from the interaction to the first answer, p50 / p99 in milliseconds")
    print("            by the clock      of the processor")
    for kind, both in taken.items():
        print(
            f"  {kind:<9} " + "   ".join(f"{median(one):6.2f} / {_last(one):6.2f}" for one in zip(*both, strict=True))
        )
    clock, processor = (
        median(ours) - median(theirs)
        for ours, theirs in zip(zip(*taken["define"], strict=True), zip(*taken["constant"], strict=True), strict=True)
    )
    print(f"  define takes {processor:.2f} ms more than a constant (at most {TARGET_MS:.0f}), {clock:.2f} by the clock")
    typing = _last([clock for clock, _ in taken["typing"]])
    print(f"  typing: {typing:.1f} ms by the clock at the 99th percentile (at most {TARGET_TYPING_MS:.0f})")


def _last(taken: Sequence[float]) -> float:
    return quantiles(taken, n=100)[98]


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)
    asyncio.run(measured())
