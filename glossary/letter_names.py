"""How are letters read aloud, one by one? ``API`` is 에이피아이 in Korean: decided here only."""

from __future__ import annotations

import re
from typing import Final

_FEWEST: Final = 2
_HANGUL: Final = re.compile("[가-힣]+")
_LETTERS: Final = {
    "a": "에이", "b": "비 삐", "c": "씨 시", "d": "디", "e": "이", "f": "에프", "g": "지",
    "h": "에이치 에이취 에치", "i": "아이", "j": "제이", "k": "케이", "l": "엘", "m": "엠", "n": "엔",
    "o": "오", "p": "피", "q": "큐", "r": "아르 알", "s": "에스", "t": "티", "u": "유",
    "v": "브이 뷔", "w": "더블유 더블류 떠블유", "x": "엑스", "y": "와이", "z": "제트 제드",
    "1": "원", "2": "투", "3": "쓰리 스리", "4": "포", "5": "파이브", "7": "세븐", "8": "에잇 에이트",
}  # fmt: skip
"""How Korean reads letters and digits one by one; the usual name first."""
_NAMES: Final = {letter: names.split()[0] for letter, names in _LETTERS.items()}
_BY_NAME: Final = {name: letter for letter, names in _LETTERS.items() for name in names.split()}
_LONGEST_NAME: Final = max(map(len, _BY_NAME))


def spelled_out(korean: str) -> str | None:
    """Read Korean names of letters as the letters: ``"씨아이/씨디"`` gives ``"ci/cd"``; what stands between stays.

    None where a syllable belongs to no such name, or where there is one letter only.
    """
    runs = _HANGUL.findall(korean)
    read = [letters for letters in map(_letters_read, runs) if letters is not None]
    if len(read) < len(runs) or sum(map(len, read)) < _FEWEST:
        return None
    in_turn = iter(read)
    return _HANGUL.sub(lambda _: next(in_turn), korean)


def _letters_read(syllables: str) -> str | None:
    """Split a run of syllables into names of letters, the longest first; None where that does not come out."""
    read: list[str | None] = [""]
    for end in range(1, len(syllables) + 1):
        lengths = range(min(end, _LONGEST_NAME), 0, -1)
        ways = (_told(read[end - length], syllables[end - length : end]) for length in lengths)
        read.append(next((way for way in ways if way is not None), None))
    return read[-1]


def _told(before: str | None, name: str) -> str | None:
    letter = _BY_NAME.get(name)
    return before + letter if before is not None and letter is not None else None


def letter_names(text: str) -> str:
    """Write every letter and digit as Korean reads it aloud: ``"SQL"`` gives ``"에스큐엘"``; the rest stays."""
    return "".join(_NAMES.get(character, character) for character in text.casefold())
