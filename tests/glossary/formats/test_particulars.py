"""Cases that only one format has, or that only a file made for it shows."""

from __future__ import annotations

import pytest

from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.formats import hugo
from glossary.formats.blocks import protect, unprotect
from glossary.formats.choosing import format_of, harvest, written
from glossary.formats.languages import ENGLISH, tag_of
from glossary.formats.proposing import proposed
from glossary.formats.reading import Harvest, Rule
from glossary.rules import LONGEST_DOMAIN, LONGEST_NAME
from tests.terms import EN, KO

H, S, A, M = LabelKind.HEADWORD, LabelKind.SYNONYM, LabelKind.ABBREVIATION, LabelKind.MISSPELLING


def found(name: str, data: str | bytes, language: LanguageTag = ENGLISH) -> Harvest:
    """Read a file of this name."""
    form = format_of(name)
    assert form is not None
    return harvest(form, [data.encode() if isinstance(data, str) else data], name, language)


def labels(harvested: Harvest) -> list[list[tuple[str, str, LabelKind]]]:
    """Give the names of each entry."""
    return [[(one.text, one.language, one.kind) for one in concept.labels] for concept in harvested.concepts]


def page(text: str) -> bytes:
    """Write a page with a title."""
    return f"---\ntitle: {text}\n---\nx\n".encode()


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Name,Description", "Redis,x", [("Redis", "en", H)]),
        ("약어,설명", "CI,x", [("CI", "en", H)]),
        ("용어(국문),용어 (영문)", "레디스,Redis", [("레디스", "ko", H), ("Redis", "en", H)]),
        ("Synonyms,Term", "b; c,a", [("a", "en", H), ("b", "en", S), ("c", "en", S)]),
        ("Term,aka", '"a","b\nc, 나"', [("a", "en", H), ("b", "en", S), ("c", "en", S), ("나", "ko", H)]),
        ("Term_de,Term", "Zug,train", [("Zug", "de", H), ("train", "en", H)]),
        ("Term,Names", 'a,"x\\, y; z"', [("a", "en", H), ("x, y", "en", S), ("z", "en", S)]),
        ("Term,Misspellings,Avoided", "a,b,c", [("a", "en", H), ("b", "en", M), ("c", "en", LabelKind.AVOIDED)]),
        ("Term", "x [lang:??]", [("x [lang:??]", "en", H)]),
    ],
)
def test_columns_are_known_by_their_heads(head: str, row: str, expected: list[tuple[str, str, LabelKind]]) -> None:
    """In English and Korean, in any order, with a language or without."""
    assert labels(found("x.csv", f"{head}\n{row}\n")) == [expected]


def test_the_first_row_must_be_one_row() -> None:
    """A word that means nothing is named, also one with a language; an empty one is not."""
    harvested = found("x.csv", "Term,Colour (ko),Definition (klingonisch),,Term (\na,b,c\n")
    said = [(one.rule, one.text) for one in harvested.findings]
    assert said == [(Rule.UNKNOWN_COLUMN, text) for text in ("Colour (ko)", "Definition (klingonisch)", "Term (")]


def test_two_texts_of_a_row_are_one_definition() -> None:
    """A short and a long one; a row that numbers itself has no id of its own."""
    (concept,) = found("x.csv", "id,term,short description,description,Type\n17,a,one,two,A\n").concepts
    assert concept.definitions == (Definition("one\n\ntwo", EN),)
    assert concept.id not in {"17", "A"}
    assert found("x.csv", "id,term\nr17,a\n").concepts[0].id == "r17"


def test_an_encoding_is_told_by_the_beginning() -> None:
    """However long the file is; single faults in UTF-8 do not make it something else."""
    rows = "".join(f"용어 {number},뜻이 있는 낱말\n" for number in range(3000))
    (finding,) = found("x.csv", ("용어,뜻\n" + rows).encode("cp949")).findings
    assert (finding.rule, finding.text) == (Rule.ENCODING, "cp949")
    harvested = found("x.csv", ("용어,뜻\n" + rows).encode() + b"A,\xff\nB,b\n")
    assert [(one.rule, one.line) for one in harvested.findings] == [(Rule.BAD_BYTE, 3002)]
    assert len(harvested.concepts) == 3001


def test_old_line_ends_are_line_ends() -> None:
    """A file from an old machine, and one with both kinds."""
    assert labels(found("x.csv", "term,names\ra,b\rc,d\r\ne,f\n")) == [
        [(one, "en", H), (other, "en", S)] for one, other in ("ab", "cd", "ef")
    ]


def test_a_name_is_a_headword_where_none_is_said_to_be() -> None:
    """The first that is in good use; a misspelling is none, and leaves the entry without a name."""
    text = '{"labels":[{"text":"a","kind":"misspelling"},{"text":"b","kind":"synonym"},{"text":"c","kind":"synonym"}]}'
    assert labels(found("x.jsonl", text)) == [[("a", "en", M), ("b", "en", H), ("c", "en", S)]]


