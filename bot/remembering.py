"""What need not be read again? Catalogues and contexts kept in memory, and when to forget them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.growing import WORTH_A_THREAD, growing, settle
from bot.keeping import EMPTY
from bot.languages import Grounds, weighed
from bot.policy import language_in, policy_of
from bot.recalling import Limits, Recall, Recalled
from bot.spotting import Spotting
from glossary.catalogue import Catalogue
from glossary.search_index import SearchIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.breaker import Breaker
    from bot.housing import Housing
    from bot.keeping import Changes, GlossaryId, Preferences, Revision, Subject
    from bot.languages import Voice
    from bot.packs import Pack
    from bot.policy import Policy
    from bot.ports import GlossaryStore, PackStore, Store
    from bot.requests import AccountId, Asker, Place, WorkspaceId
    from glossary.concept import Concept, ConceptId, LanguageTag

CONTEXT_BYTES = 400
"""What one workspace or one account takes in memory."""
CONTEXT_LIMITS = Limits(bytes=16_000_000)
CATALOGUE_LIMITS = Limits(bytes=400_000_000, first=2.0, is_first_long=True)
"""A whole glossary takes longer than a key: without it there is no answer, and Slack waits for three seconds."""

_CONCEPT_BYTES = 900
_LABEL_BYTES = 750
_LETTER_BYTES = 2
"""Of a concept, of each label with its entries in the index and the automaton, and of each code point; see bench."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is kept about a workspace, and changes seldom."""

    glossary: GlossaryId
    policy: Policy
    roles: Mapping[str, str]
    """The role of each account and group that was given one."""
    pins: Mapping[Subject, frozenset[ConceptId]]
    """The meanings that come first in a place."""
    packs: Mapping[Subject, tuple[Pack, ...]]
    """The reading lists that belong to a place."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of asker and place before the wish is looked at."""

    standing: Standing
    chosen: LanguageTag | None
    """The language that the asker chose for this bot."""
    locale: LanguageTag | None
    """The language of the asker's platform."""
    channel: LanguageTag | None = None
    """The language that was chosen for the place."""
    place: LanguageTag | None = None
    """The language that the platform says is spoken there."""
    is_current: bool = True
    """False while the store is away, and this is what was known before."""

    @property
    def glossary(self) -> GlossaryId:
        """Name the glossary that the workspace uses."""
        return self.standing.glossary

    def voice(self, question: LanguageTag | None = None, *, is_public: bool = False) -> Voice:
        """Tell in which languages to answer what was asked in one, or in none that shows."""
        return weighed(self.grounds(question), is_public=is_public)

    def grounds(self, question: LanguageTag | None = None) -> Grounds:
        """Tell what speaks for which language."""
        return Grounds(
            chosen=self.chosen,
            question=question,
            locale=self.locale,
            channel=self.channel,
            workspace=self.standing.policy.language,
            place=self.place,
        )


class Contexts:
    """Who asks and where, with what we keep about both."""

    def __init__(
        self,
        housing: Housing,
        store: Store,
        *,
        limits: Limits = CONTEXT_LIMITS,
        breaker: Breaker | None = None,
    ) -> None:
        async def standing_of(workspace: WorkspaceId, _: Standing | None) -> Standing:
            glossary = await housing.glossary_of(workspace)
            policy = policy_of(await store.settings_of(workspace))
            roles, pins = await store.roles_in(workspace), await store.pins_of(glossary)
            return Standing(glossary, policy, roles, pins, await _packs_by_place(store, glossary))

        async def preferences_of(account: AccountId, _: Preferences | None) -> Preferences:
            return await store.preferences_of(account)

        async def spoken_in(channel: Subject, _: _Spoken | None) -> _Spoken:
            return _Spoken(language_in(await store.settings_of(channel)))

        def weigh(_: object) -> int:
            return CONTEXT_BYTES

        self.housing = housing
        self._standings = Recall(store, standing_of, weigh, limits, breaker)
        self._preferences = Recall(store, preferences_of, weigh, limits, breaker)
        self._channels = Recall(store, spoken_in, weigh, limits, breaker)

    async def of(self, asker: Asker, place: Place) -> Context:
        """Gather what is known.

        Raises:
            UnavailableError: It is not in memory, and the store does not answer.
        """
        standing = await self._standings.of(place.workspace)
        preferences = await self._preferences.of(asker.account)
        channel = _NOWHERE if place.channel is None else await self._channels.of(place.subject)
        is_current = standing.is_current and preferences.is_current and channel.is_current
        locale = asker.locale or preferences.value.locale
        return Context(
            standing.value, preferences.value.language, locale, channel.value.language, place.locale, is_current
        )


async def _packs_by_place(store: PackStore, glossary: GlossaryId) -> Mapping[Subject, tuple[Pack, ...]]:
    """Find the reading lists that belong to places."""
    places = await store.places_of(glossary)
    packs = await store.packs_of(glossary) if places else ()
    belonging = set(places)
    return {
        place: tuple(pack for pack in packs if (pack.id, place) in belonging)
        for place in {place for _, place in places}
    }


@dataclass(frozen=True, slots=True)
class _Spoken:
    """That no language was chosen for a channel is worth remembering too."""

    language: LanguageTag | None


_NOWHERE = Recalled(_Spoken(None), is_current=True)


class Edition:
    """One state of a catalogue in memory; only itself is equal to it.

    A revision would not do: after a backup was restored, the same number stands for something else.
    """

    __slots__ = ()


