"""Folding a text without losing the places."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.spelling import loose_key, words
from glossary.spotting.folding import composed, fold


def _pieces(text: str) -> list[tuple[str, str]]:
    """Pair every folded character with what it stands for."""
    once = fold(text)
    return [(once.text[at], text[once.start(at) : once.end(at + 1)]) for at in range(1, len(once.text) - 1)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("Re", [("r", "R"), ("e", "e")]),
        ("K's", [("k", "K"), ("s", "s")]),
        ("バー", [("ば", "バー")]),
        ("ﾊﾞ", [("ば", "ﾊﾞ")]),
        ("ﬁ", [("f", "ﬁ"), ("i", "ﬁ")]),
        ("e\u0301x", [("e", "e\u0301"), ("x", "x")]),
        ("用R", [("用", "用"), (" ", ""), ("r", "R")]),
        (".NET", [(".", "."), ("n", "N"), ("e", "E"), ("t", "T")]),
        ("..N", [(" ", "."), (" ", "."), ("n", "N")]),
        ("C++ +1", [("c", "C"), ("+", "+"), ("+", "+"), (" ", " "), (" ", "+"), ("1", "1")]),
    ],
)
def test_every_folded_character_has_its_place(text: str, pieces: list[tuple[str, str]]) -> None:
    """What folds to nothing belongs to the character before it, if it makes that one longer, and else to none."""
    assert _pieces(text) == pieces


@given(st.text())
def test_a_text_folds_as_a_name_does(text: str) -> None:
    """Except where a dot or a sign does not end a word in a text, its words are those of `glossary.spelling`."""
    plain = unicodedata.normalize("NFC", text).translate(dict.fromkeys(map(ord, ".．。｡…+#＋＃﹢⁺₊﬩﹟")))
    assert unicodedata.normalize("NFC", fold(plain).text.replace(" ", "")) == loose_key(plain) or "." in "".join(
        words(plain)
    )


def test_letters_that_are_composed_stand_where_their_pieces_began() -> None:
    """As a Mac writes file names: a syllable in three pieces, an accent by itself."""
    text, places = composed(unicodedata.normalize("NFD", "é 한x"))
    assert text == "é 한x"
    assert places == [0, 2, 3, 6, 7]


@given(st.text())
def test_composing_keeps_the_places(text: str) -> None:
    """What stands before a place is the same text."""
    once, places = composed(text)
    assert once == unicodedata.normalize("NFC", text)
    assert places == sorted(places)
    assert len(places) == len(once) + 1
