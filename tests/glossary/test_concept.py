"""What a concept promises, and the ids that are derived."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from glossary.concept import (
    CONCEPT_ID_LENGTH,
    Concept,
    ConceptId,
    Definition,
    Label,
    LabelKind,
    LanguageTag,
    concept_id_of,
)

EN = LanguageTag("en")
REDIS = Concept(ConceptId("redis"), (Label("Redis", EN, LabelKind.HEADWORD),), (Definition("A store.", EN),))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ({"labels": ()}, "one headword"),
        ({"labels": (Label("Redis", EN),)}, "one headword"),
        ({"labels": (*REDIS.labels, Label("Valkey", EN, LabelKind.HEADWORD))}, "one headword"),
        ({"labels": (*REDIS.labels, Label("Redis", EN))}, "stands twice"),
        ({"definitions": (*REDIS.definitions, Definition("Another.", EN))}, "two definitions"),
        ({"id": ConceptId("")}, "an id has"),
        ({"id": ConceptId("x" * (CONCEPT_ID_LENGTH + 1))}, "an id has"),
    ],
)
def test_a_concept_holds_what_it_promises(broken: dict[str, object], said: str) -> None:
    """What breaks a promise cannot be made."""
    with pytest.raises(ValueError, match=said):
        replace(REDIS, **broken)  # type: ignore[arg-type]


@given(some.lists(some.text(), max_size=3), some.lists(some.text(), max_size=3))
def test_the_same_facts_give_the_same_id_and_others_another(facts: list[str], others: list[str]) -> None:
    """And every id fits."""
    assert len(concept_id_of(*facts)) == CONCEPT_ID_LENGTH
    assert (concept_id_of(*facts) == concept_id_of(*others)) == ("\x1f".join(facts) == "\x1f".join(others))
