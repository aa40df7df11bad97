"""Explaining the known terms in a text."""

from __future__ import annotations

import pytest

from adapters.memory import MemoryStore
from bot.commands import Define, Explain, Explained, Known, MyData, Said, Show, Typed
from bot.growing import WORTH_A_THREAD
from bot.keeping import HOME, Change, Deed, Edit
from bot.policy import LANGUAGE
from bot.replies import Delivery, Reply
from bot.requests import AccountId, ChannelId, Place, WorkspaceId
from bot.wishes.explaining import LONG, MOST_IN_LINES
from glossary.concept import Concept, ConceptId, Definition
from glossary.errors import UnavailableError
from glossary.spotting.spotter import LONGEST_TEXT
from tests.fakes import HERE, NOON, Person, choices_of, words_of
from tests.terms import DE, EN, KO, MLOPS, REDIS, SAP_COMPANY, SAP_NETWORK, TERMS, name

CHANNEL = Place(WorkspaceId("terminal"), ChannelId("C1"), is_public=True)
TEXT = "레디스가 느려서 MLOps 팀이 보고 있어요, MLOps 팀이요."


class Forgetful(MemoryStore):
    """A store that does not tell what somebody knows."""

    async def known_by(self, account: AccountId) -> frozenset[ConceptId]:
        """Fail."""
        raise UnavailableError(account)


async def test_every_known_term_in_a_text_gets_a_line() -> None:
    """Once, in the order in which they appear, in the reader's language, and one click from the whole entry."""
    somebody = Person()
    reply = await somebody.asks(Explain(TEXT))
    assert words_of(reply) == [
        "2 terms in this text",
        "[Redis] 메모리에 두는 저장소이다.",
        "[MLOps] Running models in production.",
    ]
    assert [choice.command for choice in choices_of(reply)] == [Explained(REDIS.id), Explained(MLOPS.id)]
    assert words_of(await somebody.asks(Explained(MLOPS.id)))[0] == "MLOps"
    assert somebody.looked == []


async def test_a_text_in_another_language_is_explained_in_that_of_its_reader() -> None:
    """It was written by somebody else; only the word before it tells of who asks."""
    assert words_of(await Person().asks(Typed(f"explain {TEXT}")))[0] == "2 terms in this text"
    assert words_of(await Person().asks(Typed(f"설명 {TEXT}")))[0] == "이 글에 나오는 용어 2개"
    assert words_of(await Person(locale=KO).asks(Explain(TEXT)))[2] == "[엠엘옵스 · MLOps] 모델을 운영하는 일이다."


async def test_a_text_without_known_terms_says_so() -> None:
    """In a sentence."""
    reply = await Person().asks(Explain("Nothing to see here, move on please."))
    assert not reply.is_found
    assert words_of(reply) == ["No term of this glossary stands in this text."]


async def test_a_name_with_several_meanings_shows_the_likeliest() -> None:
    """What is pinned in this place comes first, and the other meanings are one click away."""
    store = MemoryStore(TERMS)
    somebody = Person(store)
    reply = await somebody.asks(Explain("The SAP is down, says everybody."))
    assert words_of(reply)[1:] == ["[SAP (company)] A maker of business software.", "[SAP: other meanings]"]
    assert choices_of(reply)[-1].command == Define(None, "SAP")
    await store.pin(HOME, HERE, SAP_NETWORK.id, is_pinned=True)
    assert words_of(await somebody.asks(Explain("The SAP is down, says everybody.")))[1].startswith(
        "[SAP (networking)]"
    )


async def test_a_name_too_long_for_a_button_has_no_button_to_its_meanings() -> None:
    """They are found by asking for it."""
    long = " ".join(["very"] * 20)
    both = [Concept(ConceptId(one), (name(long),)) for one in "ab"]
    assert words_of(await Person(MemoryStore(both)).asks(Explain(f"It is {long} indeed"))) == [
        "1 term in this text",
        f"[{long}]",
    ]


