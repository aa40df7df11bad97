"""Which names of a glossary stand in a text? One automaton for all of them; what it finds is looked at again.

It finds folded spellings (Aho and Corasick, 1975). Whether a name begins and ends where a word does, and is
written as a name is decided afterwards, for the few that were found.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from glossary.spelling import strict_key
from glossary.spotting.boundaries import bounded
from glossary.spotting.capitals import CONTEXT, Demand, demands_of, is_met
from glossary.spotting.folding import composed, fold
from glossary.spotting.masking import masked
from glossary.spotting.spellings import spellings_of, spelt, written_apart

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from glossary.concept import Concept, ConceptId, Label
    from glossary.spotting.boundaries import Found
    from glossary.spotting.folding import Folded

LONGEST_TEXT = 100_000
"""Code points; what comes after is not looked at."""

_KANA: Final = re.compile("[ぁ-ヺｦ-ﾟ]")
_KATAKANA: Final = re.compile("[ァ-ヺ]")


class Meaning(NamedTuple):
    """A concept, and the label by which it was spotted."""

    concept: Concept
    label: Label


class Spotted(NamedTuple):
    """A name in a text, from start to end in code points, without plural or particle; at least one meaning."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


Named = tuple[Meaning, Demand]
"""One name behind a spelling."""


class Spotter:
    """Knows the names of some concepts. It never changes, and may be shared between threads."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        meanings = [Meaning(concept, label) for concept in concepts for label in concept.labels]
        folded = [spelt(meaning.label.text) for meaning in meanings]
        demands = demands_of(meanings, folded)
        named: defaultdict[str, list[Named]] = defaultdict(list)
        pairs = list(zip(meanings, demands, strict=True))
        for pair, name in zip(pairs, folded, strict=True):
            if pair[1] is not Demand.NEVER:
                for spelling in spellings_of(pair[0].label.text, name):
                    named[spelling].append(pair)
        for number, spelling in written_apart(folded):
            named[spelling].append(pairs[number])
        self.named = list(named.values())
        """Whose name each spelling is, by its number."""
        self._automaton = AhoCorasick(list(named), store_patterns=False, implementation=Implementation.ContiguousNFA)

    def found(self, words: str) -> list[Found]:
        """Find every spelling in a folded text, wherever it stands."""
        return self._automaton.find_matches_as_indexes(words, overlapping=True)


def spotted(
    text: str, spotter: Spotter, newer: Spotter | None = None, changed: Collection[ConceptId] = ()
) -> list[Spotted]:
    """Find every known name in a text, each concept once, in the order of first appearance.

    Of names that overlap the first counts, and the longest that begins there. What has changed since the spotter was
    made is known by the newer one.
    """
    read = text[:LONGEST_TEXT]
    if unicodedata.is_normalized("NFC", read):
        return _spotted(read, spotter, newer, changed)
    read, places = composed(read)
    return [
        Spotted(places[start], places[end], meanings)
        for start, end, meanings in _spotted(read, spotter, newer, changed)
    ]


def _spotted(text: str, spotter: Spotter, newer: Spotter | None, changed: Collection[ConceptId]) -> list[Spotted]:
    folded = fold(masked(text))
    found = spotter.found(folded.text)
    if newer is not None:
        found += [(~number, begin, end) for number, begin, end in newer.found(folded.text)]
    whole = bounded(found, folded, text)
    if newer is None and not changed:
        return list(_chosen(((begin, end, spotter.named[number]) for number, begin, end in whole), folded, text))
    return list(_chosen(_of_both(whole, spotter, newer or spotter, changed), folded, text))


def _of_both(
    found: Iterable[Found], spotter: Spotter, newer: Spotter, changed: Collection[ConceptId]
) -> Iterator[tuple[int, int, list[Named]]]:
    """Tell whose names they are: what the older spotter knows of the unchanged concepts, and what the newer one knows.

    Numbers of the newer one's spellings are inverted.
    """
    for (begin, end), alike in groupby(found, key=lambda one: one[1:]):
        named: list[Named] = []
        for number, _, _ in alike:
            if number < 0:
                named += newer.named[~number]
            else:
                named += [one for one in spotter.named[number] if one[0].concept.id not in changed]
        yield begin, end, named


def _chosen(found: Iterable[tuple[int, int, list[Named]]], folded: Folded, text: str) -> Iterator[Spotted]:
    """Choose the first of those that overlap, and the longest there, that is written as it should be."""
    reached = 0
    seen: set[ConceptId] = set()
    may_be_identifier = "_" in text
    for begin, end, named in found:
        first = begin + (folded.text[begin] == " ")
        if first < reached:
            continue
        start, stop = folded.start(first), folded.end(end)
        if may_be_identifier and _is_in_identifier(text, start, stop):
            continue
        meanings = _meant(named, text, start, stop)
        if meanings:
            reached = end
            if not seen.issuperset(meaning.concept.id for meaning in meanings):
                seen.update(meaning.concept.id for meaning in meanings)
                yield Spotted(start, stop, meanings)


def _meant(named: Iterable[Named], text: str, start: int, end: int) -> tuple[Meaning, ...]:
    """Tell which of the names that are spelt like this may be meant by what stands there; no concept twice."""
    meant = [meaning for meaning, demand in named if _is_written(meaning.label.text, demand, text, start, end)]
    if len(meant) > 1:  # r&d is R&D, whatever is called RD
        written = strict_key(text[start:end])
        meant = [meaning for meaning in meant if strict_key(meaning.label.text) == written] or meant
        meant = list({meaning.concept.id: meaning for meaning in reversed(meant)}.values())[::-1]
    return tuple(meant)


def _is_in_identifier(text: str, start: int, end: int) -> bool:
    """Tell whether an underscore joins it to more: ``redis_url``, and not the emphasis of ``_redis_``."""
    return (text[max(0, start - 1) : start] == "_" and text[max(0, start - 2) : start - 1].isalnum()) or (
        text[end : end + 1] == "_" and text[end + 1 : end + 2].isalnum()
    )


def _is_written(name: str, demand: Demand, text: str, start: int, end: int) -> bool:
    """Tell whether it is written as the name asks, and in the same kana, which fold to each other."""
    if demand is not Demand.NOTHING:
        return is_met(demand, name, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
    return not _KANA.search(name) or _katakana_in(name) == _katakana_in(text[start:end])


def _katakana_in(text: str) -> int:
    return len(_KATAKANA.findall(unicodedata.normalize("NFKC", text)))
