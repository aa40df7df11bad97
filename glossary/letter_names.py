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
"""How Korean reads letters and digits one by one."""
_BY_NAME: Final = {name: letter for letter, names in _LETTERS.items() for name in names.split()}
_NAME: Final = re.compile("|".join(sorted(_BY_NAME, key=len, reverse=True)))
_SPELLED_OUT: Final = re.compile(f"(?>{_NAME.pattern})+")


def spelled_out(korean: str) -> str | None:
    """Read Korean names of letters as the letters: ``"씨아이/씨디"`` gives ``"ci/cd"``; what stands between stays.

    None where a syllable belongs to no such name, or where there is one letter only.
    """
    runs = _HANGUL.findall(korean)
    if not all(map(_SPELLED_OUT.fullmatch, runs)) or sum(len(_NAME.findall(run)) for run in runs) < _FEWEST:
        return None
    return _NAME.sub(lambda name: _BY_NAME[name[0]], korean)
