"""How sure is a match? Features → scores: the only place that weighs them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from glossary.similarity import Features, features_of
from glossary.weights import NEARNESS, SURENESS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from glossary.candidates import Candidate

STANDING: Final = {
    "nearness": "how near the first one is, by the other table",
    "nearness_squared": "a tenth of its square",
    "lead": "how much nearer than the second one, at most MOST_LEAD",
    "close_race": "1 less that lead, where it is smaller than 1",
    "rivals": "others among the next five at most 1 behind",
    "alone": "there is no second one",
    "shared": "what was typed is a part of this name, and of another one of the next five",
}
"""What the first match is judged by besides its own features: how it stands among the others."""
MOST_LEAD: Final = 4.0
NOBODY: Final = -8.0
"""The nearness of nothing."""
_NEXT: Final = 5
_UNEQUAL: Final = frozenset({"shortness", "unlike_sound"})
"""Features of what is compared by its letters or its sound, because it is not equal."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with what speaks for it."""

    candidate: Candidate
    features: Features
    nearness: float
    """Log odds that this is what was meant, seen by itself."""

    @property
    def likelihood(self) -> float:
        """The same as 0 … 1."""
        return 1 / (1 + math.exp(-self.nearness))

    @property
    def is_equal(self) -> bool:
        """Tell whether the reading spells the name in full, in one of its forms."""
        return not _UNEQUAL.intersection(self.features)


def weighed(features: Features, weights: Mapping[str, float]) -> float:
    """Add up what speaks for and against: log odds."""
    total = weights["bias"]
    for name, value in features.items():
        total += weights[name] * value
    return total


def scored(candidate: Candidate, knows: Callable[[str], bool]) -> Scored:
    """Score a candidate by itself."""
    features = features_of(candidate, knows)
    return Scored(candidate, features, weighed(features, NEARNESS))


def ranked(scores: Iterable[Scored]) -> tuple[Scored, ...]:
    """Keep the best of each concept, the nearest concept first."""
    best: dict[str, Scored] = {}
    for one in sorted(scores, key=lambda one: (-one.nearness, one.candidate.hit.concept.id)):
        best.setdefault(one.candidate.hit.concept.id, one)
    return tuple(best.values())


def standing(ranking: Sequence[Scored]) -> Features:
    """Describe the first one among the others (at least one): its features, and those of STANDING."""
    first = ranking[0]
    found = dict(first.features)
    found["nearness"] = first.nearness
    found["nearness_squared"] = first.nearness**2 / 10
    if first.is_equal:  # what is equal needs no lead
        found["lead"] = MOST_LEAD
        return found
    lead = first.nearness - (ranking[1].nearness if len(ranking) > 1 else NOBODY)
    found["lead"] = min(lead, MOST_LEAD)
    found["close_race"] = max(0.0, 1 - lead)
    found["rivals"] = float(sum(one.nearness > first.nearness - 1 for one in ranking[1 : 1 + _NEXT]))
    found["alone"] = float(len(ranking) == 1)
    if "all_clean" in first.features:
        found["shared"] = float(any("all_clean" in one.features for one in ranking[1 : 1 + _NEXT]))
    return found


def sureness(ranking: Sequence[Scored]) -> float:
    """Estimate how likely the first one (of at least one) is what was meant: 0 … 1."""
    return 1 / (1 + math.exp(-weighed(standing(ranking), SURENESS)))
