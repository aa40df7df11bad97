"""How does an answer reach whoever asked? Reply or form → the answer to an interaction, in time and to the right ones.

Discord waits three seconds for a first answer, and fifteen minutes for what follows. An answer that takes longer than
`PATIENCE` is announced first; a form never is, for it can only be the first answer.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, assert_never

import discord
from discord import ui

from adapters.discord.drawing import messages_of
from adapters.discord.filling import modal_of
from bot.opening import opens_form
from bot.replies import Delivery, Form, Reply, Silence

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from adapters.discord.drawing import Message
    from bot.requests import Request

    Door = Callable[[Request], Awaitable[Reply | Form | Silence]]

logger = logging.getLogger(__name__)

PATIENCE = 1.5
"""Seconds before an answer is announced; what is left of the three is for the way there."""
Interaction = discord.Interaction[Any]


def view_of(message: Message) -> ui.LayoutView:
    """Make what is sent of a message; discord.py keeps none that has ended, and what is pressed says what it means."""
    view = ui.LayoutView(timeout=None)
    view.add_item(message.box)
    view.stop()
    return view


class Answering:
    """Answers one interaction, exactly once."""

    def __init__(self, interaction: Interaction, request: Request, guild: int) -> None:
        self._interaction = interaction
        self._request = request
        self._about = None if interaction.guild_id == guild else guild
        """The server that buttons name, where the place does not say which glossary they are about."""
        self._is_put_off = False
        self._is_hidden = not request.place.is_direct and not request.place.is_public
        """Whether an answer that has to be announced is announced to the asker alone."""

    async def answer(self, door: Door) -> None:
        """Ask the door, and bring the answer; what Discord does not take any more is only logged."""
        asking = asyncio.ensure_future(door(self._request))
        try:
            if not (self._request.takes_forms and opens_form(self._request.command)):
                await asyncio.wait({asking}, timeout=PATIENCE)
                if not asking.done():
                    await self._put_off()
            await self._bring(await asking)
        except discord.NotFound as error:  # it took too long, or the message is gone
            logger.warning("an answer came too late (%s)", error.code)
        except discord.HTTPException as error:
            logger.warning("Discord refused an answer: %s, code %s", error.status, error.code)
        finally:
            asking.cancel()

    async def _put_off(self) -> None:
        """Say that the answer is coming: in a message of its own, or where a button was pressed without changing it."""
        self._is_put_off = True
        if self._interaction.type is discord.InteractionType.application_command:
            await self._interaction.response.defer(ephemeral=self._is_hidden, thinking=True)
        else:
            await self._interaction.response.defer()

    async def _bring(self, answer: Reply | Form | Silence) -> None:
        match answer:
            case Form():
                modal = modal_of(answer, self._about)
                modal.stop()
                await self._interaction.response.send_modal(modal)
            case Reply():
                await self._bring_reply(answer)
            case Silence():  # nothing that is said in answer to an interaction; but Discord waits for something
                if not self._is_put_off:
                    await self._interaction.response.defer()
            case _:
                assert_never(answer)

    async def _bring_reply(self, reply: Reply) -> None:
        first, *others = messages_of(reply, self._about)
        is_hidden = not self._request.place.is_direct and reply.delivery is not Delivery.CHANNEL
        match reply.delivery:
            case Delivery.IN_PLACE if self._interaction.message is not None:
                await self._replace(first)
            case Delivery.REMOVED if self._interaction.message is not None:
                await self._remove()
                await self._follow(first, is_hidden=is_hidden)
            case _:
                await self._say(first, is_hidden=is_hidden)
        for message in others:
            await self._follow(message, is_hidden=is_hidden)

    async def _say(self, message: Message, *, is_hidden: bool) -> None:
        """Give the first answer, or fill in the one that was announced."""
        if not self._is_put_off:
            files = list(message.files)
            await self._interaction.response.send_message(view=view_of(message), files=files, ephemeral=is_hidden)
        elif self._interaction.type is not discord.InteractionType.application_command:
            await self._follow(message, is_hidden=is_hidden)
        elif is_hidden == self._is_hidden:
            await self._interaction.edit_original_response(view=view_of(message), attachments=list(message.files))
        else:  # announced to one, and now for all: what was hidden stays hidden
            await self._interaction.delete_original_response()
            await self._follow(message, is_hidden=is_hidden)

    async def _replace(self, message: Message) -> None:
        """Put it in the place of the message whose button was pressed."""
        if self._is_put_off:
            await self._interaction.edit_original_response(view=view_of(message), attachments=list(message.files))
        else:
            await self._interaction.response.edit_message(view=view_of(message), attachments=list(message.files))

    async def _remove(self) -> None:
        """Take the message away whose button was pressed."""
        if not self._is_put_off:
            await self._interaction.response.defer()
        await self._interaction.delete_original_response()

    async def _follow(self, message: Message, *, is_hidden: bool) -> None:
        files = list(message.files)
        await self._interaction.followup.send(view=view_of(message), files=files, ephemeral=is_hidden)
