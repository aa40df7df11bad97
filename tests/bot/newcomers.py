"""A team with a pack, and what its members are told unasked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.memory import MemoryStore
from bot.commands import PackNew
from bot.keeping import HOME, Holder
from bot.requests import AccountId, ChannelId, Place, WorkspaceId
from bot.tokens import command_of
from tests.fakes import HERE, NOON, Person, words_of
from tests.terms import EN, TERMS

if TYPE_CHECKING:
    from datetime import datetime

    from bot.replies import Reply
    from bot.requests import Fact
    from glossary.concept import Concept, LanguageTag

CHANNEL = Place(WorkspaceId("terminal"), ChannelId("C1"))
DIRECT = Place(WorkspaceId("terminal"), ChannelId("D1"), is_direct=True)
MEMBER = frozenset["Fact"]()
NEVER = NOON + timedelta(days=10_000)
STEPS = ["[Next]", "[I know this]", "[Ask about it]", "[Quiz me]", "[Not now]", "[Stop]"]
"""What can be done with a term of a pack."""


class Team:
    """A curator in a channel, and whoever else comes."""

    def __init__(self, terms: tuple[Concept, ...] = TERMS, store: MemoryStore | None = None) -> None:
        self.store = store or MemoryStore(terms)
        self.ada = Person(self.store, name="ada", place=CHANNEL)
        self._locales: dict[str, LanguageTag | None] = {}

    def newcomer(self, name: str = "noa", locale: LanguageTag | None = EN, place: Place = CHANNEL) -> Person:
        """Introduce somebody who may read."""
        self._locales[name] = locale
        return Person(self.store, locale, name, MEMBER, place)

    async def make(self, name: str = "First week", terms: str = "MLOps\nRedis\nChef", **values: str) -> str:
        """Let the curator make a pack; give its id."""
        form = await self.ada.opens(PackNew())
        reply = await self.ada.fills(form, name=name, terms=terms, **values)
        assert reply.is_found, words_of(reply)
        return next(pack.id for pack in await self.store.packs_of(HOME) if pack.name == name)

    async def told(self, at: datetime = NEVER) -> list[tuple[AccountId, Reply]]:
        """Take every notice that is due, and give what the door says to each recipient: what is told is not again."""
        told = []
        for glossary, notice in await self.store.lease_notices("terminal", Holder("test"), at, at, limit=1000):
            recipient = AccountId(str(notice.recipient))
            name = recipient.rpartition(":")[2]
            somebody = Person(self.store, self._locales.get(name), name, MEMBER, HERE)
            command = command_of(notice.token)
            assert command is not None
            told.append((recipient, await somebody.asks(command)))
            await self.store.finish_notice(glossary, notice.key, at)
        return told
