"""Who asks, and whose glossary is meant? A server's where the bot belongs to it, else that of the server last used.

Where the bot is no member, the permissions that Discord tells are those of *that* server: they say nothing about the
glossary that is read, so they are never looked at. Whoever belongs to no server of the bot is a stranger: anybody can
install it for themselves, and whoever left a team can still write to it, so what is at home is shown to strangers only
where the settings say so. Otherwise they read the starter, in a place of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from adapters.discord.naming import account_of, workspace_of
from adapters.discord.remembering import Remembered
from bot.requests import Asker, Fact, WorkspaceId, person_of
from glossary.concept import LanguageTag
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

    from bot.ports import SettingStore

NOWHERE = 0
"""Stands for a server where there is none."""
WORKSPACE = "workspace"
"""The setting of a person that says which server they last used."""
MEMBERS_LAST = 300.0
"""Seconds for which it is believed that somebody is a member, and has those roles."""


@dataclass(frozen=True, slots=True)
class Member:
    """What a server says of somebody."""

    may_manage: bool = False
    roles: tuple[str, ...] = ()
    spoken: LanguageTag | None = None
    """The language of the server."""


class Servers(Protocol):
    """What the gateway knows of servers."""

    def has(self, guild: int) -> bool:
        """Tell whether the bot is a member of a server."""
        ...

    def only(self) -> int | None:
        """Give the server of a bot that is in exactly one; None for none, several, and while that is not known."""
        ...

    async def member(self, guild: int, user: int) -> Member | None:
        """Ask what a server says of somebody; None for no member.

        Raises:
            UnavailableError: Discord does not say.
        """
        ...


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as far as one server's glossary is concerned."""

    guild: int
    user: int
    locale: LanguageTag | None
    facts: frozenset[Fact] = frozenset()
    groups: frozenset[str] = frozenset()
    spoken: LanguageTag | None = None
    """The language of the server."""

    @property
    def workspace(self) -> WorkspaceId:
        """Name the workspace."""
        return workspace_of(self.guild)

    @property
    def asker(self) -> Asker:
        """Introduce them to the door."""
        return Asker(account_of(self.guild, self.user), self.locale, self.facts, self.groups)


def member_of(member: discord.Member, permissions: discord.Permissions) -> Member:
    """Read what Discord says of a member: may they manage the server, and which roles have they?"""
    may_manage = permissions.manage_guild or permissions.administrator
    return Member(may_manage, tuple(str(role.id) for role in member.roles), spoken_in(member.guild))


def spoken_in(guild: discord.Guild) -> LanguageTag:
    """Tell the language of a server; Discord says English of one that has chosen none."""
    return LanguageTag(guild.preferred_locale.value)


