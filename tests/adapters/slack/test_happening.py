"""Journeys over HTTP: what Slack tells of. Mentions, direct messages, Homes, and the same event again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from adapters.memory import MemoryStore
from adapters.slack.platform import AN_HOUR, Passing
from tests.adapters.slack.conftest import Bot, running
from tests.adapters.slack.standin import buttons_of, words_of
from tests.terms import TERMS

if TYPE_CHECKING:
    from tests.adapters.slack.standin import Slack, StandIn


def mention(text: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 — an event
    """Make an event of somebody who mentions the bot."""
    return {"type": "app_mention", "user": "U1", "channel": "C1", "text": f"<@UBOT> {text}", "ts": "7.0", **more}


def message(text: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 — an event
    """Make an event of somebody who writes to the bot alone."""
    return {"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "text": text, "ts": "8.0", **more}


async def test_a_mention_is_answered_in_its_thread(slack: Slack, standin: StandIn) -> None:
    """For everybody who reads the question."""
    await slack.event(mention("what is mlops?"))
    said = await standin.heard("chat.postMessage")
    assert (said["channel"], said["thread_ts"]) == ("C1", "7.0")
    assert "Running " in words_of(said)
    await slack.event(mention("mlops", thread_ts="3.0"))
    assert (await standin.heard("chat.postMessage", 2))["thread_ts"] == "3.0"


async def test_several_terms_in_one_message_are_all_answered(slack: Slack, standin: StandIn) -> None:
    """In one message."""
    await slack.event(mention("what are mlops and redis?"))
    said = words_of(await standin.heard("chat.postMessage"))
    assert "MLOps" in said
    assert "Redis" in said


async def test_a_direct_message_is_answered_in_the_language_of_the_question(slack: Slack, standin: StandIn) -> None:
    """Where it was said: not in a thread, unless it was said in one."""
    await slack.event(message("레디스가 뭐야?"))
    said = await standin.heard("chat.postMessage")
    assert said["channel"] == "D1"
    assert "thread_ts" not in said
    assert "메모리에 두는 저장소이다." in words_of(said)


@pytest.mark.parametrize("times", [3])
async def test_the_same_event_is_answered_once(slack: Slack, standin: StandIn, times: int) -> None:
    """Slack repeats what was not acknowledged in time, and sometimes what was."""
    await slack.event(message("mlops"), "Ev1", times)
    await slack.event(message("redis"), "Ev2")
    await standin.heard("chat.postMessage", 2)
    assert len(standin.made("chat.postMessage")) == 2


async def test_the_same_event_is_answered_once_by_two_processes(standin: StandIn) -> None:
    """Both have one database."""
    store = MemoryStore(TERMS)
    async with running(standin, Bot(store)) as (one, _), running(standin, Bot(store)) as (other, _):
        await one.event(message("mlops"), "Ev1", 2)
        await other.event(message("mlops"), "Ev1")
        await other.event(message("redis"), "Ev2")
        await standin.heard("chat.postMessage", 2)
    assert len(standin.made("chat.postMessage")) == 2


@pytest.mark.parametrize(
    "event",
    [
        message("mlops", bot_id="B2"),
        message("mlops", subtype="bot_message"),
        message("mlops", subtype="message_changed"),
        message("mlops", channel_type="channel", channel="C1"),
        message("thanks!"),
        message("ok"),
        mention("mlops", bot_id="B2"),
        mention("mlops", user="UBOT"),
        mention("mlops", user_team="T9"),
        mention("mlops", user="UELSEWHERE"),
    ],
)
async def test_nothing_is_said_when_nothing_was_asked_of_it(
    slack: Slack, standin: StandIn, event: dict[str, Any]
) -> None:
    """By people of this workspace: neither itself nor another bot is answered, nor somebody of another company."""
    standin.knows("UELSEWHERE", team_id="T9")
    await slack.event(event)
    await slack.event(message("redis"))
    assert "메모리에" in words_of(await standin.heard("chat.postMessage"))


async def test_a_wish_in_a_mention_that_is_private_is_answered_privately(slack: Slack, standin: StandIn) -> None:
    """What is between somebody and the bot is nobody else's."""
    await slack.event(mention("language ko"))
    said = await standin.heard("chat.postEphemeral")
    assert (said["channel"], said["user"], said["thread_ts"]) == ("C1", "U1", "7.0")


