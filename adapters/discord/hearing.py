"""What is said to the bot in a message, and how does it answer there? By mention, or in a direct message.

Without the intent for the content of messages Discord gives the text of these alone, which is all that is wanted.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from adapters.discord.drawing import messages_of
from adapters.discord.naming import channel_of
from adapters.discord.people import member_of
from adapters.discord.sending import send
from bot.commands import Said
from bot.replies import Delivery, Note, Reply
from bot.requests import Place, Request
from bot.wording import wording_for

if TYPE_CHECKING:
    from adapters.discord.answering import Door
    from adapters.discord.people import People, Person
    from adapters.discord.working import Work

logger = logging.getLogger(__name__)

_MENTION = re.compile(r"<(?:@[!&]?|#|a?:\w+:|/[^:<>]+:|t:)-?\d+(?::\w)?>")
"""Whoever and whatever Discord writes between angle brackets: discord-api-docs, reference, Message Formatting."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Answers what is said to the bot, and keeps silent otherwise."""

    door: Door
    people: People
    work: Work

    async def message(self, message: discord.Message, bot: int) -> None:
        """Answer a message that speaks to the bot; other bots never do."""
        if message.author.bot or message.webhook_id is not None or not speaks_to(message, bot):
            return
        with self.work:
            person = await self._person(message)
            place = Place(
                person.workspace,
                channel_of(message.channel.id),
                is_public=message.guild is not None,
                is_direct=message.guild is None,
                surface="discord mention" if message.guild else "discord message",
                locale=person.spoken,
            )
            command = Said(text_for(message), thread_of(message))
            answer = await self.door(Request(person.asker, place, command, takes_forms=False))
            if isinstance(answer, Reply):
                await self._answer(message, answer, person)

    async def _person(self, message: discord.Message) -> Person:
        author = message.author
        if isinstance(author, discord.Member):
            return self.people.here(author.guild.id, author.id, member_of(author, author.guild_permissions), None)
        return await self.people.elsewhere(author.id, None)

    async def _answer(self, message: discord.Message, reply: Reply, person: Person) -> None:
        """Answer where it was said, or to the author alone when nobody else is to read it."""
        is_private = message.guild is not None and reply.delivery is not Delivery.CHANNEL
        try:
            if is_private:
                await self._tell(message, reply, person)
            else:
                about = person.guild if message.guild is None else None
                await send(message.channel, messages_of(reply, about), asked_about(message))
        except discord.HTTPException as error:  # not permitted to write there, or the channel is gone
            logger.warning("an answer could not be sent: %s, code %s", error.status, error.code)

    async def _tell(self, message: discord.Message, reply: Reply, person: Person) -> None:
        try:
            await send(message.author, messages_of(reply, person.guild))
        except discord.Forbidden:
            said = wording_for(person.locale, person.spoken).spans(
                "This answer is for you alone, and you take no direct messages. Ask me with {command}.",
                command="/glossary",
            )
            await send(message.channel, messages_of(Reply((Note(said),))), asked_about(message))


def speaks_to(message: discord.Message, bot: int) -> bool:
    """Tell whether a message is for the bot: a direct one, or one in which it is mentioned by name."""
    return message.guild is None or f"<@{bot}>" in message.content or f"<@!{bot}>" in message.content


def text_for(message: discord.Message) -> str:
    """Give what is said, without mentions and without Discord's own signs."""
    return " ".join(_MENTION.sub(" ", message.content).split(" ")).strip()


def thread_of(message: discord.Message) -> tuple[str, ...]:
    """Give the text of the message that is replied to, where Discord lets us read it."""
    replied = message.reference.resolved if message.reference else None
    return (replied.content,) if isinstance(replied, discord.Message) and replied.content else ()


def asked_about(message: discord.Message) -> discord.MessageReference | None:
    """Give the message to reply to: the one that is asked about, where the question is a reply; else the question."""
    if message.guild is None:
        return None
    replied = message.reference
    if replied is not None and replied.message_id is not None and replied.channel_id == message.channel.id:
        return discord.MessageReference(
            message_id=replied.message_id, channel_id=replied.channel_id, fail_if_not_exists=False
        )
    return message.to_reference(fail_if_not_exists=False)
