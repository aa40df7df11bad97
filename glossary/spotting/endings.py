"""Where may a name end within a Korean word, and where may it begin? After it: particles, the copula, 하다 and 되다.

A word of a dictionary is left whole: ``고양이`` is no ``고양`` with a particle, and ``로그인`` no ``로그``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from glossary.ordinary import Ordinary, ordinary
from glossary.particles import Ending, ending_of, is_particle
from glossary.spelling import letters_of

SHORTEST_PART: Final = 2
"""Syllables of a word that stands before a name in one compound."""

_SUFFIXES: Final = re.compile("(?:들|별|용|마다|팀|측|식|급|쯤|째|끼리|님|씨){1,2}")
_VERBAL: Final = re.compile(
    "하(?:[다고는기지면며려게자던여니세나도죠네러거였셔시겠]|$)|했|한(?:다|데|지|테|$)|할(?:게|까|지|때|수|$)|함|합[니시]"
    "|해(?:서|야|요|도|주|줘|보|봐|볼|놓|놔|둬|두|달|$)|되(?:[다고는기지면며려게던어었니나도죠네겠])|된|될|됨|됩니|됐|돼|시[키킨킬킴켜켰]"
)
_COPULA: Final = re.compile(
    "(?:였|이었)[다던고는지어습을]|이[고지니네죠잖라에며다]|입니|일[까지]?|예요|인[가데지]|이?거나"
)
_PAST_AFTER_VOWEL: Final = "였"
_VERB_ENDINGS: Final = tuple("는고지기면던게나니며든")


@lru_cache(maxsize=1 << 14)
def may_follow(tail: str, name: str) -> bool:
    """Tell whether this may stand after a name in one Korean word, and the name still be meant."""
    if _is_word_of_its_own(name, tail):
        return False
    return _is_ending(tail, name) or bool((suffix := _SUFFIXES.match(tail)) and _is_ending_or_none(tail, suffix))


@lru_cache(maxsize=1 << 12)
def may_precede(head: str, name: str) -> bool:
    """Tell whether this may stand before a name in one Korean word: a word that says what kind of it is meant."""
    return (
        len(head) >= SHORTEST_PART
        and len(name) >= SHORTEST_PART
        and _is_listed(head)
        and not _is_listed(f"{head}{name}")
    )


def _is_ending(tail: str, name: str) -> bool:
    if is_particle(tail, name) or _VERBAL.match(tail):
        return True
    copula = _COPULA.match(tail)
    return copula is not None and (tail[0] != _PAST_AFTER_VOWEL or ending_of(name) is Ending.VOWEL)


def _is_ending_or_none(tail: str, suffix: re.Match[str]) -> bool:
    return suffix.end() == len(tail) or _is_ending(tail[suffix.end() :], suffix[0])


def _is_word_of_its_own(name: str, tail: str) -> bool:
    return _is_listed(f"{name}{tail}") or (tail.startswith(_VERB_ENDINGS) and _is_listed(f"{name}다"))


def _is_listed(word: str) -> bool:
    return ordinary(letters_of(word)) is Ordinary.LISTED
