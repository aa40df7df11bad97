"""How does what is to be said unasked reach people? Leased, answered by the door, sent at most once."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from bot.commands import Barred
from bot.replies import Reply
from bot.requests import Request
from bot.tokens import command_of
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.keeping import GlossaryId, Holder, Notice, NoticeKey, Recipient
    from bot.ports import NoticeStore
    from bot.replies import Form, Silence
    from bot.requests import Asker, Place

    Door = Callable[[Request], Awaitable[Reply | Form | Silence]]

logger = logging.getLogger(__name__)

LOOK_EVERY = 1.0
"""Seconds; what `Deliveries.run` is to pause for."""
AT_ONCE = 20
"""Notices leased in one go."""
LEASED_FOR = timedelta(minutes=2)
"""Long enough to send as many; a process that dies holds them for no longer."""
APART = timedelta(seconds=0.9)
"""Between two notices in one workspace, a little less than from look to look: also after a downtime there is no flood.

Slack takes one message a second from an app: apis/web-api/rate-limits.
"""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
"""Between two tries to send what was certainly not sent; the first wait doubles until it is that long."""
MOST_TRIES = 30
"""Of one process for one notice: a day and more."""


class Sent(Enum):
    """What became of a reply that a platform was given to send."""

    SENT = auto()
    GONE = auto()
    """There is no such person or channel any more, or they do not want to hear from us: it is never tried again."""
    BARRED = auto()
    """There is no such channel, or we may not post in it: it is never tried again, and the door is told."""


@dataclass(frozen=True, slots=True)
class NotSent:
    """It was certainly not sent: the platform said so, or was not reached at all."""

    retry_at: datetime | None = None
    """Not before when to try again, where the platform said so."""


class Sender(Protocol):
    """Sends on one platform."""

    @property
    def name(self) -> str:
        """Name the platform, as accounts and workspaces begin with it: ``slack``."""
        ...

    async def introduced(self, recipient: Recipient) -> tuple[Asker, Place]:
        """Introduce a recipient as if they had asked there: locale, facts and groups as far as they are known.

        A person is one who reads in a direct message; a channel is a place that is public, and asks as nobody.
        """
        ...

    async def send(self, recipient: Recipient, reply: Reply) -> Sent | NotSent:
        """Send a reply to a person or into a channel.

        Whatever it raises means that nobody knows whether it was sent; then it is not tried again.
        """
        ...


class Deliveries:
    """Sends the notices that are due, each at most once, whatever becomes of the processes that try."""

    def __init__(
        self,
        store: NoticeStore,
        reply_to: Door,
        now: Callable[[], datetime],
        holder: Holder,
        apart: timedelta = timedelta(0),
    ) -> None:
        self._apart = apart
        self._sent_at: dict[str, datetime] = {}
        """When each workspace was last told something."""
        self._taken_until: dict[str, datetime] = {}
        """Up to when its turns are given away."""
        self._store = store
        self._reply_to = reply_to
        self._now = now
        self._holder = holder
        self._tries: dict[tuple[GlossaryId, NoticeKey], int] = {}

    async def run(self, sender: Sender, pause: Callable[[], Awaitable[None]]) -> None:
        """Deliver what is due, pause, and so on, until it is told to end (by cancelling it).

        What is being sent then is finished first, and what else was leased is given back.
        """
        while True:
            try:
                while await self.deliver_due(sender) == AT_ONCE:
                    pass
            except UnavailableError:
                logger.warning("%s: notices wait, the store does not answer", sender.name)
            await pause()

    async def deliver_due(self, sender: Sender, limit: int = AT_ONCE, to: Recipient | None = None) -> int:
        """Deliver what is due on one platform, or to one recipient there; tell how many notices that were.

        Raises:
            UnavailableError: The store does not answer. What was not begun is leased again later.
        """
        now = self._now()
        leased = await self._store.lease_notices(to or sender.name, self._holder, now, now + LEASED_FOR, limit)
        for done, (glossary, notice) in enumerate(leased):
            turn = None if to else self._turn_of(notice)
            if turn is not None:
                await self._store.put_notice_back(glossary, notice.key, turn)
                continue
            delivering = asyncio.ensure_future(self._deliver(sender, glossary, notice))
            try:
                await asyncio.shield(delivering)
            except asyncio.CancelledError:
                await delivering
                for other, waiting in leased[done + 1 :]:
                    await self._store.put_notice_back(other, waiting.key, waiting.due)
                raise
        return len(leased)

    def _turn_of(self, notice: Notice) -> datetime | None:
        """Tell when it is the turn of a notice; None for now, where its workspace was told nothing just before."""
        now, lane = self._now(), notice.lane
        if now - self._sent_at.get(lane, now - self._apart) >= self._apart:
            self._sent_at[lane] = now
            return None
        turn = self._taken_until[lane] = max(now, self._taken_until.get(lane, now)) + self._apart
        return turn

    async def _deliver(self, sender: Sender, glossary: GlossaryId, notice: Notice) -> None:
        """Say one notice: from `begin_notice` on it is this process or none."""
        if not await self._store.begin_notice(glossary, notice.key, self._holder, self._now()):
            return
        try:
            outcome = await self._said(sender, notice)
        except Exception as error:  # noqa: BLE001 — whatever it was: it may have been sent, and nobody hears it twice
            logger.warning("%s: a notice may not have arrived: %s", sender.name, type(error).__name__)
            outcome = Sent.GONE
        again = self._again(glossary, notice, outcome) if isinstance(outcome, NotSent) else None
        if again is None:
            self._tries.pop((glossary, notice.key), None)
            await self._store.finish_notice(glossary, notice.key, self._now())
        else:
            await self._store.put_notice_back(glossary, notice.key, again)

    async def _said(self, sender: Sender, notice: Notice) -> Sent | NotSent:
        """Ask the door as the recipient, and send what it says.

        What has nothing to say is not sent, nor is that something is gone: nobody asked. Where the door could not
        answer it is asked again later.
        """
        command = command_of(notice.token)
        if command is None:  # of another version
            return Sent.GONE
        asker, place = await sender.introduced(notice.recipient)
        answer = await self._reply_to(Request(asker, place, command))
        if not isinstance(answer, Reply):
            return Sent.GONE
        if answer.is_away or answer.is_mistake:
            return NotSent()
        outcome = await sender.send(notice.recipient, answer) if answer.is_found else Sent.GONE
        if outcome is Sent.BARRED:
            await self._reply_to(Request(asker, place, Barred()))
        return outcome

    def _again(self, glossary: GlossaryId, notice: Notice, outcome: NotSent) -> datetime | None:
        """Tell when to try again: when the platform said, else after a wait that doubles; None for never."""
        tries = self._tries[glossary, notice.key] = self._tries.get((glossary, notice.key), 0) + 1
        if tries >= MOST_TRIES:
            logger.warning("a notice for %s is given up after %s tries", notice.platform, tries)
            return None
        wait = min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT)
        return outcome.retry_at or self._now() + wait
