"""Which names are worth a closer look? Readings → a few candidates: the only place that decides where to search."""

from __future__ import annotations

from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from glossary.forms import SPELLED_FORMS, Form, key_of
from glossary.hangul import has_hangul
from glossary.ordinary import ordinary
from glossary.particles import without_particles
from glossary.readings import plain_reading
from glossary.sounds import skeleton_of, sounds_alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary.catalogue import Catalogue, Hit
    from glossary.readings import Reading

MOST_MENDED = 3
"""Readings for which names one slip away are looked up; the others must fit exactly."""
MOST_HEARD = 2
"""Readings for which names are looked up that sound the same or nearly so."""
MOST_LIKENED = 2
"""Readings for which names are looked up that share letters."""
DEAREST_MENDED = 0.7
DEAREST_LIKENED = 0.5
"""Readings that cost more than this are not looked up in that way."""
MOST_CANDIDATES = 8
"""Candidates of one stage that are compared in every detail."""

MOST_WORDS_OF_A_TEXT = 30
LONGEST_SAID = 3
SHORTEST_SAID = 2
"""Words of a text in which names are looked for, words of such a name, and its letters."""
LEAST_LIKENESS = 0.55
LEAST_LIKENESS_HEARD = 0.65
"""What is estimated to be less like a reading is not compared with it."""

_SAID_FORMS: Final = frozenset({Form.NAME, Form.PART})
_HEARD: Final = (Form.SOUND,)
_COST_OF_A_COST: Final = 0.3
_PART: Final = 0.9
_INSIDE: Final = 0.8
_PERCENT: Final = 100
_LEAST_SHARED: Final = _PERCENT * LEAST_LIKENESS / _PART


class Candidate(NamedTuple):
    """A name that may have been meant, by one reading."""

    reading: Reading
    hit: Hit


def equal(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names that one of the readings spells, in one of its forms."""
    asked = [reading for reading in readings if reading.forms != _HEARD]
    found = catalogue.equal([key_of(reading.letters) for reading in asked])
    return [Candidate(asked[place], hit) for place, hit in found if hit.form in asked[place].forms]


def near(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names a slip away from a reading, by its letters or by its sound, the nearest first."""
    spelled = [reading for reading in readings if reading.cost <= DEAREST_MENDED and _is_spelled(reading)][:MOST_MENDED]
    heard = [reading for reading in readings if reading.forms == _HEARD][:MOST_HEARD]
    return [
        *_nearest((one, catalogue.neighbours(one.letters, partial(_likeness, one))) for one in spelled),
        *_nearest(
            (one, catalogue.neighbours(skeleton_of(one.letters), partial(_likeness_heard, one))) for one in heard
        ),
    ]


def alike(readings: Sequence[Reading], catalogue: Catalogue) -> list[Candidate]:
    """Find the names that share much with a reading, the nearest first."""
    # A whole question shares nothing with a name, where what it asks about is known.
    is_question = any(reading.is_plainly_asked for reading in readings)
    likened: list[Reading] = []
    for reading in readings:
        if (
            reading.cost <= DEAREST_LIKENED
            and _is_spelled(reading)
            and (reading.means or not is_question)
            and not any(_shares_its_end(reading.letters, one.letters) for one in likened)
        ):
            likened.append(reading)
    return _nearest(
        (reading, catalogue.alike(reading.letters, partial(_likeness, reading))) for reading in likened[:MOST_LIKENED]
    )


def mentioned(text: str, catalogue: Catalogue) -> list[Candidate]:
    """Find the names that stand within a text as they are, in its order; ordinary words are not meant as names."""
    said = text.split()[:MOST_WORDS_OF_A_TEXT]
    spans = [said[start : start + count] for start in range(len(said)) for count in range(1, LONGEST_SAID + 1)]
    stems = [stem.text for word in said if has_hangul(word) for stem in without_particles(word)]
    readings = list(filter(None, map(plain_reading, dict.fromkeys([*map(" ".join, spans), *stems]))))
    found = catalogue.equal([key_of(reading.letters) for reading in readings])
    named = [Candidate(readings[place], hit) for place, hit in found if hit.form in _SAID_FORMS]
    return [one for one in named if len(one.hit.letters) >= SHORTEST_SAID and not ordinary(one.hit.letters)]


def _shares_its_end(first: str, second: str) -> bool:
    """Tell whether one begins or ends as the other: with a particle, or a word of a question, it shares the same."""
    shorter, longer = (first, second) if len(first) < len(second) else (second, first)
    return longer.startswith(shorter) or longer.endswith(shorter)


def _is_spelled(reading: Reading) -> bool:
    return reading.forms[0] in SPELLED_FORMS


def _nearest(found: Iterable[tuple[Reading, list[tuple[float, Hit]]]]) -> list[Candidate]:
    """Keep the likeliest; of those that are alike, the one of the plainer reading."""
    likely = [
        (likeness - _COST_OF_A_COST * reading.cost, Candidate(reading, hit))
        for reading, hits in found
        for likeness, hit in hits
    ]
    likely.sort(key=itemgetter(0), reverse=True)
    return [candidate for _, candidate in likely[:MOST_CANDIDATES]]


def _likeness(reading: Reading, spellings: list[str]) -> list[float]:
    """Estimate how like a reading spellings are: 0 not enough … 1 equal."""
    typed, names = reading.letters.replace(" ", ""), [letters.replace(" ", "") for letters in spellings]
    words = [f" {word}" for word in reading.letters.split(" ")]
    estimated = [0.0] * len(names)
    for _, like, place in process.extract_iter(
        typed, names, scorer=OSA.normalized_similarity, score_cutoff=LEAST_LIKENESS
    ):
        estimated[place] = like
    several = spellings if len(words) > 1 else [letters if " " in letters else None for letters in spellings]
    for _, shared, place in process.extract_iter(
        reading.letters, several, scorer=fuzz.token_set_ratio, score_cutoff=_LEAST_SHARED
    ):
        estimated[place] = max(estimated[place], _PART * shared / _PERCENT)
    for place, letters in enumerate(spellings):
        if estimated[place] < _PART:
            begun = f" {letters}"
            if all(map(begun.__contains__, words)):
                estimated[place] = _PART  # every word is one of the name, or the beginning of one
            elif estimated[place] < _INSIDE and typed in names[place]:
                estimated[place] = _INSIDE
    return estimated


def _likeness_heard(reading: Reading, sounds: list[str]) -> list[float]:
    """Estimate the same by what is heard."""
    estimated = [sounds_alike(reading.letters, sound) for sound in sounds]
    return [like if like >= LEAST_LIKENESS_HEARD else 0.0 for like in estimated]
