"""Who came to a server, and who left it? The door learns of newcomers, whom it greets, and of accounts that are gone.

Discord tells of both only with an intent that has to be switched on, and never again: what is lost here stays lost.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.discord.naming import account_of, channel_of, workspace_of
from adapters.discord.people import member_of
from bot.commands import Gone, Joined
from bot.replies import Silence
from bot.requests import Asker, Place, Request, place_of_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

    from adapters.discord.answering import Door
    from adapters.discord.people import People
    from adapters.discord.working import Work
    from bot.requests import ChannelId

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
        if not member.bot:
            await self._tell(
                Place(workspace_of(member.guild.id), surface=SURFACE), self._asker(member), _reached(member)
            )

    async def changed(self, before: discord.Member, after: discord.Member) -> None:
        """Tell who was given a role, and with it the channels that it opens: they did not join the server just now."""
        if after.bot or before.roles == after.roles:
            return
        was = set(_reached(before))
        new = [place for place in _reached(after) if place not in was]
        if new:
            place = Place(workspace_of(after.guild.id), new[0], surface=SURFACE)
            await self._tell(place, self._asker(after), new[1:])

    async def went(self, guild: int, user: discord.User | discord.Member) -> None:
        """Tell who left a server, or was removed from it."""
        if not user.bot:
            place = Place(workspace_of(guild), surface=SURFACE)
            await self._ask(Request(Asker(account_of(guild, user.id)), place, Gone()))

    def _asker(self, member: discord.Member) -> Asker:
        return self.people.here(member.guild.id, member.id, member_of(member, member.guild_permissions), None).asker

    async def _tell(self, place: Place, asker: Asker, others: Sequence[ChannelId]) -> None:
        await self._ask(Request(asker, place, Joined(tuple(others))))

    async def _ask(self, request: Request) -> None:
        with self.work:
            answer = await self.door(request)
        if not isinstance(answer, Silence):
            logger.warning("it was not kept that somebody joined a server or left it")


def _reached(member: discord.Member) -> list[ChannelId]:
    """List where somebody is: the channels that they may see, and the roles that they have."""
    seen = (channel for channel in member.guild.channels if channel.permissions_for(member).view_channel)
    given = (role for role in member.roles if not role.is_default())
    return [*(channel_of(channel.id) for channel in seen), *(place_of_group(str(role.id)) for role in given)]
