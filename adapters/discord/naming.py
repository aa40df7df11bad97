"""How are servers, people and channels of Discord named towards the door? Names are made and read here only."""

from __future__ import annotations

import re

from bot.requests import AccountId, ChannelId, WorkspaceId

_PERSON = re.compile(r"discord:(\d{1,20}):(\d{1,20})")
_CHANNEL = re.compile(r"discord:\d{1,20}:#(\d{1,20})")


def workspace_of(guild: int) -> WorkspaceId:
    """Name a server as a workspace."""
    return WorkspaceId(f"discord:{guild}")


def account_of(guild: int, user: int) -> AccountId:
    """Name somebody in a server."""
    return AccountId(f"discord:{guild}:{user}")


def channel_of(channel: int) -> ChannelId:
    """Name a channel; unlike that of a person it begins with a sign, for on Discord both are numbers."""
    return ChannelId(f"#{channel}")


def channel_in(recipient: str) -> int | None:
    """Read the channel in the name of a place; None for a person."""
    found = _CHANNEL.fullmatch(recipient)
    return int(found[1]) if found else None


def person_in(recipient: str) -> tuple[int, int] | None:
    """Read (server, person) in the name of an account; None for what is none of Discord's."""
    found = _PERSON.fullmatch(recipient)
    return (int(found[1]), int(found[2])) if found else None
