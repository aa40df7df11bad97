"""How is an index built? Spellings → Index, in arrays from the start: nothing else builds one.

What is long (a million names have tens of millions of letters) is worked on in chunks, and let go of as soon as it has
been used: building takes little more memory than the index.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
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
from glossary.forms import key_of
from glossary.index import Index, rows_of
from glossary.neighbourhoods import Neighbourhoods, neighbourhoods_in
from glossary.sounds import skeleton_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


class Spellings:
    """Spellings on their way into an index: joined as they come, so that no string of them is kept."""

    def __init__(self, spellings: Sequence[str] = ()) -> None:
        self._texts: list[str] = []
        self._lengths = [np.zeros(0, np.int32)]
        self._keys = [np.zeros(0, np.int64)]
        self.add(spellings)

    def __len__(self) -> int:
        """Count the spellings."""
        return sum(map(len, self._lengths))

    def add(self, spellings: Sequence[str]) -> None:
        """Put more in; none of them is empty."""
        if spellings:
            self._texts.append(" ".join(spellings))
            self._lengths.append(np.fromiter(map(len, spellings), np.int32, len(spellings)))
            self._keys.append(np.fromiter(map(key_of, spellings), np.int64, len(spellings)))

    @property
    def lengths(self) -> Ints:
        """How many letters each one has."""
        return np.concatenate(self._lengths)

    @property
    def keys(self) -> NDArray[np.int64]:
        """The hash of the key of each one."""
        return np.concatenate(self._keys)

    def give_up_texts(self) -> list[str]:
        """Give all spellings, with a space between two; they are not kept."""
        texts, self._texts = self._texts, []
        return texts


def index_of(spelled: Sequence[Spellings], initials: Spellings, sounds: Spellings, exact: Sequence[Spellings]) -> Index:
    """Build an index, the rows of which are numbered in this order. The spellings are taken over.

    Args:
        spelled: Spellings as letters, their words parted by spaces; found by all that is near.
        initials: Those that are found by how they begin.
        sounds: Those that are found by one slip in their consonants, and not by their keys.
        exact: Those that are only found by their keys.
    """
    with_triples = sum(map(len, spelled))
    beginning = with_triples + len(initials)
    keys, key_rows = _keys_of([*spelled, initials], sounds, exact)
    letters, starts = _laid_out([*spelled, initials, sounds])
    alike, named, heard = (
        _Text(letters, part) for part in (starts[: with_triples + 1], starts[: beginning + 1], starts[beginning:])
    )
    near = _near_of(alike, heard, beginning)
    bits = min(_MOST_BITS, max(_FEWEST_BITS, int(starts[-1]).bit_length() - 2))
    triple_starts, triple_rows = _triples_of(alike, bits)
    beginnings = _beginnings_of(named)
    alphabetical = beginnings.argsort(kind="stable").astype(np.int32)
    return Index(
        letters=letters,
        starts=starts,
        at=starts.data,
        keys=keys.data,
        key_rows=key_rows.data,
        near=near,
        words=_words_of(alike),
        beginnings=beginnings[alphabetical],
        alphabetical=alphabetical,
        triple_starts=triple_starts.data,
        triple_rows=triple_rows,
        triple_counts=np.bincount(triple_rows, minlength=with_triples).astype(np.uint16),
        bits=bits,
    )


def _keys_of(
    first: Sequence[Spellings], sounds: Spellings, last: Sequence[Spellings]
) -> tuple[NDArray[np.int64], Ints]:
    """Sort the keys of all rows but those of sounds, which stand between the others; and give the row of each."""
    keys = np.concatenate([spellings.keys for spellings in (*first, *last)])
    order = keys.argsort(kind="stable")
    rows = order.astype(np.int32)
    rows[order >= sum(map(len, first))] += len(sounds)
    return keys[order], rows


def _near_of(alike: _Text, heard: _Text, first_heard: int) -> Neighbourhoods:
    near = _Packed(len(alike) + len(heard))
    _add_spelled(near, alike)
    _add_heard(near, heard, first_heard)
    return neighbourhoods_in(near.sorted())


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Some rows, the first of which is ``first``: their letters with a space before and after each."""

    first: int
    letters: str
    starts: Ints

    @property
    def owners(self) -> NDArray[np.intp]:
        """Tell whose each letter is, the space after each with it."""
        return np.arange(len(self.starts) - 1).repeat(np.diff(self.starts))


