"""What happens when somebody types a command? The acknowledgement is the answer: no call of the Web API on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from adapters.slack import saying
from adapters.slack.inbound import text_of, visit_of_command
from adapters.slack.messages import attachments_of, message_of
from bot.carrying import opens_form
from bot.commands import Typed
from bot.replies import Delivery, Form, Reply, Silence
from bot.understanding import looked_up

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.slack.delivering import Delivering
    from adapters.slack.inbound import Body, Visit
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Answer, Reception
    from bot.commands import Command

    Ack = Callable[..., Awaitable[Any]]

SURFACE = "slack command"
ANSWERED_WITHIN = 2.0
"""Seconds; Slack waits for three. What takes longer is acknowledged, and answered when it is there."""


@dataclass(frozen=True, slots=True)
class Commanding:
    """Answers the two commands."""

    reception: Reception
    delivering: Delivering

    async def define(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Answer the command that looks up; who asks is learned afterwards, unless something is to be written."""
        visit = visit_of_command(body)
        command = looked_up(text_of(body.get("text") or "", visit.team))
        if not self.reception.people.is_known(visit.team, visit.user) and opens_form(command):
            await self.reception.introduced(visit, installed)
        await self._answer(ack, visit, installed, command)
        self.reception.introduce_later(visit, installed)

    async def glossary(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Answer the command for everything else; what may be done depends on who somebody is."""
        visit = visit_of_command(body)
        await self.reception.introduced(visit, installed)
        await self._answer(ack, visit, installed, Typed(text_of(body.get("text") or "", visit.team)))

    async def _answer(self, ack: Ack, visit: Visit, installed: Installed, command: Command) -> None:
        work = self.reception.ask(visit, command, SURFACE)
        answer, answering = await self.reception.ask_within(ANSWERED_WITHIN, work)
        match answer:
            case Reply():
                await ack(**acknowledgement_of(answer))
                if attachments_of(answer):
                    self.reception.background.start(self.delivering.hand_over(answer, visit, installed))
            case Form():  # a modal is opened within three seconds of the command, and by a call
                await ack()
                self.reception.background.start(self.delivering.deliver(answer, visit, installed))
            case Silence():
                await ack()
            case None:
                await ack(**acknowledgement_of(saying.going_on(await self.reception.wording(visit))))
                self.reception.background.start(self._later(answering, visit, installed))

    async def _later(self, answering: asyncio.Future[Answer], visit: Visit, installed: Installed) -> None:
        await self.delivering.deliver(await answering, visit, installed)


def acknowledgement_of(reply: Reply) -> Mapping[str, Any]:
    """Draw a reply as the answer to a command itself: private, unless the door wants everybody to read it."""
    kind = "in_channel" if reply.delivery is Delivery.CHANNEL else "ephemeral"
    return message_of(reply) | {"response_type": kind}
