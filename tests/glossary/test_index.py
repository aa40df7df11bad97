"""Which spellings come near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from glossary.collecting import Spellings
from glossary.forms import Form
from glossary.index import MOST_ALIKE, MOST_CONTAINING, MOST_EQUAL, Index
from glossary.indexing import index_of
from glossary.neighbourhoods import MOST_NEIGHBOURS

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = some.text(alphabet="abcdeㄱㅏ", min_size=3, max_size=12)


def index(*near: str, **others: Sequence[str]) -> Index:
    """Index spellings in every way, and others by their forms."""
    spellings = Spellings()
    for form, letters in ((Form.NAME, near), *((Form[form], letters) for form, letters in others.items())):
        spellings.add(form, letters, np.zeros(len(letters), np.int64))
    return index_of(spellings)


def test_an_empty_index_finds_nothing() -> None:
    """A glossary may be empty."""
    empty = index()
    assert empty.equal([1]) == []
    assert empty.alike("redis") == empty.begun("r", 5) == []
    assert empty.neighbours("redis") == []
    assert list(empty.with_word("redis")) == []


def test_rows_are_found_by_key_word_and_beginning() -> None:
    """Each way gives the numbers of rows."""
    some_names = index("redis", "redis cluster", "data center")
    assert some_names.equal([hash("redis"), hash("nothing")]) == [(0, 0)]
    assert list(some_names.with_word("redis")) == [0, 1]
    assert some_names.begun("re", 5) == [0, 1]
    assert some_names.begun("redis c", 5) == [1]
    assert some_names.begun("redis", 1) == [0]
    assert some_names.letters_at(2) == "data center"


@given(LETTERS, some.data())
def test_one_slip_is_found(letters: str, data: some.DataObject) -> None:
    """A letter left out, put in, replaced or swapped with the next leads back to the name."""
    place = data.draw(some.integers(0, len(letters) - 2))
    other = data.draw(some.sampled_from("xyzㄷ"))
    slips = (
        letters[:place] + letters[place + 1 :],
        letters[:place] + other + letters[place:],
        letters[:place] + other + letters[place + 1 :],
        letters[:place] + letters[place + 1] + letters[place] + letters[place + 2 :],
    )
    names = index(letters, "entirely different")
    for slip in slips:
        assert (0 in names.neighbours(slip)) == (len(slip) > 2)


def test_what_is_too_short_or_too_long_has_no_neighbours() -> None:
    """One letter less leaves too little of two letters, and triples find long spellings."""
    names = index("ab", "a" * 50)
    assert names.neighbours("ab") == names.neighbours("a" * 50) == names.neighbours("a" * 49) == []


def test_neighbours_and_likeness_are_bounded() -> None:
    """However many names are near, a search gives few."""
    names = index(*(f"name {number:04} of many" for number in range(800)))
    assert len(names.neighbours("name 00000 of many")) <= MOST_NEIGHBOURS
    assert 0 < len(names.alike("name 0001 of manyy")) <= MOST_ALIKE + MOST_CONTAINING
    assert names.alike("zzz") == []


def test_rows_of_other_kinds_are_left_out() -> None:
    """Each kind is only found as it was asked to be; those of the last kind by their keys alone."""
    kinds = index("redis", INITIALS=["ㄹㄷㅅ"], SOUND=["LeDiS"], NUMERONYM=["r3s"])
    assert kinds.begun("", 5) == [0, 1]
    assert kinds.alike("redix") == kinds.alike("redis") == [0]
    assert kinds.alike("ㄹㄷㅅ") == kinds.neighbours("ㄹㄷㅅ") == []
    assert [kinds.neighbours(slip) for slip in ("redit", "LTS", "LeDiS")] == [[0], [2], []]
    assert kinds.letters_at(2) == "LeDiS"
    assert kinds.equal([hash(key) for key in ("r3s", "LeDiS", "ㄹㄷㅅ")]) == [(0, 3), (2, 1)]
    assert kinds.letters_at(3) == ""


def test_of_very_many_equal_names_some_are_found() -> None:
    """Whole names come before what is derived from them."""
    names = index(*["redis"] * MOST_EQUAL, ACRONYM=["redis"] * 2)
    assert names.equal([hash("redis")]) == [(0, row) for row in range(MOST_EQUAL)]


@given(some.lists(LETTERS, max_size=12, unique=True))
def test_what_is_indexed_is_alike_to_itself(names: list[str]) -> None:
    """Every name shares all of its triples with itself."""
    found = index(*names)
    assert all(row in found.alike(letters) for row, letters in enumerate(names))


def test_an_index_built_in_pieces_is_whole() -> None:
    """Many letters are worked on a part at a time; nothing is lost between the parts."""
    long = "x" * 1000
    names = [f"{long} {number:03}" for number in range(700)]
    found = index(*names, "redis", SOUND=[f"{number}LeDiS" for number in range(700)])
    assert found.begun("redis", 5) == [700]
    assert found.alike("redis") == [700]
    assert list(found.with_word("699")) == [699]
    assert [found.neighbours(slip)[0] for slip in ("redi", "699LTS")] == [700, 1400]
