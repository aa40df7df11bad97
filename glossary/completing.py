"""Which names may be meant while one is still being typed? The only place that decides about type-ahead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from glossary.forms import Form
from glossary.readings import Means, readings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.catalogue import Catalogue, Hit
    from glossary.concept import Concept, Label, LanguageTag
    from glossary.readings import Reading

LONGEST_PREFIX = 100
"""Code points; who has typed more than that is not choosing from a list."""
MOST_READINGS_COMPLETED = 4
MOST_BEGUN = 48
"""Names that begin with a reading and are looked at, the shortest of them."""
SHORTEST_LIKENED = 3
"""Letters from which names are also looked up that only share some."""

_NEVER_COMPLETED: Final = frozenset({Means.STEM, Means.ASKED, Means.SOUND})
_BEGINS: Final = 1.0
_WORD_BEGINS: Final = 0.9
_INSIDE: Final = 0.6
_WITH_SLIPS: Final = 0.8
_LEAST_ALIKE: Final = 0.65
_COST: Final = 0.5
_OTHER_LANGUAGE: Final = 0.01
_LONGER: Final = 0.0005


def completed(
    prefix: str, catalogue: Catalogue, language: LanguageTag | None, limit: int
) -> tuple[tuple[Concept, Label], ...]:
    """Find names that begin with what was typed so far, or nearly so: each concept once, the likeliest first.

    Half-typed syllables, initial consonants, the other keyboard and slips are read as in a lookup.
    """
    readings = readings_of(prefix) if len(prefix) <= LONGEST_PREFIX else ()
    unfinished = [reading for reading in readings if not _NEVER_COMPLETED & reading.means][:MOST_READINGS_COMPLETED]
    fits = [fit for reading in unfinished for fit in _fits(reading, catalogue, language)]
    found: dict[str, tuple[Concept, Label]] = {}
    for _, hit in sorted(fits, key=lambda fit: (-fit[0], fit[1].concept.id, fit[1].label.text)):
        found.setdefault(hit.concept.id, (hit.concept, hit.label))
    return tuple(found.values())[:limit]


def _fits(reading: Reading, catalogue: Catalogue, language: LanguageTag | None) -> Iterator[tuple[float, Hit]]:
    """Find names for a reading, with how well they fit: the more the better."""
    fit = partial(_fit, reading.letters)
    found = catalogue.begun(reading.letters, MOST_BEGUN, fit)
    if Form.INITIALS not in reading.forms and len(reading.letters) >= SHORTEST_LIKENED:
        found += catalogue.alike(reading.letters, fit)
    for fits, hit in found:
        elsewhere = language is not None and hit.label.language != language
        yield fits - _COST * reading.cost - _OTHER_LANGUAGE * elsewhere - _LONGER * len(hit.letters), hit


def _fit(typed: str, names: list[str]) -> list[float]:
    return [_goes_on(typed, name) for name in names]


def _goes_on(typed: str, name: str) -> float:
    """Measure how well a name goes on from what was typed: 0 not at all … 1 it begins so."""
    if name.startswith(typed):
        return _BEGINS
    if f" {typed}" in name or name.replace(" ", "").startswith(typed.replace(" ", "")):
        return _WORD_BEGINS
    if typed in name:
        return _INSIDE
    likeness = OSA.normalized_similarity(typed, name[: len(typed)])
    return _WITH_SLIPS * likeness if likeness >= _LEAST_ALIKE else 0.0