async def test_what_somebody_knows_is_left_out() -> None:
    """Said once, it holds until it is taken back; it is kept with what is kept about the person."""
    somebody = Person()
    shown = await somebody.asks(Explained(REDIS.id))
    noted = await somebody.clicks(shown, "I know this")
    assert isinstance(noted, Reply)
    assert words_of(noted) == [
        "You know Redis: it will not be explained to you any more.",
        "[Explain it again]",
    ]
    assert words_of(await somebody.asks(Explain(TEXT))) == [
        "1 term in this text",
        "[MLOps] Running models in production.",
        "1 that you know is left out.",
    ]
    await somebody.asks(Typed("known mlops"))
    assert words_of(await somebody.asks(Explain(TEXT))) == ["You know every term in this text."]
    assert REDIS.id in str(await somebody.asks(MyData()))
    await somebody.asks(Known(REDIS.id, is_known=False))
    again = await somebody.asks(Explain(TEXT))
    assert words_of(again)[1:] == ["[Redis] 메모리에 두는 저장소이다.", "1 that you know is left out."]
    assert len(words_of(await Person(somebody.store, name="another").asks(Explain(TEXT)))) == 3


async def test_what_is_taken_back_can_be_said_again() -> None:
    """Each answer carries the contrary."""
    reply = await Person().asks(Known(REDIS.id, is_known=False))
    assert words_of(reply) == ["Redis will be explained to you again.", "[I know this]"]


async def test_of_a_name_with_several_meanings_the_likely_one_must_be_known() -> None:
    """Who knows another one is still told."""
    somebody = Person()
    await somebody.asks(Known(SAP_NETWORK.id))
    assert len(words_of(await somebody.asks(Explain("Ask SAP about the bill.")))) == 3
    await somebody.asks(Known(SAP_COMPANY.id))
    assert words_of(await somebody.asks(Explain("Ask SAP about the bill."))) == ["You know every term in this text."]


async def test_an_entry_without_choices_still_offers_that_it_is_known() -> None:
    """And one that is gone does not."""
    lonely = Concept(ConceptId("x"), (name("Solo"),))
    somebody = Person(MemoryStore([lonely]))
    assert words_of(await somebody.asks(Explained(lonely.id)))[-1] == "[I know this]"
    for wish in (Explained(ConceptId("gone")), Known(ConceptId("gone"))):
        assert words_of(await somebody.asks(wish))[0] == "This entry is no longer in the glossary."


async def test_without_the_store_everything_is_explained() -> None:
    """It is better to hear again what one knows than to hear nothing."""
    assert len(words_of(await Person(Forgetful(TERMS)).asks(Explain(TEXT)))) == 3


async def test_many_terms_are_all_named() -> None:
    """The first ones with a line, the others by their names, so that every platform can show them."""
    many = [Concept(ConceptId(f"c{number}"), (name(f"Name{number}"),)) for number in range(MOST_IN_LINES + 2)]
    reply = await Person(MemoryStore(many)).asks(Explain(" ".join(one.headword.text for one in many)))
    assert len(choices_of(reply)) == MOST_IN_LINES
    assert words_of(reply)[-1] == f"Further: Name{MOST_IN_LINES}, Name{MOST_IN_LINES + 1}"


@pytest.mark.parametrize("length", [LONG, LONGEST_TEXT + 1])
async def test_a_long_text_is_looked_through_beside(length: int) -> None:
    """Up to a limit, and that is said."""
    reply = await Person().asks(Explain("redis ".ljust(length, "x")))
    limited = ["Only the first 100000 characters were looked at."] if length > LONGEST_TEXT else []
    assert [line.replace(",", "") for line in words_of(reply)[2:]] == limited


