"""What does only Hangul need? Letters, the two keyboards, initial consonants, romanization: decided here only."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import hangulpy
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_WELL_FORMED = 0.7
"""A word typed in Latin letters is only read as Hangul where at least this share of its keystrokes makes syllables."""
MOST_LAYOUTS = 3
"""Other-keyboard readings of one text, at most."""

_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_HANGUL: Final = re.compile("[가-힣\u3131-\u3163\u1100-\u11ff\uffa1-\uffdc]")
_WITH_A_VOWEL: Final = re.compile("[가-힣ㅏ-ㅣ]")

_VOWELS: Final = 21
_FINALS: Final = 28
"""With none."""
_SILENT_INITIAL: Final = 11
_I_AND_Y: Final = frozenset((2, 3, 6, 7, 12, 17, 20))
"""The vowels ㅑㅒㅕㅖㅛㅠㅣ, in the order of Unicode."""
_NIEUN: Final = 4
_RIEUL: Final = 5
"""ㄴ at the end, and ㄹ at the beginning."""
_A: Final = ord("아")
_END_OF_WORD: Final = 399
_OPENINGS: Final = 400
"""Of a syllable, by its initial and vowel; with none: a word ends."""
_DEPENDS: Final = "\0"

_ONLY_SYLLABLES: Final = re.compile("[가-힣]+")
_SILENT: Final = re.compile("ㅇ(?=[ㅏ-ㅣ])")
_LATIN_WORD: Final = re.compile("[A-Za-z]+")
_UNSHIFTED: Final = str.maketrans("ASDFGZXCVYUIHJKLBNM", "asdfgzxcvyuihjklbnm")
"""Keys that write the same with shift."""
_SYLLABLE_KEYS: Final = re.compile(
    """
    [qwertasdfgzxcvQWERT]                              # an initial,
    (?: h[klo] | n[jlp] | ml | [yuiophjklbnmOP] )      # a vowel,
    (?: (?: rt | s[wg] | f[raqtxvg] | qt | [qwertasdfgzxcvRT] )
        (?![yuiophjklbnmOP]) )?                        # and a final, if it does not begin the next syllable
    """,
    re.VERBOSE,
)
_INITIALS: Final = frozenset("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
_DOUBLE_INITIALS: Final = str.maketrans("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ")
_KS_X_1001_BYTES: Final = 2


class _Letters(dict[int, str]):
    """A table for ``str.translate``: every Hangul character by its keystrokes, worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if not has_hangul(character):
            self[code] = character
            return character
        # Not by NFKC, which gives some half-width and compatibility letters a form that nothing here knows.
        letters = hangulpy.to_compat_jamo(hangulpy.normalize_halfwidth_hangul(character))
        self[code] = "".join(hangulpy.disassemble(letters))
        return self[code]


class _Keys(dict[int, str]):
    """A table for ``str.translate``: every Hangul character by the Latin letters on its keys."""

    def __missing__(self, code: int) -> str:
        # By way of the letters: what is half-width or conjoining has no key.
        self[code] = hangulpy.convert_hangul_to_qwerty(_letters[code])
        return self[code]


class _Typed(dict[str | int, str]):
    """What keys write on a Korean keyboard: those of one syllable, or one key, as ``str.translate`` asks for it."""

    def __missing__(self, keys: str | int) -> str:
        self[keys] = hangulpy.convert_qwerty_to_hangul(keys if isinstance(keys, str) else chr(keys))
        return self[keys]


class _Initials(dict[int, str]):
    """A table for ``str.translate``: a syllable by its initial consonant, all else by its keystrokes."""

    def __missing__(self, code: int) -> str:
        self[code] = _letters[code][:1] if code in _SYLLABLES else _letters[code]
        return self[code]


class _Joints(dict[int, str]):
    """How a final consonant and what comes after it are written, worked out when first met.

    After it comes a consonant with a vowel, or the end of the word. They change each other, and nothing else does; so
    all words are made of these. _DEPENDS where it depends on the word: what grows between a final and an i or y
    (``담요``), and what becomes of ㄴ and ㄹ (``신문로``): a library knows.
    """

    def __missing__(self, joint: int) -> str:
        final, opening = divmod(joint, _OPENINGS)
        if opening == _END_OF_WORD:
            self[joint] = _after_a(chr(_A + final)) + "\n"
            return self[joint]
        initial, vowel = divmod(opening, _VOWELS)
        depends = (final and initial == _SILENT_INITIAL and vowel in _I_AND_Y) or (final, initial) == (_NIEUN, _RIEUL)
        syllables = chr(_A + final) + chr(_SYLLABLES.start + opening * _FINALS)
        self[joint] = _DEPENDS if depends else _after_a(syllables)
        return self[joint]


_letters = _Letters()
_keys = _Keys()
_typed = _Typed()
_initials = _Initials()
_joints = _Joints()


def _after_a(syllables: str) -> str:
    """Romanize what begins with an ``아``, without it."""
    return hangulpy.romanize(syllables).removeprefix("a")


def has_hangul(text: str) -> bool:
    """Tell whether there is a Hangul syllable or letter."""
    return not text.isascii() and _HANGUL.search(text) is not None


