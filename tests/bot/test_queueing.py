"""A crowd comes through in line, and nobody is lost because the store did not answer at first."""

from __future__ import annotations

import asyncio

from bot.commands import Joined, PackHere
from bot.conversation import Conversation
from bot.housing import Housing
from bot.queueing import ABREAST, TRIES, Line
from bot.remembering import Catalogues, Contexts
from bot.replies import Prose, Reply, Silence, Span
from bot.requests import Request
from tests.bot.newcomers import Team
from tests.fakes import HERE, NOON, AwayStore, words_of
from tests.terms import TERMS

REFUSED = Reply((Prose((Span("away"),)),), is_found=False)


async def test_a_few_come_through_at_a_time() -> None:
    """In the order in which they came."""
    inside: set[int] = set()
    came: list[int] = []

    async def enter(number: int) -> Silence:
        inside.add(number)
        came.append(number)
        assert len(inside) <= ABREAST
        await asyncio.sleep(0)
        inside.discard(number)
        return Silence()

    line = Line()
    await asyncio.gather(*(line.through(lambda number=number: enter(number)) for number in range(20)))  # type: ignore[misc]
    assert came == list(range(20))


async def test_who_is_refused_tries_again_a_few_times() -> None:
    """After a pause each time; the last refusal is the answer."""
    answers: list[Reply | Silence] = [REFUSED, REFUSED, Silence()]
    pauses: list[int] = []

    async def pause() -> None:
        pauses.append(len(answers))

    async def enter() -> Reply | Silence:
        return answers.pop(0) if answers else REFUSED

    assert await Line(pause).through(enter) == Silence()
    assert pauses == [2, 1]
    assert await Line(pause).through(enter) == REFUSED
    assert len(pauses) == 2 + TRIES - 1


async def test_who_joins_while_the_store_is_away_is_greeted_when_it_is_back() -> None:
    """The platform tells it once."""
    store = AwayStore(TERMS)
    team = Team(store=store)
    await team.ada.asks(PackHere(await team.make()))
    store.is_away = True

    async def pause() -> None:
        store.is_away = False

    housing = Housing(store, {HERE.workspace}, tuple, lambda: NOON)
    contexts = Contexts(housing, store)
    door = Conversation(contexts, Catalogues(store), store, lambda _: None, lambda: NOON, line=Line(pause)).reply_to
    noa = Request(team.newcomer().asker, team.ada.place, Joined())
    assert await door(noa) == Silence()
    ((account, greeting),) = await team.told()
    assert (account, words_of(greeting)[0]) == ("terminal:noa", "First week")
