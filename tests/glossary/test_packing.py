"""Hashes with their rows."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from glossary.packing import CHUNK, Packed

HIGH = np.uint64(32)


def packed(hashes: list[int], first: int = 0) -> Packed:
    """Pack hashes with rows that are numbered from the first one, and sort them."""
    pairs = Packed(len(hashes) + 5)
    pairs.add(np.array(hashes, np.uint64) << HIGH, np.arange(first, first + len(hashes)))
    pairs.sort()
    return pairs


@given(some.lists(some.integers(0, (1 << 32) - 1), max_size=30))
def test_rows_come_in_the_order_of_their_hashes(hashes: list[int]) -> None:
    """Rows of the same hash in their own order; then nothing is left."""
    pairs = packed(hashes)
    assert len(pairs) == len(hashes)
    assert [row for chunk in pairs.hashes(32) for row in chunk.tolist()] == sorted(hashes)
    assert (pairs.pairs() >> HIGH).tolist() == sorted(hashes)
    assert pairs.rows().tolist() == sorted(range(len(hashes)), key=hashes.__getitem__)
    assert len(pairs) == 0


def test_many_rows_are_moved_some_at_a_time() -> None:
    """Nothing is overwritten before it has been moved."""
    number = 2 * CHUNK + 3
    assert (packed(list(range(number)), first=7).rows() == np.arange(7, number + 7)).all()
