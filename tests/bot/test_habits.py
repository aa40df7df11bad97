"""What is likely meant in a place, learned from what is pinned, read and shown there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from adapters.memory import MemoryStore
from bot import habits
from bot.commands import Define, Explain, Explained, Pin, Show, Typed, Why
from bot.counts import Use
from bot.habits import MOST_USED, READ_EVERY, Habits
from bot.keeping import HOME
from bot.packs import Pack, PackId
from bot.policy import Policy
from bot.remembering import Catalogues, Standing
from bot.replies import Form, Listing, Options, Reply
from bot.requests import ChannelId, Place, WorkspaceId
from bot.wording import plain
from glossary.concept import Concept, ConceptId, Definition
from glossary.errors import UnavailableError
from glossary.likelihood import FEWEST_USES, Likelihood
from tests.bot.newcomers import CHANNEL, DIRECT, Team
from tests.fakes import NOON, Person, choices_of, words_of
from tests.terms import EN, SAP_COMPANY, SAP_NETWORK, TERMS, name

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

    from bot.habits import Habit
    from bot.keeping import GlossaryId, Subject

NOVEMBER = date(2026, 11, 1)
PLAIN = Standing(HOME, Policy(), {}, {}, {})
WORKSPACE = CHANNEL.workspace
OTHER = Place(WORKSPACE, ChannelId("C2"))


def tagged(concept_id: str, *tags: str) -> Concept:
    """Make an entry with tags."""
    return Concept(ConceptId(concept_id), (name(concept_id),), (Definition("x", EN),), tags=tags)


class Counted(MemoryStore):
    """A store that tells how often it was asked for uses, and can be away."""

    def __init__(self) -> None:
        super().__init__(TERMS)
        self.asked = 0
        self.is_away = False

    async def uses_in(self, glossary: GlossaryId, place: Subject, since: date, limit: int) -> Mapping[ConceptId, int]:
        """Count."""
        self.asked += 1
        if self.is_away:
            raise UnavailableError("database")
        return await super().uses_in(glossary, place, since, limit)

    async def add_uses(self, used: Mapping[Use, int]) -> None:
        """Refuse while it is away."""
        if self.is_away:
            raise UnavailableError("database")
        await super().add_uses(used)


class Clock:
    """A clock that goes when it is told to."""

    seconds = 0.0

    def __call__(self) -> float:
        """Tell the time."""
        return self.seconds


def habits_of(store: MemoryStore, clock: Clock | None = None) -> Habits:
    """Begin to learn."""
    return Habits(store, lambda: NOON, clock=clock or Clock())


async def usual(one: Habits, store: MemoryStore, place: Place = CHANNEL, standing: Standing = PLAIN) -> Habit:
    """Ask what is usual in a place."""
    return await one.of(standing, place, await Catalogues(store).known(HOME))


async def likely(one: Habits, store: MemoryStore, place: Place = CHANNEL, standing: Standing = PLAIN) -> Likelihood:
    """Ask what is likely in a place."""
    return (await usual(one, store, place, standing)).likelihood


async def test_what_is_shown_counts_at_once_for_the_channel_and_the_workspace() -> None:
    """In a conversation with the bot alone for the workspace only; elsewhere nothing is known of it."""
    store = MemoryStore(TERMS)
    one = habits_of(store)
    here, there, alone = [await likely(one, store, place) for place in (CHANNEL, OTHER, DIRECT)]
    for place in (CHANNEL, CHANNEL, DIRECT):
        (await usual(one, store, place)).note(SAP_NETWORK.id)
    assert (here.used_here, here.used) == ({SAP_NETWORK.id: 2}, {SAP_NETWORK.id: 3})
    assert (there.used_here, there.used) == ({}, {SAP_NETWORK.id: 3})
    assert (alone.used_here, alone.used) == ({}, {SAP_NETWORK.id: 3})


async def test_what_a_busy_place_is_about_is_not_reckoned_again_at_every_turn() -> None:
    """What comes into use is seen at once where little else is, and among much else in the next hour."""
    store, clock = MemoryStore(TERMS), Clock()
    one = habits_of(store, clock)
    habit = await usual(one, store)
    for number in range(MOST_USED):
        habit.note(ConceptId(f"c{number}"))
    for _ in range(FEWEST_USES):
        habit.note(SAP_NETWORK.id)
    assert await usual(one, store) is habit
    await one.flush()
    clock.seconds += READ_EVERY
    assert (await likely(one, store)).topics == {"networking"}


async def test_what_one_person_looks_up_alone_shows_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is, and though the hour is over; several people count, each once."""
    monkeypatch.setattr(habits, "MOST_PLACES", 3)
    store, clock = MemoryStore(TERMS), Clock()
    one = habits_of(store, clock)
    for _ in range(FEWEST_USES):
        (await usual(one, store, DIRECT)).note(SAP_NETWORK.id)
        clock.seconds += READ_EVERY
        await one.flush()
    assert (await likely(one, store)).used == {SAP_NETWORK.id: 1}
    for number in range(3):
        alone = replace(DIRECT, channel=ChannelId(f"DM{number}"))
        (await usual(one, store, alone)).note(SAP_NETWORK.id)
    assert (await likely(one, store)).used == {SAP_NETWORK.id: 4}
    (await usual(one, store, DIRECT)).note(SAP_NETWORK.id)  # by then it is forgotten, for memory is bounded
    assert (await likely(one, store)).used == {SAP_NETWORK.id: 5}


