"""Where is the app installed, and with which token? Kept sealed, remembered in memory, renewed before it runs out."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from adapters.slack.calling import AT_ONCE, CallError
from adapters.slack.people import workspace_of
from bot.keeping import Holder, Lease
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from adapters.slack.background import Background
    from adapters.slack.calling import Calls
    from adapters.slack.settings import Settings
    from bot.ports import LeaseStore, SecretStore, SettingStore
    from bot.requests import WorkspaceId

    class Stores(SecretStore, LeaseStore, SettingStore, Protocol):
        """What installations are kept in."""


logger = logging.getLogger(__name__)

RENEW_BEFORE = 7_200.0
"""Seconds before a token runs out (it lasts twelve hours) in which it is renewed beside the answers."""
LOOK_AGAIN = 600.0
"""Seconds after which it is looked up, beside an answer, whether another process has changed an installation."""
ORGANIZATION = "organization"
"""The setting of a workspace that says by which organization the app was installed into it."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The app in one workspace, or in a whole organization (then `team` is the workspace that it is used in)."""

    team: str
    token: str = field(repr=False)
    bot_user: str = ""
    enterprise: str = ""
    is_everywhere: bool = False
    """Whether the whole organization has installed it."""
    refresh_token: str = field(default="", repr=False)
    expires: float = 0.0
    """Seconds since 1970; 0 for a token that lasts."""
    installer: str = ""

    @property
    def name(self) -> str:
        """Name what is kept of it."""
        return _name(self.enterprise, "" if self.is_everywhere else self.team)


def _name(enterprise: str, team: str) -> str:
    return f"slack:installation:{team or enterprise}"


@dataclass(frozen=True, slots=True)
class _Remembered:
    installed: Installed | None
    read_at: float


class Installations:
    """Finds the installation for what arrives; a warm one without asking anybody."""

    def __init__(  # noqa: PLR0913, PLR0917 — the parts of the outside world that it has to do with
        self,
        settings: Settings,
        stores: Stores,
        calls: Calls,
        background: Background,
        now: Callable[[], datetime],
        holder: Holder,
        at_home: set[WorkspaceId],
    ) -> None:
        self._settings = settings
        self._stores = stores
        self._calls = calls
        self._background = background
        self._now = now
        self._holder = holder
        self._at_home = at_home
        self._own: Installed | None = None
        self._remembered: dict[tuple[str, str], _Remembered] = {}

    @property
    def is_ready(self) -> bool:
        """Tell whether it is known whose token was given, where one was."""
        return self._own is not None or not self._settings.bot_token

    async def own(self) -> Installed | None:
        """Tell whose token was given with the settings; None where there is none. That workspace is at home.

        Raises:
            CallError: Slack does not know the token, or does not answer.
        """
        if self._settings.bot_token and self._own is None:
            said = await self._calls.call(self._settings.bot_token, "auth.test")
            enterprise = str(said.get("enterprise_id") or "")
            bot_user = str(said.get("user_id") or "")
            self._own = Installed(str(said["team_id"]), self._settings.bot_token, bot_user, enterprise)
            self._at_home.add(workspace_of(self._own.team))
        return self._own

    async def of(self, team: str, enterprise: str = "") -> Installed | None:
        """Find the installation for a workspace; None where there is none (any more).

        Raises:
            UnavailableError: It is not in memory, and the store does not answer.
            CallError: Slack was not asked yet whose token it is, and does not answer.
        """
        own = self._own or await self.own()
        if own is not None and team == own.team:
            return own
        if not team and not enterprise:
            return None
        known = self._remembered.get((enterprise, team))
        if known is None or known.installed is None or self._seconds_left(known.installed) <= 0:
            return await self._read(team, enterprise)
        if self._is_due(known):
            self._remembered[enterprise, team] = replace(known, read_at=self._now().timestamp())
            self._background.start(self._read(team, enterprise))
        return known.installed

    async def keep(self, installed: Installed) -> None:
        """Keep a new installation, or a renewed one.

        Raises:
            UnavailableError: The store does not answer, or has no key to seal it with.
        """
        await self._stores.keep_secret(installed.name, json.dumps(asdict(installed)))
        self._remembered.clear()

    async def remove(self, team: str, enterprise: str) -> None:
        """Let go of the installation in a workspace; when an organization removed it, in all of its workspaces."""
        found = await self.of(team, enterprise)
        if found is not None and found is not self._own:
            await self._stores.drop_secret(found.name)
        self._remembered.clear()

    def forget(self, installed: Installed) -> None:
        """Look it up anew next time: its token does not work any more."""
        self._remembered = {at: one for at, one in self._remembered.items() if one.installed != installed}

    async def _read(self, team: str, enterprise: str) -> Installed | None:
        found = await self._kept(team, enterprise)
        if found is not None and self._seconds_left(found) < RENEW_BEFORE:
            found = await self._renewed(found)
        self._remembered[enterprise, team] = _Remembered(found, self._now().timestamp())
        return found

    async def _kept(self, team: str, enterprise: str) -> Installed | None:
        """Read the workspace's own installation, else that of its organization, whichever way that is known."""
        own = await self._stores.secret(_name("", team)) if team else None
        if own is not None:
            return Installed(**json.loads(own))
        organization = enterprise
        if not organization and team:
            organization = (await self._stores.settings_of(workspace_of(team))).get(ORGANIZATION, "")
        everywhere = await self._stores.secret(_name(organization, "")) if organization else None
        if everywhere is None:
            return None
        if enterprise and team:
            await self._stores.set_setting(workspace_of(team), ORGANIZATION, enterprise)  # for what is said unasked
        return replace(Installed(**json.loads(everywhere)), team=team)

    async def _renewed(self, old: Installed) -> Installed:
        """Renew a token: one process does, since the refresh token is good once; the others go on with the old one."""
        now = self._now()
        until = now.fromtimestamp(now.timestamp() + LOOK_AGAIN, now.tzinfo)
        if not await self._stores.acquire(Lease(f"renew:{old.name}", self._holder, until), now):
            return old
        kept = await self._stores.secret(old.name)
        latest = replace(Installed(**json.loads(kept)), team=old.team) if kept else old
        if self._seconds_left(latest) >= RENEW_BEFORE:  # another process did while this one waited for the lease
            return latest
        try:
            said = await self._calls.call(
                "",
                "oauth.v2.access",
                AT_ONCE,
                client_id=self._settings.client_id,
                client_secret=self._settings.client_secret,
                grant_type="refresh_token",
                refresh_token=latest.refresh_token,
            )
            fresh = replace(
                latest,
                token=str(said["access_token"]),
                refresh_token=str(said["refresh_token"]),
                expires=now.timestamp() + float(said["expires_in"]),
            )
            await self.keep(fresh)
        except (CallError, KeyError, UnavailableError) as error:
            logger.warning("a token was not renewed: %s", getattr(error, "reason", type(error).__name__))
            return latest
        finally:
            await self._stores.release(f"renew:{old.name}", self._holder)
        return fresh

    def _seconds_left(self, installed: Installed) -> float:
        return installed.expires - self._now().timestamp() if installed.expires else float("inf")

    def _is_due(self, known: _Remembered) -> bool:
        now = self._now().timestamp()
        is_old = now - known.read_at > LOOK_AGAIN
        runs_out = known.installed is not None and self._seconds_left(known.installed) < RENEW_BEFORE
        return is_old or (runs_out and now - known.read_at > 60)  # noqa: PLR2004 — seconds; not with every request
