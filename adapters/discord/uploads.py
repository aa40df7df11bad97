"""What is in a file that somebody handed over? Fetched from where Discord keeps it, if it is not too large."""

from __future__ import annotations

import logging
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import discord

from bot.commands import HandedFile

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

LARGEST = 10_000_000
"""Bytes; more than any form takes. Of what is larger nothing is fetched, and that it is too large is seen."""

logger = logging.getLogger(__name__)


async def file_of(sent: Mapping[str, Any], fetch: Callable[[str], Awaitable[bytes]]) -> HandedFile:
    """Fetch a file as Discord describes it: by name, address and size. What cannot be had is empty."""
    name = PurePath(str(sent["filename"])).name
    if int(sent["size"]) > LARGEST:
        return HandedFile(name, bytes(LARGEST))
    try:
        return HandedFile(name, await fetch(str(sent["url"])))
    except discord.HTTPException as error:
        logger.warning("a file could not be fetched: %s", error.status)
        return HandedFile(name, b"")
