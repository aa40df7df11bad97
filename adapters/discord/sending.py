"""How is something said unasked, or in a channel? As messages of the bot's own, each at most once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp
import discord

from adapters.discord.answering import view_of
from adapters.discord.drawing import messages_of
from adapters.discord.naming import channel_in, channel_of, person_in, workspace_of
from adapters.discord.people import NOWHERE
from bot.delivering import NotSent, Sent
from bot.replies import Reply
from bot.requests import AccountId, Asker, Fact, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from adapters.discord.connection import Connection
    from adapters.discord.drawing import Message
    from adapters.discord.gateway import Gateway
    from adapters.discord.people import People
    from bot.keeping import Recipient
    from bot.replies import Aside

TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Sending:
    """Sends notices: fulfils the part of `bot.delivering.Sender` that needs Discord."""

    connection: Connection
    people: People
    now: Callable[[], datetime]

    async def introduced(self, recipient: Recipient) -> tuple[Asker, Place]:
        """Introduce a recipient as if they had asked in a direct message; a channel asks as nobody."""
        guild, user = person_in(recipient) or (_guild_in(recipient), NOWHERE)
        channel = channel_in(recipient)
        if channel is not None:
            spoken = self.connection.spoken_in(guild)
            place = Place(
                workspace_of(guild), channel_of(channel), is_public=True, surface="discord message", locale=spoken
            )
            return Asker(AccountId(recipient)), place
        person = await self.people.told(guild, user)
        return person.asker, Place(person.workspace, is_direct=True, surface="discord message", locale=person.spoken)

    async def send(self, recipient: Recipient, reply: Reply) -> Sent | NotSent:
        """Send a reply to a person or into a channel."""
        gateway, channel, person = self.connection.gateway, channel_in(recipient), person_in(recipient)
        if gateway is None:
            return NotSent()
        if channel is not None:
            outcome = await self._sent(gateway.get_partial_messageable(channel), messages_of(reply))
            return Sent.BARRED if outcome is Sent.GONE else outcome
        if person is None:
            return Sent.GONE
        try:
            to = await gateway.create_dm(discord.Object(person[1]))
        except discord.DiscordServerError:
            return NotSent()
        except (discord.DiscordException, aiohttp.ClientConnectorError) as error:
            outcome = self._outcome_of(error)
        else:
            outcome = await self._sent(to, messages_of(reply, person[0]))
        if outcome is Sent.GONE and reply.aside is not None:
            return await self._said_aside(gateway, person, reply.aside)
        return outcome

    async def _said_aside(self, gateway: Gateway, person: tuple[int, int], aside: Aside) -> Sent | NotSent:
        """Say in a channel of their server what a member cannot be told privately; they alone are notified."""
        guild, user = gateway.get_guild(person[0]), discord.Object(person[1])
        if guild is None or Fact.IS_FROM_ELSEWHERE in (await self.people.told(*person)).facts:
            return Sent.GONE
        channel = _channel_of(aside, guild)
        if channel is None:
            return Sent.GONE
        pinged = discord.AllowedMentions(everyone=False, users=[user], roles=False, replied_user=False)
        return await self._sent(gateway.get_partial_messageable(channel), messages_of(Reply(aside.blocks)), pinged)

    async def _sent(
        self, to: discord.abc.Messageable, messages: tuple[Message, ...], pinged: discord.AllowedMentions | None = None
    ) -> Sent | NotSent:
        try:
            await send(to, messages, pinged=pinged)
        except discord.DiscordServerError:
            raise  # nobody knows whether it was sent
        except (discord.DiscordException, aiohttp.ClientConnectorError) as error:
            return self._outcome_of(error)
        return Sent.SENT

    def _outcome_of(self, error: Exception) -> Sent | NotSent:
        """Tell what became of a message that Discord certainly did not take.

        Raises:
            Exception: It is not certain.
        """
        match error:
            case discord.RateLimited():
                return NotSent(self.now() + timedelta(seconds=error.retry_after))
            case discord.HTTPException() if error.status == TOO_MANY:
                return NotSent()
            case discord.Forbidden() | discord.NotFound():
                return Sent.GONE  # they take no messages from us, or are not there any more
            case aiohttp.ClientConnectorError():
                return NotSent()
            case _:
                raise error


async def send(
    to: discord.abc.Messageable,
    messages: tuple[Message, ...],
    reference: discord.MessageReference | None = None,
    pinged: discord.AllowedMentions | None = None,
) -> None:
    """Send messages, the first in reply to another one; what the library tries again is still sent once (`nonce`).

    Nobody is notified but those who are to be `pinged`.

    Raises:
        discord.DiscordException: Discord did not take one, or nobody knows.
    """
    nobody = discord.AllowedMentions.none()
    for message in messages:
        view, files, nonce = view_of(message), list(message.files), secrets.token_hex(8)
        if reference is None:
            await to.send(view=view, files=files, nonce=nonce, allowed_mentions=pinged or nobody)
        else:
            await to.send(view=view, files=files, nonce=nonce, allowed_mentions=nobody, reference=reference)
            reference = None


def _channel_of(aside: Aside, guild: discord.Guild) -> int | None:
    """Tell where something is said aside: in the channel that it is about, else where the server welcomes people."""
    if aside.channel is not None:
        return channel_in(f"{workspace_of(guild.id)}:{aside.channel}")
    return guild.system_channel.id if guild.system_channel else None


def _guild_in(recipient: str) -> int:
    written = recipient.split(":")[1:2]
    return int(written[0]) if written and written[0].isdecimal() else NOWHERE
