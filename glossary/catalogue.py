"""What is in the glossary, and under which names? One glossary in memory, searchable, updated concept by concept."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from glossary.spelling import LooseKey, loose_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.concept import Concept, ConceptId, Label


class Catalogue:
    """The concepts of one glossary by id and by the folded spelling of every label.

    The order of the concepts is that of their first addition. Safe to share between tasks of one event loop: every
    method finishes without giving way.
    """

    def __init__(self, concepts: Iterable[Concept] = ()) -> None:
        self._concepts: dict[ConceptId, Concept] = {}
        self._named: defaultdict[LooseKey, list[ConceptId]] = defaultdict(list)
        for concept in concepts:
            self.put(concept)

    def __len__(self) -> int:
        """Count the concepts."""
        return len(self._concepts)

    def __iter__(self) -> Iterator[Concept]:
        """Go through the concepts in the order of their first addition."""
        return iter(self._concepts.values())

    def __contains__(self, concept_id: object) -> bool:
        """Tell whether a concept of this id is there."""
        return concept_id in self._concepts

    def get(self, concept_id: ConceptId) -> Concept | None:
        """Find a concept by its id."""
        return self._concepts.get(concept_id)

    def put(self, concept: Concept) -> None:
        """Add a concept, or replace the one of the same id."""
        previous = self._concepts.get(concept.id)
        if previous is not None:
            self._unname(previous)
        self._concepts[concept.id] = concept
        for key in {loose_key(label.text) for label in concept.labels}:
            self._named[key].append(concept.id)

    def remove(self, concept_id: ConceptId) -> None:
        """Take a concept out. What is not there stays not there."""
        previous = self._concepts.pop(concept_id, None)
        if previous is not None:
            self._unname(previous)

    def named(self, text: str) -> tuple[tuple[Concept, Label], ...]:
        """Find the concepts that have this name in any folding, each once with the label that says it."""
        key = loose_key(text)
        return tuple(
            (concept, next(label for label in concept.labels if loose_key(label.text) == key))
            for concept in map(self._concepts.__getitem__, self._named.get(key, ()))
        )

    def _unname(self, concept: Concept) -> None:
        for key in {loose_key(label.text) for label in concept.labels}:
            self._named[key].remove(concept.id)
