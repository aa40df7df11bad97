"""What happens when somebody takes a shortcut? A modal is opened: to look a term up, or with the terms of a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from adapters.slack.homes import finder
from adapters.slack.inbound import text_of, visit_of_interaction
from adapters.slack.modals import NAME, view_of_reply
from adapters.slack.origins import Remembered
from bot.commands import Explain
from bot.replies import Reply

if TYPE_CHECKING:
    from adapters.slack.commanding import Ack
    from adapters.slack.delivering import Delivering
    from adapters.slack.inbound import Body
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Reception

SURFACE = "slack shortcut"


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """Answers the two shortcuts."""

    reception: Reception
    delivering: Delivering

    async def look_up(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Open the modal in which one types and picks."""
        visit = visit_of_interaction(body)
        await ack()
        wording = await self.reception.wording(visit)
        view: dict[str, Any] = {
            "type": "modal",
            "title": {"type": "plain_text", "text": NAME, "emoji": False},
            "private_metadata": Remembered(visit.origin).written(),
            "blocks": [finder(wording.text("Look a term up"), is_focused=True)],
        }
        self.reception.background.start(self.delivering.open_view(visit, installed, view))
        self.reception.introduce_later(visit, installed)

    async def explain(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Show every known term of a message, to whoever asks and nobody else."""
        visit = visit_of_interaction(body)
        text = text_of((body.get("message") or {}).get("text") or "", visit.team)
        answer = await self.reception.ask(visit, Explain(text), SURFACE)
        await ack()
        if isinstance(answer, Reply):
            view = view_of_reply(answer, visit.origin)
            self.reception.background.start(self.delivering.open_view(visit, installed, view))
        self.reception.introduce_later(visit, installed)
