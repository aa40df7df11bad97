"""What was answered before: repeated to everybody for whom it is still right, and to nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.memory import MemoryStore
from bot.access import Role
from bot.commands import Define, Language, Pin, PlaceLanguage, Settings, Submitted
from bot.counting import LONGEST_KEY, Looked
from bot.counts import Outcome
from bot.growing import WORTH_A_THREAD
from bot.keeping import HOME
from bot.languages import Grounds
from bot.policy import STALE_MONTHS, Policy
from bot.remembering import Edition
from bot.repeating import Answered, Repeating, Seen
from bot.replies import Delivery, Reply
from bot.requests import AccountId, Asker, ChannelId, Fact, Place, Request
from glossary.concept import Concept, ConceptId, LanguageTag
from glossary.likelihood import FEWEST_USES
from tests.adapters.promises.changes import change, concept
from tests.fakes import HERE, NOON, Person, choices_of, words_of
from tests.terms import DE, EN, KO, MLOPS, REDIS, SAP_NETWORK, TERMS, name

MINJI, JONAS = (Asker(AccountId(f"slack:T1:{who}"), EN) for who in ("U1", "U2"))
ROOM, NEXT_ROOM = (Place(HERE.workspace, ChannelId(channel), surface=channel) for channel in ("C1", "C2"))
ADMIN = frozenset({Fact.OWNS_OR_ADMINISTERS})


async def _told(team: Person, asker: Asker = MINJI, text: str = "mlops", place: Place = ROOM) -> Reply:
    reply = await team.replies_to(Request(asker, place, Define(None, text)))
    assert isinstance(reply, Reply)
    return reply


async def test_the_same_question_of_somebody_else_gets_the_very_same_answer() -> None:
    """It is not worked out again; each asking counts for itself, with its own asker and surface."""
    team = Person()
    assert await _told(team, JONAS, place=NEXT_ROOM) is await _told(team, MINJI)
    assert [(one.asker, one.surface) for one in team.looked] == [(JONAS.account, "C2"), (MINJI.account, "C1")]
    assert len({replace(one, asker=MINJI.account, surface="") for one in team.looked}) == 1


@pytest.mark.parametrize("text", ["mlops", "mlpos", "redsi", "banana", "mlops가 뭐야?"])
async def test_an_answer_of_any_kind_is_repeated(text: str) -> None:
    """Corrected, suggested, missing, in another language: all of them."""
    team = Person()
    assert await _told(team, text=text) is await _told(team, JONAS, text)


async def test_a_change_of_the_glossary_is_seen_in_the_next_answer() -> None:
    """Whoever made it."""
    team = Person(MemoryStore([concept("a")]))
    before = await _told(team, text="a")
    await team.store.commit(change(concept("a", meaning="new"), based_on=1))
    assert "new" in words_of(await _told(team, text="a"))
    assert before != await _told(team, text="a")


@pytest.mark.parametrize(
    ("asker", "place"),
    [
        (replace(MINJI, locale=KO), ROOM),
        (replace(MINJI, facts=ADMIN), ROOM),
        (MINJI, replace(ROOM, is_direct=True)),
        (MINJI, HERE),
    ],
)
async def test_who_sees_something_else_is_told_something_else(asker: Asker, place: Place) -> None:
    """Other languages, rights and places: as if nobody had asked before."""
    team, alone = Person(), Person()
    await _told(team, text="redsi")
    assert await _told(team, asker, "redsi", place) == await _told(alone, asker, "redsi", place)
    assert await _told(team, asker, "mlops", place) == await _told(alone, asker, "mlops", place)


async def test_what_somebody_chooses_shows_in_their_next_answer() -> None:
    """Their language, that of the channel, that of the workspace, and what is pinned there."""
    team, admin = Person(locale=None), Asker(AccountId("slack:T1:U3"), None, ADMIN)
    nobody = replace(MINJI, locale=None)
    first = await _told(team, nobody)
    assert words_of(first)[0] == "MLOps"
    await team.replies_to(Request(admin, ROOM, PlaceLanguage("channel", KO)))
    assert words_of(await _told(team, nobody))[0] == "엠엘옵스 · MLOps"
    assert await _told(team, nobody, place=NEXT_ROOM) is first
    await team.replies_to(Request(nobody, ROOM, Language(EN)))
    assert words_of(await _told(team, nobody))[0] == "MLOps"
    company, _ = choices_of(await _told(team, text="sap"))
    await team.replies_to(Request(admin, ROOM, Pin(SAP_NETWORK.id, is_pinned=True)))
    assert choices_of(await _told(team, text="sap"))[0].command != company.command
    assert choices_of(await _told(team, text="sap", place=NEXT_ROOM))[0].command == company.command


async def test_an_entry_that_grows_stale_overnight_says_so() -> None:
    """To those who look after the glossary, once the workspace's term has passed."""
    old = replace(MLOPS, confirmed=(NOON - timedelta(days=90)).date())
    team = Person(MemoryStore([old]))
    await team.asks(Submitted(Settings(), ((STALE_MONTHS, "3"),)))
    editor = replace(MINJI, facts=ADMIN)
    assert "[Still true]" not in words_of(await _told(team, editor))
    team.now += timedelta(days=7)
    assert "[Still true]" in words_of(await _told(team, editor))


