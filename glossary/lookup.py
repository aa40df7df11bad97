"""What did they mean? Query → Resolution: the only place that decides to answer, to ask back, or to say "not found"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from glossary.concept import LabelKind
from glossary.forms import Form
from glossary.judging import judged, mentioned
from glossary.likelihood import Likelihood
from glossary.readings import Means
from glossary.spelling import loose_key, strict_key

if TYPE_CHECKING:
    from glossary.catalogue import Catalogue, Hit
    from glossary.concept import Concept, ConceptId, Label, LanguageTag
    from glossary.judging import Judgement
    from glossary.readings import Reading
    from glossary.scoring import Scored

LONGEST_QUERY = 4000
"""Code points; what is longer is no name and matches nothing."""
MOST_SUGGESTIONS = 5
SURE_ENOUGH_TO_ANSWER = 0.5
NEAR_ENOUGH_TO_SUGGEST = -3.0
"""Log odds."""
SHORTEST_SENTENCE = 4
"""Words from which terms are looked for that are said within a text; fewer are a name, or nearly one."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, by somebody who reads this language; the language orders equals and excludes nothing."""

    text: str
    language: LanguageTag | None = None


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
    if len(query.text) > LONGEST_QUERY:
        return NotFound("")
    return decided(judged(query.text, catalogue), catalogue, query, likelihood or Likelihood())


def decided(judgement: Judgement, catalogue: Catalogue, query: Query, likelihood: Likelihood) -> Resolution:
    """Answer, ask back, or say that it is not there, by what was found."""
    if judgement.sureness >= SURE_ENOUGH_TO_ANSWER:
        return _answer(judgement, query, likelihood)
    asked = judgement.asked
    near = [one for one in judgement.ranking[:MOST_SUGGESTIONS] if one.nearness >= NEAR_ENOUGH_TO_SUGGEST]
    # A sentence that is no question this knows of may still be about a term that is said in it.
    said = mentioned(asked.text, catalogue) if asked and len(asked.text.split()) >= SHORTEST_SENTENCE else []
    likely: dict[ConceptId, Scored] = {}
    for one in (*near, *said):
        likely.setdefault(one.candidate.hit.concept.id, one)
    if likely:
        return Suggestions(tuple(map(_match, likely.values()))[:MOST_SUGGESTIONS])
    return NotFound(asked.text, asked.language) if asked else NotFound(query.text.strip())


def _answer(judgement: Judgement, query: Query, likelihood: Likelihood) -> Answer | Ambiguous:
    first, *others = judgement.ranking
    equals = [first, *(one for one in others if _is_same_name(one, first))]
    if len(equals) > 1:
        literal = [one for one in equals if _is_literal(one, first)]
        equals = literal or equals
        if len(equals) > 1:
            meanings = map(_match, equals)
            likely = sorted(meanings, key=lambda one: likelihood.unlikeliness(one.concept, one.label, query.language))
            return Ambiguous(tuple(likely))
        others = [one for one in judgement.ranking if one is not equals[0]]
    return Answer(_match(equals[0], judgement.sureness), tuple(map(_match, others[: MOST_SUGGESTIONS - 1])))


def _is_literal(one: Scored, first: Scored) -> bool:
    """Tell whether this was typed as it is: r&d is R&D, whatever is called RD."""
    return strict_key(one.candidate.hit.label.text) == strict_key(first.candidate.reading.text)


def _is_same_name(one: Scored, first: Scored) -> bool:
    """Tell whether two concepts have the very same name: the one that was found, or the one that was read."""
    (reading, hit), (first_reading, first_hit) = one.candidate, first.candidate
    if hit.form is first_hit.form is Form.NAME:
        return hit.letters.replace(" ", "") == first_hit.letters.replace(" ", "")
    if loose_key(hit.label.text) == loose_key(first_hit.label.text):
        return True
    kinds = [Form.NAME if form is Form.PART else form for form in (hit.form, first_hit.form)]
    letters = [each.letters.replace(" ", "") for each in (reading, first_reading)]
    return one.is_equal and first.is_equal and kinds[0] == kinds[1] and letters[0] == letters[1]


def _match(one: Scored, score: float | None = None) -> Match:
    reading, hit = one.candidate
    return Match(
        hit.concept, hit.label, _how(one), reading.text, one.likelihood if score is None else score, reading.language
    )


def _how(one: Scored) -> How:
    """Name the way that a match came about, by its boldest step."""
    reading, hit = one.candidate
    if not one.is_equal and hit.form is not Form.SOUND:
        return _how_unequal(one)
    if Means.KEYBOARD in reading.means:
        return How.KEYBOARD
    match hit.form:
        case Form.NAME | Form.PART:
            return _how_named(reading, hit)
        case Form.ROMANIZED | Form.SOUND:
            return How.ROMANIZED
        case Form.ACRONYM | Form.NUMERONYM:
            return How.ABBREVIATION
        case Form.INITIALS:
            return How.INITIALS
    assert_never(hit.form)


def _how_named(reading: Reading, hit: Hit) -> How:
    if Means.SPELLED_OUT in reading.means:
        return How.ROMANIZED
    if loose_key(reading.text) != loose_key(hit.label.text):
        return How.PART if hit.form is Form.PART else How.CORRECTED
    match hit.label.kind:
        case LabelKind.ABBREVIATION:
            return How.ABBREVIATION
        case LabelKind.HEADWORD:
            return How.EXACT if strict_key(reading.text) == strict_key(hit.label.text) else How.FOLDED
        case LabelKind.SYNONYM | LabelKind.MISSPELLING | LabelKind.AVOIDED:
            return How.ALIAS
    assert_never(hit.label.kind)


def _how_unequal(one: Scored) -> How:
    if "inflected" in one.features:
        return How.INFLECTED
    if "all_clean" in one.features:
        return How.REORDERED if "reordered" in one.features else How.PART
    return How.CORRECTED
