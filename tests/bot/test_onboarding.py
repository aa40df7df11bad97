"""What a newcomer gets: the greeting, a pack term by term, and the quiz."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.commands import (
    AskAbout,
    Greet,
    Guess,
    Joined,
    Know,
    MyData,
    Next,
    NotNow,
    Onboarding,
    Owner,
    PackDelete,
    PackHere,
    Quiz,
    Remind,
    Stop,
    Typed,
)
from bot.keeping import HOME, Holder
from bot.packs import Status
from bot.replies import Delivery, Reply, Silence
from bot.requests import ChannelId, Fact, channel_among, place_of_group
from glossary.concept import ConceptId
from tests.bot.newcomers import DIRECT, NEVER, Team
from tests.fakes import HERE, NOON, Person, choices_of, words_of
from tests.terms import KO, MLOPS, REDIS, SAP_COMPANY

STEPS = ["[Next]", "[I know this]", "[Ask about it]", "[Quiz me]", "[Not now]", "[Stop]"]


async def greeted(team: Team) -> list[str]:
    """Name who is to be greeted, and empty the letter box."""
    return [account.rpartition(":")[2] for account, _ in await team.told()]


# ── joining ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_joins_is_greeted_with_the_first_terms() -> None:
    """Privately, in a notice; with the welcome, what comes, and the first entry as readers get it."""
    team = Team()
    pack = await team.make(welcome="Hello! *Good* that you are here.")
    await team.ada.asks(PackHere(pack))
    assert await team.newcomer().hears(Joined()) == Silence()
    ((account, greeting),) = await team.told()
    assert account == "terminal:noa"
    assert words_of(greeting) == [
        "First week",
        "Hello! Good that you are here.",
        "3 terms to know here: MLOps, Redis, Chef",
        "How far you are is only for you.",
        "MLOps",
        "Also: ML Ops, 엠엘옵스",
        "Running models in production.",
        "░░░░░░░░░░ 0 of 3",
        *STEPS,
    ]


async def test_who_cannot_be_told_privately_is_told_aside_that_there_is_something_to_read() -> None:
    """In the channel that they came into, and else wherever; begun there, the rest is private again."""
    team = Team()
    pack = await team.make()
    await team.ada.asks(PackHere(pack, is_for_all=True))
    await team.ada.asks(PackHere(pack))
    await team.newcomer().hears(Joined((ChannelId("C1"),)))
    await team.newcomer("gil", place=HERE).hears(Joined())
    (_, noas), (_, gils) = await team.told()
    assert noas.aside is not None
    assert gils.aside is not None
    assert words_of(Reply(noas.aside.blocks)) == [
        "noa, there is a short reading list for you here: First week. Only you see what you read.",
        "[Begin]",
    ]
    assert (noas.aside.account, noas.aside.channel) == ("terminal:noa", "C1")
    assert (gils.aside.account, gils.aside.channel) == ("terminal:gil", None)
    begun = await team.newcomer().clicks(Reply(noas.aside.blocks), "Begin")
    assert isinstance(begun, Reply)
    assert begun.delivery is Delivery.ASKER
    assert words_of(begun)[0] == "MLOps"


def test_the_channel_of_a_place_is_told_from_a_workspace_and_a_group() -> None:
    """Where something can be said is a channel only."""
    workspace = HERE.workspace
    assert channel_among(f"{workspace}:C1", workspace) == "C1"
    assert channel_among(workspace, workspace) == ""
    assert channel_among(f"{workspace}:{place_of_group('99')}", workspace) == ""


async def test_nobody_is_greeted_twice_for_one_pack() -> None:
    """Not who comes back, nor who joins another place of the same pack; for another pack they are."""
    team = Team()
    first, second = await team.make(), await team.make("Second week", "SAP (company)")
    for pack in (first, second):
        await team.ada.asks(PackHere(pack, is_for_all=True))
    await team.ada.asks(PackHere(first))
    noa = team.newcomer()
    await noa.hears(Joined())
    await noa.hears(Joined())
    assert await greeted(team) == ["noa"]
    noa.place = HERE
    await noa.hears(Joined())
    ((_, greeting),) = await team.told()
    assert words_of(greeting)[0] == "Second week"
    await noa.hears(Joined())
    assert await greeted(team) == []


async def test_neither_bots_are_greeted_nor_who_joins_elsewhere() -> None:
    """A place without a pack, or whose pack is empty or gone, says nothing."""
    team = Team()
    pack = await team.make()
    noa = team.newcomer()
    await noa.hears(Joined())
    assert await greeted(team) == []
    await team.ada.asks(PackHere(pack))
    noa.asker = replace(noa.asker, facts=frozenset({Fact.IS_BOT}))
    await noa.hears(Joined())
    assert await greeted(team) == []
    tagged = await team.make("Empty", "", tag="nobody has this")
    await team.ada.asks(PackHere(pack, is_placed=False))
    await team.ada.asks(PackHere(tagged))
    await team.newcomer("gil").hears(Joined())
    await team.ada.asks(PackDelete(tagged, is_confirmed=True))
    await team.newcomer("gil").hears(Joined())
    assert await greeted(team) == []


async def test_channels_that_come_with_a_workspace_greet_with_it() -> None:
    """Each of their packs, once."""
    team = Team()
    await team.ada.asks(PackHere(await team.make()))
    noa = team.newcomer()
    noa.place = replace(noa.place, channel=None)
    await noa.hears(Joined((ChannelId("elsewhere"),)))
    assert await greeted(team) == []
    assert team.ada.place.channel is not None
    await noa.hears(Joined((ChannelId("elsewhere"), team.ada.place.channel)))
    assert await greeted(team) == ["noa"]


async def test_a_greeting_speaks_the_language_of_the_platform() -> None:
    """As it was when they joined; what somebody chose for this bot comes before it."""
    team = Team()
    await team.ada.asks(PackHere(await team.make(welcome="Hello")))
    await team.newcomer("min", KO).hears(Joined())
    ((_, greeting),) = await team.told()
    assert words_of(greeting)[2] == "여기서 알아 둘 용어 3개: 엠엘옵스, 레디스, Chef"
    assert words_of(greeting)[4] == "엠엘옵스 · MLOps"
    chooser = team.newcomer("cho", KO)
    await chooser.asks(Typed("language en"))
    await chooser.hears(Joined())
    ((_, greeting),) = await team.told()
    assert words_of(greeting)[2].startswith("3 terms to know here")


async def test_a_crowd_is_greeted_one_after_the_other() -> None:
    """At the pace that the platform bears."""
    team = Team()
    await team.ada.asks(PackHere(await team.make()))
    for number in range(3):
        await team.newcomer(f"n{number}").hears(Joined())
    leased = await team.store.lease_notices("terminal", Holder("p"), NEVER, NEVER)
    seconds = [(notice.due - NOON).total_seconds() for _, notice in leased]
    assert seconds == [0, 1.2, 2.4]


# ── term by term ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_pack_is_read_term_by_term() -> None:
    """Each step takes the place of the one before; at the end that is said."""
    team = Team()
    await team.make()
    noa = team.newcomer(place=DIRECT)
    card = await noa.asks(Typed("onboarding"))
    assert words_of(card)[0] == "MLOps"
    assert card.delivery is Delivery.ASKER
    second = await noa.clicks(card, "Next")
    assert isinstance(second, Reply)
    assert (words_of(second)[0], second.delivery) == ("Redis", Delivery.IN_PLACE)
    assert "███░░░░░░░ 1 of 3" in words_of(second)
    third = await noa.clicks(second, "I know this")
    assert isinstance(third, Reply)
    done = await noa.clicks(third, "Next")
    assert isinstance(done, Reply)
    assert words_of(done) == [
        "You have read everything in First week. Well done!",
        "██████████ 3 of 3",
        "[Quiz me]",
        "[MLOps]",
        "[Redis]",
        "[Chef]",
    ]
    assert await team.store.known_by(noa.asker.account) == {REDIS.id}
    (progress,) = await team.store.progress_of(HOME, noa.asker.account)
    assert (progress.status, progress.passed) == (Status.FINISHED, 3)


async def test_reading_is_resumed_anywhere() -> None:
    """After any time, in any place; an old button does what it did, and nothing is counted twice."""
    team = Team()
    pack = await team.make()
    noa = team.newcomer()
    first = await noa.asks(Onboarding(pack))
    await noa.clicks(first, "Next")
    noa.now += timedelta(days=40)
    noa.place = DIRECT
    assert words_of(await noa.asks(Typed("onboarding")))[0] == "Redis"
    again = await noa.clicks(first, "Next")
    assert isinstance(again, Reply)
    assert words_of(again)[0] == "Redis"


async def test_what_a_curator_adds_later_comes_next() -> None:
    """The order is that of the pack as it is now; what was read is not shown again."""
    team = Team()
    pack = await team.make(terms="Redis")
    noa = team.newcomer()
    await noa.asks(Next(pack, REDIS.id))
    form = await team.ada.opens(Typed("pack order First week"))
    await team.ada.fills(form, terms="Chef\nMLOps\nRedis")
    assert words_of(await noa.asks(Onboarding(pack)))[0] == "Chef"


async def test_several_packs_are_offered() -> None:
    """Those that concern the asker: begun, or of this place; each with how far they are. Without any, that is said."""
    team = Team()
    noa = team.newcomer()
    nothing = await noa.asks(Typed("onboarding"))
    assert (words_of(nothing), nothing.is_found) == (["Nobody has made a pack for newcomers yet."], False)
    packs = [await team.make(each, "Redis\nMLOps") for each in ("Alpha", "Beta", "Gamma")]
    assert words_of(await noa.asks(Typed("onboarding"))) == [
        "What would you like to read?",
        "[Alpha] ░░░░░░░░░░ 0 of 2",
        "[Beta] ░░░░░░░░░░ 0 of 2",
        "[Gamma] ░░░░░░░░░░ 0 of 2",
    ]
    await team.ada.asks(PackHere(packs[0]))
    await noa.asks(Next(packs[1], REDIS.id))
    assert words_of(await noa.asks(Typed("onboarding")))[1:] == [
        "[Beta] █████░░░░░ 1 of 2",
        "[Alpha] █████░░░░░ 1 of 2",
    ]
    card = await noa.clicks(await noa.asks(Typed("onboarding")), "Alpha")
    assert isinstance(card, Reply)
    assert words_of(card)[0] == "MLOps"


async def test_asking_about_a_term_names_whom_to_ask() -> None:
    """Who looks after it, else its contact, else that there is nobody; the reading goes on from there."""
    team = Team()
    pack = await team.make(terms="MLOps\nSAP (company)")
    noa = team.newcomer()
    nobody = await noa.clicks(await noa.asks(Onboarding(pack)), "Ask about it")
    assert isinstance(nobody, Reply)
    assert words_of(nobody) == [
        "Nobody looks after MLOps yet. Ask where you met the word.",
        "The curators see that somebody asked about it, and not who.",
        *STEPS,
    ]
    assert words_of(await noa.asks(AskAbout(pack, SAP_COMPANY.id)))[0] == "About SAP, ask: #erp-team"
    await team.ada.asks(Owner(SAP_COMPANY.id, "me"))
    assert words_of(await noa.asks(AskAbout(pack, SAP_COMPANY.id)))[0] == "ada looks after SAP: ask there."
    assert await team.store.asked_about(HOME) == {MLOPS.id: 1, SAP_COMPANY.id: 1}
    assert not (await noa.asks(AskAbout(pack, ConceptId("gone")))).is_found


async def test_a_pack_can_be_left_for_later_or_for_good() -> None:
    """What is said depends on whether the pack reminds; either way it can be gone on with."""
    team = Team()
    plain, reminding = await team.make(), await team.make("Reminding", reminder="3")
    noa = team.newcomer()
    assert words_of(await noa.asks(NotNow(plain))) == ["Later, then. Write onboarding to go on."]
    assert words_of(await noa.asks(NotNow(reminding))) == [
        "Later, then. I remind you once, in 3 days; or write onboarding."
    ]
    assert words_of(await noa.asks(Stop(plain))) == ["All right. If you change your mind, write onboarding."]
    kept = {one.pack: one.status for one in await team.store.progress_of(HOME, noa.asker.account)}
    assert kept == {plain: Status.STOPPED, reminding: Status.LATER}
    await noa.asks(Onboarding(plain))
    assert (await team.store.progress_of(HOME, noa.asker.account))[-1].status is not Status.STOPPED


async def test_a_reminder_shows_where_one_left_off() -> None:
    """In the language of the platform, as it was when they joined."""
    team = Team()
    pack = await team.make()
    noa = team.newcomer()
    await noa.asks(Next(pack, MLOPS.id))
    assert words_of(await noa.asks(Remind(pack)))[:2] == [
        "First week is waiting for you. This is where you left off:",
        "Redis",
    ]
    stranger = Person(team.store, None, "noa")
    assert words_of(await stranger.asks(Remind(pack, KO)))[0].startswith("First week가 기다리고 있어요.")


@pytest.mark.parametrize(
    "wish",
    [
        Greet("gone"),
        Remind("gone"),
        Onboarding("gone"),
        Next("gone", REDIS.id),
        Know("gone", REDIS.id),
        AskAbout("gone", REDIS.id),
        NotNow("gone"),
        Stop("gone"),
        Quiz("gone"),
    ],
)
async def test_a_pack_that_is_gone_is_said_to_be(wish: Greet) -> None:
    """Its buttons are older than its end."""
    reply = await Team().newcomer().asks(wish)
    assert (words_of(reply), reply.is_found) == (["There is no such pack here."], False)


async def test_what_somebody_reads_is_theirs_to_take_and_to_forget() -> None:
    """As everything that is kept about a person."""
    team = Team()
    pack = await team.make()
    noa = team.newcomer()
    await noa.asks(Next(pack, REDIS.id))
    handed = str(await noa.asks(MyData()))
    assert "progress" in handed
    assert "learning" in handed
    await noa.clicks(await noa.asks(Typed("forget")), "Forget me")
    assert words_of(await noa.asks(MyData())) == ["Nothing is kept about you."]
    assert words_of(await noa.asks(Onboarding(pack)))[0] == "MLOps"


# ── the quiz ──────────────────────────────────────────────────────────────────────────────────────────────────────────


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