async def test_meanings_stand_in_the_order_of_the_moment() -> None:
    """What was looked up since counts in the next answer, also where a definition mentions such a name."""
    talking = concept("talk", meaning="The SAP of a service.")
    team = Person(MemoryStore([*TERMS, talking]))
    company, network = choices_of(await _told(team, text="sap"))
    assert choices_of(await _told(team, text="talk"))[0].command == company.command
    for _ in range(FEWEST_USES):
        await team.replies_to(Request(MINJI, ROOM, network.command))
    assert [choice.command for choice in choices_of(await _told(team, text="sap"))] == [
        network.command,
        company.command,
    ]
    assert choices_of(await _told(team, text="talk"))[0].command == network.command


async def test_an_answer_that_everybody_reads_is_not_a_repeated_one() -> None:
    """It can be taken back by whoever asked, and by nobody who asked before."""
    team = Person()
    aloud = replace(ROOM, is_public=True)
    first, second = await _told(team, MINJI, place=aloud), await _told(team, JONAS, place=aloud)
    assert first.delivery is Delivery.CHANNEL
    assert choices_of(first)[-1].command != choices_of(second)[-1].command


async def test_what_is_asked_before_the_names_are_ready_is_answered_again() -> None:
    """A large glossary is made ready to be spotted beside the answers: later ones have more buttons."""
    many = [Concept(ConceptId(f"m{number}"), (name(f"filler{number}"),)) for number in range(WORTH_A_THREAD)]
    talking = concept("talk", meaning="It needs a redis, they say.")
    team = Person(MemoryStore([*many, REDIS, talking]))
    assert "[Redis]" not in words_of(await _told(team, text="talk"))
    known = await team.catalogues.known(HOME)
    await known.spotting().sight()
    assert "[Redis]" in words_of(await _told(team, text="talk"))


EDITION = Edition()
ANSWERED = Answered(Reply(()), Looked(HOME, "a", "a", Outcome.ANSWERED, EN, "", MINJI.account), None)


def _seen(text: str) -> Seen:
    return Seen(Define(None, text), EDITION, Grounds(), Role.READER, Policy(), can_share=False, today=NOON.date())


def test_what_was_asked_longest_ago_is_forgotten() -> None:
    """Memory is bounded by the number of answers; a sentence is never kept."""
    repeating, worked_out = Repeating(most=2), list[str]()

    def ask(text: str) -> None:
        def anew() -> Answered:
            worked_out.append(text)
            return ANSWERED

        repeating.answered(_seen(text), anew)

    for text in ("a", "b", "a", "c", "a", "b"):
        ask(text)
    assert worked_out == ["a", "b", "c", "b"]
    for _ in range(2):
        ask("x" * (LONGEST_KEY + 1))
    assert len(worked_out) == 6


LOCALES = st.sampled_from([EN, KO, DE, LanguageTag("fr"), None])
ASKERS = st.builds(
    Asker,
    st.sampled_from([MINJI.account, JONAS.account]),
    LOCALES,
    st.sampled_from([frozenset(), ADMIN, frozenset({Fact.IS_GUEST}), frozenset({Fact.IS_FULL_MEMBER})]),
)
PLACES = st.sampled_from(
    [HERE, ROOM, replace(ROOM, locale=KO), NEXT_ROOM, replace(ROOM, is_direct=True), replace(ROOM, is_public=True)]
)
WISHES = st.builds(
    Define,
    st.sampled_from([None, None, KO, DE]),
    st.sampled_from(["mlops", "엠엘옵스", "mlpos", "sap", "SAP AG", "redis", "chef", "banana", "redis가 뭐야?", "!"]),
)


@given(st.lists(st.builds(Request, ASKERS, PLACES, WISHES), max_size=12))
async def test_whatever_was_asked_before_the_answer_is_the_same(requests: list[Request]) -> None:
    """A bot that has answered others says what one says that was never asked; and counts the same."""
    team = Person()
    for request in requests:
        alone = Person(team.store)
        assert await team.replies_to(request) == await alone.replies_to(request)
        assert team.looked[-1] == alone.looked[-1]
