"""What is in the glossary, and under which names? One glossary in memory, searchable, updated concept by concept."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from glossary.completing import completed
from glossary.forms import SPELLED_FORMS, Form, forms_of, key_of, spaced
from glossary.index import Index, index_of
from glossary.spelling import loose_key, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from glossary.concept import Concept, ConceptId, Label, LanguageTag

SMALLEST_SHELF = 64
"""Concepts; up to here the newest shelf is simply built again."""
GROWTH = 4
"""A shelf is merged into a newer one that is at least this part of it, so each concept moves a few times only."""


_FORMS: Final = tuple(Form)
_EXACTLY: Final = 3
_FOUND_BY: Final = tuple(
    0 if form in SPELLED_FORMS else {Form.SOUND: 1, Form.INITIALS: 2}.get(form, _EXACTLY) for form in Form
)
"""How a form is found, by number: by all that is near, by a slip and how it begins, by how it begins, exactly only."""


class Hit(NamedTuple):
    """A spelling that was found, and whose it is. Of forms that are only found exactly, the letters are not kept."""

    concept: Concept
    label: Label
    form: Form
    letters: str


class _Rows:
    """Spellings on their way into an index: columns, because a million names have several million of them."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.keys = array("q")
        self.slots = array("i")
        self.labels = array("H")
        self.forms = array("B")

    def add(self, form: Form, letters: str, slot: int, label: int) -> None:
        # A sound is never looked up as it is.
        self.keys.append(0 if form is Form.SOUND else key_of(form, letters))
        self.slots.append(slot)
        self.labels.append(label)
        self.forms.append(form)


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
    method finishes without giving way. What was put is indexed at the next search. The index is a few shelves,
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
        found = []
        for shelf in self._shelved():
            rows = shelf.index.equal(keys)
            hits = self._hits(shelf, [row for _, row in rows])
            found += [(place, hit) for (place, _), hit in zip(rows, hits, strict=True) if hit is not None]
        return found

    def neighbours(self, spellings: Sequence[str]) -> list[list[Hit]]:
        """Find the spellings that are one slip away, for each of these."""
        found: list[list[Hit]] = [[] for _ in spellings]
        for shelf in self._shelved():
            for place, rows in enumerate(shelf.index.neighbours(spellings)):
                found[place] += filter(None, self._hits(shelf, rows))
        return found

    def alike(self, letters: str) -> list[Hit]:
        """Find the spellings that share most with this one, or hold most of it."""
        return [
            hit for shelf in self._shelved() for hit in self._hits(shelf, shelf.index.alike(letters)) if hit is not None
        ]

    def begun(self, letters: str, most: int) -> list[Hit]:
        """Find spellings that begin with these letters, the shortest ones; on each shelf at most so many."""
        return [
            hit
            for shelf in self._shelved()
            for hit in self._hits(shelf, shelf.index.begun(letters, most))
            if hit is not None
        ]

    def complete(
        self, prefix: str, language: LanguageTag | None = None, limit: int = 10
    ) -> tuple[tuple[Concept, Label], ...]:
        """Go on with what is being typed: names that begin so or nearly so, each concept once, the likeliest first."""
        return completed(prefix, self, language, limit)

    def knows(self, word: str) -> bool:
        """Tell whether a word (as letters) is in a name."""
        return any(
            self._occupants[shelf.slots[row]] is not None
            for shelf in self._shelved()
            for row in shelf.index.with_word(word)
        )

    def _hits(self, shelf: _Shelf, rows: list[int]) -> list[Hit | None]:
        """Say what rows are; None where the concept has gone."""
        if not rows:
            return []
        slots, labels, forms = (column[rows].tolist() for column in (shelf.slots, shelf.labels, shelf.forms))
        return [
            Hit(concept, concept.labels[label], _FORMS[form], shelf.index.letters_at(row)) if concept else None
            for concept, label, form, row in zip(
                map(self._occupants.__getitem__, slots), labels, forms, rows, strict=True
            )
        ]

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
        rows = (_Rows(), _Rows(), _Rows(), _Rows())
        for slot, concept in ((slot, self._occupants[slot]) for slot in holds):
            for place, label in enumerate(concept.labels if concept else ()):
                for form, letters in forms_of(label.text):
                    kind = rows[_FOUND_BY[form]]
                    kind.add(form, letters, slot, place)
                    if kind is not rows[_EXACTLY]:
                        kind.letters.append(letters)
        sizes = [len(kind.keys) for kind in rows]
        near: list[str] = []
        for kind in rows:
            near += kind.letters
            kind.letters.clear()
        columns = ([getattr(kind, column) for kind in rows] for column in ("keys", "slots", "labels", "forms"))
        keys, slots, labels, forms = (np.concatenate([np.asarray(part) for part in column]) for column in columns)
        return _Shelf(index_of(near, sizes[0], sizes[0] + sizes[1], keys), slots, labels, forms, tuple(holds))
