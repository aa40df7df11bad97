"""In which ways is a name typed? As it is, in part, by its sound, by its initials: the only place that derives them.

The other side of ``readings``: a reading looks for a form, and both write it with the same letters.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from anyascii import anyascii

from glossary.hangul import has_hangul, initials_of, plain_initials, romanized
from glossary.sounds import sound_of
from glossary.spelling import humps, letters_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST_ACRONYM = 2
LONGEST_ACRONYM = 8
SHORTEST_NUMERONYM = 4


class Form(IntEnum):
    """What a spelling is to the name it stands for."""

    NAME = 0
    """The whole name."""
    PART = 1
    """One of the names that a label joins: ``"Continuous Delivery; CD"``."""
    ROMANIZED = 2
    """In Latin letters, by its sound."""
    SOUND = 3
    """What is heard, across scripts."""
    ACRONYM = 4
    """The first letters of its words."""
    NUMERONYM = 5
    """``k8s``."""
    INITIALS = 6
    """The initial consonants of its syllables."""


SPELLED_FORMS = frozenset({Form.NAME, Form.PART, Form.ROMANIZED})
"""Those that are found by every kind of likeness; SOUND is found one slip away, and the others exactly only."""

_JOINT: Final = re.compile(r"[;()（）]|\s/\s")
_SMALL_WORDS: Final = frozenset("a an and as at by for from in into of on or the to with".split())  # noqa: SIM905 - short words
_REMEMBERED: Final = 1 << 16
"""Words whose Latin spelling is kept: the names of a glossary repeat their words."""


def spaced(letters: Iterable[str]) -> str:
    """Join words as letters."""
    return " ".join(map(letters_of, letters))


def key_of(letters: str) -> int:
    """Hash a spelling; spaces do not matter."""
    return hash(letters.replace(" ", ""))


def forms_of(name: str) -> Iterator[tuple[Form, str]]:
    """Give every spelling under which a name is found, the whole name first; none where it has no letter or digit."""
    found = words(humps(name))
    if not found:
        return
    whole = spaced(found)
    yield Form.NAME, whole
    if _JOINT.search(name):
        for part in _parts_of(name):
            yield Form.PART, part
    if sound := sound_of(found):
        yield Form.SOUND, sound
    if whole.isascii():
        yield from _short_forms_of(found)
        return
    if latin := in_latin_letters(found):
        yield Form.ROMANIZED, latin
    if has_hangul(name):
        yield Form.INITIALS, plain_initials(initials_of("".join(found)))


def _short_forms_of(found: list[str]) -> Iterator[tuple[Form, str]]:
    if len(found) >= SHORTEST_ACRONYM:
        for acronym in _acronyms_of(found):
            yield Form.ACRONYM, acronym
    letters = sum(map(len, found))
    if letters >= SHORTEST_NUMERONYM:
        yield Form.NUMERONYM, f"{found[0][0]}{letters - 2}{found[-1][-1]}"


def _parts_of(name: str) -> set[str]:
    return {spaced(found) for piece in _JOINT.split(name) if (found := words(humps(piece)))}


def in_latin_letters(folded: Iterable[str]) -> str:
    """Write words in Latin letters by their sound."""
    return " ".join(filter(None, map(_in_latin_letters, folded)))


@lru_cache(maxsize=_REMEMBERED)
def _in_latin_letters(word: str) -> str:
    if word.isascii():
        return word
    latin = romanized(word)
    return latin if latin.isascii() and latin.isalnum() else " ".join(words(anyascii(latin)))


def _acronyms_of(found: list[str]) -> set[str]:
    """Take first letters, with and without the small words."""
    every = "".join([word[0] for word in found])
    telling = "".join([word[0] for word in found if word not in _SMALL_WORDS])
    return {acronym for acronym in (every, telling) if SHORTEST_ACRONYM <= len(acronym) <= LONGEST_ACRONYM}