@dataclass(frozen=True, slots=True)
class _Text:
    """The rows that begin at ``starts``, and end where the next one begins."""

    letters: str
    starts: Ints

    def __len__(self) -> int:
        """Count the letters."""
        return int(self.starts[-1] - self.starts[0])

    def __iter__(self) -> Iterator[_Chunk]:
        """Cut the rows into runs of about _CHUNK letters."""
        starts = self.starts
        cuts = starts[:-1].searchsorted(np.arange(int(starts[0]), int(starts[-1]), _CHUNK))
        for begin, end in pairwise(np.unique([*cuts.tolist(), len(starts) - 1]).tolist()):
            yield _Chunk(begin, self.letters[starts[begin] - 1 : starts[end]], starts[begin : end + 1] - starts[begin])


def _laid_out(columns: Sequence[Spellings]) -> tuple[str, Ints]:
    """Join all spellings, a space before and after each, and tell where each one begins (and where one more would)."""
    lengths = np.concatenate([column.lengths for column in columns])
    starts = np.concatenate(([1], (lengths + 1).cumsum() + 1)).astype(np.int32)
    return f" {' '.join([text for column in columns for text in column.give_up_texts()])} ", starts


def _triples_of(text: _Text, bits: int) -> tuple[Ints, Ints]:
    """Tell where the rows of each triple begin (and where one more would), and give the rows of all, by triple."""
    packed, sizes = _Packed(len(text)), np.zeros((1 << bits) + 1, np.int32)
    for chunk in text:
        hashes, places = triples_of(codes_of(chunk.letters), bits)
        packed.add(hashes.astype(np.uint64) << _HIGH, chunk.first + chunk.owners[places])
        sizes[1:] += np.bincount(hashes, minlength=1 << bits).astype(np.int32)
    return sizes.cumsum(dtype=np.int32), rows_of(packed.sorted())


def _words_of(text: _Text) -> Longs:
    """Hash every word, packed with its row, in ascending order."""
    packed = _Packed(len(text))
    for chunk in text:
        before = (codes_of(chunk.letters)[:-1] == SPACE).nonzero()[0]
        packed.add(hashes_of(chunk.letters[1:-1].split(" ")), chunk.first + chunk.owners[before])
    return packed.sorted()


def _add_spelled(near: _Packed, text: _Text) -> None:
    for chunk in text:
        codes = codes_of(chunk.letters)[1:]
        letter = codes != SPACE
        sizes = np.bincount(chunk.owners[letter], minlength=len(chunk.starts) - 1)
        _add_neighbourhoods(near, codes[letter], sizes, chunk.first)


def _add_heard(near: _Packed, text: _Text, first: int) -> None:
    """Add sounds by their consonants; the first one is this row, and none has a space within."""
    for chunk in text:
        codes = codes_of(skeleton_of(chunk.letters))
        sizes = np.diff((codes == SPACE).nonzero()[0]) - 1
        _add_neighbourhoods(near, codes[codes != SPACE], sizes, first + chunk.first)


def _add_neighbourhoods(near: _Packed, codes: NDArray[np.uint32], sizes: NDArray[np.intp], first: int) -> None:
    """Add spellings, the first of which is this row, without those that are too short or too long."""
    fit = (sizes >= SHORTEST_MENDED) & (sizes <= LONGEST_MENDED)
    if fit.any():
        hashes, whose = neighbourhoods_of(codes[fit.repeat(sizes)], sizes[fit])
        near.add(hashes, first + fit.nonzero()[0][whose])


def _beginnings_of(text: _Text) -> Longs:
    found = [beginnings_of(codes_of(chunk.letters[1:]), chunk.starts) for chunk in text]
    return np.concatenate([np.zeros(0, np.uint64), *found])
