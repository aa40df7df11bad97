"""Which concepts have this word in a name or a definition? One glossary's words, updated concept by concept."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from glossary.loose_postings import LoosePostings
from glossary.packed_postings import PackedPostings
from glossary.search_terms import definition_terms, joined, name_terms, pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from glossary.concept import Concept, ConceptId
    from glossary.search_terms import Word

    Rows = NDArray[np.uint32]
    Weights = NDArray[np.float32]

    class Postings(Protocol):
        """Tells the rows of a term."""

        def rows_of(self, term: str) -> Rows:
            """Find the rows of a term, each once, in order."""
            ...

        def rows_beginning(self, beginning: str) -> Rows:
            """Find the rows of all words that begin so."""
            ...


_NAME_WEIGHT: Final = 4.0
_DEFINITION_WEIGHT: Final = 1.0
_BEGINNING_WEIGHT: Final = 0.6
"""What the beginning of a longer word is worth beside the word itself."""
_ROW_BYTES: Final = 250
"""Of a concept's places in the dictionaries, whatever it holds."""


class SearchIndex:
    """The words of one glossary's concepts, updated concept by concept.

    What is there at first is packed into arrays. What is put later has rows of its own beside them; a row whose concept
    was replaced or removed is passed over. Making one takes the time that its texts need, and nothing of the event
    loop's where it is made in a thread: nobody else has it yet.
    """

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        held = list({concept.id: concept for concept in concepts}.values())
        self._concepts: dict[int, Concept] = dict(enumerate(held))
        self._rows: dict[ConceptId, int] = {concept.id: row for row, concept in enumerate(held)}
        self._packed = len(held)
        self._alive = np.ones(len(held), np.bool_)
        self._free: list[int] = []
        self._size = len(held)
        """Rows, free ones included."""
        names = ((row, text) for row, concept in enumerate(held) for text in _names(concept))
        definitions = ((row, one.text) for row, concept in enumerate(held) for one in concept.definitions)
        self._layers: tuple[tuple[Postings, float], ...] = (
            (packed_definitions := PackedPostings(definitions), _DEFINITION_WEIGHT),
            (packed_names := PackedPostings(names), _NAME_WEIGHT),
        )
        self._fresh_names, self._fresh_definitions = LoosePostings(), LoosePostings()
        self._layers += ((self._fresh_definitions, _DEFINITION_WEIGHT), (self._fresh_names, _NAME_WEIGHT))
        self._packed_bytes = packed_names.bytes + packed_definitions.bytes

    def __len__(self) -> int:
        """Count the concepts."""
        return len(self._rows)

    @property
    def bytes(self) -> int:
        """Estimate the bytes that it takes beyond its concepts."""
        fresh = self._fresh_names.bytes + self._fresh_definitions.bytes
        return self._packed_bytes + fresh + _ROW_BYTES * len(self._rows)

    def put(self, concept: Concept) -> None:
        """Add a concept, or replace the one of the same id."""
        row = self._rows.get(concept.id)
        if row is None or row < self._packed:
            self.remove(concept.id)
            row = self._free.pop() if self._free else self._new_row()
        self._change(row, self._concepts.get(row), concept)
        self._rows[concept.id] = row
        self._concepts[row] = concept

    def remove(self, concept_id: ConceptId) -> None:
        """Take a concept out. What is not there stays not there."""
        row = self._rows.pop(concept_id, None)
        if row is None:
            return
        concept = self._concepts.pop(row)
        if row < self._packed:
            self._alive[row] = False
        else:
            self._change(row, concept, None)
            self._free.append(row)

    def concept_at(self, row: int) -> Concept:
        """Find the concept of a row that was found."""
        return self._concepts[row]

    def weights(self, word: Word) -> Weights:
        """Weigh every row by how well it speaks of one word: 0 not at all; a rare word and a name weigh more."""
        weights = np.zeros(self._size, np.float32)
        for postings, weight in self._layers:
            if word.is_dense:
                for form in word.forms:
                    _raise_to(weights, _rows_with_all(postings, pairs_of(form)), weight)
            else:
                for beginning in word.beginnings:
                    _raise_to(weights, postings.rows_beginning(beginning), weight * _BEGINNING_WEIGHT)
                for form in word.forms:
                    _raise_to(weights, postings.rows_of(form), weight)
        weights[: self._packed] *= self._alive
        found = int(np.count_nonzero(weights))
        return weights * math.log1p(len(self._rows) / found) if found else weights

    def _new_row(self) -> int:
        self._size += 1
        return self._size - 1

    def _change(self, row: int, old: Concept | None, new: Concept | None) -> None:
        self._fresh_names.change(row, name_terms(old), name_terms(new))
        self._fresh_definitions.change(row, definition_terms(old), definition_terms(new))


def _names(concept: Concept) -> Iterator[str]:
    """Give every name, and once more in one word what is written apart."""
    for label in concept.labels:
        yield label.text
        together = joined(label.text)
        if together != label.text:
            yield together


def _rows_with_all(postings: Postings, terms: Sequence[str]) -> Rows:
    """Intersect, the rarest first. The rows of a term are sorted and unique."""
    found = sorted((postings.rows_of(term) for term in terms), key=len)
    rows = found[0]
    for others in found[1:]:
        if not len(rows):
            break
        rows = np.intersect1d(rows, others, assume_unique=True)
    return rows


def _raise_to(weights: Weights, rows: Rows, weight: float) -> None:
    weights[rows] = np.maximum(weights[rows], np.float32(weight))
