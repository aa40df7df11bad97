"""Which rows have this term, in texts that come and go? Built concept by concept."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.search_terms import is_pair

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    Rows = NDArray[np.uint32]

_LAST: Final = "\U0010ffff"
_NO_ROWS: Final = array("I")
_TERM_BYTES: Final = 200
"""Of a term with its array, in a dictionary and a list."""
_ROW_BYTES: Final = 4


class LoosePostings:
    """The rows of each term, sorted and unique; a term without rows is not there."""

    def __init__(self) -> None:
        self._postings: dict[str, array[int]] = {}
        self._words: list[str] = []
        """The terms that can be begun, sorted."""
        self._entries = 0

    @property
    def bytes(self) -> int:
        """Estimate the bytes that it takes."""
        return _TERM_BYTES * len(self._postings) + _ROW_BYTES * self._entries

    def change(self, row: int, before: AbstractSet[str], after: AbstractSet[str]) -> None:
        """Let a row have these terms, which had those."""
        for term in before - after:
            self._take(term, row)
        for term in after - before:
            self._add(term, row)

    def rows_of(self, term: str) -> Rows:
        """Find the rows of a term, each once, in order."""
        return np.frombuffer(self._postings.get(term, _NO_ROWS).tobytes(), np.uint32)

    def rows_beginning(self, beginning: str) -> Rows:
        """Find the rows of all words that begin so; a row with several of them comes several times."""
        start = bisect_left(self._words, beginning)
        end = bisect_left(self._words, beginning + _LAST, start)
        return np.frombuffer(b"".join(self._postings[term] for term in self._words[start:end]), np.uint32)

    def _add(self, term: str, row: int) -> None:
        rows = self._postings.get(term)
        if rows is None:
            rows = self._postings[term] = array("I")
            if not is_pair(term):
                insort(self._words, term)
        rows.insert(bisect_left(rows, row), row)
        self._entries += 1

    def _take(self, term: str, row: int) -> None:
        rows = self._postings[term]
        del rows[bisect_left(rows, row)]
        self._entries -= 1
        if not rows:
            del self._postings[term]
            if not is_pair(term):
                del self._words[bisect_left(self._words, term)]
