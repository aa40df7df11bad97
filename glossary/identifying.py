"""Which concept of a glossary does an entry of a file tell of?

They are the same when they have the same id or, where the file has none of its own, the same headword and domain.
"""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from glossary.concept import Concept, ConceptId, LabelKind, concept_id_of
from glossary.formats.mentions import derived_id
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary.catalogue import Catalogue


def targets(present: Catalogue, harvested: Sequence[Concept]) -> dict[ConceptId, ConceptId]:
    """Find the id under which each harvested concept is, or would be, in the glossary; no two have the same."""
    targets = {one.id: one.id for one in harvested if one.id in present and not _is_derived(one)}
    claimed = set(targets.values())
    for concept in harvested:
        if concept.id in targets:
            continue
        found = next((other for other in _candidates(concept, present) if other not in claimed), None)
        fresh = chain([concept.id], (concept_id_of(concept.id, str(number)) for number in count()))
        target = found or next(one for one in fresh if one not in present and one not in claimed)
        targets[concept.id] = target
        claimed.add(target)
    return targets


def _is_derived(concept: Concept) -> bool:
    return concept.id == derived_id(concept.headword.text, concept.domain)


def _candidates(concept: Concept, present: Catalogue) -> Iterator[ConceptId]:
    """Go through the concepts that could be this one, the likeliest first; where nothing tells several apart, none."""
    name, domain = strict_key(concept.headword.text), strict_key(concept.domain)
    same_name = [one for one, _ in present.named(concept.headword.text) if _is_headed(one, name)]
    same = [one for one in same_name if strict_key(one.domain) == domain]
    texts = {text.text for text in concept.definitions}
    yield from (one.id for one in same if texts & {text.text for text in one.definitions})
    if concept.id in present:
        yield concept.id
    if len(same) == 1:
        yield same[0].id
    elif not domain and len(same_name) == 1:
        yield same_name[0].id


def _is_headed(concept: Concept, key: str) -> bool:
    return any(strict_key(one.text) == key for one in concept.labels if one.kind is LabelKind.HEADWORD)
