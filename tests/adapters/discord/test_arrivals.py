"""Who joins a server is greeted privately, once; who leaves it looks after nothing any more."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.delivering import Deliveries
from bot.keeping import HOME, Holder
from bot.packs import Pack, PackId
from bot.replies import Prose, Reply, Span
from bot.requests import AccountId
from tests.adapters.discord.conftest import running
from tests.adapters.discord.standing_in import GUILD, private_channel, user_of, words_of
from tests.fakes import NOON
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from adapters.discord.platform import Discord
    from bot.requests import Request
    from tests.adapters.discord.conftest import World

MIA, PROGRAM = 501, 502
HIDDEN, VIEW_CHANNEL = 421, 1 << 10
PACK = Pack(PackId("p"), "First week", tuple(term.id for term in TERMS))


@pytest.fixture
async def greeting(world: World) -> AsyncIterator[Discord]:
    """Run a bot that hears who joins, on a server with a channel that not everybody sees."""
    shown = world.discord.guilds[GUILD]["channels"][0]
    denied = {"id": str(GUILD), "type": 0, "allow": "0", "deny": str(VIEW_CHANNEL)}
    world.discord.guilds[GUILD]["channels"].append({**shown, "id": str(HIDDEN), "permission_overwrites": [denied]})
    await world.store.keep_pack(HOME, PACK)
    async with running(world, DISCORD_GREET_MEMBERS="yes") as platform:
        yield platform


async def come(world: World, user: int, **facts: Any) -> None:  # noqa: ANN401 — what Discord says of somebody
    """Join the server."""
    world.discord.add_member(GUILD, user)
    member = world.discord.members[GUILD, user]
    member["user"] |= facts
    await world.discord.dispatch("GUILD_MEMBER_ADD", {**member, "guild_id": str(GUILD)})


async def go(world: World, user: int, **facts: Any) -> None:  # noqa: ANN401 — as above
    """Leave the server."""
    await world.discord.dispatch("GUILD_MEMBER_REMOVE", {"guild_id": str(GUILD), "user": user_of(user) | facts})


async def told(world: World, platform: Discord) -> list[tuple[str, list[str]]]:
    """Deliver what waits, once everything that came is handled; where, and in which words."""
    await world.discord.slash(900, "define", term="mlops")  # events are taken in the order in which they came
    before = len(world.discord.messages)
    deliveries = Deliveries(world.store, world.conversation.reply_to, lambda: NOON + timedelta(days=1), Holder("test"))
    while await deliveries.deliver_due(platform):
        pass
    return [(message["channel_id"], words_of(message)) for message in world.discord.messages[before:]]


async def test_who_joins_a_server_with_a_pack_is_greeted_privately_and_once(world: World, greeting: Discord) -> None:
    """In a direct message; not again when they come back."""
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}", is_placed=True)
    await come(world, MIA)
    ((channel, words),) = await told(world, greeting)
    assert channel == str(private_channel(MIA))
    assert words[0] == "First week"
    await come(world, MIA)
    await go(world, MIA)
    await come(world, MIA)
    assert await told(world, greeting) == []


@pytest.mark.parametrize(("channel", "greeted"), [(GUILD * 10, 1), (HIDDEN, 0)])
async def test_a_pack_of_a_channel_greets_who_may_see_it(
    world: World, greeting: Discord, channel: int, greeted: int
) -> None:
    """On Discord nobody joins a channel by itself."""
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}:#{channel}", is_placed=True)
    await come(world, MIA)
    assert len(await told(world, greeting)) == greeted


async def test_programs_are_not_greeted(world: World, greeting: Discord) -> None:
    """Nor does it come to the door that one is gone."""
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}", is_placed=True)
    await come(world, PROGRAM, bot=True)
    await go(world, PROGRAM, bot=True)
    assert await told(world, greeting) == []
    assert f"discord:{GUILD}:{PROGRAM}" not in {request.asker.account for request in world.requests}


async def test_who_takes_no_messages_is_not_greeted_in_front_of_others(world: World, greeting: Discord) -> None:
    """Nor is it tried again."""
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}", is_placed=True)
    await come(world, MIA)
    world.discord.fail("POST /channels", 403, code=50007)
    assert await told(world, greeting) == []
    assert await told(world, greeting) == []


async def test_who_left_looks_after_nothing_any_more(world: World, greeting: Discord) -> None:
    """In that server."""
    concept = TERMS[0].id
    await world.store.set_owner(HOME, concept, AccountId(f"discord:{GUILD}:{MIA}"))
    await go(world, MIA)
    await told(world, greeting)
    assert await world.store.owner_of(HOME, concept) is None


async def test_what_could_not_be_kept_is_logged_without_a_name(
    world: World, greeting: Discord, caplog: pytest.LogCaptureFixture
) -> None:
    """Discord does not tell it again."""
    tried = asyncio.Event()

    async def away(_: Request) -> Reply:
        tried.set()
        return Reply((Prose((Span("Not now."),)),))

    world.door = away
    await come(world, MIA)
    await tried.wait()
    await greeting.stop()
    assert "somebody joined a server" in caplog.text
    assert str(MIA) not in caplog.text