def only_syllables(text: str) -> bool:
    """Tell whether there are Hangul syllables and nothing else."""
    return _ONLY_SYLLABLES.fullmatch(text) is not None


def jamo_of(text: str, *, silent: bool = True) -> str:
    """Write every Hangul syllable as its letters, one per keystroke: ``"과"`` gives ``"ㄱㅗㅏ"``; the rest stays.

    What is half typed (``"쿠버ㄴㅔ"``) gives the same as when it is finished. Without ``silent`` letters, an ㅇ that
    only carries a vowel is left out.
    """
    letters = text.translate(_letters)
    return letters if silent else _SILENT.sub("", letters)


def well_formedness(text: str) -> float:
    """Measure how much its Hangul looks like words: 0 loose letters or no Hangul … 1 nothing but syllables in use.

    The measure is the share of keystrokes that stand in syllables of KS X 1001, the ones that Korean words need.
    """
    typed = whole = 0
    for keystrokes, in_use in map(_keystrokes_of, text):
        typed += keystrokes
        whole += in_use
    return whole / typed if typed else 0.0


@cache
def _keystrokes_of(character: str) -> tuple[int, int]:
    """Count the keystrokes of a Hangul character, and those of a syllable that is in use."""
    if not has_hangul(character):
        return 0, 0
    keystrokes = len(character.translate(_letters))
    # Python writes a syllable outside KS X 1001 by the eight bytes of its annex 3, and loose letters are no syllables.
    is_in_use = ord(character) in _SYLLABLES and len(character.encode("euc_kr")) == _KS_X_1001_BYTES
    return keystrokes, keystrokes if is_in_use else 0


def other_keyboard(text: str) -> tuple[str, ...]:
    """Give what the same keys write on the other layout (2-beolsik and QWERTY), at most MOST_LAYOUTS.

    Latin letters come first, then Hangul, best formed first. Empty where neither makes sense: there is no Hangul, and
    the Latin words do not compose into syllables. Among several words those that do not compose stay as they are.
    """
    # Caps lock and a capital at the start of a sentence both stand for the plain letter; only shift makes a double one.
    cases = dict.fromkeys((text, text.lower(), text.swapcase())) if text != text.lower() else (text,)
    composed = {_composed(case): case for case in cases}
    hangul = sorted(
        (reading for reading, case in composed.items() if reading != case), key=well_formedness, reverse=True
    )
    found = dict.fromkeys((_keys_of(text), *hangul))
    return tuple(reading for reading in found if reading != text)[:MOST_LAYOUTS]


def _composed(text: str) -> str:
    """Read the words of Latin letters that make syllables as Hangul, and leave the others."""
    if not any(map(str.isascii, filter(str.isalpha, text))):
        return text
    return _LATIN_WORD.sub(_composed_word, _keys_of(text))


def _keys_of(text: str) -> str:
    """Write Hangul by the Latin letters on its keys."""
    return text if text.isascii() else text.translate(_keys)


def _composed_word(word: re.Match[str]) -> str:
    keys = word[0].translate(_UNSHIFTED)
    hangul = _SYLLABLE_KEYS.sub(_syllable, keys)
    if sum(map(str.isascii, hangul)) > (1 - LEAST_WELL_FORMED) * len(keys):
        return word[0]
    hangul = hangul.translate(_typed)
    return hangul if well_formedness(hangul) >= LEAST_WELL_FORMED else word[0]


def _syllable(keys: re.Match[str]) -> str:
    return _typed[keys[0]]


def initials_of(text: str) -> str:
    """Give the initial consonant of every syllable: ``"쿠버네티스"`` gives ``"ㅋㅂㄴㅌㅅ"``; what is no syllable stays.

    Two consonants that a keyboard joined come apart (``"ㄳ"`` gives ``"ㄱㅅ"``), so initials give themselves.
    """
    return text.translate(_initials)


def are_initials(text: str) -> bool:
    """Tell whether it is nothing but initial consonants; digits, spaces and punctuation between them do not matter."""
    if _WITH_A_VOWEL.search(text):
        return False
    letters = [character for character in jamo_of(text) if character.isalpha()]
    return bool(letters) and _INITIALS.issuperset(letters)


def plain_initials(initials: str) -> str:
    """Fold the double initial consonants, for which many people type the single ones: ``"ㄲ"`` gives ``"ㄱ"``."""
    return initials.translate(_DOUBLE_INITIALS)


def romanized(text: str) -> str:
    """Write Hangul in Latin letters by the Revised Romanization of Korean; spaces and everything else stay."""
    return romanized_words([text])[0] if only_syllables(text) else hangulpy.romanize(text)


def romanized_words(words: Sequence[str]) -> list[str]:
    """Do the same for many words of nothing but syllables."""
    text = "".join([f"{word}\n" for word in words])
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    openings, finals = np.divmod(codes - np.uint32(_SYLLABLES.start), np.uint32(_FINALS))
    ends = codes < _SYLLABLES.start
    openings[ends], finals[ends] = _END_OF_WORD, 0
    openings[1:] += finals[:-1] * np.uint32(_OPENINGS)
    written = "".join(map(_joints.__getitem__, openings.tolist())).split("\n")
    return [
        hangulpy.romanize(word) if _DEPENDS in latin else latin for word, latin in zip(words, written, strict=False)
    ]
