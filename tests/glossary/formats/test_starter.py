"""The starter glossary: what an empty bot knows must be whole."""

from __future__ import annotations

from pathlib import Path

import pytest

import glossary.terms
from glossary.catalogue import Catalogue
from glossary.concept import LabelKind
from glossary.formats.languages import ENGLISH, KOREAN
from glossary.formats.markdown import read, write

_DATA = (Path(glossary.terms.__file__).parent / "starter.md").read_bytes()
_HARVEST = read(_DATA, "starter.md")


def test_the_starter_reads_without_findings() -> None:
    """Five concepts, each with a headword and a definition in both languages, and tags."""
    assert _HARVEST.findings == ()
    assert len(_HARVEST.concepts) == 5
    for concept in _HARVEST.concepts:
        assert {one.language for one in concept.definitions} == {ENGLISH, KOREAN}
        assert concept.headword_in(ENGLISH)
        assert concept.headword_in(KOREAN)
        assert concept.tags


def test_the_starter_survives_being_written() -> None:
    """An export of the starter is the starter."""
    assert read(write(_HARVEST.concepts).encode(), "x.md").concepts == _HARVEST.concepts


@pytest.mark.parametrize(
    ("name", "headword"),
    [
        ("ml-ops", "MLOps"),
        ("엠엘옵스", "MLOps"),
        ("데브옵스", "DevOps"),
        ("agile", "Agile software development"),
        ("애자일", "Agile software development"),
        ("애자일 소프트웨어 개발", "Agile software development"),
        ("sap se", "SAP"),
        ("에스에이피", "SAP"),
        ("레디스", "Redis"),
        ("remote dictionary server", "Redis"),
    ],
)
def test_every_name_leads_to_one_concept(name: str, headword: str) -> None:
    """Names of both scripts are there, and none is shared."""
    ((concept, _),) = Catalogue(_HARVEST.concepts).named(name)
    assert concept.headword.text == headword


def test_the_concepts_refer_to_each_other() -> None:
    """DevOps, agile development and MLOps are neighbours; a misspelling is never shown as a name."""
    names = {concept.id: concept.headword.text for concept in _HARVEST.concepts}
    related = {concept.headword.text: {names[other] for other in concept.related} for concept in _HARVEST.concepts}
    assert related["DevOps"] == {"MLOps", "Agile software development"}
    assert "DevOps" in related["MLOps"] & related["Agile software development"]
    kinds = {label.text: label.kind for concept in _HARVEST.concepts for label in concept.labels}
    assert kinds["레디쓰"] is LabelKind.MISSPELLING
