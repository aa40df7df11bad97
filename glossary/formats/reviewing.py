"""What should somebody look at in a glossary that can be read? Warnings about the entries; none is an error."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from glossary.concept import LabelKind
from glossary.formats.reading import Finding, Rule
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.concept import Concept, Label
    from glossary.formats.reading import Place

_BATCH: Final = 256
"""Names compared with all others at a time, so that memory does not grow with the square of the glossary."""
MOST_NAMES: Final = 20_000
"""Beyond, comparing every name with every other takes minutes; only equal ones are looked for then."""
_LEAST_LENGTH: Final = 5
"""Letters; shorter names differ by one letter and mean different things (``CD``, ``CI``)."""
_NEAR: Final = 0.86
"""0 nothing shared, 1 equal: one letter in seven."""
_OFTEN: Final = 3
"""Definitions in which an unknown short form must stand."""
_SHARE: Final = 0.7
"""Of the entries that must be defined in a language before the others are said to lack it."""
_SHORT_FORM = re.compile(r"(?<![\w/.@#-])[A-Z][A-Z0-9]{1,6}(?![\w/-])", re.ASCII)
_CODE = re.compile(r"```.*?```|`[^`]*`|https?://\S+", re.DOTALL)
_WORD = re.compile(r"\w+")
_SAYS_NOTHING: Final = frozenset(
    (
        "a",
        "an",
        "the",
        "is",
        "are",
        "of",
        "or",
        "and",
        "it",
        "this",
        "that",
        "see",
        "means",
        "something",
        "thing",
        "kind",
    )
)


def review(entries: Sequence[tuple[Concept, Place]], most_names: int = MOST_NAMES) -> tuple[Finding, ...]:
    """Look at entries, of one file or of several that belong together; what is found comes in their order."""
    concepts = [concept for concept, _ in entries]
    # By the object and not by its id: two files may have the same entry.
    order = {id(concept): number for number, concept in enumerate(concepts)}
    remarks = (
        *_near_duplicates(concepts, most_names),
        *_circular(concepts),
        *_undefined(concepts),
        *_lacking(concepts),
    )
    return tuple(
        _finding(rule, entries[order[id(concept)]][1], text, entries[order[id(other)]][1] if other else None)
        for rule, concept, text, other in sorted(remarks, key=lambda remark: order[id(remark[1])])
    )


def _finding(rule: Rule, place: Place, text: str, other: Place | None) -> Finding:
    if other is None:
        return Finding(rule, place.file, place.line, text)
    file = other.file if other.file != place.file else ""
    return Finding(rule, place.file, place.line, text, other.line, file)


_Remark = tuple[Rule, "Concept", str, "Concept | None"]


def _names(concepts: Sequence[Concept]) -> Iterator[tuple[Concept, Label, str]]:
    """Go through the names in good use, each with its folded spelling."""
    for concept in concepts:
        for label in concept.labels:
            if label.kind not in {LabelKind.MISSPELLING, LabelKind.AVOIDED}:
                yield concept, label, loose_key(label.text)


def _near_duplicates(concepts: Sequence[Concept], most_names: int) -> Iterator[_Remark]:
    """Find entries whose names are nearly, or in another folding, those of an earlier one; each entry once."""
    names = [(concept, label, key) for concept, label, key in _names(concepts) if len(key) >= _LEAST_LENGTH]
    earlier: dict[str, Concept] = {}
    said = set[str]()
    for concept, label, key in names:
        first = earlier.setdefault(key, concept)
        if first is not concept and first.domain == concept.domain and concept.id not in said:
            said.add(concept.id)
            yield Rule.NEAR_DUPLICATE, concept, label.text, first
    if len(names) > most_names:
        return
    keys = [key for _, _, key in names]
    for start in range(0, len(names), _BATCH):
        batch = keys[start : start + _BATCH]
        scores = cdist(batch, keys, scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
        for row, column in zip(*scores.nonzero(), strict=True):
            (concept, label, key), (other, _, other_key) = names[start + row], names[column]
            is_later = column < start + row and key != other_key and other is not concept
            # Names that differ in a number are versions or kinds, and meant to be alike.
            if is_later and concept.id not in said and _letters(key) != _letters(other_key):
                said.add(concept.id)
                yield Rule.NEAR_DUPLICATE, concept, label.text, other


def _letters(key: str) -> str:
    return "".join(letter for letter in key if not letter.isdecimal())


def _circular(concepts: Sequence[Concept]) -> Iterator[_Remark]:
    """Find definitions that hold no words but those of the names of their concept."""
    for concept in concepts:
        names = {word for label in concept.labels for word in _words(label.text)}
        for text in concept.definitions:
            left = [word for word in _words(text.text) if word not in _SAYS_NOTHING and not _is_said(word, names)]
            if not left:
                yield Rule.CIRCULAR, concept, concept.headword.text, None
                break


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _is_said(word: str, names: set[str]) -> bool:
    """Tell whether a word is one of the names, with a Korean particle or an English ending behind it too."""
    endings = ("s", "es", "은", "는", "이", "가", "을", "를", "이다", "란", "이란", "입니다")
    return word in names or any(word.endswith(end) and word.removesuffix(end) in names for end in endings)


def _undefined(concepts: Sequence[Concept]) -> Iterator[_Remark]:
    """Find short forms that stand in several entries' definitions and lead nowhere; at the first entry that has one."""
    known = {key for concept in concepts for key in map(loose_key, (label.text for label in concept.labels))}
    users: defaultdict[str, list[Concept]] = defaultdict(list)
    for concept in concepts:
        texts = "\n".join(_CODE.sub(" ", text.text) for text in concept.definitions)
        for word in dict.fromkeys(_SHORT_FORM.findall(texts)):
            if loose_key(word) not in known:
                users[word].append(concept)
    for word, found in users.items():
        if len(found) >= _OFTEN:
            yield Rule.UNDEFINED_WORD, found[0], word, None


def _lacking(concepts: Sequence[Concept]) -> Iterator[_Remark]:
    """Find defined entries that lack a language in which most of the others are defined."""
    defined = [concept for concept in concepts if concept.definitions]
    counts = Counter(text.language for concept in defined for text in concept.definitions)
    expected = {language for language, count in counts.items() if count > _SHARE * len(defined)}
    for concept in defined:
        if expected - {text.language for text in concept.definitions}:
            yield Rule.MISSING_LANGUAGE, concept, concept.headword.text, None
