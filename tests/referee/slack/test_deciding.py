"""Proposals in a chosen channel, as curators decide them there: before the referee, over HTTP and Socket Mode."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from tests.referee.slack.conftest import elements_of, words_of

if TYPE_CHECKING:
    from tests.referee.slack.conftest import Stage

REVIEWS = "C2"


async def choose(stage: Stage, channel: str = REVIEWS) -> None:
    """Let an administrator choose the channel, and that everybody proposes."""
    stage.web.add_channel(REVIEWS, "UADMIN", "UFIRST", "U0BOT")
    await stage.command("settings", "UADMIN", command="/glossary")
    view = await stage.opened(count=len(stage.gateway.made("views.open")) or 1)
    kept = await stage.submit(view, "UADMIN", review="=yes", review_channel=[channel])
    assert "from now on" in json.dumps(kept)


async def proposed(stage: Stage, line: str) -> dict[str, Any]:
    """Let a member propose something; give the message that the channel sees."""
    assert "Thank you" in words_of(await stage.command(line))
    count = 1
    while "proposes for" not in words_of((await stage.gateway.wait_call("chat.postMessage", count=count)).args):
        count += 1
    return dict(stage.web.messages[REVIEWS][-1])


async def press_in(stage: Stage, post: dict[str, Any], label: str, user: str) -> str:
    """Press a button of a message that everybody in the channel sees."""
    return await stage.press(post, label, user, channel=REVIEWS, message=post, ephemeral=False)


def labels(message: dict[str, Any]) -> list[str]:
    """List what can be pressed."""
    return [one["text"]["text"] for one in elements_of(message) if one.get("type") == "button"]


async def test_a_proposal_is_decided_where_everybody_sees_it(stage: Stage) -> None:
    """Who may not decide hears so alone; the first decision counts, and whoever comes later sees which it was."""
    await choose(stage)
    post = await proposed(stage, "Etcd = Keeps keys.")
    assert labels(post) == ["Accept", "Edit and accept", "Decline"]
    assert "Keeps keys." in words_of(post)
    refused = await stage.said(await press_in(stage, post, "Accept", "U1"))
    assert refused["response_type"] == "ephemeral"
    assert not refused["replace_original"]
    both = await asyncio.gather(*(press_in(stage, post, "Accept", user) for user in ("UADMIN", "UFIRST")))
    first, second = [await stage.said(url) for url in both]
    assert first["replace_original"] is second["replace_original"] is True
    assert words_of(first) == words_of(second)
    assert "has accepted this." in words_of(first)
    assert labels(first) == ["Show the entry"]
    late = await stage.said(await press_in(stage, post, "Decline", "UADMIN"))
    assert words_of(late) == words_of(first)
    assert "Keeps keys." in words_of(await stage.command("etcd"))
    told = await stage.gateway.wait_call("chat.postMessage", count=3, timeout=15)
    assert told.args["channel"] == "U1"
    assert "was accepted" in words_of(told.args)


async def test_a_proposal_is_edited_by_its_button(stage: Stage) -> None:
    """In a modal, with faults at their fields; the post shows what was saved."""
    await choose(stage)
    post = await proposed(stage, "Etcd = Keeps keys.")
    opened = len(stage.gateway.made("views.open"))
    url = await press_in(stage, post, "Edit and accept", "UADMIN")
    view = await stage.opened(count=opened + 1)
    assert (await stage.submit(view, "UADMIN", name="!!!"))["response_action"] == "errors"
    assert await stage.submit(view, "UADMIN", definition="Keeps keys and values.") == {"response_action": "clear"}
    decided = await stage.said(url)
    assert decided["replace_original"] is True
    assert "Keeps keys and values." in words_of(decided)
    late = await stage.submit(view, "UADMIN", definition="Something else.")
    assert "has accepted this." in json.dumps(late)
    assert "Keeps keys and values." in words_of(await stage.command("etcd"))


async def test_what_the_queue_decided_is_seen_in_the_channel(stage: Stage) -> None:
    """Declined there with a reason for the proposer alone; the post says so at the next press."""
    await choose(stage)
    post = await proposed(stage, "Etcd = Keeps keys.")
    queue = await stage.command("queue", "UFIRST", command="/glossary")
    review = await stage.said(await stage.press(queue, "Etcd", "UFIRST"))
    opened = len(stage.gateway.made("views.open"))
    await stage.press(review, "Decline", "UFIRST")
    view = await stage.opened(count=opened + 1)
    assert "Declined" in json.dumps(await stage.submit(view, "UFIRST", reason="We say store."))
    late = await stage.said(await press_in(stage, post, "Accept", "UADMIN"))
    assert "has declined this." in words_of(late)
    assert "We say store." not in words_of(late)
    assert "not in this glossary" in words_of(await stage.command("etcd"))


async def test_the_channel_is_chosen_by_writing_in_it_and_has_its_language(stage: Stage) -> None:
    """What everybody reads is in the language of the channel, whoever decides."""
    stage.web.add_channel(REVIEWS, "UADMIN", "U0BOT")
    await stage.command("language channel ko", "UADMIN", command="/glossary", channel=REVIEWS)
    await stage.command("queue here", "UADMIN", command="/glossary", channel=REVIEWS)
    await stage.command("settings", "UADMIN", command="/glossary")
    await stage.submit(await stage.opened(), "UADMIN", review="=yes")
    assert "Thank you" in words_of(await stage.command("Etcd = Keeps keys."))
    post = (await stage.gateway.wait_call("chat.postMessage", count=2, timeout=15)).args
    assert labels(post) == ["받아들이기", "고쳐서 받아들이기", "거절하기"]
    message = {"ts": stage.web.messages[REVIEWS][-1]["ts"], **post}
    decided = await stage.said(await press_in(stage, message, "받아들이기", "UADMIN"))
    assert "받아들였어요" in words_of(decided)


async def test_whoever_chose_a_channel_without_the_bot_is_told(stage: Stage) -> None:
    """And proposals wait in the queue."""
    stage.web.add_channel("C3", "UADMIN")
    await choose(stage, "C3")
    told = (await stage.gateway.wait_call("chat.postMessage", count=2, timeout=15)).args
    assert told["channel"] == "UADMIN"
    assert "I may not post" in words_of(told)
    assert "Thank you" in words_of(await stage.command("Etcd = Keeps keys."))
    assert "Etcd" in words_of(await stage.command("queue", "UADMIN", command="/glossary"))
