"""The small glossary that the tests talk about."""

from __future__ import annotations

from glossary.concept import Concept, ConceptId, Definition, Image, Label, LabelKind, LanguageTag, Link

EN = LanguageTag("en")
KO = LanguageTag("ko")
DE = LanguageTag("de")


def name(text: str, language: LanguageTag = EN, kind: LabelKind = LabelKind.HEADWORD) -> Label:
    """Make a label; a headword unless said otherwise."""
    return Label(text, language, kind)


MLOPS = Concept(
    ConceptId("mlops"),
    (name("MLOps"), name("ML Ops", kind=LabelKind.SYNONYM), name("엠엘옵스", KO)),
    (Definition("Running *models* in production.", EN), Definition("모델을 운영하는 일이다.", KO)),
    related=(ConceptId("redis"), ConceptId("gone")),
)
REDIS = Concept(
    ConceptId("redis"),
    (name("Redis"), name("레디스", KO), name("Reddis", kind=LabelKind.MISSPELLING)),
    (Definition("메모리에 두는 저장소이다.", KO),),
)
SAP_COMPANY = Concept(
    ConceptId("sap-co"),
    (name("SAP"), name("SAP AG", kind=LabelKind.AVOIDED)),
    (Definition("A maker of business software.", EN),),
    domain="company",
    links=(Link("Their site", "https://example.com/sap"),),
    image=Image("https://example.com/logo.png", "Three letters"),
    contact="#erp-team",
)
SAP_NETWORK = Concept(
    ConceptId("sap-net"), (name("SAP"),), (Definition("Where a service is reached.", EN),), domain="networking"
)
CHEF = Concept(ConceptId("chef"), (name("Chef"),), replaced_by=MLOPS.id)
"""Nobody has defined it, and something else took its place."""

TERMS = (MLOPS, REDIS, SAP_COMPANY, SAP_NETWORK, CHEF)
