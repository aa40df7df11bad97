"""What happens when somebody types a command? The acknowledgement is the answer: no call of the Web API on the way."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, assert_never

from adapters.slack import saying
from adapters.slack.inbound import text_of, visit_of_command
from adapters.slack.messages import attachments_of, message_of
from bot.commands import Define, Typed
from bot.opening import opens_form
from bot.replies import Delivery, Form, Reply, Silence
from bot.understanding import looked_up

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from adapters.slack.delivering import Delivering
    from adapters.slack.inbound import Body, Visit
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Answer, Reception
    from bot.commands import Command

    Ack = Callable[..., Awaitable[Any]]

SURFACE = "slack command"
MOST_DRAWN = 1024
"""Answers that are kept as they were drawn: some megabytes."""


@dataclass(frozen=True, slots=True)
class Commanding:
    """Answers the two commands."""

    reception: Reception
    delivering: Delivering

    async def define(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Answer the command that looks up; who asks is learned afterwards, unless something is to be written."""
        visit = visit_of_command(body)
        command = looked_up(text_of(body.get("text") or "", visit.team))
        if isinstance(command, Define):
            await self._look_up(ack, visit, installed, command)
        else:
            if not self.reception.people.is_known(visit.team, visit.user) and opens_form(command):
                await self.reception.introduced(visit, installed)
            await self._answer(ack, visit, installed, command)
        self.reception.introduce_later(visit, installed)

    async def glossary(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Answer the command for everything else; what may be done depends on who somebody is."""
        visit = visit_of_command(body)
        await self.reception.introduced(visit, installed)
        await self._answer(ack, visit, installed, Typed(text_of(body.get("text") or "", visit.team)))

    async def _look_up(self, ack: Ack, visit: Visit, installed: Installed, wish: Define) -> None:
        """Answer a lookup, which changes nothing: it needs no task that outlives it, and can be asked again."""
        try:
            async with asyncio.timeout(self.reception.patience):
                answer = await self.reception.ask(visit, wish, SURFACE)
        except TimeoutError:
            await self._put_off(ack, visit, installed, self.reception.ask(visit, wish, SURFACE))
        else:
            await self._acknowledge(ack, answer, visit, installed)

    async def _answer(self, ack: Ack, visit: Visit, installed: Installed, command: Command) -> None:
        work = self.reception.ask(visit, command, SURFACE)
        answer, answering = await self.reception.ask_within(work)
        if answer is None:
            await self._put_off(ack, visit, installed, answering)
        else:
            await self._acknowledge(ack, answer, visit, installed)

    async def _acknowledge(self, ack: Ack, answer: Answer, visit: Visit, installed: Installed) -> None:
        match answer:
            case Reply():
                await ack(acknowledgement_of(answer))
                if attachments_of(answer):
                    self.reception.background.start(self.delivering.hand_over(answer, visit, installed))
            case Form():  # a modal is opened within three seconds of the command, and by a call
                await ack()
                self.reception.background.start(self.delivering.deliver(answer, visit, installed))
            case Silence():
                await ack()
            case _:
                assert_never(answer)

    async def _put_off(self, ack: Ack, visit: Visit, installed: Installed, answering: Awaitable[Answer]) -> None:
        await ack(acknowledgement_of(saying.going_on(await self.reception.wording(visit))))
        self.reception.background.start(self._later(answering, visit, installed))

    async def _later(self, answering: Awaitable[Answer], visit: Visit, installed: Installed) -> None:
        await self.delivering.deliver(await answering, visit, installed)


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A reply as this very object: to compare a whole document would take longer than to find it drawn."""

    reply: Reply

    def __eq__(self, other: object) -> bool:
        """Compare by identity."""
        return isinstance(other, _Same) and self.reply is other.reply

    def __hash__(self) -> int:
        """Agree with that."""
        return id(self.reply)


def acknowledgement_of(reply: Reply) -> str:
    """Draw a reply as the answer to a command itself, in JSON: private, unless the door wants everybody to read it.

    What the door repeats was drawn before. A file is not kept for that.
    """
    return _drawn.__wrapped__(_Same(reply)) if attachments_of(reply) else _drawn(_Same(reply))


@lru_cache(maxsize=MOST_DRAWN)
def _drawn(same: _Same) -> str:
    kind = "in_channel" if same.reply.delivery is Delivery.CHANNEL else "ephemeral"
    return json.dumps(message_of(same.reply) | {"response_type": kind})
