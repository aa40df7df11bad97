"""The door: what is said to each wish."""

from __future__ import annotations

import logging
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.memory import MemoryStore
from bot.commands import Browse, Define, Help, Language, Nearby, Show, Submitted, Typed
from bot.counts import Outcome
from bot.replies import Form
from bot.requests import Fact
from bot.wording import wording_for
from glossary.concept import Concept, ConceptId, LanguageTag
from glossary.errors import UnavailableError
from tests.fakes import AwayStore, FailingStore, Person, choices_of, refusal, words_of
from tests.terms import DE, EN, KO, MLOPS, REDIS, SAP_COMPANY, TERMS, name


async def test_a_name_is_answered_with_its_definition() -> None:
    """Title, other names, definition; then the other language and what is related and still there."""
    reply = await Person().asks(Typed("mlops"))
    assert reply.is_found
    assert words_of(reply) == [
        "MLOps",
        "Also: ML Ops, 엠엘옵스",
        "Running models in production.",
        "[한국어]",
        "[Redis]",
    ]
    assert [choice.command for choice in choices_of(reply)] == [Show(MLOPS.id, KO), Show(REDIS.id)]


async def test_a_regional_locale_reads_its_language() -> None:
    """American English is English: no note about a missing language, and the English names come first."""
    assert await Person(locale=LanguageTag("en-US")).asks(Typed("mlops")) == await Person().asks(Typed("mlops"))


async def test_a_korean_question_is_answered_in_korean() -> None:
    """The script of the question tells its language, whatever the platform's is; the first name stands beside."""
    assert words_of(await Person().asks(Typed("엠엘옵스")))[:3] == [
        "엠엘옵스 · MLOps",
        "다른 이름: ML Ops",
        "모델을 운영하는 일이다.",
    ]


async def test_a_missing_language_is_said_in_the_readers_language() -> None:
    """Redis is defined in Korean only: an English reader gets that, and is told so in English."""
    assert "There is no definition in English yet; this one is in Korean." in words_of(
        await Person().asks(Typed("redis"))
    )


async def test_a_language_asked_for_beside_the_term_is_given() -> None:
    """`Define` carries it; the sentences around the definition stay in the reader's language."""
    reply = await Person().asks(Define(KO, "mlops"))
    assert words_of(reply)[:3] == ["엠엘옵스 · MLOps", "Also: ML Ops", "모델을 운영하는 일이다."]
    assert choices_of(reply)[0].command == Show(MLOPS.id, EN)
    german = await Person().asks(Define(DE, "mlops"))
    assert "There is no definition in German yet; this one is in English." in words_of(german)


async def test_a_word_with_two_meanings_is_not_guessed() -> None:
    """Both are offered with one line each, and either button leads to its meaning."""
    somebody = Person()
    reply = await somebody.asks(Typed("sap"))
    assert reply.is_found
    assert words_of(reply) == [
        "SAP means 2 different things here:",
        "[SAP (company)] A maker of business software.",
        "[SAP (networking)] Where a service is reached.",
    ]
    first, second = choices_of(reply)
    assert words_of(await somebody.asks(first.command))[0] == "SAP (company)"
    assert words_of(await somebody.asks(second.command))[0] == "SAP (networking)"


async def test_everything_that_a_concept_holds_is_shown() -> None:
    """Picture, links and who to ask; a name to avoid is not among the names."""
    assert words_of(await Person().asks(Show(SAP_COMPANY.id))) == [
        "SAP (company)",
        "A maker of business software.",
        "Three letters",
        "Their site",
        "Who to ask: #erp-team",
    ]


async def test_an_avoided_name_is_answered_with_the_better_one() -> None:
    """The reader learns what to say instead."""
    assert "SAP AG should no longer be used; say SAP." in words_of(await Person().asks(Typed("sap ag")))


async def test_a_replaced_concept_names_its_successor() -> None:
    """And leads there; that nobody defined it is said."""
    reply = await Person().asks(Typed("chef"))
    assert words_of(reply) == ["Chef", "Replaced by MLOps.", "Nobody has written a definition yet.", "[MLOps]"]
    assert choices_of(reply)[0].command == Show(MLOPS.id)


