"""Where does a known phrase begin or end a text? The tables of question forms, made searchable; slips are forgiven."""

from __future__ import annotations

import re
from collections import defaultdict
from enum import Enum, auto
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import OSA

from glossary.glued_questions import GLUED
from glossary.hangul import jamo_of
from glossary.spaced_questions import SPACED
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from glossary.concept import LanguageTag
    from glossary.question_forms import Forms

_SHORTEST_WITH_A_SLIP: Final = 4
"""Letters; shorter words are too near to one another."""
_SHORTEST_ENDING_WITH_A_SLIP: Final = 6
"""Korean letters, as typed."""
_SOUND_ENDS: Final = (3, 2)
"""Letters at either end of a word, of which one slip touches those of one end only, if there are letters between."""
MOST_ANY_WORDS = 2
"""Words of any kind (``*``) at the end of a form, at most."""
_CHOICE: Final = re.compile(r"\(([^()]*)\)")


class Kind(Enum):
    """What a phrase says about the text beside it."""

    ASKING = auto()
    ASIDE = auto()
    FOLLOWING = auto()
    REPORTING = auto()


class Cut(NamedTuple):
    """A phrase around a text: how many words (letters, in languages without spaces) it takes from both ends."""

    kind: Kind
    language: LanguageTag
    before: int
    after: int
    slips: int = 0

    @property
    def whole(self) -> int:
        """How much it takes from both ends together."""
        return self.before + self.after


def expanded(form: str) -> Iterator[str]:
    """Write out the choices of a form: ``"(a|b|) _"`` gives ``"a _"``, ``"b _"`` and ``" _"``."""
    choice = _CHOICE.search(form)
    if not choice:
        yield form
        return
    for option in choice.group(1).split("|"):
        yield from expanded(form[: choice.start()] + option + form[choice.end() :])


def _groups(forms: Forms) -> Iterator[tuple[Kind, tuple[str, ...]]]:
    yield Kind.ASKING, forms.asking
    yield Kind.FOLLOWING, forms.following
    yield Kind.REPORTING, forms.reporting
    yield Kind.ASIDE, forms.aside


class NearWords:
    """Words that can be found with one slip: a letter too many, too few, another one, or two swapped."""

    def __init__(self, words: Iterable[str], shortest: int) -> None:
        self._words = frozenset(words)
        self._without_a_letter: defaultdict[str, list[str]] = defaultdict(list)
        mended = sorted(word for word in self._words if len(word) >= shortest)
        for word in mended:
            for shortened in {word, *_shortened(word)}:
                self._without_a_letter[shortened].append(word)
        self._beginnings = {word[:length] for word in mended for length in _SOUND_ENDS}
        self._ends = {word[-length:] for word in mended for length in _SOUND_ENDS}

    def nearest(self, word: str) -> tuple[str, int] | None:
        """Find the word and the number of slips, 0 or 1; None where there is none so near."""
        if word in self._words:
            return word, 0
        if not self._has_an_end(word):
            return None
        near = (known for shortened in (word, *_shortened(word)) for known in self._without_a_letter.get(shortened, ()))
        return next(((known, 1) for known in near if OSA.distance(word, known, score_cutoff=1) <= 1), None)

    def _has_an_end(self, word: str) -> bool:
        """Tell quickly that nothing is near: one slip leaves the letters at one end of a word as they are."""
        for length in _SOUND_ENDS:
            if len(word) > 2 * length:
                return word[:length] in self._beginnings or word[-length:] in self._ends
        return True


def _shortened(word: str) -> Iterator[str]:
    return (word[:index] + word[index + 1 :] for index in range(len(word)))


_Closings = dict[str, tuple[Kind, "LanguageTag"]]


def _openings(tables: Mapping[LanguageTag, Forms], folded: Callable[[str], str]) -> dict[str, _Closings]:
    """Index every form by what stands before the term, then by what stands after it; the first language has it."""
    openings: defaultdict[str, _Closings] = defaultdict(dict)
    for language, forms in tables.items():
        for kind, group in _groups(forms):
            for form in (written for pattern in group for written in expanded(pattern)):
                before, after = map(folded, form.split("_"))
                openings[before].setdefault(after, (kind, language))
    return dict(openings)


def _folded_words(text: str) -> str:
    return " ".join("*" if word == "*" else loose_key(word) for word in text.split())


