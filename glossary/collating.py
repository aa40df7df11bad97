"""In which order do readers look for names? The only place that sorts for people.

Hangul by 가나다, Latin letters regardless of case and accents, kana by 五十音; the reader's script comes before others,
and numbers before all. The alphabets that put a letter somewhere else say so in a table, after CLDR
(unicode.org/Public/cldr, common/collation): ñ follows n in Spanish, ö follows z in Swedish, and is an o in German.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import LanguageTag

_REMEMBERED: Final = 65_536
"""Names whose place is kept; a glossary is sorted again for every page that is turned."""

_NUMBERS, _LATIN, _GREEK, _CYRILLIC, _OTHER, _HANGUL, _KANA, _HAN = range(8)
"""Scripts, in the order in which readers of none of them get them (CLDR's root)."""

_OWN_SCRIPTS: Final = {
    "ko": (_HANGUL, _HAN),
    "ja": (_KANA, _HAN),
    "zh": (_HAN,),
    "yue": (_HAN,),
    "el": (_GREEK,),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "tt"), (_CYRILLIC,)),
    **dict.fromkeys(("ar", "fa", "ur", "he", "hi", "mr", "ne", "bn", "ta", "te", "th", "ka", "hy"), (_OTHER,)),
}
"""The scripts of readers who do not read Latin letters first."""

_LETTERS_OF_THEIR_OWN: Final = {
    "es": "n<ñ",
    "eu": "n<ñ",
    "gl": "n<ñ",
    "sv": "z<å<ä<ö",
    "fi": "z<å<ä<ö",
    "da": "z<æ<ø<å",
    "nb": "z<æ<ø<å",
    "nn": "z<æ<ø<å",
    "no": "z<æ<ø<å",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ö",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "cs": "c<č r<ř s<š z<ž",
    "sk": "a<ä c<č o<ô s<š z<ž",
    "sl": "c<č s<š z<ž",
    "hr": "c<č<ć d<đ s<š z<ž",
    "bs": "c<č<ć d<đ s<š z<ž",
    "hu": "o<ö u<ü",
    "ro": "a<ă<â i<î s<ș t<ț",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
    "az": "c<ç e<ə g<ğ h<x<ı o<ö s<ş u<ü",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
    "ru": "и<й",
    "uk": "г<ґ е<є и<і<ї<й",
}
"""By language: a letter, and those that follow it as letters of their own."""

_BLOCKS: Final = (
    ("Ͱ", "Ͽ", _GREEK),
    ("ἀ", "῿", _GREEK),
    ("Ѐ", "ԯ", _CYRILLIC),
    ("ㄱ", "ㆎ", _HANGUL),
    ("가", "힣", _HANGUL),
    ("ぁ", "ヿ", _KANA),
    ("㐀", "鿿", _HAN),
    ("\U00020000", "\U0003ffff", _HAN),
)
_BETWEEN_WORDS: Final = " "
"""Before every letter: words are compared one by one, so that "data set" comes before "database"."""
_SCRIPT_SIGNS: Final = 0x21
_JAMO_SIGNS: Final = 0x100
_FOLLOWER_SIGNS: Final = 0xE000
"""The signs that places are made of: each letter begins with its script's, and every other sign is greater."""
_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST_SYLLABLE: Final = ord("가")
_VOWELS: Final = 21
_FINALS: Final = 28
_HALF_WIDTH_KANA: Final = re.compile("[ｦ-ﾟ]+")
_LONG_KANA: Final = re.compile("([ぁ-ヺ])ー")
_VOWEL_KANA: Final = {"A": "あ", "I": "い", "U": "う", "E": "え", "O": "お"}
_TO_HIRAGANA: Final = ord("ァ") - ord("ぁ")

Place = tuple[str, str, str]
"""Where a name stands: by its letters, then by its accents, then by case; what is equal in all three is equal."""