async def test_a_name_of_a_concept_without_headword_in_the_language_is_not_repeated() -> None:
    """A title is said once, and a concept with a single name has no list of names."""
    lonely = Concept(ConceptId("x"), (name("Solo", KO),))
    reply = await Person(MemoryStore([lonely])).asks(Show(lonely.id))
    assert words_of(reply) == ["Solo", "Nobody has written a definition yet."]


async def test_a_word_that_is_not_there_is_said_to_be_missing() -> None:
    """The word is quoted as it was typed, and the names that are there can be seen."""
    reply = await Person().asks(Typed("banana"))
    assert not reply.is_found
    assert words_of(reply) == [
        "“banana” is not in this glossary.",
        "[Add it]",
        "[Show all names]",
        "[Ask for it]",
    ]
    assert choices_of(reply)[1].command == Browse()


@pytest.mark.parametrize("typed", ["!!!", "🙂", "—"])
async def test_without_letters_there_is_nothing_to_look_up(typed: str) -> None:
    """Punctuation alone is answered with a question."""
    reply = await Person().asks(Typed(typed))
    assert not reply.is_found
    assert words_of(reply) == ["Which word would you like to know?"]


async def test_a_slip_is_never_left_without_a_way_on() -> None:
    """It is corrected or suggested; either way the concept that was meant is in the reply."""
    assert any("Redis" in line for line in words_of(await Person().asks(Typed("redsi"))))


async def test_a_button_to_something_that_is_gone_says_so() -> None:
    """The concept may have been deleted since."""
    reply = await Person().asks(Show(ConceptId("gone")))
    assert not reply.is_found
    assert words_of(reply) == ["This entry is no longer in the glossary.", "[Show all names]"]


async def test_names_come_in_pages() -> None:
    """Ten on a page, in the order of their names, with buttons that turn it; beyond the end is the last page."""
    many = [Concept(ConceptId(f"c{number}"), (name(f"Name {number:02}"),)) for number in reversed(range(25))]
    somebody = Person(MemoryStore(many))
    first = await somebody.asks(Typed("browse"))
    assert words_of(first) == ["25 entries", *(f"[Name {number:02}]" for number in range(10)), "[Next page]"]
    second = await somebody.asks(choices_of(first)[-1].command)
    assert words_of(second)[-2:] == ["[Previous page]", "[Next page]"]
    last = await somebody.asks(Browse("", 99))
    assert words_of(last) == ["25 entries", *(f"[Name {number}]" for number in range(20, 25)), "[Previous page]"]
    assert await somebody.asks(choices_of(last)[-1].command) == second


async def test_a_page_shows_the_beginning_of_each_definition() -> None:
    """In the reader's language where there is one."""
    assert "[Redis] 메모리에 두는 저장소이다." in words_of(await Person().asks(Browse()))
    assert words_of(await Person(MemoryStore()).asks(Browse())) == ["This glossary is still empty."]


async def test_help_fits_this_glossary() -> None:
    """Its examples can be picked and lead to answers."""
    somebody = Person()
    for wish in (Typed(""), Typed("help"), Help()):
        reply = await somebody.asks(wish)
        assert [choice.label for choice in choices_of(reply)][:3] == ["MLOps", "Redis", "SAP"]
    assert (await somebody.asks(choices_of(reply)[0].command)).is_found


async def test_help_tells_everybody_what_they_may_do() -> None:
    """And nobody what they may not."""
    guest, admin = [
        words_of(await Person(facts=frozenset({fact})).asks(Help()))
        for fact in (Fact.IS_GUEST, Fact.OWNS_OR_ADMINISTERS)
    ]
    assert set(guest) < set(admin)
    assert not any("edit" in line for line in guest)
    assert "roles, settings: who may do what here" in admin


async def test_a_chosen_language_holds_until_it_is_taken_back() -> None:
    """It comes before the language of the question; ``auto`` follows the question again."""
    somebody = Person()
    assert words_of(await somebody.asks(Typed("language ko"))) == [
        "이제부터 한국어로 된 설명이 있으면 한국어로 보여 드려요."
    ]
    assert words_of(await somebody.asks(Typed("mlops")))[0] == "엠엘옵스 · MLOps"
    assert words_of(await somebody.asks(Language()))[0] == "한국어예요. 직접 고르셨어요."
    assert words_of(await somebody.asks(Typed("language auto"))) == [
        "이제 다시 질문의 언어와 사용 중인 앱의 언어를 따를게요."
    ]
    assert words_of(await somebody.asks(Typed("mlops")))[0] == "MLOps"


