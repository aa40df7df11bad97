"""Who is asked on the way from a payload to an answer? The parts that every listener needs, and the way to the door."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.slack import saying
from adapters.slack.calling import AT_ONCE
from adapters.slack.inbound import request_of
from adapters.slack.people import account_of
from bot.wording import wording_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from adapters.slack.background import Background
    from adapters.slack.calling import Calls
    from adapters.slack.inbound import Visit
    from adapters.slack.installations import Installations, Installed
    from adapters.slack.people import People
    from adapters.slack.posting import Queue
    from adapters.slack.settings import Settings
    from adapters.slack.welcoming import Welcoming
    from bot.commands import Command
    from bot.ports import Store
    from bot.replies import Form, Reply, Silence
    from bot.requests import Request
    from bot.wording import Wording

    Answer = Reply | Form | Silence
    Door = Callable[[Request], Awaitable[Answer]]
    """What answers: `Conversation.reply_to`."""

INTRODUCED_WITHIN = 1.0
"""Seconds in which somebody is asked about, before a wish that may depend on who they are."""


@dataclass(frozen=True, slots=True)
class Reception:
    """The door, and what stands before it."""

    settings: Settings
    door: Door
    store: Store
    people: People
    installations: Installations
    calls: Calls
    queue: Queue
    background: Background
    welcoming: Welcoming
    now: Callable[[], datetime]
    patience: float
    """Seconds for an answer before it is acknowledged that there will be one; Slack waits for three."""

    async def introduced(self, visit: Visit, installed: Installed) -> None:
        """Learn who wants something before they are answered, when nothing is known of them."""
        await self.learned(visit, installed)
        self.welcoming.met(visit.team, visit.user)

    def introduce_later(self, visit: Visit, installed: Installed) -> None:
        """Learn who wanted something once they are answered."""
        if not self.people.is_known(visit.team, visit.user):
            self.background.start(self._introduced_later(visit, installed))
        else:
            self.welcoming.met(visit.team, visit.user)

    async def learned(self, visit: Visit, installed: Installed) -> None:
        """Learn who somebody is who may want nothing, when nothing is known of them; it is tried for a second."""
        if not self.people.is_known(visit.team, visit.user):
            await self.people.learn(installed, visit.user, INTRODUCED_WITHIN)

    async def _introduced_later(self, visit: Visit, installed: Installed) -> None:
        await self.people.learn(installed, visit.user, AT_ONCE)
        self.welcoming.met(visit.team, visit.user)

    async def ask(self, visit: Visit, command: Command, surface: str, *, is_public: bool = False) -> Answer:
        """Bring a wish to the door. Somebody of another company is told that it is not theirs."""
        asker = self.people.asker(visit.team, visit.user)
        if self.is_from_elsewhere(visit):
            return saying.from_elsewhere(wording_for(asker.locale))
        return await self.door(request_of(visit, asker, command, surface, is_public=is_public))

    async def ask_within(self, work: Awaitable[Answer]) -> tuple[Answer | None, asyncio.Future[Answer]]:
        """Wait for an answer as long as there is patience; None when it takes longer, and it goes on."""
        answering = asyncio.ensure_future(work)
        await asyncio.wait({answering}, timeout=self.patience)
        return (answering.result() if answering.done() else None), answering

    def is_from_elsewhere(self, visit: Visit) -> bool:
        """Tell whether somebody is known to belong to another company."""
        known = self.people.known(account_of(visit.team, visit.user))
        return known is not None and known.is_from_elsewhere

    async def wording(self, visit: Visit) -> Wording:
        """Give the sentences in the language that somebody reads."""
        asker = self.people.asker(visit.team, visit.user)
        return wording_for((await self.store.preferences_of(asker.account)).language, asker.locale)
