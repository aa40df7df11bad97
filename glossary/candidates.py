"""Which names are worth a closer look? Readings → a few candidates: the only place that decides where to search, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.catalogue import Catalogue, Hit
    from glossary.readings import Reading

MOST_READINGS_SEARCHED = 5
"""Readings for which names that are only near are looked up; the others must fit exactly."""
MOST_CANDIDATES = 24
"""Candidates of one stage that are compared in every detail."""

_COST_OF_A_COST: Final = 0.3
_PART: Final = 0.9
_INSIDE: Final = 0.8
_SHORTEST_INSIDE: Final = 4


class Candidate(NamedTuple):
    """A name that may have been meant, by one reading."""

    reading: Reading
    hit: Hit


def equal(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names that one of the readings spells, in one of its forms."""
    asked = [(reading, key) for reading in readings for key in reading.keys]
    return [Candidate(asked[place][0], hit) for place, hit in catalogue.equal([key for _, key in asked])]


def near(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names a slip away from a reading, the nearest first."""
    return _nearest((reading, hit) for reading in _searched(readings) for hit in catalogue.neighbours(reading.letters))


def alike(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names that share much with a reading, the nearest first."""
    return _nearest((reading, hit) for reading in _searched(readings) for hit in catalogue.alike(reading.letters))


def _searched(readings: Sequence[Reading]) -> Sequence[Reading]:
    return readings[:MOST_READINGS_SEARCHED]


def _nearest(found: Iterable[tuple[Reading, Hit]]) -> list[Candidate]:
    measured = sorted(((_nearness(reading, hit), reading, hit) for reading, hit in _fitting(found)), key=lambda one: -one[0])
    return [Candidate(reading, hit) for _, reading, hit in measured[:MOST_CANDIDATES]]


def _fitting(found: Iterable[tuple[Reading, Hit]]) -> Iterator[tuple[Reading, Hit]]:
    """Leave out what stands twice."""
    seen = set()
    for reading, hit in found:
        what = (reading.letters, hit.letters, hit.concept.id)
        if what not in seen:
            seen.add(what)
            yield reading, hit


def _nearness(reading: Reading, hit: Hit) -> float:
    """Estimate cheaply how near a name is: 0 nothing shared … 1 equal, less the cost of the reading."""
    typed, name = reading.letters.replace(" ", ""), hit.letters.replace(" ", "")
    return (
        max(
            OSA.normalized_similarity(typed, name),
            _PART * fuzz.token_set_ratio(reading.letters, hit.letters) / 100,
            _PART * name.startswith(typed),
            _INSIDE * (len(typed) >= _SHORTEST_INSIDE and typed in name),
        )
        - _COST_OF_A_COST * reading.cost
    )
