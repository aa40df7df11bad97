"""What did they mean? Query → Resolution: the only place that decides to answer, to ask back, or to say "not found"."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from glossary.spelling import loose_key, strict_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.catalogue import Catalogue
    from glossary.concept import Concept, ConceptId, Label, LanguageTag

LONGEST_QUERY = 4000
"""Code points; what is longer is no name and matches nothing."""
MOST_SUGGESTIONS = 5


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


def resolve(query: Query, catalogue: Catalogue, likelihood: Likelihood | None = None) -> Resolution:
    """Decide what a query means. An empty query, one without letters and digits, or one too long matches nothing."""
    text = query.text.strip()
    key = loose_key(text) if len(text) <= LONGEST_QUERY else ""
    if not key:
        return NotFound(text if len(text) <= LONGEST_QUERY else "")
    named = [
        Match(concept, label, How.EXACT if strict_key(label.text) == strict_key(text) else How.FOLDED, text, 1.0)
        for concept, label in catalogue.named(text)
    ]
    likelihood = likelihood or Likelihood()
    named.sort(key=lambda match: (match.concept.id not in likelihood.pinned, -likelihood.uses.get(match.concept.id, 0)))
    if len(named) > 1:
        return Ambiguous(tuple(named))
    if named:
        return Answer(named[0])
    near = [
        Match(concept, label, How.CORRECTED, text, OSA.normalized_similarity(key, loose_key(label.text)))
        for concept in catalogue
        for label in concept.labels
    ]
    best = {m.concept.id: m for m in sorted(near, key=lambda match: match.score) if m.score >= 0.6}  # noqa: PLR2004
    if best:
        return Suggestions(tuple(sorted(best.values(), key=lambda match: -match.score)[:MOST_SUGGESTIONS]))
    return NotFound(text)
