"""Which spellings come near this one? The arrays that find a few dozen among a million: nothing else knows them.

A row is one spelling of one name. Rows are found in four ways: by the hash of their key; by the hashes of what is left
when one letter is taken out, which two spellings share when one slip lies between them (as in SymSpell, but one letter
on each side); by the letter triples that they share; and by how they begin. An index never changes; see the catalogue
for how it grows.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.fingerprints import (
    BEGINNING,
    LAST_LETTER,
    LONGEST_MENDED,
    SHORTEST_MENDED,
    beginning_of,
    codes_of,
    firsts,
    gaps,
    neighbourhoods_of,
    triples_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Longs = NDArray[np.uint64]

MOST_EQUAL = 100
"""Rows of one key, at most: whole names before what is derived from them."""
MOST_NEIGHBOURS = 32
"""Rows that one look at the neighbourhood gives, at most."""
FEWEST_POSTINGS = 2_000
MOST_POSTINGS = 12_000
"""Entries of the lists of triples that one search reads, at most: the rarest triples first. See POSTINGS_A_ROW."""
POSTINGS_A_ROW = 0.05
"""Between those bounds, this part of the number of rows: among few, the rarest triples tell enough."""
MOST_LOOKED_AT = 400
"""Rows that share triples, above which those are passed over that share few; see LEAST_SHARED."""
LEAST_SHARED = 0.34
"""Of the most triples that a row shares."""
MOST_ALIKE = 20
MOST_CONTAINING = 8
"""Rows that one search for triples gives, at most: of those alike, and of those that contain what was typed."""

_LOW_32: Final = 0xFFFFFFFF
_HIGH_BITS: Final = np.uint64(0xFFFFFFFF00000000)
_SHORTER_FIRST: Final = np.float32(1e-3)  # among rows that hold as much


def rows_of(packed: Longs) -> Ints:
    """Unpack the rows of packed hashes."""
    return packed.astype(np.uint32).view(np.int32)


@dataclass(frozen=True, slots=True)
class Index:
    """The rows of some spellings, numbered as they were given."""

    letters: str
    """Every spelling that can be found by what is near it, a space before and after each."""
    starts: Ints
    at: memoryview[int]
    """The same; a view is quicker than an array where numbers are looked up one by one."""
    keys: memoryview[int]
    key_rows: memoryview[int]
    """Ascending keys, and the row of each."""
    near: Longs
    """Hashes of spellings without a letter, packed with their rows, ascending."""
    words: Longs
    """Hashes of words, packed likewise."""
    beginnings: Longs
    alphabetical: Ints
    """Ascending beginnings, and the row of each."""
    triple_starts: Ints
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

    def neighbours(self, spellings: Sequence[str]) -> list[list[int]]:
        """Find the rows one slip away, or two where one of them is a letter too many and the other one too few."""
        compact = [letters.replace(" ", "") for letters in spellings]
        places = [place for place, letters in enumerate(compact) if SHORTEST_MENDED <= len(letters) <= LONGEST_MENDED]
        found: list[dict[int, None]] = [{} for _ in spellings]
        if places and len(self.near):
            mended = [compact[place] for place in places]
            hashes, whose = neighbourhoods_of(codes_of("".join(mended)), np.array([*map(len, mended)]))
            low = self.near.searchsorted(hashes)
            there = self.near.take(low, mode="clip") & _HIGH_BITS == hashes
            for at in there.nonzero()[0].tolist():
                start = int(low[at])
                packed = self.near[start : start + MOST_NEIGHBOURS]
                rows = rows_of(packed[packed & _HIGH_BITS == hashes[at]])
                found[places[whose[at]]].update(dict.fromkeys(rows.tolist()))
        return [list(rows)[:MOST_NEIGHBOURS] for rows in found]

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
        rows = self._postings(triples)
        if not len(rows):
            return []
        rows.sort()
        first = firsts(rows)
        shared = gaps(first, len(rows))
        rows = rows[first]
        if len(rows) > MOST_LOOKED_AT:
            # Most rows share a triple or two with anything; who shares more is soon told apart.
            telling = (shared > LEAST_SHARED * shared.max()).nonzero()[0]
            rows, shared = rows[telling], shared[telling]
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

    def _postings(self, triples: NDArray[np.uint32]) -> Ints:
        """Read the rows of the rarest triples, as many as the bounds allow (or one list)."""
        most = min(max(FEWEST_POSTINGS, POSTINGS_A_ROW * len(self.triple_counts)), MOST_POSTINGS)
        starts = self.triple_starts[triples]
        sizes = self.triple_starts[triples + 1] - starts
        order = sizes.argsort()
        ends = sizes[order].cumsum()
        order = order[: max(int(ends.searchsorted(most, "right")), 1)]
        lists = zip(starts[order].tolist(), sizes[order].tolist(), strict=True)
        return np.concatenate([self.triple_rows[start : start + size] for start, size in lists])
