"""How does what is said unasked reach a terminal? Before the next prompt, to who sits there, and once."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.terminal.asking import PLACE
from bot.delivering import AT_ONCE, Sent
from bot.keeping import Recipient
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from adapters.terminal.chatting import Chat
    from bot.delivering import Deliveries
    from bot.replies import Reply
    from bot.requests import Asker, Place


@dataclass(frozen=True, slots=True)
class Telling:
    """Fulfils `bot.delivering.Sender` for one person who talks to the bot at this terminal."""

    asker: Asker
    deliveries: Deliveries

    async def tell(self, chat: Chat) -> None:
        """Tell what is due for them; while the database is away, later."""
        with suppress(UnavailableError):
            while (
                await self.deliveries.deliver_due(_Seat(self.asker, chat), to=Recipient(self.asker.account)) == AT_ONCE
            ):
                pass


@dataclass(frozen=True, slots=True)
class _Seat:
    asker: Asker
    chat: Chat
    name: str = PLACE.workspace

    async def introduced(self, recipient: Recipient) -> tuple[Asker, Place]:
        """Introduce who sits here: nobody else's notices are leased."""
        del recipient
        return self.asker, PLACE

    async def send(self, recipient: Recipient, reply: Reply) -> Sent:
        """Show it."""
        del recipient
        self.chat.tell(reply)
        return Sent.SENT
