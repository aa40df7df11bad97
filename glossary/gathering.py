"""Which texts ask for the same thing that is not there? Keys that two spellings, scripts or keyboards share.

Where a term is in the glossary, the search decides what was meant. Here nothing is there to be found yet: texts are put
together by what they have in common with each other, and only where that is nearly certain. What somebody asks for has
keys to ask by, a name has keys to answer by, and the two belong together when they share one. Sounds are compared
between scripts only: within one script, what sounds alike is mostly another word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from glossary.hangul import has_hangul
from glossary.readings import readings_of
from glossary.sounds import skeleton_of, sound_of
from glossary.spelling import loose_key, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEAREST: Final = 0.6
"""Readings that cost more than this are too bold to gather by."""
SCRIPTS: Final = ("hangul", "latin", "other")

_FEWEST_CONSONANTS: Final = 3
"""From which on vowels may differ, as they do from one script to another."""
_FEWEST_SOUNDS: Final = 3
_SHORTEST_SLIP: Final = 6
"""Letters; a slip in a shorter word too often makes another word."""
_VOWELS: Final = re.compile("[a-z]+")


def keys_of_name(name: str) -> frozenset[str]:
    """Give the keys by which a name answers: its letters, and its sound for those who write another script.

    Empty where there is neither letter nor digit.
    """
    own = _script_of(name)
    heard = (f"{script} {sound}" for script in SCRIPTS if script != own for sound in _sounds(name))
    return frozenset((*_letters(name), *heard))


def keys_of(text: str) -> frozenset[str]:
    """Give the keys by which a text asks, in all that may plausibly have been meant by it. Empty as above."""
    return frozenset().union(*map(_asking, _meant(text)))


def gathered(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """Put texts together that ask for the same: groups of their places, in the order of their first ones."""
    asking = [keys_of(text) for text in texts]
    answering = [frozenset().union(*map(keys_of_name, _meant(text))) for text in texts]
    letters = [loose_key(text) for text in texts]
    leads: list[int] = []
    for place in range(len(texts)):
        near = (
            leads[earlier]
            for earlier in range(place)
            if asking[place] & answering[earlier] or _is_slip(letters[place], letters[earlier])
        )
        joined = sorted({*near, place})
        leads.append(joined[0])
        leads = [joined[0] if lead in joined else lead for lead in leads]
    groups: dict[int, list[int]] = {}
    for place, lead in enumerate(leads):
        groups.setdefault(lead, []).append(place)
    return tuple(map(tuple, groups.values()))


def _meant(text: str) -> tuple[str, ...]:
    """Give what may have been asked for; the whole text first."""
    readings = (reading.text for reading in readings_of(text) if reading.cost <= DEAREST)
    return tuple(dict.fromkeys((text, *readings)))


def _asking(text: str) -> Iterator[str]:
    yield from _letters(text)
    yield from (f"{_script_of(text)} {sound}" for sound in _sounds(text))


def _letters(text: str) -> Iterator[str]:
    key = loose_key(text)
    if any(map(str.isalnum, key)):
        yield key


def _sounds(text: str) -> Iterator[str]:
    """Give the sound as it is, and without telling vowels and voices apart where enough is left."""
    sound = sound_of(words(text))
    if len(sound) >= _FEWEST_SOUNDS:
        yield sound
    if len(skeleton_of(sound)) >= _FEWEST_CONSONANTS:
        yield "-".join(skeleton_of(part) for part in _VOWELS.split(sound))


def _script_of(text: str) -> str:
    if has_hangul(text):
        return "hangul"
    return "latin" if text.isascii() else "other"


def _is_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_SLIP and OSA.distance(one, other, score_cutoff=1) <= 1
