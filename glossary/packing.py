"""Which rows have this hash? Hashes packed with their rows, on their way to being sorted: the only place that packs.

A pair is one number of 64 bits, a hash above a row; so one sort of plain numbers brings together what belongs together.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Longs = NDArray[np.uint64]

CHUNK: Final = 1 << 18
"""How much is worked on at a time, which bounds the memory that building takes."""
_PAIR_BITS: Final = 64
_LOW_HALF: Final = 0 if sys.byteorder == "little" else 1


class Packed:
    """Pairs; room for more costs nothing until it is used."""

    def __init__(self, room: int) -> None:
        self._pairs = np.empty(room, np.uint64)
        self._filled = 0

    def __len__(self) -> int:
        """Count the pairs."""
        return self._filled

    def add(self, hashes: Longs, rows: NDArray[np.intp]) -> None:
        """Put more in; what tells hashes apart is in their high 32 bits, and nothing else is in them."""
        end = self._filled + len(rows)
        np.bitwise_or(hashes, rows.astype(np.uint64), out=self._pairs[self._filled : end])
        self._filled = end

    def sort(self) -> None:
        """Sort by hash, then row."""
        self._pairs[: self._filled].sort()

    def pairs(self) -> Longs:
        """Give the pairs."""
        return self._pairs[: self._filled].copy()

    def hashes(self, bits: int) -> Iterator[NDArray[np.intp]]:
        """Give so many first bits of the hashes, some at a time."""
        for start in range(0, self._filled, CHUNK):
            pairs = self._pairs[start : min(start + CHUNK, self._filled)]
            yield (pairs >> np.uint64(_PAIR_BITS - bits)).astype(np.intp)

    def rows(self) -> Ints:
        """Give the rows in the memory that the pairs had, of which they take half. The pairs are gone."""
        _halve(self._pairs.view(np.int32), self._filled)
        self._pairs.resize(-(-self._filled // 2), refcheck=False)  # no view of it is ever given away
        rows, self._pairs = self._pairs.view(np.int32)[: self._filled], np.empty(0, np.uint64)
        self._filled = 0
        return rows


def _halve(halves: Ints, number: int) -> None:
    """Move the low halves of so many numbers to the front."""
    for start in range(0, number, CHUNK):
        end = min(start + CHUNK, number)
        halves[start:end] = halves[2 * start + _LOW_HALF : 2 * end : 2]
