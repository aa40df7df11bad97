"""Contexts and catalogues: what is given is what the store has, from memory where that is the same."""

from __future__ import annotations

import asyncio
import gc
import weakref
from typing import TYPE_CHECKING

from adapters.memory import MemoryStore
from bot.housing import Housing
from bot.keeping import EMPTY, HOME, Changes, GlossaryId, Revision
from bot.policy import LANGUAGE, Policy
from bot.recalling import Limits
from bot.remembering import Catalogues, Context, Contexts, Known, Standing, estimated_bytes
from bot.requests import AccountId, Asker, ChannelId, Place, WorkspaceId
from glossary.concept import ConceptId
from glossary.errors import UnavailableError
from glossary.searching import search
from tests.adapters.promises.changes import NOON, change, concept, removal
from tests.terms import EN, KO, MLOPS, TERMS

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from bot.keeping import Preferences, Subject
    from glossary.concept import Concept
    from glossary.search_index import SearchIndex

OURS, THEIRS = WorkspaceId("slack:T1"), WorkspaceId("slack:T2")
MINJI = Asker(AccountId("slack:T1:U1"), EN)


class Watched(MemoryStore):
    """A store that counts what is read, and can go away."""

    def __init__(self, *concepts: Concept) -> None:
        super().__init__(concepts)
        self.read: list[tuple[GlossaryId, Revision]] = []
        self.asked = 0
        self.is_away = False

    def stamp(self, subject: Subject) -> Hashable:
        """Refuse while it is away."""
        if self.is_away:
            raise UnavailableError("test")
        return super().stamp(subject)

    async def changes(self, glossary: GlossaryId, since: Revision) -> Changes:
        """Write down what was read."""
        self.read.append((glossary, since))
        return await super().changes(glossary, since)

    async def preferences_of(self, account: AccountId) -> Preferences:
        """Count."""
        self.asked += 1
        return await super().preferences_of(account)

    async def settings_of(self, subject: Subject) -> Mapping[str, str]:
        """Count."""
        self.asked += 1
        return await super().settings_of(subject)

    def restore(self, backup: MemoryStore) -> None:
        """Become what was backed up."""
        self._state.glossaries = backup._state.glossaries  # noqa: SLF001 — a restored backup is not a change
        self._state.versions[HOME] += 1


AT_HOME = Standing(HOME, Policy(), {}, {}, {})


def housing_of(store: MemoryStore) -> Housing:
    """Let one workspace be at home."""
    return Housing(store, {OURS}, lambda: TERMS, lambda: NOON)


async def test_a_context_says_what_is_known_of_asker_and_place() -> None:
    """Which glossary, which language they chose, which their platform has."""
    store = MemoryStore()
    contexts = Contexts(housing_of(store), store)
    assert await contexts.of(MINJI, Place(OURS)) == Context(AT_HOME, None, EN)
    await store.choose_language(MINJI.account, KO)
    assert await contexts.of(MINJI, Place(OURS)) == Context(AT_HOME, KO, EN)


async def test_a_context_knows_what_was_chosen_for_channel_and_workspace() -> None:
    """And the locale that a platform told only when it was asked; one that comes with the request is newer."""
    store = MemoryStore()
    contexts = Contexts(housing_of(store), store)
    here, there = Place(OURS, ChannelId("C1")), Place(OURS, ChannelId("C2"))
    silent = Asker(MINJI.account)
    await store.set_setting(OURS, LANGUAGE, "de")
    await store.set_setting(here.subject, LANGUAGE, "ja")
    await store.remember_locale(MINJI.account, KO)
    context = await contexts.of(silent, here)
    assert (context.standing.policy.language, context.channel, context.locale) == ("de", "ja", KO)
    assert (await contexts.of(silent, there)).channel is None
    assert (await contexts.of(MINJI, here)).locale == EN
    await store.set_setting(here.subject, LANGUAGE, None)
    assert (await contexts.of(silent, here)).channel is None


