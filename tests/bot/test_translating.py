"""What if it is not there in the reader's language: an honest fallback, writing it, asking for it."""

from __future__ import annotations

from adapters.memory import MemoryStore
from bot.commands import AskTranslation, Show, Translate, Typed
from bot.counting import LONGEST_KEY
from bot.counts import Outcome
from bot.replies import Note, Span
from bot.requests import ChannelId, Fact, Place, WorkspaceId
from bot.wording import wording_for
from glossary.concept import Concept, ConceptId, Definition, LabelKind, LanguageTag
from tests.fakes import Person, choices_of, words_of
from tests.terms import DE, EN, KO, MLOPS, REDIS, SAP_COMPANY, TERMS, name

HE = LanguageTag("he")
GUEST = frozenset({Fact.IS_GUEST})


async def test_a_fallback_says_so_and_can_be_mended() -> None:
    """In the reader's language; each other language is one button away, and so are writing and asking."""
    reply = await Person(locale=KO).asks(Typed("sap ag in korean"))
    assert words_of(reply)[2:4] == [
        "아직 한국어 설명이 없어서 영어 설명을 보여 드려요.",
        "A maker of business software.",
    ]
    offered = {choice.label: choice.command for choice in choices_of(reply)}
    assert offered["번역하기"] == Translate(SAP_COMPANY.id, KO)
    assert offered["번역 부탁하기"] == AskTranslation(SAP_COMPANY.id, KO)
    form = await Person(locale=KO).opens(offered["번역하기"])
    assert form.purpose == Translate(SAP_COMPANY.id, KO, 1)


async def test_nothing_is_offered_where_nothing_is_missing() -> None:
    """Only the other languages."""
    labels = [choice.label for choice in choices_of(await Person().asks(Show(MLOPS.id)))]
    assert labels == ["한국어", "Redis"]


async def test_a_guest_can_only_ask() -> None:
    """Who may not even propose is offered no form."""
    labels = [choice.label for choice in choices_of(await Person(facts=GUEST).asks(Show(REDIS.id)))]
    assert labels == ["Ask for a translation"]


async def test_asking_counts_among_what_is_missing() -> None:
    """Once a press; with the language, so that it is not taken for a word that nobody wrote."""
    somebody = Person(facts=GUEST)
    reply = await somebody.clicks(await somebody.asks(Show(REDIS.id)), "Ask for a translation")
    assert words_of(await somebody.asks(AskTranslation(REDIS.id, EN))) == [
        "Noted: Redis is wanted in English. Those who look after the glossary see it among what is missing."
    ]
    assert reply == await somebody.asks(AskTranslation(REDIS.id, EN))
    assert {(looked.outcome, looked.typed, looked.language) for looked in somebody.looked} == {
        (Outcome.UNTRANSLATED, "Redis (en)", EN)
    }


async def test_what_is_there_by_now_need_not_be_asked_for() -> None:
    """The button may be old; nothing is counted."""
    somebody = Person()
    reply = await somebody.asks(AskTranslation(MLOPS.id, KO))
    assert words_of(reply)[0] == "Somebody has written it by now."
    assert choices_of(reply)[0].command == Show(MLOPS.id, KO)
    assert not (await somebody.asks(AskTranslation(ConceptId("gone"), KO))).is_found
    assert somebody.looked == []


async def test_an_entry_without_any_definition_can_be_asked_for() -> None:
    """A long name gives way to the language behind it."""
    waiting = Concept(ConceptId("long"), (name("n" * LONGEST_KEY),))
    somebody = Person(MemoryStore([waiting]))
    await somebody.asks(AskTranslation(waiting.id, LanguageTag("pt-BR")))
    assert len(somebody.looked[0].typed) == LONGEST_KEY
    assert somebody.looked[0].typed.endswith("n (pt-BR)")


async def test_where_others_read_along_everybody_is_offered_their_own_language() -> None:
    """One button instead of one for each language; what it leads to is for who presses it."""
    place = Place(WorkspaceId("terminal"), ChannelId("C1"), is_public=True)
    offered = choices_of(await Person(place=place).asks(Typed("mlops")))
    assert [choice.label for choice in offered] == ["In my language", "Redis", "Remove"]
    assert offered[0].command == Show(MLOPS.id)


async def test_the_language_of_a_question_goes_with_what_is_pressed() -> None:
    """Whoever asked in Korean reads on in Korean, although their platform is English."""
    related = choices_of(await Person().asks(Typed("엠엘옵스가 뭐야?")))[-1]
    assert (related.label, related.command) == ("레디스", Show(REDIS.id, KO))
    asked_for = choices_of(await Person(locale=DE).asks(Typed("mlops in korean")))[-1]
    assert (asked_for.label, asked_for.command) == ("레디스", Show(REDIS.id, KO))
    assert choices_of(await Person().asks(Typed("mlops")))[-1].command == Show(REDIS.id)


async def test_a_term_that_ends_like_a_language_is_looked_up_whole_first() -> None:
    """Go, Is, it and "in korean studies" are names where somebody made them names."""
    terms = [
        Concept(ConceptId(text.replace(" ", "-")[:12]), (name(text),), (Definition(f"{text}.", EN),))
        for text in ("Go", "Is", "it", "in korean studies", "Redis korean", "K8s in Korean", "Go it")
    ]
    somebody = Person(MemoryStore([*TERMS, *terms]))
    for concept in terms:
        assert words_of(await somebody.asks(Typed(concept.headword.text)))[0] == concept.headword.text
    assert words_of(await somebody.asks(Typed("mlops in korean")))[0] == "엠엘옵스 · MLOps"
    for typed in ("mlops --ko", "mlops 한국어로", "mlops (ko)", "mlops lang:ko", "what is mlops in korean?"):
        assert words_of(await somebody.asks(Typed(typed)))[0] == "엠엘옵스 · MLOps"


async def test_a_name_stands_in_the_readers_language_with_the_original_beside_it() -> None:
    """In lists too."""
    korean = Person(locale=KO)
    assert "[레디스 · Redis] 메모리에 두는 저장소이다." in words_of(await korean.asks(Typed("browse")))
    assert words_of(await korean.asks(Typed("search 저장소")))[1].startswith("[레디스 · Redis] ")


async def test_names_in_any_direction_stand_in_spans_of_their_own() -> None:
    """So that a renderer can keep each of them apart from the signs between them."""
    hebrew = Concept(
        ConceptId("cache"),
        (name("מטמון", HE), name("Cache"), name("זיכרון", HE, LabelKind.SYNONYM)),
        (Definition("A fast store.", EN),),
        domain="מחשוב",
    )
    reply = await Person(MemoryStore([hebrew])).asks(Show(hebrew.id))
    title, also = reply.blocks[0], reply.blocks[1]
    assert getattr(title, "spans", ()) == tuple(map(Span, ("Cache", " · ", "מטמון", " (", "מחשוב", ")")))
    assert isinstance(also, Note)
    assert Span("זיכרון") in also.spans


async def test_a_definition_in_one_line_is_in_the_language_of_its_script() -> None:
    """Unless the line names another one."""
    somebody = Person()
    await somebody.asks(Typed("Kafka = 사건을 적어 두는 기록이다."))
    found = await somebody.asks(Typed("kafka"))
    assert "There is no definition in English yet; this one is in Korean." in words_of(found)


def test_the_bot_speaks_the_first_language_that_it_has() -> None:
    """And English where it has none of them."""
    assert wording_for(LanguageTag("la"), KO).language == KO
    assert wording_for(LanguageTag("la"), None).language == EN
