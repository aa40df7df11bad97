"""How is something said unasked? A notice as a direct message, or as a message in a channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.slack.calling import RATE_LIMITED, CallError
from adapters.slack.delivering import NOT_THERE
from adapters.slack.inbound import Visit
from adapters.slack.origins import Origin
from adapters.slack.people import account_of, workspace_of
from bot.delivering import NotSent, Sent
from bot.requests import Asker, ChannelId, Place

if TYPE_CHECKING:
    from adapters.slack.delivering import Delivering
    from adapters.slack.reception import Reception
    from bot.keeping import Recipient
    from bot.replies import Reply

SURFACE = "slack message"
_GONE = {"user_not_found", "user_disabled", "cannot_dm_bot", "messages_tab_disabled", "account_inactive"}
"""Slack's words for somebody who is not there to be told."""


@dataclass(frozen=True, slots=True)
class Sending:
    """Sends notices."""

    reception: Reception
    delivering: Delivering

    async def introduced(self, recipient: Recipient) -> tuple[Asker, Place]:
        """Introduce a person who reads in a direct message; or a channel, which is public and asks as nobody."""
        team, there = _parts(recipient)
        installed = await self.reception.installations.of(team)
        if not _is_person(there):
            return Asker(account_of(team, "")), Place(
                workspace_of(team), ChannelId(there), is_public=True, surface=SURFACE
            )
        visit = Visit(team, "", there, Origin())
        if installed is not None:
            await self.reception.learned(visit, installed)
        place = Place(workspace_of(team), ChannelId(there), is_direct=True, surface=SURFACE)
        return self.reception.people.asker(team, there), place

    async def send(self, recipient: Recipient, reply: Reply) -> Sent | NotSent:
        """Send a reply; what Slack certainly did not take may be tried again."""
        team, there = _parts(recipient)
        installed = await self.reception.installations.of(team)
        if installed is None:
            return Sent.GONE
        try:
            await self.delivering.post(reply, there, "", installed)
        except CallError as error:
            if error.reason in NOT_THERE and not _is_person(there):
                return Sent.BARRED
            if error.reason in NOT_THERE | _GONE:
                return Sent.GONE
            if not error.is_certain:
                raise
            wait = timedelta(seconds=error.retry_after) if error.reason == RATE_LIMITED else None
            return NotSent(self.reception.now() + wait if wait else None)
        if _is_person(there):
            await self.delivering.hand_over(reply, Visit(team, "", there, Origin()), installed)
        return Sent.SENT


def _parts(recipient: Recipient) -> tuple[str, str]:
    _, team, there = recipient.split(":", 2)
    return team, there


def _is_person(there: str) -> bool:
    return there[:1] in {"U", "W"}
