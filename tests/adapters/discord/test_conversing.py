"""People talk to the bot on Discord: the real client, over a real socket, with a server that plays Discord."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.commands import Define, Said
from bot.requests import AccountId, Fact
from tests.adapters.discord.standing_in import (
    APPLICATION,
    CHANNEL,
    GUILD,
    HIDDEN,
    as_manager,
    in_foreign_guild,
    in_guild,
    in_private,
    user_of,
    words_of,
)

if TYPE_CHECKING:
    from tests.adapters.discord.conftest import World

MIA, TOM = 501, 502
OTHER = 43
ACCOUNT = AccountId(f"discord:{GUILD}:{MIA}")

pytestmark = pytest.mark.usefixtures("platform")


async def test_a_command_is_answered_to_the_asker_alone(world: World) -> None:
    """One answer, at once, hidden from others."""
    answer = await world.discord.slash(MIA, "define", term="mlops")
    assert answer.calls == ["callback 4"]
    assert answer.is_hidden
    assert answer.words[:3] == ["MLOps", "Also: ML Ops, 엠엘옵스", "Running models in production."]


async def test_what_is_asked_for_aloud_is_read_by_all_and_can_be_removed_by_whoever_asked(world: World) -> None:
    """Somebody else is told that they cannot."""
    answer = await world.discord.slash(MIA, "define", term="mlops", public=True)
    assert not answer.is_hidden
    assert answer.message is not None
    refused = await world.discord.press(TOM, answer.message, "Remove")
    assert refused.is_hidden
    assert refused.words[0].startswith("This needs a curator.")
    removed = await world.discord.press(MIA, answer.message, "Remove")
    assert removed.calls == ["callback 6", "DELETE original", "POST followup"]
    assert removed.message is None
    assert removed.followups[0]["flags"] & HIDDEN


async def test_what_was_shared_is_read_by_all(world: World) -> None:
    """From a private answer, by its button."""
    private = await world.discord.slash(MIA, "define", term="mlops")
    assert private.message is not None
    shared = await world.discord.press(MIA, private.message, "Share here")
    assert not shared.is_hidden
    assert "501 shared this." not in shared.words  # Discord shows a name
    assert "Running models in production." in shared.words
    assert shared.message is not None
    mine = await world.discord.press(TOM, shared.message, "In my language", in_guild(locale="ko"))
    assert mine.is_hidden
    assert "모델을 운영하는 일이다." in mine.words


async def test_what_is_shared_comes_in_the_language_of_the_server(world: World) -> None:
    """Also in a server that the bot does not belong to: whoever reads it there reads it."""
    private = await world.discord.slash(MIA, "define", at=in_guild(locale="ko"), term="mlops")
    assert "모델을 운영하는 일이다." in private.words
    assert private.message is not None
    shared = await world.discord.press(MIA, private.message, "여기에 공유", in_guild(locale="ko", guild_locale="en-US"))
    assert "Running models in production." in shared.words
    there = {**in_foreign_guild(MIA), "guild_locale": "ko"}
    aloud = await world.discord.slash(MIA, "define", at=there, term="mlops", public=True)
    assert "모델을 운영하는 일이다." in aloud.words


async def test_where_somebody_was_last_is_among_what_is_kept_about_them_and_is_forgotten_with_it(world: World) -> None:
    """It is written once they have their answer."""
    await world.discord.slash(MIA, "define", term="mlops")
    answer = await world.discord.slash(MIA, "glossary me data")
    assert [kept["name"] for kept in (await world.store.kept_about(ACCOUNT))["preferences"]] == ["workspace"]
    assert "malmoi-my-data.json" in answer.words
    asked = await world.discord.slash(MIA, "glossary me forget")
    assert asked.message is not None
    await world.discord.press(MIA, asked.message, "Forget me")
    assert await world.store.kept_about(ACCOUNT) == {}
    assert await world.store.settings_of(f"discord:{MIA}") == {}


async def test_names_are_offered_while_somebody_types(world: World) -> None:
    """What is picked is the entry itself, also where two have one name."""
    offered = await world.discord.typing(MIA, "define", "term", "sa")
    assert [choice["name"] for choice in offered] == ["SAP (company)", "SAP (networking)"]
    answer = await world.discord.slash(MIA, "define", term=offered[1]["value"])
    assert answer.words[:2] == ["SAP (networking)", "Where a service is reached."]
    picked = await world.discord.slash(MIA, "glossary term history", term=offered[1]["value"])
    assert picked.words[0] == "How SAP came to be"


async def test_languages_are_offered_by_any_of_their_names(world: World) -> None:
    """In the reader's language, with their own beside it."""
    offered = await world.discord.typing(MIA, "define", "language", "kor")
    assert offered == [{"name": "Korean · 한국어", "value": "ko"}]
    assert (await world.discord.slash(MIA, "define", term="mlops", language="ko")).words[2] == "모델을 운영하는 일이다."


