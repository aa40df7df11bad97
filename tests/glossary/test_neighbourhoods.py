"""What is one slip away, by hashes."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from glossary.fingerprints import LONGEST_MENDED, codes_of, neighbourhood_of, neighbourhoods_of
from glossary.neighbourhoods import MOST_NEIGHBOURS, Neighbourhoods, neighbourhoods_in
from glossary.packing import Packed

SPELLING = some.text(min_size=1, max_size=LONGEST_MENDED)


def neighbourhoods(*spellings: str) -> Neighbourhoods:
    """Index spellings."""
    pairs = Packed(sum(map(len, spellings)) + len(spellings))
    if spellings:
        pairs.add(*neighbourhoods_of(codes_of("".join(spellings)), np.array([*map(len, spellings)])))
    return neighbourhoods_in(pairs)


@given(some.lists(SPELLING, min_size=1, max_size=5))
def test_one_spelling_has_the_hashes_that_it_has_among_many(spellings: list[str]) -> None:
    """What is looked up is computed in another way than what is indexed, and is the same."""
    hashes, whose = neighbourhoods_of(codes_of("".join(spellings)), np.array([*map(len, spellings)]))
    for place, spelling in enumerate(spellings):
        assert [hashed >> 32 for hashed in neighbourhood_of(spelling)] == (
            hashes[whose == place] >> np.uint64(32)
        ).tolist()


def test_nothing_is_near_where_nothing_is() -> None:
    """A shelf may hold nothing."""
    assert neighbourhoods().of("redis") == []


def test_rows_are_few_however_many_are_near() -> None:
    """The first ones are given."""
    assert neighbourhoods(*["redis"] * 100).of("redi") == list(range(MOST_NEIGHBOURS))


def test_hardly_anything_else_is_brought_up() -> None:
    """A row is kept with few bits of its hash, and enough of them."""
    names = [f"{number:06}" for number in range(0, 40_000, 7)]
    found = neighbourhoods(*names)
    strangers = [f"x{number}yz{number}" for number in range(200)]
    assert sum(len(found.of(stranger)) for stranger in strangers) < len(strangers)
    assert all(row in found.of(names[row][1:]) for row in range(0, len(names), 500))
