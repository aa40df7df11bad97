"""Under which letter does a name stand? As in the dictionaries of its script."""

from __future__ import annotations

import unicodedata
from typing import Final

from glossary.hangul import initials_of, plain_initials

NUMBERS: Final = "0–9"
OTHERS: Final = "#"
HAN: Final = "漢"
"""Han characters have no letters; they stand together."""
_KANA: Final = "あかさたなはまやらわ"
"""The rows of the Japanese syllabary, by their first kana."""
_KATAKANA: Final = range(ord("ァ"), ord("ヶ") + 1)
_TO_HIRAGANA: Final = ord("ァ") - ord("ぁ")


def letter_of(name: str) -> str:
    """Tell the letter that a name stands under: ``"étage"`` gives E, ``"까치"`` ㄱ, ``"ガス"`` か, ``"3D"`` 0–9."""
    first = next((character for character in name if character.isalnum()), "")
    if not first:
        return OTHERS
    if not "ㄱ" <= first <= "ㅎ":  # NFKC would turn a lone one into one that joins others
        first = unicodedata.normalize("NFKC", first)[0]
    if first.isdecimal():
        return NUMBERS
    if "ㄱ" <= first <= "ㅎ" or "가" <= first <= "힣":
        return plain_initials(initials_of(first))
    if "ぁ" <= first <= "ヿ":
        return _row_of(first)
    if "㐀" <= first <= "鿿":
        return HAN
    return unicodedata.normalize("NFD", first)[0].upper()[0]


def _row_of(kana: str) -> str:
    plain = unicodedata.normalize("NFD", kana)[0]
    hiragana = chr(ord(plain) - _TO_HIRAGANA) if ord(plain) in _KATAKANA else plain
    return next((row for row in reversed(_KANA) if row <= hiragana), _KANA[0])
