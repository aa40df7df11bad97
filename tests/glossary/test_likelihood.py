"""Which of several meanings is likely meant in a place."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId
from glossary.likelihood import FEWEST_USES, Ground, Likelihood, prevailing, topics_of
from glossary.lookup import Ambiguous, Query, resolve
from tests.terms import EN, KO, name

if TYPE_CHECKING:
    from collections.abc import Iterable

A, B, C = map(ConceptId, "abc")
OFTEN = FEWEST_USES


def meaning(concept_id: ConceptId, *tags: str, domain: str = "", language: str = "en") -> Concept:
    """Make a meaning of the name Port."""
    label = replace(name("Port"), language=KO if language == "ko" else EN)
    return Concept(concept_id, (label,), tags=tags, domain=domain)


def order(meanings: Iterable[Concept], likelihood: Likelihood) -> list[str]:
    """Ask for the name, and give the meanings as they are offered."""
    resolution = resolve(Query("port", EN), Catalogue(tuple(meanings)), likelihood)
    assert isinstance(resolution, Ambiguous)
    return [match.concept.id for match in resolution.matches]


@pytest.mark.parametrize(
    ("likelihood", "expected"),
    [
        (Likelihood(), "abc"),
        (Likelihood(pinned={C}), "cab"),
        (Likelihood(listed={B}), "bac"),
        (Likelihood(pinned={C}, listed={B}), "cba"),
        (Likelihood(topics=frozenset({"net"})), "bac"),
        (Likelihood(topics=frozenset({"net", "tcp"})), "bca"),  # b has both of them, c one
        (Likelihood(topics=frozenset({"harbour"})), "cab"),  # its domain
        (Likelihood(topics=frozenset({"net"}), listed={A}), "abc"),
        (Likelihood(used_here={C: OFTEN}), "cab"),
        (Likelihood(used_here={C: OFTEN - 1}), "abc"),
        (Likelihood(used_here={C: OFTEN, B: OFTEN + 1}), "bca"),
        (Likelihood(used_here={C: 99}, topics=frozenset({"net"})), "bca"),
        (Likelihood(used={C: OFTEN}), "cab"),
        (Likelihood(used={C: OFTEN - 1}), "abc"),
        (Likelihood(used={C: 99}, used_here={B: OFTEN}), "bca"),
        (Likelihood(pinned={A}, used={C: 99}, used_here={B: OFTEN}), "abc"),
    ],
)
def test_the_stronger_ground_decides_and_a_weaker_one_between_equals(likelihood: Likelihood, expected: str) -> None:
    """Pinned, listed, about the same, used here, used anywhere; what is said nowhere stays as it was."""
    meanings = (meaning(A), meaning(B, "Net", "TCP"), meaning(C, "tcp", domain="Harbour"))
    assert order(meanings, likelihood) == list(expected)


def test_the_language_of_the_asker_is_the_last_ground() -> None:
    """It decides where nothing else does."""
    meanings = (meaning(A, language="ko"), meaning(B))
    assert order(meanings, Likelihood()) == ["b", "a"]
    assert order(meanings, Likelihood(used={A: OFTEN})) == ["a", "b"]


def test_every_ground_that_counts_is_named() -> None:
    """The strongest first, with its weight; a few uses are none."""
    likelihood = Likelihood({A}, {A}, frozenset({"net"}), {A: 2}, {A: 7})
    weights = likelihood.weights(meaning(A, "net"), name("Port"), KO)
    assert [ground for ground, weight in weights if weight] == [Ground.PINNED, Ground.LISTED, Ground.TOPIC, Ground.USED]
    assert [ground for ground, _ in weights] == list(Ground)
    assert dict(weights)[Ground.USED] == 7


def test_topics_are_tags_and_domain_however_they_are_written() -> None:
    """Without what is empty."""
    assert topics_of(meaning(A, "Data Team", "data team", domain="NET")) == topics_of(meaning(B, "data team", "net"))
    assert topics_of(meaning(A)) == frozenset()


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], set()),
        ([()], set()),
        ([("net",)], {"net"}),
        ([("net",), ("net",), ("db",)], {"net"}),
        ([("net",), ("db",)], {"net", "db"}),
        ([("net", "db"), ("db",), ("x",), ()], {"db"}),
        ([("a",), ("b",), ("c",)], set()),
    ],
)
def test_a_topic_prevails_when_half_of_them_share_it(tags: list[tuple[str, ...]], expected: set[str]) -> None:
    """Of one entry all of its topics; of many that have nothing in common none."""
    assert prevailing(meaning(A, *each) for each in tags) == expected


@given(
    st.sets(st.sampled_from([A, B, C])),
    st.sets(st.sampled_from([A, B, C])),
    st.dictionaries(st.sampled_from([A, B, C]), st.integers(0, 9)),
    st.sets(st.sampled_from(["net", "tcp", "harbour"])),
)
def test_whatever_is_likely_no_meaning_is_lost_and_none_is_guessed(
    pinned: set[ConceptId], listed: set[ConceptId], used: dict[ConceptId, int], topics: set[str]
) -> None:
    """Always all of them; and always in the same order, however they stand in the glossary, but for equals."""
    likelihood = Likelihood(pinned, listed, frozenset(topics), used, used)
    meanings = (meaning(A), meaning(B, "net", "tcp"), meaning(C, "tcp", domain="harbour"))
    weighed = {one.id: likelihood.unlikeliness(one, one.labels[0], EN) for one in meanings}
    for arranged in permutations(meanings):
        found = order(arranged, likelihood)
        assert sorted(found) == ["a", "b", "c"]
        assert [weighed[ConceptId(one)] for one in found] == sorted(weighed.values())
