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
from tests.adapters.discord.standing_in import GUILD, as_manager, private_channel, user_of, words_of
from tests.fakes import NOON
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from adapters.discord.platform import Discord
    from bot.requests import Request
    from tests.adapters.discord.conftest import World

MIA, PROGRAM, OLD = 501, 502, 503
NEW_HERE, OTHER = 90, 91
HIDDEN, VIEW_CHANNEL = 421, 1 << 10
FOR_ALL = Pack(PackId("all"), "Everything", tuple(term.id for term in TERMS))
PACK = Pack(PackId("p"), "First week", tuple(term.id for term in TERMS))


@pytest.fixture
async def greeting(world: World) -> AsyncIterator[Discord]:
    """Run a bot that hears who joins, on a server with a channel that not everybody sees."""
    shown = world.discord.guilds[GUILD]["channels"][0]
    denied = {"id": str(GUILD), "type": 0, "allow": "0", "deny": str(VIEW_CHANNEL)}
    world.discord.guilds[GUILD]["channels"].append({**shown, "id": str(HIDDEN), "permission_overwrites": [denied]})
    for role in (NEW_HERE, OTHER):
        await world.discord.add_role(GUILD, role)
    world.discord.add_member(GUILD, OLD, (NEW_HERE,))
    await world.store.keep_pack(HOME, PACK)
    async with running(world, DISCORD_GREET_MEMBERS="yes") as platform:
        yield platform


async def come(world: World, user: int, **facts: Any) -> None:  # noqa: ANN401 — what Discord says of somebody
    """Join the server."""
    world.discord.add_member(GUILD, user)
    member = world.discord.members[GUILD, user]
    member["user"] |= facts
    await world.discord.dispatch("GUILD_MEMBER_ADD", {**member, "guild_id": str(GUILD)})


async def change(world: World, user: int, *roles: int) -> None:
    """Give somebody these roles, in the place of those that they had."""
    member = world.discord.members[GUILD, user]
    member["roles"] = [str(role) for role in roles]
    await world.discord.dispatch("GUILD_MEMBER_UPDATE", {**member, "guild_id": str(GUILD)})


async def go(world: World, user: int, **facts: Any) -> None:  # noqa: ANN401 — as above
    """Leave the server."""
    await world.discord.dispatch("GUILD_MEMBER_REMOVE", {"guild_id": str(GUILD), "user": user_of(user) | facts})


async def kept(world: World, platform: Discord) -> int:
    """Count who was met, once everything that came is handled."""
    await world.discord.slash(900, "define", term="mlops")
    assert await platform.arrivals.work.finished(5)
    return sum(one.people for one in await world.store.standings_in(HOME, PACK.id))


async def told(world: World, platform: Discord) -> list[tuple[str, list[str]]]:
    """Deliver what waits, once everything that came is handled; where, and in which words."""
    await world.discord.slash(900, "define", term="mlops")  # events are taken in the order in which they came
    assert await platform.arrivals.work.finished(5)
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


async def test_who_is_given_a_role_later_is_greeted_by_its_pack_and_once(world: World, greeting: Discord) -> None:
    """A change of the name is no reason, nor is the role of somebody who had it before."""
    await come(world, MIA)
    assert await told(world, greeting) == []
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}:&{NEW_HERE}", is_placed=True)
    await change(world, OLD, NEW_HERE, OTHER)
    await change(world, MIA, OTHER)
    assert await told(world, greeting) == []
    await change(world, MIA, OTHER, NEW_HERE)
    assert [channel for channel, _ in await told(world, greeting)] == [str(private_channel(MIA))]
    await change(world, MIA)
    await change(world, MIA, NEW_HERE)
    assert await told(world, greeting) == []


async def test_a_role_that_opens_a_channel_brings_its_newcomers_there(world: World, greeting: Discord) -> None:
    """As after rules that have to be accepted first; nobody joins the server a second time by it."""
    hidden = world.discord.guilds[GUILD]["channels"][1]
    opened = {"id": str(NEW_HERE), "type": 0, "allow": str(VIEW_CHANNEL), "deny": "0"}
    await world.discord.dispatch(
        "CHANNEL_UPDATE",
        {**hidden, "guild_id": str(GUILD), "permission_overwrites": [*hidden["permission_overwrites"], opened]},
    )
    await come(world, MIA)
    assert await told(world, greeting) == []
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}:#{HIDDEN}", is_placed=True)
    await world.store.keep_pack(HOME, FOR_ALL)
    await world.store.place_pack(HOME, FOR_ALL.id, f"discord:{GUILD}", is_placed=True)
    await change(world, MIA, NEW_HERE)
    ((channel, words),) = await told(world, greeting)
    assert (channel, words[0]) == (str(private_channel(MIA)), "First week")


