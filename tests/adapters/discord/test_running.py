"""What happens to the connection happens to nobody who asks: the client goes on, and says truly whether it can."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from adapters.discord import platform_of
from bot.replies import Form, Prose, Reply, Silence, Span
from glossary.errors import MalformedError
from tests.adapters.discord.conftest import running
from tests.adapters.discord.standing_in import APPLICATION, GUILD, as_manager, in_foreign_guild, in_guild, in_private

if TYPE_CHECKING:
    from bot.requests import Request
    from tests.adapters.discord.conftest import World

MIA, TOM = 501, 502
ANSWER = Reply((Prose((Span("answer"),)),))


async def test_it_asks_for_no_more_than_it_needs(world: World) -> None:
    """Servers and messages, not their content, and nobody's presence; those who join only where they are greeted."""
    async with running(world):
        assert world.discord.identified[0]["intents"] == 1 | 1 << 9 | 1 << 12
    world.discord.identified.clear()
    async with running(world, DISCORD_GREET_MEMBERS="yes"):
        assert world.discord.identified[0]["intents"] == 1 | 1 << 1 | 1 << 9 | 1 << 12


async def test_where_discord_refuses_an_intent_the_bot_runs_without(world: World) -> None:
    """Who joins is not greeted, and everything else works."""
    world.discord.privileged = 1 << 1
    async with running(world, DISCORD_GREET_MEMBERS="yes"):
        assert (await world.discord.slash(MIA, "define", term="mlops")).words[0] == "MLOps"
        assert len(world.discord.identified) == 1


async def test_commands_are_registered_only_when_they_changed(world: World) -> None:
    """The second start finds them as they are."""
    async with running(world):
        while not await world.store.settings_of(f"discord:{APPLICATION}:"):  # noqa: ASYNC110 — a store tells nobody
            await asyncio.sleep(0)
    async with running(world):
        await world.discord.slash(MIA, "define", term="mlops")
    assert world.discord.syncs == 1
    names = {command["name"] for command in world.discord.commands["commands"]}
    assert names == {"define", "glossary", "Explain terms"}


