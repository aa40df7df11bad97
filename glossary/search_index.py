"""Which concepts have this word in a name or a definition? One glossary's words, updated concept by concept."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.search_terms import definition_terms, is_pair, name_terms, pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from glossary.concept import Concept, ConceptId
    from glossary.search_terms import Word

    Postings = dict[str, array[int]]
    Rows = NDArray[np.uint32]
    Weights = NDArray[np.float32]

_NAME_WEIGHT: Final = 4.0
_DEFINITION_WEIGHT: Final = 1.0
_BEGINNING_WEIGHT: Final = 0.6
"""What the beginning of a longer word is worth beside the word itself."""
_LAST_CHARACTER: Final = "\U0010ffff"
_NO_ROWS: Final = array("I")


class SearchIndex:
    """The words of one glossary's concepts, updated concept by concept.

    Postings are sorted arrays of row numbers, one for names and one for definitions of each term; a removed concept
    leaves nothing behind, and its row is used again.
    """

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._rows: dict[ConceptId, int] = {}
        self._concepts: dict[int, Concept] = {}
        self._free: list[int] = []
        self._names: Postings = {}
        self._definitions: Postings = {}
        self._vocabulary: list[str] | None = None
        """The terms that can be begun, sorted; None until somebody searches."""
        for concept in concepts:
            self.put(concept)

    def __len__(self) -> int:
        """Count the concepts."""
        return len(self._rows)

    def put(self, concept: Concept) -> None:
        """Add a concept, or replace the one of the same id."""
        row = self._rows.get(concept.id)
        if row is None:
            row = self._free.pop() if self._free else len(self._rows)
            self._rows[concept.id] = row
        self._index(row, self._concepts.get(row), concept)
        self._concepts[row] = concept

    def remove(self, concept_id: ConceptId) -> None:
        """Take a concept out. What is not there stays not there."""
        row = self._rows.pop(concept_id, None)
        if row is not None:
            self._index(row, self._concepts.pop(row), None)
            self._free.append(row)

    def concept_at(self, row: int) -> Concept:
        """Find the concept of a row that was found."""
        return self._concepts[row]

    def weights(self, word: Word) -> Weights:
        """Weigh every row by how well it speaks of one word: 0 not at all; a rare word and a name weigh more."""
        weights = np.zeros(len(self._rows) + len(self._free), np.float32)
        for postings, weight in ((self._definitions, _DEFINITION_WEIGHT), (self._names, _NAME_WEIGHT)):
            if word.is_dense:
                for form in word.forms:
                    _raise_to(weights, _rows_with_all(postings, pairs_of(form)), weight)
            else:
                _raise_to(weights, _rows_with_any(postings, self._beginning_with(word)), weight * _BEGINNING_WEIGHT)
                _raise_to(weights, _rows_with_any(postings, word.forms), weight)
        found = int(np.count_nonzero(weights))
        return weights * math.log1p(len(self._rows) / found) if found else weights

    def _beginning_with(self, word: Word) -> Iterator[str]:
        if self._vocabulary is None:
            self._vocabulary = sorted(term for term in {*self._names, *self._definitions} if not is_pair(term))
        for beginning in word.beginnings:
            start = bisect_left(self._vocabulary, beginning)
            end = bisect_left(self._vocabulary, beginning + _LAST_CHARACTER, start)
            yield from self._vocabulary[start:end]

    def _index(self, row: int, old: Concept | None, new: Concept | None) -> None:
        for postings, terms_of in ((self._names, name_terms), (self._definitions, definition_terms)):
            before, after = terms_of(old), terms_of(new)
            for term in before - after:
                self._take(postings, term, row)
            for term in after - before:
                self._add(postings, term, row)

    def _add(self, postings: Postings, term: str, row: int) -> None:
        if self._vocabulary is not None and not self._has(term) and not is_pair(term):
            insort(self._vocabulary, term)
        rows = postings.setdefault(term, array("I"))
        if not rows or rows[-1] < row:
            rows.append(row)
        else:
            rows.insert(bisect_left(rows, row), row)

    def _take(self, postings: Postings, term: str, row: int) -> None:
        rows = postings[term]
        del rows[bisect_left(rows, row)]
        if not rows:
            del postings[term]
        if self._vocabulary is not None and not self._has(term) and not is_pair(term):
            del self._vocabulary[bisect_left(self._vocabulary, term)]

    def _has(self, term: str) -> bool:
        return term in self._names or term in self._definitions


def _rows_with_any(postings: Postings, terms: Iterable[str]) -> Rows:
    return np.frombuffer(b"".join(postings[term] for term in terms if term in postings), np.uint32)


def _rows_with_all(postings: Postings, terms: Sequence[str]) -> Rows:
    """Intersect, the rarest first. The rows of a term are sorted and unique."""
    found = sorted((postings.get(term, _NO_ROWS) for term in terms), key=len)
    rows = np.frombuffer(found[0].tobytes(), np.uint32)
    for others in found[1:]:
        if not len(rows):
            break
        rows = np.intersect1d(rows, np.frombuffer(others, np.uint32), assume_unique=True)
    return rows


def _raise_to(weights: Weights, rows: Rows, weight: float) -> None:
    weights[rows] = np.maximum(weights[rows], np.float32(weight))
