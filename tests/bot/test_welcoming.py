"""Where one begins: the home page, the first steps, and the starter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from adapters.memory import MemoryStore
from bot.commands import (
    Add,
    Browse,
    Define,
    FirstRun,
    Home,
    Import,
    Orphans,
    Owner,
    Put,
    Queue,
    Search,
    Settings,
    Starter,
    StillTrue,
    Undo,
)
from bot.counts import Asking, Lookup, Outcome, Tally
from bot.keeping import HOME
from bot.replies import Delivery, Form, Reply
from glossary.concept import Concept, ConceptId, Definition
from glossary.spelling import LooseKey
from tests.fakes import NOON, Person, choices_of, words_of
from tests.terms import EN, KO, MLOPS, REDIS, SAP_COMPANY, TERMS, name

TODAY = NOON.date()


def lookup(key: str, outcome: Outcome = Outcome.ANSWERED, day: date = TODAY) -> Lookup:
    """Make a lookup of the home glossary."""
    return Lookup(HOME, LooseKey(key), outcome, EN, "slack command", day)


async def test_home_shows_the_way_in_and_what_is_new() -> None:
    """To a guest too; nothing of what is for curators."""
    guest = Person(facts=frozenset())
    words = words_of(await guest.asks(Home()))
    assert words[0] == "Type a word, and I tell you what it means here."
    assert "[Search]" in words
    assert "New or changed" in words
    assert "Asked for most this month" not in words
    assert "For curators" not in words
    assert "By letter" not in words


async def test_home_shows_what_is_asked_for_most() -> None:
    """Found, within a month, each entry once; what is not in the glossary any more is passed over."""
    somebody = Person()
    counted = {
        lookup("redis"): 3,
        lookup("레디스"): 2,
        lookup("mlops", Outcome.CORRECTED): 4,
        lookup("gone"): 9,
        lookup("sap", Outcome.AMBIGUOUS): 9,
        lookup("chef", day=date(2026, 1, 1)): 9,
    }
    await somebody.store.add_counts(Tally(tuple(counted.items())))
    words = words_of(await somebody.asks(Home()))
    begin = words.index("Asked for most this month")
    assert [line.partition("]")[0] for line in words[begin + 1 : begin + 3]] == ["[MLOps", "[Redis"]
    assert words[begin + 3] == "New or changed"


async def test_home_shows_five_at_most() -> None:
    """However many are asked for."""
    names = [f"Name {number}" for number in range(8)]
    store = MemoryStore([Concept(ConceptId(f"c{n}"), (name(text),)) for n, text in enumerate(names)])
    await store.add_counts(Tally(tuple((lookup(f"name{number}"), 1) for number in range(8))))
    words = words_of(await Person(store).asks(Home()))
    assert words.index("New or changed") - words.index("Asked for most this month") == 6


async def test_home_offers_letters_once_there_are_many_names() -> None:
    """Neighbours share a button where there are more letters than buttons."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    said = (Definition("A.", EN),)
    store = MemoryStore([Concept(ConceptId(letter.lower()), (name(f"{letter}eta"),), said) for letter in letters])
    reply = await Person(store).asks(Home())
    commands = [choice.command for choice in choices_of(reply) if isinstance(choice.command, Browse)]
    assert commands[1:] == [Browse(f"{letters[at]}–{letters[min(at + 2, 25)]}") for at in range(0, 26, 3)]
    few = MemoryStore([Concept(ConceptId(f"c{n}"), (name(f"{'AB'[n % 2]}{n}"),), said) for n in range(11)])
    commands = [one.command for one in choices_of(await Person(few).asks(Home())) if isinstance(one.command, Browse)]
    assert commands == [Browse(), Browse("A"), Browse("B")]


async def test_home_shows_what_waits_for_the_asker() -> None:
    """Their own proposals; to curators how much there is to do, with the way to it."""
    store = MemoryStore(TERMS)
    pat, ada = Person(store, name="pat", facts=frozenset()), Person(store, name="ada")
    nothing = words_of(await ada.asks(Home()))
    assert nothing[-4:] == [
        "For curators",
        "0 proposals wait",
        "0 words were not found this month",
        "0 entries lost their owner",
    ]
    await pat.clicks(await pat.fills(await pat.opens(Add("Etcd")), definition="A store."), "Propose")
    assert words_of(await pat.asks(Home()))[-2:] == ["Your proposals that wait", "Etcd"]
    month = TODAY.replace(day=1)
    asking = Asking(HOME, LooseKey("banana"), "banana", month, "x")
    await store.add_counts(Tally(((lookup("banana", Outcome.NOT_FOUND), 1),), ((asking, 1),)))
    await pat.asks(Owner(REDIS.id, "me"))
    await store.lose_owner(pat.asker.account)
    reply = await ada.asks(Home())
    assert words_of(reply)[-6:] == [
        "For curators",
        "1 proposal waits",
        "1 word was not found this month",
        "1 entry lost its owner",
        "[Proposals]",
        "[Entries without an owner]",
    ]
    assert [choice.command for choice in choices_of(reply)][-2:] == [Queue(), Orphans()]
    assert "Your proposals that wait" not in words_of(reply)


