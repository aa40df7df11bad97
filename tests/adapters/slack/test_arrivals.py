"""Who joins a channel or the workspace is greeted privately, once; whose account is gone looks after nothing."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.conversation import utc_now
from bot.delivering import Deliveries
from bot.keeping import HOME, Holder
from bot.packs import Pack, PackId
from bot.replies import Prose, Reply, Span
from bot.requests import AccountId
from tests.adapters.slack.conftest import running
from tests.adapters.slack.standin import words_of
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from adapters.slack.platform import SlackPlatform
    from bot.requests import Request
    from tests.adapters.slack.conftest import Bot
    from tests.adapters.slack.standin import Slack, StandIn

    Stage = tuple[Slack, SlackPlatform]

PACK = Pack(PackId("p"), "First week", tuple(term.id for term in TERMS))


def joined(user: str, channel: str = "C1", **more: Any) -> dict[str, Any]:  # noqa: ANN401 — an event
    """Make an event of somebody who joins a channel."""
    return {"type": "member_joined_channel", "user": user, "channel": channel, "channel_type": "C", **more}


def about(kind: str, user: str, **facts: Any) -> dict[str, Any]:  # noqa: ANN401 — an event
    """Make an event that tells everything about somebody."""
    return {"type": kind, "user": {"id": user, "team_id": "T1", **facts}}


@pytest.fixture
async def stage(standin: StandIn, bot: Bot) -> AsyncIterator[Stage]:
    """Run a bot with a pack that greets who joins a channel."""
    await bot.store.keep_pack(HOME, PACK)
    await bot.store.place_pack(HOME, PACK.id, "slack:T1:C1", is_placed=True)
    standin.knows("UBOT2", is_bot=True)
    standin.knows("UFAR", team_id="T9")
    async with running(standin, bot) as playing:
        yield playing


async def told(standin: StandIn, bot: Bot, platform: SlackPlatform) -> list[tuple[str, str]]:
    """Deliver what waits, a day later; to whom, and in which words."""
    deliveries = Deliveries(bot.store, bot.reply_to, lambda: utc_now() + timedelta(days=1), Holder("test"))
    before = len(standin.made("chat.postMessage"))
    while await deliveries.deliver_due(platform):
        pass
    return [(call.arguments["channel"], words_of(call.arguments)) for call in standin.made("chat.postMessage")[before:]]


async def test_who_joins_a_channel_with_a_pack_is_greeted_privately_in_their_language(
    stage: Stage, standin: StandIn, bot: Bot
) -> None:
    """In a direct message, not in the channel."""
    slack, platform = stage
    await slack.event(joined("UK"))
    ((to, words),) = await told(standin, bot, platform)
    assert to == "UK"
    assert "First week" in words
    assert "엠엘옵스" in words


async def test_who_comes_in_several_ways_at_once_is_asked_about_once(stage: Stage, standin: StandIn) -> None:
    """And not at all where the event says everything."""
    slack, _ = stage
    await asyncio.gather(*(slack.event(joined("UK", channel)) for channel in ("C1", "C2", "C3")))
    assert len(standin.made("users.info")) == 1
    await slack.event(about("team_join", "UNEW", locale="de-DE"))
    await slack.event(joined("UNEW"))
    assert len(standin.made("users.info")) == 1
    await slack.event(about("team_join", "U1"))
    assert len(standin.made("users.info")) == 2


async def test_nobody_is_greeted_twice(stage: Stage, standin: StandIn, bot: Bot) -> None:
    """Neither when Slack repeats itself nor when somebody comes back."""
    slack, platform = stage
    await slack.event(joined("UK"), "Ev1", 3)
    assert len(await told(standin, bot, platform)) == 1
    await slack.event(joined("UK"), "Ev1")
    await slack.event(joined("UK"), "Ev2")
    assert await told(standin, bot, platform) == []


@pytest.mark.parametrize(
    "event",
    [
        joined("UBOT"),
        joined("UBOT2"),
        joined("UFAR", team="T9"),
        joined("UK", "C2"),
        about("team_join", "UK"),
        about("team_join", "UBOT2", is_bot=True),
        about("user_change", "UK", deleted=False),
    ],
)
async def test_neither_programs_nor_guests_of_another_company_are_greeted_nor_who_comes_elsewhere(
    stage: Stage, standin: StandIn, bot: Bot, event: dict[str, Any]
) -> None:
    """The bot joins channels itself; and a pack greets only where somebody placed it."""
    slack, platform = stage
    await slack.event(event)
    assert await told(standin, bot, platform) == []


async def test_who_joins_the_workspace_is_greeted_by_its_pack(stage: Stage, standin: StandIn, bot: Bot) -> None:
    """And not once more in the channels that everybody is put into."""
    slack, platform = stage
    await bot.store.place_pack(HOME, PACK.id, "slack:T1", is_placed=True)
    await slack.event(about("team_join", "UK"))
    await slack.event(joined("UK"))
    ((to, _),) = await told(standin, bot, platform)
    assert to == "UK"


async def test_whose_account_is_gone_looks_after_nothing_any_more(stage: Stage, bot: Bot) -> None:
    """Whatever else changes about somebody is their own affair, and so is what happens in other companies."""
    slack, _ = stage
    concept = TERMS[0].id
    await bot.store.set_owner(HOME, concept, AccountId("slack:T1:U1"))
    await slack.event(about("user_change", "U1", deleted=False))
    await slack.event(about("user_change", "U1", deleted=True, team_id="T9"))
    assert await bot.store.owner_of(HOME, concept) == "slack:T1:U1"
    await slack.event(about("user_change", "U1", deleted=True), times=2)
    assert await bot.store.owner_of(HOME, concept) is None


async def status_of(slack: Slack, event: dict[str, Any]) -> int:
    """Tell of an event, and give what Slack hears back."""
    body = {"type": "event_callback", "team_id": "T1", "event_id": "Ev9", "event": event, "authorizations": []}
    status, _ = await slack.post(json.dumps(body).encode(), "application/json")
    return status


async def test_what_could_not_be_kept_slack_is_to_tell_again(stage: Stage, standin: StandIn, bot: Bot) -> None:
    """Then it is kept, and whoever came is greeted."""
    slack, platform = stage
    reply_to, is_away = bot.reply_to, True

    async def answering(request: Request) -> Any:  # noqa: ANN401 — whatever the door gives
        return Reply((Prose((Span("Not now."),)),)) if is_away else await reply_to(request)

    bot.reply_to = answering
    async with running(standin, bot) as (behind, _):
        assert await status_of(behind, joined("UK")) == 500
        assert await status_of(behind, about("user_change", "UK", deleted=True)) == 500
        is_away = False
        assert await status_of(behind, joined("UK")) == 200
    assert len(await told(standin, bot, platform)) == 1
    assert await status_of(slack, joined("UNKNOWN")) == 500