def test_what_happened_is_no_entry() -> None:
    """A file with its history is read like one without; who wants the history reads it elsewhere."""
    entry = '{"labels": [{"text": "b", "language": "en"}]}'
    history = '{"history": {"revision": 1}}'
    assert found("x.jsonl", f"{history}\n{entry}\n") == found("x.jsonl", f"\n{entry}\n")
    assert found("x.jsonl", history).findings == ()


def test_what_is_known_is_not_proposed() -> None:
    """Both halves of an explained short form may be names already."""
    names = (Label("CI", EN, H), Label("Continuous integration", EN, S))
    text = Definition("It is good. Continuous integration (CI) is a habit.", EN)
    assert proposed(Concept(ConceptId("a"), names, (text,)), ENGLISH) == ()
    other = Definition("It is good. Many use single sign-on (SSO) for it.", EN)
    assert proposed(Concept(ConceptId("a"), names, (other,)), ENGLISH) == ()


def test_names_are_proposed_with_their_place() -> None:
    """From pages and maps too, where they give no names besides headwords."""
    text = "온콜(On-call)은 당번이다."
    harvested = hugo.read([("content/ko/a.md", f"---\ntitle: 온콜\n---\n{text}\n".encode())], "site")
    assert [(one.label, one.file, one.line) for one in harvested.proposals] == [
        (Label("On-call", EN, H), "content/ko/a.md", 1)
    ]
    harvested = found("x.yaml", f"a: x\n온콜: {text}\n")
    assert [(one.label.text, one.file, one.line) for one in harvested.proposals] == [("On-call", "x.yaml", 2)]
    assert found("x.yaml", f"온콜:\n  names: 당번\n  definition: {text}\n").proposals == ()


YAML = [
    ("a: x", [[("a", "en", H)]], []),
    ("a:\n  image: \n  type: term\n  id: 7", [[("a", "en", H)]], []),
    ("a:\n  image: x", [[("a", "en", H)]], [Rule.BAD_ADDRESS]),
    ("a:\n  links: ['https://x', y]", [[("a", "en", H)]], [Rule.BAD_ADDRESS]),
    ("a:\n  definitions: {ko: 뜻, en: [no, text], de: {x: y}}", [[("a", "en", H)]], []),
    ("[a, b]", [], [Rule.NO_ENTRY]),
    ("a text", [], [Rule.NO_ENTRY]),
    ("- a: {aka: b}\n- {}\n- - x\n", [[("a", "en", H), ("b", "en", S)]], []),
    ("- a: x\n  tags: [t]\n", [[("a", "en", H)]], []),
    ("- a: [x]\n  tags: [t]\n", [[("a", "en", H)]], []),
    ("? [a]\n: x\nb: y", [[("b", "en", H)]], [Rule.NO_NAME]),
    ("terms:\n  a: x\nacronyms:\n  b: {type: acronym, term: a}\n", [[("a", "en", H), ("b", "en", A)]], []),
    ("b: {type: acronym}", [], [Rule.NO_ENTRY]),
    ("a:\n  headword: b [lang:de]\n  names: a", [[("b", "de", H), ("a", "en", S)]], []),
    ("---\na: x\n---\nb: y\n", [[("a", "en", H)]], []),
]


@pytest.mark.parametrize(("text", "names", "rules"), YAML)
def test_yaml_is_read_in_many_shapes(
    text: str, names: list[list[tuple[str, str, LabelKind]]], rules: list[Rule]
) -> None:
    """Maps, lists of maps, parts of a file; what is no text is none."""
    harvested = found("x.yaml", text)
    assert labels(harvested) == names
    assert [one.rule for one in harvested.findings] == rules


def test_the_longest_name_is_a_key_that_yaml_can_hold() -> None:
    """A key is at most 1024 characters long for every reader of YAML, and one letter may be written as six."""
    name, domain = "x" + "\ufeff" * (LONGEST_NAME - 2) + "x", "x" * LONGEST_DOMAIN
    twins = [Concept(ConceptId(one), (Label(name, EN, H),), domain=domain[:-1] + one) for one in "ab"]
    form = format_of("x.yaml")
    assert form is not None
    assert harvest(form, written(form, twins), "x").concepts == tuple(twins)


def test_a_reference_out_of_the_file_is_not_written() -> None:
    """The reader could not know what it means."""
    concept = Concept(ConceptId("a"), (Label("A", EN, H),), related=(ConceptId("b"),), replaced_by=ConceptId("c"))
    for name in ("x.tbx", "x.ttl", "x.csv", "x.yaml"):
        form = format_of(name)
        assert form is not None
        (back,) = harvest(form, written(form, [concept]), name).concepts
        assert (back.related, back.replaced_by) == ((), None)


def test_a_concept_of_a_vocabulary_may_be_unusable() -> None:
    """The others are not; a file that types nothing is read by its labels."""
    turtle = (
        "@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n<x:1> s:prefLabel 'a\\u0001' .\n<x:2> s:prefLabel 'b' ."
    )
    harvested = found("x.ttl", turtle)
    assert [one.rule for one in harvested.findings] == [Rule.CONTROL_CHARACTER]
    assert labels(harvested) == [[("b", "en", H)]]


