"""Which words are ordinary."""

from __future__ import annotations

import numpy as np
import pytest

from glossary.ordinary import Ordinary, hash_of, listed, ordinary, packed, unpacked
from glossary.spelling import letters_of


@pytest.mark.parametrize("word", ["catalysis", "bucking", "참새", "고집"])
def test_words_of_dictionaries_are_listed(word: str) -> None:
    """English and Korean."""
    assert ordinary(letters_of(word)) is Ordinary.LISTED


def test_inflected_korean_words_are_derived() -> None:
    """A noun with a verb's ending is ordinary too."""
    assert ordinary(letters_of("고집하다")) is Ordinary.DERIVED


@pytest.mark.parametrize("word", ["kuberntes", "쿠버넽스", "zzzzzzzz"])
def test_slips_are_in_no_dictionary(word: str) -> None:
    """That is what tells them from words."""
    assert ordinary(letters_of(word)) is Ordinary.NO


def test_a_list_comes_back_as_it_was_packed() -> None:
    """Hashes in order, each once."""
    words = ["one", "two", "three", "two"]
    assert np.array_equal(unpacked(packed(words)), np.unique([hash_of(word) for word in words]))


def test_many_words_are_looked_up_at_once() -> None:
    """With the same answers, in the same order."""
    assert listed(list(map(letters_of, ("house", "zzzzzzzz", "나무")))) == [True, False, True]
    assert listed([]) == []
