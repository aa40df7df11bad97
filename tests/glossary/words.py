"""Concepts in one line, for tests about names."""

from __future__ import annotations

from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, Label, LabelKind, LanguageTag
from glossary.hangul import has_hangul


def concept(identifier: str, *names: str, tags: tuple[str, ...] = (), short: tuple[str, ...] = ()) -> Concept:
    """Make a concept: a headword, synonyms, and abbreviations; their language follows from their letters."""
    kinds = [LabelKind.HEADWORD] + [LabelKind.SYNONYM] * (len(names) - 1) + [LabelKind.ABBREVIATION] * len(short)
    labels = (Label(name, language_of(name), kind) for name, kind in zip((*names, *short), kinds, strict=True))
    return Concept(ConceptId(identifier), tuple(labels), tags=tags)


def language_of(name: str) -> LanguageTag:
    """Tell Korean from the rest."""
    return LanguageTag("ko" if has_hangul(name) else "en")


def small() -> Catalogue:
    """Make a glossary as a team has it."""
    return Catalogue(
        (
            concept("k8s", "Kubernetes", "쿠버네티스"),
            concept("redis", "Redis", "레디스", "Remote Dictionary Server"),
            concept("mlops", "MLOps", "엠엘옵스"),
            concept("devops", "DevOps", "데브옵스"),
            concept("agile", "Agile Software Development", "애자일 소프트웨어 개발", short=("ASD",)),
            concept("cd", "Continuous Delivery; CD", "지속적 배포"),
            concept("data", "Data Center", "데이터 센터"),
            concept("sap", "SAP SE", short=("SAP",)),
            concept("point", "Service Access Point", short=("SAP",)),
            concept("c", "C"),
            concept("cpp", "C++"),
            concept("csharp", "C#"),
            concept("net", ".NET"),
            concept("r", "R"),
            concept("go", "Go"),
            concept("catalyst", "Catalyst"),
            concept("iac", "Инфраструктура как код"),
            concept("chaos", "カオスエンジニアリング"),
        )
    )
