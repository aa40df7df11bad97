"""What is in the glossary, and under which names? One glossary in memory, searchable, updated concept by concept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from glossary.forms import FUZZY_FORMS, Form, forms_of, key_of, spaced
from glossary.index import Index, index_of
from glossary.spelling import loose_key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from glossary.concept import Concept, ConceptId, Label

SMALLEST_SHELF = 64
"""Concepts; up to here the newest shelf is simply built again."""
GROWTH: Final = 4
"""A shelf is merged into a newer one that is at least this part of it, so each concept moves a few times only."""


class Hit(NamedTuple):
    """A spelling that was found, and whose it is."""

    concept: Concept
    label: Label
    form: Form
    letters: str


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The indexed spellings of some concepts, by slot. A slot whose concept has gone is passed over."""

    index: Index
    slots: NDArray[np.int32]
    labels: NDArray[np.uint16]
    forms: NDArray[np.uint8]
    holds: tuple[int, ...]


class Catalogue:
    """The concepts of one glossary by id and by every spelling of every label.

    The order of the concepts is that of their first addition. Safe to share between tasks of one event loop: every
    method finishes without giving way. What was put is indexed when it is first searched for. The index is a few shelves,
    each several times as large as the next one, so a change costs what a small shelf costs, and now and then a merge.
    """

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._concepts: dict[ConceptId, Concept] = {}
        self._slots: dict[ConceptId, int] = {}
        self._occupants: list[Concept | None] = []
        self._fresh: list[int] = []
        self._shelves: list[_Shelf] = []
        for concept in concepts:
            self.put(concept)

    def __len__(self) -> int:
        """Count the concepts."""
        return len(self._concepts)

    def __iter__(self) -> Iterator[Concept]:
        """Go through the concepts in the order of their first addition."""
        return iter(self._concepts.values())

    def __contains__(self, concept_id: object) -> bool:
        """Tell whether a concept of this id is there."""
        return concept_id in self._concepts

    def get(self, concept_id: ConceptId) -> Concept | None:
        """Find a concept by its id."""
        return self._concepts.get(concept_id)

    def put(self, concept: Concept) -> None:
        """Add a concept, or replace the one of the same id."""
        previous = self._slots.get(concept.id)
        if previous is not None:
            self._occupants[previous] = None
        self._concepts[concept.id] = concept
        self._slots[concept.id] = len(self._occupants)
        self._fresh.append(len(self._occupants))
        self._occupants.append(concept)

    def remove(self, concept_id: ConceptId) -> None:
        """Take a concept out. What is not there stays not there."""
        if self._concepts.pop(concept_id, None) is not None:
            self._occupants[self._slots.pop(concept_id)] = None

    def named(self, text: str) -> tuple[tuple[Concept, Label], ...]:
        """Find the concepts that have this name in any folding, each once with the label that says it."""
        key = loose_key(text)
        found = {
            hit.concept.id: (hit.concept, hit.label)
            for _, hit in reversed(self.equal([key_of(Form.NAME, spaced(words(text)))]))
            if key and loose_key(hit.label.text) == key
        }
        return tuple(found[concept_id] for concept_id in sorted(found, key=self._slots.__getitem__))

    def equal(self, keys: Sequence[int]) -> list[tuple[int, Hit]]:
        """Find the spellings of each key: pairs of the key's place and a hit."""
        return [
            (place, hit)
            for shelf in self._shelved()
            for place, row in shelf.index.equal(keys)
            if (hit := self._hit(shelf, row)) is not None
        ]

    def neighbours(self, letters: str) -> list[Hit]:
        """Find the spellings that are one slip away."""
        return [
            hit
            for shelf in self._shelved()
            for row in shelf.index.neighbours(letters)
            if (hit := self._hit(shelf, row)) is not None
        ]

    def alike(self, letters: str) -> list[Hit]:
        """Find the spellings that share most with this one, or hold most of it."""
        return [
            hit
            for shelf in self._shelved()
            for row in shelf.index.alike(letters)
            if (hit := self._hit(shelf, row)) is not None
        ]

    def knows(self, word: str) -> bool:
        """Tell whether a word (as letters) is in a name."""
        return any(
            self._occupants[shelf.slots[row]] is not None for shelf in self._shelved() for row in shelf.index.with_word(word)
        )

    def _hit(self, shelf: _Shelf, row: int) -> Hit | None:
        concept = self._occupants[shelf.slots[row]]
        if concept is None:
            return None
        form = Form(int(shelf.forms[row]))
        letters = shelf.index.letters_at(row) if form in FUZZY_FORMS else ""
        return Hit(concept, concept.labels[shelf.labels[row]], form, letters)

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

    def _shelf_of(self, holds: list[int]) -> _Shelf:
        near: list[tuple[str, int, int, int, int]] = []
        exact: list[tuple[str, int, int, int, int]] = []
        for slot in holds:
            for place, label in enumerate(self._occupants[slot].labels):
                for form, letters in forms_of(label.text):
                    if letters:
                        rows = near if form in FUZZY_FORMS else exact
                        rows.append((letters, slot, place, form, key_of(form, letters)))
        rows = near + exact
        return _Shelf(
            index_of([row[0] for row in near], [row[4] for row in rows]),
            np.array([row[1] for row in rows], np.int32),
            np.array([row[2] for row in rows], np.uint16),
            np.array([row[3] for row in rows], np.uint8),
            tuple(holds),
        )
