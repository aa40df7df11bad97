"""Journeys over Socket Mode: no public address, several connections, and no envelope lost when one is renewed."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from adapters.slack.platform import SlackPlatform
from tests.adapters.slack.conftest import Bot, settings_for
from tests.adapters.slack.standin import APP_TOKEN, StandIn, words_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


def command(text: str) -> dict[str, str]:
    """Make a command as Socket Mode brings it."""
    return {
        "command": "/define",
        "text": text,
        "team_id": "T1",
        "user_id": "U1",
        "channel_id": "C1",
        "response_url": "",
        "trigger_id": "1.2.3",
    }


@asynccontextmanager
async def connected(standin: StandIn, bot: Bot, connections: int = 2) -> AsyncIterator[SlackPlatform]:
    """Run the bot over Socket Mode, until so many connections are open."""
    more = {"SLACK_APP_TOKEN": APP_TOKEN, "SLACK_CONNECTIONS": str(connections)}
    platform = SlackPlatform(bot, settings_for(standin, **more))
    living = asyncio.create_task(platform.run())
    try:
        await standin.linked(connections)
        yield platform
    finally:
        await platform.stop()
        living.cancel()
        await asyncio.wait({living})


async def test_an_envelope_is_acknowledged_with_the_answer(standin: StandIn, bot: Bot) -> None:
    """On each of the connections."""
    async with connected(standin, bot) as platform:
        assert platform.is_ready()
        assert platform.routes() == ()
        for link in range(2):
            answer = await standin.hand("slash_commands", command("mlops"), link)
            assert "Running " in words_of(answer)


async def test_a_message_is_answered(standin: StandIn, bot: Bot) -> None:
    """And an event is acknowledged with nothing."""
    event = {"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "text": "mlops", "ts": "1.0"}
    body = {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": event}
    async with connected(standin, bot):
        assert await standin.hand("events_api", body) is None
        assert "Running " in words_of(await standin.heard("chat.postMessage"))


async def test_a_connection_is_renewed_before_it_ends(standin: StandIn, bot: Bot) -> None:
    """What comes on the old one while the new one is there already is answered on the old one."""
    async with connected(standin, bot, 1):
        await standin.links[0].send_json({"type": "disconnect", "reason": "warning"})
        await standin.linked(2)
        for link in (0, 1):
            assert "Running " in words_of(await standin.hand("slash_commands", command("mlops"), link))


async def test_what_was_received_before_a_connection_ended_is_acknowledged_on_another(
    standin: StandIn, bot: Bot
) -> None:
    """Slack asks for a refresh and closes at once; the answer was still being made."""
    at_the_door, may_answer = asyncio.Event(), asyncio.Event()
    answering = bot.reply_to

    async def slowly(request: Any) -> Any:  # noqa: ANN401 — whatever the door takes and gives
        at_the_door.set()
        await may_answer.wait()
        return await answering(request)

    bot.reply_to = slowly
    async with connected(standin, bot, 1):
        waiting = asyncio.create_task(standin.hand("slash_commands", command("mlops")))
        await at_the_door.wait()
        await standin.links[0].send_json({"type": "disconnect", "reason": "refresh_requested"})
        await standin.links[0].close()
        await standin.linked(1)
        may_answer.set()
        assert "Running " in words_of(await waiting)


async def test_a_connection_that_is_cut_is_opened_again(standin: StandIn, bot: Bot) -> None:
    """Without a goodbye, and although Slack refuses the first tries."""
    async with connected(standin, bot, 1):
        standin.failures.append(("apps.connections.open", 500, {}, {"ok": False, "error": "fatal_error"}))
        await standin.links[0].close()
        async with asyncio.timeout(10):
            while len(standin.made("apps.connections.open")) < 3:
                await standin.heard("apps.connections.open", len(standin.made("apps.connections.open")) + 1)
        await standin.linked(1)
        assert "Running " in words_of(await standin.hand("slash_commands", command("mlops")))


async def test_what_is_no_envelope_is_passed_over(standin: StandIn, bot: Bot) -> None:
    """The connection goes on."""
    async with connected(standin, bot, 1):
        await standin.links[0].send_str("no json")
        await standin.links[0].send_str(json.dumps({"type": "other"}))
        assert "Running " in words_of(await standin.hand("slash_commands", command("mlops")))