async def test_what_was_shown_outlives_the_process() -> None:
    """Written as sums without names, once; what is older than three months counts no more."""
    store = MemoryStore(TERMS)
    one = habits_of(store)
    for _ in range(3):
        (await usual(one, store, CHANNEL)).note(SAP_NETWORK.id)
    await one.flush()
    await one.flush()
    august = Use(HOME, CHANNEL.subject, SAP_COMPANY.id, date(2026, 8, 1))
    await store.add_uses({august: 9, replace(august, month=date(2026, 9, 1)): 4})
    assert (await likely(habits_of(store), store)).used_here == {SAP_NETWORK.id: 3, SAP_COMPANY.id: 4}
    assert await store.uses_in(HOME, CHANNEL.subject, NOVEMBER, MOST_USED) == {SAP_NETWORK.id: 3}


async def test_what_is_warm_asks_nothing() -> None:
    """And what other processes showed is learned within the hour."""
    store, clock = Counted(), Clock()
    one = habits_of(store, clock)
    first = await likely(one, store)
    assert store.asked == 2
    assert await likely(one, store) is first
    await store.add_uses({Use(HOME, CHANNEL.subject, SAP_COMPANY.id, NOVEMBER): 4})
    assert store.asked == 2
    clock.seconds += READ_EVERY
    assert (await likely(one, store)).used_here == {SAP_COMPANY.id: 4}
    assert store.asked == 4


async def test_while_the_store_is_away_pins_still_count() -> None:
    """Nothing waits for it; what was learned meanwhile is written when it is back."""
    store = Counted()
    store.is_away = True
    one = habits_of(store)
    pinned = replace(PLAIN, pins={CHANNEL.subject: frozenset({SAP_NETWORK.id})})
    assert await likely(one, store, standing=pinned) == Likelihood(
        pinned={SAP_NETWORK.id}, topics=frozenset({"networking"})
    )
    (await usual(one, store, CHANNEL)).note(SAP_COMPANY.id)
    await one.flush()
    store.is_away = False
    await one.flush()
    assert await store.uses_in(HOME, WORKSPACE, NOVEMBER, MOST_USED) == {SAP_COMPANY.id: 1}


async def test_no_more_is_kept_than_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted already goes on counting."""
    monkeypatch.setattr(habits, "MOST_WAITING", 2)
    store = MemoryStore(TERMS)
    one = habits_of(store)
    for concept in ("a", "b", "a"):
        (await usual(one, store, CHANNEL)).note(ConceptId(concept))
    await one.flush()
    assert await store.uses_in(HOME, CHANNEL.subject, NOVEMBER, MOST_USED) == {"a": 2}


async def test_of_more_places_than_fit_the_first_are_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was learned there is not lost with them."""
    monkeypatch.setattr(habits, "MOST_PLACES", 1)
    store = MemoryStore(TERMS)
    one = habits_of(store)
    first = await usual(one, store)
    first.note(SAP_NETWORK.id)
    await usual(one, store, OTHER)
    again = await usual(one, store)
    assert again is not first
    assert again.likelihood.used_here == {SAP_NETWORK.id: 1}


