"""How is an index built? Spellings → Index, in arrays from the start: nothing else builds one.

What is long (a million names have tens of millions of letters) is worked on in chunks, and let go of as soon as it has
been used: building takes little more memory than the index.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.collecting import ALIKE, BEGUN, WITH_LETTERS
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
from glossary.index import Index
from glossary.neighbourhoods import Neighbourhoods, neighbourhoods_in
from glossary.packing import CHUNK, Packed
from glossary.sounds import skeleton_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from glossary.collecting import Spellings
    from glossary.index import Ints, Longs

_HIGH: Final = np.uint64(32)
_FEWEST_BITS: Final = 10
_MOST_BITS: Final = 20


def index_of(spellings: Spellings) -> Index:
    """Build an index. The spellings are taken over, and gone afterwards."""
    with_triples, beginning = spellings.count(ALIKE), spellings.count(BEGUN)
    letters, starts = _laid_out(spellings)
    keys, key_rows = _keys_of(spellings)
    owners = spellings.owners()
    spellings.clear()
    alike, named, heard = (
        _Text(letters, part) for part in (starts[: with_triples + 1], starts[: beginning + 1], starts[beginning:])
    )
    near = _near_of(alike, heard, beginning)
    bits = min(_MOST_BITS, max(_FEWEST_BITS, int(starts[-1]).bit_length() - 2))
    triple_starts, triple_rows, triple_counts = _triples_of(alike, bits)
    beginnings = _beginnings_of(named)
    alphabetical = beginnings.argsort(kind="stable").astype(np.int32)
    return Index(
        owners=owners.data,
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
        triple_counts=triple_counts,
        bits=bits,
    )


def _laid_out(spellings: Spellings) -> tuple[str, Ints]:
    """Join all spellings, a space before and after each, and tell where each one begins (and where one more would)."""
    starts = np.ones(spellings.count(WITH_LETTERS) + 1, np.int32)
    starts[1:] += (spellings.lengths() + 1).cumsum(dtype=np.int32)
    return f" {spellings.text()}", starts


def _keys_of(spellings: Spellings) -> tuple[NDArray[np.int64], Ints]:
    """Sort the keys of all rows that have one, and give the row of each; those without stand between the others."""
    keys = spellings.keys()
    order = keys.argsort(kind="stable")
    rows = order.astype(np.int32)
    rows[order >= spellings.count(BEGUN)] += spellings.count(WITH_LETTERS) - spellings.count(BEGUN)
    return keys[order], rows


def _near_of(alike: _Text, heard: _Text, first_heard: int) -> Neighbourhoods:
    near = Packed(len(alike) + len(heard))
    _add_spelled(near, alike)
    _add_heard(near, heard, first_heard)
    return neighbourhoods_in(near)


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
        """Cut the rows into runs of about CHUNK letters."""
        starts = self.starts
        cuts = starts[:-1].searchsorted(np.arange(int(starts[0]), int(starts[-1]), CHUNK))
        for begin, end in pairwise(np.unique([*cuts.tolist(), len(starts) - 1]).tolist()):
            yield _Chunk(begin, self.letters[starts[begin] - 1 : starts[end]], starts[begin : end + 1] - starts[begin])


def _triples_of(text: _Text, bits: int) -> tuple[Ints, Ints, NDArray[np.uint16]]:
    """Tell where the rows of each triple begin (and where one more would), and give the rows of all, by triple.

    And tell how many triples each row has.
    """
    packed, sizes = Packed(len(text)), np.zeros((1 << bits) + 1, np.int32)
    counts = np.zeros(len(text.starts) - 1, np.uint16)
    for chunk in text:
        hashes, places = triples_of(codes_of(chunk.letters), bits)
        owners = chunk.owners[places]
        packed.add(hashes.astype(np.uint64) << _HIGH, chunk.first + owners)
        sizes[1:] += np.bincount(hashes, minlength=1 << bits).astype(np.int32)
        counts[chunk.first : chunk.first + len(chunk.starts) - 1] = np.bincount(owners, minlength=len(chunk.starts) - 1)
    packed.sort()
    return sizes.cumsum(dtype=np.int32), packed.rows(), counts


def _words_of(text: _Text) -> Longs:
    """Hash every word, packed with its row, in ascending order."""
    packed = Packed(len(text))
    for chunk in text:
        before = (codes_of(chunk.letters)[:-1] == SPACE).nonzero()[0]
        packed.add(hashes_of(chunk.letters[1:-1].split(" ")), chunk.first + chunk.owners[before])
    packed.sort()
    return packed.pairs()


def _add_spelled(near: Packed, text: _Text) -> None:
    for chunk in text:
        codes = codes_of(chunk.letters)[1:]
        letter = codes != SPACE
        sizes = np.bincount(chunk.owners[letter], minlength=len(chunk.starts) - 1)
        _add_neighbourhoods(near, codes[letter], sizes, chunk.first)


def _add_heard(near: Packed, text: _Text, first: int) -> None:
    """Add sounds by their consonants; the first one is this row, and none has a space within."""
    for chunk in text:
        codes = codes_of(skeleton_of(chunk.letters))
        sizes = np.diff((codes == SPACE).nonzero()[0]) - 1
        _add_neighbourhoods(near, codes[codes != SPACE], sizes, first + chunk.first)


def _add_neighbourhoods(near: Packed, codes: NDArray[np.uint32], sizes: NDArray[np.intp], first: int) -> None:
    """Add spellings, the first of which is this row, without those that are too short or too long."""
    fit = (sizes >= SHORTEST_MENDED) & (sizes <= LONGEST_MENDED)
    if fit.any():
        hashes, whose = neighbourhoods_of(codes[fit.repeat(sizes)], sizes[fit])
        near.add(hashes, first + fit.nonzero()[0][whose])


def _beginnings_of(text: _Text) -> Longs:
    found = [beginnings_of(codes_of(chunk.letters[1:]), chunk.starts) for chunk in text]
    return np.concatenate([np.zeros(0, np.uint64), *found])
