"""Letters read aloud, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.letter_names import spelled_out

READ_ALOUD = {"a": "에이", "b": "비", "c": "씨", "d": "디", "e": "이", "h": "에이치", "l": "엘", "p": "피", "s": "에스"}
"""How Koreans read some letters; several begin as another one does."""


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


@given(st.lists(st.sampled_from(sorted(READ_ALOUD)), min_size=2, max_size=8))
def test_letters_read_aloud_are_read_back(letters: list[str]) -> None:
    """However they stand beside each other, though some names begin as others do."""
    assert spelled_out("".join(READ_ALOUD[letter] for letter in letters)) == "".join(letters)


@given(st.text(max_size=60) | st.text("에이피씨디엠엘 가/a", max_size=40))
def test_no_text_is_spelled_out_by_mistake(text: str) -> None:
    """What is spelled out has no Hangul left."""
    read = spelled_out(text)
    assert read is None or not any("가" <= character <= "힣" for character in read)
