"""How does an answer come to where the door wants it? The one place that knows which way leads to whom on Slack."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from adapters.slack import saying
from adapters.slack.calling import AT_ONCE, LATER, CallError
from adapters.slack.homes import home_of
from adapters.slack.inbound import HOME, MODAL
from adapters.slack.messages import attachments_of, message_of
from adapters.slack.modals import view_of, view_of_reply
from bot.replies import Delivery, Form, Reply, Silence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from adapters.slack.inbound import Visit
    from adapters.slack.installations import Installed
    from adapters.slack.reception import Answer, Reception

logger = logging.getLogger(__name__)

NOT_THERE = frozenset(
    {
        "channel_not_found",
        "is_archived",
        "no_permission",
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
    }
)
"""Slack's words for a channel in which the bot may not post."""
CLOSED = "not_found"
"""Slack's word for a modal that is not there any more."""
_DEAD_TOKEN = frozenset({"token_revoked", "account_inactive", "invalid_auth", "token_expired"})


@dataclass(frozen=True, slots=True)
class Delivering:
    """Sends answers after an acknowledgement. What fails is said to whoever asked, as long as there is a way to."""

    reception: Reception

    async def deliver(self, answer: Answer, visit: Visit, installed: Installed) -> None:
        """Send an answer to where it belongs."""
        match answer:
            case Silence():
                return
            case Form():
                await self.open_view(visit, installed, view_of(answer, visit.origin))
            case Reply():
                await self._reply(answer, visit, installed)
                await self.hand_over(answer, visit, installed)
            case _:
                assert_never(answer)

    async def hand_over(self, reply: Reply, visit: Visit, installed: Installed) -> None:
        """Send the files of a reply by direct message."""
        for file in attachments_of(reply):
            raw = file.text.encode()
            try:
                opened = await self._call(installed, "conversations.open", users=visit.user)
                given = await self._call(installed, "files.getUploadURLExternal", filename=file.name, length=len(raw))
                await self.reception.calls.put(str(given["upload_url"]), raw)
                files = [{"id": given["file_id"], "title": file.name}]
                channel = opened["channel"]["id"]
                await self._call(installed, "files.completeUploadExternal", files=files, channel_id=channel)
            except CallError as error:
                logger.warning("a file was not sent: %s %s", error.method, error.reason)
                if visit.origin.channel:
                    await self._tell(saying.file_not_sent(await self.reception.wording(visit)), visit, installed)

    async def post(self, reply: Reply, channel: str, thread: str, installed: Installed) -> None:
        """Post a message that everybody in a channel reads, when its turn has come.

        Raises:
            CallError: It was not posted, or that is not known.
        """
        await self.reception.queue.turn(channel)
        message = message_of(reply)
        await self._call(installed, "chat.postMessage", channel=channel, thread_ts=thread or None, **message)

    async def _reply(self, reply: Reply, visit: Visit, installed: Installed) -> None:
        if reply.delivery is Delivery.CHANNEL and visit.origin.channel:
            await self._share(reply, visit, installed)
        elif visit.view_kind == MODAL:
            await self._update(visit, installed, reply)
        elif visit.view_kind == HOME and reply.delivery is Delivery.IN_PLACE:
            await self._call(installed, "views.publish", user_id=visit.user, view=home_of(reply))
        elif visit.view_kind == HOME or not visit.origin.channel:
            await self.open_view(visit, installed, view_of_reply(reply, visit.origin))
        else:
            await self._tell(reply, visit, installed)

    async def _share(self, reply: Reply, visit: Visit, installed: Installed) -> None:
        """Post for everybody: through the address of the question, also where the bot is no member; later as itself."""
        origin = visit.origin
        message = message_of(reply) | {"response_type": "in_channel", "replace_original": False}
        if origin.thread:
            message["thread_ts"] = origin.thread
        if origin.response_url and await self._responded(origin.response_url, message):
            return
        try:
            await self.post(reply, origin.channel, origin.thread, installed)
        except CallError as error:
            if error.reason not in NOT_THERE:
                raise
            invitation = saying.invite_me(await self.reception.wording(visit))
            await self._tell(replace(invitation, delivery=Delivery.ASKER), visit, installed)

    async def _tell(self, reply: Reply, visit: Visit, installed: Installed) -> None:
        """Answer privately where it was asked; or change the message whose button was pressed."""
        origin = visit.origin
        message: dict[str, Any] = message_of(reply) | {"response_type": "ephemeral", "replace_original": False}
        match reply.delivery:
            case Delivery.IN_PLACE if origin.message:
                await self.replace(reply, visit, installed)
                return
            case Delivery.IN_PLACE:
                message["replace_original"] = True
            case Delivery.REMOVED:
                await self._remove(visit, installed)
                return
            case Delivery.ASKER | Delivery.CHANNEL:
                if origin.thread:
                    message["thread_ts"] = origin.thread
            case _:
                assert_never(reply.delivery)
        if origin.response_url and await self._responded(origin.response_url, message):
            return
        if visit.view_kind == MODAL:
            await self._update(visit, installed, reply)
        elif origin.channel.startswith("D"):
            await self.post(reply, origin.channel, origin.thread, installed)
        else:
            await self._call(
                installed,
                "chat.postEphemeral",
                channel=origin.channel,
                user=visit.user,
                thread_ts=origin.thread or None,
                **_without_unfolding(message_of(reply)),
            )

    async def replace(self, reply: Reply, visit: Visit, installed: Installed) -> None:
        """Put a reply in the place of a message that others read too, also when its address for answers is used up.

        Nothing is said of its kind: what everybody reads stays so.
        """
        origin, message = visit.origin, message_of(reply)
        if origin.response_url and await self._responded(origin.response_url, message | {"replace_original": True}):
            return
        message = _without_unfolding(message)
        await self._call(installed, "chat.update", channel=origin.channel, ts=origin.message, **message)

    async def _remove(self, visit: Visit, installed: Installed) -> None:
        """Take away the message in which a button was pressed; where that cannot be done the bot's own is deleted."""
        origin = visit.origin
        if origin.response_url and await self._responded(origin.response_url, {"delete_original": True}):
            return
        if origin.message:
            await self._call(installed, "chat.delete", channel=origin.channel, ts=origin.message)

    async def _responded(self, address: str, message: Mapping[str, Any]) -> bool:
        try:
            await self.reception.calls.respond(address, message)
        except CallError as error:
            logger.info("an address for answers is used up: %s", error.reason)
            return False
        return True

    async def open_view(self, visit: Visit, installed: Installed, view: Mapping[str, Any]) -> None:
        """Show a modal: in the one that is open, else in a new one; a click that is too old is said to be."""
        try:
            if visit.view_kind == MODAL:
                await self._call(installed, "views.update", view_id=visit.view, view=view)
            else:
                await self._call(installed, "views.open", AT_ONCE, trigger_id=visit.trigger, view=view)
        except CallError as error:
            logger.warning("a modal was not opened: %s", error.reason)
            if visit.origin.channel:
                await self._tell(saying.too_late(await self.reception.wording(visit)), visit, installed)

    async def _update(self, visit: Visit, installed: Installed, reply: Reply) -> None:
        """Show a reply in the modal that is open; once that is closed, where it was opened from."""
        view = view_of_reply(reply, visit.origin)
        try:
            await self._call(installed, "views.update", view_id=visit.view, view=view)
        except CallError as error:
            if error.reason != CLOSED or not visit.origin.channel:
                raise
            await self._tell(replace(reply, delivery=Delivery.ASKER), replace(visit, view_kind=""), installed)

    async def _call(
        self,
        installed: Installed,
        method: str,
        limit: float = LATER,
        **arguments: Any,  # noqa: ANN401 — whatever a method takes
    ) -> Mapping[str, Any]:
        try:
            return await self.reception.calls.call(installed.token, method, limit, **arguments)
        except CallError as error:
            if error.reason in _DEAD_TOKEN:
                self.reception.installations.forget(installed)
            raise


def _without_unfolding(message: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what chat.postEphemeral and chat.update do not know: nothing unfolds there."""
    return {name: value for name, value in message.items() if not name.startswith("unfurl")}