async def test_a_form_is_opened_filled_in_and_saved(world: World) -> None:
    """At once, because it can be nothing but the first answer; the draft is saved by a button, in its place."""
    opened = await world.discord.slash(MIA, "glossary term add", at=as_manager(), term="Kafka")
    assert opened.modal["title"] == "New entry"
    preview = await world.discord.submit(MIA, opened, {"definition": "A log."})
    assert "A log." in preview.words
    assert preview.message is not None
    saved = await world.discord.press(MIA, preview.message, "Save", as_manager())
    assert saved.calls == ["callback 7"]
    assert "A log." in (await world.discord.slash(TOM, "define", term="kafka")).words


async def test_a_form_with_a_fault_comes_back_as_a_message_with_a_button(world: World) -> None:
    """Discord opens no form in answer to a form; nothing that was written is lost."""
    opened = await world.discord.slash(MIA, "glossary term add", term="Kafka")
    again = await world.discord.submit(MIA, opened, {"name": "n" * 81, "definition": "A log."})
    assert again.words[:3] == ["New entry", "Name: Too long: at most 80 characters.", "Nothing is saved yet."]
    assert again.message is not None
    reopened = await world.discord.press(MIA, again.message, "Open the form")
    values = [label["component"].get("value") for label in reopened.modal["components"]]
    assert values[:2] == ["n" * 80, "A log."]  # a field holds no more than may be written into it


async def test_a_mention_is_answered_in_the_channel(world: World) -> None:
    """In reply to the question; the one who asked is not pinged."""
    asked = await world.discord.say(MIA, f"<@{APPLICATION}> what is mlops?")
    answer = await world.discord.answered()
    assert "Running models in production." in words_of(answer)
    assert answer["channel_id"] == str(CHANNEL)
    assert str(answer["reference"]["message_id"]) == asked["id"]
    assert world.requests[-1].command == Said("what is mlops?")
    assert world.requests[-1].place.is_public


async def test_a_question_in_reply_to_a_message_is_answered_in_reply_to_that_message(world: World) -> None:
    """Its text comes along, where Discord gives it."""
    first = world.discord.written(TOM, f"<@{APPLICATION}> we use redis")
    reference = {"message_id": first["id"], "channel_id": first["channel_id"], "guild_id": str(GUILD)}
    await world.discord.say(MIA, f"<@{APPLICATION}> redis?", message_reference=reference, referenced_message=first)
    answer = await world.discord.answered()
    assert str(answer["reference"]["message_id"]) == first["id"]
    command = world.requests[-1].command
    assert isinstance(command, Said)
    assert command.thread == (f"<@{APPLICATION}> we use redis",)


@pytest.mark.parametrize(
    ("text", "guild", "author"),
    [
        ("we use mlops", GUILD, {}),
        (f"<@{APPLICATION}> thanks!", GUILD, {}),
        ("ok", None, {}),
        (f"<@{APPLICATION}> mlops", GUILD, {"bot": True}),
        (f"<@{APPLICATION}1> mlops", GUILD, {}),
    ],
)
async def test_nothing_else_is_answered(world: World, text: str, guild: int | None, author: dict[str, bool]) -> None:
    """Not what others say, not politeness, not other bots: the next question is the first that gets an answer."""
    await world.discord.say(MIA, text, guild=guild, author=user_of(MIA) | author)
    await world.discord.say(MIA, "mlops", guild=None)
    assert "MLOps" in words_of(await world.discord.answered())
    assert len(world.discord.messages) == 1


