"""Somebody installs the bot for themselves: it works wherever they are, with the glossary that they used last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.referee.discord.acting import labels, let_clients_know, manager, words_of, write

if TYPE_CHECKING:
    from tests.referee.discord.acting import Message, User
    from tests.referee.discord.conftest import Begin, World

FOLLOWUPS = 5
"""Where the bot is not a member: discord-api-docs, interactions/receiving-and-responding."""


def elsewhere(world: World, locale: str = "en-US") -> Any:  # noqa: ANN401 — the referee says no types
    """Make a server that the bot does not belong to, and give a channel of it."""
    return world.fd.channels[world.fd.add_guild("Elsewhere", locale=locale)["channels"][0]]


def theirs(user: User) -> dict[str, str]:
    """Say that a person installed the bot, and no server."""
    return {"1": user["id"]}


async def slash(world: World, user: User, channel: Message, name: str, **options: object) -> Any:  # noqa: ANN401 — as above
    """Type a command where only the person has installed the bot."""
    head, *path = name.split()
    command = world.find(user, head, 1, channel)
    given, resolved, _ = world._options(user, command, path, options)  # noqa: SLF001 — the referee has no such person
    data = world._command_data(command, given, resolved)  # noqa: SLF001 — as above
    return await _go(world, world.fd.make_interaction(2, user, channel, data, command=command, owners=theirs(user)))


async def press(world: World, user: User, message: Message, **which: str) -> Any:  # noqa: ANN401 — as above
    """Press a button there."""
    button = world.component(message, **which)
    data = {"custom_id": button["custom_id"], "component_type": 2, "id": button["id"]}
    channel = world.fd.channels[message["channel_id"]]
    return await _go(world, world.fd.make_interaction(3, user, channel, data, message=message, owners=theirs(user)))


async def _go(world: World, interaction: Any) -> Any:  # noqa: ANN401 — as above
    result = await (await world._go(interaction, None)).settled()  # noqa: SLF001 — as above
    assert len(result.followups) <= FOLLOWUPS
    return result


async def test_in_a_server_without_the_bot_they_get_the_glossary_that_they_used_last(begin: Begin) -> None:
    """As a member of it, who may do there what they may do at home; the rights that they have here say nothing."""
    async with begin(env={"MALMOI_HOME": "discord:1"}) as world:
        ada, ann = manager(world), world.user("ann")
        await let_clients_know(world)
        await write(world, ada, "Kafka", "A log.")
        await world.slash(ann, "define", term="mlops")
        there = elsewhere(world)
        answer = await slash(world, ann, there, "define", term="kafka")
        assert "A log." in words_of(answer.message)
        assert answer.ephemeral
        refused = await slash(world, ann, there, "glossary team settings")
        assert not refused.modal
        opened = await slash(world, ada, there, "glossary team settings")
        assert opened.modal
        shared = await press(world, ann, answer.message, label="Share here")
        assert not shared.ephemeral
        await press(world, ann, shared.message, label="Remove")


@pytest.mark.parametrize(("setting", "reads"), [("", False), ("yes", True)])
async def test_somebody_without_a_server_of_the_bot_reads_the_starter_and_nothing_of_a_team(
    begin: Begin, setting: str, *, reads: bool
) -> None:
    """Also where the only server is at home; unless its words are for everybody."""
    async with begin(env={"DISCORD_OPEN_HOME": setting}) as world:
        ada, stranger = manager(world), world.user("stranger", member=False)
        await write(world, ada, "Kafka", "A log.")
        for channel in (elsewhere(world), world.fd.dm_channel(stranger), world.fd.dm_channel(stranger, ada)):
            answer = await slash(world, stranger, channel, "define", term="kafka")
            assert ("A log." in words_of(answer.message)) is reads
            answer = await slash(world, stranger, channel, "define", term="mlops")
            assert words_of(answer.message)[0] == "MLOps"


async def test_who_leaves_a_server_no_longer_reads_its_words(begin: Begin) -> None:
    """Of two that they used they read the one where they are."""
    async with begin(env={"MALMOI_HOME": "discord:1"}) as world:
        ada, ann = manager(world), world.user("ann")
        await write(world, ada, "Kafka", "A log.")
        await world.slash(ann, "define", term="kafka")
        del world.fd.guilds[world.gid]["members"][ann["id"]]
        answer = await slash(world, ann, world.fd.dm_channel(ann), "define", term="kafka")
        assert "A log." not in words_of(answer.message)


async def test_it_works_among_friends_and_its_buttons_and_names_do_too(begin: Begin) -> None:
    """In a group of friends, in the language of each."""
    async with begin() as world:
        ann, kim = world.user("ann"), world.user("kim", locale="ko")
        await world.slash(ann, "define", term="mlops")
        friends = world.fd.dm_channel(ann, kim)
        answer = await slash(world, ann, friends, "define", term="mlops")
        assert words_of(answer.message)[0] == "MLOps"
        offered = await world.autocomplete(ann, "define", "term", "red", channel=friends)
        assert "Redis" in {choice["name"] for choice in offered.choices}
        again = await press(world, ann, answer.message, **labels(answer.message)[0])
        assert words_of(again.message)[0] == "엠엘옵스 · MLOps"
        assert words_of((await slash(world, kim, friends, "정의", 용어="redis")).message)[0].startswith("레디스")


async def test_what_everybody_reads_comes_in_the_language_of_the_server(begin: Begin) -> None:
    """Where the bot lives and where it does not, whatever the one who shares it reads."""
    async with begin(guild={"locale": "ko"}) as world:
        ann = world.user("ann")
        private = await world.slash(ann, "define", term="mlops")
        assert words_of(private.message)[0] == "MLOps"
        shared = await world.click(ann, private.message, label="Share here")
        assert "엠엘옵스 · MLOps" in words_of(shared.message)
        there = elsewhere(world, locale="ko")
        aloud = await slash(world, ann, there, "define", term="mlops", public=True)
        assert words_of(aloud.message)[0] == "엠엘옵스 · MLOps"
        english = await slash(world, ann, elsewhere(world), "define", term="mlops", public=True)
        assert words_of(english.message)[0] == "MLOps"
