"""Which concepts speak of these words? Full-text search over names and definitions, with the places marked.

Scripts with spaces are searched by the beginnings of words, plurals and endings forgiven; Korean, Chinese and Japanese
by any two characters or more in a row, Korean particles forgiven. Case, width and accents never matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np

from glossary.concept import Definition, Label, LabelKind
from glossary.search_terms import is_in, joined, tokens_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.concept import Concept, LanguageTag
    from glossary.search_index import SearchIndex
    from glossary.search_terms import Token, Word

MOST_WORDS = 8
"""Words of a query that are looked for: the first ones."""
LONGEST_SEARCH = 400
"""Code points of a query that are read."""
Span = tuple[int, int]

_MOST_LOOKED_AT: Final = 200
"""Concepts whose texts are read before the search contents itself with what it has."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept that speaks of the words, and where."""

    concept: Concept
    score: float
    """Above 0, more is better; comparable within one search only."""
    place: Label | Definition
    """The text that has most of the words, the reader's language and names first; the headword where only a common
    misspelling has them."""
    spans: tuple[tuple[int, int], ...]
    """(start, end) of what was found in the text of the place, in code points; in order, none overlaps another."""


def search(words: str, index: SearchIndex, language: LanguageTag | None = None, limit: int = 20) -> tuple[Hit, ...]:
    """Find concepts by words in their names and definitions, best first, at most `limit`.

    All words must be there, in any of its texts; where no concept has them all, those with any. A name weighs more
    than a definition, a rare word more than a frequent one. No words match nothing.
    """
    wanted = _Wanted(words_of(words[:LONGEST_SEARCH])[:MOST_WORDS])
    if not wanted.words:
        return ()
    weights = np.stack([index.weights(word) for word in wanted.words])
    scores = weights.sum(axis=0)
    for rows, least in ((np.flatnonzero(weights.all(axis=0)), len(wanted.words)), (np.flatnonzero(scores), 1)):
        best = rows[np.argsort(-scores[rows], kind="stable")][:_MOST_LOOKED_AT]
        read = (_hit(index.concept_at(row), float(scores[row]), wanted, language, least) for row in map(int, best))
        hits = tuple(islice((hit for hit in read if hit is not None), limit))
        if hits:
            return hits
    return ()


class _Wanted:
    """The words of one search, and a quick look whether a token may be any of them: most are none."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        spaced = [word for word in words if not word.is_dense]
        self._forms = frozenset(form for word in spaced for form in word.forms)
        self._beginnings = tuple(beginning for word in spaced for beginning in word.beginnings)
        self._parts = tuple(word.forms[-1] for word in words if word.is_dense)
        """The shortest spellings: each is a part of the others of its word."""

    def found(self, token: Token) -> list[Word]:
        """List the words that a token is, begins with, or holds."""
        text = token.folded
        if token.is_dense:
            may_be = any(part in text for part in self._parts)
        else:
            may_be = text in self._forms or text.startswith(self._beginnings)
        return [word for word in self.words if is_in(word, token)] if may_be else []


def _hit(concept: Concept, score: float, wanted: _Wanted, language: LanguageTag | None, least: int) -> Hit | None:
    """Read what the index found; None where it has fewer words than these: pairs may stand apart in a text."""
    places: tuple[Label | Definition, ...] = (*concept.labels, *concept.definitions)
    found = [(place, _found_in(place, wanted)) for place in places]
    if len({word for _, spans in found for word in spans}) < least:
        return None
    shown = [one for one in found if not (isinstance(one[0], Label) and one[0].kind is LabelKind.MISSPELLING)]
    place, spans = max(
        shown, key=lambda one: (len(one[1]), one[0].language == language, bool(one[1]) and isinstance(one[0], Label))
    )
    if not spans:
        place = (concept.headword_in(language) if language else None) or concept.headword
    return Hit(concept, score, place, _merged(span for of_word in spans.values() for span in of_word))


def _found_in(place: Label | Definition, wanted: _Wanted) -> dict[Word, list[Span]]:
    """Find the words in a text: the spans of each that is there."""
    found: dict[Word, list[Span]] = {}
    for token in tokens_of(place.text):
        for word in wanted.found(token):
            found.setdefault(word, []).extend(_spans(word, token))
    if isinstance(place, Label):
        for part in tokens_of(joined(place.text)):
            for word in wanted.found(part):
                found.setdefault(word, [(0, len(place.text))])
    return found


def _spans(word: Word, token: Token) -> Iterator[Span]:
    """Mark a word as a whole, and in a dense script each place of the first spelling that is there."""
    if not token.is_dense or len(token.folded) != token.end - token.start:
        yield token.start, token.end  # in a folding of another length the letters have no places
        return
    form = next(form for form in word.forms if form in token.folded)
    place = token.folded.find(form)
    while place >= 0:
        yield token.start + place, token.start + place + len(form)
        place = token.folded.find(form, place + len(form))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
