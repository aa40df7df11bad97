"""Warnings about a glossary that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from glossary.formats.markdown import read
from glossary.formats.reading import Harvest, Place, Rule
from glossary.formats.reviewing import review
from tests.glossary.formats.concepts import glossaries

if TYPE_CHECKING:
    from glossary.concept import Concept


def placed(harvest: Harvest) -> list[tuple[Concept, Place]]:
    """Give the entries of a file with their places."""
    return [(concept, harvest.places[concept.id]) for concept in harvest.concepts]


def found(text: str) -> list[tuple[Rule, int, str, int | None]]:
    """Review a Markdown glossary."""
    harvest = read(text.encode(), "x.md")
    findings = review(placed(harvest))
    return [(one.rule, one.line, one.text, one.other_line) for one in findings]


REMARKABLE = [
    ("## Kubernetes\nx\n\n## Kubernetess\nb\n", [(Rule.NEAR_DUPLICATE, 4, "Kubernetess", 1)]),
    ("## Dev-Ops\nx\n\n## DevOps or x\nb\n", [(Rule.NEAR_DUPLICATE, 4, "DevOps", 1)]),
    ("## Redis\nRedis is a Redis.\n", [(Rule.CIRCULAR, 1, "Redis", None)]),
    ("## 레디스\n레디스는 레디스이다.\n", [(Rule.CIRCULAR, 1, "레디스", None)]),
    ("## A1\nx SLO\n\n## B1\ny SLO\n\n## C1\nz SLO, `SLA`\n", [(Rule.UNDEFINED_WORD, 1, "SLO", None)]),
    (
        "## A1\nx\n### ko\n엑스\n\n## B1\ny\n### ko\n와이\n\n## C1\nz\n### ko\n제트\n\n## D1\nw\n",
        [(Rule.MISSING_LANGUAGE, 16, "D1", None)],
    ),
]
UNREMARKABLE = [
    "## CI\nx\n\n## CD\nb\n",
    "## SAP1234 (a)\nx\n\n## SAP1234 (b)\nb\n",
    "## Version 1\nx\n\n## Version 2\nb\n",
    "## Continuous integration or Continuous integrations\nx\n",
    "## Redis\nRedis is a store of values.\n",
    "## SLO\nx SLO\n\n## B1\ny SLO\n\n## C1\nz SLO\n",
    "## A1\nx SLO\n\n## B1\ny SLO\n\n## C1\nz\n",
    "## A1\nx\n### ko\n엑스\n\n## B1\ny\n### ko\n와이\n\n## C1\nz\n",
    "## A1\n- Tags: x\n",
    "## Kubernetes\n- Misspellings: Kubernets, Kubernetess\nx\n\n## Redis\n- Avoid: Kubernete\nb\n",
]


@pytest.mark.parametrize(("text", "expected"), REMARKABLE)
def test_what_should_be_looked_at_is_named(text: str, expected: list[tuple[Rule, int, str, int | None]]) -> None:
    """With the line on which its entry begins."""
    assert found(text) == expected


@pytest.mark.parametrize("text", UNREMARKABLE)
def test_what_is_well_is_passed_over(text: str) -> None:
    """Short names, versions, domains, and a glossary that is only half translated are no mistakes."""
    assert found(text) == []


def test_a_large_glossary_is_searched_for_equal_names_only() -> None:
    """Comparing each with each would take too long."""
    text = "## Kubernetes\nx\n\n## Kubernetess\nb\n\n## kubernetes (x)\nc\n\n## ku-bernetes\nd\n"
    harvest = read(text.encode(), "x.md")
    (finding,) = review(placed(harvest), most_names=2)
    assert (finding.rule, finding.line, finding.text) == (Rule.NEAR_DUPLICATE, 10, "ku-bernetes")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(glossaries())
def test_any_glossary_can_be_reviewed(concepts: tuple[Concept, ...]) -> None:
    """Nothing found is an error, each stands where its entry does, and they come in the order of the entries."""
    entries = [(concept, Place("x", line)) for line, concept in enumerate(concepts, 1)]
    findings = review(entries)
    assert {finding.severity for finding in findings} <= {"warning"}
    assert [finding.line for finding in findings] == sorted(finding.line for finding in findings)
    assert {finding.line for finding in findings} <= set(range(1, len(concepts) + 1))


def test_entries_of_several_files_are_looked_at_together() -> None:
    """The other file is named where it is another one; the same entry twice is one of the two."""
    one, two = read(b"## Kubernetes\nx\n", "a.md"), read(b"\n## Kubernetess\nb\n\n## Kubernetes\nx\n", "b.md")
    findings = review([*placed(one), *placed(two)])
    assert [(one.file, one.line, one.text, one.other_line, one.other_file) for one in findings] == [
        ("b.md", 2, "Kubernetess", 1, "a.md"),
        ("b.md", 5, "Kubernetes", 1, "a.md"),
    ]
