"""When are two spellings the same word? Folding is decided here and nowhere else.

``words`` is what everything else builds on: the words of a text, folded. The keys are the words joined, and what the
search compares are the words' letters, Hangul by its jamo.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NewType

from glossary.hangul import jamo_of

StrictKey = NewType("StrictKey", str)
"""Equal for spellings that differ only in case, width, Unicode form or spacing."""

LooseKey = NewType("LooseKey", str)
"""Equal for spellings that differ in punctuation, hyphens, spaces or diacritics too."""

# NFKC would turn a lone jamo, which is what the other keyboard and initials are typed in, into one that joins others.
_LONE_JAMO: Final = re.compile("([ㄱ-ㆎ]+)")
_HALF_WIDTH_JAMO: Final = {
    code: unicodedata.decomposition(chr(code)).rpartition(" ")[2] for code in range(0xFFA1, 0xFFDD)
}
_TO_COMPATIBILITY: Final = {code: chr(int(hexa, 16)) for code, hexa in _HALF_WIDTH_JAMO.items() if hexa}

_REMEMBERED: Final = 4096
"""Words whose key is kept."""
_CAMEL_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEPT_SIGNS: Final = "+#"  # C, C++ and C# are three languages
_LEADING_DOT: Final = re.compile(r"\.(?=[^\W\d_])")  # and .NET is no net
_NOT_ASCII_WORD: Final = re.compile(r"[^a-z0-9+#]+")
_FOLDED: Final = re.compile("[a-z0-9+# 가-힣]*")
"""What folding leaves as it is: most names and questions, in small letters."""


class _Folds(dict[int, str]):
    """A table for ``str.translate``, worked out when a character is first met: what it counts as within a word.

    "" leaves a character out, " " separates words.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = _folded(character)
        return self[code]


def _folded(character: str) -> str:
    """Decide what a character (in NFD, case folded) counts as within a word."""
    if character in "'’ʼー":  # don't is dont, and サーバー is サーバ
        return ""
    if "ァ" <= character <= "ヶ":
        return chr(ord(character) - (ord("ァ") - ord("ぁ")))
    if character == "ı":
        return "i"
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category == "Cf" or (category == "Mn" and _is_accent(character)):
        return ""
    # The marks of the Indic scripts are vowels, and belong to the word as letters do.
    return character if category[0] in "LMN" or character in _KEPT_SIGNS else " "


def _is_accent(mark: str) -> bool:
    """Tell the marks that people leave out (Latin, Greek, Cyrillic, Hebrew, Arabic) from those that are vowels."""
    return unicodedata.combining(mark) != 0 and ("\u0300" <= mark <= "\u036f" or "\u0591" <= mark <= "\u0670")


_folds = _Folds()


def strict_key(text: str) -> StrictKey:
    """Fold case, width, Unicode form and spacing. Folding twice changes nothing."""
    return StrictKey(" ".join((text.lower() if text.isascii() else _of_one_case(text)).split()))


def folded(text: str) -> str:
    """Fold every character as `words` does, with spaces where it cuts; a dot is never part of what it gives."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", _of_one_case(text)).translate(_folds))


def _of_one_case(text: str) -> str:
    pieces = _LONE_JAMO.split(text.translate(_TO_COMPATIBILITY))
    pieces[::2] = map(_case_folded, pieces[::2])
    return "".join(pieces)


def _case_folded(text: str) -> str:
    """Fold case and compatibility forms (toNFKC_Casefold of the Unicode Standard, section 3.13, deleting nothing)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def words(text: str) -> list[str]:
    """Split a text into its words, folded as loose keys are; empty where there is neither letter nor digit."""
    lower = text.lower()
    if _FOLDED.fullmatch(lower):
        return lower.split()
    key = strict_key(text)
    dot = "." if _LEADING_DOT.match(key) else ""
    if key.isascii():
        found = _NOT_ASCII_WORD.sub(" ", key.replace("'", "")).split()
    else:
        found = unicodedata.normalize("NFC", unicodedata.normalize("NFD", key).translate(_folds)).split()
    if dot and found:
        found[0] = dot + found[0]
    return found


def loose_key(text: str) -> LooseKey:
    """Fold punctuation, spaces and diacritics as well; "" where nothing is left. Folding twice changes nothing."""
    return LooseKey(unicodedata.normalize("NFC", "".join(words(text))))  # a mark may have met its letter only now


@lru_cache(maxsize=_REMEMBERED)
def word_key(word: str) -> LooseKey:
    """Give the same for one word; the words of a question are looked at again and again."""
    return loose_key(word)


def letters_of(word: str) -> str:
    """Write a folded word as what its writer typed: Hangul by its jamo, without the ㅇ that nobody hears."""
    return word if word.isascii() else jamo_of(word, silent=False)


def humps(text: str) -> str:
    """Part the words of a name that capitals join: ``"FinTech"`` gives ``"Fin Tech"``."""
    return _CAMEL_HUMP.sub(" ", text)