async def test_what_concerns_the_asker_is_not_said_aloud(world: World) -> None:
    """A mention in a channel, an answer in a direct message; where that is not possible, a way that is."""
    await world.discord.say(MIA, f"<@{APPLICATION}> data")
    private = await world.discord.answered()
    assert private["channel_id"] != str(CHANNEL)
    world.discord.fail("POST /channels/900501", 403, code=50007)
    await world.discord.say(MIA, f"<@{APPLICATION}> data")
    aloud = await world.discord.answered(2)
    assert aloud["channel_id"] == str(CHANNEL)
    assert "/glossary" in words_of(aloud)[0]


async def test_a_direct_message_is_about_the_server_last_used(world: World) -> None:
    """And what the server says of the person holds there too, as do the buttons."""
    world.discord.add_member(GUILD, MIA)
    await world.discord.slash(MIA, "define", term="mlops")
    await world.discord.say(MIA, "mlops", guild=None)
    answer = await world.discord.answered()
    asked = world.requests[-1]
    assert asked.place.workspace == f"discord:{GUILD}"
    assert asked.place.is_direct
    assert asked.asker.account == f"discord:{GUILD}:{MIA}"
    pressed = await world.discord.press(MIA, answer, "Redis", in_private(MIA))
    assert pressed.words[0] == "Redis"
    assert not pressed.is_hidden


async def test_a_button_stays_about_the_server_that_it_was_made_for(world: World) -> None:
    """Where the bot does not live; also after somebody used it in another server, where "undo 2" is another change."""
    world.discord.add_member(GUILD, MIA)
    await world.discord.dispatch("GUILD_CREATE", world.discord.add_guild(OTHER))
    world.discord.add_member(OTHER, MIA)
    await world.discord.slash(MIA, "define", term="mlops")
    answer = await world.discord.slash(MIA, "define", at=in_foreign_guild(MIA), term="mlops")
    await world.discord.slash(MIA, "define", at=in_guild(OTHER), term="mlops")
    assert answer.message is not None
    await world.discord.press(MIA, answer.message, "Redis", in_foreign_guild(MIA))
    assert world.requests[-1].place.workspace == f"discord:{GUILD}"
    await world.discord.press(TOM, answer.message, "Redis", in_foreign_guild(TOM))
    assert world.requests[-1].asker.facts == {Fact.IS_FROM_ELSEWHERE}
    assert world.requests[-1].place.workspace == "discord:0"


async def test_where_the_bot_is_no_member_nobody_is_an_administrator(world: World) -> None:
    """Discord says that they may do everything there, which is not here; the answer is private."""
    answer = await world.discord.slash(MIA, "define", at=in_foreign_guild(MIA), term="mlops")
    assert answer.is_hidden
    asked = world.requests[-1]
    assert asked.command == Define(None, "mlops")
    assert asked.asker.facts == {Fact.IS_FROM_ELSEWHERE}
    refused = await world.discord.slash(MIA, "glossary team settings", at=in_foreign_guild(MIA))
    assert refused.callback["type"] == 4


async def test_whoever_may_manage_the_server_is_an_administrator_and_others_propose(world: World) -> None:
    """By their permissions; and a role that was given something counts for all who have it."""
    settings = await world.discord.slash(MIA, "glossary team settings", at=as_manager())
    assert settings.modal["title"] == "Settings"
    assert (await world.discord.slash(TOM, "glossary team settings")).words[0].startswith("This needs an admin")
    role = await world.discord.add_role(GUILD, 7)
    world.discord.add_member(GUILD, TOM, roles=(7,))
    given = await world.discord.slash(MIA, "glossary team roles", at=as_manager(), holder=role, role="curator")
    assert given.words == ["<@&7> is curator now."]
    queue = await world.discord.slash(TOM, "glossary team queue")
    assert not queue.words[0].startswith("This needs")


async def test_a_button_of_another_version_helps(world: World) -> None:
    """What it meant is not known any more: what can be done is."""
    message = world.discord.written(APPLICATION, "")
    message["components"] = [{"type": 17, "components": [{"type": 2, "label": "Old", "custom_id": "0:old"}]}]
    answer = await world.discord.press(MIA, message, "Old")
    assert answer.words[0]
    assert answer.is_hidden


async def test_the_menu_of_a_message_explains_its_terms(world: World) -> None:
    """The text of the message is read, whoever wrote it."""
    answer = await world.discord.menu(MIA, world.discord.written(TOM, "mlops"))
    assert "Running models in production." in answer.words
    assert answer.is_hidden
