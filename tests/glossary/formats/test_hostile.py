"""Files that mean harm, or are only very broken: refused with file and line, and the good entries stay usable."""

from __future__ import annotations

import io
import json
import random
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.formats import hugo, pages
from glossary.formats.choosing import FORMATS, Format, format_named, format_of, harvest
from glossary.formats.reading import MOST_FINDINGS, Rule, Severity
from glossary.rules import MOST_NAMES
from tests.glossary.formats.fuzzing import bear, bear_page, mutated, seeds_of
from tests.glossary.formats.fuzzing import pages as golden_pages

if TYPE_CHECKING:
    from glossary.formats.reading import Harvest

_PATIENTLY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def found(name: str, data: str | bytes) -> Harvest:
    """Read a file of this name."""
    form = format_of(name)
    assert form is not None
    return harvest(form, [data.encode() if isinstance(data, str) else data], name)


def rules(harvest: Harvest) -> list[tuple[Rule, int, str]]:
    """Reduce findings to what matters here."""
    return [(one.rule, one.line, one.text) for one in harvest.findings]


BOMB = '<?xml version="1.0"?>\n<!DOCTYPE x [\n<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;">\n]>\n<tbx>&b;</tbx>'
OUTSIDE = '<!DOCTYPE x [\n<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<tbx>&a;</tbx>'
DEEP = "<a>" * 200
CYCLE = '{"@context": {"a": "http://x/"}, "@graph": [{"@context": ["https://example.org/context"]}]}'
HARMFUL: list[tuple[str, str | bytes, tuple[Rule, int, str]]] = [
    ("x.tbx", BOMB, (Rule.FORBIDDEN, 3, "EntitiesForbidden")),
    ("x.rdf", BOMB, (Rule.FORBIDDEN, 3, "EntitiesForbidden")),
    ("x.tbx", OUTSIDE, (Rule.FORBIDDEN, 2, "EntitiesForbidden")),
    ("x.tbx", DEEP, (Rule.FORBIDDEN, 1, "nesting")),
    ("x.tbx", "<tbx>\n<a></tbx>", (Rule.MALFORMED, 2, "mismatched tag")),
    ("x.tbx", "<?xml version='1.0' encoding='no-such'?>\n<tbx/>", (Rule.MALFORMED, 1, "LookupError")),
    ("x.tbx", "<tbx/>", (Rule.NO_ENTRY, 1, "")),
    ("x.jsonld", CYCLE, (Rule.FORBIDDEN, 1, "https://example.org/context")),
    ("x.jsonld", '{"@context": {"@import": "https://example.org/context"}}', (Rule.FORBIDDEN, 1, "@import")),
    ("x.jsonld", "{\n,", (Rule.MALFORMED, 2, "JSONDecodeError")),
    ("x.ttl", "\n<a> <b> <c> <d>", (Rule.MALFORMED, 2, "BadSyntax")),
    ("x.ttl", "<a> <b>", (Rule.MALFORMED, 1, "IndexError")),
    ("x.ttl", "", (Rule.NO_ENTRY, 1, "")),
    ("x.yaml", "a: !!python/object:os.system x", (Rule.FORBIDDEN, 1, "tag:yaml.org,2002:python/object:os.system")),
    ("x.yaml", "a: x\nb: &b [x]\nc: [*b, *b]", (Rule.FORBIDDEN, 2, "&b")),
    ("x.yaml", "[" * 50, (Rule.FORBIDDEN, 1, "nesting")),
    ("x.yaml", "a: [\n", (Rule.MALFORMED, 2, "expected the node content, but found '<stream end>'")),
    ("x.yaml", "a: \x00", (Rule.MALFORMED, 1, "ReaderError")),
    ("x.yaml", b"\xff", (Rule.NOT_UTF8, 1, "0xFF")),
    ("x.yaml", "", (Rule.NO_ENTRY, 1, "")),
    ("x.csv", "", (Rule.NO_COLUMN, 1, "")),
    ("x.csv", "a,b\n1,2\n", (Rule.NO_COLUMN, 1, "a,b")),
    ("x.csv", '"' + "x" * 200_000, (Rule.NO_COLUMN, 1, '"' + "x" * 79)),
    ("x.csv", "term,definition\n,\n", (Rule.NO_ENTRY, 1, "")),
    ("x.jsonl", "\n", (Rule.NO_ENTRY, 1, "")),
    ("x.sql", "DROP TABLE definitions;", (Rule.NO_ENTRY, 1, "")),
]


