"""What does a script say about the language? Scripts that one language has to itself: decided here only."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from glossary.concept import LanguageTag

_BLOCKS: Final = (
    ("Ͱ", "Ͽ", "el"),
    ("԰", "֏", "hy"),
    ("֐", "׿", "he"),
    ("਀", "੿", "pa"),
    ("઀", "૿", "gu"),
    ("଀", "୿", "or"),
    ("஀", "௿", "ta"),
    ("ఀ", "౿", "te"),
    ("ಀ", "೿", "kn"),
    ("ഀ", "ൿ", "ml"),
    ("඀", "෿", "si"),
    ("฀", "๿", "th"),
    ("຀", "໿", "lo"),
    ("က", "႟", "my"),
    ("Ⴀ", "ჿ", "ka"),
    ("ក", "៿", "km"),
    ("ἀ", "῿", "el"),
    ("ぁ", "ヿ", "ja"),
    ("가", "힣", "ko"),
    ("ｦ", "ﾟ", "ja"),
)
"""First and last letter of a Unicode block, and its language. Lone jamo are left out: they may be the wrong keyboard.

Latin, Cyrillic, Arabic, Devanagari, Bengali and Han write many languages, and tell nothing.
"""
_FIRSTS: Final = tuple(first for first, _, _ in _BLOCKS)


def language_by_script(text: str) -> LanguageTag | None:
    """Tell the language of a text by the first letter of a script that says so; None where none does."""
    if text.isascii():
        return None
    for character in text:
        _, last, language = _BLOCKS[bisect_right(_FIRSTS, character) - 1]
        if character <= last and character >= _FIRSTS[0] and character.isalpha():
            return LanguageTag(language)
    return None
