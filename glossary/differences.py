"""What is different between two states of a concept, and can one change be taken back? As values, never as drawings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from rapidfuzz.distance import Indel

from glossary.concept import Concept, LabelKind, LanguageTag
from glossary.fields import written_image, written_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Aspect(StrEnum):
    """What about a concept can change, in the order in which differences are told."""

    HEADWORD = "headword"
    NAMES = "names"
    DEFINITION = "definition"
    DOMAIN = "domain"
    TAGS = "tags"
    RELATED = "related"
    REPLACED_BY = "replaced_by"
    LINKS = "links"
    IMAGE = "image"
    CONTACT = "contact"


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text that was changed; never empty."""

    text: str
    change: Change


@dataclass(frozen=True, slots=True)
class Difference:
    """What went and what came in one aspect: values in their order, related concepts as ids, links as forms write them.

    Both are there where something was changed into something else.
    """

    aspect: Aspect
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    language: LanguageTag | None = None
    """Whose headword, names or definition it is; None for what has no language."""
    kind: LabelKind | None = None
    """Which names; None for what is no name."""
    segments: tuple[Segment, ...] = ()
    """Both texts of a definition in one, word by word; empty for everything else."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The concept without the change; None where the change was what made it."""

    concept: Concept | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """The change cannot be taken back, because these aspects no longer stand as it left them.

    None of them where the concept as a whole came or went.
    """

    aspects: tuple[Aspect, ...]


def differences(before: Concept | None, after: Concept | None) -> tuple[Difference, ...]:
    """Tell what is different, by aspect, language and kind; nothing where only the order is."""
    old, new = _facets(before), _facets(after)
    facets = sorted(dict.fromkeys((*old, *new)), key=lambda facet: _ORDER[facet[0]])
    told = (_difference(facet, old.get(facet, ()), new.get(facet, ())) for facet in facets)
    return tuple(difference for difference in told if difference.removed or difference.added)


def segments(before: str, after: str) -> tuple[Segment, ...]:
    """Lay two texts over each other, word by word; Chinese and Japanese by characters.

    What is kept or removed gives the first text, what is kept or added the second. The work is bounded by the product
    of the lengths over 64: some milliseconds for the longest definitions.
    """
    numbers: dict[str, int] = {}
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    codes = ([numbers.setdefault(word, len(numbers)) for word in words] for words in (old, new))
    pieces = (
        ("".join(old[opcode.src_start : opcode.src_end]), "".join(new[opcode.dest_start : opcode.dest_end]))
        for opcode in Indel.opcodes(*codes)
    )
    return tuple(_segments(_joined(pieces)))


def taken_back(current: Concept | None, before: Concept | None, after: Concept | None) -> TakenBack | Conflict:
    """Take exactly one change back, the one from `before` to `after`; what others changed since is kept.

    A value that the change added must still be there; then it goes, and what the change removed comes back.
    """
    if current == after:
        return TakenBack(before)
    if current is None or before is None or after is None:
        return Conflict(())
    values = dict(
        chain.from_iterable(
            _without(field, getattr(current, field), getattr(before, field), getattr(after, field))
            for field in _ASPECTS
        )
    )
    if len(values) < len(_ASPECTS):
        return Conflict(tuple(aspect for field, aspect in _ASPECTS.items() if field not in values))
    return TakenBack(replace(current, **values))


Facet = tuple[Aspect, LanguageTag | None, LabelKind | None]

_ORDER: Final = {aspect: place for place, aspect in enumerate(Aspect)}
_ASPECTS: Final = {
    "labels": Aspect.NAMES,
    "definitions": Aspect.DEFINITION,
    "domain": Aspect.DOMAIN,
    "tags": Aspect.TAGS,
    "related": Aspect.RELATED,
    "replaced_by": Aspect.REPLACED_BY,
    "links": Aspect.LINKS,
    "image": Aspect.IMAGE,
    "contact": Aspect.CONTACT,
}
"""Every field of a concept but its id, and the aspect that stands for it."""

