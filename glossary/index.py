"""Which spellings come near this one? The arrays that find a few dozen among a million: nothing else knows them.

A row is one spelling of one name. Rows are found in four ways: by the hash of their key; by what is left when one
letter is taken out, which two spellings share when one slip lies between them; by the letter triples that they share;
and by how they begin. An index never changes; see the catalogue for how it grows.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.fingerprints import (
    BEGINNING,
    LAST_LETTER,
    beginning_of,
    codes_of,
    firsts,
    gaps,
    triples_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from glossary.neighbourhoods import Neighbourhoods

    Ints = NDArray[np.int32]
    Longs = NDArray[np.uint64]

MOST_EQUAL = 100
"""Rows of one key, at most: whole names before what is derived from them."""
FEWEST_POSTINGS = 2_000
MOST_POSTINGS = 12_000
"""Entries of the lists of triples that one search reads, at most: the rarest triples first. See POSTINGS_A_ROW."""
POSTINGS_A_ROW = 0.05
"""Between those bounds, this part of the number of rows: among few, the rarest triples tell enough."""
LEAST_SHARED = 0.34
"""Rows that share no more triples than this part of the most that a row shares are passed over."""
MOST_ALIKE = 20
MOST_CONTAINING = 8
"""Rows that one search for triples gives, at most: of those alike, and of those that contain what was typed."""

_LOW_32: Final = 0xFFFFFFFF
_SHORTER_FIRST: Final = np.float32(1e-3)  # among rows that hold as much


@dataclass(frozen=True, slots=True)
class Index:
    """The rows of some spellings, form by form, numbered as they were given."""

    owners: memoryview[int]
    """Whose each row is: the number that was given with it."""
    letters: str
    """Every spelling that can be found by what is near it, a space before and after each."""
    starts: Ints
    at: memoryview[int]
    """The same; a view is quicker than an array where numbers are looked up one by one."""
    keys: memoryview[int]
    key_rows: memoryview[int]
    """Ascending keys, and the row of each."""
    near: Neighbourhoods
    words: Longs
    """Hashes of words, packed with their rows, ascending."""
    beginnings: Longs
    alphabetical: Ints
    """Ascending beginnings, and the row of each."""
    triple_starts: memoryview[int]
    triple_rows: Ints
    """Where the rows of each triple begin, and the rows of all of them."""
    triple_counts: NDArray[np.uint16]
    """How many triples a row has."""
    bits: int
    """Of the hash of a triple."""

    def letters_at(self, row: int) -> str:
        """Give the letters of a row as they were given; "" for those that are only known exactly."""
        at = self.at
        return self.letters[at[row] : at[row + 1] - 1] if row + 1 < len(at) else ""

    def equal(self, hashes: Sequence[int]) -> list[tuple[int, int]]:
        """Find the rows of each key, at most MOST_EQUAL: pairs of the key's place and a row."""
        keys, rows = self.keys, self.key_rows
        found = []
        for place, key in enumerate(hashes):
            start = bisect_left(keys, key)
            for at in range(start, min(start + MOST_EQUAL, len(keys))):
                if keys[at] != key:
                    break
                found.append((place, rows[at]))
        return found

    def neighbours(self, letters: str) -> list[int]:
        """Find the rows one slip away, a few at most; see Neighbourhoods."""
        return self.near.of(letters.replace(" ", ""))

    def with_word(self, word: str) -> Iterator[int]:
        """Find the rows that have this word."""
        wanted = hash(word) & _LOW_32
        for at in range(int(self.words.searchsorted(np.uint64(wanted << 32))), len(self.words)):
            packed = int(self.words[at])
            if packed >> 32 != wanted:
                break
            yield packed & _LOW_32

    def alike(self, letters: str) -> list[int]:
        """Find the rows that share most triples of letters, and those that hold most of the triples of this."""
        triples = triples_of(codes_of(f" {letters} "), self.bits)[0]
        rows = self._postings(triples.tolist())
        if not len(rows):
            return []
        rows.sort()
        first = firsts(rows)
        shared = gaps(first, len(rows))
        # Most rows share a triple or two with anything; who shares more is soon told apart.
        telling = (shared > LEAST_SHARED * shared.max()).nonzero()[0]
        rows, shared = rows[first[telling]], shared[telling]
        if len(rows) <= MOST_ALIKE + MOST_CONTAINING:
            return list(rows.tolist())
        total = self.triple_counts[rows]
        best = (shared / (total + len(triples))).argpartition(-MOST_ALIKE)[-MOST_ALIKE:]
        holding = (shared - total * _SHORTER_FIRST).argpartition(-MOST_CONTAINING)[-MOST_CONTAINING:]
        return list(dict.fromkeys(rows[best].tolist() + rows[holding].tolist()))

    def begun(self, letters: str, most: int) -> list[int]:
        """Find the rows that begin with these letters; where there are more than ``most``, the shortest."""
        low = self.beginnings.searchsorted(beginning_of(letters, 0))
        high = self.beginnings.searchsorted(beginning_of(letters, LAST_LETTER), "right")
        rows = self.alphabetical[low:high]
        if len(letters) > BEGINNING:
            rows = rows[[self.letters.startswith(letters, start) for start in self.starts[rows].tolist()]]
        if len(rows) > most:
            rows = rows[np.argpartition(self.starts[rows + 1] - self.starts[rows], most)[:most]]
        return list(rows.tolist())

    def _postings(self, triples: Sequence[int]) -> Ints:
        """Read the rows of the rarest triples, as many as the bounds allow (or one list)."""
        starts, rows = self.triple_starts, self.triple_rows
        most = min(max(FEWEST_POSTINGS, int(POSTINGS_A_ROW * len(self.triple_counts))), MOST_POSTINGS)
        spans = [(starts[triple], starts[triple + 1]) for triple in triples]
        if sum([end - start for start, end in spans]) > most:
            spans = _shortest(spans, most)
        return np.concatenate([rows[start:end] for start, end in spans]) if spans else rows[:0]


def _shortest(spans: list[tuple[int, int]], most: int) -> list[tuple[int, int]]:
    """Keep the shortest spans that are no longer together, and at least one."""
    spans.sort(key=lambda span: span[1] - span[0])
    lengths = accumulate(end - start for start, end in spans)
    return spans[: max(1, sum(length <= most for length in lengths))]
