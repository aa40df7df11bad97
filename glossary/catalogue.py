"""What is in the glossary, and under which names? One glossary in memory, searchable, updated concept by concept."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from glossary.collecting import Spellings
from glossary.completing import completed
from glossary.forms import Form, forms_of, key_of, spaced
from glossary.indexing import index_of
from glossary.sounds import WordSounds
from glossary.spelling import loose_key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from glossary.concept import Concept, ConceptId, Label, LanguageTag
    from glossary.index import Index

SMALLEST_SHELF = 64
"""Concepts; up to here the newest shelf is simply built again."""
GROWTH = 4
"""A shelf is merged into a newer one that is at least this part of it, so each concept moves a few times only."""


_FORMS: Final = tuple(Form)
_CHUNK: Final = 4096
"""Concepts whose names are worked on together, which bounds the memory that building takes."""

_FORM_BITS: Final = 4
_LABEL_BITS: Final = 20
_FORM: Final = (1 << _FORM_BITS) - 1
_LABEL: Final = (1 << _LABEL_BITS) - 1


Estimate = Callable[[list[str]], list[float]]
"""How alike spellings are to what was sought; 0 leaves one out."""


class Hit(NamedTuple):
    """A spelling that was found, and whose it is. Of forms that are only found exactly, the letters are not kept."""

    concept: Concept
    label: Label
    form: Form
    letters: str


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The indexed spellings of some concepts, by slot. A slot whose concept has gone is passed over."""

    index: Index
    """The owner of a row is the slot, the place of the label, and the form, packed into one number."""
    holds: array[int]


