"""Proposals in a chosen channel: posted by the bot, decided by buttons, and seen by everybody to be decided."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from tests.adapters.slack.conftest import delivered, running
from tests.adapters.slack.standin import buttons_of, words_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from adapters.slack.platform import SlackPlatform
    from tests.adapters.slack.conftest import Bot
    from tests.adapters.slack.standin import Slack, StandIn


@pytest.fixture
async def running_one(standin: StandIn, bot: Bot) -> AsyncIterator[tuple[Slack, SlackPlatform]]:
    """Run the bot over HTTP; there are two administrators, and everything is reviewed."""
    standin.knows("UCORA", is_owner=True)
    standin.members["C7"] |= {"UADMIN", "UCORA", "U1"}
    async with running(standin, bot) as (slack, platform):
        await chosen(slack, "C7")
        for _ in range(2):  # what the channel was chosen for, and what the first administrator does first
            await delivered(bot, platform)
        standin.calls.clear()
        yield slack, platform


async def chosen(slack: Slack, channel: str) -> None:
    """Let an administrator choose where proposals are shown, and that everybody proposes."""
    opened = len(slack.standin.made("views.open"))
    await slack.command("/glossary", "settings", "UADMIN")
    form = (await slack.standin.heard("views.open", opened + 1))["view"]
    shown = await slack.submit(form, "UADMIN", review="yes", review_channel=channel)
    assert "from now on" in words_of(shown["view"])


async def posted(slack: Slack, bot: Bot, platform: SlackPlatform) -> Mapping[str, Any]:
    """Let a member propose an entry; give what the channel sees of it."""
    preview = await slack.command("/define", "Etcd = Keeps keys.")
    assert "Thank you" in words_of(preview)
    await delivered(bot, platform)
    post = slack.standin.made("chat.postMessage")[-1].arguments
    assert post["channel"] == "C7"
    return post


def in_post(post: Mapping[str, Any], url: str) -> dict[str, Any]:
    """Give where somebody presses who sees a post."""
    return {
        "container": {"type": "message", "channel_id": "C7", "message_ts": "7.7"},
        "channel": {"id": "C7"},
        "message": {"ts": "7.7", **post},
        "response_url": url,
    }


async def test_a_proposal_is_decided_in_the_chosen_channel(
    running_one: tuple[Slack, SlackPlatform], standin: StandIn, bot: Bot
) -> None:
    """The post is replaced for everybody by what was decided and by whom; who may not decide is told so privately."""
    slack, platform = running_one
    post = await posted(slack, bot, platform)
    assert "Keeps keys." in words_of(post)
    await slack.press(buttons_of(post)["Accept"], **in_post(post, standin.response_url()))
    refused = await standin.heard("response_url")
    assert refused["response_type"] == "ephemeral"
    assert refused["replace_original"] is False
    await slack.press(buttons_of(post)["Accept"], "UADMIN", **in_post(post, standin.response_url()))
    decided = await standin.heard("response_url", 2)
    assert decided["replace_original"] is True
    assert "response_type" not in decided
    assert "UADMIN" in words_of(decided)
    assert "has accepted this." in words_of(decided)
    assert list(buttons_of(decided)) == ["Show the entry"]
    assert "Keeps keys." in words_of(await slack.command("/define", "etcd"))


async def test_two_curators_press_at_once(running_one: tuple[Slack, SlackPlatform], standin: StandIn, bot: Bot) -> None:
    """It is decided once, and both see by whom."""
    slack, platform = running_one
    post = await posted(slack, bot, platform)
    token = buttons_of(post)["Accept"]
    await asyncio.gather(
        *(slack.press(token, user, **in_post(post, standin.response_url())) for user in ("UADMIN", "UCORA"))
    )
    await standin.heard("response_url", 2)
    seen = [words_of(call.arguments) for call in standin.made("response_url")]
    assert seen[0] == seen[1]
    assert all(call.arguments["replace_original"] for call in standin.made("response_url"))


async def test_a_proposal_is_edited_in_a_modal_and_the_post_replaced(
    running_one: tuple[Slack, SlackPlatform], standin: StandIn, bot: Bot
) -> None:
    """The modal closes; whoever submits too late reads in it that it was decided, and by whom."""
    slack, platform = running_one
    post = await posted(slack, bot, platform)
    forms = []
    for count, user in enumerate(("UADMIN", "UCORA"), 1):
        await slack.press(buttons_of(post)["Edit and accept"], user, **in_post(post, standin.response_url()))
        forms.append((await standin.heard("views.open", count))["view"])
    faulty = await slack.submit(forms[0], "UADMIN", name="!!!")
    assert faulty["response_action"] == "errors"
    answer = await slack.submit(forms[0], "UADMIN", definition="Keeps keys and values.")
    assert answer == {"response_action": "clear"}
    decided = await standin.heard("response_url")
    assert decided["replace_original"] is True
    assert "Keeps keys and values." in words_of(decided)
    late = await slack.submit(forms[1], "UCORA", definition="Something else.")
    assert "has accepted this." in words_of(late["view"])
    again = await standin.heard("response_url", 2)
    assert words_of(again) == words_of(decided)


async def test_a_modal_that_stood_open_for_long_still_replaces_the_post(
    running_one: tuple[Slack, SlackPlatform], standin: StandIn, bot: Bot
) -> None:
    """The address for answers is good for half an hour; then the bot changes its own message."""
    slack, platform = running_one
    post = await posted(slack, bot, platform)
    await slack.press(buttons_of(post)["Decline"], "UADMIN", **in_post(post, standin.response_url()))
    form = (await standin.heard("views.open"))["view"]
    standin.failures.append(("response_url", 404, {}, {}))
    assert await slack.submit(form, "UADMIN", reason="We say store.") == {"response_action": "clear"}
    changed = await standin.heard("chat.update")
    assert (changed["channel"], changed["ts"]) == ("C7", "7.7")
    assert "has declined this." in words_of(changed)
    assert "We say store." not in words_of(changed)


async def test_whoever_chose_a_channel_without_the_bot_is_told(
    running_one: tuple[Slack, SlackPlatform], standin: StandIn, bot: Bot
) -> None:
    """By a direct message; then proposals wait in the queue, as if none had been chosen."""
    slack, platform = running_one
    await chosen(slack, "C404")
    assert await delivered(bot, platform) == 1
    assert await delivered(bot, platform) == 1
    told = standin.made("chat.postMessage")[-1].arguments
    assert told["channel"] == "UADMIN"
    assert "I may not post in the channel" in words_of(told)
    await slack.command("/define", "Etcd = Keeps keys.")
    assert await delivered(bot, platform) == 0
    assert "Etcd" in words_of(await slack.command("/glossary", "queue", "UADMIN"))


async def test_a_form_opened_from_a_private_answer_stays_in_its_modal(slack: Slack, standin: StandIn) -> None:
    """A message that only one person sees is not replaced: the modal shows what came of it."""
    preview = await slack.command("/define", "mlops = Another text.")
    await slack.press(buttons_of(preview)["Edit again"])
    form = (await standin.heard("views.open"))["view"]
    answer = await slack.submit(form, definition="Yet another text.")
    assert answer["response_action"] == "update"
    assert "Yet another text." in words_of(answer["view"])
    assert standin.made("response_url") == []
