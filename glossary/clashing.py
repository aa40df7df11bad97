"""Does a name lead to another concept already? The only place that decides what a clash of names is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from glossary.concept import LabelKind
from glossary.lookup import Ambiguous, Answer, How, NotFound, Query, Suggestions, resolve
from glossary.spelling import loose_key, strict_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.catalogue import Catalogue
    from glossary.concept import Concept, ConceptId, Label
    from glossary.lookup import Match, Resolution

_NEAR: Final = frozenset({How.PART, How.INITIALS, How.CORRECTED})
"""What was guessed: the name is like another, and is not it."""
_LEAST_ALIKE: Final = 0.3
"""The score from which a guess is worth showing: as a suggestion anything may stand, here it stands in the way."""
_SAME_WORD: Final = frozenset({How.EXACT, How.FOLDED, How.ALIAS, How.ABBREVIATION})


@dataclass(frozen=True, slots=True)
class Clash:
    """A name that leads, or nearly leads, to another concept."""

    name: str
    concept: ConceptId
    """The other one."""
    how: How
    is_certain: bool
    """Whether asking for the name finds the other concept; otherwise the two are only alike."""


def clashes(concept: Concept, catalogue: Catalogue) -> tuple[Clash, ...]:
    """List what the new names of a concept lead to: certain clashes first, then what is alike, each concept once.

    New is what the catalogue does not have on the concept yet. Concepts with two domains do not clash: that they mean
    different things was said. A common misspelling is like other words by its nature, and clashes only with a name.
    """
    present = catalogue.get(concept.id)
    known = {strict_key(label.text) for label in present.labels} if present else set()
    found = [
        clash
        for label in concept.labels
        if strict_key(label.text) not in known
        for clash in _clashes_of(label, concept, catalogue)
    ]
    certain = [clash for clash in found if clash.is_certain]
    alike = {clash.concept: clash for clash in reversed(found)}
    for clash in certain:
        alike.pop(clash.concept, None)
    return (*dict.fromkeys(certain), *reversed(alike.values()))


def _clashes_of(label: Label, concept: Concept, catalogue: Catalogue) -> Iterator[Clash]:
    for match, may_be_certain in _found(resolve(Query(label.text, label.language), catalogue), concept):
        other = match.concept
        if other.id == concept.id or _are_told_apart(concept, other):
            continue
        # "What is Redis" leads to Redis, and is another name all the same.
        is_whole = match.how not in _SAME_WORD or loose_key(match.reading) == loose_key(label.text)
        is_certain = may_be_certain and is_whole and match.how not in _NEAR
        is_alike = label.kind is not LabelKind.MISSPELLING and match.score >= _LEAST_ALIKE
        if is_certain or is_alike:
            yield Clash(label.text, other.id, match.how, is_certain)


def _found(resolution: Resolution, concept: Concept) -> Iterator[tuple[Match, bool]]:
    """Go through what was found, each with whether it was certain enough to answer with."""
    match resolution:
        case Answer(match, others):
            yield match, True
            if match.concept.id == concept.id:
                # The concept itself was nearest; what would have answered in its stead comes next.
                yield from ((other, True) for other in others if other.how not in _NEAR)
        case Ambiguous(matches):
            yield from ((match, True) for match in matches)
        case Suggestions(matches):
            yield from ((match, False) for match in matches)
        case NotFound():
            return
        case _:
            assert_never(resolution)


def _are_told_apart(one: Concept, other: Concept) -> bool:
    return bool(one.domain and other.domain) and strict_key(one.domain) != strict_key(other.domain)
