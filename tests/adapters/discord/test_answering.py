"""An answer reaches whoever asked, in time and to the right ones, whatever the door and Discord do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from adapters.discord.answering import PATIENCE
from bot.commands import Help, Show
from bot.replies import Choice, Choices, Delivery, Form, LineField, Prose, Reply, Silence, Span
from glossary.concept import ConceptId
from tests.adapters.discord.standing_in import APPLICATION, CHANNEL, GUILD, HIDDEN, in_private

if TYPE_CHECKING:
    from bot.requests import Request
    from tests.adapters.discord.conftest import World
    from tests.adapters.discord.standing_in import Answer, Payload

MIA = 501
pytestmark = pytest.mark.usefixtures("platform")


def said(text: str, delivery: Delivery = Delivery.ASKER) -> Reply:
    """Say one thing, with a button."""
    button = Choice("Press", Show(ConceptId("redis")))
    return Reply((Prose((Span(text),)), Choices((button,))), delivery=delivery)


async def message_with_a_button(world: World) -> Payload:
    """Get something that can be pressed."""
    answers(world, said("before"))
    message = (await world.discord.slash(MIA, "glossary help")).message
    assert message is not None
    return message


def answers(world: World, answer: Reply | Form | Silence) -> None:
    """Let the door answer so, at once."""

    async def door(_: Request) -> Reply | Form | Silence:
        return answer

    world.door = door


def answers_late(world: World, answer: Reply | Form | Silence) -> None:
    """Let the door answer so once it was announced that it will."""
    asked = len(world.discord.requests)

    async def door(_: Request) -> Reply | Form | Silence:
        await world.discord.until(lambda: any("callback" in path for path in world.discord.requests[asked:]))
        return answer

    world.door = door


async def pressed(world: World, message: Payload) -> Answer:
    """Press the button."""
    return await world.discord.press(MIA, message, "Press")


@pytest.mark.parametrize(
    ("delivery", "calls"),
    [
        (Delivery.ASKER, ["callback 4"]),
        (Delivery.CHANNEL, ["callback 4"]),
        (Delivery.IN_PLACE, ["callback 7"]),
        (Delivery.REMOVED, ["callback 6", "DELETE original", "POST followup"]),
    ],
)
async def test_what_a_button_brings_goes_where_the_door_says(
    world: World, delivery: Delivery, calls: list[str]
) -> None:
    """To the asker, to all, in the place of the message, or after it was taken away."""
    message = await message_with_a_button(world)
    answers(world, said("after", delivery))
    answer = await pressed(world, message)
    assert answer.calls == calls
    assert answer.is_hidden == (calls == ["callback 4"] and delivery is Delivery.ASKER)


@pytest.mark.parametrize(
    ("delivery", "calls", "is_hidden"),
    [
        (Delivery.ASKER, ["callback 6", "POST followup"], True),
        (Delivery.CHANNEL, ["callback 6", "POST followup"], False),
        (Delivery.IN_PLACE, ["callback 6", "PATCH original"], None),
        (Delivery.REMOVED, ["callback 6", "DELETE original", "POST followup"], True),
    ],
)
async def test_what_a_button_brings_late_is_announced_without_a_trace(
    world: World, delivery: Delivery, calls: list[str], *, is_hidden: bool | None
) -> None:
    """The message stays as it is until the answer is there."""
    message = await message_with_a_button(world)
    answers_late(world, said("after", delivery))
    answer = await pressed(world, message)
    assert answer.calls == calls
    assert [bool(one["flags"] & HIDDEN) for one in answer.followups] == ([] if is_hidden is None else [is_hidden])


async def test_what_was_announced_to_one_and_is_for_all_is_said_anew(world: World) -> None:
    """What was hidden stays hidden: Discord decides that when it is announced."""
    answers_late(world, said("for all", Delivery.CHANNEL))
    answer = await world.discord.slash(MIA, "define", term="mlops")
    assert answer.calls == ["callback 5", "DELETE original", "POST followup"]
    assert not answer.followups[0]["flags"] & HIDDEN


async def test_in_a_direct_message_nothing_is_hidden(world: World) -> None:
    """There is nobody else."""
    answers_late(world, said("late"))
    answer = await world.discord.slash(MIA, "define", at=in_private(MIA), term="mlops")
    assert answer.calls == ["callback 5", "PATCH original"]
    assert not answer.is_hidden


@pytest.mark.parametrize("is_late", [False, True])
async def test_where_nothing_is_said_discord_is_told_that_it_was_heard(world: World, *, is_late: bool) -> None:
    """Else it would say that the bot does not answer."""
    message = await message_with_a_button(world)
    (answers_late if is_late else answers)(world, Silence())
    data = {"custom_id": "1:help", "component_type": 2}
    answer = await world.discord.interact(3, MIA, data, message=message)
    await answer.first.wait()
    assert answer.calls == ["callback 6"]


async def test_a_long_answer_goes_on_in_further_messages(world: World) -> None:
    """Each as hidden as the first."""
    answers(world, Reply(tuple(Prose((Span("word " * 500),)) for _ in range(4))))
    answer = await world.discord.slash(MIA, "define", term="mlops")
    await world.discord.until(lambda: len(answer.followups) >= 2)
    assert all(one["flags"] & HIDDEN for one in answer.followups)


async def test_a_form_is_never_announced(world: World) -> None:
    """It can be the first answer only, so it is waited for, as long as there is time."""
    waited = asyncio.Event()

    async def door(_: Request) -> Reply | Form | Silence:
        await asyncio.sleep(PATIENCE + 0.1)  # longer than anything else would be waited for
        waited.set()
        return Form("New", (LineField("name", "Name"),), Help(), "Save")

    world.door = door
    opened = await world.discord.slash(MIA, "glossary term add")
    assert waited.is_set()
    assert opened.calls == ["callback 9"]


async def test_an_answer_that_met_an_outage_is_brought_once_more(world: World) -> None:
    """Whatever it was: 503 too, which the library does not try again elsewhere."""
    answers(world, said("after"))
    world.discord.fail("POST /interactions", 503)
    assert (await world.discord.slash(MIA, "define", term="mlops")).calls == ["callback 4"]


@pytest.mark.parametrize(
    ("status", "code", "logged"),
    [
        (404, 10062, "an answer came too late (10062)"),
        (400, 50035, "Discord refused an answer: 400, code 50035"),
    ],
)
async def test_what_discord_does_not_take_is_logged_and_the_next_one_answered(
    world: World, caplog: pytest.LogCaptureFixture, status: int, code: int, logged: str
) -> None:
    """Without what was said in it."""
    answers(world, said("secret"))
    world.discord.fail("POST /interactions", status, code=code)
    await world.discord.interact(2, MIA, {"id": "1", "name": "define", "type": 1, "options": [TERM]})
    await world.discord.until(lambda: not any(world.discord.faults.values()))
    assert (await world.discord.slash(MIA, "define", term="mlops")).words[0] == "secret"
    assert logged in caplog.text
    assert "secret" not in caplog.text


TERM = {"name": "term", "type": 3, "value": "mlops"}


async def test_after_a_refusal_in_the_middle_nothing_is_said_twice(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """What follows the first answer is not begun anew."""
    answers(world, Reply(tuple(Prose((Span("word " * 500),)) for _ in range(4))))
    world.discord.fail("POST /webhooks", 400, code=50035)
    answer = await world.discord.slash(MIA, "define", term="mlops")
    await world.discord.until(lambda: not any(world.discord.faults.values()))
    await world.discord.slash(MIA, "define", term="mlops")
    assert answer.calls == ["callback 4"]
    assert "Discord refused an answer: 400" in caplog.text


async def test_a_command_of_another_version_is_met_with_a_sentence(world: World) -> None:
    """A client that was not started anew still shows what is not there any more."""
    gone = {"id": "1", "name": "glossary", "type": 1, "options": [{"name": "gone", "type": 1, "options": []}]}
    other = {"id": "1", "name": "define", "type": 1, "options": [{"name": "word", "type": 3, "value": "x"}]}
    for data in (gone, other, {"id": "1", "name": "gone", "type": 1}):
        answer = await world.discord.interact(2, MIA, data)
        await answer.last.wait()
        assert answer.words == ["My commands have changed. Start Discord anew, and try again."]
        assert answer.is_hidden


async def test_that_a_command_has_changed_is_said_once_at_most(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """Where Discord does not take it, that is logged."""
    world.discord.fail("POST /interactions", 404, code=10062)
    await world.discord.interact(2, MIA, {"id": "1", "name": "gone", "type": 1})
    await world.discord.until(lambda: not any(world.discord.faults.values()))
    await world.discord.slash(MIA, "define", term="mlops")
    assert "Discord refused an answer: 404, code 10062" in caplog.text


async def test_where_the_bot_may_not_write_that_is_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    """It was mentioned where it may read only."""
    world.discord.fail("POST /channels", 403, code=50013)
    await world.discord.say(MIA, f"<@{APPLICATION}> mlops")
    await world.discord.until(lambda: not any(world.discord.faults.values()))
    await world.discord.say(MIA, f"<@{APPLICATION}> redis")
    message = await world.discord.answered()
    assert message["channel_id"] == str(CHANNEL)
    assert "an answer could not be sent: 403, code 50013" in caplog.text


async def test_somebody_of_whom_discord_says_nothing_but_their_name_is_answered(world: World) -> None:
    """Such as whoever wrote and left at once."""
    message = world.discord.written(MIA, f"<@{APPLICATION}> mlops")
    del message["member"]
    await world.discord.dispatch("MESSAGE_CREATE", message)
    assert (await world.discord.answered())["channel_id"] == str(GUILD * 10)
