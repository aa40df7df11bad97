"""Is the bot set up on Discord as it should be? What `malmoi doctor` says about the token and the intents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp
import discord

if TYPE_CHECKING:
    from adapters.discord.settings import Settings
    from bot.wording import Wording


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and whether it is as it should be."""

    sentence: str
    is_fine: bool = True


async def examined(settings: Settings, wording: Wording) -> list[Finding]:
    """Log in as the bot would, without connecting, and look what it may do."""
    settings.point_the_library()
    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            await client.login(settings.token)
        except discord.LoginFailure:
            said = wording.text("Discord refuses the token. Copy it anew from the page of the bot into DISCORD_TOKEN.")
            return [Finding(said, is_fine=False)]
        except (discord.DiscordException, aiohttp.ClientError, OSError):
            said = wording.text("Discord does not answer. Is this machine connected to the internet?")
            return [Finding(said, is_fine=False)]
        name = client.user.name if client.user else ""
        found = [Finding(wording.text("Discord knows the bot: {name}.", name=name))]
        flags = client.application_flags
    if settings.greets_members and not (flags.gateway_guild_members or flags.gateway_guild_members_limited):
        said = wording.text(
            "Nobody who joins is greeted: switch the Server Members Intent on at the page of the bot, or leave "
            "DISCORD_GREET_MEMBERS empty."
        )
        found.append(Finding(said, is_fine=False))
    return found
