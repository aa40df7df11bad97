"""Are the commands registered as they are now? Only when they changed; a hash of them is kept."""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any

import discord

from adapters.discord.tree import Spoken

if TYPE_CHECKING:
    from discord import app_commands

    from bot.ports import SettingStore

COMMANDS = "commands"
"""The setting that holds the hash."""

logger = logging.getLogger(__name__)


async def sync(
    tree: app_commands.CommandTree[Any], settings: SettingStore, application: int, guild: int | None
) -> bool:
    """Register the commands everywhere, or in one server alone, unless that was done; tell whether it was needed.

    Raises:
        UnavailableError: The store does not answer.
        discord.HTTPException: Discord refused them.
    """
    where = None if guild is None else discord.Object(guild)
    if where is not None:
        tree.copy_global_to(guild=where)
    subject = f"discord:{application}:{guild or ''}"
    now = await _hash(tree, where)
    if (await settings.settings_of(subject)).get(COMMANDS) == now:
        return False
    await tree.sync(guild=where)
    await settings.set_setting(subject, COMMANDS, now)
    logger.info("the commands are registered anew")
    return True


async def _hash(tree: app_commands.CommandTree[Any], where: discord.Object | None) -> str:
    """Sum up everything that Discord would be told, in every language."""
    translator = Spoken()
    payload = [await command.get_translated_payload(tree, translator) for command in tree.get_commands(guild=where)]
    return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
