"""Text that people typed cannot do anything to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.harmless import harmless, one_line

ANY_TEXT = st.text(st.characters(codec=None))
OVERRIDES = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}


@given(ANY_TEXT)
@example("".join(map(chr, range(0x100))))
@example("\x1b[2J\x9b2J\u202e\u2066\ud800")
def test_no_control_character_but_the_newline_leaves(text: str) -> None:
    """Whatever comes in: no C0, no C1, no override, no half of a surrogate pair comes out."""
    for character in harmless(text):
        assert character == "\n" or unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        assert character not in OVERRIDES


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    """A label cannot draw a second label below itself."""
    assert len(one_line(text).splitlines()) <= 1


@given(ANY_TEXT)
def test_making_harmless_twice_changes_nothing(text: str) -> None:
    """What is safe is left as it is."""
    assert harmless(harmless(text)) == harmless(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("레디스 👩‍💻 é", "레디스 👩‍💻 é"),
        ("a\x1b]0;owned\x07b", "a␛]0;owned␇b"),
        ("one\r\ntwo\u2028three\x85four", "one\ntwo\nthree\nfour"),
        ("back\rto the start", "back␍to the start"),
        ("user\u202egnp.exe", "user�gnp.exe"),
        ("tab\there", "tab here"),
    ],
)
def test_what_would_act_becomes_visible(text: str, shown: str) -> None:
    """Controls are shown as signs, line ends of every system as line ends, and letters are left alone."""
    assert harmless(text) == shown
