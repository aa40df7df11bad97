"""A bot that greets a crowd on a platform that reports what it is given to send, and waits for a word before each step.

What happens when is decided by whoever gives the word: also in the middle of sending, and at which time.
"""

from __future__ import annotations

import asyncio
import secrets
import signal
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.commands import Joined
from bot.conversation import Conversation
from bot.delivering import Deliveries, Sent
from bot.housing import Housing
from bot.keeping import HOME, Holder
from bot.packs import Pack, PackId
from bot.remembering import Catalogues, Contexts
from bot.requests import AccountId, Asker, ChannelId, Place, Request, WorkspaceId
from tests.adapters.promises.changes import NOON
from tests.adapters.sql.children import store_at
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from multiprocessing.connection import Connection

    from bot.keeping import Recipient
    from bot.ports import Store
    from bot.replies import Reply

    Word = Callable[[str], Awaitable[datetime]]
    """Reports a step, waits for the word to go on, and gives the time that it is then."""

CROWD = 100
PACE = timedelta(seconds=1.2)
IDLE = ""
"""What is reported when nothing is due."""
TEAM = WorkspaceId("slack:T1")
CHANNEL = Place(TEAM, ChannelId("C1"))
PEOPLE = tuple(AccountId(f"{TEAM}:U{number:03}") for number in range(CROWD))


async def prepare(store: Store) -> None:
    """Give a team a glossary, and a pack that greets who joins its channel."""
    await store.settle(TEAM, HOME, TERMS, NOON)
    await store.keep_pack(HOME, Pack(PackId("p"), "First week", tuple(term.id for term in TERMS)))
    await store.place_pack(HOME, PackId("p"), CHANNEL.subject, is_placed=True)


@dataclass
class Slack:
    """A platform that waits for the word before it has sent what it is given."""

    word: Word
    at: datetime
    name: str = "slack"

    def now(self) -> datetime:
        """Tell the time of the last word."""
        return self.at

    async def introduced(self, recipient: Recipient) -> tuple[Asker, Place]:
        """Introduce somebody in their direct message."""
        return Asker(AccountId(str(recipient))), Place(TEAM, ChannelId(f"D{recipient}"), is_direct=True)

    async def send(self, recipient: Recipient, reply: Reply) -> Sent:
        """Report who is greeted, and have sent it when the word comes."""
        assert reply.is_found
        self.at = await self.word(str(recipient))
        return Sent.SENT

    async def pause(self) -> None:
        """Report that nothing is due."""
        self.at = await self.word(IDLE)


async def greet(store: Store, word: Word, stop: asyncio.Event) -> None:
    """Let the whole crowd join, as a platform tells it again after every start, and greet them until told to stop."""
    slack = Slack(word, NOON)
    housing = Housing(store, {TEAM}, tuple, slack.now)
    door = Conversation(
        Contexts(housing, store), Catalogues(store), store, lambda _: None, slack.now, pace=PACE
    ).reply_to
    await asyncio.gather(*(door(Request(Asker(one), CHANNEL, Joined())) for one in PEOPLE))
    deliveries = Deliveries(store, door, slack.now, Holder(secrets.token_hex(6)))
    telling = asyncio.create_task(deliveries.run(slack, slack.pause))
    await stop.wait()
    telling.cancel()
    with suppress(asyncio.CancelledError):
        await telling


def greet_in_a_process(url: str, pipe: Connection) -> None:
    """Greet until SIGTERM; the pipe takes the reports and brings the words."""

    async def word(report: str) -> datetime:
        pipe.send(report)
        at = await asyncio.to_thread(pipe.recv)
        assert isinstance(at, datetime)
        return at

    async def until_told() -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
        store = store_at(url)
        await greet(store, word, stop)
        await store.close()

    asyncio.run(until_told())