async def test_the_language_in_force_is_shown_with_its_reason() -> None:
    """With a button for each language there is, by its own name."""
    reply = await Person().asks(Language())
    assert words_of(reply)[0] == "English, from the settings of your platform."
    assert [choice.label for choice in choices_of(reply)][-1] == "Automatic"
    assert {"English", "한국어"} <= {choice.label for choice in choices_of(reply)}
    assert words_of(await Person(locale=None).asks(Language()))[0] == "English, because nothing says otherwise."


async def test_a_language_that_the_bot_does_not_speak_can_be_chosen() -> None:
    """Definitions come in it where they are there; the bot's own sentences stay, and it says so."""
    reply = await Person().asks(Language("latin"))
    assert words_of(reply) == [
        "From now on you get Latin wherever it is there.",
        "My own sentences stay in English.",
    ]


async def test_a_language_that_the_bot_does_not_speak_leaves_its_sentences_as_they_were() -> None:
    """A Korean reader who chose Latin is still spoken to in Korean."""
    korean = Person(locale=KO)
    assert words_of(await korean.asks(Typed("language la")))[1] == "제 말은 그대로 한국어로 해요."
    assert words_of(await korean.asks(Typed("바나나")))[0] == "“바나나”는 이 용어집에 없어요."


async def test_an_unknown_language_changes_nothing() -> None:
    """The known ones are offered."""
    somebody = Person()
    reply = await somebody.asks(Language("gibberishish"))
    assert not reply.is_found
    assert words_of(reply)[0] == "I know no language called “gibberishish”."
    assert (await somebody.store.preferences_of(somebody.asker.account)).language is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("fpeltm", "“fpeltm” on the other keyboard is 레디스."),
        ("rediseu", "“rediseu” sounds like 레디스."),
        ("mlps", "You wrote “mlps”; the nearest name is MLOps."),
        ("redi", "“redi” is a part of 레디스."),
    ],
)
async def test_a_daring_match_says_how_it_came_about(typed: str, why: str) -> None:
    """So that a reader can tell whether it is what was meant; and another way is offered."""
    reply = await Person().asks(Typed(typed))
    assert words_of(reply)[1] == why
    assert Nearby(typed) in [choice.command for choice in choices_of(reply)]


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("redsi", "“redsi” is answered with Redis: corrected"),
        ("sap", "“sap” is asked back: 2 meanings"),
        ("mlo", "“mlo” is only suggested: 1 names"),
        ("banana", "“banana” is not found"),
        ("!!!", "“!!!” is not found"),
    ],
)
async def test_why_a_lookup_ended_as_it_did_can_be_seen(typed: str, outcome: str) -> None:
    """The outcome, how it was read, what was found and what spoke for it, and the decision."""
    lines = words_of(await Person().asks(Typed(f"why {typed}")))
    assert lines[0] == outcome
    assert lines[-1].startswith("Sure by ")
    assert ("Read as:" in lines) == (typed != "!!!")
    if typed == "redsi":
        assert "redsi — as typed, cost 0.00" in lines
        assert any(line.startswith("1. Redis, by its name “Redis” (the name): nearness ") for line in lines)
        assert any("how many letters differ" in line for line in lines)


async def test_only_who_may_write_is_offered_to_teach_a_name() -> None:
    """A guest gets the suggestion alone."""
    guest = Person(facts=frozenset({Fact.IS_GUEST}))
    assert [choice.label for choice in choices_of(await guest.asks(Typed("mlo")))] == ["MLOps"]
    assert [choice.label for choice in choices_of(await Person().asks(Typed("mlo")))][-1] == "“mlo” means MLOps"


async def test_initial_consonants_are_explained() -> None:
    """In Korean, since nobody else types them."""
    assert words_of(await Person(locale=KO).asks(Typed("ㄹㄷㅅ")))[1] == "“ㄹㄷㅅ”은 레디스의 초성이에요."


