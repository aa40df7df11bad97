"""A language that was chosen is in the next answer, of every process, and of those that start later."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.commands import MyData, Typed
from bot.conversation import Conversation
from bot.housing import Housing
from bot.keeping import HOME
from bot.policy import LANGUAGE
from bot.recalling import Limits
from bot.remembering import Catalogues, Contexts
from bot.replies import Reply
from bot.requests import AccountId, Asker, ChannelId, Fact, Place, Request, WorkspaceId
from tests.adapters.promises.changes import NOON
from tests.adapters.sql.children import store_at
from tests.fakes import words_of
from tests.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from adapters.sql.store import SqlStore

    Starting = Callable[[], Awaitable["Process"]]

HERE = Place(WorkspaceId("slack:T1"), ChannelId("C1"))
MINJI = Asker(AccountId("slack:T1:U1"), facts=frozenset({Fact.OWNS_OR_ADMINISTERS}))
IN_TIME = 60.0
"""Seconds; PostgreSQL tells other processes within milliseconds, and this is when to give up waiting."""
PATIENT = Limits(bytes=100_000_000, again=IN_TIME, first=IN_TIME)
"""However busy the machine is: this is not about what is answered while the database is slow."""


class Process:
    """One process of the bot, on a database that it shares with others."""

    def __init__(self, url: str) -> None:
        self.store: SqlStore = store_at(url)
        housing = Housing(self.store, {HERE.workspace}, lambda: TERMS, lambda: NOON)
        contexts = Contexts(housing, self.store, limits=PATIENT)
        catalogues = Catalogues(self.store, limits=PATIENT)
        self._door = Conversation(contexts, catalogues, self.store, lambda _: None, lambda: NOON)

    async def says(self, line: str) -> list[str]:
        """Answer what was typed."""
        return await self.answers(Request(MINJI, HERE, Typed(line)))

    async def answers(self, request: Request) -> list[str]:
        """Answer, read aloud."""
        answer = await self._door.reply_to(request)
        assert isinstance(answer, Reply)
        return words_of(answer)

    async def comes_to_say(self, line: str, first: str) -> None:
        """Ask until the answer begins so; on SQLite that is the first time."""
        async with asyncio.timeout(IN_TIME):
            while (await self.says(line))[0] != first:
                await self.store.revision_of(HOME)  # gives way to what the other process says


@pytest.fixture
async def process(url: str) -> AsyncIterator[Starting]:
    """Start processes, and end all of them in the end."""
    started: list[Process] = []

    async def start() -> Process:
        started.append(Process(url))
        return started[-1]

    yield start
    for one in started:
        await one.store.close()


async def test_a_choice_is_in_the_next_answer_of_every_process(process: Starting) -> None:
    """Of the one that took it at once; and what was chosen for the channel too."""
    one, other = await process(), await process()
    assert (await other.says("mlops"))[0] == (await one.says("mlops"))[0] == "MLOps"
    await one.says("language ko")
    assert (await one.says("mlops"))[0] == "엠엘옵스 · MLOps"
    await other.comes_to_say("mlops", "엠엘옵스 · MLOps")
    await other.says("language auto")
    await one.comes_to_say("mlops", "MLOps")
    await one.says("language channel ko")
    await other.comes_to_say("mlops", "엠엘옵스 · MLOps")


async def test_a_choice_survives_a_restart_and_is_in_what_is_kept(process: Starting) -> None:
    """As the choice of the account, whatever else is known of it."""
    before = await process()
    await before.says("language ko")
    await before.says("language workspace de")
    await before.store.remember_locale(MINJI.account, TERMS[0].labels[0].language)
    await before.store.close()
    after = await process()
    assert (await after.says("mlops"))[0] == "엠엘옵스 · MLOps"
    kept = "\n".join(await after.answers(Request(MINJI, HERE, MyData())))
    assert '"name": "language"' in kept
    assert '"value": "ko"' in kept
    assert '"name": "locale"' in kept
    assert (await after.store.settings_of(HERE.workspace))[LANGUAGE] == "de"