async def test_a_pack_is_given_to_a_role_by_a_command(world: World, greeting: Discord) -> None:
    """Which shows the role by its name, and takes it out again by a button."""
    role = next(one for one in world.discord.guilds[GUILD]["roles"] if one["id"] == str(NEW_HERE))
    given = await world.discord.slash(MIA, "glossary pack here", at=as_manager(), pack="First week", role=role)
    assert "It greets who is given one of these roles:" in given.words
    assert f"<@&{NEW_HERE}>" in str(given.message)
    assert await world.store.places_of(HOME) == [(PACK.id, f"discord:{GUILD}:&{NEW_HERE}")]
    assert given.message is not None
    await world.discord.press(MIA, given.message, "No longer greet", as_manager())
    assert await world.store.places_of(HOME) == []
    assert greeting.is_ready()


async def test_programs_are_not_greeted(world: World, greeting: Discord) -> None:
    """Nor does it come to the door that one is gone, or was given a role."""
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}", is_placed=True)
    await come(world, PROGRAM, bot=True)
    await change(world, PROGRAM, NEW_HERE)
    await go(world, PROGRAM, bot=True)
    assert await told(world, greeting) == []
    assert f"discord:{GUILD}:{PROGRAM}" not in {request.asker.account for request in world.requests}


@pytest.mark.parametrize(
    ("place", "channel"), [("", GUILD * 10), (f":#{HIDDEN}", HIDDEN), (f":&{NEW_HERE}", GUILD * 10)]
)
async def test_who_takes_no_messages_is_told_in_a_channel_that_there_is_something_to_read(
    world: World, greeting: Discord, place: str, channel: int
) -> None:
    """Where they came, once; they alone are pinged, and what they read stays theirs."""
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}{place}", is_placed=True)
    world.discord.add_member(GUILD, MIA, (NEW_HERE,))
    world.discord.guilds[GUILD]["owner_id"] = str(MIA)  # who sees every channel
    await world.discord.dispatch("GUILD_UPDATE", world.discord.guilds[GUILD])
    member = world.discord.members[GUILD, MIA]
    await world.discord.dispatch("GUILD_MEMBER_ADD", {**member, "guild_id": str(GUILD)})
    world.discord.fail(f"POST /channels/{private_channel(MIA)}", 403, code=50007)
    ((where, words),) = await told(world, greeting)
    assert where == str(channel)
    assert words[0].endswith("there is a short reading list for you here: First week. Only you see what you read.")
    said = world.discord.messages[-1]
    assert said["pinged"] == [MIA]
    assert f"<@{MIA}>" in str(said["components"])
    begun = await world.discord.press(MIA, said, "Begin")
    assert begun.is_hidden
    assert begun.words[0] == "MLOps"
    assert await told(world, greeting) == []


@pytest.mark.parametrize("why", ["they left", "there is no channel for it", "the bot is gone"])
async def test_who_takes_no_messages_and_cannot_be_told_in_a_channel_is_not_told(
    world: World, greeting: Discord, why: str
) -> None:
    """Nor is it tried again."""
    await world.store.place_pack(HOME, PACK.id, f"discord:{GUILD}", is_placed=True)
    await come(world, MIA)
    assert await kept(world, greeting) == 1
    match why:
        case "they left":
            del world.discord.members[GUILD, MIA]
            await go(world, MIA)
        case "there is no channel for it":
            world.discord.guilds[GUILD]["system_channel_id"] = None
            await world.discord.dispatch("GUILD_UPDATE", world.discord.guilds[GUILD])
        case _:
            await world.discord.dispatch("GUILD_DELETE", {"id": str(GUILD)})
    world.discord.fail(f"POST /channels/{private_channel(MIA)}", 403, code=50007)
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