@pytest.mark.parametrize(("name", "data", "expected"), HARMFUL)
def test_a_harmful_file_is_refused_with_its_line(name: str, data: str | bytes, expected: tuple[Rule, int, str]) -> None:
    """Nothing is expanded, fetched or run."""
    harvest = found(name, data)
    assert harvest.concepts == ()
    assert rules(harvest) == [expected]
    assert harvest.findings[0].severity is Severity.ERROR


MANY = "; ".join(f"name {number}" for number in range(MOST_NAMES + 1))
SPOILED: list[tuple[str, str | bytes, tuple[Rule, int, str]]] = [
    ("x.csv", f"term,aka\nA,{MANY}\nGood,x\n".replace(MANY, f'"{MANY}"'), (Rule.TOO_MANY, 2, "names")),
    (
        "x.csv",
        f"term,aka\nA,{'x;' * 1_000_000}\nGood,x\n",
        (Rule.MALFORMED, 2, "field larger than field limit (131072)"),
    ),
    ("x.csv", f"term,tags\nA,{'x;' * 600}\nGood,x\n", (Rule.SURPLUS, 2, "tags")),
    ("x.csv", f"term,tags\nA,{'x' * 41}\nGood,x\n", (Rule.LENGTHY, 2, "tag")),
    ("x.csv", f"term,definition\nA,{'x' * 60_000}\nGood,x\n", (Rule.TOO_LONG, 2, "definition")),
    ("x.csv", f"term,contact\nA,{'x' * 60_000}\nGood,x\n", (Rule.LENGTHY, 2, "contact")),
    ("x.csv", f"term,domain\nA,{'x' * 41}\nGood,x\n", (Rule.TOO_LONG, 2, "domain")),
    ("x.csv", f"term,links\nA,https://x/{'x' * 500}\nGood,\n", (Rule.LENGTHY, 2, "link")),
    ("x.csv", f"term,links\nA,[{'x' * 81}](https://x)\nGood,\n", (Rule.LENGTHY, 2, "link")),
    ("x.csv", f"term,image\nA,![{'x' * 301}](https://x)\nGood,\n", (Rule.LENGTHY, 2, "image")),
    ("x.csv", f"term,related\nA,{'Good;' * 31}\nGood,x\n", (Rule.SURPLUS, 2, "related")),
    ("x.csv", f"term,definition\n{'x' * 600},x\nGood,x\n", (Rule.TOO_LONG, 2, "name")),
    ("x.csv", "term,definition\nA,x\x00\nGood,x\n", (Rule.CONTROL_CHARACTER, 2, "U+0000")),
    ("x.csv", "term,definition\nA,x\u202ey\nGood,x\n", (Rule.BIDI_CONTROL, 2, "U+202E")),
    ("x.csv", "term,concept id\nA,1234567890123\nGood,x\n", (Rule.BAD_ID, 2, "1234567890123")),
    ("x.csv", "term,concept id\nA,a b\nGood,x\n", (Rule.BAD_ID, 2, "a b")),
    ("x.csv", "term,id,definition\nA,x1,\nB,x1,\nGood,x,y\n", (Rule.ID_TWICE, 3, "x1")),
    ("x.csv", "term,definition\nA,x\nA,x\nGood,x\n", (Rule.NAME_TWICE, 3, "A")),
    ("x.csv", "term,headword,definition\nA,B,x\nGood,,y\n", (Rule.HEADWORD_TWICE, 2, "B")),
    ("x.csv", "term,definition (en),definition_en\nA,x,y\nGood,,y\n", (Rule.DEFINITION_TWICE, 2, "en")),
    ("x.csv", "misspelling,term\nA,\nx,Good\n", (Rule.NO_NAME, 2, "")),
    ("x.csv", "term,definition\nA,가".encode() + b"\xb0\nGood,x" + "가\n".encode() * 60, (Rule.BAD_BYTE, 2, "0xB0")),
    ("x.csv", "term,links\nA,ftp://x\nGood,\n", (Rule.BAD_ADDRESS, 2, "ftp://x")),
    ("x.csv", "term,image\nA,http://x\nGood,\n", (Rule.BAD_ADDRESS, 2, "http://x")),
    ("x.csv", "term,names\nA,b; b\nGood,\n", (Rule.NAME_REPEATED, 2, "b")),
    ("x.csv", "term,related\nA,Nowhere\nGood,\n", (Rule.UNKNOWN_TERM, 2, "Nowhere")),
    ("x.csv", "term,domain,replaced by\nA,,Good\nGood,x,\nGood,y,\n", (Rule.AMBIGUOUS_TERM, 2, "Good")),
    ("x.jsonl", "x" * 4_000_001 + '\n{"labels":[{"text":"Good"}]}', (Rule.TOO_LONG, 1, "line")),
    ("x.jsonl", "[" * 100_000 + '\n{"labels":[{"text":"Good"}]}', (Rule.MALFORMED, 1, "RecursionError")),
    ("x.jsonl", '{"labels":[{"text":"A","kind":"x"}]}\n{"labels":[{"text":"Good"}]}', (Rule.BAD_VALUE, 1, "kind")),
    (
        "x.jsonl",
        '{"definitions":[{"text":"a","is_outdated":1}]}\n{"labels":[{"text":"Good"}]}',
        (Rule.BAD_VALUE, 1, "is_outdated"),
    ),
    (
        "x.jsonl",
        '{"labels":[{"text":"Bad"}],"confirmed":"soon"}\n{"labels":[{"text":"Good"}]}',
        (Rule.BAD_VALUE, 1, "confirmed"),
    ),
    ("x.jsonl", '{"labels":[{"text":1}]}\n{"labels":[{"text":"Good"}]}', (Rule.BAD_VALUE, 1, "text")),
    ("x.jsonl", b'{"labels":"\xff"}\n{"labels":[{"text":"Good"}]}', (Rule.BAD_BYTE, 1, "0xFF")),
    (
        "x.jsonl",
        '{"labels":[{"text":"A","language":"?"}]}\n{"labels":[{"text":"Good"}]}',
        (Rule.UNKNOWN_LANGUAGE, 1, "?"),
    ),
    ("x.yaml", 'A: {aka: ["a\\u0001"]}\nGood: x\n', (Rule.CONTROL_CHARACTER, 1, "U+0001")),
]


