"""In which servers does the bot live? What is done when it is added to one, and when it is removed.

Both may happen while no process runs: the servers are kept, and compared when there is a connection again. Each process
keeps and compares those of its own shards.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import discord

from adapters.discord.naming import account_of, channel_of, workspace_of
from adapters.discord.people import spoken_in
from bot.commands import FirstRun
from bot.delivering import Sent
from bot.keeping import Recipient
from bot.replies import Reply
from bot.requests import Asker, Fact, Place, Request
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from adapters.discord.answering import Door
    from adapters.discord.sending import Sending
    from adapters.discord.working import Work
    from bot.ports import SettingStore
    from bot.requests import WorkspaceId

SERVERS = "servers"
"""How the settings of the application begin that list the servers, one for each part."""

logger = logging.getLogger(__name__)


class Housing(Protocol):
    """Learns which workspaces removed the bot, and which have it again: fulfilled by `bot.housing.Housing`."""

    async def left(self, workspace: WorkspaceId, at: datetime) -> None:
        """Note that a workspace removed the bot."""
        ...

    async def came_back(self, workspace: WorkspaceId) -> None:
        """Note that a workspace has the bot again."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """Which servers a process hears of: those of its shards, of so many. At least one shard, and no gap among them."""

    shards: tuple[int, ...]
    count: int

    @property
    def setting(self) -> str:
        """Name the setting that lists its servers."""
        return f"{SERVERS} {self.shards[0]}-{self.shards[-1]}/{self.count}"

    def has(self, guild: int) -> bool:
        """Tell whether it hears of a server: discord-api-docs, events/gateway, Sharding."""
        return (guild >> 22) % self.count in self.shards


@dataclass(slots=True)
class Residence:
    """Knows the servers that the bot is in, and tells newcomers how to begin."""

    door: Door
    housing: Housing
    settings: SettingStore
    sending: Sending
    work: Work
    now: Callable[[], datetime]
    _known: set[int] | None = field(default=None, init=False)
    """None until they were compared."""
    _part: Part = field(default=Part((0,), 1), init=False)

    async def compare(self, application: int, part: Part, guilds: Iterable[discord.Guild]) -> None:
        """Learn what happened while no process ran. The very first time nothing is known, and nobody is welcomed."""
        present = {guild.id: guild for guild in guilds}
        self._part = part
        try:
            lists = await self._lists(application)
            kept = {guild for servers in lists.values() for guild in servers if part.has(guild)}
            before = kept if kept or part.setting in lists else set(present)
            self._known = set(present)
            for guild in before - set(present):
                await self.housing.left(workspace_of(guild), self.now())
            for guild in set(present) - before:
                await self._welcomed(present[guild])
            if lists.get(part.setting) != self._known:
                await self._keep(application)
            await self._take_over(application, lists)
        except UnavailableError:
            self._known = None  # compared again with the next connection
            logger.warning("the servers are not compared: the store does not answer")

    async def _lists(self, application: int) -> Mapping[str, set[int]]:
        """Read which servers there were, by the setting that lists them."""
        kept = await self.settings.settings_of(_subject(application))
        return {
            name: {int(one) for one in servers.split(",") if one}
            for name, servers in kept.items()
            if name.startswith(SERVERS)
        }

    async def _take_over(self, application: int, lists: Mapping[str, set[int]]) -> None:
        """Take the servers of this part out of the lists of others: the shards were shared out anew."""
        for name, servers in lists.items():
            others = {guild for guild in servers if not self._part.has(guild)}
            if name != self._part.setting and others != servers:
                await self.settings.set_setting(_subject(application), name, _written(others) or None)

    async def joined(self, application: int, guild: discord.Guild) -> None:
        """Welcome a server that added the bot; what it had before it removed it is there again."""
        if self._known is not None and guild.id in self._known:
            return
        with self.work:
            try:
                await self._welcomed(guild)
                if self._known is not None:
                    self._known.add(guild.id)
                    await self._keep(application)
            except UnavailableError:
                logger.warning("a new server is not welcomed: the store does not answer")

    async def appeared(self, application: int, guild: discord.Guild) -> None:
        """Welcome a server that is there now and was not before; while nothing is known it may always have been."""
        if self._known is not None:
            await self.joined(application, guild)

    async def left(self, application: int, guild: int) -> None:
        """Note that a server removed the bot; its glossary is kept for a while."""
        with self.work:
            try:
                await self.housing.left(workspace_of(guild), self.now())
                if self._known is not None:
                    self._known.discard(guild)
                    await self._keep(application)
            except UnavailableError:
                logger.warning("it is not kept that a server removed the bot: the store does not answer")

    async def _welcomed(self, guild: discord.Guild) -> None:
        """Tell whoever added the bot how to begin, or the server where they take no messages."""
        await self.housing.came_back(workspace_of(guild.id))
        account = account_of(guild.id, await adder_of(guild))
        asker = Asker(account, facts=frozenset({Fact.OWNS_OR_ADMINISTERS}))
        place = Place(workspace_of(guild.id), is_direct=True, surface="discord message", locale=spoken_in(guild))
        answer = await self.door(Request(asker, place, FirstRun(), takes_forms=False))
        if not isinstance(answer, Reply):
            return
        if await self.sending.send(Recipient(account), answer) is not Sent.SENT and guild.system_channel is not None:
            channel = channel_of(guild.system_channel.id)
            await self.sending.send(Recipient(f"{workspace_of(guild.id)}:{channel}"), answer)

    async def _keep(self, application: int) -> None:
        await self.settings.set_setting(_subject(application), self._part.setting, _written(self._known or ()))


async def adder_of(guild: discord.Guild) -> int:
    """Tell who added the bot, where we may look that up; else the owner of the server."""
    if guild.me.guild_permissions.view_audit_log:
        try:
            async for entry in guild.audit_logs(action=discord.AuditLogAction.bot_add, limit=5):
                if entry.user_id is not None and entry.target is not None and entry.target.id == guild.me.id:
                    return entry.user_id
        except discord.DiscordException as error:
            logger.warning("Discord does not say who added the bot: %s", type(error).__name__)
    return guild.owner_id or 0


def _written(servers: Iterable[int]) -> str:
    return ",".join(map(str, sorted(servers)))


def _subject(application: int) -> str:
    return f"discord:{application}:"
