"""What is said unasked: to a person, into a channel, or to nobody who is there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from adapters.slack.calling import CallError
from adapters.slack.platform import Passing
from bot.delivering import NotSent, Sent
from bot.keeping import Recipient
from bot.replies import Attachment, Prose, Reply, Span
from bot.requests import Fact
from glossary.concept import LanguageTag
from tests.adapters.slack.conftest import running
from tests.adapters.slack.standin import words_of
from tests.fakes import NOON

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from adapters.slack.platform import SlackPlatform
    from tests.adapters.slack.conftest import Bot
    from tests.adapters.slack.standin import StandIn

Failure = tuple[int, dict[str, str], dict[str, Any]]
"""Status, headers and answer of a call that fails."""
PERSON, CHANNEL = Recipient("slack:T1:UK"), Recipient("slack:T1:C1")
HELLO = Reply((Prose((Span("Hello."),)),))


@pytest.fixture
async def platform(standin: StandIn, bot: Bot) -> AsyncIterator[SlackPlatform]:
    """Run the bot, at noon."""
    async with running(standin, bot, passing=Passing(now=lambda: NOON)) as (_, running_one):
        yield running_one


async def test_a_person_reads_it_in_a_direct_message_with_the_files(platform: SlackPlatform, standin: StandIn) -> None:
    """They are introduced with what Slack says of them."""
    asker, place = await platform.introduced(PERSON)
    assert (asker.locale, asker.facts) == (LanguageTag("ko-KR"), frozenset({Fact.IS_FULL_MEMBER}))
    assert (place.is_direct, place.is_public) == (True, False)
    reply = Reply((*HELLO.blocks, Attachment("a.txt", "text")))
    assert await platform.send(PERSON, reply) is Sent.SENT
    assert (await standin.heard("chat.postMessage"))["channel"] == "UK"
    await standin.heard("files.completeUploadExternal")


async def test_a_channel_is_public_and_asks_as_nobody(platform: SlackPlatform, standin: StandIn) -> None:
    """Everybody in it reads the message."""
    asker, place = await platform.introduced(CHANNEL)
    assert (asker.facts, place.is_public, place.channel) == (frozenset(), True, "C1")
    assert await platform.send(CHANNEL, HELLO) is Sent.SENT
    assert "Hello." in words_of(await standin.heard("chat.postMessage"))


@pytest.mark.parametrize(
    ("recipient", "failure", "outcome"),
    [
        ("slack:T9:U1", None, Sent.GONE),
        ("slack:T1:C404", None, Sent.BARRED),
        ("slack:T1:C1", (200, {}, {"ok": False, "error": "is_archived"}), Sent.BARRED),
        ("slack:T1:C1", (200, {}, {"ok": False, "error": "account_inactive"}), Sent.GONE),
        ("slack:T1:U1", (200, {}, {"ok": False, "error": "user_not_found"}), Sent.GONE),
        ("slack:T1:U1", (200, {}, {"ok": False, "error": "channel_not_found"}), Sent.GONE),
        ("slack:T1:U1", (200, {}, {"ok": False, "error": "internal"}), NotSent()),
        ("slack:T1:U1", (429, {"Retry-After": "120"}, {"ok": False}), NotSent(NOON + timedelta(seconds=120))),
    ],
)
async def test_what_was_not_sent_is_known_not_to_be(
    platform: SlackPlatform, standin: StandIn, recipient: str, failure: Failure | None, outcome: Sent | NotSent
) -> None:
    """Who is gone is never tried again; Slack's own wish when to try again is obeyed."""
    if failure is not None:
        standin.failures.append(("chat.postMessage", *failure))
    assert await platform.send(Recipient(recipient), HELLO) == outcome


async def test_what_may_have_been_sent_is_not_sent_again(platform: SlackPlatform, standin: StandIn) -> None:
    """A fault of Slack's servers says nothing about the message."""
    standin.failures.append(("chat.postMessage", 503, {}, {"ok": False, "error": "service_unavailable"}))
    with pytest.raises(CallError):
        await platform.send(PERSON, HELLO)
