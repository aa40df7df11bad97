"""How does a word sound? A key that words share over scripts: the only place that compares sounds.

The key keeps what a borrowed word keeps on its way into Korean and into Latin letters. A capital is a consonant
(``"container"`` gives ``"KoNTeiNa"``), a small letter a vowel, which people change freely. Sounds that Korean does not
tell apart are one: f and p, v and b, l and r, z and j, every s; an r that no vowel follows is gone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final, cast

from anyascii import anyascii
from rapidfuzz.distance import OSA

from glossary.pronunciation import ENGLISH, ROMANIZED_KOREAN, Rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_WORDS = 1 << 17
"""Words whose sound is kept while many names are read."""

_SYLLABLES: Final = range(0xAC00, 0xD7A4)

# In the order of Unicode; "-" is silent. ㅡ only carries a consonant that has no vowel in the language it came from.
_INITIALS: Final = "G K N D T L M B P S S - J J C K T P H".replace("-", "").split(" ")
_VOWELS: Final = "a e a e a e a e o ua ue ue o u ua ue ui u - i i".replace("-", "").split(" ")
_FINALS: Final = "- K K K N N N T L K M L L L P L M P P T T N T T K T P H".replace("-", "").split(" ")

_ROMANIZED: Final = re.compile(
    r"(?=.*e[ou])(?>(?:kk|tt|pp|ss|jj|ch|[gndrmbsjktphl])?(?:yae|yeo|wae|eui|ae|ya|eo|ye|wa|oe|yo|wo|we|wi|yu|eu|ui|[aeiou])"
    r"(?:(?:ng|[kntlmp])(?![aeiouwy]))?)++"
)
"""A word in the Revised Romanization of Korean; eo and eu tell it from most others."""
_KOREAN: Final = re.compile("[가-힣]+")
_ONE_SCRIPT: Final = re.compile(r"[a-z]+|[가-힣]+|\d+|[^\W\d_a-z가-힣]+")
_FINAL_BEFORE_ITS_LIKE: Final = re.compile(r"T(?=[SJC])|(.)(?=\1)")
_FINALS_BEFORE_A_HISS: Final = re.compile("T-(?:T-)*(?=[SJC])")
_SEAM: Final = re.compile(r"-(?:(?<=([BCDGHJKLMNPSTaeiou0-9])-)\1)?")
"""Between two words, with the sound after it where it is the same as the one before."""
_LATIN: Final = re.compile("[a-z]+")
_LOOKS_AROUND: Final = re.compile(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)")
_SKELETON: Final = str.maketrans("BGDJC", "PKTSS", "aeiou")

_Match = Callable[[str, int], re.Match[str]]


class _Rules(dict[str, tuple[_Match, tuple[str | None, ...]]]):
    """Spelling to sound, by the first rule that fits at each place: by letter, the ways that begin with it."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._ways = [(way, sound) for spellings, sound in rules for way in spellings.split()]

    def __missing__(self, letter: str) -> tuple[_Match, tuple[str | None, ...]]:
        # A way that begins with a letter names it, outside of what it looks at around itself.
        ways = [(way, sound) for way, sound in self._ways if letter in _LOOKS_AROUND.sub("", way)]
        ways.append((letter, None))
        # An empty group behind each way tells which one it was; the letter itself fits always.
        match = cast("_Match", re.compile("|".join(f"{way}()" for way, _ in ways)).match)
        self[letter] = match, (None, *(sound for _, sound in ways))
        return self[letter]

    def sound_of(self, word: str) -> str:
        """Read a word in small Latin letters."""
        said, place, end = "", 0, len(word)
        while place < end:
            match, sounds = self[word[place]]
            found = match(word, place)
            sound = sounds[found.lastindex or 0]
            said += found[0] if sound is None else sound
            place = found.end()
        return said


class _Syllables(dict[int, str]):
    """A table for ``str.translate``: every Hangul syllable by its sound, worked out when first met."""

    def __missing__(self, code: int) -> str:
        initial, rest = divmod(code - _SYLLABLES.start, len(_VOWELS) * len(_FINALS))
        vowel, final = divmod(rest, len(_FINALS))
        self[code] = _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]
        return self[code]


_syllables = _Syllables({ord("\n"): "\n"})


@cache
def _rules_of(table: Rules) -> _Rules:
    return _Rules(table)


def sound_of(folded: Iterable[str]) -> str:
    """Give the key of folded words: capitals for consonants, small letters for vowels, digits as they are, no spaces.

    "" where nothing sounds. Keys compare by edit distance.
    """
    return _run_together("-".join(filter(None, map(_word_sound, folded))))


class WordSounds(dict[str, str]):
    """The sounds of words, for many names that repeat them; at most so many of what takes long to read."""

    def __init__(self, most: int = MOST_WORDS) -> None:
        super().__init__()
        self._most = most

    def __missing__(self, word: str) -> str:
        """Read a word."""
        if len(self) >= self._most:
            self.clear()
        self[word] = said = _word_sound(word)
        return said


def sounds_of(names: Sequence[Sequence[str]], known: WordSounds) -> list[str]:
    """Give the keys of many names, each given as its folded words."""
    distinct = set(chain.from_iterable(names))
    korean = list(filter(_KOREAN.fullmatch, distinct))
    said = dict(zip(korean, _read_korean("\n".join(korean)).split("\n"), strict=False))
    others = distinct.difference(korean)
    said.update(zip(others, map(known.__getitem__, others), strict=True))
    lines = ["-".join(filter(None, map(said.__getitem__, name))) for name in names]
    return _run_together("\n".join(lines)).split("\n")[: len(names)]


def _run_together(words: str) -> str:
    """Join sounds that have a hyphen between them, as they are said without a pause."""
    return _SEAM.sub("", _FINALS_BEFORE_A_HISS.sub("", words))


def _word_sound(word: str) -> str:
    """Read a word; its letters in each script, and its digits, are read by themselves."""
    if _KOREAN.fullmatch(word):
        return _read_korean(word)
    said = _latin_sound(word) if word.isascii() and word.isalpha() else "".join(map(_read, _ONE_SCRIPT.findall(word)))
    return _FINAL_BEFORE_ITS_LIKE.sub("", said)


def _read_korean(lines: str) -> str:
    """Read words of Hangul syllables, each on a line of its own."""
    return _FINAL_BEFORE_ITS_LIKE.sub("", lines.translate(_syllables))


def _read(letters: str) -> str:
    if letters.isascii():
        return letters if letters.isdigit() else _latin_sound(letters)
    if _KOREAN.match(letters):
        return letters.translate(_syllables)
    return "".join(map(_latin_sound, _LATIN.findall(anyascii(letters).casefold())))


def _latin_sound(word: str) -> str:
    return _rules_of(ROMANIZED_KOREAN if _ROMANIZED.fullmatch(word) else ENGLISH).sound_of(word)


def skeleton_of(sound: str) -> str:
    """Give the consonants of a key, without telling voiced from voiceless ones: ``"KoNTeiNa"`` gives ``"KNTN"``."""
    return sound.translate(_SKELETON)


def sounds_alike(first: str, second: str) -> float:
    """Compare two keys: 0 nothing in common … 1 equal. Consonants count twice, vowels once."""
    whole = OSA.normalized_similarity(first, second)
    return (whole + OSA.normalized_similarity(skeleton_of(first), skeleton_of(second))) / 2
