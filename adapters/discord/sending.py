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
from adapters.discord.people import NOWHERE, channel_in, channel_of, person_in, workspace_of
from bot.delivering import NotSent, Sent
from bot.requests import AccountId, Asker, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from adapters.discord.drawing import Message
    from adapters.discord.gateway import Connection
    from adapters.discord.people import People
    from bot.keeping import Recipient
    from bot.replies import Reply

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
            place = Place(workspace_of(guild), channel_of(channel), is_public=True, surface="discord message")
            return Asker(AccountId(recipient)), place
        person = await self.people.told(guild, user)
        return person.asker, Place(person.workspace, is_direct=True, surface="discord message")

    async def send(self, recipient: Recipient, reply: Reply) -> Sent | NotSent:
        """Send a reply to a person or into a channel."""
        gateway, channel, person = self.connection.gateway, channel_in(recipient), person_in(recipient)
        if gateway is None:
            return NotSent()
        try:
            if channel is not None:
                to: discord.abc.Messageable = gateway.get_partial_messageable(channel)
            elif person is not None:
                to = await gateway.create_dm(discord.Object(person[1]))
            else:
                return Sent.GONE
        except discord.DiscordServerError:
            return NotSent()
        except (discord.DiscordException, aiohttp.ClientConnectorError) as error:
            return self._outcome_of(error)
        try:
            await send(to, messages_of(reply, person[0] if person else None), None)
        except discord.DiscordServerError:
            raise  # nobody knows whether it was sent
        except (discord.DiscordException, aiohttp.ClientConnectorError) as error:
            outcome = self._outcome_of(error)
            return Sent.BARRED if outcome is Sent.GONE and channel is not None else outcome
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
    to: discord.abc.Messageable, messages: tuple[Message, ...], reference: discord.MessageReference | None
) -> None:
    """Send messages, the first in reply to another one; what the library tries again is still sent once (`nonce`).

    Raises:
        discord.DiscordException: Discord did not take one, or nobody knows.
    """
    for message in messages:
        view, files, nonce = view_of(message), list(message.files), secrets.token_hex(8)
        if reference is None:
            await to.send(view=view, files=files, nonce=nonce)
        else:
            await to.send(view=view, files=files, nonce=nonce, reference=reference, mention_author=False)
            reference = None


def _guild_in(recipient: str) -> int:
    written = recipient.split(":")[1:2]
    return int(written[0]) if written and written[0].isdecimal() else NOWHERE