class People:
    """Introduces whoever asks."""

    def __init__(
        self,
        servers: Servers,
        settings: SettingStore,
        at_home: set[WorkspaceId],
        clock: Callable[[], float],
        *,
        is_open: bool = False,
    ) -> None:
        self._is_open = is_open
        self._servers = servers
        self._settings = settings
        self._at_home = at_home
        self._clock = clock
        self._is_settled = False
        self._locales: Remembered[LanguageTag] = Remembered()
        self._last: Remembered[int] = Remembered()
        self._kept: Remembered[int] = Remembered()
        """What the store says, which may be a little behind."""
        self._members: Remembered[tuple[float, Member | None]] = Remembered()

    def settle(self) -> None:
        """Let the only server of a bot be at home, before anybody asks there; not where homes are named."""
        if self._is_settled or any(workspace.startswith("discord:") for workspace in self._at_home):
            return
        only = self._servers.only()
        if only is not None:
            self._at_home.add(workspace_of(only))
            self._is_settled = True

    def here(self, guild: int, user: int, member: Member, locale: LanguageTag | None) -> Person:
        """Introduce a member of a server that the bot belongs to."""
        self.settle()
        facts = frozenset({Fact.OWNS_OR_ADMINISTERS}) if member.may_manage else frozenset[Fact]()
        return Person(guild, user, self._locale(user, locale), facts, frozenset(member.roles), member.spoken)

    async def elsewhere(self, user: int, locale: LanguageTag | None, about: int | None = None) -> Person:
        """Introduce somebody outside any server of the bot: in a direct message, or where they alone installed it.

        The server is the one that is named; else the one they last used, else home, if they belong to it. What names
        one is never about another: the same numbers stand for something else there. A stranger reads only: what is at
        home where it is open, else the starter.
        """
        self.settle()
        guild = about if about is not None else await self._last_used(user)
        member = await self._member(guild, user) if guild else None
        if guild and member is not None:
            return self.here(guild, user, member, locale)
        home = self._home()
        member = await self._member(home, user) if home and home != guild and not about else None
        if member is not None:
            return self.here(home, user, member, locale)
        read = home if self._is_open else NOWHERE
        return Person(read, user, self._locale(user, locale), frozenset({Fact.IS_FROM_ELSEWHERE}))

    async def told(self, guild: int, user: int) -> Person:
        """Introduce somebody who is told something about a server's glossary; who left it reads only."""
        member = await self._member(guild, user)
        if member is not None:
            return self.here(guild, user, member, None)
        return Person(guild, user, self._locale(user, None), frozenset({Fact.IS_FROM_ELSEWHERE}))

    def use(self, person: Person) -> None:
        """Remember which server somebody uses now, before they have their answer: the next question may be close."""
        if person.guild != NOWHERE:
            self._last.put(person.user, person.guild)

    async def keep(self, person: Person) -> None:
        """Keep which server somebody used last; written only when it changed.

        Raises:
            UnavailableError: The store does not answer.
        """
        if person.guild != NOWHERE and await self._kept_for(person.user) != person.guild:
            await self._settings.set_setting(_subject(person.user), WORKSPACE, str(person.guild))
            self._kept.put(person.user, person.guild)

    def forget(self, user: int) -> None:
        """Forget which server somebody used last, and their language; what is kept is for the door to remove."""
        self._last.drop(user)
        self._kept.drop(user)
        self._locales.drop(user)

    def _home(self) -> int:
        homes = sorted(workspace for workspace in self._at_home if workspace.startswith("discord:"))
        known = [int(number) for home in homes if (number := home.partition(":")[2]).isdecimal()]
        return known[0] if known else NOWHERE

    def _locale(self, user: int, locale: LanguageTag | None) -> LanguageTag | None:
        """Remember which language somebody's client speaks: a message does not say it."""
        if locale is not None:
            self._locales.put(user, locale)
        return locale or self._locales.get(user)

    async def _last_used(self, user: int) -> int | None:
        """Tell which server somebody used last; None where that is not known, or the store does not answer."""
        known = self._last.get(user)
        if known is not None:
            return known
        try:
            return await self._kept_for(user)
        except UnavailableError:
            return None

    async def _kept_for(self, user: int) -> int | None:
        """Read which server somebody used last, once."""
        known = self._kept.get(user)
        if known is not None:
            return known
        kept = (await self._settings.settings_of(_subject(user))).get(WORKSPACE, "")
        if not kept.isdecimal():
            return None
        self._kept.put(user, int(kept))
        return int(kept)

    async def _member(self, guild: int, user: int) -> Member | None:
        if not self._servers.has(guild):
            return None
        now, key = self._clock(), f"{guild}:{user}"
        asked = self._members.get(key)
        if asked is None or now - asked[0] > MEMBERS_LAST:
            try:
                asked = now, await self._servers.member(guild, user)
            except UnavailableError:
                return asked[1] if asked else None  # and asked again with the next question
            self._members.put(key, asked)
        return asked[1]


def _subject(user: int) -> str:
    return person_of(account_of(NOWHERE, user))
