"""One glossary in memory."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some

from glossary.catalogue import SMALLEST_SHELF, Catalogue
from glossary.concept import Concept, ConceptId
from glossary.lookup import Answer, Query, resolve
from tests.glossary.words import concept, small

NAMES = some.sampled_from(
    ["Redis", "레디스", "Redix", "ML Ops", "mlops", "Data Center", "데이터 센터", "Redis Cluster"]
)
CHANGES = some.lists(
    some.tuples(some.sampled_from("abcde"), some.none() | some.lists(NAMES, min_size=1, max_size=3, unique=True)),
    max_size=12,
)


def test_concepts_are_kept_by_id_in_the_order_of_their_first_addition() -> None:
    """Replacing one keeps its place; taking one out that is not there changes nothing."""
    catalogue = Catalogue((concept("a", "Alpha"), concept("b", "Beta")))
    catalogue.put(concept("a", "Alpha", "Aleph"))
    catalogue.remove(ConceptId("nobody"))
    assert [each.id for each in catalogue] == ["a", "b"]
    assert len(catalogue) == 2
    assert ConceptId("a") in catalogue
    found = catalogue.get(ConceptId("a"))
    assert found is not None
    assert len(found.labels) == 2


def test_a_name_leads_to_every_concept_that_has_it() -> None:
    """Each once, by its first such label, in the order of the concepts; a name without letters to none."""
    catalogue = Catalogue(
        (concept("b", "SAP", "S.A.P."), concept("a", "sap"), concept("c", "아가"), concept("d", "악아"))
    )
    assert [(each.id, label.text) for each, label in catalogue.named("Sap")] == [("b", "SAP"), ("a", "sap")]
    assert [each.id for each, _ in catalogue.named("악아")] == ["d"]
    assert catalogue.named("?") == ()


def test_a_change_is_seen_at_once() -> None:
    """What was put is found, and what was replaced or taken out is not."""
    catalogue = small()
    assert not catalogue.named("Grafana")
    catalogue.put(concept("g", "Grafana"))
    assert catalogue.named("grafana")
    catalogue.put(concept("g", "Prometheus"))
    assert not catalogue.named("grafana")
    assert catalogue.knows("prometheus")
    catalogue.remove(ConceptId("g"))
    assert not catalogue.knows("prometheus")
    assert isinstance(resolve(Query("redis"), catalogue), Answer)


def test_many_changes_merge_into_few_shelves() -> None:
    """Adding one after the other finds all of them, as building at once does."""
    names = [f"concept number {number}" for number in range(5 * SMALLEST_SHELF)]
    catalogue = Catalogue()
    for place, name in enumerate(names):
        catalogue.put(concept(f"c{place}", name))
        assert catalogue.named(name)
    assert all(catalogue.named(name) for name in names)


@settings(deadline=None)
@given(
    CHANGES, some.sampled_from(["redis", "redsi", "레디스", "data", "ml-ops", "blue redis", "fpeltm", "what is mlops?"])
)
def test_changes_one_by_one_are_as_good_as_building_at_once(
    changes: list[tuple[str, list[str] | None]], query: str
) -> None:
    """How a glossary came to be what it is does not matter."""
    changed = Catalogue()
    final: dict[str, Concept] = {}
    for identifier, names in changes:
        if names is None:
            changed.remove(ConceptId(identifier))
            final.pop(identifier, None)
        else:
            final[identifier] = concept(identifier, *names)
            changed.put(final[identifier])
        changed.knows("redis")  # so that every change is indexed by itself
    assert list(changed) == list(final.values())
    built = Catalogue(final.values())
    assert resolve(Query(query), changed) == resolve(Query(query), built)
    assert changed.complete(query[:3]) == built.complete(query[:3])
