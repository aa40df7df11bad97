"""Who asks? What Slack says of people: kept for a day, and read once somebody is answered."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from adapters.slack.calling import CallError
from bot.requests import AccountId, Asker, Fact, WorkspaceId
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from adapters.slack.calling import Calls
    from adapters.slack.installations import Installed
    from bot.ports import PreferenceStore, RoleStore

    class Stores(RoleStore, PreferenceStore, Protocol):
        """What is kept about people."""


A_DAY = 86_400.0
"""Seconds that something said of a person counts for."""
AN_HOUR = 3_600.0
"""Seconds that the members of a user group count for."""
MOST_PEOPLE = 50_000
PLATFORM = "slack"


@dataclass(frozen=True, slots=True)
class Person:
    """What Slack says of somebody."""

    locale: LanguageTag | None = None
    facts: frozenset[Fact] = frozenset()

    @property
    def is_from_elsewhere(self) -> bool:
        """Tell whether they belong to another company, in a channel that is shared."""
        return Fact.IS_FROM_ELSEWHERE in self.facts


STRANGER = Person()
"""Somebody of whom nothing is known yet."""


def workspace_of(team: str) -> WorkspaceId:
    """Name a workspace."""
    return WorkspaceId(f"{PLATFORM}:{team}")


def account_of(team: str, user: str) -> AccountId:
    """Name a person in a workspace."""
    return AccountId(f"{PLATFORM}:{team}:{user}")


class People:
    """Remembers people and the groups they are in, each workspace for itself."""

    def __init__(self, calls: Calls, store: Stores, clock: Callable[[], float]) -> None:
        self._calls = calls
        self._store = store
        self._clock = clock
        self._people: OrderedDict[AccountId, tuple[Person, float]] = OrderedDict()
        self._groups: dict[str, tuple[Mapping[str, frozenset[str]], float]] = {}
        self._asking: dict[AccountId, asyncio.Task[None]] = {}

    def asker(self, team: str, user: str) -> Asker:
        """Introduce somebody, with what is known of them at the moment."""
        account = account_of(team, user)
        person = self.known(account) or STRANGER
        members, _ = self._groups.get(team, ({}, 0.0))
        groups = frozenset(group for group, users in members.items() if user in users)
        return Asker(account, person.locale, person.facts, groups)

    def known(self, account: AccountId) -> Person | None:
        """Tell what is known of somebody; None for nothing, or for nothing fresh."""
        person, until = self._people.get(account, (None, 0.0))
        return person if self._clock() < until else None

    def is_known(self, team: str, user: str) -> bool:
        """Tell whether there is nothing to ask Slack about somebody."""
        return self.known(account_of(team, user)) is not None and self._clock() < self._groups.get(team, ({}, 0.0))[1]

    async def learn(self, installed: Installed, user: str, limit: float) -> None:
        """Ask Slack what is not known of somebody; what it does not say stays unknown.

        However many want to know it at the same time, as when somebody joins several channels, it is asked once.
        """
        account = account_of(installed.team, user)
        if self.known(account) is None:
            asking = self._asking.get(account)
            if asking is None:
                asking = self._asking[account] = asyncio.create_task(self._ask(installed, user, limit))
                asking.add_done_callback(lambda _: self._asking.pop(account, None))
            await asyncio.shield(asking)
            if self.known(account) is None:
                return
        if self._clock() >= self._groups.get(installed.team, ({}, 0.0))[1]:
            members = await self._members(installed, limit)
            self._groups[installed.team] = (members, self._clock() + AN_HOUR)

    async def hear(self, installed: Installed, user: Mapping[str, Any]) -> None:
        """Keep what Slack says of somebody unasked, where that is all there is to know."""
        if user.get("locale") and user.get("team_id"):
            await self._learned(installed, str(user.get("id")), user)

    async def _ask(self, installed: Installed, user: str, limit: float) -> None:
        try:
            said = await self._calls.call(installed.token, "users.info", limit, user=user, include_locale=True)
        except CallError:
            return
        await self._learned(installed, user, said.get("user") or {})

    async def _learned(self, installed: Installed, user: str, said: Mapping[str, Any]) -> None:
        account, person = account_of(installed.team, user), person_of(said, installed)
        self._keep(account, person)
        if person.locale:
            await self._store.remember_locale(account, person.locale)  # for the first answer of the next process

    def _keep(self, account: AccountId, person: Person) -> None:
        self._people.pop(account, None)
        self._people[account] = (person, self._clock() + A_DAY)
        while len(self._people) > MOST_PEOPLE:
            self._people.popitem(last=False)

    async def _members(self, installed: Installed, limit: float) -> Mapping[str, frozenset[str]]:
        """Ask who is in the user groups that were given a role; the others count for nothing here."""
        given = await self._store.roles_in(workspace_of(installed.team))
        members: dict[str, frozenset[str]] = {}
        for group in (holder for holder in given if holder.startswith("S") and holder.isalnum()):
            try:
                said = await self._calls.call(installed.token, "usergroups.users.list", limit, usergroup=group)
            except CallError:
                continue
            members[group] = frozenset(said.get("users") or ())
        return members


def person_of(user: Mapping[str, Any], installed: Installed) -> Person:
    """Read what users.info says."""
    locale = LanguageTag(user["locale"]) if user.get("locale") else None
    return Person(locale, frozenset({_fact(user, installed)}))


def _fact(user: Mapping[str, Any], installed: Installed) -> Fact:
    is_ours = user.get("team_id") == installed.team or _is_of_enterprise(user, installed)
    if user.get("is_stranger") or not is_ours:
        return Fact.IS_FROM_ELSEWHERE
    if user.get("is_bot"):
        return Fact.IS_BOT
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return Fact.IS_GUEST
    if any(user.get(name) for name in ("is_admin", "is_owner", "is_primary_owner")):
        return Fact.OWNS_OR_ADMINISTERS
    return Fact.IS_FULL_MEMBER


def _is_of_enterprise(user: Mapping[str, Any], installed: Installed) -> bool:
    """Tell whether somebody belongs to the same organization: there a person may be in many of its workspaces."""
    grid = user.get("enterprise_user") or {}
    is_same = bool(installed.enterprise) and grid.get("enterprise_id") == installed.enterprise
    return is_same or installed.team in (grid.get("teams") or ())