class SpacedPhrases:
    """The forms of the languages that write spaces between words."""

    def __init__(self) -> None:
        self._openings = _openings(SPACED, _folded_words)
        self._telling = {
            _folded_words(written)
            for forms in SPACED.values()
            for pattern in forms.telling
            for written in expanded(pattern)
        }
        phrases = {*self._openings, *(after for closings in self._openings.values() for after in closings)}
        self._longest = max(len(phrase.split()) for phrase in phrases | self._telling)
        self._telling_words = frozenset(word for phrase in self._telling for word in phrase.split())
        self._words = frozenset(word for phrase in phrases for word in phrase.split())
        self._vocabulary = NearWords(self._words, _SHORTEST_WITH_A_SLIP)

    def nearest(self, word: str) -> tuple[str, int]:
        """Bring a folded word to the one of the forms that it means, if it is one, with the number of slips."""
        return (word, 0) if word in self._telling_words else self._vocabulary.nearest(word) or (word, 0)

    def cuts(self, words: list[str]) -> Iterator[Cut]:
        """Find the forms around these words, which leave at least one word."""
        if words[0] not in self._words and self._words.isdisjoint(words[-1 - MOST_ANY_WORDS :]):
            return
        most = min(self._longest, len(words) - 1)
        known = list(map(self._words.__contains__, words))
        tails = [(0, ""), *_tails(words[-most:], known[-most:])]
        for before in range(_run(known[:most]) + 1):
            if closings := self._openings.get(" ".join(words[:before])):
                for after, tail in tails:
                    if before + after < len(words) and tail in closings:
                        kind, language = closings[tail]
                        yield Cut(kind, language, before, after)

    def terms_told(self, words: list[str]) -> Iterator[int]:
        """Find where a term may begin that the sentence introduces: after which word, the last place first."""
        for end in range(len(words) - 1, 0, -1):
            starts = range(max(0, end - self._longest), end)
            if any(" ".join(words[start:end]) in self._telling for start in starts):
                yield end


def _tails(words: list[str], known: list[bool]) -> Iterator[tuple[int, str]]:
    """Give the last words, as they are and with one or two of any kind at the end, as far as forms have them."""
    for any_words in range(min(MOST_ANY_WORDS + 1, len(words))):
        end = len(words) - any_words
        for count in range(1, _run(known[:end][::-1]) + 1):
            yield count + any_words, " ".join(words[end - count : end] + ["*"] * any_words)


def _run(known: list[bool]) -> int:
    """Count the words before the first one that no form has."""
    return known.index(False) if False in known else len(known)


class GluedPhrases:
    """The forms of one language in which spaces do not tell where a phrase begins."""

    def __init__(self, language: LanguageTag) -> None:
        self._openings = _openings({language: GLUED[language]}, loose_key)
        closings = {after for closings in self._openings.values() for after in closings}
        self._lengths = {
            last: tuple(sorted({0, *(len(after) for after in closings if after.endswith(last))}, reverse=True))
            for last in {after[-1] for after in closings if after}
        }
        """Of the closings that end with a letter; the longest first."""
        self._longest_before = max(map(len, self._openings))
        self._longest_after = max(map(len, closings))
        asking = (after for after, (kind, _) in self._openings[""].items() if kind is Kind.ASKING)
        self._near = NearWords(map(jamo_of, asking), _SHORTEST_ENDING_WITH_A_SLIP)
        self._language = language

    def cuts(self, letters: str) -> Iterator[Cut]:
        """Find the forms around these folded letters, the longest first; they leave at least one letter."""
        lengths = self._lengths.get(letters[-1:], (0,))
        for before in range(min(self._longest_before, len(letters) - 1), -1, -1):
            if (closings := self._openings.get(letters[:before])) is None:
                continue
            for after in lengths:
                found = closings.get(letters[len(letters) - after :]) if before + after < len(letters) else None
                if found is not None:
                    yield Cut(found[0], found[1], before, after)

    def misspelt_cut(self, letters: str) -> Cut | None:
        """Find the longest form of asking at the end that has one slip in it."""
        most = min(self._longest_after, len(letters) - 1)
        tails = list(accumulate(map(jamo_of, letters[: -most - 1 : -1]), lambda tail, letter: letter + tail))
        for after in range(most, 1, -1):
            tail = tails[after - 1]
            if len(tail) >= _SHORTEST_ENDING_WITH_A_SLIP and self._near.nearest(tail):
                return Cut(Kind.ASKING, self._language, 0, after, 1)
        return None


@cache
def spaced_phrases() -> SpacedPhrases:
    """Give the forms of all languages with spaces, prepared once."""
    return SpacedPhrases()


@cache
def glued_phrases(language: LanguageTag) -> GluedPhrases:
    """Give the forms of a language without spaces, prepared once."""
    return GluedPhrases(language)
