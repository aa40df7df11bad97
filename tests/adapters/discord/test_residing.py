"""In which servers the bot lives: what happened while no process ran, and who is told how to begin."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.discord.residing import Part
from bot.replies import Silence
from tests.adapters.discord.conftest import running
from tests.adapters.discord.standing_in import APPLICATION, GUILD, OWNER, in_guild, private_channel

if TYPE_CHECKING:
    from bot.keeping import GlossaryId
    from bot.requests import Request
    from tests.adapters.discord.conftest import World

MIA, ADA = 501, 502
FIRST, SECOND = 43, 1 << 22
"""Servers of the first and of the second of two shards."""
SUBJECT = f"discord:{APPLICATION}:"
VIEW_AUDIT_LOG = 1 << 7


async def gone(world: World) -> list[GlossaryId]:
    """Tell the glossaries of the servers that removed the bot, and let go of them."""
    return sorted(await world.store.purge_removed(datetime.now(UTC) + timedelta(days=1)))


async def lived(world: World, *guilds: int, **environment: str) -> None:
    """Run a bot for as long as it takes to use it in these servers, or else to compare them."""
    async with running(world, **environment):
        for guild in guilds:
            await world.discord.slash(MIA, "define", at=in_guild(guild), term="mlops")
        while not await world.store.settings_of(SUBJECT):
            await world.discord.slash(MIA, "define", at=in_guild(GUILD), term="mlops")


def two_servers(world: World) -> None:
    """Let there be two servers, each on a shard of its own."""
    world.discord.guilds.clear()
    for guild in (FIRST, SECOND):
        world.discord.add_guild(guild)


async def test_a_server_that_removed_the_bot_while_no_process_ran_is_noticed(world: World) -> None:
    """With the next connection, and once."""
    two_servers(world)
    await lived(world, FIRST, SECOND)
    assert await gone(world) == []
    del world.discord.guilds[SECOND]
    await lived(world, FIRST)
    assert await gone(world) == [f"discord:{SECOND}"]


async def test_each_process_judges_the_servers_of_its_own_shards(world: World) -> None:
    """What another process hears of is not gone."""
    two_servers(world)
    await lived(world, FIRST, DISCORD_SHARDS="0/2")
    await lived(world, SECOND, DISCORD_SHARDS="1/2")
    assert await gone(world) == []
    world.discord.guilds.clear()
    await lived(world, DISCORD_SHARDS="0/2")
    assert await gone(world) == [f"discord:{FIRST}"]
    await lived(world, DISCORD_SHARDS="1/2")
    assert await gone(world) == [f"discord:{SECOND}"]


async def test_when_the_shards_are_shared_out_anew_nothing_is_lost(world: World) -> None:
    """Each process takes over what is its own now; nobody is welcomed who was there."""
    two_servers(world)
    await lived(world, FIRST, SECOND)
    del world.discord.guilds[SECOND]
    await lived(world, FIRST, DISCORD_SHARDS="0/2")
    await lived(world, DISCORD_SHARDS="1/2")
    assert await gone(world) == [f"discord:{SECOND}"]
    assert world.discord.messages == []
    lists = {name: of for name, of in (await world.store.settings_of(SUBJECT)).items() if name.startswith("servers")}
    assert lists == {"servers 0-0/2": str(FIRST), "servers 1-1/2": ""}


async def test_a_server_that_added_the_bot_while_no_process_ran_is_told_how_to_begin(world: World) -> None:
    """But those that were there the very first time are not: they may have had it for long."""
    await lived(world, GUILD)
    assert world.discord.messages == []
    world.discord.add_guild(FIRST)
    async with running(world):
        assert (await world.discord.answered())["channel_id"] == str(private_channel(OWNER))


async def test_whoever_added_the_bot_is_told_where_the_bot_may_look_that_up(world: World) -> None:
    """In the log of the server; else its owner is."""
    await lived(world, GUILD)
    guild = world.discord.add_guild(FIRST)
    guild["roles"][0]["permissions"] = str(VIEW_AUDIT_LOG)
    entry = {"id": "1", "action_type": 28, "user_id": str(ADA), "target_id": str(APPLICATION)}
    world.discord.audit_logs[FIRST] = [entry]
    async with running(world):
        assert (await world.discord.answered())["channel_id"] == str(private_channel(ADA))


async def test_where_the_log_does_not_say_who_it_was_the_owner_is_told(world: World) -> None:
    """It is about other programs, or about nobody."""
    await lived(world, GUILD)
    world.discord.add_guild(FIRST)["roles"][0]["permissions"] = str(VIEW_AUDIT_LOG)
    entry = {"id": "1", "action_type": 28, "user_id": str(ADA), "target_id": "999"}
    world.discord.audit_logs[FIRST] = [entry]
    async with running(world):
        assert (await world.discord.answered())["channel_id"] == str(private_channel(OWNER))


async def test_a_server_to_which_the_door_has_nothing_to_say_is_told_nothing(world: World) -> None:
    """How to begin is for the door to say."""

    async def nothing(_: Request) -> Silence:
        return Silence()

    await lived(world, GUILD)
    world.door = nothing
    world.discord.add_guild(FIRST)
    async with running(world):
        await world.discord.interact(2, MIA, {"id": "1", "name": "define", "type": 1, "options": []})
        await world.discord.until(lambda: any("callback" in path for path in world.discord.requests[-3:]))
    assert world.discord.messages == []


async def test_where_discord_does_not_say_who_it_was_the_owner_is_told(world: World) -> None:
    """A permission is not always enough."""
    await lived(world, GUILD)
    world.discord.add_guild(FIRST)["roles"][0]["permissions"] = str(VIEW_AUDIT_LOG)
    world.discord.fail("GET /guilds", 403)
    async with running(world):
        assert (await world.discord.answered())["channel_id"] == str(private_channel(OWNER))


async def test_while_the_store_does_not_answer_nothing_is_taken_for_gone(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """It is compared with the next connection; what happens meanwhile is only logged."""
    two_servers(world)
    await lived(world, FIRST, SECOND)
    del world.discord.guilds[SECOND]
    world.store.is_away = True
    async with running(world):
        await world.discord.slash(MIA, "define", at=in_guild(FIRST), term="mlops")
        await world.discord.dispatch("GUILD_CREATE", {**world.discord.add_guild(44), "unavailable": False})
        await world.discord.dispatch("GUILD_DELETE", {"id": str(FIRST)})
        await world.discord.slash(MIA, "define", at=in_guild(44), term="mlops")
    for said in ("the servers are not compared", "it is not kept that a server removed the bot"):
        assert said in caplog.text
    world.store.is_away = False
    assert await gone(world) == []


@pytest.mark.parametrize(("shards", "count", "has"), [((0,), 1, True), ((0,), 2, False), ((1,), 2, True)])
def test_a_server_belongs_to_one_shard(shards: tuple[int, ...], count: int, *, has: bool) -> None:
    """By its number, as Discord has it."""
    assert Part(shards, count).has(SECOND) is has


def test_a_list_is_named_after_what_it_is_about() -> None:
    """However many shards there are, the name is short."""
    assert Part(tuple(range(4, 100)), 100).setting == "servers 4-99/100"
