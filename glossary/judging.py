"""What speaks for which name? Search, widening until something is sure: the only place that says how far to look."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from glossary import candidates
from glossary.readings import Reading, all_readings, plain_reading, spoken_readings
from glossary.scoring import Scored, ranked, scored, sureness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.candidates import Candidate
    from glossary.catalogue import Catalogue

SURE_ENOUGH_TO_STOP = 0.9
"""Where a cheap way of searching finds what is this sure, the dearer ones are left out."""
Stage = Callable[[Sequence[Reading], "Catalogue"], list["Candidate"]]

STAGES: Final[tuple[Stage, ...]] = (candidates.equal, candidates.near, candidates.alike)
"""The ways of searching, the cheapest first."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found for a text."""

    readings: tuple[Reading, ...]
    ranking: tuple[Scored, ...]
    """The best candidate of each concept, the nearest first."""
    sureness: float
    """That the first one is meant: 0 … 1; 0 where there is none."""

    @property
    def asked(self) -> Reading | None:
        """What was asked for, without the words of a question, as far as that can be told without finding it."""
        plainly = (reading for reading in self.readings if reading.is_plainly_asked)
        return next(plainly, self.readings[0] if self.readings else None)


def judged(text: str, catalogue: Catalogue) -> Judgement:
    """Search for what a text may mean. A text without letters and digits has no reading, and finds nothing."""
    knows = cache(catalogue.knows)
    found: dict[object, Scored] = {}
    judgement = Judgement((), (), 0.0)
    for readings, stage, searched in _widening(text):
        more = stage(searched, catalogue)
        judgement = replace(judgement, readings=readings)
        if more:
            _add(found, more, knows)
            ranking = ranked(found.values())
            judgement = Judgement(readings, tuple(ranking), sureness(ranking))
            if judgement.sureness >= SURE_ENOUGH_TO_STOP:
                break
    return judgement


def _widening(text: str) -> Iterator[tuple[tuple[Reading, ...], Stage, Sequence[Reading]]]:
    """Give the readings so far, and where to search for which of them.

    Most people type a name as it is, ask plainly, or make one slip.
    """
    plain = plain_reading(text)
    if plain is None:
        return
    yield (plain,), candidates.equal, (plain,)
    spoken = spoken_readings(text)
    yield spoken, candidates.equal, [reading for reading in spoken if reading != plain]
    yield spoken, candidates.near, (plain,)
    readings = all_readings(spoken)
    yield readings, candidates.equal, [reading for reading in readings if reading not in spoken]
    yield readings, candidates.near, [reading for reading in readings if reading != plain]
    yield readings, candidates.alike, readings


def _add(found: dict[object, Scored], more: Iterable[Candidate], knows: Callable[[str], bool]) -> None:
    """Score what was not found before."""
    for candidate in more:
        reading, hit = candidate
        what = (reading.letters, hit.concept.id, hit.letters, hit.form)
        if what not in found:
            found[what] = scored(candidate, knows)