async def test_a_warm_context_asks_nothing() -> None:
    """Not even for somebody who chose no language, in a channel for which none was chosen."""
    store = Watched()
    contexts = Contexts(housing_of(store), store)
    await store.remember_locale(MINJI.account, KO)
    for _ in range(2):  # the first time the workspace gets its glossary, which is a change
        await contexts.of(MINJI, Place(OURS, ChannelId("C1")))
    await store.remember_locale(MINJI.account, KO)  # known already: nothing is written, so nothing is read again
    store.asked = 0
    store.asked = 0
    await contexts.of(MINJI, Place(OURS, ChannelId("C1")))
    assert store.asked == 0


async def test_a_context_outlives_the_store() -> None:
    """It says that it is from memory."""
    store = Watched()
    contexts = Contexts(housing_of(store), store)
    await contexts.of(MINJI, Place(OURS))
    store.is_away = True
    assert await contexts.of(MINJI, Place(OURS)) == Context(AT_HOME, None, EN, is_current=False)


async def test_a_workspace_from_elsewhere_gets_a_glossary_of_its_own() -> None:
    """Filled with the starter, and never the home glossary."""
    store = MemoryStore([MLOPS])
    housing = housing_of(store)
    assert await housing.glossary_of(THEIRS) == "slack:T2"
    assert await housing.glossary_of(THEIRS) == "slack:T2"
    assert await housing.glossary_of(OURS) == HOME
    assert await store.concepts(GlossaryId("slack:T2")) == TERMS
    assert await store.concepts(HOME) == (MLOPS,)


async def test_a_catalogue_is_loaded_once_and_then_follows_the_changes() -> None:
    """Only what changed is read."""
    store = Watched(concept("a"), concept("b"))
    catalogues = Catalogues(store)
    first = await catalogues.of(HOME)
    assert await catalogues.of(HOME) is first
    await store.commit(change(concept("a", meaning="new"), concept("c"), based_on=1))
    await store.commit(removal("b", based_on=2))
    latest = await catalogues.of(HOME)
    assert {one.id: one for one in latest} == {one.id: one for one in await store.concepts(HOME)}
    assert store.read[:2] == [(HOME, EMPTY), (HOME, Revision(1))]


async def test_a_large_catalogue_is_loaded_beside_the_others() -> None:
    """It comes out the same."""
    many = [concept(f"c{number}") for number in range(600)]
    assert list(await Catalogues(MemoryStore(many)).of(HOME)) == many


async def test_two_loads_at_a_time_leave_the_collector_as_it_was() -> None:
    """It rests during a load, whichever of them ends first, and also where somebody had switched it off."""
    store = Watched(*TERMS)
    for switch, is_on in ((gc.enable, True), (gc.disable, False)):
        switch()
        await asyncio.gather(Catalogues(store).of(HOME), Catalogues(store).of(HOME))
        assert gc.isenabled() is is_on
    gc.enable()


async def test_a_large_catalogue_is_not_searched_for_garbage() -> None:
    """Once it is forgotten it goes all the same, with all that was made of it: nothing of it holds itself."""
    before = gc.get_freeze_count()
    many = MemoryStore([concept(f"c{number}") for number in range(600)])
    catalogues = Catalogues(many, limits=Limits(bytes=1))
    known = await catalogues.known(HOME)
    sight, _ = await known.spotting().sight(), await known.index()
    assert gc.get_freeze_count() > before
    assert len(sight.mentioned_in("c1 and c2")) == 2
    parts: list[weakref.ref[object]] = [
        weakref.ref(sight),
        weakref.ref(known.spotting()),
        weakref.ref(known.catalogue),
    ]
    gc.disable()
    try:
        del known, sight, _
        await catalogues.known(GlossaryId("another"))
        assert [part() for part in parts] == [None] * len(parts)
    finally:
        gc.enable()
        gc.unfreeze()


async def test_a_catalogue_outlives_the_store() -> None:
    """Until the store is back it is said to be behind."""
    store = Watched(*TERMS)
    catalogues = Catalogues(store)
    assert not catalogues.is_behind(HOME)
    catalogue = await catalogues.of(HOME)
    store.is_away = True
    assert await catalogues.of(HOME) is catalogue
    assert catalogues.is_behind(HOME)
    store.is_away = False
    await catalogues.of(HOME)
    assert not catalogues.is_behind(HOME)


