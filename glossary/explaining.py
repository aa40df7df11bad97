"""Why did a lookup end as it did? Judgement → Explanation: what a curator reads, from the very values that decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from glossary.judging import SURE_ENOUGH_TO_STOP, judged
from glossary.lookup import (
    LONGEST_QUERY,
    NEAR_ENOUGH_TO_SUGGEST,
    SURE_ENOUGH_TO_ANSWER,
    Likelihood,
    Query,
    Resolution,
    decided,
)
from glossary.scoring import STANDING, standing
from glossary.similarity import FEATURES
from glossary.weights import NEARNESS, SURENESS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.catalogue import Catalogue
    from glossary.readings import Reading
    from glossary.scoring import Scored
    from glossary.similarity import Features

MOST_EXPLAINED = 5
"""Candidates that are shown with everything that speaks for and against them."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing that speaks for a match (above 0) or against it (below)."""

    feature: str
    meaning: str
    value: float
    weight: float

    @property
    def counts(self) -> float:
        """Log odds that it adds."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate, and what made it near; the strongest reasons first."""

    scored: Scored
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that led to a resolution."""

    query: Query
    readings: tuple[Reading, ...]
    """What the query was taken to mean, the plainest guess first; where one was sure, no bolder ones were made."""
    candidates: tuple[Considered, ...]
    """The nearest concepts, at most MOST_EXPLAINED."""
    contributions: tuple[Contribution, ...]
    """What made the first candidate sure or not; empty where there is none."""
    sureness: float
    resolution: Resolution
    answers_from: float = SURE_ENOUGH_TO_ANSWER
    """The sureness from which the first candidate is the answer."""
    stops_from: float = SURE_ENOUGH_TO_STOP
    """The sureness from which nothing more is searched for."""
    suggests_from: float = NEAR_ENOUGH_TO_SUGGEST
    """The nearness from which a candidate is suggested."""


def explain(query: Query, catalogue: Catalogue, likelihood: Likelihood | None = None) -> Explanation:
    """Resolve a query, and keep the reasons. What is too long for a lookup has none."""
    looked_up = query if len(query.text) <= LONGEST_QUERY else replace(query, text="")
    judgement = judged(looked_up.text, catalogue)
    ranking = judgement.ranking[:MOST_EXPLAINED]
    return Explanation(
        query,
        judgement.readings,
        tuple(Considered(one, _contributions(one.features, NEARNESS)) for one in ranking),
        _contributions(standing(judgement.ranking), SURENESS) if ranking else (),
        judgement.sureness,
        decided(judgement, catalogue, looked_up, likelihood or Likelihood()),
    )


def _contributions(features: Features, weights: Mapping[str, float]) -> tuple[Contribution, ...]:
    meanings = {**FEATURES, **STANDING}
    found = [Contribution(name, meanings[name], value, weights[name]) for name, value in features.items() if value]
    found.append(Contribution("bias", "where nothing speaks for or against", 1.0, weights["bias"]))
    return tuple(sorted(found, key=lambda one: -abs(one.counts)))
