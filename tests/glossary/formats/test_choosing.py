"""Which format a file is in, what each keeps, and what an export looks like."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from glossary.concept import Concept, ConceptId, Definition, Image, Label, LabelKind, LanguageTag, Link
from glossary.formats import hugo
from glossary.formats.choosing import FOLDER_KEEPS, FORMATS, Field, Format, format_named, format_of, harvest, written
from tests.glossary.formats.documenting import PAGE, page_with_table
from tests.terms import DE, EN, KO

if TYPE_CHECKING:
    from glossary.formats.reading import Harvest

H, S, A, M, V = LabelKind.HEADWORD, LabelKind.SYNONYM, LabelKind.ABBREVIATION, LabelKind.MISSPELLING, LabelKind.AVOIDED
WHOLE = Concept(
    ConceptId("whole"),
    (
        Label("Zug", DE, S),
        Label("release train", EN, H),
        Label("배포 열차", KO, H),
        Label("train", EN, S),
        Label("RT", EN, A),
        Label("relase train", EN, M),
        Label("big bang", EN, V),
    ),
    (Definition("정해 둔 날.", KO, is_outdated=True), Definition("A fixed date.\n\nIt ships.", EN)),
    domain="release",
    tags=("planning",),
    related=(ConceptId("other"),),
    replaced_by=ConceptId("other"),
    links=(Link("How", "https://example.org/how"),),
    image=Image("https://example.org/i.png", "A train"),
    contact="@release",
    confirmed=date(2026, 11, 23),
)
OTHER = Concept(ConceptId("other"), (Label("canary", EN, H),))


def _said(concept: Concept) -> dict[Field, object]:
    """Take a concept apart into what a format may keep."""

    def names(kind: LabelKind) -> set[str]:
        return {label.text for label in concept.labels if label.kind is kind}

    return {
        Field.ID: concept.id,
        Field.HEADWORDS: names(H),
        Field.SYNONYMS: names(S),
        Field.ABBREVIATIONS: names(A),
        Field.MISSPELLINGS: names(M),
        Field.AVOIDED: names(V),
        Field.LANGUAGE: {(label.text, label.language) for label in concept.labels if label.kind in {H, S}},
        Field.ORDER: [label.text for label in concept.labels if label.kind in {H, S}],
        Field.DEFINITIONS: {(text.text, text.language) for text in concept.definitions},
        Field.OUTDATED: {text.language for text in concept.definitions if text.is_outdated},
        Field.DOMAIN: concept.domain,
        Field.TAGS: concept.tags,
        Field.RELATED: concept.related,
        Field.REPLACED_BY: concept.replaced_by,
        Field.LINKS: [link.address for link in concept.links],
        Field.LINK_TITLES: [link.title for link in concept.links],
        Field.IMAGE: concept.image,
        Field.CONTACT: concept.contact,
        Field.CONFIRMED: concept.confirmed,
    }


def _kept(back: Harvest) -> set[Field]:
    found = next(concept for concept in back.concepts if concept.headword.text == "release train" or concept.tags)
    before, after = _said(WHOLE), _said(found)
    return {field for field in Field if before[field] == after[field]}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_format_keeps_what_it_says_and_nothing_else(form: Format) -> None:
    """A concept with every field goes through it; what comes back equal is what its line in the table says."""
    assert _kept(harvest(form, written(form, (WHOLE, OTHER)), "x")) == form.keeps


def test_a_folder_keeps_what_it_says_and_nothing_else() -> None:
    """The same for many files."""
    pages = [(path, text.encode()) for path, text in hugo.write((WHOLE, OTHER))]
    assert _kept(hugo.read(pages, "x")) == FOLDER_KEEPS


def test_the_documentation_has_the_table() -> None:
    """The page says of every format what the code says; ``python -m tests.glossary.formats.documenting`` writes it."""
    text = PAGE.read_text(encoding="utf-8")
    assert page_with_table(text) == text
    assert all(f"`{form.name}`" in text for form in FORMATS)


@pytest.mark.parametrize(
    ("file", "beginning", "name"),
    [
        ("a.CSV", b"", "csv"),
        ("a.yml", b"", "yaml"),
        ("a.b/c", b"Term\tDefinition\n", "tsv"),
        ("export", b"# words\n\n## Redis\n", "markdown"),
        ("export.txt", b"\xef\xbb\xbfterm,definition\n", "csv"),
        ("export.xml", b"<?xml version='1.0'?><rdf:RDF>", "rdfxml"),
        ("export.xml", b"<!-- x --><martif>", "tbx"),
        ("export.json", b'{"id":"a"}', "jsonl"),
        ("export", b"---\n", None),
        ("export", b"", None),
        ("x.exe", b"MZ\x00", None),
    ],
)
def test_a_format_is_told_by_name_or_content(file: str, beginning: bytes, name: str | None) -> None:
    """The ending of the name first, then what only one format begins with; a guess is none."""
    form = format_of(file, beginning)
    assert (form.name if form else None) == name


def test_a_format_has_a_name() -> None:
    """As people type it, in any case."""
    assert format_named("CSV") is format_of("x.csv")
    assert format_named("word") is None


def test_a_new_entry_moves_no_other() -> None:
    """An export is sorted, so that version control shows the new lines and nothing else."""
    form = format_named("jsonl")
    assert form is not None
    middle = replace(OTHER, id=ConceptId("m"), labels=(Label("Deploy", EN, H),))
    old, new = (b"".join(written(form, some)).splitlines() for some in ((WHOLE, OTHER), (middle, WHOLE, OTHER)))
    assert [line for line in new if line in old] == old
    assert len(new) == 3


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_a_spreadsheet_reads_korean_and_runs_nothing(name: str) -> None:
    """A mark at the beginning tells Excel the encoding, and no cell begins like a formula."""
    form = format_named(name)
    assert form is not None
    mean = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "''@x", "' =1")
    concepts = [
        Concept(ConceptId(str(number)), (Label(text, EN, H),), (Definition(f"{text}\n\n x", EN),))
        for number, text in enumerate(mean)
    ]
    data = b"".join(written(form, concepts))
    assert data.startswith(b"\xef\xbb\xbfConcept id")
    for line in data.decode("utf-8-sig").splitlines()[1:]:
        assert not any(
            cell.strip('" ').startswith(tuple("=+-@＝")) for cell in line.split("\t" if name == "tsv" else ",")
        )
    assert set(harvest(form, [data], "x").concepts) == set(concepts)


def test_a_language_stands_beside_a_name_only_where_it_must() -> None:
    """People who edit a table see names."""
    form = format_named("csv")
    assert form is not None
    concept = Concept(ConceptId("a"), (Label("Zug", DE, H), Label("열차", KO, S), Label("x [lang:en]", EN, S)))
    data = b"".join(written(form, [concept])).decode("utf-8-sig")
    assert ",Zug [lang:de],,열차; x [lang:en] [lang:en]," in data
    assert set(harvest(form, [data.encode()], "x").concepts) == {concept}
    assert b"".join(written(form, [concept], LanguageTag("de"))).decode("utf-8-sig").count("lang:de") == 0


def test_nothing_is_written_for_an_empty_glossary_but_what_the_format_needs() -> None:
    """It is read back as an empty one."""
    for form in FORMATS:
        assert harvest(form, written(form, ()), "x").concepts == ()
