"""Which formats are there, and which one is this file in? One table with everything that is particular to a format.

A format of one file has a reader over pieces of bytes and a writer that gives pieces of text. A folder of pages is read
and written by ``hugo``, because it is many files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from glossary.concept import Concept, LanguageTag
from glossary.formats import delimited, json_lines, markdown, skos, skos_writing, table_dump, tbx, yaml_map
from glossary.formats.languages import ENGLISH
from glossary.formats.reading import Finding, Harvest, Taken, capped, gathered
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Sequence

Reader = Callable[[Iterable[bytes], str, LanguageTag], Iterator[Taken | Finding]]
Writer = Callable[[Iterable[Concept], LanguageTag], Iterator[str]]
_BEGINNING: Final = 4096
"""Bytes that are enough to tell a format by its content."""
_LINKED_DATA = re.compile(r'"@(?:context|graph|id|type)"')


class Field(StrEnum):
    """What a format may keep of a concept. The values are those of the documentation."""

    ID = "id"
    HEADWORDS = "headword in each language"
    SYNONYMS = "synonyms"
    ABBREVIATIONS = "abbreviations"
    MISSPELLINGS = "misspellings"
    AVOIDED = "names to avoid"
    LANGUAGE = "language of each name"
    ORDER = "order of names"
    DEFINITIONS = "definition in each language"
    OUTDATED = "definitions marked as outdated"
    DOMAIN = "domain"
    TAGS = "tags"
    RELATED = "related entries"
    REPLACED_BY = "replaced by"
    LINKS = "links"
    LINK_TITLES = "titles of links"
    IMAGE = "image with its text"
    CONTACT = "contact"
    CONFIRMED = "day of the last confirmation"


_EVERYTHING: Final = frozenset(Field)
_ALL: Final = _EVERYTHING - {Field.OUTDATED, Field.CONFIRMED}
_TABLE: Final = _ALL - {Field.ORDER}
_SKOS: Final = _ALL - {Field.ORDER, Field.LINK_TITLES, Field.IMAGE}


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a glossary into a file."""

    name: str
    """As people type it: ``--format csv``."""
    title: str
    endings: tuple[str, ...]
    """Of file names, with the dot, in small letters; the first is the one that is written."""
    keeps: frozenset[Field]
    reads: Reader
    writes: Writer
    encoding: str = "utf-8"


def _read_markdown(pieces: Iterable[bytes], file: str, language: LanguageTag) -> Iterator[Taken | Finding]:
    """Read Markdown, never more of it than the format allows."""
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > markdown.LARGEST_FILE:
            break
    harvest = markdown.read(bytes(data), file, language)
    yield from harvest.findings
    yield from (Taken(concept, harvest.places[concept.id].line) for concept in harvest.concepts)


def _write_markdown(concepts: Iterable[Concept], language: LanguageTag) -> Iterator[str]:
    yield markdown.write(concepts, language)


MARKDOWN: Final = Format("markdown", "Markdown", (".md", ".markdown"), _ALL, _read_markdown, _write_markdown)
JSON_LINES: Final = Format("jsonl", "JSON Lines", (".jsonl", ".ndjson"), _EVERYTHING, json_lines.read, json_lines.write)
FORMATS: Final = (
    MARKDOWN,
    Format("csv", "CSV", (".csv",), _TABLE, delimited.read, delimited.write_csv, encoding="utf-8-sig"),
    Format("tsv", "TSV", (".tsv", ".tab"), _TABLE, delimited.read, delimited.write_tsv, encoding="utf-8-sig"),
    JSON_LINES,
    Format("yaml", "YAML map", (".yaml", ".yml"), _TABLE, yaml_map.read, yaml_map.write),
    Format("turtle", "SKOS, Turtle", (".ttl",), _SKOS, skos.read_turtle, skos_writing.write_turtle),
    Format("rdfxml", "SKOS, RDF/XML", (".rdf",), _SKOS, skos.read_rdf_xml, skos_writing.write_rdf_xml),
    Format("jsonld", "SKOS, JSON-LD", (".jsonld",), _SKOS, skos.read_json_ld, skos_writing.write_json_ld),
    Format(
        "tbx",
        "TBX-Basic",
        (".tbx",),
        _ALL - {Field.ORDER, Field.MISSPELLINGS, Field.REPLACED_BY, Field.CONTACT},
        tbx.read,
        tbx.write,
    ),
    Format("glossary-bot", "glossary-bot dump", (".sql",), frozenset(), table_dump.read, table_dump.write),
)
FOLDER_KEEPS: Final = _TABLE
"""What a folder of pages keeps, see ``hugo``."""
_BY_NAME: Final = {form.name: form for form in FORMATS}
_BY_ENDING: Final = {ending: form for form in FORMATS for ending in form.endings}


def format_named(name: str) -> Format | None:
    """Find a format by its name."""
    return _BY_NAME.get(name.casefold())


def format_of(file: str, beginning: bytes = b"") -> Format | None:
    """Tell the format of a file by its name or, where that says nothing, by how it begins."""
    ending = file[file.rfind(".") :].casefold() if "." in file else ""
    return _BY_ENDING.get(ending) or _by_content(beginning[:_BEGINNING])


def _by_content(beginning: bytes) -> Format | None:
    """Look at the first bytes for what only one format begins with."""
    text = beginning.decode("utf-8-sig", "replace").lstrip()
    first = next((line for line in text.split("\n") if line.strip() and not line.startswith("#")), "")
    if text.startswith("<"):
        return _BY_NAME["tbx" if "<tbx" in text or "<martif" in text else "rdfxml"]
    if text.startswith(("{", "[")):
        return _BY_NAME["jsonld" if _LINKED_DATA.search(text) else "jsonl"]
    if "@prefix" in text.casefold():
        return _BY_NAME["turtle"]
    if "\nCOPY " in f"\n{text}":
        return _BY_NAME["glossary-bot"]
    if "\n## " in f"\n{text}":
        return MARKDOWN
    if delimited.is_head(first):
        return _BY_NAME["tsv" if "\t" in first else "csv"]
    return _BY_NAME["yaml"] if first.rstrip().endswith(":") else None


def read(
    form: Format, pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH
) -> Iterator[Taken | Finding]:
    """Read a file, with no more findings than anybody would look at."""
    return capped(form.reads(pieces, file, language), file)


def harvest(form: Format, pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Harvest:
    """Read a file as a whole."""
    return gathered(read(form, pieces, file, language), file)


def written(form: Format, concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[bytes]:
    """Write concepts whose ids all differ, in the order that an export has, as pieces of a file."""
    pieces = iter(form.writes(in_order(concepts), language))
    first = "".join(islice(pieces, 1))
    # The mark belongs before the first piece only, and stands even before nothing.
    return chain([first.encode(form.encoding)], (piece.encode() for piece in pieces))


def in_order(concepts: Iterable[Concept]) -> Sequence[Concept]:
    """Sort as an export is: by headword, domain and id, so that a new entry moves no other."""
    return sorted(concepts, key=lambda one: (strict_key(one.headword.text), strict_key(one.domain), one.id))