# Characters of scripts without spaces, punctuation, and spaces each stand alone; everything else is words.
_WORDS: Final = re.compile(
    r"[\u2e80-\u312f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff!-/:-@\[-`{-~]|\s+"
    r"|[^\s\u2e80-\u312f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff!-/:-@\[-`{-~]+"
)


def _facets(concept: Concept | None) -> dict[Facet, tuple[str, ...]]:
    """Lay a concept out as lists of texts, each under what it is."""
    if concept is None:
        return {}
    facets: dict[Facet, tuple[str, ...]] = {
        (Aspect.DOMAIN, None, None): (concept.domain,) if concept.domain else (),
        (Aspect.TAGS, None, None): concept.tags,
        (Aspect.RELATED, None, None): concept.related,
        (Aspect.REPLACED_BY, None, None): (concept.replaced_by,) if concept.replaced_by else (),
        (Aspect.LINKS, None, None): tuple(written_links([link]) for link in concept.links),
        (Aspect.IMAGE, None, None): (written_image(concept.image),) if concept.image else (),
        (Aspect.CONTACT, None, None): (concept.contact,) if concept.contact else (),
    }
    for label in concept.labels:
        is_headword = label.kind is LabelKind.HEADWORD
        facet = (Aspect.HEADWORD if is_headword else Aspect.NAMES, label.language, label.kind)
        facets[facet] = (*facets.get(facet, ()), label.text)
    for definition in concept.definitions:
        facets[Aspect.DEFINITION, definition.language, None] = (definition.text,)
    return facets


def _difference(facet: Facet, old: tuple[str, ...], new: tuple[str, ...]) -> Difference:
    aspect, language, kind = facet
    removed = tuple(value for value in old if value not in new)
    added = tuple(value for value in new if value not in old)
    is_long = aspect is Aspect.DEFINITION and removed != added
    laid_over = segments("".join(removed), "".join(added)) if is_long else ()
    return Difference(aspect, removed, added, language, kind, laid_over)


def _joined(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Make one change of several next to each other, and of two with nothing but a space between them."""
    removed = added = space = ""
    for old, new in pieces:
        if old != new:
            removed, added, space = f"{removed}{space}{old}", f"{added}{space}{new}", ""
        elif (removed or added) and old.isspace():
            space = old
        else:
            yield removed, added
            yield old, new
            removed = added = ""
    yield removed, added
    yield space, space


def _segments(pieces: Iterable[tuple[str, str]]) -> Iterator[Segment]:
    for old, new in pieces:
        changed = ((old, Change.KEPT),) if old == new else ((old, Change.REMOVED), (new, Change.ADDED))
        yield from (Segment(text, change) for text, change in changed if text)


def _without(field: str, current: Any, before: Any, after: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 — of any field
    """Give the field with the change taken back; nothing where what the change did does not stand any more."""
    if current == after:
        yield field, before
    elif before == after:
        yield field, current
    elif isinstance(current, tuple):
        removed = [value for value in before if value not in after]
        added = [value for value in after if value not in before]
        kept = [value for value in current if value not in added]
        # What comes back stands in its old order; what came since stands behind.
        values = tuple(value for value in before if value in kept or value in removed)
        values = (*values, *(value for value in kept if value not in values))
        if all(value in current for value in added) and _may_stand(field, values):
            yield field, values


def _may_stand(field: str, values: tuple[Any, ...]) -> bool:
    """Tell whether the values keep the invariants of a concept."""
    match field:
        case "labels":
            headwords = [label.language for label in values if label.kind is LabelKind.HEADWORD]
            texts = [(label.text, label.language) for label in values]
            return bool(headwords) and _is_unique(headwords) and _is_unique(texts)
        case "definitions":
            return _is_unique([definition.language for definition in values])
        case _:
            return True


def _is_unique(values: Sequence[object]) -> bool:
    return len(set(values)) == len(values)
