"""Which spellings come near this one? The arrays that find a few dozen among a million: nothing else knows them.

A row is one spelling of one name. Rows are found in four ways: by the hash of their key; by the hashes of what is left
when one letter is taken out, which two spellings share when one slip lies between them (as in SymSpell, but one letter
on each side); by the letter triples that they share; and by how they begin. An index never changes; see the catalogue
for how it grows.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.fingerprints import (
    BEGINNING,
    LAST_LETTER,
    LONGEST_MENDED,
    SHORTEST_MENDED,
    SPACE,
    beginning_of,
    beginnings_of,
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

MOST_EQUAL = 32
"""Rows of one key, at most: whole names before what is derived from them."""
MOST_NEIGHBOURS = 32
"""Rows that one look at the neighbourhood gives, at most."""
MOST_POSTINGS = 6_000
"""Entries of the lists of triples that one search reads, at most: the rarest triples first."""
MOST_LOOKED_AT = 400
"""Rows that share triples, above which those are passed over that share few; see LEAST_SHARED."""
LEAST_SHARED = 0.34
"""Of the most triples that a row shares."""
MOST_ALIKE = 20
MOST_CONTAINING = 8
"""Rows that one search for triples gives, at most: of those alike, and of those that contain what was typed."""

_HIGH: Final = np.uint64(32)
_LOW_BITS: Final = np.uint64(0xFFFFFFFF)
_HIGH_BITS: Final = np.uint64(0xFFFFFFFF00000000)
_SHORTER_FIRST: Final = np.float32(1e-3)  # among rows that hold as much
_FEWEST_BITS: Final = 10
_MOST_BITS: Final = 20
_CHUNK: Final = 1 << 18  # letters worked on at a time, which bounds the memory that building takes


class _Packed:
    """Hashes with the rows they belong to, on their way to being sorted. Room costs only what of it is used."""

    def __init__(self, room: int) -> None:
        self._pairs = np.empty(room, np.uint64)
        self._filled = 0

    def add(self, hashes: Longs, rows: NDArray[np.intp]) -> None:
        """Put more in; what tells hashes apart is in their high 32 bits."""
        end = self._filled + len(rows)
        np.bitwise_or(hashes, rows.astype(np.uint64), out=self._pairs[self._filled : end])
        self._filled = end

    def sorted(self) -> Longs:
        """Sort in place by hash, then row."""
        pairs = self._pairs[: self._filled]
        pairs.sort()
        return pairs


def _rows_of(packed: Longs) -> Ints:
    return (packed & _LOW_BITS).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Index:
    """The rows of some spellings, numbered as they were given."""

    _letters: str
    """Every spelling that can be found by what is near it, a space before and after each."""
    _starts: Ints
    _at: memoryview[int]
    """The same, for looking one up, which arrays are slow at."""
    _exact: NDArray[np.int64]
    _exact_rows: Ints
    _neighbours: Longs
    _words: Longs
    _beginnings: Longs
    _order: Ints
    _triple_starts: Ints
    _triple_rows: Ints
    _triple_counts: NDArray[np.uint16]
    _bits: int

    def letters_at(self, row: int) -> str:
        """Give the letters of a row as they were given; "" for those that are only known exactly."""
        at = self._at
        return self._letters[at[row] : at[row + 1] - 1] if row + 1 < len(at) else ""

    def equal(self, hashes: Sequence[int]) -> list[tuple[int, int]]:
        """Find the rows of each key, at most MOST_EQUAL: pairs of the key's place and a row."""
        exact, rows = self._exact, self._exact_rows
        found = []
        for place, (key, start) in enumerate(zip(hashes, exact.searchsorted(np.array(hashes)).tolist(), strict=True)):
            for at in range(start, min(start + MOST_EQUAL, len(rows))):
                if exact[at] != key:
                    break
                found.append((place, int(rows[at])))
        return found

    def neighbours(self, spellings: Sequence[str]) -> list[list[int]]:
        """Find the rows one slip away, or two where one of them is a letter too many and the other one too few."""
        compact = [letters.replace(" ", "") for letters in spellings]
        places = [
            place for place, letters in enumerate(compact) if SHORTEST_MENDED <= len(letters) <= LONGEST_MENDED
        ]
        found: list[dict[int, None]] = [{} for _ in spellings]
        if places and len(self._neighbours):
            mended = [compact[place] for place in places]
            hashes, whose = neighbourhoods_of(codes_of("".join(mended)), np.array([*map(len, mended)]))
            low = self._neighbours.searchsorted(hashes)
            there = self._neighbours.take(low, mode="clip") & _HIGH_BITS == hashes
            for at in there.nonzero()[0].tolist():
                start = int(low[at])
                packed = self._neighbours[start : start + MOST_NEIGHBOURS]
                rows = _rows_of(packed[packed & _HIGH_BITS == hashes[at]])
                found[places[whose[at]]].update(dict.fromkeys(rows.tolist()))
        return [list(rows)[:MOST_NEIGHBOURS] for rows in found]

    def with_word(self, word: str) -> Iterator[int]:
        """Find the rows that have this word."""
        wanted = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        start = int(self._words.searchsorted(np.uint64(wanted << 32)))
        while start < len(self._words) and int(self._words[start]) >> 32 == wanted:
            yield int(self._words[start]) & 0xFFFFFFFF
            start += 1

    def alike(self, letters: str) -> list[int]:
        """Find the rows that share most triples of letters, and those that hold most of the triples of this."""
        triples = triples_of(codes_of(f" {letters} "), self._bits)[0]
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
        total = self._triple_counts[rows]
        best = (shared / (total + len(triples))).argpartition(-MOST_ALIKE)[-MOST_ALIKE:]
        holding = (shared - total * _SHORTER_FIRST).argpartition(-MOST_CONTAINING)[-MOST_CONTAINING:]
        return list(dict.fromkeys(rows[best].tolist() + rows[holding].tolist()))

    def begun(self, letters: str, most: int) -> list[int]:
        """Find the rows that begin with these letters; where there are more than ``most``, the shortest."""
        low = self._beginnings.searchsorted(beginning_of(letters, 0))
        high = self._beginnings.searchsorted(beginning_of(letters, LAST_LETTER), "right")
        rows = self._order[low:high]
        if len(letters) > BEGINNING:
            rows = rows[[self._letters.startswith(letters, start) for start in self._starts[rows].tolist()]]
        if len(rows) > most:
            rows = rows[np.argpartition(self._starts[rows + 1] - self._starts[rows], most)[:most]]
        return list(rows.tolist())

    def _postings(self, triples: NDArray[np.uint32]) -> Ints:
        """Read the rows of the rarest triples, up to MOST_POSTINGS (or one list)."""
        starts = self._triple_starts[triples]
        sizes = self._triple_starts[triples + 1] - starts
        order = sizes.argsort()
        ends = sizes[order].cumsum()
        order = order[: max(int(ends.searchsorted(MOST_POSTINGS, "right")), 1)]
        lists = zip(starts[order].tolist(), sizes[order].tolist(), strict=True)
        return np.concatenate([self._triple_rows[start : start + size] for start, size in lists])


