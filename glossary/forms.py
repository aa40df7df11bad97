"""In which ways is a name typed? As it is, in part, by its sound, by its initials: the only place that derives them.

The other side of ``readings``: a reading looks for a form, and both write it with the same letters.
"""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from anyascii import anyascii

from glossary.hangul import has_hangul, initials_of, only_syllables, plain_initials, romanized, romanized_words
from glossary.sounds import sounds_of
from glossary.spelling import humps, letters_of, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.sounds import WordSounds

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


def spaced(letters: Iterable[str]) -> str:
    """Join words as letters."""
    return " ".join(map(letters_of, letters))


def key_of(letters: str) -> int:
    """Hash a spelling; spaces do not matter."""
    return hash(letters.replace(" ", ""))


class Spelled(NamedTuple):
    """Names in one of their forms."""

    form: Form
    places: list[int]
    """The place of the name among those that were given, for each spelling."""
    spellings: list[str]


def forms_of(names: Sequence[str], known: WordSounds) -> Iterator[Spelled]:
    """Give every spelling under which names are found; none of a name without letters and digits.

    All names are worked on together, because most of what there is to do is done word by word or letter by letter.
    """
    found = [words(humps(name)) for name in names]
    whole = _joined(found, _letters_of(found))
    yield _without_empty(Form.NAME, range(len(names)), whole)
    yield _parts_of(names)
    others = [place for place, letters in enumerate(whole) if not letters.isascii()]
    yield _without_empty(Form.ROMANIZED, others, _latin_of([found[place] for place in others]))
    hangul = [place for place in others if has_hangul(names[place])]
    yield Spelled(Form.INITIALS, hangul, _initials_of(["".join(found[place]) for place in hangul]))
    yield _without_empty(Form.SOUND, range(len(names)), sounds_of(found, known))
    latin = [place for place, letters in enumerate(whole) if letters and letters.isascii()]
    yield _acronyms_of(found, latin)
    yield _numeronyms_of(found, latin, whole)


def _without_empty(form: Form, places: Sequence[int], spellings: list[str]) -> Spelled:
    if all(spellings):
        return Spelled(form, list(places), spellings)
    kept = [(place, spelling) for place, spelling in zip(places, spellings, strict=True) if spelling]
    return Spelled(form, [place for place, _ in kept], [spelling for _, spelling in kept])


def _joined(names: Sequence[Sequence[str]], written: Mapping[str, str]) -> list[str]:
    """Join the words of each name, those that are written otherwise in that way."""
    return [" ".join(name) if written.keys().isdisjoint(name) else _rewritten(name, written) for name in names]


def _rewritten(name: Sequence[str], written: Mapping[str, str]) -> str:
    return " ".join(filter(None, [written.get(word, word) for word in name]))


def _others(names: Iterable[Iterable[str]]) -> list[str]:
    """Give the words that are not Latin, each once."""
    return [word for word in dict.fromkeys(chain.from_iterable(names)) if not word.isascii()]


def _letters_of(names: Sequence[Sequence[str]]) -> dict[str, str]:
    """Write the words that are not Latin as letters."""
    others = _others(names)
    return dict(zip(others, letters_of("\n".join(others)).split("\n"), strict=False))


def _parts_of(names: Sequence[str]) -> Spelled:
    parts = [
        (place, spaced(found))
        for place, name in enumerate(names)
        if _JOINT.search(name)
        for piece in dict.fromkeys(_JOINT.split(name))
        if (found := words(humps(piece)))
    ]
    return Spelled(Form.PART, [place for place, _ in parts], [part for _, part in parts])


def in_latin_letters(folded: Iterable[str]) -> str:
    """Write words in Latin letters by their sound."""
    return _latin_of([list(folded)])[0]


def _latin_of(names: Sequence[Sequence[str]]) -> list[str]:
    others = _others(names)
    hangul = list(filter(only_syllables, others))
    latin = dict(zip(hangul, romanized_words(hangul), strict=True))
    latin.update((word, _transliterated(word)) for word in others if word not in latin)
    return _joined(names, latin)


def _transliterated(word: str) -> str:
    latin = romanized(word)
    return latin if latin.isascii() and latin.isalnum() else " ".join(words(anyascii(latin)))


def _initials_of(names: Sequence[str]) -> list[str]:
    return plain_initials(initials_of("\n".join(names))).split("\n") if names else []


def _acronyms_of(names: Sequence[Sequence[str]], latin: Iterable[int]) -> Spelled:
    """Take first letters, with and without the small words."""
    places, acronyms = [], []
    for place in latin:
        found = names[place]
        if len(found) >= SHORTEST_ACRONYM:
            every = "".join([word[0] for word in found])
            telling = "" if _SMALL_WORDS.isdisjoint(found) else "".join(_telling(found))
            for acronym in (every, telling):
                if SHORTEST_ACRONYM <= len(acronym) <= LONGEST_ACRONYM:
                    places.append(place)
                    acronyms.append(acronym)
    return Spelled(Form.ACRONYM, places, acronyms)


def _telling(found: Iterable[str]) -> Iterator[str]:
    return (word[0] for word in found if word not in _SMALL_WORDS)


def _numeronyms_of(names: Sequence[Sequence[str]], latin: Iterable[int], whole: Sequence[str]) -> Spelled:
    lengths = [(place, len(whole[place]) - len(names[place]) + 1) for place in latin]
    long = [(place, letters) for place, letters in lengths if letters >= SHORTEST_NUMERONYM]
    numeronyms = [f"{whole[place][0]}{letters - 2}{whole[place][-1]}" for place, letters in long]
    return Spelled(Form.NUMERONYM, [place for place, _ in long], numeronyms)