async def test_a_long_line_is_answered_without_a_button_to_carry_it() -> None:
    """What does not fit into a button gets none."""
    reply = await Person().asks(Define(None, "mlps" + " " * 60))
    assert words_of(reply)[0] == "MLOps"
    assert all(not isinstance(choice.command, Nearby) for choice in choices_of(reply))


async def test_every_lookup_is_counted_with_what_came_of_it() -> None:
    """Exact, corrected, ambiguous, suggested, not found: each once, by what was understood."""
    somebody = Person()
    for typed in ("mlops", "chef", "mlps", "sap", "mlo", "what is banana?"):
        await somebody.asks(Typed(typed))
    assert [(looked.outcome, looked.reading, looked.language) for looked in somebody.looked] == [
        (Outcome.ANSWERED, "MLOps", EN),
        (Outcome.ANSWERED, "Chef", EN),
        (Outcome.CORRECTED, "MLOps", EN),
        (Outcome.AMBIGUOUS, "SAP", EN),
        (Outcome.SUGGESTED, "mlo", EN),
        (Outcome.NOT_FOUND, "banana", EN),
    ]


async def test_what_else_was_near_can_be_asked_for() -> None:
    """Other meanings are listed; where there is none, that is said."""
    assert words_of(await Person().asks(Nearby("sap")))[1] == "[SAP (company)] A maker of business software."
    assert not (await Person().asks(Nearby("mlops"))).is_found
    assert not (await Person().asks(Nearby("banana"))).is_found
    near = [Concept(ConceptId(text), (name(text),)) for text in ("Redis", "Redix")]
    assert choices_of(await Person(MemoryStore(near)).asks(Nearby("redsi")))[0].label == "Redix"


async def test_a_form_that_comes_back_is_the_wish_that_opened_it() -> None:
    """Where the wish has no form of its own, it is carried out."""
    assert await Person().asks(Submitted(Help(), ())) == await Person().asks(Help())


async def test_a_memory_that_does_not_answer_is_a_sentence() -> None:
    """No traceback, no silence: the asker learns that nothing has changed."""
    unavailable = await Person(FailingStore(UnavailableError("database"))).asks(Typed("mlops"))
    assert not unavailable.is_found
    assert words_of(unavailable)[0].startswith("I cannot reach my memory right now.")
    refused = await Person(FailingStore(refusal())).asks(Typed("mlops"))
    assert words_of(refused) == ["This is not possible here. Nothing has changed."]


async def test_an_answer_from_memory_says_so() -> None:
    """While the database is away lookups go on; a form is only opened, and its saving would be refused."""
    store = AwayStore(TERMS)
    somebody = Person(store)
    await somebody.asks(Typed("mlops"))
    store.is_away = True
    reply = await somebody.asks(Typed("redis"))
    assert reply.is_found
    assert words_of(reply)[-1] == "I cannot reach my memory right now; this is what I knew last."
    assert (await somebody.opens(Typed("edit redis"))).fields
    store.is_away = False
    assert words_of(await somebody.asks(Typed("redis")))[-1] != words_of(reply)[-1]


async def test_a_bug_is_a_reference_and_the_log_never_holds_the_typed_word(caplog: pytest.LogCaptureFixture) -> None:
    """The person sees the reference; the log has it with the place of the bug, without any message."""
    with caplog.at_level(logging.ERROR):
        reply = await Person(FailingStore(KeyError("secret-word"))).asks(Typed("secret-word"))
    assert not reply.is_found
    found = re.search(r"give this reference: ([0-9a-f]{8})\.", words_of(reply)[0])
    assert found is not None
    assert found[1] in caplog.text
    assert "KeyError" in caplog.text
    assert "secret-word" not in caplog.text


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
async def test_every_text_gets_exactly_one_reply(text: str) -> None:
    """The door never raises and never stays silent."""
    answer = await Person().gets(Typed(text))
    assert answer.fields if isinstance(answer, Form) else answer.blocks


@pytest.mark.parametrize(("reader", "spoken"), [("en-GB", "en"), ("ko-KR", "ko"), ("la", "en"), ("rubbish!", "en")])
def test_the_bot_speaks_the_nearest_language_it_has(reader: str, spoken: str) -> None:
    """English where none is near."""
    assert wording_for(LanguageTag(reader)).language == spoken
