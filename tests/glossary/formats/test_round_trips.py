"""What each format says it keeps comes back equal, whatever stands in it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings

from glossary.concept import Link
from glossary.formats import hugo
from glossary.formats.choosing import FOLDER_KEEPS, FORMATS, MARKDOWN, Field, Format, harvest, written
from glossary.formats.reading import Severity
from tests.glossary.formats.concepts import glossaries
from tests.glossary.formats.holding import held

if TYPE_CHECKING:
    from glossary.concept import Concept
    from glossary.formats.reading import Harvest

# A busy machine is no reason to fail: what is asked here is not how long it takes.
_PATIENTLY = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
_WHOLE = [form for form in FORMATS if Field.ID in form.keeps]
_ONLY_IN_JSON = re.compile("[\ufffe\uffff]")
_SKOS = frozenset({"turtle", "rdfxml", "jsonld"})
_OF_ANY_CHARACTER = frozenset({"markdown", "jsonl", "csv", "tsv"})


def _suited(form: Format, concepts: tuple[Concept, ...]) -> tuple[Concept, ...]:
    """Change what a format holds only in another way: readers of RDF may write an address so that it leads the same."""
    assume(form.name in _OF_ANY_CHARACTER or not any(map(_ONLY_IN_JSON.search, map(_texts, concepts))))
    if form.name not in _SKOS:
        return concepts
    plain = [
        tuple(Link(link.title, f"https://x/{number}?é=<{number}>") for number, link in enumerate(concept.links))
        for concept in concepts
    ]
    return tuple(replace(concept, links=links) for concept, links in zip(concepts, plain, strict=True))


def _texts(concept: Concept) -> str:
    return json.dumps(asdict(concept), ensure_ascii=False)


def _check(harvest: Harvest, concepts: tuple[Concept, ...], keeps: frozenset[Field]) -> None:
    assert held(harvest.concepts, keeps) == held(concepts, keeps)
    errors = [finding for finding in harvest.findings if finding.severity is Severity.ERROR]
    assert len(errors) == (0 if concepts else 1)  # a file without any entry is an error
    if Field.LINK_TITLES in keeps:
        headwords = {concept.id: concept.headword for concept in concepts}
        assert {concept.id: concept.headword for concept in harvest.concepts} == headwords


@pytest.mark.parametrize("form", _WHOLE, ids=lambda form: form.name)
@_PATIENTLY
@given(concepts=glossaries())
def test_what_is_written_is_read_back_equal(form: Format, concepts: tuple[Concept, ...]) -> None:
    """Every field that the format keeps survives, and the file has no errors."""
    concepts = _suited(form, concepts)
    _check(harvest(form, written(form, concepts), "x"), concepts, form.keeps)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@_PATIENTLY
@given(concepts=glossaries())
def test_a_second_export_is_the_first(form: Format, concepts: tuple[Concept, ...]) -> None:
    """Byte by byte, in whatever order the concepts come, and also after a way through the file."""
    first = b"".join(written(form, concepts))
    assert b"".join(written(form, reversed(concepts))) == first
    if form.name in {"csv", "tsv", "jsonl", MARKDOWN.name, "yaml"}:
        again = harvest(form, [first], "x").concepts
        assert b"".join(written(form, again)) == first


@_PATIENTLY
@given(concepts=glossaries())
def test_a_folder_is_read_back_equal(concepts: tuple[Concept, ...]) -> None:
    """Every field survives, on as many pages as there are languages, and in any order of the pages."""
    assume(not any(map(_ONLY_IN_JSON.search, map(_texts, concepts))))
    pages = dict(hugo.write(concepts))
    files = [(path, text.encode()) for path, text in reversed(pages.items())]
    _check(hugo.read(files, "x"), concepts, FOLDER_KEEPS)
    assert dict(hugo.write(concepts)) == pages
