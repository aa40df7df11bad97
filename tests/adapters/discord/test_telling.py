"""What is said unasked: notices, each at most once, and the first words to whoever added the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
import pytest

from adapters.discord.settings import Settings
from bot.delivering import NotSent, Sent
from bot.keeping import HOME, Recipient
from bot.replies import Prose, Reply, Span
from bot.requests import Fact, WorkspaceId
from tests.adapters.discord.standing_in import GUILD, OWNER, private_channel, words_of

if TYPE_CHECKING:
    from adapters.discord.platform import Discord
    from tests.adapters.discord.conftest import World

MIA = 501
MIA_HERE = Recipient(f"discord:{GUILD}:{MIA}")
REPLY = Reply((Prose((Span("Your word was defined."),)),))


async def test_a_notice_is_a_direct_message(platform: Discord, world: World) -> None:
    """To the person, in the language of their server until they spoke."""
    world.discord.add_member(GUILD, MIA)
    asker, place = await platform.introduced(MIA_HERE)
    assert asker.account == f"discord:{GUILD}:{MIA}"
    assert asker.locale is None
    assert place.locale == "en-US"
    assert place.workspace == f"discord:{GUILD}"
    assert place.is_direct
    assert await platform.send(MIA_HERE, REPLY) is Sent.SENT
    message = await world.discord.answered()
    assert message["channel_id"] == str(private_channel(MIA))
    assert words_of(message) == ["Your word was defined."]


async def test_a_notice_into_a_channel_is_read_by_all(platform: Discord, world: World) -> None:
    """It asks as nobody."""
    channel = Recipient(f"discord:{GUILD}:#{GUILD * 10}")
    asker, place = await platform.introduced(channel)
    assert place.is_public
    assert place.locale == "en-US"
    assert asker.facts == frozenset()
    assert await platform.send(channel, REPLY) is Sent.SENT
    assert (await world.discord.answered())["channel_id"] == str(GUILD * 10)


async def test_whoever_left_reads_only(platform: Discord) -> None:
    """What they are told is asked for without any right."""
    asker, _ = await platform.introduced(MIA_HERE)
    assert asker.facts == {Fact.IS_FROM_ELSEWHERE}


@pytest.mark.parametrize("path", ["POST /users/@me/channels", "POST /channels"])
@pytest.mark.parametrize(("status", "outcome"), [(403, Sent.GONE), (404, Sent.GONE)])
async def test_who_takes_no_messages_is_not_asked_again(
    platform: Discord, world: World, path: str, status: int, outcome: Sent
) -> None:
    """Nor who is not there any more."""
    world.discord.fail(path, status, code=50007)
    assert await platform.send(MIA_HERE, REPLY) is outcome
    assert world.discord.messages == []


@pytest.mark.parametrize(("status", "tries"), [(500, 5), (503, 1)])
async def test_when_a_conversation_cannot_be_opened_nothing_was_sent(
    platform: Discord, world: World, status: int, tries: int
) -> None:
    """That is certain, so it is tried again later."""
    world.discord.fail("POST /users/@me/channels", status, tries)
    assert await platform.send(MIA_HERE, REPLY) == NotSent()


async def test_what_nobody_knows_the_end_of_is_not_tried_again(platform: Discord, world: World) -> None:
    """It may have been sent: whatever is raised means that."""
    world.discord.fail("POST /channels", 503)
    with pytest.raises(discord.DiscordServerError):
        await platform.send(MIA_HERE, REPLY)


async def test_what_discord_refuses_for_another_reason_is_not_tried_again(platform: Discord, world: World) -> None:
    """Such as a message that it does not understand: a mistake of the program."""
    world.discord.fail("POST /channels", 400, code=50035)
    with pytest.raises(discord.HTTPException):
        await platform.send(MIA_HERE, REPLY)


async def test_where_discord_cannot_be_reached_nothing_was_sent(platform: Discord, world: World) -> None:
    """Neither to a person nor into a channel."""
    Settings.of(world.discord.environment | {"DISCORD_API_URL": "http://127.0.0.1:9/api/v10"}).point_the_library()
    for recipient in (MIA_HERE, Recipient(f"discord:{GUILD}:#{GUILD * 10}")):
        assert await platform.send(recipient, REPLY) == NotSent()
    Settings.of(world.discord.environment).point_the_library()


async def test_whoever_is_in_no_server_of_ours_is_told_as_a_reader(platform: Discord, world: World) -> None:
    """The bot is not there any more, and cannot ask who they are."""
    await world.discord.slash(MIA, "define", term="mlops")
    asker, place = await platform.introduced(Recipient(f"discord:77:{MIA}"))
    assert asker.facts == {Fact.IS_FROM_ELSEWHERE}
    assert place.locale is None
    _, place = await platform.introduced(Recipient("discord:77:#770"))
    assert place.locale is None


async def test_a_member_of_whom_discord_says_nothing_now_is_told_as_a_reader(
    platform: Discord, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """And is asked for again the next time."""
    world.discord.add_member(GUILD, MIA)
    world.discord.fail(f"GET /guilds/{GUILD}/members", 403)
    assert (await platform.introduced(MIA_HERE))[0].facts == {Fact.IS_FROM_ELSEWHERE}
    assert (await platform.introduced(MIA_HERE))[0].facts == frozenset()
    assert "Discord does not say who is a member: Forbidden" in caplog.text


async def test_a_long_limit_says_when_to_try_again(platform: Discord, world: World) -> None:
    """Longer than a call waits: it was certainly not sent."""
    world.discord.fail("POST /channels", 429, retry_after=600.0)
    outcome = await platform.send(MIA_HERE, REPLY)
    assert isinstance(outcome, NotSent)
    assert outcome.retry_at is not None


async def test_without_a_connection_nothing_is_sent(world: World) -> None:
    """And that is certain."""
    assert await world.platform().send(MIA_HERE, REPLY) == NotSent()


async def test_nobody_else_is_told(platform: Discord) -> None:
    """A name of another platform is none of ours."""
    assert await platform.send(Recipient("slack:T1:U1"), REPLY) is Sent.GONE


async def test_whoever_adds_the_bot_is_told_how_to_begin(platform: Discord, world: World) -> None:
    """The owner of the server, where the bot may not look who it was; and once."""
    await world.discord.slash(MIA, "define", term="mlops")
    guild = {**world.discord.add_guild(43), "unavailable": False}
    await world.discord.dispatch("GUILD_CREATE", guild)
    message = await world.discord.answered()
    assert message["channel_id"] == str(private_channel(OWNER))
    await world.discord.dispatch("GUILD_CREATE", guild)
    await world.discord.slash(MIA, "define", term="mlops")
    assert len(world.discord.messages) == 1
    assert platform.is_ready()


async def test_where_the_owner_takes_no_messages_the_server_is_told(platform: Discord, world: World) -> None:
    """In its channel for such things."""
    await world.discord.slash(MIA, "define", term="mlops")
    world.discord.fail(f"POST /channels/{private_channel(OWNER)}", 403, code=50007)
    await world.discord.dispatch("GUILD_CREATE", {**world.discord.add_guild(43), "unavailable": False})
    assert (await world.discord.answered())["channel_id"] == "430"
    assert platform.is_ready()


async def test_a_server_that_removed_the_bot_and_comes_back_finds_everything(platform: Discord, world: World) -> None:
    """What it had is kept for a month."""
    await world.discord.slash(MIA, "define", term="mlops")
    await world.discord.dispatch("GUILD_DELETE", {"id": str(GUILD)})
    await world.discord.dispatch("GUILD_CREATE", {**world.discord.guilds[GUILD], "unavailable": False})
    await world.discord.answered()
    assert await world.store.glossary_of(WorkspaceId(f"discord:{GUILD}")) == HOME
    assert (await world.discord.slash(MIA, "define", term="mlops")).words[0] == "MLOps"
    assert platform.is_ready()
