"""What happens when a form comes back? It goes to the door with its values, and the modal shows what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, assert_never

from adapters.slack import saying
from adapters.slack.calling import CallError
from adapters.slack.inbound import visit_of_interaction
from adapters.slack.modals import errors_of, file_fields, values_of, view_of, view_of_reply
from adapters.slack.origins import remembered
from bot.commands import HandedFile, Submitted
from bot.replies import Delivery, Form, Reply, Silence
from bot.tokens import command_of

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Mapping

    from adapters.slack.commanding import Ack
    from adapters.slack.delivering import Delivering
    from adapters.slack.homing import Homing
    from adapters.slack.inbound import Body, Visit
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Answer, Reception
    from bot.wording import Wording

SURFACE = "slack button"
MOST_BYTES = 5_000_000
"""Of a file; no form asks for a larger one."""


@dataclass(frozen=True, slots=True)
class Submitting:
    """Answers forms. What was written in them is saved before Slack hears that they arrived."""

    reception: Reception
    delivering: Delivering
    homing: Homing

    async def submitted(self, ack: Ack, body: Body, installed: Installed) -> None:
        """Carry a form out within the acknowledgement, which is how a modal shows what is wrong with it."""
        visit, view = visit_of_interaction(body), body["view"]
        await self.reception.introduced(visit, installed)
        purpose = command_of(remembered(view).purpose)
        if purpose is None:
            await ack(response_action="update", view=await self._said(saying.outdated, visit))
            return
        work = self._asked(visit, Submitted(purpose, values_of(view)), file_fields(view), installed)
        answer, answering = await self.reception.ask_within(work)
        if answer is None:
            await ack(response_action="update", view=await self._said(saying.going_on, visit))
            self.reception.background.start(self._later(answering, visit, installed))
            return
        await ack(**self._shown(answer, visit, view))
        self.reception.background.start(self._afterwards(answer, visit, installed))

    def _shown(self, answer: Answer, visit: Visit, view: Body) -> dict[str, Any]:
        match answer:
            case Silence():
                return {}
            case Form():
                errors = errors_of(answer, view)
                if errors is not None:
                    return {"response_action": "errors", "errors": errors}
                return {"response_action": "update", "view": view_of(answer, visit.origin)}
            case Reply() if _is_for_the_message(answer, visit) and answer.is_found:
                return {"response_action": "clear"}
            case Reply():
                return {"response_action": "update", "view": view_of_reply(answer, visit.origin)}
            case _:
                assert_never(answer)

    async def _asked(
        self, visit: Visit, form: Submitted, handed: Mapping[str, Mapping[str, Any]], installed: Installed
    ) -> Answer:
        """Read the files that were handed over, each once, and bring the form to the door."""
        try:
            files = [(key, await self._read(file, installed)) for key, file in handed.items()]
        except CallError:
            return saying.no_file(await self.reception.wording(visit))
        values = tuple(value for value in form.values if value[0] not in handed)
        return await self.reception.ask(visit, replace(form, values=values, files=tuple(files)), SURFACE)

    async def _read(self, file: Mapping[str, Any], installed: Installed) -> HandedFile:
        """Read a file within the limit; Slack does not always say at once where it is.

        Raises:
            CallError: It is not to be had.
        """
        calls = self.reception.calls
        if not file.get("url_private"):
            file = (await calls.call(installed.token, "files.info", file=str(file.get("id"))))["file"]
        address = str(file.get("url_private_download") or file["url_private"])
        return HandedFile(str(file.get("name") or ""), await calls.fetched(installed.token, address, MOST_BYTES))

    async def _later(self, answering: asyncio.Future[Answer], visit: Visit, installed: Installed) -> None:
        answer = await answering
        if isinstance(answer, Reply) and _is_for_the_message(answer, visit):
            await self.delivering.replace(answer, visit, installed)
        await self.delivering.deliver(answer, visit, installed)
        await self.homing.renew(visit, installed)

    async def _afterwards(self, answer: Answer, visit: Visit, installed: Installed) -> None:
        if isinstance(answer, Reply):
            if _is_for_the_message(answer, visit):
                await self.delivering.replace(answer, visit, installed)
            await self.delivering.hand_over(answer, visit, installed)
        await self.homing.renew(visit, installed)

    async def _said(self, say: Callable[[Wording], Reply], visit: Visit) -> dict[str, Any]:
        return view_of_reply(say(await self.reception.wording(visit)), visit.origin)


def _is_for_the_message(reply: Reply, visit: Visit) -> bool:
    """Tell whether a reply takes the place of a message from which the form was opened.

    A message that one person alone reads stays: Slack lets nobody change it after half an hour, and the modal is there.
    """
    return reply.delivery is Delivery.IN_PLACE and bool(visit.origin.message)
