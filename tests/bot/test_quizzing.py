"""The quiz: what it asks, what counts, and what comes again."""

from __future__ import annotations

from datetime import timedelta

from bot.commands import (
    Guess,
    Next,
    Quiz,
    Typed,
)
from bot.keeping import HOME
from bot.replies import Reply
from glossary.concept import ConceptId
from tests.bot.newcomers import Team
from tests.fakes import choices_of, words_of
from tests.terms import KO, MLOPS, REDIS, SAP_COMPANY


async def test_the_quiz_shows_a_meaning_and_wants_the_name() -> None:
    """First; with the names of the answer taken out, and wrong ones beside it."""
    team = Team()
    pack = await team.make(terms="MLOps\nSAP (company)")
    noa = team.newcomer()
    question = await noa.asks(Quiz(pack))
    shown = words_of(question)
    assert shown[:2] == ["What is this?", "Running models in production."]
    assert "[MLOps]" in shown
    assert len(shown) == 6
    assert {choice.command.concept for choice in choices_of(question) if isinstance(choice.command, Guess)} == {
        MLOPS.id
    }


async def test_a_right_answer_comes_back_the_other_way_round() -> None:
    """The day after, with the name shown and its meaning wanted; until then others are asked."""
    team = Team()
    pack = await team.make(terms="MLOps\nSAP (company)")
    noa = team.newcomer()
    right = await noa.clicks(await noa.asks(Quiz(pack)), "MLOps")
    assert isinstance(right, Reply)
    assert words_of(right) == [
        "Right: MLOps.",
        "Running models in production.",
        "[Next question]",
        "[Show the entry]",
        "[Go on reading]",
    ]
    second = await noa.clicks(right, "Next question")
    assert isinstance(second, Reply)
    assert words_of(second)[1] == "A maker of business software."
    await noa.asks(Guess(pack, SAP_COMPANY.id, 0, SAP_COMPANY.id))
    rest = await noa.asks(Quiz(pack))
    assert words_of(rest) == ["That is all for now. The next question comes on Nov 24, 2026.", "[Go on reading]"]
    noa.now += timedelta(days=1)
    assert words_of(await noa.asks(Quiz(pack)))[0] == "What is this?"
    await noa.asks(Guess(pack, MLOPS.id, 2, MLOPS.id))
    await noa.asks(Guess(pack, SAP_COMPANY.id, 2, SAP_COMPANY.id))
    noa.now += timedelta(days=3)
    turned = await noa.asks(Quiz(pack))
    assert words_of(turned)[0] == "What does MLOps mean?"
    assert any(line.endswith("] Running models in production.") for line in words_of(turned)[1:])


async def test_what_was_missed_comes_again_soon() -> None:
    """The answer is given; ten minutes later the term is asked again."""
    team = Team()
    pack = await team.make(terms="MLOps")
    noa = team.newcomer()
    wrong = await noa.asks(Guess(pack, MLOPS.id, 0, REDIS.id))
    assert words_of(wrong)[:2] == ["Not quite. The answer is MLOps.", "Running models in production."]
    assert words_of(await noa.asks(Quiz(pack)))[0] == "That is all for now. The next question comes later today."
    noa.now += timedelta(minutes=10)
    assert words_of(await noa.asks(Quiz(pack)))[0] == "What does MLOps mean?"


async def test_an_answer_counts_once_however_often_it_is_pressed() -> None:
    """Also a month later: the button says of which question it is."""
    team = Team()
    pack = await team.make(terms="MLOps")
    noa = team.newcomer()
    for _ in range(3):
        assert words_of(await noa.asks(Guess(pack, MLOPS.id, 0, MLOPS.id)))[0] == "Right: MLOps."
    assert (await team.store.learned_by(HOME, noa.asker.account))[MLOPS.id].box == 2
    noa.now += timedelta(days=30)
    await noa.asks(Guess(pack, MLOPS.id, 2, MLOPS.id))
    assert (await team.store.learned_by(HOME, noa.asker.account))[MLOPS.id].box == 3
    assert not (await noa.asks(Guess(pack, ConceptId("gone"), 0, MLOPS.id))).is_found


async def test_without_a_pack_the_quiz_asks_what_one_has_met() -> None:
    """And the rest of the packs that one has begun; before that there is nothing to ask."""
    team = Team()
    pack = await team.make(terms="Redis\nMLOps")
    noa = team.newcomer(locale=KO)
    nothing = await noa.asks(Quiz())
    assert not nothing.is_found
    begun = await noa.clicks(nothing, "이어 읽기")
    assert isinstance(begun, Reply)
    await noa.asks(Next(pack, REDIS.id))
    question = await noa.asks(Typed("퀴즈"))
    assert words_of(question)[:2] == ["이것은 무엇일까요?", "메모리에 두는 저장소이다."]
    assert "[레디스]" in words_of(question)
    await noa.asks(Guess("", REDIS.id, 0, REDIS.id))
    assert words_of(await noa.asks(Quiz()))[1] == "모델을 운영하는 일이다."


async def test_a_pack_without_definitions_asks_nothing() -> None:
    """There is no meaning to be told."""
    team = Team()
    pack = await team.make(terms="Chef")
    assert words_of(await team.newcomer().asks(Quiz(pack)))[0] == (
        "There is nothing to ask you yet: read something first."
    )
