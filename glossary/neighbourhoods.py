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
    from glossary.fingerprints import Longs

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
    marks: bytes
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


def neighbourhoods_in(pairs: Longs) -> Neighbourhoods:
    """Lay out hashes (in the high 32 bits) packed with their rows, ascending. They are taken over, and lost."""
    bits = min(max(len(pairs).bit_length() - _ROOMY, 1), _MOST_BITS)
    rows = pairs.astype(np.uint32)
    pairs >>= np.uint64(_HASH_BITS - _MARK_BITS - bits)
    marks = pairs.astype(np.uint8).tobytes()
    pairs >>= np.uint64(_MARK_BITS)
    sizes = np.bincount(pairs.view(np.int64), minlength=1 << bits)
    return Neighbourhoods(np.append(0, sizes.cumsum()).astype(np.uint32).data, marks, rows.data, bits)
