"""What a newcomer reads: a pack term by term, resumed anywhere, left for later or for good."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.commands import (
    AskAbout,
    Greet,
    Know,
    MyData,
    Next,
    NotNow,
    Onboarding,
    Owner,
    PackHere,
    Quiz,
    Remind,
    Stop,
    Typed,
)
from bot.keeping import HOME
from bot.packs import Status
from bot.replies import Delivery, Reply
from glossary.concept import ConceptId
from tests.bot.newcomers import DIRECT, STEPS, Team
from tests.fakes import words_of
from tests.terms import MLOPS, REDIS, SAP_COMPANY


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