async def test_what_was_said_above_in_a_thread_is_explained_to_the_asker_alone(slack: Slack, standin: StandIn) -> None:
    """Everything before the mention, as people read it, and nothing after; a thread is read for nothing else."""
    standin.threads["3.0"] = [
        {"ts": "3.0", "text": "<@U2> puts redis"},
        {"ts": "3.5", "text": ""},
        {"ts": "4.0", "text": "into *mlops*"},
        {"ts": "7.0", "text": "<@UBOT> explain chef"},
    ]
    await slack.event(mention("explain", thread_ts="3.0"))
    said = await standin.heard("chat.postEphemeral")
    assert (said["user"], said["thread_ts"]) == ("U1", "3.0")
    assert {"MLOps", "Redis"} <= set(buttons_of(said))
    assert "Chef" not in words_of(said)
    assert (await standin.heard("conversations.replies"))["latest"] == "7.0"
    await slack.event(mention("mlops", thread_ts="3.0"))
    await slack.event(mention("explain"))
    await standin.heard("chat.postEphemeral", 2)
    assert len(standin.made("conversations.replies")) == 1


async def test_a_thread_that_may_not_be_read_is_no_failure(slack: Slack, standin: StandIn) -> None:
    """Whoever asks is told how else to ask: the app was installed without that right."""
    await slack.event(mention("explain", thread_ts="3.0"))
    assert "Which text?" in words_of(await standin.heard("chat.postEphemeral"))


async def test_a_form_asked_for_in_a_message_is_behind_a_button(slack: Slack, standin: StandIn) -> None:
    """Slack opens a modal only for somebody who presses something."""
    await slack.event(message("add kafka"))
    offered = await standin.heard("chat.postMessage")
    await slack.press(buttons_of(offered)["New entry"])
    assert (await standin.heard("views.open"))["view"]["blocks"][0]["element"]["initial_value"] == "kafka"


class Waiting:
    """A pause that is over at once, and remembered; only what is repeated every hour waits for ever."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Pause."""
        if seconds >= AN_HOUR:
            await asyncio.Event().wait()
        self.seconds.append(seconds)


async def test_messages_to_one_channel_keep_a_second_apart(standin: StandIn, bot: Bot) -> None:
    """As Slack wants it; those to another channel need not wait."""
    waiting = Waiting()
    async with running(standin, bot, passing=Passing(clock=lambda: 50.0, pause=waiting)) as (slack, _):
        for number in range(3):
            await slack.event(mention("mlops", ts=f"{number}.0"))
        await slack.event(message("mlops"))
        await standin.heard("chat.postMessage", 4)
    assert waiting.seconds == [1.0, 2.0]


async def test_slack_is_obeyed_when_it_wants_a_pause(standin: StandIn, bot: Bot) -> None:
    """429 with Retry-After: the message comes after that."""
    waiting = Waiting()
    standin.failures.append(("chat.postMessage", 429, {"Retry-After": "7"}, {"ok": False, "error": "ratelimited"}))
    async with running(standin, bot, passing=Passing(pause=waiting)) as (slack, _):
        await slack.event(message("mlops"))
        await standin.heard("chat.postMessage", 2)
    assert waiting.seconds == [7.0]


async def test_home_is_drawn_when_it_is_opened_and_after_a_change(slack: Slack, standin: StandIn) -> None:
    """With a field to search in; a question in it opens a modal."""
    await slack.event({"type": "app_home_opened", "user": "U1", "tab": "home"})
    home = (await standin.heard("views.publish"))["view"]
    assert home["blocks"][0]["elements"][0]["type"] == "external_select"
    shown = {**home, "id": "VH"}
    await slack.press("1:show:redis:", view=shown, channel=None, response_url="")
    assert "메모리에" in words_of((await standin.heard("views.open"))["view"])


async def test_the_tab_of_messages_draws_no_home(slack: Slack, standin: StandIn) -> None:
    """It is opened by the same event."""
    await slack.event({"type": "app_home_opened", "user": "U1", "tab": "messages"})
    await slack.event(message("redis"))
    await standin.heard("chat.postMessage")
    assert not standin.made("views.publish")
