"""Lists: by letter, what changed last, and one at random."""

from __future__ import annotations

from datetime import timedelta

from adapters.memory import MemoryStore
from bot.commands import Browse, Delete, Put, Random, Recent, Typed
from bot.wishes.listing import PAGE
from glossary.concept import Concept, ConceptId, Definition
from tests.fakes import Person, choices_of, words_of
from tests.terms import EN, KO, REDIS, TERMS, name


def named(*names: str) -> MemoryStore:
    """Make a glossary of these names."""
    return MemoryStore(
        [Concept(ConceptId(f"c{n}"), (name(text),), (Definition("A.", EN),)) for n, text in enumerate(names)]
    )


async def test_names_are_browsed_by_their_letter() -> None:
    """In the reader's language; typed in either case."""
    reply = await Person().asks(Browse("S"))
    assert words_of(reply)[0] == "S: 2 entries"
    assert words_of(await Person().asks(Typed("browse s"))) == words_of(reply)
    kim = await Person(locale=KO).asks(Browse("ㄹ"))
    assert words_of(kim)[1].startswith("[레디스 · Redis]")
    missing = await Person().asks(Browse("Q"))
    assert words_of(missing) == ["No name begins with Q."]
    assert not missing.is_found


async def test_neighbouring_letters_share_a_button() -> None:
    """The list holds what begins with any of them, and its pages stay within them."""
    store = named(*(f"{letter} {number}" for letter in "ABC" for number in range(4)), "Zeta")
    reply = await Person(store).asks(Browse("A–C"))
    assert words_of(reply)[0] == "A–C: 12 entries"
    assert choices_of(reply)[-1].command == Browse("A–C", 2)
    assert words_of(await Person(store).asks(Browse("A–Q")))[0] == "A–Q: 4 entries"  # nothing begins with Q any more


async def test_what_changed_last_comes_first() -> None:
    """Each entry once, with the day; what was deleted is not among it."""
    ada = Person()
    ada.now += timedelta(days=1)
    await ada.asks(Put(EN, "Etcd", "A store."))
    await ada.asks(Delete(REDIS.id, is_confirmed=True))
    reply = await ada.asks(Recent())
    assert words_of(reply)[:2] == ["What changed last", "[Etcd] added Nov 24, 2026"]
    assert "Redis" not in {choice.label for choice in choices_of(reply)}
    assert len(choices_of(reply)) == len(TERMS)
    assert words_of(await Person(MemoryStore()).asks(Recent())) == ["This glossary is still empty."]


async def test_an_entry_that_changed_says_so() -> None:
    """It was there before."""
    ada = Person()
    preview = await ada.asks(Put(EN, "Chef", "A tool."))
    await ada.clicks(preview, "Save")
    assert words_of(await ada.asks(Recent()))[1] == "[Chef] changed Nov 23, 2026"


async def test_a_list_of_recent_changes_is_one_page() -> None:
    """However many there were."""
    store = named(*(f"Name {number}" for number in range(30)))
    assert len(choices_of(await Person(store).asks(Recent()))) == PAGE


async def test_one_at_random_leads_to_another() -> None:
    """Of one entry it is that one."""
    reply = await Person(MemoryStore([REDIS])).asks(Random())
    assert words_of(reply)[0] == "Redis"
    assert choices_of(reply)[-1].command == Random()
    assert words_of(await Person(MemoryStore()).asks(Random())) == ["This glossary is still empty."]