async def test_a_place_is_about_what_is_pinned_listed_and_often_used_there() -> None:
    """Tags that at least half of it share; a reading list by a tag is about that tag."""
    store = MemoryStore((tagged("a", "net"), tagged("b", "net", "ops"), tagged("c", "db"), tagged("d", "db")))
    one = habits_of(store)
    assert (await likely(one, store)).topics == frozenset()
    pins = {CHANNEL.subject: frozenset({ConceptId("a"), ConceptId("gone")})}
    packs = {CHANNEL.subject: (Pack(PackId("p"), "P", (ConceptId("b"),)), Pack(PackId("q"), "Q", (), "Data Team"))}
    standing = replace(PLAIN, pins=pins, packs=packs)
    listed = await likely(one, store, standing=standing)
    assert set(listed.listed) == {ConceptId("b")}
    assert listed.topics == {"net", "ops", "data team"}
    for concept in "cccdd":
        (await usual(one, store, CHANNEL)).note(ConceptId(concept))
    assert (await likely(one, store, standing=standing)).topics == {"net", "data team"}
    (await usual(one, store, CHANNEL)).note(ConceptId("d"))
    assert (await likely(one, store, standing=standing)).topics == {"net", "db", "data team"}
    assert (await likely(one, store, OTHER, standing)).topics == frozenset()


# ── through the door ──────────────────────────────────────────────────────────────────────────────────────────────────


def offered(reply: Reply | Form) -> list[ConceptId]:
    """Give the meanings that are offered, in their order."""
    assert isinstance(reply, Reply)
    options = next(block for block in reply.blocks if isinstance(block, Options))
    return [option.choice.command.concept for option in options.options if isinstance(option.choice.command, Show)]


async def test_what_is_picked_in_a_channel_comes_first_there() -> None:
    """Once it was picked often enough that nobody learns what one person picked; elsewhere nothing changes."""
    ada = Team().ada
    for _ in range(3):
        reply = await ada.asks(Define(None, "SAP"))
        assert offered(reply) == [SAP_COMPANY.id, SAP_NETWORK.id]
        await ada.asks(Show(SAP_NETWORK.id))
    assert offered(await ada.asks(Define(None, "SAP"))) == [SAP_NETWORK.id, SAP_COMPANY.id]
    ada.place = Place(WorkspaceId("terminal"), ChannelId("C2"))
    await ada.asks(Pin(SAP_COMPANY.id))
    assert offered(await ada.asks(Define(None, "SAP"))) == [SAP_COMPANY.id, SAP_NETWORK.id]


async def test_a_reading_list_of_the_channel_tells_which_meaning_is_meant() -> None:
    """From when it is placed until it is taken away; its entries, and what is about the same."""
    team = Team((*TERMS, Concept(ConceptId("dns"), (name("DNS"),), domain="Networking")))
    pack = await team.make(terms="DNS")
    assert offered(await team.ada.asks(Define(None, "SAP")))[0] == SAP_COMPANY.id
    await team.ada.asks(Typed("pack here First week"))
    assert offered(await team.ada.asks(Define(None, "SAP")))[0] == SAP_NETWORK.id
    await team.store.place_pack(HOME, PackId(pack), CHANNEL.subject, is_placed=False)
    assert offered(await team.ada.asks(Define(None, "SAP")))[0] == SAP_COMPANY.id


async def test_a_term_in_a_text_is_explained_as_it_is_meant_here() -> None:
    """What is picked there counts too, and so does what is looked up by its own name; a button to nothing does not."""
    ada = Team().ada
    await ada.asks(Explained(SAP_NETWORK.id))
    await ada.asks(Show(SAP_NETWORK.id))
    await ada.asks(Show(ConceptId("gone")))
    await ada.asks(Explained(SAP_NETWORK.id))
    explained = await ada.asks(Explain("call the SAP"))
    assert choices_of(explained)[0].command == Explained(SAP_NETWORK.id)
    for _ in range(3):
        await ada.asks(Define(None, "redis"))
    assert "often looked up here" in " ".join(words_of(await ada.asks(Why("SAP"))))


async def test_why_says_what_puts_each_meaning_where_it_stands() -> None:
    """In words, without a number that would tell how often somebody asked."""
    ada = Team().ada
    await ada.asks(Pin(SAP_NETWORK.id))
    for _ in range(3):
        await ada.asks(Show(SAP_COMPANY.id))
    reply = await ada.asks(Why("sap"))
    (listing,) = [block for block in reply.blocks if isinstance(block, Listing) and block.is_numbered]
    here = "about the same as what is at home here"
    often = "often looked up here, often looked up in this workspace"
    assert list(map(plain, listing.items)) == [
        f"SAP (networking): pinned here, {here}, its name is in your language",
        f"SAP (company): {here}, {often}, its name is in your language",
    ]
    nobody = Person(MemoryStore((Concept(ConceptId("a"), (name("X"),)), Concept(ConceptId("b"), (name("X"),)))), None)
    (listing,) = [
        block for block in (await nobody.asks(Why("x"))).blocks if isinstance(block, Listing) and block.is_numbered
    ]
    assert list(map(plain, listing.items)) == ["X: its name is in your language"] * 2
