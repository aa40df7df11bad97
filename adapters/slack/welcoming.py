"""Who is told how to begin? Whoever installs the app, else the first administrator who is met; one in each workspace.

Where the token of a workspace was set, Slack does not say who did that, and to look through all of its people for an
owner would be to write to somebody who may know nothing of it. So it is an administrator who comes by.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from adapters.slack import saying
from adapters.slack.calling import CallError
from adapters.slack.messages import message_of
from adapters.slack.people import account_of, workspace_of
from bot.commands import FirstRun
from bot.keeping import Notice, NoticeKey, Recipient
from bot.requests import Fact
from bot.tokens import carried
from bot.wording import wording_for
from glossary.concept import LanguageTag
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from adapters.slack.background import Background
    from adapters.slack.calling import Calls
    from adapters.slack.installations import Installed
    from adapters.slack.people import People
    from bot.housing import Housing
    from bot.keeping import Subject
    from bot.ports import Store

WELCOMED = "welcomed"
"""The setting of a workspace that counts: even while nobody was told, one more when somebody was and when it leaves.

So it names what is said, too: the same in every process, and another one when the app is installed again.
"""


@dataclass(frozen=True, slots=True)
class Welcoming:
    """Welcomes each workspace once, whatever becomes of the processes that try."""

    store: Store
    housing: Housing
    people: People
    calls: Calls
    background: Background
    now: Callable[[], datetime]
    _done: set[str] = field(default_factory=set)
    """The workspaces of which this process knows that there is nothing to do."""

    async def installed(self, installed: Installed) -> None:
        """Welcome whoever has installed the app: into a workspace, or into all of an organization."""
        if installed.is_everywhere:
            self.background.start(self._told_of_organization(installed))
            return
        await self.housing.came_back(workspace_of(installed.team))
        await self._welcomed(installed.team, installed.installer)

    def met(self, team: str, user: str) -> None:
        """Welcome somebody who wants something of the bot, if it is the first administrator who does."""
        if team in self._done:
            return
        known = self.people.known(account_of(team, user))
        if known is not None and Fact.OWNS_OR_ADMINISTERS in known.facts:
            self._done.add(team)
            self.background.start(self._met(team, user))

    async def left(self, team: str) -> None:
        """Note that a workspace has removed the app: whoever installs it again is welcomed again.

        Raises:
            UnavailableError: The store does not answer.
        """
        workspace = workspace_of(team)
        await self.housing.left(workspace, self.now())
        times = await self._times(workspace)
        if times % 2:
            await self.store.set_setting(workspace, WELCOMED, str(times + 1))
        self._done.discard(team)

    async def _met(self, team: str, user: str) -> None:
        try:
            await self._welcomed(team, user)
        except UnavailableError:
            self._done.discard(team)
            raise

    async def _welcomed(self, team: str, user: str) -> None:
        """Let somebody be told how to begin, unless that was said already."""
        workspace = workspace_of(team)
        times = await self._times(workspace)
        if times % 2 or not user:
            return
        glossary = await self.housing.glossary_of(workspace)
        key, recipient = NoticeKey(f"firstrun:{workspace}:{times}"), Recipient(account_of(team, user))
        await self.store.post_notices(glossary, [Notice(key, recipient, carried(FirstRun()), self.now())])
        await self.store.set_setting(workspace, WELCOMED, str(times + 1))

    async def _told_of_organization(self, installed: Installed) -> None:
        """Tell who installed the app into an organization what is left to do: it is in none of its workspaces yet."""
        organization = workspace_of(installed.enterprise)
        if await self._times(organization) % 2 or not installed.installer:
            return
        await self.store.set_setting(organization, WELCOMED, "1")
        wording = wording_for(await self._locale(installed))
        message = message_of(saying.in_organization(wording))
        await self.calls.call(installed.token, "chat.postMessage", channel=installed.installer, **message)

    async def _locale(self, installed: Installed) -> LanguageTag | None:
        try:
            said = await self.calls.call(installed.token, "users.info", user=installed.installer, include_locale=True)
        except CallError:
            return None
        locale = (said.get("user") or {}).get("locale")
        return LanguageTag(locale) if locale else None

    async def _times(self, subject: Subject) -> int:
        kept = (await self.store.settings_of(subject)).get(WELCOMED, "0")
        return int(kept) if kept.isdecimal() else 0