class Catalogue:
    """The concepts of one glossary by id and by every spelling of every label.

    The order of the concepts is that of their first addition. Safe to share between tasks of one event loop: every
    method finishes without giving way. What was put is indexed at the next search. The index is a few shelves,
    each several times as large as the next one, so a change costs what a small shelf costs, and now and then a merge.
    """

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._slots: dict[ConceptId, int] = {}
        self._occupants: list[Concept | None] = []
        self._fresh: list[int] = []
        self._shelves: list[_Shelf] = []
        for concept in concepts:
            self.put(concept)

    def __len__(self) -> int:
        """Count the concepts."""
        return len(self._slots)

    def __iter__(self) -> Iterator[Concept]:
        """Go through the concepts in the order of their first addition."""
        return filter(None, map(self._occupants.__getitem__, self._slots.values()))

    def __contains__(self, concept_id: object) -> bool:
        """Tell whether a concept of this id is there."""
        return concept_id in self._slots

    def get(self, concept_id: ConceptId) -> Concept | None:
        """Find a concept by its id."""
        slot = self._slots.get(concept_id)
        return None if slot is None else self._occupants[slot]

    def put(self, concept: Concept) -> None:
        """Add a concept, or replace the one of the same id."""
        previous = self._slots.get(concept.id)
        if previous is not None:
            self._occupants[previous] = None
        slot = self._slots[concept.id] = len(self._occupants)
        self._fresh.append(slot)
        self._occupants.append(concept)

    def remove(self, concept_id: ConceptId) -> None:
        """Take a concept out. What is not there stays not there."""
        slot = self._slots.pop(concept_id, None)
        if slot is not None:
            self._occupants[slot] = None

    def named(self, text: str) -> tuple[tuple[Concept, Label], ...]:
        """Find the concepts that have this name in any folding, each once with the label that says it."""
        key = loose_key(text)
        found = {
            hit.concept.id: (hit.concept, hit.label)
            for _, hit in reversed(self.equal([key_of(spaced(words(text)))]))
            if key and loose_key(hit.label.text) == key
        }
        return tuple(found[concept_id] for concept_id in sorted(found, key=self._slots.__getitem__))

    def equal(self, keys: Sequence[int]) -> list[tuple[int, Hit]]:
        """Find the spellings of each key, in every form but that of sounds: pairs of the key's place and a hit."""
        found = ((place, self._hit(shelf, row)) for shelf in self._shelved() for place, row in shelf.index.equal(keys))
        return [(place, hit) for place, hit in found if hit is not None]

    def neighbours(self, letters: str, estimate: Estimate) -> list[tuple[float, Hit]]:
        """Find the spellings that are one slip away from this one, with what the estimate says of them."""
        return [
            likely
            for shelf in self._shelved()
            for likely in self._likely(shelf, shelf.index.neighbours(letters), estimate)
        ]

    def alike(self, letters: str, estimate: Estimate) -> list[tuple[float, Hit]]:
        """Find the spellings that share most with this one, or hold most of it, with what the estimate says of them."""
        return [
            likely for shelf in self._shelved() for likely in self._likely(shelf, shelf.index.alike(letters), estimate)
        ]

    def begun(self, letters: str, most: int, estimate: Estimate) -> list[tuple[float, Hit]]:
        """Find the spellings that begin with these letters, the shortest ones; on each shelf at most so many."""
        return [
            likely
            for shelf in self._shelved()
            for likely in self._likely(shelf, shelf.index.begun(letters, most), estimate)
        ]

    def complete(
        self, prefix: str, language: LanguageTag | None = None, limit: int = 10
    ) -> tuple[tuple[Concept, Label], ...]:
        """Go on with what is being typed: names that begin so or nearly so, each concept once, the likeliest first."""
        return completed(prefix, self, language, limit)

    def knows(self, word: str) -> bool:
        """Tell whether a word (as letters) is in a name."""
        return any(
            self._occupants[shelf.index.owners[row] >> _LABEL_BITS + _FORM_BITS] is not None
            for shelf in self._shelved()
            for row in shelf.index.with_word(word)
        )

    def _likely(self, shelf: _Shelf, rows: list[int], estimate: Estimate) -> list[tuple[float, Hit]]:
        """Say whose rows are that an estimate does not leave out; most are left out, and not worth looking up."""
        if not rows:
            return []
        estimated = estimate(list(map(shelf.index.letters_at, rows)))
        likely = ((like, self._hit(shelf, row)) for like, row in zip(estimated, rows, strict=True) if like)
        return [(like, hit) for like, hit in likely if hit is not None]

    def _hit(self, shelf: _Shelf, row: int) -> Hit | None:
        """Say whose a row is; None where the concept has gone."""
        owner = shelf.index.owners[row]
        concept = self._occupants[owner >> _LABEL_BITS + _FORM_BITS]
        if concept is None:
            return None
        label = concept.labels[owner >> _FORM_BITS & _LABEL]
        return Hit(concept, label, _FORMS[owner & _FORM], shelf.index.letters_at(row))

    def _shelved(self) -> list[_Shelf]:
        """Index what was put since the last search."""
        if self._fresh:
            slots = [slot for slot in self._fresh if self._occupants[slot] is not None]
            while self._shelves and len(self._shelves[-1].holds) <= max(SMALLEST_SHELF, GROWTH * len(slots)):
                older = self._shelves.pop().holds
                slots[:0] = [slot for slot in older if self._occupants[slot] is not None]
            self._shelves.append(self._shelf_of(slots))
            self._fresh.clear()
        return self._shelves

    def _shelf_of(self, holds: Sequence[int]) -> _Shelf:
        """Index the spellings of these slots, some at a time."""
        collected, known = Spellings(), WordSounds()
        for start in range(0, len(holds), _CHUNK):
            names, whose = self._names_of(holds[start : start + _CHUNK])
            for form, places, spellings in forms_of(names, known):
                collected.add(form, spellings, whose[places] | form)
        known.clear()
        return _Shelf(index_of(collected), array("q", holds))

    def _names_of(self, slots: Sequence[int]) -> tuple[list[str], NDArray[np.int64]]:
        """Give the names of the concepts in some slots, and whose each one is, without a form."""
        names, whose = [], array("q")
        held = ((slot, concept) for slot in slots if (concept := self._occupants[slot]) is not None)
        for slot, concept in held:
            for place, label in enumerate(concept.labels):
                names.append(label.text)
                whose.append((slot << _LABEL_BITS | place) << _FORM_BITS)
        return names, np.array(whose, np.int64)
