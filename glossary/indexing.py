"""How is an index built? Spellings → Index, in arrays from the start: nothing else builds one.

What is long (a million names have tens of millions of letters) is worked on in chunks, and let go of as soon as it has
been used: building takes little more memory than the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.fingerprints import (
    LONGEST_MENDED,
    SHORTEST_MENDED,
    SPACE,
    beginnings_of,
    codes_of,
    hashes_of,
    neighbourhoods_of,
    triples_of,
)
from glossary.index import Index, rows_of
from glossary.sounds import skeleton_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from glossary.index import Ints, Longs

_HIGH: Final = np.uint64(32)
_FEWEST_BITS: Final = 10
_MOST_BITS: Final = 20
_CHUNK: Final = 1 << 18
"""Letters worked on at a time, which bounds the memory that building takes."""


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


def index_of(spelled: list[str], initials: list[str], sounds: list[str], keys: NDArray[np.int64]) -> Index:
    """Build an index. The lists are taken over, and empty afterwards: of a million names they are large.

    Args:
        spelled: The spellings of the first rows as letters, their words parted by spaces; found by all that is near.
        initials: Those of the next rows, found by how they begin.
        sounds: Those of the rows after that, found by one slip in their consonants.
        keys: The hash of the key of every row, those last that are only known exactly.
    """
    with_triples, beginning = len(spelled), len(spelled) + len(initials)
    letters, starts = _laid_out(spelled, initials, sounds)
    bits = min(_MOST_BITS, max(_FEWEST_BITS, int(starts[-1]).bit_length() - 2))
    near = _Packed(len(letters))
    triples = _Packed(int(starts[with_triples]))
    words = _Packed(int(starts[with_triples]))
    for begin, end in _chunks(starts[: with_triples + 1]):
        codes = codes_of(letters[starts[begin] - 1 : starts[end]])
        owner = np.arange(begin, end).repeat(np.diff(starts[begin : end + 1]))
        hashes, middle = triples_of(codes, bits)
        triples.add(hashes.astype(np.uint64) << _HIGH, owner[middle - 1])
        spaces = codes == SPACE
        letter = ~spaces[1:]
        words.add(hashes_of(letters[starts[begin] : starts[end] - 1].split(" ")), owner[spaces[:-1].nonzero()[0]])
        sizes = np.bincount(owner[letter] - begin, minlength=end - begin)
        _add_neighbourhoods(near, codes[1:][letter], sizes, begin)
    triple_rows, triple_starts = _listed(triples.sorted(), bits)
    del triples
    for begin, end in _chunks(starts[beginning:]):
        codes = codes_of(skeleton_of(letters[starts[beginning + begin] - 1 : starts[beginning + end]]))
        sizes = np.diff((codes == SPACE).nonzero()[0]) - 1
        _add_neighbourhoods(near, codes[codes != SPACE], sizes, beginning + begin)
    beginnings = np.concatenate(
        [
            beginnings_of(codes_of(letters[starts[begin] : starts[end]]), starts[begin : end + 1] - starts[begin])
            for begin, end in ((0, 0), *_chunks(starts[: beginning + 1]))
        ]
    )
    alphabetical = beginnings.argsort(kind="stable").astype(np.int32)
    key_rows = keys.argsort(kind="stable").astype(np.int32)
    return Index(
        letters=letters,
        starts=starts,
        at=starts.data,
        keys=keys[key_rows],
        key_rows=key_rows,
        near=near.sorted(),
        words=words.sorted(),
        beginnings=beginnings[alphabetical],
        alphabetical=alphabetical,
        triple_starts=triple_starts,
        triple_rows=triple_rows,
        triple_counts=np.bincount(triple_rows, minlength=with_triples).astype(np.uint16),
        bits=bits,
    )


def _laid_out(*kinds: list[str]) -> tuple[str, Ints]:
    """Join all spellings, a space before and after each, and tell where each one begins (and where one more would)."""
    lengths = np.concatenate([np.fromiter(map(len, rows), np.int32, len(rows)) for rows in kinds])
    pieces = [" ".join(rows) for rows in kinds if rows]
    for rows in kinds:
        rows.clear()
    starts = np.concatenate(([1], (lengths + 1).cumsum() + 1)).astype(np.int32)
    return f" {' '.join(pieces)} ", starts


def _add_neighbourhoods(near: _Packed, codes: NDArray[np.uint32], sizes: NDArray[np.intp], first: int) -> None:
    """Add spellings, the first of which is this row, without those that are too short or too long."""
    fit = (sizes >= SHORTEST_MENDED) & (sizes <= LONGEST_MENDED)
    if fit.any():
        hashes, whose = neighbourhoods_of(codes[fit.repeat(sizes)], sizes[fit])
        near.add(hashes, first + fit.nonzero()[0][whose])


def _listed(triples: Longs, bits: int) -> tuple[Ints, Ints]:
    """Give the rows of all triples one after another, and where those of each begin (and where one more would)."""
    sizes = np.bincount((triples >> _HIGH).astype(np.int32), minlength=1 << bits)
    return rows_of(triples), np.concatenate(([0], sizes.cumsum())).astype(np.int32)


def _chunks(starts: Ints) -> list[tuple[int, int]]:
    """Cut rows into runs of at most _CHUNK letters (or one row)."""
    if len(starts) == 1:
        return []
    cuts = starts.searchsorted(np.arange(int(starts[0]), int(starts[-1]) + _CHUNK, _CHUNK))
    cuts = np.unique(np.append(np.minimum(cuts, len(starts) - 1), [0, len(starts) - 1]))
    return list(zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True))
