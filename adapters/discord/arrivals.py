"""Who came to a server, and who left it? The door learns of newcomers, whom it greets, and of accounts that are gone.

Discord tells of both only with an intent that has to be switched on, and never again: what is lost here stays lost.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.discord.people import account_of, channel_of, member_of, workspace_of
from bot.commands import Gone, Joined
from bot.replies import Silence
from bot.requests import Asker, Place, Request

if TYPE_CHECKING:
    import discord

    from adapters.discord.answering import Door
    from adapters.discord.people import People
    from adapters.discord.working import Work

SURFACE = "discord event"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Tells the door; people, and no bots."""

    door: Door
    people: People
    work: Work

    async def came(self, member: discord.Member) -> None:
        """Tell who joined a server, and with it every channel that they may see: nobody joins a channel by itself."""
        if member.bot:
            return
        guild = member.guild
        seen = (channel for channel in guild.channels if channel.permissions_for(member).view_channel)
        joined = Joined(tuple(channel_of(channel.id) for channel in seen))
        person = self.people.here(guild.id, member.id, member_of(member, member.guild_permissions), None)
        await self._tell(guild.id, person.asker, joined)

    async def went(self, guild: int, user: discord.User | discord.Member) -> None:
        """Tell who left a server, or was removed from it."""
        if not user.bot:
            await self._tell(guild, Asker(account_of(guild, user.id)), Gone())

    async def _tell(self, guild: int, asker: Asker, command: Joined | Gone) -> None:
        with self.work:
            answer = await self.door(Request(asker, Place(workspace_of(guild), surface=SURFACE), command))
        if not isinstance(answer, Silence):
            logger.warning("it was not kept that somebody joined a server or left it")
