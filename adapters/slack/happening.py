"""What happens when Slack tells of something? Messages to the bot, Homes that are opened, the end of an installation.

Every event is handled once, also when Slack repeats it and when several processes hear it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from adapters.slack.calling import CallError
from adapters.slack.delivering import NOT_THERE
from adapters.slack.inbound import text_of, visit_of_event
from adapters.slack.threads import said_above
from bot.commands import Said
from bot.replies import Delivery, Reply
from bot.understanding import behind_explain

if TYPE_CHECKING:
    from adapters.slack.commanding import Ack
    from adapters.slack.delivering import Delivering
    from adapters.slack.homing import Homing
    from adapters.slack.inbound import Body, Visit
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Reception

logger = logging.getLogger(__name__)

MENTION, MESSAGE = "slack mention", "slack message"
_SAID_BY_PEOPLE = frozenset({"", "file_share", "thread_broadcast"})
"""The kinds of messages that somebody has written; the others tell what was done to one."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Answers events."""

    reception: Reception
    delivering: Delivering
    homing: Homing

    async def mentioned(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Answer a mention in its thread, for everybody who reads it."""
        event = body["event"]
        visit = visit_of_event(body)
        if not _is_from_a_person(event) or not await self._is_first(body):
            await ack()
            return
        thread = event.get("thread_ts") or event.get("ts") or ""
        await self._hear(ack, _in_thread(visit, thread), installed, event, MENTION)

    async def messaged(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Answer a direct message where it was said. Slack sends what is said in channels only when it was asked to."""
        event = body["event"]
        is_direct = event.get("channel_type") == "im" and event.get("subtype", "") in _SAID_BY_PEOPLE
        if not is_direct or not _is_from_a_person(event) or not await self._is_first(body):
            await ack()
            return
        await self._hear(ack, visit_of_event(body), installed, event, MESSAGE)

    async def home_opened(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Draw the Home."""
        event = body["event"]
        if event.get("tab", "home") == "home" and await self._is_first(body):
            self.reception.background.start(self.homing.show(visit_of_event(body), installed))
        await ack()

    async def removed(self, ack: Ack, body: Body) -> None:
        """Let go of an installation whose app was removed, or whose token was revoked."""
        tokens = body["event"].get("tokens")
        is_over = body["event"]["type"] == "app_uninstalled" or (tokens or {}).get("bot")
        if is_over and await self._is_first(body):
            team = body.get("team_id", "")
            await self.reception.installations.remove(team, body.get("enterprise_id") or "")
            await self.reception.welcoming.left(team)
        await ack()

    async def _hear(self, ack: Ack, visit: Visit, installed: Installed, event: Body, surface: str) -> None:
        """Bring what was said to the door before Slack hears that it arrived: what it changes is done then."""
        if _is_from_elsewhere(event, installed):
            await ack()
            return
        await self.reception.introduced(visit, installed)
        if self.reception.is_from_elsewhere(visit):
            await ack()
            return
        text = text_of(event.get("text") or "", visit.team, installed.bot_user).strip()
        is_about_thread = behind_explain(text) is not None
        above = await said_above(event, installed, self.reception.calls) if is_about_thread else ()
        said = Said(text, above)
        answer = await self.reception.ask(visit, said, surface, is_public=surface == MENTION)
        await ack()
        if isinstance(answer, Reply):
            self.reception.background.start(self._answer(answer, visit, installed, surface))

    async def _answer(self, reply: Reply, visit: Visit, installed: Installed, surface: str) -> None:
        """Say it where it was asked; what is for the asker alone is said so in a channel."""
        channel, thread = visit.origin.channel, visit.origin.thread
        if surface == MENTION and reply.delivery is not Delivery.CHANNEL:
            await self.delivering.deliver(replace(reply, delivery=Delivery.ASKER), visit, installed)
            return
        try:
            await self.delivering.post(reply, channel, thread, installed)
        except CallError as error:
            if error.reason not in NOT_THERE:
                raise
            logger.info("a mention could not be answered: %s", error.reason)
        await self.delivering.hand_over(reply, visit, installed)

    async def _is_first(self, body: Body) -> bool:
        return await self.reception.store.is_first(f"slack:{body.get('event_id')}", self.reception.now())


def _is_from_a_person(event: Body) -> bool:
    """Tell whether somebody said it: the bot answers neither itself nor other bots."""
    return bool(event.get("user")) and not event.get("bot_id") and event.get("subtype") != "bot_message"


def _is_from_elsewhere(event: Body, installed: Installed) -> bool:
    """Tell whether somebody of another company said it, as far as the event tells."""
    team = event.get("user_team") or event.get("team") or installed.team
    return team != installed.team and not installed.enterprise


def _in_thread(visit: Visit, thread: str) -> Visit:
    return replace(visit, origin=replace(visit.origin, thread=thread))