def test_a_vocabulary_may_say_which_concept_took_the_place() -> None:
    """And a second preferred name in one language is another name."""
    turtle = (
        "@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n@prefix d: <http://purl.org/dc/terms/> .\n"
        "<x:1> s:prefLabel 'a'@en, 'b'@en ; d:isReplacedBy <x:2> .\n<x:2> s:prefLabel 'c'@en ."
    )
    harvested = found("x.ttl", turtle)
    assert sorted(labels(harvested)) == [[("a", "en", H), ("b", "en", S)], [("c", "en", H)]]
    replaced = {concept.headword.text: concept.replaced_by for concept in harvested.concepts}
    assert replaced["c"] is None
    assert replaced["a"] == next(concept.id for concept in harvested.concepts if concept.headword.text == "c")


def test_a_page_that_is_bad_leaves_the_others() -> None:
    """In other languages and of other names; two pages of one language are one too many."""
    files = [
        ("content/en/a.md", page('"A\\u0001"')),
        ("content/ko/a.md", page("에이")),
        ("content/en/b.md", page('"B\\u0001"')),
        ("content/en/c.md", page("C")),
        ("en/c.md", page("C")),
        ("content/ko/c.md", page("C (씨)")),
        ("d.md", page("D (domain)")),
        ("api/d.md", page("D")),
    ]
    harvested = hugo.read(files, "site")
    assert [(one.rule, one.file) for one in harvested.findings] == [
        (Rule.CONTROL_CHARACTER, "content/en/a.md"),
        (Rule.CONTROL_CHARACTER, "content/en/b.md"),
        (Rule.DEFINITION_TWICE, "content/en/c.md"),
    ]
    assert labels(harvested) == [[("에이", "ko", H)], [("D", "en", H)], [("D (domain)", "en", H)]]


def test_a_title_in_other_letters_is_still_the_title() -> None:
    """What a page is called is its name in its language; what stands in brackets is in the language of its letters."""
    files = [
        ("content/ko/a.md", page("DevOps")),
        ("content/ko/b.md", page("온콜(On-call)")),
        ("content/en/a.md", page("Dev Ops")),
    ]
    assert labels(hugo.read(files, "site")) == [
        [("Dev Ops", "en", H), ("DevOps", "ko", H)],
        [("온콜", "ko", H), ("On-call", "en", H)],
    ]


def test_pages_of_one_title_have_names_of_their_own() -> None:
    """Files must not overwrite each other, and a page must not be called like those that are no entries."""
    concepts = [
        Concept(ConceptId(str(number)), (Label(text, EN, H),), (Definition("x", KO),))
        for number, text in enumerate(("A b", "a B", "index", "…"))
    ]
    pages = list(hugo.write(concepts))
    assert len({path for path, _ in pages}) == len(pages) == 8
    back = hugo.read([(path, text.encode()) for path, text in pages], "site")
    assert set(back.concepts) == set(concepts)
    assert pages[0][0] == "content/en/a-b.md"


def test_an_older_dump_is_read_too() -> None:
    """The table may stand in any schema, or in none, and its columns in any order."""
    harvested = found("x.sql", 'COPY "definitions" ("definition", "term") FROM stdin;\nx\tTLA\nshort\n\\.\nrest\n')
    assert labels(harvested) == [[("TLA", "en", H)]]
    assert [(one.rule, one.line) for one in harvested.findings] == [(Rule.NO_NAME, 3)]


def test_a_title_that_reads_as_two_names_is_said_apart() -> None:
    """A name with brackets would come back as two; with the names told apart it comes back as one."""
    concept = Concept(ConceptId("x"), (Label("Redis (old)", EN, H), Label("레디스", KO, S)), (Definition("x", EN),))
    pages = [(path, text.encode()) for path, text in hugo.write([concept])]
    assert labels(hugo.read(pages, "site")) == [[("Redis (old)", "en", H), ("레디스", "ko", S)]]


@pytest.mark.parametrize("texts", [((EN, "x"), (KO, "엑스")), ((KO, "x"),), ((EN, "x"),)])
def test_definitions_of_a_map_keep_their_languages(texts: tuple[tuple[LanguageTag, str], ...]) -> None:
    """One in the language of its letters is a description; several, or one in another language, name theirs."""
    concept = Concept(ConceptId("x"), (Label("a", EN, H),), tuple(Definition(text, tag) for tag, text in texts))
    form = format_of("x.yaml")
    assert form is not None
    (back,) = harvest(form, written(form, [concept]), "x.yaml").concepts
    assert back.definitions == concept.definitions


def test_the_parts_of_a_tag_are_written_as_is_usual() -> None:
    """Scripts with a capital, regions in capitals, variants as they are."""
    assert [tag_of(text) for text in ("SR-latn-rs", "de-1996", "x")] == ["sr-Latn-RS", "de-1996", None]


def test_a_definition_that_looks_like_an_entry_is_written_apart() -> None:
    """It comes back as it was; what stands within a fence is no entry."""
    text = "## x\n```\n## y\n```\n\\## z\n~~~"
    assert protect(text).split("\n")[0] == "\\## x"
    assert "\n".join(unprotect(protect(text).split("\n"))) == text
