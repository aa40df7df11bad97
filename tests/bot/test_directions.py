"""Right-to-left text keeps to itself."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.directions import CONTROLS, END_OF_ISOLATE, ISOLATE, isolated

ANY_TEXT = st.text(st.characters(codec="utf-8") | st.sampled_from("אבגدیعۀ (.,:!?)\n\u202e\u2067\u2069a1"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Redis", "Redis"),
        ("레디스 é 環境 😀", "레디스 é 環境 😀"),
        ("מטמון", f"{ISOLATE}מטמון{END_OF_ISOLATE}"),
        ("ذاكرة (Redis)!", f"{ISOLATE}ذاكرة (Redis)!{END_OF_ISOLATE}"),
        ("Redis ہے۔", f"{ISOLATE}Redis ہے۔{END_OF_ISOLATE}"),
        ("מלה one\ntwo", f"{ISOLATE}מלה one{END_OF_ISOLATE}\ntwo"),
        ("one\nשתיים\n", f"one\n{ISOLATE}שתיים{END_OF_ISOLATE}\n"),
        ("user\u202egnp.exe", "user�gnp.exe"),
        ("\u2069 out of it", "� out of it"),
        ("", ""),
    ],
)
def test_a_line_with_such_letters_is_isolated(text: str, shown: str) -> None:
    """Hebrew, Arabic and Urdu, line by line; text without gets no marks, and other people's controls are seen."""
    assert isolated(text) == shown


@given(ANY_TEXT)
def test_every_isolate_ends_on_its_line_and_holds_no_other(text: str) -> None:
    """So nothing typed reaches out of its line, or turns what stands behind it."""
    for line in isolated(text).split("\n"):
        controls = [character for character in line if ord(character) in CONTROLS]
        assert controls in ([], [ISOLATE, END_OF_ISOLATE])
        has_letters = any(unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in line)
        assert bool(controls) == has_letters
        if controls:
            assert line[0] == ISOLATE
            assert line[-1] == END_OF_ISOLATE
