"""Which rows have this term, in many texts at once? Built in one go, in a few arrays, and never changed.

The terms are those of `search_terms`. Texts in scripts with spaces are cut by one pattern, and each spelling is folded
once; pairs of a dense script are cut for all texts together, as numbers.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.search_terms import BETWEEN, DENSE, PLAIN, PLAIN_LETTERS, folded_word, is_pair, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Rows = NDArray[np.uint32]
    Keys = NDArray[np.uint64]

_WORDS: Final = re.compile(f"[^{DENSE}{BETWEEN}]+")
_DENSE_LETTER: Final = re.compile(f"[{DENSE}]")
_UNUSUAL: Final = re.compile(f"(?![{PLAIN_LETTERS}])[{DENSE}]")
_LETTERS: Final = 0x110000
_LETTER_BITS: Final = 21
_ROW_BITS: Final = 22
MOST_ROWS: Final = 1 << _ROW_BITS
"""Concepts: with two letters, a row fills 64 bits."""
_WORD_BYTES: Final = 57
"""What Python takes for a word beside its letters, with its place in a list."""
_LAST: Final = "\U0010ffff"


class PackedPostings:
    """The rows of each term, sorted by term: what begins alike lies together."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        """Cut texts into terms; each text comes with its row, and the rows do not fall."""
        cutting = _Cutting()
        for row, text in texts:
            cutting.take(row, text)
        self._words, self._word_starts, self._word_rows = cutting.words()
        self._pairs, self._pair_starts, self._pair_rows = cutting.pairs()

    @property
    def bytes(self) -> int:
        """Estimate the bytes that it takes."""
        arrays = (self._word_starts, self._word_rows, self._pairs, self._pair_starts, self._pair_rows)
        return sum(one.nbytes for one in arrays) + sum(map(len, self._words)) + _WORD_BYTES * len(self._words)

    def rows_of(self, term: str) -> Rows:
        """Find the rows of a term, each once, in order."""
        if is_pair(term):
            place = int(np.searchsorted(self._pairs, _key_of(term)))
            is_there = place < len(self._pairs) and self._pairs[place] == _key_of(term)
            return self._pair_rows[self._pair_starts[place] : self._pair_starts[place + is_there]]
        place = bisect_left(self._words, term)
        is_there = place < len(self._words) and self._words[place] == term
        return self._word_rows[self._word_starts[place] : self._word_starts[place + is_there]]

    def rows_beginning(self, beginning: str) -> Rows:
        """Find the rows of all words that begin so; a row with several of them comes several times."""
        start = bisect_left(self._words, beginning)
        end = bisect_left(self._words, beginning + _LAST, start)
        return self._word_rows[self._word_starts[start] : self._word_starts[end]]


class _Ids(dict[str, int]):
    """Numbers the folded spellings of words as they are first met; -1 for what folds to nothing."""

    def __init__(self) -> None:
        self.folded: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        folded = folded_word(word)
        number = self[word] = self.folded.setdefault(folded, len(self.folded)) if folded else -1
        return number


class _Cutting:
    """Terms on their way into arrays."""

    def __init__(self) -> None:
        self._ids = _Ids()
        self._found = array("i")
        self._counts = array("I")
        self._rows = array("I")
        self._dense: list[str] = []
        self._dense_rows = array("I")
        self._keys: list[int] = []
        """Terms of texts that have to be folded letter by letter."""

    def take(self, row: int, text: str) -> None:
        before = len(self._found)
        self._found.extend(map(self._ids.__getitem__, _WORDS.findall(text)))
        self._counts.append(len(self._found) - before)
        self._rows.append(row)
        if _DENSE_LETTER.search(text) is None:
            return
        if _UNUSUAL.search(text) is None:
            self._dense.append(text)
            self._dense_rows.append(row)
        else:
            self._keys += (_key_of(term) << _ROW_BITS | row for term in terms_of(text) if is_pair(term))

    def words(self) -> tuple[list[str], NDArray[np.int64], Rows]:
        """Give the words, sorted, where the rows of each begin, and the rows."""
        spelled = sorted(self._ids.folded)
        places = np.empty(len(spelled) + 1, np.uint64)
        places[[self._ids.folded[word] for word in spelled]] = np.arange(len(spelled), dtype=np.uint64)
        found = np.asarray(self._found, np.int64)
        rows = np.repeat(np.asarray(self._rows, np.uint64), np.asarray(self._counts, np.int64))[found >= 0]
        both = _distinct(places[found[found >= 0]] << np.uint64(_ROW_BITS) | rows)
        starts = np.searchsorted(both, np.arange(len(spelled) + 1, dtype=np.uint64) << np.uint64(_ROW_BITS))
        return spelled, starts, _rows_in(both)

    def pairs(self) -> tuple[Keys, NDArray[np.int64], Rows]:
        """Give the pairs as numbers, sorted, where the rows of each begin, and the rows."""
        both = _distinct(np.concatenate([self._plain_pairs(), np.asarray(self._keys, np.uint64)]))
        keys = both >> np.uint64(_ROW_BITS)
        starts = np.flatnonzero(_is_new(keys))
        return keys[starts], np.append(starts, len(both)), _rows_in(both)

    def _plain_pairs(self) -> Keys:
        """Cut all texts together: two neighbours that are both dense, or one whose neighbours are not."""
        letters = np.frombuffer("\n".join([*self._dense, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
        lengths = [len(text) + 1 for text in self._dense]
        rows = np.repeat(np.asarray(self._dense_rows, np.uint64), lengths)
        is_dense = np.append(_plain_letters()[letters], False)
        starts, ends = is_dense[:-1] & ~np.append(False, is_dense[:-2]), is_dense[:-1] & ~is_dense[1:]
        seconds = np.append(letters[1:], 0).astype(np.uint64)
        seconds[ends] = 0
        is_term = is_dense[:-1] & (~ends | (starts & ends))
        keys = letters.astype(np.uint64) << np.uint64(_LETTER_BITS) | seconds
        terms: Keys = keys[is_term] << np.uint64(_ROW_BITS) | rows[is_term]
        return terms


def _key_of(term: str) -> int:
    """Write one or two letters as a number."""
    return ord(term[0]) << _LETTER_BITS | (ord(term[1]) if len(term) > 1 else 0)


def _distinct(numbers: Keys) -> Keys:
    """Sort numbers, each once; numpy's own way to do so hashes them, which takes twenty times as long."""
    ordered = np.sort(numbers)
    return ordered[_is_new(ordered)]


def _is_new(ordered: Keys) -> NDArray[np.bool_]:
    """Mark the first of equal ones."""
    marks = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=marks[1:])
    return marks


def _rows_in(both: Keys) -> Rows:
    return (both & np.uint64(MOST_ROWS - 1)).astype(np.uint32)


@cache
def _plain_letters() -> NDArray[np.bool_]:
    letters = np.zeros(_LETTERS, np.bool_)
    for first, last in PLAIN:
        letters[first : last + 1] = True
    return letters
