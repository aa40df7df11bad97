"""Is there a connection now, and what does it know of servers and of who belongs to them?"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord

from adapters.discord.people import Member, member_of, spoken_in
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from adapters.discord.gateway import Gateway
    from glossary.concept import LanguageTag

logger = logging.getLogger(__name__)


class Connection:
    """The gateway of the moment, and what it knows of servers: fulfils `people.Servers`."""

    def __init__(self) -> None:
        self.gateway: Gateway | None = None

    def is_up(self) -> bool:
        """Tell whether there is one, and it can hear and be heard."""
        return self.gateway is not None and self.gateway.is_connected()

    def has(self, guild: int) -> bool:
        """Tell whether the bot is a member of a server."""
        return self.gateway is not None and self.gateway.get_guild(guild) is not None

    def only(self) -> int | None:
        """Give the server of a bot that is in exactly one; None for none, several, and while that is not known."""
        if self.gateway is None or not self.gateway.has_all() or len(self.gateway.guilds) != 1:
            return None
        return self.gateway.guilds[0].id

    def spoken_in(self, guild: int) -> LanguageTag | None:
        """Tell the language of a server; None for one that the bot does not belong to."""
        found = self.gateway.get_guild(guild) if self.gateway is not None else None
        return None if found is None else spoken_in(found)

    async def member(self, guild: int, user: int) -> Member | None:
        """Ask what a server says of somebody; None for no member.

        Raises:
            UnavailableError: Discord does not say.
        """
        found = self.gateway.get_guild(guild) if self.gateway is not None else None
        if found is None:
            return None
        try:
            member = found.get_member(user) or await found.fetch_member(user)
        except discord.NotFound:
            return None
        except discord.DiscordException as error:
            logger.warning("Discord does not say who is a member: %s", type(error).__name__)
            raise UnavailableError("discord") from error
        return member_of(member, member.guild_permissions)
