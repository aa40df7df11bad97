"""Which concept does an entry refer to? Concepts of one file by headword, by headword and domain, or by id."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.concept import ConceptId, LabelKind, concept_id_of
from glossary.formats.escaping import escape_list, unescape
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.concept import Concept

_ID = "id:"


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference as it stands in the file, still escaped, and the number of its line."""

    text: str
    line: int


class Mentions:
    """Resolves and writes references between these concepts, whose ids all differ."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._ids = set[str]()
        self._headwords: defaultdict[str, list[Concept]] = defaultdict(list)
        self._names: defaultdict[str, list[Concept]] = defaultdict(list)
        for concept in concepts:
            self._ids.add(concept.id)
            for key in {strict_key(label.text) for label in concept.labels}:
                self._names[key].append(concept)
            for key in {strict_key(label.text) for label in concept.labels if label.kind is LabelKind.HEADWORD}:
                self._headwords[key].append(concept)

    def resolve(self, text: str) -> tuple[ConceptId, ...]:
        """Find the concepts that an escaped reference means."""
        return self.find(unescape(text))

    def find(self, text: str) -> tuple[ConceptId, ...]:
        """Find the concepts that are meant: a headword first, then headword and domain, then any name."""
        if text.startswith(_ID):
            named = text.removeprefix(_ID)
            return (ConceptId(named),) if named in self._ids else ()
        name, _, domain = text.removesuffix(")").rpartition(" (")
        in_domain = [c for c in self._headwords.get(strict_key(name), ()) if strict_key(c.domain) == strict_key(domain)]
        found = self._headwords.get(strict_key(text)) or in_domain or self._names.get(strict_key(text), [])
        return tuple(concept.id for concept in found)

    def write(self, concept: Concept) -> str:
        """Write a reference that leads to this concept and to no other, escaped, for a row of them."""
        return escape_list([self.name(concept)])

    def name(self, concept: Concept) -> str:
        """Refer to this concept and to no other, as plainly as can be."""
        for text in (concept.headword.text, f"{concept.headword.text} ({concept.domain})"):
            if self.find(text) == (concept.id,):
                return text
        return _ID + concept.id


def derived_id(headword: str, domain: str) -> ConceptId:
    """Derive the id of an entry that gives none: the same headword and domain, in any case, always give the same."""
    return concept_id_of(strict_key(headword), strict_key(domain))
