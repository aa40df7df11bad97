"""How are the names of a glossary that changes spotted? An automaton, and a small one above it for what has changed.

To make an automaton anew takes long for a large glossary, and a change tells just which concepts are different. So the
large one stays; what it says of changed concepts does not count, and a small one knows what became of them. When that
one has grown, a large one is made anew, perhaps in another thread, and changes go on meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from glossary.spotting.spotter import Spotter, spotted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.concept import Concept, ConceptId
    from glossary.spotting.spotter import Meaning, Spotted

MOST_CHANGED: Final = 64
"""Concepts that may change before the large automaton is worth making anew; or an eighth of what it holds."""
_SHARE: Final = 8
MOST_REMEMBERED: Final = 1024
"""Definitions of which it is remembered what they mention."""
NONE: Final[frozenset[ConceptId]] = frozenset()


class Sight:
    """The names of a glossary as they were at one moment; it never changes, and may be used in another thread."""

    def __init__(self, spotter: Spotter, newer: Spotter | None = None, changed: frozenset[ConceptId] = NONE) -> None:
        self._layers = layers = (spotter, newer, changed)

        # Without `self`: it would hold itself, and stay in memory until Python searches for such garbage.
        @lru_cache(maxsize=MOST_REMEMBERED)
        def mentioned_in(text: str) -> tuple[tuple[Meaning, ...], ...]:
            return tuple(one.meanings for one in spotted(text, *layers))

        self.mentioned_in = mentioned_in
        """Tell what a definition mentions: the meanings of each name. What was asked lately is remembered."""

    def spot(self, text: str) -> list[Spotted]:
        """Find every known name in a text, each concept once, in the order of first appearance."""
        return spotted(text, *self._layers)


@dataclass(slots=True)
class Layers:
    """The automata of one glossary. Not for several threads; what it gives (`Sight`, `Spotter`) is."""

    _spotter: Spotter
    _size: int
    _changed: dict[ConceptId, Concept | None] = field(default_factory=dict)
    """What became of each concept that has changed since the large automaton was made; None where it has gone."""
    _sight: Sight | None = None

    def change(self, concept_id: ConceptId, concept: Concept | None) -> None:
        """Know what became of a concept; None where it has gone."""
        self._changed[concept_id] = concept
        self._sight = None

    def is_worn(self) -> bool:
        """Tell whether so much has changed that the large automaton should be made anew."""
        return len(self._changed) > max(MOST_CHANGED, self._size // _SHARE)

    def sight(self) -> Sight:
        """Give what it knows at this moment."""
        if self._sight is None:
            present = [concept for concept in self._changed.values() if concept is not None]
            self._sight = Sight(self._spotter, Spotter(present) if present else None, frozenset(self._changed))
        return self._sight


def layers_of(concepts: Iterable[Concept]) -> Layers:
    """Make the large automaton: milliseconds for a thousand names, and for many worth a thread of its own."""
    held = tuple(concepts)
    return Layers(Spotter(held), len(held))
