"""Is the bot set up on Discord as it should be? What `malmoi doctor` says about the token, the intents and the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp
import discord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.discord.settings import Settings
    from bot.wording import Wording

FEW_STARTS = 50
"""Of a thousand a day; with none left Discord takes the token away: events/gateway, Session Start Limit."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and whether it is as it should be."""

    sentence: str
    is_fine: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """What Discord says of the bot."""

    name: str
    flags: discord.ApplicationFlags
    endpoint: str | None
    """Where commands are sent over HTTP; then none comes through the gateway."""
    starts: int
    """How often it may still introduce itself today."""
    has_sync_guild: bool
    """Whether it is in the server that alone is to have the commands; True where none is named."""


async def examined(settings: Settings, wording: Wording) -> list[Finding]:
    """Log in as the bot would, without connecting, and look what it may do."""
    settings.point_the_library()
    async with discord.Client(intents=discord.Intents.none()) as client:
        try:
            found = await _looked(client, settings)
        except discord.LoginFailure:
            said = wording.text("Discord refuses the token. Copy it anew from the page of the bot into DISCORD_TOKEN.")
            return [Finding(said, is_fine=False)]
        except (discord.DiscordException, aiohttp.ClientError, OSError):
            said = wording.text("Discord does not answer. Is this machine connected to the internet?")
            return [Finding(said, is_fine=False)]
    known = Finding(wording.text("Discord knows the bot: {name}.", name=found.name))
    return [known, *(Finding(said, is_fine=False) for said in _wrong(found, settings, wording))]


async def _looked(client: discord.Client, settings: Settings) -> Found:
    await client.login(settings.token)
    _, _, limit = await client.http.get_bot_gateway()
    about = await client.application_info()
    has_sync_guild = settings.sync_guild is None or await _is_in(settings.sync_guild, client)
    name = client.user.name if client.user else ""
    return Found(name, client.application_flags, about.interactions_endpoint_url, limit["remaining"], has_sync_guild)


async def _is_in(guild: int, client: discord.Client) -> bool:
    try:
        await client.fetch_guild(guild, with_counts=False)
    except (discord.NotFound, discord.Forbidden):
        return False
    return True


def _wrong(found: Found, settings: Settings, wording: Wording) -> Iterator[str]:
    """Say what is not as it should be, and what to do about it."""
    flags = found.flags
    if settings.greets_members and not (flags.gateway_guild_members or flags.gateway_guild_members_limited):
        yield wording.text(
            "Nobody who joins is greeted: switch the Server Members Intent on at the page of the bot, or leave "
            "DISCORD_GREET_MEMBERS empty."
        )
    if found.endpoint:
        yield wording.text(
            "Discord sends commands elsewhere: empty the Interactions Endpoint URL at the page General Information."
        )
    if not found.has_sync_guild:
        yield wording.text("The bot is not in the server that DISCORD_SYNC_GUILD names, so there are no commands.")
    if found.starts < FEW_STARTS:
        yield wording.text(
            "Discord takes only {number} more connections of this bot today. What starts it again and again?",
            number=found.starts,
        )