@pytest.mark.parametrize(
    ("said", "thread"),
    [
        ("explain", (TEXT,)),
        ("explain this", ("no term here", TEXT)),
        (f"explain {TEXT}", ()),
        ("설명", ("레디스요", "MLOps 팀이요")),
    ],
)
async def test_in_a_thread_what_was_said_above_is_explained(said: str, thread: tuple[str, ...]) -> None:
    """To the asker alone, in their own language, also where everybody reads the question."""
    store = MemoryStore(TERMS)
    await store.set_setting(CHANNEL.subject, LANGUAGE, DE)
    reply = await Person(store, place=CHANNEL).asks(Said(said, thread))
    assert reply.delivery is Delivery.ASKER
    assert words_of(reply)[1:] == ["[Redis] 메모리에 두는 저장소이다.", "[MLOps] Running models in production."]


async def test_a_term_behind_the_word_is_looked_up() -> None:
    """``explain redis`` asks for one entry, with or without a thread; ``explain`` alone asks for a text."""
    for wish in (Typed("explain mlops"), Typed("설명  mlops"), Said("explain mlops", ("redis",))):
        assert words_of(await Person().asks(wish))[0].endswith("MLOps")
    assert words_of(await Person().asks(Said("mlops", ("redis",))))[0] == "MLOps"
    asked = await Person().asks(Typed("explain"))
    assert words_of(asked) == ["Which text? Write explain and the text behind it, or ask in a thread."]
    assert not asked.is_found


async def test_a_definition_offers_the_terms_that_it_mentions() -> None:
    """One level: neither the entry itself, nor what is related anyway, nor more than five."""
    names = ("one", "two", "three", "four", "five", "six", "seven")
    others = [Concept(ConceptId(one), (name(f"{one} thing"),)) for one in names]
    text = " ".join(f"{one} thing" for one in ("all", *names))
    whole = Concept(ConceptId("all"), (name("all thing"),), (Definition(text, EN),), related=(ConceptId("two"),))
    somebody = Person(MemoryStore([whole, *others]))
    choices = choices_of(await somebody.asks(Show(whole.id)))
    assert [choice.label for choice in choices] == [f"{one} thing" for one in ("two", "one", *names[2:6])]
    assert choices[1].command == Show(ConceptId("one"))


async def test_a_large_glossary_does_not_wait_for_what_its_definitions_mention() -> None:
    """The first answer goes without; later ones have it."""
    many = [Concept(ConceptId(f"m{number}"), (name(f"filler{number}"),)) for number in range(WORTH_A_THREAD)]
    whole = Concept(ConceptId("whole"), (name("whole"),), (Definition("It holds filler7.", EN),))
    somebody = Person(MemoryStore([whole, *many]))
    assert choices_of(await somebody.asks(Show(whole.id))) == []
    await somebody.asks(Explain("This waits until it is ready."))
    assert [choice.label for choice in choices_of(await somebody.asks(Show(whole.id)))] == ["filler7"]


async def test_a_change_is_spotted_at_once() -> None:
    """What was added, renamed or deleted meanwhile, also when much was."""
    store = MemoryStore(TERMS)
    somebody = Person(store)
    assert (await somebody.asks(Explain("redis, etcd and valkey"))).is_found
    etcd = Concept(ConceptId("etcd"), (name("etcd"),))
    valkey = Concept(REDIS.id, (name("Valkey"),))
    await _changed(store, Edit(etcd.id, etcd), Edit(valkey.id, valkey))
    assert words_of(await somebody.asks(Explain("redis, etcd and valkey")))[1:] == ["[etcd]", "[Valkey]"]
    many = [Concept(ConceptId(f"c{number}"), (name(f"Name{number}"),)) for number in range(100)]
    await _changed(store, Edit(etcd.id, None), *(Edit(one.id, one) for one in many))
    assert words_of(await somebody.asks(Explain("etcd, Name7 and Name99")))[1:] == ["[Name7]", "[Name99]"]


async def _changed(store: MemoryStore, *edits: Edit) -> None:
    await store.commit(Change(HOME, edits, await store.revision_of(HOME), None, NOON, Deed.EDITED))