@lru_cache(maxsize=_REMEMBERED)
def place_of(name: str, language: LanguageTag) -> Place:
    """Tell where a name stands in a list for readers of this language: a key for ``sorted``."""
    written = _HALF_WIDTH_KANA.sub(lambda found: unicodedata.normalize("NFKC", found[0]), name)
    written = unicodedata.normalize("NFC", written)
    if "ー" in written:  # サーバー stands where さあばあ would: JIS X 4061, section 6.2.3
        written = _LONG_KANA.sub(lambda found: found[1] + _vowel_of(found[1]), written)
    return written.translate(_weights_for(language.partition("-")[0])), written.casefold(), name.swapcase()


class _Weights(dict[int, str]):
    """A table for ``str.translate``: each character as the signs by which it is compared, worked out when first met."""

    def __init__(self, language: str) -> None:
        first = (_NUMBERS, *_OWN_SCRIPTS.get(language, (_LATIN,)))
        order = dict.fromkeys((*first, *range(_HAN + 1)))
        self._signs = {script: chr(_SCRIPT_SIGNS + place) for place, script in enumerate(order)}
        self._is_chinese = language in {"zh", "yue"}
        alphabet = (run.split("<") for run in _LETTERS_OF_THEIR_OWN.get(language, "").split())
        self._followers = {
            letter: before + chr(_FOLLOWER_SIGNS + place)
            for before, *letters in alphabet
            for place, letter in enumerate(letters)
        }

    def __missing__(self, code: int) -> str:
        self[code] = self._weight(chr(code))
        return self[code]

    def _weight(self, character: str) -> str:
        script = _script_of(character)
        if script is None:
            return _BETWEEN_WORDS if character in "-_/" or character.isspace() else ""
        return "".join(self._signs[script] + sign for sign in self._letters(character, script))

    def _letters(self, character: str, script: int) -> Iterator[str]:
        """Give what a character is compared by, letter by letter, without its script."""
        if follower := self._follower(character):
            yield follower
        elif script == _HANGUL:
            yield _jamo(character)
        elif script == _HAN:
            yield (anyascii(character).casefold() if self._is_chinese else "") + character
        elif script == _LATIN:
            yield from anyascii(character).casefold()
        else:
            yield _plain(character)

    def _follower(self, character: str) -> str | None:
        """Find the letter of its own that a character is, whatever tone marks it has: ấ is an â."""
        base, *marks = tuple(unicodedata.normalize("NFD", character.casefold()))
        lighter = (unicodedata.normalize("NFC", base + mark) for mark in marks)
        found = (self._followers.get(letter) for letter in (character.casefold(), *lighter))
        return next(filter(None, found), None)


_weights_for = lru_cache(maxsize=None)(_Weights)


def _script_of(character: str) -> int | None:
    """Tell the script of a letter or a digit; None for anything else."""
    if not character.isalnum():
        return None
    if unicodedata.category(character)[0] == "N":
        return _NUMBERS
    for first, last, script in _BLOCKS:
        if first <= character <= last:
            return script
    return _LATIN if unicodedata.name(character, "").startswith(("LATIN", "FULLWIDTH LATIN")) else _OTHER


def _jamo(character: str) -> str:
    """Give the letters of a syllable, or a letter alone, by their place in the Korean alphabet."""
    index = ord(character) - _FIRST_SYLLABLE
    if index < 0:
        return chr(_JAMO_SIGNS + _INITIALS.index(character)) if character in _INITIALS else character
    initial, rest = divmod(index, _VOWELS * _FINALS)
    vowel, final = divmod(rest, _FINALS)
    signs = (initial, vowel, final) if final else (initial, vowel)
    return "".join(chr(_JAMO_SIGNS + sign) for sign in signs)


def _plain(character: str) -> str:
    """Take a letter without accents and voicing marks; kana as large hiragana, digits as those of ASCII."""
    plain = unicodedata.normalize("NFKD", character)[0].casefold()
    if "ァ" <= plain <= "ヶ":
        plain = chr(ord(plain) - _TO_HIRAGANA)
    large = unicodedata.name(plain, "").replace(" SMALL ", " ") if "ぁ" <= plain <= "ゖ" else ""
    return unicodedata.lookup(large) if large else plain


def _vowel_of(kana: str) -> str:
    """Tell the vowel on which a kana ends, as a kana; "" for ん."""
    return _VOWEL_KANA.get(unicodedata.name(kana)[-1], "")
