"""Why did a lookup end as it did? Judgement → Explanation: what a curator reads, from the very values that decided."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from glossary.judging import judged
from glossary.likelihood import Likelihood
from glossary.lookup import (
    LONGEST_QUERY,
    NEAR_ENOUGH_TO_SUGGEST,
    SURE_ENOUGH_TO_ANSWER,
    Query,
    Resolution,
    decided,
)
from glossary.scoring import standing
from glossary.weights import NEARNESS, SURENESS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.catalogue import Catalogue
    from glossary.readings import Reading
    from glossary.scoring import Scored
    from glossary.similarity import Features

MOST_EXPLAINED = 5
"""Candidates that are shown with everything that speaks for and against them."""


class Family(StrEnum):
    """What several features say together, as somebody understands it who keeps a glossary and not the program."""

    READING = "reading"
    """How boldly the query was read."""
    FORM = "form"
    """Which spelling of the name it was compared with."""
    SOUND = "sound"
    EQUAL = "equal"
    """Nothing differs."""
    DIFFERENCE = "difference"
    """How much of it differs."""
    SLIPS = "slips"
    """Which slips these are: some happen to everybody, others make another word."""
    WORDS = "words"
    """Which words the two have in common."""
    LEFT = "left"
    """What of the name was not typed."""
    PLACE = "place"
    """Where one stands within the other."""
    ORDINARY = "ordinary"
    """Whether it is an ordinary word."""
    NEARNESS = "nearness"
    STANDING = "standing"
    """How it stands among the others."""
    START = "start"
    """Where nothing speaks for or against."""


FAMILIES: Mapping[str, Family] = {
    name: family
    for family, names in {
        Family.READING: "asked stem keyboard by_sound cost spelled_out mixed half_typed",
        Family.FORM: "as_part as_romanized as_acronym as_numeronym as_initials as_sound short_form",
        Family.SOUND: "unlike_sound unlike_sound_squared same_consonants same_sound sound_shortness syllables native",
        Family.EQUAL: "equal equal_short keyboard_short",
        Family.DIFFERENCE: "difference difference_squared slips one_slip slips_in_short shortness winkler",
        Family.SLIPS: "first_letter last_letter swapped digit confused vowel neighbour replaced undoubled "
        "missing_vowel missing doubled extra_neighbour extra_vowel extra",
        Family.WORDS: "words_equal words_begun words_mended words_missing all_found all_clean clean_shortness "
        "several_clean several_begun all_equal disorder reordered within inflected",
        Family.LEFT: "name_left name_left_letters",
        Family.PLACE: "prefix prefix_share inside around",
        Family.ORDINARY: "ordinary ordinary_derived ordinary_among known one_word",
        Family.NEARNESS: "nearness nearness_squared",
        Family.STANDING: "lead close_race rivals alone shared",
        Family.START: "bias",
    }.items()
    for name in names.split()
}
"""Which feature (`glossary.similarity`, `glossary.scoring`) belongs where: each is in one family."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing that speaks for a match (above 0) or against it (below)."""

    family: Family
    counts: float
    """Log odds that its features add."""


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
    """Add up what the features of each family count, the weightiest first."""
    counts: dict[Family, float] = defaultdict(float)
    for name, value in {**features, "bias": 1.0}.items():
        if value:
            counts[FAMILIES[name]] += value * weights[name]
    return tuple(sorted((Contribution(*one) for one in counts.items()), key=lambda one: -abs(one.counts)))
