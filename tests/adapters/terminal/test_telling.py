"""What is said unasked to who sits at a terminal."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.memory import MemoryStore
from adapters.terminal.chatting import Chat
from adapters.terminal.telling import Telling
from bot.commands import Ask
from bot.delivering import AT_ONCE, Deliveries
from bot.keeping import HOME, Holder, Notice, NoticeKey, Recipient
from bot.requests import AccountId
from bot.tokens import carried
from glossary.errors import UnavailableError
from tests.adapters.terminal.scripted import ScriptedLines, terminal_of
from tests.adapters.terminal.test_chatting import english
from tests.fakes import NOON, Person
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.keeping import GlossaryId


def notice(number: int, who: str = "noa") -> Notice:
    """Make a notice that is due a while after noon."""
    recipient = Recipient(AccountId(f"terminal:{who}"))
    return Notice(NoticeKey(f"{who}{number}"), recipient, carried(Ask("redis")), NOON + timedelta(seconds=number))


async def talked(store: MemoryStore, *typed: str, name: str = "noa", at: datetime = NOON + timedelta(hours=1)) -> str:
    """Let somebody talk to the bot; give what they saw."""
    person, paper = Person(store, name=name), io.StringIO()
    deliveries = Deliveries(store, person.replies_to, lambda: at, Holder("p"))
    telling = Telling(person.asker, deliveries)
    await Chat(
        person.replies_to, person.asker, terminal_of(ScriptedLines(*typed), paper), english, telling.tell
    ).answer_all()
    return paper.getvalue()


async def test_everything_that_is_due_is_told_once() -> None:
    """However much it is, before the first question, and not again in the next conversation."""
    store = MemoryStore(TERMS)
    await store.post_notices(HOME, [notice(number) for number in range(2 * AT_ONCE)])
    assert (await talked(store)).count("Redis\n") == 2 * AT_ONCE
    assert await talked(store) == ""


async def test_nobody_reads_what_is_for_somebody_else() -> None:
    """Nor does it get lost: it waits for them, and what is not due yet waits for its time."""
    store = MemoryStore(TERMS)
    await store.post_notices(HOME, [notice(1, "gil"), notice(2, "noam"), notice(9000)])
    assert await talked(store) == ""
    assert "Redis" in await talked(store, name="gil")
    assert "Redis" in await talked(store, name="noam")
    assert "Redis" in await talked(store, at=NOON + timedelta(hours=3))


async def test_while_the_database_is_away_the_conversation_goes_on() -> None:
    """What is to be told is told later."""

    class Away(MemoryStore):
        is_away = True

        async def lease_notices(
            self, whom: str, holder: Holder, now: datetime, until: datetime, limit: int = 100
        ) -> Sequence[tuple[GlossaryId, Notice]]:
            """Fail while it is away."""
            if self.is_away:
                raise UnavailableError("database")
            return await super().lease_notices(whom, holder, now, until, limit)

    store = Away(TERMS)
    await store.post_notices(HOME, [notice(1)])
    assert (await talked(store, "chef")).startswith("Chef")
    store.is_away = False
    assert (await talked(store)).startswith("Redis")
