"""What is offered while somebody types? Names from the door, and languages by any of their names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from adapters.discord.buttons import CustomIds
from adapters.discord.markdown import plain_line
from bot.replies import Options
from bot.wording import name_of_language
from glossary.concept import LanguageTag
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from bot.replies import Reply

MOST = 25
LONGEST = 100
"""discord-api-docs, interactions/application-commands: choices of an autocompletion, and the length of each."""


def names_in(reply: Reply) -> list[app_commands.Choice[str]]:
    """Offer what a reply offers: what is picked says which entry it is."""
    ids = CustomIds()
    options = [option for block in reply.blocks if isinstance(block, Options) for option in block.options]
    return [
        app_commands.Choice(name=plain_line(option.choice.label, LONGEST), value=value)
        for option in options
        if (value := ids.of(option.choice.command)) is not None
    ][:MOST]


def languages_like(typed: str, reader: LanguageTag) -> list[app_commands.Choice[str]]:
    """Offer the languages whose name begins like that, in the reader's language or their own; all for nothing typed."""
    wanted = strict_key(typed)
    found = [
        app_commands.Choice(name=plain_line(name, LONGEST), value=tag)
        for tag, name, keys in _languages(reader)
        if any(key.startswith(wanted) for key in keys)
    ]
    return found[:MOST]


@lru_cache(maxsize=64)
def _languages(reader: LanguageTag) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """List (tag, name to show, keys it is found by) of the languages that Discord's client has."""
    tags = (LanguageTag(locale.value) for locale in discord.Locale)
    named = ((tag, name_of_language(tag, reader), name_of_language(tag, tag)) for tag in tags)
    return tuple(
        (tag, mine if mine == own else f"{mine} · {own}", (strict_key(tag), strict_key(mine), strict_key(own)))
        for tag, mine, own in named
    )
