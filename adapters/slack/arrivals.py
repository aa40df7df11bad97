"""Who came, and who went? The door learns of newcomers, whom it greets, and of accounts that are gone.

It greets nobody twice, so an event that comes again needs not be held back here; and what it could not keep is not
acknowledged, because then Slack tells it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.slack.inbound import visit_of_event
from adapters.slack.people import account_of, person_of
from bot.commands import Gone, Joined
from bot.replies import Silence

if TYPE_CHECKING:
    from adapters.slack.commanding import Ack
    from adapters.slack.inbound import Body, Visit
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Reception

SURFACE = "slack event"


class UntoldError(Exception):
    """It could not be kept that somebody came or went: Slack is to tell it again."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Tells the door."""

    reception: Reception

    async def joined(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Tell who joined a channel, or the workspace: neither the bot itself nor somebody of another company.

        Raises:
            UntoldError: It was not kept, or Slack did not say who that is: a bot is not greeted by mistake.
        """
        visit = visit_of_event(body)
        if visit.user != installed.bot_user:
            if isinstance(body["event"].get("user"), dict):  # who joins the workspace is described in the event itself
                await self.reception.people.hear(installed, body["event"]["user"])
            await self.reception.learned(visit, installed)
            if self.reception.people.known(account_of(visit.team, visit.user)) is None:
                raise UntoldError
            if not self.reception.is_from_elsewhere(visit):
                await self._tell(visit, Joined())
        await ack()

    async def changed(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Tell whose account is gone; whatever else changed about somebody is not looked at.

        Raises:
            UntoldError: It was not kept.
        """
        user = body["event"]["user"]
        if user.get("deleted") and not person_of(user, installed).is_from_elsewhere:
            await self._tell(visit_of_event(body), Gone())
        await ack()

    async def _tell(self, visit: Visit, command: Joined | Gone) -> None:
        if not isinstance(await self.reception.ask(visit, command, SURFACE), Silence):
            raise UntoldError
