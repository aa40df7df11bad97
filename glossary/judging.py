"""What speaks for which name? Search, widening until something is sure: the only place that says how far to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary import candidates
from glossary.candidates import alike, equal, near
from glossary.readings import bolder_readings, plain_reading, plainest, spoken_readings
from glossary.scoring import Scored, ranked, scored, sureness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.candidates import Candidate
    from glossary.catalogue import Catalogue
    from glossary.readings import Reading

SURE_ENOUGH_TO_STOP = 0.8
"""Where a cheap way of searching finds what is this sure, the dearer ones are left out."""


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


class _Known(dict[str, bool]):
    """Whether words are in a name of the glossary, looked up once for all the names that are compared."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue

    def __missing__(self, word: str) -> bool:
        self[word] = known = self._catalogue.knows(word)
        return known


def judged(text: str, catalogue: Catalogue) -> Judgement:
    """Search for what a text may mean. A text without letters and digits has no reading, and finds nothing."""
    knows = _Known(catalogue).__getitem__
    found: dict[object, Scored] = {}
    judgement = Judgement((), (), 0.0)
    for readings, more in _widening(text, catalogue):
        for candidate in more:
            reading, hit = candidate
            what = (reading.letters, hit.letters, hit.form, hit.concept.id)
            if what not in found:
                found[what] = scored(candidate, knows)
        ranking = ranked(found.values()) if more else judgement.ranking
        judgement = Judgement(readings, ranking, sureness(ranking) if more else judgement.sureness)
        if judgement.sureness >= SURE_ENOUGH_TO_STOP:
            break
    return judgement


def _widening(text: str, catalogue: Catalogue) -> Iterator[tuple[tuple[Reading, ...], list[Candidate]]]:
    """Search, the cheapest way first: the readings so far, and what was found last.

    Most people type a name as it is, ask plainly, or make one slip.
    """
    plain = plain_reading(text)
    if plain is None:
        return
    yield (plain,), equal((plain,), catalogue)
    spoken = spoken_readings(plain)
    if len(spoken) > 1:
        yield spoken, equal(spoken[1:], catalogue)
    yield spoken, near(spoken, catalogue)
    bolder = bolder_readings(spoken)
    readings = plainest((*spoken, *bolder))
    if bolder:
        yield readings, equal(bolder, catalogue)
        yield readings, near(bolder, catalogue)
    yield readings, alike(readings, catalogue)


def mentioned(text: str, catalogue: Catalogue) -> list[Scored]:
    """Find the names that stand within a text, in its order."""
    return [scored(candidate, catalogue.knows) for candidate in candidates.mentioned(text, catalogue)]
