"""Which numbers stand for a spelling? The hashes by which near spellings meet: the only place that computes them.

Most of it works on many spellings at once, as arrays of their letters' code points.
"""

from __future__ import annotations

from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int32]
    Longs = NDArray[np.uint64]

LONGEST_MENDED = 40
"""Letters; among longer spellings the triples find slips well enough."""
SHORTEST_MENDED = 3
BEGINNING = 4
"""Letters by which spellings are sorted, for those that begin alike."""
LAST_LETTER = 0xFFFF
SPACE: Final = np.uint32(32)

_LETTER_BITS: Final = 16
_BASE: Final = 0x9E3779B97F4A7C15  # odd, so that it has an inverse modulo 2**64
_LONG: Final = (1 << 64) - 1
_INVERSE: Final = pow(_BASE, -1, 1 << 64)
_POWERS: Final = [pow(_BASE, place, 1 << 64) for place in range(LONGEST_MENDED)]
_ALL_POWERS: Final = np.array(_POWERS, np.uint64)
_MIX: Final = 0xD6E8FEB86659FD93
_HIGH: Final = np.uint64(32)
_HIGH_BITS: Final = np.uint64(0xFFFFFFFF00000000)
_FIRST, _SECOND, _THIRD = np.uint32(0x9E3779B1), np.uint32(0x85EBCA77), np.uint32(0x27D4EB2F)
_HALF: Final = np.uint32(15)
_STIR: Final = np.uint32(0x2C1B3C6D)
_START: Final = np.zeros(1, np.intp)


def codes_of(text: str) -> NDArray[np.uint32]:
    """Give the code points of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def hashes_of(words: Sequence[str]) -> Longs:
    """Hash words, in the high 32 bits; the same within one process only, as an index is."""
    return np.fromiter(map(hash, words), np.int64, len(words)).view(np.uint64) << _HIGH


def triples_of(codes: NDArray[np.uint32], bits: int) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Give the hash of each triple of letters, with the place where it begins; spaces only stand at their ends."""
    places = (codes[1:-1] != SPACE).nonzero()[0]
    mixed = codes[:-2] * _FIRST + codes[1:-1] * _SECOND + codes[2:] * _THIRD
    mixed ^= mixed >> _HALF
    mixed *= _STIR
    return mixed[places] >> np.uint32(32 - bits), places


def neighbourhood_of(letters: str) -> list[int]:
    """Hash a spelling (of 1 to LONGEST_MENDED letters) as it is, and then with each letter left out.

    A hash is a polynomial of the letters: without one of them, it is that of those before it and of those after it
    moved down. What tells hashes apart is in their high 32 bits; they have 64.
    """
    terms = list(map(mul, map(ord, letters), _POWERS))
    upto = list(accumulate(terms))
    whole = upto[-1]
    without = [before - term + (whole - before) * _INVERSE for term, before in zip(terms, upto, strict=True)]
    return [polynomial * _MIX & _LONG for polynomial in (whole, *without)]


def neighbourhoods_of(codes: NDArray[np.uint32], lengths: NDArray[np.intp]) -> tuple[Longs, NDArray[np.intp]]:
    """Do the same for many spellings (at least one): all of them as they are, and then all without a letter.

    ``codes`` are the letters of all of them. Gives the high 32 bits of the hashes, and whose each one is.
    """
    whose = np.arange(len(lengths)).repeat(lengths)
    ends = lengths.cumsum()
    first = ends - lengths
    terms = codes * _ALL_POWERS[np.arange(len(codes)) - first[whose]]
    upto = terms.cumsum()
    upto -= (upto[first] - terms[first])[whose]
    whole = upto[ends - 1]
    without = upto - terms + (whole[whose] - upto) * np.uint64(_INVERSE)
    hashes = np.concatenate((whole, without))
    hashes *= np.uint64(_MIX)
    hashes &= _HIGH_BITS
    return hashes, np.concatenate((np.arange(len(lengths)), whose))


def firsts(ascending: NDArray[Any]) -> NDArray[np.intp]:
    """Give the places where another value begins (of at least one)."""
    return np.concatenate((_START, (ascending[1:] != ascending[:-1]).nonzero()[0] + 1))


def gaps(firsts: NDArray[np.intp], end: int) -> NDArray[np.intp]:
    """Give the lengths of the runs that begin at these places."""
    ends = np.empty_like(firsts)
    ends[:-1] = firsts[1:]
    ends[-1] = end
    return ends - firsts


def beginning_of(letters: str, filler: int) -> np.uint64:
    """Put the first letters into one number that sorts as they do, ``filler`` for those that are not there."""
    codes = [ord(letter) & LAST_LETTER for letter in letters[:BEGINNING]]
    packed = 0
    for code in codes + [filler] * (BEGINNING - len(codes)):
        packed = packed << _LETTER_BITS | code
    return np.uint64(packed)


def beginnings_of(codes: NDArray[np.uint32], starts: Ints) -> Longs:
    """Do the same for every row, whose letters begin at ``starts``; a space and what follows it count as they stand."""
    found = np.zeros(len(starts) - 1, np.uint64)
    lengths = starts[1:] - 1 - starts[:-1]
    for place in range(BEGINNING):
        letter = codes[np.minimum(starts[:-1] + place, len(codes) - 1)].astype(np.uint64) & np.uint64(LAST_LETTER)
        found = found << np.uint64(_LETTER_BITS) | np.where(place < lengths, letter, np.uint64(0))
    return found
