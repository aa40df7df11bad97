"""What comes in through the gateway, and who takes it? The client, with no more intents and memory than it needs."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import TYPE_CHECKING, Any, Protocol

import discord

from adapters.discord.failing import Tree, log_where
from adapters.discord.residing import Part
from adapters.discord.syncing import sync
from adapters.discord.tree import Spoken, commands_for, menu_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from adapters.discord.arrivals import Arrivals
    from adapters.discord.hearing import Hearing
    from adapters.discord.reception import Reception
    from adapters.discord.settings import Settings
    from bot.ports import SettingStore

SYNC_AGAIN = 2.0
LONGEST_SYNC_AGAIN = 300.0
"""Seconds until commands that could not be registered are tried again; the first wait doubles until it is that long."""
BETWEEN_INTRODUCTIONS = 5.0
"""Seconds: discord-api-docs, events/gateway, Session Start Limit."""
LONGEST_LIMIT = 60.0
"""Seconds that a rate limit may make a call wait; what would take longer fails at once, and is said so."""

logger = logging.getLogger(__name__)


def intents(*, greets_members: bool) -> discord.Intents:
    """Ask for servers and for messages, without their content; for those who join only where they are greeted."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    wanted.members = greets_members
    return wanted


def _remembered(*, greets_members: bool) -> discord.MemberCacheFlags:
    """Remember nobody; where members are greeted all: Discord tells which roles somebody has, and not which are new."""
    flags = discord.MemberCacheFlags.none()
    flags.joined = greets_members
    return flags


class Listener(Protocol):
    """Takes what the gateway brings."""

    @property
    def reception(self) -> Reception:
        """Take interactions."""
        ...

    @property
    def hearing(self) -> Hearing:
        """Take messages."""
        ...

    @property
    def arrivals(self) -> Arrivals:
        """Take who came to a server, and who left it."""
        ...

    async def connected(self) -> None:
        """Learn that a shard has connected, and which servers there are."""
        ...

    async def joined(self, application: int, guild: discord.Guild) -> None:
        """Learn that the bot was added to a server."""
        ...

    async def appeared(self, application: int, guild: discord.Guild) -> None:
        """Learn that a server is there, which may be new."""
        ...

    async def left(self, application: int, guild: int) -> None:
        """Learn that the bot was removed from a server."""
        ...


class Gateway(discord.AutoShardedClient):
    """One connection to Discord, with as many shards as it has; a new one is made after it ended."""

    def __init__(
        self,
        settings: Settings,
        kept: SettingStore,
        listener: Listener,
        pause: Callable[[float], Awaitable[None]],
        *,
        greets_members: bool,
    ) -> None:
        super().__init__(
            intents=intents(greets_members=greets_members),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=_remembered(greets_members=greets_members),
            chunk_guilds_at_startup=greets_members,
            max_messages=None,
            max_ratelimit_timeout=LONGEST_LIMIT,
            shard_count=settings.shard_count,
        )
        self.shard_ids = list(settings.shard_ids) or None
        self.tree = Tree(self)
        for command in commands_for(listener.reception):
            self.tree.add_command(command)
        self.tree.add_command(menu_for(listener.reception))
        self._settings = settings
        self._kept = kept
        self._pause = pause
        self._listener = listener
        self._up: set[int] = set()
        self._syncing: asyncio.Task[None] | None = None

    async def setup_hook(self) -> None:
        """Prepare the commands; they are registered beside the connecting, which need not wait for it."""
        await self.tree.set_translator(Spoken())
        self._syncing = asyncio.create_task(self._sync())

    async def launch_shards(self) -> None:
        """Connect; to the gateway that is named, where one is, whatever Discord recommends."""
        if self._settings.gateway_url and self.shard_count is None:
            self.shard_count, _, _ = await self.http.get_bot_gateway()
        await super().launch_shards()

    async def before_identify_hook(self, _: int | None, *, initial: bool = False) -> None:
        """Wait before another introduction: Discord takes one in five seconds, and a thousand a day."""
        if not initial:
            await self._pause(BETWEEN_INTRODUCTIONS)

    async def close(self) -> None:
        """Disconnect."""
        if self._syncing is not None:
            self._syncing.cancel()
        self._up.clear()
        await super().close()

    @property
    def number(self) -> int:
        """Give the number of the application, which is known from the login on."""
        return self.application_id or 0

    def is_connected(self) -> bool:
        """Tell whether every shard of this process can hear and be heard."""
        return bool(self._up) and self._up >= set(self.part.shards) and not self.is_closed()

    def has_all(self) -> bool:
        """Tell whether every shard there is belongs to this process, and has said which servers it has."""
        return self.is_connected() and len(self.part.shards) == self.part.count

    @property
    def part(self) -> Part:
        """Tell which servers this process hears of."""
        count = self.shard_count or 1
        return Part(tuple(self.shard_ids or range(count)), count)

    async def _sync(self) -> None:
        """Register the commands if they changed; what fails is tried again, and the bot answers meanwhile."""
        wait = SYNC_AGAIN
        while True:
            try:
                await sync(self.tree, self._kept, self.number, self._settings.sync_guild)
            except discord.Forbidden:
                logger.error("the commands cannot be registered: is DISCORD_SYNC_GUILD a server that the bot is in?")  # noqa: TRY400 — its text would add nothing
                return
            except Exception as error:  # noqa: BLE001 — whatever it is, the bot answers meanwhile, and it is tried again
                log_where(error, "the commands are not registered yet")
                await self._pause(wait)
                wait = min(2 * wait, LONGEST_SYNC_AGAIN)
            else:
                return

    # What the library calls, by the name of the event.

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take a button, a pick or a form; commands come through the tree."""
        if interaction.type is discord.InteractionType.component:
            await self._listener.reception.button(interaction)
        elif interaction.type is discord.InteractionType.modal_submit:
            await self._listener.reception.form(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Take a message."""
        if self.user is not None:
            await self._listener.hearing.message(message, self.user.id)

    async def on_shard_connect(self, shard: int) -> None:
        """Learn that a shard has a session."""
        self._up.add(shard)
        await self._listener.connected()

    async def on_shard_resumed(self, shard: int) -> None:
        """Learn that a shard goes on with its session."""
        self._up.add(shard)

    async def on_shard_disconnect(self, shard: int) -> None:
        """Learn that a shard has lost its connection."""
        self._up.discard(shard)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Learn that the bot was added to a server."""
        await self._listener.joined(self.number, guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Learn that a server is there again, or for the first time: Discord does not always say which."""
        await self._listener.appeared(self.number, guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Learn that the bot was removed from a server."""
        await self._listener.left(self.number, guild.id)

    async def on_member_join(self, member: discord.Member) -> None:
        """Learn that somebody joined a server."""
        await self._listener.arrivals.came(member)

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """Learn that somebody changed, such as by a role that they were given."""
        await self._listener.arrivals.changed(before, after)

    async def on_raw_member_remove(self, gone: discord.RawMemberRemoveEvent) -> None:
        """Learn that somebody left a server; raw, because not everybody is remembered."""
        await self._listener.arrivals.went(gone.guild_id, gone.user)

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """Log where something went wrong, and never what was typed."""
        error = sys.exc_info()[1]
        if error is not None:
            log_where(error, event_method)