def index_of(near: list[str], with_triples: int, with_neighbours: int, keys: NDArray[np.int64]) -> Index:
    """Build an index.

    Args:
        near: The spellings of the first rows as letters, their words parted by spaces; found by how they begin. The
            list is taken over, and empty afterwards: of a million names it is large.
        with_triples: How many of them, from the first, are also found by their triples and words.
        with_neighbours: How many of them, from the first, are also found by one slip.
        keys: The hash of the key of every row, first of those in ``near``, then of those that are only known exactly.
    """
    words = (
        zlib.crc32(word.encode("utf-8", "surrogatepass")) << 32 | row
        for row, letters in enumerate(near[:with_triples])
        for word in letters.split(" ")
    )
    lengths = np.fromiter(map(len, near), np.int32, len(near))
    starts = np.concatenate(([1], np.cumsum(lengths + 1) + 1)).astype(np.int32)
    bits = min(_MOST_BITS, max(_FEWEST_BITS, int(starts[-1]).bit_length() - 2))
    neighbours = _Packed(int(np.sum(lengths[:with_neighbours] + 1)))
    triples = _Packed(int(np.sum(lengths[:with_triples])))
    for begin, end in _chunks(starts):
        codes = codes_of(f" {' '.join(near[begin:end])} ")
        owner = np.repeat(np.arange(begin, end), lengths[begin:end] + 1)
        hashes, middle = triples_of(codes, bits)
        whose = owner[middle - 1]
        known = int(whose.searchsorted(with_triples))
        triples.add(hashes[:known].astype(np.uint64) << _HIGH, whose[:known])
        letter = (codes[1:] != SPACE) & (owner < with_neighbours)
        size = np.bincount(owner[letter] - begin, minlength=end - begin)
        size[(size < SHORTEST_MENDED) | (size > LONGEST_MENDED)] = 0
        letter &= np.repeat(size > 0, lengths[begin:end] + 1)
        mended = size.nonzero()[0]
        if len(mended):
            hashes, whose = neighbourhoods_of(codes[1:][letter], size[mended])
            neighbours.add(hashes, begin + mended[whose])
    sorted_words = np.sort(np.fromiter(words, np.uint64))
    letters = f" {' '.join(near)} "
    near.clear()
    sorted_triples = triples.sorted()
    rows = _rows_of(sorted_triples)
    ends = np.searchsorted(sorted_triples, np.arange(1 << bits, dtype=np.uint64) << _HIGH)
    del triples, sorted_triples
    beginnings = beginnings_of(codes_of(letters), starts)
    alphabetical = np.argsort(beginnings, kind="stable").astype(np.int32)
    order = np.argsort(keys, kind="stable")
    return Index(
        _letters=letters,
        _starts=starts,
        _at=memoryview(starts),
        _exact=keys[order],
        _exact_rows=order.astype(np.int32),
        _neighbours=neighbours.sorted(),
        _words=sorted_words,
        _beginnings=beginnings[alphabetical],
        _order=alphabetical,
        _triple_starts=np.append(ends, len(rows)).astype(np.int32),
        _triple_rows=rows,
        _triple_counts=np.bincount(rows, minlength=with_triples).astype(np.uint16),
        _bits=bits,
    )


def _chunks(starts: Ints) -> list[tuple[int, int]]:
    """Cut the rows into runs of at most _CHUNK letters (or one row)."""
    if len(starts) == 1:
        return []
    cuts = np.searchsorted(starts, np.arange(0, int(starts[-1]) + _CHUNK, _CHUNK))
    cuts = np.unique(np.append(np.minimum(cuts, len(starts) - 1), [0, len(starts) - 1]))
    return list(zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True))
