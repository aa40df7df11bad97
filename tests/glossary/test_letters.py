"""Under which letter a name stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.letters import letter_of


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("agile", "A"),
        ("étage", "E"),
        ("데브옵스", "ㄷ"),
        ("까치", "ㄱ"),
        ("ㅋㅋ", "ㅋ"),
        ("3D", "0–9"),
        ("٣", "0–9"),
        (".NET", "N"),
        ("ガス", "か"),
        ("あい", "あ"),
        ("ぱん", "は"),
        ("ん", "わ"),
        ("機械学習", "漢"),
        ("Яндекс", "Я"),
        ("ßig", "S"),
        ("…", "#"),
        ("", "#"),
        ("ﾊﾝ", "は"),
        ("ーー", "わ"),
    ],
)
def test_a_name_stands_where_a_dictionary_has_it(name: str, letter: str) -> None:
    """By its script: initial consonants, rows of kana, Latin letters without their marks."""
    assert letter_of(name) == letter


@given(st.text())
def test_every_name_stands_somewhere(name: str) -> None:
    """Under one letter, or under one of the three signs for what has none."""
    letter = letter_of(name)
    assert len(letter) == 1 or letter == "0–9"
