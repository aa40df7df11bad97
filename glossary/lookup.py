"""What did they mean? Query → Resolution: the only place that decides to answer, to ask back, or to say "not found"."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from glossary import candidates
from glossary.forms import Form
from glossary.readings import Means, Reading, readings_of
from glossary.scoring import Scored, ranked, scored, sureness
from glossary.spelling import loose_key, strict_key
from glossary.concept import LabelKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary.catalogue import Catalogue
    from glossary.concept import Concept, ConceptId, Label, LanguageTag

LONGEST_QUERY = 4000
"""Code points; what is longer is no name and matches nothing."""
MOST_SUGGESTIONS = 5
SURE_ENOUGH_TO_ANSWER = 0.45
SURE_ENOUGH_TO_STOP = 0.9
"""Where a cheap way of searching finds what is this sure, the dearer ones are left out."""
NEAR_ENOUGH_TO_SUGGEST = -6.0
"""Log odds."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, by somebody who reads this language; the language orders equals and excludes nothing."""

    text: str
    language: LanguageTag | None = None


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What the place knows about which meaning is meant. It orders meanings, and never hides one."""

    pinned: frozenset[ConceptId] = frozenset()
    tags: frozenset[str] = frozenset()
    uses: Mapping[ConceptId, int] = field(default_factory=dict)
    """How often each concept was asked for here."""


class How(StrEnum):
    """How a match came about, from plain to daring."""

    EXACT = "exact"
    FOLDED = "folded"
    """Equal but for case, width, punctuation, spaces or diacritics."""
    ALIAS = "alias"
    """Equal (folded) to a synonym or to a name in another language."""
    ABBREVIATION = "abbreviation"
    INFLECTED = "inflected"
    REORDERED = "reordered"
    PART = "part"
    """Some words of a longer name, or the beginning of one."""
    INITIALS = "initials"
    """Korean initial consonants."""
    ROMANIZED = "romanized"
    """Written in another script by its sound."""
    KEYBOARD = "keyboard"
    """Typed with the other keyboard active."""
    CORRECTED = "corrected"
    """A slip was mended."""


@dataclass(frozen=True, slots=True)
class Match:
    """A concept, the label by which it was found, and how."""

    concept: Concept
    label: Label
    how: How
    reading: str
    """What was understood to have been asked: the query without the words around it, in the keyboard that was meant."""
    score: float
    """0 not this … 1 certainly this."""
    language: LanguageTag | None = None
    """The language that the query named (``mlops in korean``)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One concept is meant. The others are what comes nearest after it, best first, for "not what I meant"."""

    match: Match
    others: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several concepts (at least two) have this very name: all of them, the likeliest first."""

    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Nothing is certain; these (at least one, at most MOST_SUGGESTIONS, best first) may be meant."""

    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """The glossary does not have it. The reading is what was asked for, without the words around it."""

    reading: str
    language: LanguageTag | None = None


Resolution = Answer | Ambiguous | Suggestions | NotFound


_STAGES: Final = (candidates.equal, candidates.near, candidates.alike)


def resolve(query: Query, catalogue: Catalogue, likelihood: Likelihood | None = None) -> Resolution:
    """Decide what a query means. An empty query, one without letters and digits, or one too long matches nothing."""
    readings = readings_of(query.text) if len(query.text) <= LONGEST_QUERY else ()
    if not readings:
        return NotFound("")
    ranking, sure = _ranking(readings, catalogue)
    if ranking and sure >= SURE_ENOUGH_TO_ANSWER:
        return _answer(ranking, sure, likelihood or Likelihood())
    near = [one for one in ranking[:MOST_SUGGESTIONS] if one.nearness >= NEAR_ENOUGH_TO_SUGGEST]
    if near:
        return Suggestions(tuple(_match(one, sure) for one in near))
    return NotFound(readings[0].text, readings[0].language)


def _ranking(readings: Sequence[Reading], catalogue: Catalogue) -> tuple[list[Scored], float]:
    """Search until something is sure: the nearest concepts, and how sure the first one is."""
    found: list[Scored] = []
    ranking: list[Scored] = []
    sure = 0.0
    knows = cache(catalogue.knows)
    seen = set()
    for stage in _STAGES:
        for candidate in stage(readings, catalogue):
            what = (candidate.reading.letters, candidate.hit.concept.id, candidate.hit.letters, candidate.hit.form)
            if what not in seen: 
                seen.add(what)
                found.append(scored(candidate, knows))
        if found:
            ranking = ranked(found)
            sure = sureness(ranking)
            if sure >= SURE_ENOUGH_TO_STOP:
                break
    return ranking, sure


def _answer(ranking: Sequence[Scored], sure: float, likelihood: Likelihood) -> Answer | Ambiguous:
    first = ranking[0]
    others = tuple(_match(one, sure) for one in ranking[1:MOST_SUGGESTIONS])
    return Answer(_match(first, sure), others)


def _match(one: Scored, sure: float) -> Match:
    reading, hit = one.candidate
    return Match(hit.concept, hit.label, How.CORRECTED, reading.text, sure, reading.language)
