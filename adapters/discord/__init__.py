"""Discord: the same replies and forms, drawn with its components; the gateway, and what keeps it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.discord.platform import Bot, Discord
from adapters.discord.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping


def platform_of(bot: Bot, environment: Mapping[str, str]) -> Discord:
    """Make Discord as a platform.

    Raises:
        MalformedError: A setting is missing or wrong.
    """
    return Discord(bot, Settings.of(environment))
