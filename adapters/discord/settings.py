"""Which bot is this on Discord, where is Discord, and which part of it is ours? What the environment says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import yarl
from discord.asset import Asset
from discord.gateway import DiscordWebSocket
from discord.http import Route

from glossary.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Mapping

YES = frozenset({"1", "yes", "true", "on"})
_SHARDS = re.compile(r"(?:(?P<first>\d{1,5})(?:-(?P<last>\d{1,5}))?/)?(?P<count>[1-9]\d{0,4})")


@dataclass(frozen=True, slots=True)
class Settings:
    """``DISCORD_*``; what is not set is Discord itself, with as many shards as it recommends."""

    token: str
    api_url: str = ""
    """Ends in ``/api/v10``."""
    gateway_url: str = ""
    cdn_url: str = ""
    sync_guild: int | None = None
    """The server that alone gets the commands, while somebody works on them."""
    shard_count: int | None = None
    shard_ids: tuple[int, ...] = ()
    """Those of this process; empty for all."""
    greets_members: bool = False
    """Whether those who join a server are greeted: this needs an intent that Discord gives only when asked for."""
    opens_home: bool = False
    """Whether whoever belongs to no server of the bot may read what is at home."""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Settings:
        """Read the settings.

        Raises:
            MalformedError: One of them is missing or cannot be understood; its field is the name of the variable.
        """
        token = environment.get("DISCORD_TOKEN", "").strip().removeprefix("Bot ").strip()
        if not token:
            raise MalformedError("missing", "DISCORD_TOKEN")
        ids, count = _shards(environment.get("DISCORD_SHARDS", "").strip())
        return cls(
            token,
            _address(environment, "DISCORD_API_URL", ("https", "http")).rstrip("/"),
            _address(environment, "DISCORD_GATEWAY_URL", ("wss", "ws")),
            _address(environment, "DISCORD_CDN_URL", ("https", "http")).rstrip("/"),
            _number(environment, "DISCORD_SYNC_GUILD"),
            count,
            ids,
            _is_yes(environment, "DISCORD_GREET_MEMBERS"),
            _is_yes(environment, "DISCORD_OPEN_HOME"),
        )

    def point_the_library(self) -> None:
        """Tell discord.py where Discord is; it keeps that for all clients of a process."""
        if self.api_url:
            Route.BASE = self.api_url
        if self.gateway_url:
            DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(self.gateway_url)
        if self.cdn_url:
            Asset.BASE = self.cdn_url


def _address(environment: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str:
    written = environment.get(name, "").strip()
    if written and (urlsplit(written).scheme not in schemes or not urlsplit(written).netloc):
        raise MalformedError("not an address", name)
    return written


def _is_yes(environment: Mapping[str, str], name: str) -> bool:
    return environment.get(name, "").strip().lower() in YES


def _number(environment: Mapping[str, str], name: str) -> int | None:
    written = environment.get(name, "").strip()
    if written and not written.isdecimal():
        raise MalformedError("not the number of a server", name)
    return int(written) if written else None


def _shards(written: str) -> tuple[tuple[int, ...], int | None]:
    """Read ``8`` for all of eight shards, ``0-3/8`` for four of them, ``5/8`` for one."""
    if not written:
        return (), None
    found = _SHARDS.fullmatch(written)
    if found is None:
        raise MalformedError("shards look like 8, or 0-3/8 for some of them", "DISCORD_SHARDS")
    count = int(found["count"])
    if found["first"] is None:
        return (), count
    ids = tuple(range(int(found["first"]), int(found["last"] or found["first"]) + 1))
    if not ids or ids[-1] >= count:
        raise MalformedError("shards look like 8, or 0-3/8 for some of them", "DISCORD_SHARDS")
    return ids, count
