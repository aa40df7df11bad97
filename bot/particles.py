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

_OPEN, _RIEUL, _CLOSED = "", "ㄹ", "ㅇ"
"""A vowel, ㄹ, and any other final consonant: all that particles tell apart."""

# How digits (영 일 이 삼 사 오 육 칠 팔 구), single letters (엘 엠 엔 알) and signs (샵) end when they are read aloud.
# A round number ends in 만, 천, 백 or 십, each with a final consonant, as its last digit has: 영.
_SPOKEN_ENDINGS = {**dict.fromkeys("036LMN#", _CLOSED), **dict.fromkeys("178R", _RIEUL), "L": _RIEUL}
_ENGLISH_DIGITS = dict.fromkeys("179", _CLOSED)  # 원 세븐 나인: behind a letter, as in v1, IPv6 and S3
_ENGLISH_DIGIT = re.compile(r"[A-Za-z][0-9]$")
_SPELLED_LETTERS = re.compile(r"(?:^|[^A-Za-z])[A-Za-z]$|[A-Z]{2}$")
_UNITS = re.compile(r"[0-9]\s?(?:(?P<closed>[km]?g)|[ckm]?m)$")  # 킬로그램, and 미터
_READ_AS_WORDS = frozenset({"app", "blob", "bot", "chat", "git", "heap", "hook", "ldap", "map", "net", "slack", "web"})
"""Words that end in a consonant although their last letter, read alone, does not; also where they are in capitals."""
_OPEN_WORDS = re.compile(r"(?:check|loop|\b(?:bit|hit|kit|exit|sub))$")  # 체크, 루프, 비트
_CLOSED_WORDS = re.compile(
    r"""
      (?P<rieul>le?)$               # module 모듈, URL, Google 구글
    | (?:[mn]e?|ng)$                # name 네임, string 스트링, but not range 레인지
    | (?:^|[^aeiou])[aeiouy][bckpt]$ # web 웹, map 맵, git 깃, but not peak 피크
    | (?:ck|pp|tt|oo[kp]|ou[kp]|eap)$  # stack 스택, app 앱, hook 훅, group 그룹, heap 힙
    | type$                         # type 타입, but not pipe 파이프
    """,
    re.VERBOSE,
)


def with_particle(word: str, forms: str) -> str:
    """Choose between two forms: ``("레디스", "은/는")`` gives ``"는"``, ``("서울", "으로/로")`` gives ``"로"``.

    What stands in brackets at the end, and marks, are not read aloud and do not count.
    """
    after_consonant, after_vowel = forms.split("/")
    ending = _ending(word)
    if ending == _OPEN or (ending == _RIEUL and after_consonant == "으로"):
        return after_vowel
    return after_consonant


def _ending(word: str) -> str:
    """Tell the final consonant that is heard."""
    spoken = re.sub(r"\s*[(\[（].*[)\]）]\W*$", "", unicodedata.normalize("NFC", word)) or word
    spoken = re.sub(r"[^\w#+%]+$|_+$", "", spoken)
    if not spoken:
        return _OPEN
    last = spoken[-1]
    if _FIRST_SYLLABLE <= last <= _LAST_SYLLABLE:
        final = (ord(last) - ord(_FIRST_SYLLABLE)) % _FINALS
        return _OPEN if not final else _RIEUL if final == _FINAL_RIEUL else _CLOSED
    if _FIRST_CONSONANT <= last <= _LAST_CONSONANT:
        return _RIEUL if last == "ㄹ" else _CLOSED  # 리을, and 기역, 니은 …
    if last in "んンﾝ":
        return _CLOSED
    return _latin_ending(spoken, last)


def _latin_ending(spoken: str, last: str) -> str:
    """Tell it of a word in Latin letters, digits and signs."""
    if _ENGLISH_DIGIT.search(spoken):
        return _ENGLISH_DIGITS.get(last, _OPEN)
    if unit := _UNITS.search(spoken):
        return _CLOSED if unit["closed"] else _OPEN
    lowered = "".join(filter(str.isascii, unicodedata.normalize("NFD", spoken.lower())))
    if re.split(r"[^a-z]", lowered)[-1] in _READ_AS_WORDS:
        return _CLOSED
    if not last.isalpha() or _SPELLED_LETTERS.search(spoken):
        return _SPOKEN_ENDINGS.get(last.upper(), _OPEN)
    closed = None if _OPEN_WORDS.search(lowered) else _CLOSED_WORDS.search(lowered)
    return _OPEN if closed is None else _RIEUL if closed["rieul"] else _CLOSED
