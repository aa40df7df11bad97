"""Which rows are one slip away? The hashes of spellings without a letter, in buckets: nothing else knows the layout.

Two spellings between which one slip lies share what is left when a letter is taken out of either (as in SymSpell, but
one letter on each side). A hash is kept as the bucket it lies in and eight more bits, beside its row: five bytes and a
little, of which a million names need tens of millions. So few bits let one look in some bring up a row that is nothing
like what was sought, and whoever compares them sees that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.fingerprints import LONGEST_MENDED, SHORTEST_MENDED, neighbourhood_of

if TYPE_CHECKING:
    from glossary.packing import Packed

MOST_NEIGHBOURS = 32
"""Rows that one look at the neighbourhood gives, at most."""

_HASH_BITS: Final = 64
_MARK_BITS: Final = 8
_MARK: Final = (1 << _MARK_BITS) - 1
_ROOMY: Final = 3
"""Two to the power of this is about how many entries a bucket has."""
_MOST_BITS: Final = 32 - _MARK_BITS


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """Buckets of rows, by the first bits of the hashes."""

    starts: memoryview[int]
    """Where the entries of each bucket begin, and where one more would."""
    marks: bytearray
    """Of every entry, the next eight bits of its hash."""
    rows: memoryview[int]
    bits: int
    """Of the number of a bucket."""

    def of(self, letters: str) -> list[int]:
        """Find the rows one slip away, or two where one of them is a letter too many and the other one too few."""
        found: dict[int, None] = {}
        if SHORTEST_MENDED <= len(letters) <= LONGEST_MENDED:
            starts, search, rows = self.starts, self.marks.find, self.rows
            unused = _HASH_BITS - _MARK_BITS - self.bits
            for hashed in neighbourhood_of(letters):
                bucket, mark = hashed >> unused + _MARK_BITS, hashed >> unused & _MARK
                at, end = starts[bucket], starts[bucket + 1]
                while (at := search(mark, at, end)) >= 0 and len(found) < MOST_NEIGHBOURS:
                    found[rows[at]] = None
                    at += 1
        return list(found)


def neighbourhoods_in(packed: Packed) -> Neighbourhoods:
    """Lay out hashes with their rows. They are taken over, and gone afterwards."""
    packed.sort()
    bits = min(max(len(packed).bit_length() - _ROOMY, 1), _MOST_BITS)
    marks = bytearray()
    starts = np.zeros((1 << bits) + 1, np.uint32)
    for hashes in packed.hashes(bits + _MARK_BITS):
        marks += hashes.astype(np.uint8).tobytes()  # the last bits
        buckets = hashes >> _MARK_BITS
        first, last = int(buckets[0]), int(buckets[-1])
        starts[first + 1 : last + 2] += np.bincount(buckets - first).astype(np.uint32)
    np.cumsum(starts, out=starts)
    return Neighbourhoods(starts.data, marks, packed.rows().data, bits)