async def test_search_without_words_asks_for_them() -> None:
    """The form finds what the command would."""
    somebody = Person()
    form = await somebody.clicks(await somebody.asks(Home()), "Search")
    assert isinstance(form, Form)
    assert words_of(await somebody.fills(form, words="production"))[0] == "What speaks of “production”"
    assert isinstance(await somebody.gets(Search(" ")), Form)


async def test_whoever_installed_it_is_told_what_comes_first() -> None:
    """In steps, with the buttons for them and a word to try."""
    reply = await Person().asks(FirstRun())
    assert words_of(reply)[0] == "Hello! I tell people what words mean in your team."
    commands = [choice.command for choice in choices_of(reply)]
    assert {Import(), Settings(), Starter(), Define(None, "MLOps")} <= set(commands)
    assert Starter() in [choice.command for choice in choices_of(await Person(MemoryStore()).asks(FirstRun()))]


async def test_what_nobody_touched_of_the_starter_is_taken_out_and_can_come_back() -> None:
    """After a question, as one change; what was changed or confirmed stays."""
    ada = Person()
    await ada.clicks(await ada.asks(Put(EN, "mlops", "Running models well.")), "Save")
    await ada.asks(StillTrue(REDIS.id))
    await ada.asks(Put(EN, "Etcd", "A store."))
    question = await ada.asks(Starter())
    assert words_of(question)[0] == "Take out 3 starter entries that nobody changed? It can be undone."
    done = await ada.clicks(question, "Take them out")
    assert isinstance(done, Reply)
    assert done.delivery is Delivery.IN_PLACE
    assert words_of(done) == ["3 starter entries are taken out.", "[Undo]"]
    assert {one.headword.text for one in await ada.store.concepts(HOME)} == {"MLOps", "Redis", "Etcd"}
    assert words_of(await ada.asks(Starter())) == ["No starter entry is left as it came."]
    await ada.clicks(done, "Undo")
    assert len(await ada.store.concepts(HOME)) == len(TERMS) + 1


async def test_a_glossary_that_began_empty_has_no_starter() -> None:
    """What was added first is nobody's starter."""
    ada = Person(MemoryStore())
    await ada.asks(Put(EN, "Etcd", "A store."))
    assert words_of(await ada.asks(Starter())) == ["No starter entry is left as it came."]


async def test_a_change_of_many_entries_is_undone_whole() -> None:
    """However many there are, and whatever else happened since."""
    said = (Definition("A.", EN),)
    concepts = [Concept(ConceptId(f"c{number}"), (name(f"Name {number}"),), said) for number in range(700)]
    ada = Person(MemoryStore(concepts))
    done = await ada.asks(Starter(is_confirmed=True))
    await ada.asks(Put(EN, "Etcd", "A store."))
    undo = choices_of(done)[-1].command
    assert isinstance(undo, Undo)
    await ada.asks(undo)
    assert len(await ada.store.concepts(HOME)) == 701


@pytest.mark.parametrize("language", [EN, KO])
async def test_an_overtaken_translation_is_shown_to_those_who_can_mend_it(language: str) -> None:
    """Readers get a quiet note; who may write learns which language is newer, and gets a button."""
    store = MemoryStore([replace(MLOPS, definitions=tuple(_outdated_but(language))), SAP_COMPANY])
    other = KO if language == EN else EN
    show = Define(None, "mlops") if other == EN else Define(None, "엠엘옵스")
    reader = Person(store, locale=other, facts=frozenset())
    quiet = {EN: "Another language of this entry is newer.", KO: "이 용어는 다른 언어의 설명이 더 새로워요."}
    reply = await reader.asks(show)
    assert quiet[other] in words_of(reply)
    assert "Edit" not in {choice.label for choice in choices_of(reply)}
    editor = Person(store, locale=other)
    reply = await editor.asks(show)
    clear = {
        EN: "This may be out of date: the definition in Korean is newer.",
        KO: "오래된 내용일 수 있어요. 영어 설명이 더 새로워요.",
    }
    assert clear[other] in words_of(reply)
    assert {"Edit", "고치기"} & {choice.label for choice in choices_of(reply)}


def _outdated_but(language: str) -> list[Definition]:
    return [replace(one, is_outdated=one.language != language) for one in MLOPS.definitions]
