"""What happens when somebody presses a button, or picks a name? The command that it carries goes to the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.slack import limits, saying
from adapters.slack.inbound import HOME, visit_of_interaction
from adapters.slack.texts import one_line, shortened
from bot.commands import Complete, Define
from bot.replies import Options, Reply
from bot.tokens import command_of, token_of

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Mapping
    from typing import Any

    from adapters.slack.commanding import Ack
    from adapters.slack.delivering import Delivering
    from adapters.slack.homing import Homing
    from adapters.slack.inbound import Body, Visit
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Answer, Reception


@dataclass(frozen=True, slots=True)
class Pressing:
    """Answers buttons and fields that look up while one types."""

    reception: Reception
    delivering: Delivering
    homing: Homing

    async def pressed(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Carry out what a button carries, then acknowledge, then answer: what is acknowledged is done."""
        visit = visit_of_interaction(body)
        await self.reception.introduced(visit, installed)
        command = command_of(_carried(body))
        if command is None:
            await ack()
            outdated = saying.outdated(await self.reception.wording(visit))
            self.reception.background.start(self.delivering.deliver(outdated, visit, installed))
            return
        surface = "slack home" if visit.view_kind == HOME else "slack button"
        _, answering = await self.reception.ask_within(self.reception.ask(visit, command, surface))
        await ack()
        self.reception.background.start(self._answer(answering, visit, installed))

    async def suggested(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Offer names that go on from what is being typed; when there are none, to look up just that."""
        visit = visit_of_interaction(body)
        typed = str(body.get("value") or "")
        answer = await self.reception.ask(visit, Complete(typed), "slack message")
        options = options_of(answer) if isinstance(answer, Reply) else []
        await ack(options=options or as_typed(typed))
        self.reception.introduce_later(visit, installed)

    async def _answer(self, answering: asyncio.Future[Answer], visit: Visit, installed: Installed) -> None:
        await self.delivering.deliver(await answering, visit, installed)
        await self.homing.renew(visit, installed)


def _carried(body: Body) -> str:
    action = (body.get("actions") or [{}])[0]
    return str(action.get("value") or (action.get("selected_option") or {}).get("value") or "")


def options_of(reply: Reply) -> list[Mapping[str, Any]]:
    """Draw what type-ahead offers as the options of a select."""
    offered = [option.choice for block in reply.blocks if isinstance(block, Options) for option in block.options]
    pairs = ((shortened(one_line(choice.label), limits.OPTION), token_of(choice.command)) for choice in offered)
    return [_option(label, token) for label, token in pairs if label and token][: limits.OPTIONS]


def as_typed(typed: str) -> list[Mapping[str, Any]]:
    """Offer what was typed, so that a misspelt term can be looked up as well; nothing for what no option can carry."""
    token, label = token_of(Define(None, typed)), shortened(one_line(typed), limits.OPTION)
    return [_option(label, token)] if token and label else []


def _option(label: str, token: str) -> Mapping[str, Any]:
    return {"text": {"type": "plain_text", "text": label, "emoji": False}, "value": token}