@dataclass(slots=True)
class Known:
    """A catalogue as it was at a revision, with the index for full-text search once somebody has searched."""

    catalogue: Catalogue
    revision: Revision
    _concept_bytes: int
    edition: Edition = field(default_factory=Edition)
    _index: SearchIndex | None = None
    _indexing: asyncio.Task[None] | None = None
    _missed: list[Changes] = field(default_factory=list)
    """What changed while the index is being made."""
    _spotting: Spotting | None = None

    def spotting(self) -> Spotting:
        """Give what spots the names of the catalogue in a text, made ready when it is first asked for."""
        if self._spotting is None:
            self._spotting = Spotting(self.catalogue)
        return self._spotting

    @property
    def bytes(self) -> int:
        """Estimate the bytes of all of it."""
        return self._concept_bytes + (0 if self._index is None else self._index.bytes)

    async def index(self) -> SearchIndex:
        """Give the index for full-text search, made when it is first asked for; others are answered meanwhile."""
        while self._index is None:
            if len(self.catalogue) < WORTH_A_THREAD:
                self._index = SearchIndex(self.catalogue)
                break
            self._indexing = self._indexing or asyncio.ensure_future(self._make_index())
            await asyncio.shield(self._indexing)
        return self._index

    def apply(self, changes: Changes) -> None:
        """Bring all of it up to date, in one go: nobody sees half of a change."""
        replaced = (self.catalogue.get(one) for one in (*changes.removed, *(concept.id for concept in changes.put)))
        gone = estimated_bytes(one for one in replaced if one is not None)
        self._concept_bytes += estimated_bytes(changes.put) - gone
        _bring_up_to_date(self.catalogue, changes)
        if self._indexing is not None:
            self._missed.append(changes)
        elif self._index is not None:
            self._index = _indexed(self._index, changes)
        if self._spotting is not None:
            for concept_id in changes.removed:
                self._spotting.change(concept_id, None)
            for concept in changes.put:
                self._spotting.change(concept.id, concept)
        self.revision = changes.revision
        self.edition = Edition()

    async def _make_index(self) -> None:
        """Make the index in a thread of what is there now, and add what changed meanwhile."""
        try:
            index: SearchIndex | None = await asyncio.to_thread(SearchIndex, tuple(self.catalogue))
            for changes in self._missed:
                index = None if index is None else _indexed(index, changes)
            self._index = index
        finally:
            self._missed.clear()
            self._indexing = None


def _indexed(index: SearchIndex, changes: Changes) -> SearchIndex | None:
    """Bring an index up to date; None where a new one is made sooner than so much is added one by one."""
    if len(changes.put) >= WORTH_A_THREAD:
        return None
    _bring_up_to_date(index, changes)
    return index


def _bring_up_to_date(held: Catalogue | SearchIndex, changes: Changes) -> None:
    for concept_id in changes.removed:
        held.remove(concept_id)
    for concept in changes.put:
        held.put(concept)


class Catalogues:
    """The catalogue of each glossary: loaded on first use, brought up to date by what changed since."""

    def __init__(
        self, glossaries: GlossaryStore, *, limits: Limits = CATALOGUE_LIMITS, breaker: Breaker | None = None
    ) -> None:
        self._glossaries = glossaries
        self._loaded = Recall(glossaries, self._read, _bytes_of_loaded, limits, breaker)
        self._behind: set[GlossaryId] = set()

    @property
    def bytes(self) -> int:
        """Estimate the bytes of all catalogues in memory."""
        return self._loaded.bytes

    def is_behind(self, glossary: GlossaryId) -> bool:
        """Tell whether the catalogue given last was from memory because the store is away."""
        return glossary in self._behind

    async def of(self, glossary: GlossaryId) -> Catalogue:
        """Give the catalogue as it stands now; or as it last stood, while the store is away.

        Raises:
            UnavailableError: It is not in memory, and the store does not answer.
        """
        return (await self.known(glossary)).catalogue

    async def known(self, glossary: GlossaryId) -> Known:
        """Give the catalogue with the revision that it shows.

        Raises:
            UnavailableError: It is not in memory, and the store does not answer.
        """
        recalled = await self._loaded.of(glossary)
        if recalled.is_current:
            self._behind.discard(glossary)
        else:
            self._behind.add(glossary)
        return recalled.value

    async def index_of(self, glossary: GlossaryId, known: Known) -> SearchIndex:
        """Give the index for full-text search of a catalogue that was given; it counts within the limit of bytes."""
        index = await known.index()
        self._loaded.weigh_again(glossary)
        return index

    async def _read(self, glossary: GlossaryId, known: Known | None) -> Known:
        if known is not None:
            changes = await self._glossaries.changes(glossary, known.revision)
            if changes.revision >= known.revision:
                known.apply(changes)
                return known
        with growing():
            changes = await self._glossaries.changes(glossary, EMPTY)  # also when it went back: a backup was restored
            if len(changes.put) < WORTH_A_THREAD:
                return _loaded(changes)
            loaded = await asyncio.to_thread(_loaded, changes)  # meanwhile the other glossaries are answered
            settle()
            return loaded


def estimated_bytes(concepts: Iterable[Concept]) -> int:
    """Estimate what concepts take in memory, with their part of the index."""
    return sum(
        _CONCEPT_BYTES
        + _LABEL_BYTES * len(concept.labels)
        + _LETTER_BYTES * sum(len(definition.text) for definition in concept.definitions)
        for concept in concepts
    )


def _loaded(changes: Changes) -> Known:
    catalogue = Catalogue(changes.put)
    catalogue.named("")  # a catalogue makes its index when it is first searched: here, and not while somebody waits
    return Known(catalogue, changes.revision, estimated_bytes(changes.put))


def _bytes_of_loaded(loaded: Known) -> int:
    return loaded.bytes
