"""What is said and logged when something goes wrong? Where it did, and never what was typed."""

from __future__ import annotations

import logging
import traceback
from typing import Any

import discord
from discord import app_commands

from adapters.discord.answering import view_of
from adapters.discord.drawing import messages_of
from bot.replies import Prose, Reply
from bot.wording import wording_for
from glossary.concept import LanguageTag

logger = logging.getLogger(__name__)


def log_where(error: BaseException, what: str) -> None:
    """Log where something went wrong, and never what was typed: the message of an exception may hold that."""
    where = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    logger.error("%s: %s at %s", what, type(error).__name__, " < ".join(reversed(where)))


class Tree(app_commands.CommandTree[discord.AutoShardedClient]):
    """The commands; what goes wrong in one is logged without what was typed."""

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Log that a command failed, and say so: it may be one of another version, which a client still shows."""
        log_where(error if error.__cause__ is None else error.__cause__, "a command")
        if interaction.response.is_done():
            return
        said = wording_for(LanguageTag(interaction.locale.value)).spans(
            "My commands have changed. Start Discord anew, and try again."
        )
        (message,) = messages_of(Reply((Prose(said),), is_found=False))
        try:
            await interaction.response.send_message(view=view_of(message), ephemeral=True)
        except discord.HTTPException as refused:
            logger.warning("Discord refused an answer: %s, code %s", refused.status, refused.code)
