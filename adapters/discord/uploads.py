"""What is in a file that somebody handed over? Fetched from where Discord keeps it, if it is not too large."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

LARGEST = 10_000_000
"""Bytes; no format of a glossary takes more."""

logger = logging.getLogger(__name__)


async def text_of(sent: Mapping[str, Any], fetch: Callable[[str], Awaitable[bytes]]) -> str:
    """Read a file as Discord describes it (address and size); "" for one that is too large or cannot be had."""
    if int(sent.get("size", 0)) > LARGEST:
        return ""
    try:
        return (await fetch(sent["url"])).decode("utf-8-sig", "replace")
    except discord.HTTPException as error:
        logger.warning("a file could not be fetched: %s", error.status)
        return ""