async def test_a_glossary_that_went_back_is_loaded_again() -> None:
    """A backup was restored, or another server took over that had not heard of the last changes."""
    store = Watched(concept("a"))
    catalogues = Catalogues(store)
    for number in range(3):
        await store.commit(change(concept("a", meaning=str(number)), based_on=number + 1))
    await catalogues.of(HOME)
    store.restore(MemoryStore([concept("b")]))
    assert [one.id for one in await catalogues.of(HOME)] == ["b"]


async def test_catalogues_stay_within_their_bytes() -> None:
    """The estimate follows changes, and the one used longest ago goes first."""
    store = Watched(concept("a"))
    size = estimated_bytes([concept("a")])
    catalogues = Catalogues(store, limits=Limits(bytes=3 * size))
    await catalogues.of(HOME)
    assert catalogues.bytes == size
    await store.commit(change(concept("a", meaning="x" * 100), concept("b"), based_on=1))
    await store.commit(removal("b", based_on=2))
    await catalogues.of(HOME)
    assert catalogues.bytes == size + 200
    for number in range(2):
        await store.settle(WorkspaceId(f"slack:T{number}"), GlossaryId(f"slack:T{number}"), [concept("a")], NOON)
        await catalogues.of(GlossaryId(f"slack:T{number}"))
    assert catalogues.bytes == 2 * size
    assert store.read[-1] == ("slack:T1", EMPTY)
    await catalogues.of(HOME)
    assert store.read[-1] == (HOME, EMPTY)


def found(words: str, index: SearchIndex) -> list[str]:
    """Name the concepts that speak of these words."""
    return [hit.concept.id for hit in search(words, index)]


async def known_of(*concepts: Concept) -> tuple[Catalogues, Known]:
    """Give the memory of a glossary with these concepts."""
    catalogues = Catalogues(MemoryStore(concepts))
    return catalogues, await catalogues.known(HOME)


MANY = tuple(concept(f"c{number}", meaning=f"meaning {number}") for number in range(600))


async def test_a_search_index_is_made_once_beside_the_others_and_counted() -> None:
    """However many search at the same time; a small one is made on the spot."""
    for concepts in (MANY, TERMS):
        catalogues, known = await known_of(*concepts)
        before = catalogues.bytes
        first, second = await asyncio.gather(catalogues.index_of(HOME, known), catalogues.index_of(HOME, known))
        assert first is second
        assert len(first) == len(concepts)
        assert catalogues.bytes == before + first.bytes


async def test_what_changes_while_an_index_is_made_is_in_it() -> None:
    """Nothing is lost between the thread's beginning and its end."""
    _, known = await known_of(*MANY)
    making = asyncio.create_task(known.index())
    await asyncio.sleep(0)  # the thread has what was there until now
    await asyncio.sleep(0)
    known.apply(Changes(Revision(2), (concept("new", meaning="zebra"),), (ConceptId("c7"),)))
    index = await making
    assert found("zebra", index) == ["new"]
    assert found("c7", index) == []
    assert len(index) == 600
    assert await known.index() is index


async def test_after_a_large_change_the_index_is_made_anew() -> None:
    """That is sooner done than adding so much one by one; also when it comes while one is made."""
    _, known = await known_of(*MANY)
    first = await known.index()
    renewed = tuple(concept(f"c{number}", meaning=f"zebra {number}") for number in range(600))
    known.apply(Changes(Revision(2), renewed))
    second = await known.index()
    assert second is not first
    assert len(search("zebra", second)) == 20
    _, known = await known_of(*MANY)
    making = asyncio.create_task(known.index())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    known.apply(Changes(Revision(2), renewed))
    known.apply(Changes(Revision(3), (concept("last", meaning="yak"),)))
    index = await making
    assert len(search("zebra", index)) == 20
    assert found("yak", index) == ["last"]


async def test_a_glossary_that_is_not_in_memory_any_more_weighs_nothing() -> None:
    """Its index may have been made for somebody who still holds it."""
    catalogues = Catalogues(MemoryStore(TERMS), limits=Limits(bytes=1))
    known = await catalogues.known(HOME)
    await catalogues.known(GlossaryId("other"))
    before = catalogues.bytes
    await catalogues.index_of(HOME, known)
    assert catalogues.bytes == before
