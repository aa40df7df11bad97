"""What must be left of a concept after a way through a format, going by what the format says it keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.concept import Concept, LabelKind, Link
from glossary.formats.choosing import Field
from glossary.formats.skos_writing import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary.concept import ConceptId

_KINDS = {
    Field.SYNONYMS: LabelKind.SYNONYM,
    Field.ABBREVIATIONS: LabelKind.ABBREVIATION,
    Field.MISSPELLINGS: LabelKind.MISSPELLING,
    Field.AVOIDED: LabelKind.AVOIDED,
}


def held(concepts: Iterable[Concept], keeps: frozenset[Field]) -> Mapping[ConceptId, Concept]:
    """Reduce concepts to what a format keeps; what it keeps without order comes sorted."""
    return {concept.id: _held(concept, keeps) for concept in concepts}


def _held(concept: Concept, keeps: frozenset[Field]) -> Concept:
    lost = {kind for field, kind in _KINDS.items() if field not in keeps}
    labels = tuple(label for label in concept.labels if label.kind not in lost)
    is_set = Field.LINK_TITLES not in keeps
    texts = concept.definitions
    if Field.OUTDATED not in keeps:
        texts = tuple(replace(text, is_outdated=False) for text in texts)
    kept = replace(
        concept,
        labels=labels if Field.ORDER in keeps else tuple(sorted(labels, key=repr)),
        definitions=texts if Field.ORDER in keeps else tuple(sorted(texts, key=repr)),
        tags=tuple(sorted(set(concept.tags))) if is_set else concept.tags,
        related=tuple(sorted(set(concept.related))) if is_set else concept.related,
        replaced_by=concept.replaced_by if Field.REPLACED_BY in keeps else None,
        image=concept.image if Field.IMAGE in keeps else None,
        contact=concept.contact if Field.CONTACT in keeps else "",
        confirmed=concept.confirmed if Field.CONFIRMED in keeps else None,
    )
    if not is_set:
        return kept
    addresses = {address_of(link.address) for link in concept.links}
    return replace(kept, links=tuple(Link(address, address) for address in sorted(addresses)))
