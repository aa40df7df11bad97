"""Which of several meanings is likely meant in a place? The only place that orders them; all of them stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from glossary.concept import Concept, ConceptId, Label, LanguageTag

FEWEST_USES = 3
"""From how many on uses count: fewer are chance, and would show others what one person looked up."""


class Ground(StrEnum):
    """What speaks for a meaning, from the strongest on: a weaker one counts only where all stronger ones are equal."""

    PINNED = "pinned"
    """Curators said that it is meant here."""
    LISTED = "listed"
    """It is in a reading list that belongs to the place."""
    TOPIC = "topic"
    """It has tags, or the domain, of what the place is about; the more, the likelier."""
    USED_HERE = "used here"
    """It was looked up in the place, at least FEWEST_USES times; the more often, the likelier."""
    USED = "used"
    """The same anywhere in the workspace."""
    LANGUAGE = "language"
    """Its name is in the language of who asks."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What is known of a place that tells which meaning is meant there."""

    pinned: Collection[ConceptId] = frozenset()
    listed: Collection[ConceptId] = frozenset()
    topics: frozenset[str] = frozenset()
    """What the place is about, as `topics_of` gives it."""
    used_here: Mapping[ConceptId, int] = field(default_factory=dict)
    used: Mapping[ConceptId, int] = field(default_factory=dict)

    def weights(self, concept: Concept, label: Label, reader: LanguageTag | None) -> tuple[tuple[Ground, int], ...]:
        """Weigh a meaning of a name on each ground, the strongest first; 0 where it does not speak for it."""
        return (
            (Ground.PINNED, concept.id in self.pinned),
            (Ground.LISTED, concept.id in self.listed),
            (Ground.TOPIC, len(self.topics & topics_of(concept)) if self.topics else 0),
            (Ground.USED_HERE, _often(self.used_here, concept)),
            (Ground.USED, _often(self.used, concept)),
            (Ground.LANGUAGE, label.language == reader),
        )

    def unlikeliness(self, concept: Concept, label: Label, reader: LanguageTag | None) -> tuple[int, ...]:
        """Give what meanings of a name are sorted by: the likeliest comes first."""
        return tuple(-weight for _, weight in self.weights(concept, label, reader))


def topics_of(concept: Concept) -> frozenset[str]:
    """Tell what a concept is about: its tags and its domain, folded."""
    return frozenset(key for text in (*concept.tags, concept.domain) if (key := strict_key(text)))


def prevailing(concepts: Iterable[Concept]) -> frozenset[str]:
    """Tell what several concepts are about: the topics that at least half of them share."""
    topics = [topics_of(concept) for concept in concepts]
    shared = Counter(topic for each in topics for topic in each)
    return frozenset(topic for topic, times in shared.items() if 2 * times >= len(topics))


def _often(uses: Mapping[ConceptId, int], concept: Concept) -> int:
    times = uses.get(concept.id, 0)
    return times if times >= FEWEST_USES else 0
