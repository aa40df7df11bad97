"""Which names lead to another concept already."""

from __future__ import annotations

from glossary.catalogue import Catalogue
from glossary.clashing import Clash, clashes
from glossary.concept import Concept, ConceptId, Label, LabelKind
from glossary.lookup import How
from tests.terms import CHEF, EN, KO, MLOPS, REDIS, SAP_COMPANY, SAP_NETWORK, TERMS, name

CATALOGUE = Catalogue(TERMS)


def new(*labels: Label, domain: str = "") -> Concept:
    """Make a concept that is not in the catalogue yet."""
    return Concept(ConceptId("new"), labels, domain=domain)


def test_a_name_that_is_free_does_not_clash() -> None:
    """Most names are."""
    assert clashes(new(name("Kubernetes"), name("Terraform", kind=LabelKind.SYNONYM)), CATALOGUE) == ()


def test_a_name_in_another_folding_clashes() -> None:
    """Whoever asks for it would be answered with the other concept."""
    assert clashes(new(name("REDIS")), CATALOGUE) == (Clash("REDIS", REDIS.id, How.EXACT, is_certain=True),)


def test_each_name_is_looked_at_in_its_own_script() -> None:
    """A Korean name of the other concept, its common misspelling, and a name written apart."""
    found = clashes(new(name("x"), name("레디스", KO), name("reddis", KO, LabelKind.SYNONYM)), CATALOGUE)
    assert {(clash.concept, clash.is_certain) for clash in found} == {(REDIS.id, True)}
    assert {clash.name for clash in found} == {"레디스", "reddis"}


def test_a_name_of_several_concepts_clashes_with_each() -> None:
    """All of them are shown, whichever is likelier."""
    found = clashes(new(name("sap")), CATALOGUE)
    assert {clash.concept for clash in found} == {SAP_COMPANY.id, SAP_NETWORK.id}
    assert all(clash.is_certain for clash in found)


def test_another_domain_tells_two_meanings_apart() -> None:
    """That something else is meant was said; a domain on one side alone says nothing."""
    assert clashes(new(name("SAP"), domain="biology"), CATALOGUE) == ()
    assert [clash.concept for clash in clashes(new(name("SAP"), domain="COMPANY"), CATALOGUE)] == [SAP_COMPANY.id]
    assert [clash.concept for clash in clashes(new(name("Redis"), domain="biology"), CATALOGUE)] == [REDIS.id]


def test_a_name_that_is_merely_alike_is_not_certain() -> None:
    """It is shown, because it may be the same word misspelt."""
    for alike in ("Redus", "Chief"):  # one that would be answered as a slip, and one that would be suggested
        found = clashes(new(name(alike)), CATALOGUE)
        assert [clash.is_certain for clash in found] == [False]
        assert {clash.concept for clash in found} <= {REDIS.id, CHEF.id}


def test_a_concept_does_not_clash_with_itself() -> None:
    """Neither with its present names nor with a new one that is alike; only new names are asked for."""
    labels = (*MLOPS.labels, *(name(text, kind=LabelKind.SYNONYM) for text in ("MLOpps", "M.L.Ops", "mlops")))
    assert clashes(Concept(MLOPS.id, labels), CATALOGUE) == ()


def test_a_name_that_was_shared_before_is_no_news() -> None:
    """Who edits the definition of SAP is not asked about its name again."""
    here = Concept(ConceptId("here"), (name("Redis"),))
    assert clashes(here, Catalogue((*TERMS, here))) == ()


def test_a_new_name_between_the_concept_and_another_clashes_with_the_other() -> None:
    """The concept has it in one folding, the other in the same: it would be ambiguous from now on."""
    both = Catalogue([Concept(ConceptId("one"), (name("M-L"),)), Concept(ConceptId("two"), (name("m l"),))])
    changed = Concept(ConceptId("one"), (name("M-L"), name("ML", kind=LabelKind.SYNONYM)))
    assert [(clash.concept, clash.is_certain) for clash in clashes(changed, both)] == [("two", True)]


def test_a_misspelling_clashes_with_a_name_only() -> None:
    """It is like other words by its nature; that it is another word is worth a question."""
    alike = new(name("x"), name("Redus", kind=LabelKind.MISSPELLING))
    assert clashes(alike, CATALOGUE) == ()
    equal = new(name("x"), name("Redis", EN, LabelKind.MISSPELLING))
    assert [clash.is_certain for clash in clashes(equal, CATALOGUE)] == [True]


def test_what_is_certain_comes_first_and_is_not_told_twice() -> None:
    """A concept that clashes is not shown as alike as well."""
    found = clashes(new(name("Redus"), name("Cheff", kind=LabelKind.SYNONYM), name("레디스", KO)), CATALOGUE)
    assert [(clash.concept, clash.is_certain) for clash in found] == [("redis", True), ("chef", False)]
