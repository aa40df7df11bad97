"""Which names are worth a closer look? Readings → a few candidates: the only place that decides where to search, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from glossary.forms import SPELLED_FORMS, Form
from glossary.sounds import sound_of, sounds_alike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.catalogue import Catalogue, Hit
    from glossary.readings import Reading

MOST_MENDED = 5
"""Readings for which names one slip away are looked up; the others must fit exactly."""
MOST_LIKENED = 3
"""Readings for which names are looked up that share letters."""
DEAREST_MENDED = 0.7
DEAREST_LIKENED = 0.5
"""Readings that cost more than this are not looked up in that way."""
MOST_CANDIDATES = 8
"""Candidates of one stage that are compared in every detail."""

_EXACT_FORMS: Final = frozenset(Form) - SPELLED_FORMS
_COST_OF_A_COST: Final = 0.3
_PART: Final = 0.9
_INSIDE: Final = 0.8
_SHORTEST_INSIDE: Final = 4


class Candidate(NamedTuple):
    """A name that may have been meant, by one reading."""

    reading: Reading
    hit: Hit


class _Estimate(NamedTuple):
    nearness: float
    candidate: Candidate


def equal(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names that one of the readings spells, in one of its forms."""
    asked = [(reading, key) for reading in readings for key in reading.keys]
    return [Candidate(asked[place][0], hit) for place, hit in catalogue.equal([key for _, key in asked])]


def near(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names a slip away from a reading, the nearest first."""
    spelled = [reading for reading in _spelled(readings) if reading.cost <= DEAREST_MENDED][:MOST_MENDED]
    found = catalogue.neighbours([reading.letters for reading in spelled])
    return _nearest([_estimated(reading, hits) for reading, hits in zip(spelled, found, strict=True)])


def alike(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names that sound like a reading, and those that share much with one, the nearest first."""
    spelled = [reading for reading in _spelled(readings) if reading.cost <= DEAREST_LIKENED][:MOST_LIKENED]
    heard = [reading for reading in readings if reading.forms == (Form.SOUND,)][:MOST_LIKENED]
    sounding = catalogue.neighbours([reading.letters for reading in heard])
    return _nearest([_estimated(reading, catalogue.alike(reading.letters)) for reading in spelled]) + _nearest(
        [_heard(reading, hits) for reading, hits in zip(heard, sounding, strict=True)]
    )


def _spelled(readings: Sequence[Reading]) -> list[Reading]:
    return [reading for reading in readings if not _EXACT_FORMS.issuperset(reading.forms)]


def _nearest(estimates: Sequence[Sequence[_Estimate]]) -> list[Candidate]:
    found = sorted((one for some in estimates for one in some), key=lambda one: -one.nearness)
    return [one.candidate for one in found[:MOST_CANDIDATES]]


def _estimated(reading: Reading, hits: Sequence[Hit]) -> list[_Estimate]:
    """Estimate cheaply how near names are: 0 nothing shared … 1 equal, less the cost of the reading."""
    if not hits:
        return []
    typed, names = reading.letters.replace(" ", ""), [hit.letters.replace(" ", "") for hit in hits]
    likeness = cdist([typed], names, scorer=OSA.normalized_similarity)[0].tolist()
    shared = cdist([reading.letters], [hit.letters for hit in hits], scorer=fuzz.token_set_ratio)[0].tolist()
    cost = _COST_OF_A_COST * reading.cost
    return [
        _Estimate(max(like, _PART * share / 100, _within(typed, name)) - cost, Candidate(reading, hit))
        for like, share, name, hit in zip(likeness, shared, names, hits, strict=True)
    ]


def _heard(reading: Reading, hits: Sequence[Hit]) -> list[_Estimate]:
    """Measure how alike names sound, by the same scale."""
    sound = sound_of(reading.text)
    cost = _COST_OF_A_COST * reading.cost
    return [_Estimate(sounds_alike(sound, sound_of(hit.label.text)) - cost, Candidate(reading, hit)) for hit in hits]


def _within(typed: str, name: str) -> float:
    if typed not in name:
        return 0.0
    return _PART if name.startswith(typed) else _INSIDE * (len(typed) >= _SHORTEST_INSIDE)
