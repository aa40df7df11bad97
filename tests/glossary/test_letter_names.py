"""Letters read aloud, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.letter_names import letter_names, spelled_out


@pytest.mark.parametrize(
    ("korean", "letters"),
    [
        ("에이피아이", "api"),
        ("씨아이/씨디", "ci/cd"),
        ("시아이 시디", "ci cd"),
        ("엠엘", "ml"),
        ("에이치티티피", "http"),
        ("더블유쓰리씨", "w3c"),
        ("에스큐엘", "sql"),
        ("알피씨", "rpc"),
        ("서버", None),
        ("에이피아이는", None),
        ("에이", None),
        ("api", None),
        ("", None),
    ],
)
def test_names_of_letters_are_read_as_letters(korean: str, letters: str | None) -> None:
    """All of it, and at least two; otherwise it is a word."""
    assert spelled_out(korean) == letters


def test_letters_are_read_aloud() -> None:
    """Small or capital, digits too; what is no letter stays."""
    assert letter_names("SQL") == letter_names("sql") == "에스큐엘"
    assert letter_names("W3C/API") == "더블유쓰리씨/에이피아이"


@given(st.text("abcdefghijklmnopqrstuwxyz", min_size=2, max_size=8))
def test_letters_read_aloud_are_read_back(letters: str) -> None:
    """Reading the names of letters gives letters of the same names."""
    read = spelled_out(letter_names(letters))
    assert read is not None
    assert letter_names(read) == letter_names(letters)


@given(st.text(max_size=60) | st.text("에이피씨디엠엘 가/a", max_size=40))
def test_no_text_is_spelled_out_by_mistake(text: str) -> None:
    """What is spelled out has no Hangul left."""
    read = spelled_out(text)
    assert read is None or not any("가" <= character <= "힣" for character in read)