@pytest.mark.parametrize(("name", "data", "expected"), SPOILED, ids=range(len(SPOILED)))
def test_a_bad_entry_leaves_the_good_ones_usable(name: str, data: str | bytes, expected: tuple[Rule, int, str]) -> None:
    """The finding names the line."""
    harvest = found(name, data)
    assert expected in rules(harvest)
    assert "Good" in {concept.headword.text for concept in harvest.concepts}
    is_refused = harvest.findings[0].severity is Severity.ERROR
    first = [concept for concept in harvest.concepts if concept.headword.text == "A"]
    assert not is_refused or len(first) <= 1


@pytest.mark.parametrize("path", ["../x.md", "/etc/x.md", "a/../../x.md", "C:\\x.md", "a\\..\\x.md", "\\\\host\\x.md"])
def test_a_path_that_leaves_the_folder_is_refused(path: str) -> None:
    """On every system's terms; the other pages are read."""
    harvest = hugo.read([(path, b"---\ntitle: A\n---\n"), ("x.md", b"---\ntitle: B\n---\nb\n")], "site")
    assert rules(harvest) == [(Rule.OUTSIDE_FOLDER, 1, path)]
    assert [concept.headword.text for concept in harvest.concepts] == ["B"]


def test_an_archive_that_never_ends_is_left_off() -> None:
    """By the number of its files, and by their size together; what came before stays."""
    page = b"---\ntitle: A\n---\n"
    files = ((f"{number}.txt" if number else "a.md", page) for number in range(sys.maxsize))
    harvest = hugo.read(files, "site.zip")
    assert rules(harvest) == [(Rule.TOO_MANY, 1, "files")]
    assert len(harvest.concepts) == 1
    large = bytes(hugo.MOST_BYTES // 4)
    endless = ((f"{number}.bin" if number else "a.md", large if number else page) for number in range(sys.maxsize))
    assert rules(hugo.read(endless, "site.zip")) == [(Rule.TOO_MANY, 1, "files")]


def test_a_page_must_be_one() -> None:
    """Too large, or no text; and a folder without pages is empty."""
    assert rules(hugo.read([("a.md", bytes(pages.LARGEST_PAGE + 1))], "x"))[0][0] is Rule.TOO_LARGE
    assert rules(hugo.read([("a.md", b"\xff")], "x"))[0][0] is Rule.NOT_UTF8
    assert rules(hugo.read([("_index.md", b""), ("README.md", b""), ("a.html", b"")], "x")) == [(Rule.NO_ENTRY, 1, "")]


@pytest.mark.parametrize("name", ["x.tbx", "x.ttl", "x.yaml", "x.md"])
def test_a_file_that_is_read_whole_has_a_largest_size(name: str) -> None:
    """The others are read while they arrive, at any size."""
    form = format_of(name)
    assert form is not None
    pieces = (bytes(10_000_000) for _ in range(6))
    assert rules(harvest(form, pieces, name))[0][0] is Rule.TOO_LARGE


def test_many_broken_rows_give_few_findings() -> None:
    """Each would be one; the last says how many there are, and it takes a second or so."""
    form = format_named("csv")
    assert form is not None
    begin = time.perf_counter()
    rows = io.BytesIO(b"term,definition\n" + b",x\n" * 20_000)
    harvested = harvest(form, iter(lambda: rows.read(65_536), b""), "x.csv")
    assert time.perf_counter() - begin < 60
    assert len(harvested.findings) == MOST_FINDINGS + 1
    assert (Rule.MORE_FINDINGS, 1, str(20_000 - MOST_FINDINGS)) in rules(harvested)


def test_without_the_extra_the_reader_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of failing where nobody expects it."""
    monkeypatch.setitem(sys.modules, "rdflib", None)
    assert rules(found("x.ttl", "<a> <b> <c> .")) == [(Rule.EXTRA_NEEDED, 1, "rdflib")]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@_PATIENTLY
@given(data=st.binary(max_size=200))
def test_any_bytes_give_findings_and_no_exception(form: Format, data: bytes) -> None:
    """Also those that begin as the format does."""
    bear(form, data)
    bear(form, seeds_of(form)[0][:120] + data if seeds_of(form) else data)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@_PATIENTLY
@given(seed=st.integers(0, 2**32))
def test_any_damage_to_a_file_gives_findings_and_no_exception(form: Format, seed: int) -> None:
    """Findings lie inside the file, and what could be read can be kept."""
    for data in seeds_of(form):
        bear(form, mutated(data, random.Random(seed)))


def test_only_what_ends_a_line_in_a_spreadsheet_ends_one() -> None:
    """A group separator is a character, however the lines end, and the lines after it are counted right."""
    data = b"term,definition\rA,x\x1dy\r,no name\r"
    found = harvest(FORMATS[1], [data], "x")
    assert [concept.definitions[0].text for concept in found.concepts] == []
    assert {finding.line for finding in found.findings} == {2, 3}


@_PATIENTLY
@given(seed=st.integers(0, 2**32), data=st.binary(max_size=100))
def test_any_damage_to_a_page_leaves_the_others(seed: int, data: bytes) -> None:
    """A page of another language is read all the same."""
    for page in (*golden_pages(), b"---\n" + data + b"\n---\n"):
        bear_page(mutated(page, random.Random(seed)))


def test_markdown_bears_no_more_than_the_others() -> None:
    """Names, texts and lists of any size would be lost on the way through another format."""
    many = ", ".join(map(str, range(MOST_NAMES + 1)))
    entries = (f"## A\n- Names: {'x' * 600}\n", f"## B\n{'x' * 60_000}\n", f"## C\n- Names: {many}\n", "## Good\nx\n")
    harvest = found("x.md", "\n".join(entries))
    assert rules(harvest) == [(Rule.TOO_LONG, 1, "name"), (Rule.TOO_LONG, 4, "definition"), (Rule.TOO_MANY, 7, "names")]
    assert [concept.headword.text for concept in harvest.concepts] == ["Good"]


def test_the_findings_can_be_said_as_json() -> None:
    """Whatever stands in the file: half characters become something that can be written down."""
    files = {data: name for table in (HARMFUL, SPOILED) for name, data, _ in table}
    for data, name in files.items():
        for finding in found(name, data).findings:
            assert json.loads(json.dumps(finding.text, ensure_ascii=False).encode()) == finding.text