@pytest.mark.parametrize("status", [400, 503])
async def test_commands_that_could_not_be_registered_are_tried_again(
    world: World, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    """After pauses that grow; whoever asks is answered meanwhile."""
    world.discord.fail("PUT /applications", status, 3)
    async with running(world):
        await world.discord.until(lambda: world.discord.syncs == 1)
        assert (await world.discord.slash(MIA, "define", term="mlops")).words[0] == "MLOps"
    assert caplog.text.count("the commands are not registered yet") == 3


async def test_commands_for_a_server_that_the_bot_is_not_in_are_not_tried_again(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """The setting is wrong, and that is said."""
    world.discord.fail("PUT /applications", 403)
    async with running(world, DISCORD_SYNC_GUILD="77"):
        assert (await world.discord.slash(MIA, "define", term="mlops")).words[0] == "MLOps"
        await world.discord.until(lambda: not any(world.discord.faults.values()))
        await world.discord.slash(MIA, "define", term="mlops")
    assert "is DISCORD_SYNC_GUILD a server that the bot is in?" in caplog.text
    assert world.discord.syncs == 0


async def test_what_breaks_while_something_is_heard_is_logged_without_what_was_said(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """And the next question is answered."""
    heard = asyncio.Event()

    async def broken(_: Request) -> Reply | Form | Silence:
        world.door = None
        heard.set()
        raise ValueError("secret")

    async with running(world):
        await world.discord.slash(MIA, "define", term="mlops")
        world.door = broken
        await world.discord.say(MIA, f"<@{APPLICATION}> secret")
        await heard.wait()
        assert (await world.discord.slash(MIA, "define", term="mlops")).words[0] == "MLOps"
    assert "on_message: ValueError at " in caplog.text
    assert "secret" not in caplog.text


async def test_while_somebody_works_on_them_one_server_alone_gets_the_commands(world: World) -> None:
    """Discord takes a while to show them everywhere, and shows them there at once."""
    async with running(world, DISCORD_SYNC_GUILD=str(GUILD)):
        await world.discord.until(lambda: world.discord.syncs == 1)
    assert list(world.discord.commands) == [f"guilds/{GUILD}/commands"]


async def test_a_dropped_connection_is_resumed(world: World) -> None:
    """What was said meanwhile is answered afterwards."""
    async with running(world) as platform:
        await world.discord.slash(MIA, "define", term="mlops")
        await world.discord.drop()
        asked = asyncio.create_task(world.discord.slash(MIA, "define", term="redis"))
        await world.discord.until(lambda: world.discord.resumed == 1)
        assert (await asked).words[0].startswith("Redis")
        assert platform.is_ready()


async def test_an_ended_session_is_begun_anew(world: World) -> None:
    """With a new introduction."""
    async with running(world):
        await world.discord.invalidate()
        await world.discord.until(lambda: len(world.discord.identified) == 1)
        assert (await world.discord.slash(MIA, "define", term="mlops")).words[0] == "MLOps"


async def test_it_is_ready_only_while_it_can_answer(world: World) -> None:
    """Not before it connected, not after it was stopped."""
    platform = world.platform()
    assert not platform.is_ready()
    async with running(world) as connected:
        await world.discord.slash(MIA, "define", term="mlops")
        assert connected.is_ready()
    assert not connected.is_ready()


@pytest.mark.parametrize("status", [429, 500, 502])
async def test_an_answer_survives_a_limit_and_an_error(world: World, status: int) -> None:
    """It is sent again, and arrives once."""
    async with running(world):
        world.discord.fail("POST /interactions", status, retry_after=0.01)
        answer = await world.discord.slash(MIA, "define", term="mlops")
        assert answer.calls == ["callback 4"]
        world.discord.fail("POST /channels", status, retry_after=0.01)
        await world.discord.say(MIA, f"<@{APPLICATION}> mlops")
        await world.discord.answered()
    assert len(world.discord.messages) == 1


async def test_an_answer_that_takes_long_is_announced_and_then_filled_in(world: World) -> None:
    """To the asker alone, as the answer will be; a form is never announced, for it can only be the first answer."""
    slow = asyncio.Event()

    async def door(_: Request) -> Reply | Form | Silence:
        await slow.wait()
        return ANSWER

    async with running(world):
        world.door = door
        asking = asyncio.create_task(world.discord.slash(MIA, "define", term="mlops"))
        await world.discord.until(lambda: any("callback" in path for path in world.discord.requests))
        slow.set()
        answer = await asking
    assert answer.calls == ["callback 5", "PATCH original"]
    assert answer.callback["data"]["flags"] == 64
    assert answer.words == ["answer"]


async def test_what_is_in_flight_is_answered_before_the_end(world: World) -> None:
    """The process was asked to end after the question, and before the answer."""
    asked, told = asyncio.Event(), asyncio.Event()

    async def door(_: Request) -> Reply | Form | Silence:
        asked.set()
        await told.wait()
        return ANSWER

    async with running(world) as platform:
        world.door = door
        asking = asyncio.create_task(world.discord.slash(MIA, "define", term="mlops"))
        await asked.wait()
        stopping = asyncio.create_task(platform.stop())
        await asyncio.sleep(0)
        told.set()
        assert (await asking).words == ["answer"]
        await stopping
        assert not platform.is_ready()


async def test_a_token_that_is_refused_is_a_setting_that_is_wrong(world: World) -> None:
    """Trying again would not help."""
    world.discord.fail("GET /users/@me", 401)
    with pytest.raises(MalformedError) as caught:
        await world.platform().run()
    assert caught.value.field == "DISCORD_TOKEN"


async def test_a_hundred_commands_at_once_are_all_answered(world: World) -> None:
    """Each once."""
    async with running(world):
        answers = await asyncio.gather(
            *(world.discord.slash(1_000 + number, "define", term="mlops") for number in range(100))
        )
    assert [answer.calls for answer in answers] == [["callback 4"]] * 100


@pytest.mark.parametrize(("setting", "is_read"), [("", False), ("yes", True)])
async def test_strangers_read_the_words_of_a_team_only_where_that_is_wanted(
    world: World, setting: str, *, is_read: bool
) -> None:
    """In direct messages and wherever they installed the bot for themselves; members read them anyway."""
    world.discord.add_member(GUILD, MIA)
    async with running(world, DISCORD_OPEN_HOME=setting):
        opened = await world.discord.slash(MIA, "glossary term add", at=as_manager(), term="Kafka")
        preview = await world.discord.submit(MIA, opened, {"definition": "A log."})
        assert preview.message is not None
        await world.discord.press(MIA, preview.message, "Save", as_manager())
        for stranger_at in (in_private(TOM), in_foreign_guild(TOM)):
            answer = await world.discord.slash(TOM, "define", at=stranger_at, term="kafka")
            assert ("A log." in answer.words) is is_read
            assert (await world.discord.slash(TOM, "define", at=stranger_at, term="mlops")).words[0] == "MLOps"
        assert "A log." in (await world.discord.slash(MIA, "define", at=in_private(MIA), term="kafka")).words


async def test_the_only_server_is_at_home_and_several_are_not(world: World) -> None:
    """Unless they are named: the glossary of one must not be seen by another."""
    async with running(world):
        await world.discord.slash(MIA, "define", term="mlops")
    assert world.at_home == {f"discord:{GUILD}"}
    world.at_home.clear()
    world.discord.add_guild(43)
    async with running(world):
        await world.discord.slash(MIA, "define", at=in_guild(43), term="mlops")
    assert world.at_home == set()


@pytest.mark.parametrize(
    ("environment", "field"),
    [
        ({"DISCORD_TOKEN": ""}, "DISCORD_TOKEN"),
        ({"DISCORD_API_URL": "ftp://x"}, "DISCORD_API_URL"),
        ({"DISCORD_GATEWAY_URL": "https://x"}, "DISCORD_GATEWAY_URL"),
        ({"DISCORD_SYNC_GUILD": "my server"}, "DISCORD_SYNC_GUILD"),
        ({"DISCORD_SHARDS": "4-2/8"}, "DISCORD_SHARDS"),
        ({"DISCORD_SHARDS": "8/8"}, "DISCORD_SHARDS"),
        ({"DISCORD_SHARDS": "many"}, "DISCORD_SHARDS"),
    ],
)
def test_a_setting_that_cannot_be_understood_is_named(world: World, environment: dict[str, str], field: str) -> None:
    """And nothing of it is said, for it may be a secret."""
    with pytest.raises(MalformedError) as caught:
        platform_of(world, {"DISCORD_TOKEN": "x"} | environment)
    assert caught.value.field == field


async def test_shards_can_be_shared_among_processes(world: World) -> None:
    """Each introduces itself with its own; ``2-2/4`` and ``2/4`` are the third of four."""
    async with running(world, DISCORD_SHARDS="2/4"):
        assert world.discord.identified[0]["shard"] == [2, 4]
