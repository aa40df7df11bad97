"""Whoever asks faster than people read is told when to go on, and nobody else."""

from __future__ import annotations

from dataclasses import replace

from bot.commands import Complete, Define
from bot.cooling import A_PERSON, A_PLACE, Cooling
from bot.replies import Form, Prose, Reply, Silence, Span
from bot.requests import AccountId, Asker, ChannelId, Place, Request, WorkspaceId
from bot.wording import plain
from tests.terms import EN

ANSWER = Reply((Prose((Span("answer"),)),))
MIA = Request(Asker(AccountId("x:1:mia"), EN), Place(WorkspaceId("x:1"), ChannelId("7")), Define(None, "redis"))


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.now


async def door(_: Request) -> Reply | Form | Silence:
    """Answer."""
    return ANSWER


def said(answer: Reply | Form | Silence) -> str:
    """Read the first paragraph."""
    assert isinstance(answer, Reply)
    assert isinstance(answer.blocks[0], Prose)
    return plain(answer.blocks[0].spans)


async def test_a_person_may_ask_a_lot_and_then_is_told_when_to_go_on() -> None:
    """The sentence counts the seconds, and after them there is an answer again."""
    clock = Clock()
    cooling = Cooling(door, clock)
    for _ in range(A_PERSON.at_once):
        assert await cooling.reply_to(MIA) is ANSWER
    assert said(await cooling.reply_to(MIA)) == "That was a lot at once. Ask again in 1 second."
    clock.now = 0.5
    assert await cooling.reply_to(MIA) is ANSWER


async def test_others_are_not_made_to_wait() -> None:
    """Each person has a bucket of their own."""
    cooling = Cooling(door, Clock())
    for _ in range(A_PERSON.at_once + 1):
        await cooling.reply_to(MIA)
    assert await cooling.reply_to(replace(MIA, asker=Asker(AccountId("x:1:tom"), EN))) is ANSWER


async def test_a_place_where_everybody_reads_has_a_bucket_too() -> None:
    """However many people fill it; private answers there go on."""
    cooling = Cooling(door, Clock())
    public = replace(MIA, place=replace(MIA.place, is_public=True))
    for number in range(A_PLACE.at_once):
        person = Asker(AccountId(f"x:1:{number}"), EN)
        assert await cooling.reply_to(replace(public, asker=person)) is ANSWER
    assert "a lot at once" in said(await cooling.reply_to(public))
    assert await cooling.reply_to(MIA) is ANSWER


async def test_type_ahead_is_not_counted() -> None:
    """It asks with every letter."""
    cooling = Cooling(door, Clock())
    typing = replace(MIA, command=Complete("re"))
    for _ in range(A_PERSON.at_once * 2):
        assert await cooling.reply_to(typing) is ANSWER


async def test_only_so_many_are_remembered() -> None:
    """Those who asked longest ago are forgotten first."""
    cooling = Cooling(door, Clock())
    for number in range(10_001):
        await cooling.reply_to(replace(MIA, asker=Asker(AccountId(f"x:1:{number}"), EN)))
    assert await cooling.reply_to(MIA) is ANSWER
