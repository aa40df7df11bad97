"""A part of a glossary, by tag and language."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.concept import UNDETERMINED, Concept, ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.selecting import selected
from tests.glossary.formats.concepts import LANGUAGES, glossaries
from tests.terms import EN, KO

BRAZIL = LanguageTag("pt-BR")
REDIS = Concept(
    ConceptId("redis"),
    (Label("Redis", EN, LabelKind.HEADWORD), Label("레디스", KO, LabelKind.HEADWORD), Label("RD", UNDETERMINED)),
    (Definition("a store", EN), Definition("저장소", KO)),
    tags=("database", "cache"),
)


def test_a_tag_takes_the_concepts_that_have_it() -> None:
    """One of several is enough; without a tag everything is wanted."""
    kafka = replace(REDIS, id=ConceptId("kafka"), tags=("log",))
    assert list(selected((REDIS, kafka))) == [REDIS, kafka]
    assert list(selected((REDIS, kafka), ["log", "cache"])) == [REDIS, kafka]
    assert list(selected((REDIS, kafka), ["log"])) == [kafka]


def test_a_language_takes_what_is_said_in_it() -> None:
    """Names and definitions, and names of no language."""
    (korean,) = selected((REDIS,), languages=[KO])
    assert [label.text for label in korean.labels] == ["레디스", "RD"]
    assert [text.text for text in korean.definitions] == ["저장소"]
    assert list(selected((REDIS,), languages=[EN, KO])) == [REDIS]
    assert list(selected((REDIS,), languages=[BRAZIL])) == []


def test_a_concept_that_is_only_defined_in_a_language_keeps_its_headword() -> None:
    """It must be called something; and a language means its variants."""
    concept = replace(REDIS, definitions=(Definition("um banco", BRAZIL),))
    (found,) = selected((concept,), languages=[LanguageTag("pt")])
    assert [label.text for label in found.labels] == ["Redis", "RD"]
    assert found.definitions == concept.definitions


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(glossaries(), st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=2))
def test_what_is_selected_is_part_of_what_there_is(concepts: tuple[Concept, ...], wanted: list[LanguageTag]) -> None:
    """Every concept keeps its invariants, and selecting twice is selecting once."""
    found = list(selected(concepts, languages=wanted))
    by_id = {concept.id: concept for concept in concepts}
    for concept in found:
        assert set(concept.labels) <= set(by_id[concept.id].labels)
        assert set(concept.definitions) <= set(by_id[concept.id].definitions)
    assert list(selected(found, languages=wanted)) == found
