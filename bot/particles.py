"""Which form does a Korean particle take after a word? The only place that listens to how a word ends.

A particle has two forms, one after a final consonant and one after a vowel: 은/는, 이/가, 을/를, 과/와, 으로/로.
A Latin word takes the form of its Korean reading, as the National Institute of Korean Language writes loanwords.
"""

from __future__ import annotations

import re
import unicodedata

_FIRST_SYLLABLE, _LAST_SYLLABLE = "가", "힣"
_FIRST_CONSONANT, _LAST_CONSONANT = "ㄱ", "ㅎ"
_FINALS = 28
_FINAL_RIEUL = 8

# How digits (영 일 이 삼 사 오 육 칠 팔 구) and single letters (엘 엠 엔 알) end when they are read aloud one by one.
_SPOKEN_ENDINGS = {**dict.fromkeys("036LMN", "ㅇ"), **dict.fromkeys("178R", "ㄹ"), "L": "ㄹ"}
# 만, 천, 백 and 십 end a round number; what matters is only that each has a final consonant.
_SPELLED_LETTERS = re.compile(r"(?:^|[^A-Za-z])[A-Za-z]$|[A-Z]{2}$|[A-Z][0-9]*$")
_CLOSED = re.compile(
    r"""
      (?:[lmn]|ng)e?$                # module 모듈, name 네임, string 스트링
    | (?:^|[^aeiou])[aeiouy][bckpt]$ # web 웹, map 맵, git 깃, but not peak 피크
    | (?:ck|pp|tt|oo[kp]|ou[kp]|ea[p])$  # stack 스택, app 앱, hook 훅, group 그룹, heap 힙
    | [aeiouy]pe$                    # type 타입
    """,
    re.VERBOSE,
)


def with_particle(word: str, forms: str) -> str:
    """Choose between two forms: ``("레디스", "은/는")`` gives ``"는"``, ``("서울", "으로/로")`` gives ``"로"``.

    What stands in brackets at the end, and marks, are not read aloud and do not count.
    """
    after_consonant, after_vowel = forms.split("/")
    ending = _ending(word)
    if not ending or (ending == "ㄹ" and after_consonant == "으로"):
        return after_vowel
    return after_consonant


def _ending(word: str) -> str:
    """Tell the final consonant that is heard: "" for a vowel, "ㄹ", or "ㅇ" for any other."""
    spoken = re.sub(r"\s*[(\[（].*[)\]）]\W*$", "", unicodedata.normalize("NFC", word)) or word
    spoken = re.sub(r"[\W_]+$", "", spoken)
    if not spoken:
        return ""
    last = spoken[-1]
    if _FIRST_SYLLABLE <= last <= _LAST_SYLLABLE:
        final = (ord(last) - ord(_FIRST_SYLLABLE)) % _FINALS
        return "" if not final else "ㄹ" if final == _FINAL_RIEUL else "ㅇ"
    if _FIRST_CONSONANT <= last <= _LAST_CONSONANT:
        return "ㄹ" if last == "ㄹ" else "ㅇ"  # 리을, and 기역, 니은 …
    if last.isdecimal() or _SPELLED_LETTERS.search(spoken):
        return _SPOKEN_ENDINGS.get(last.upper(), "")
    closed = _CLOSED.search(spoken.lower())
    return "" if closed is None else "ㄹ" if closed.group().startswith("l") else "ㅇ"
