"""What does a dump of codeforamerica/glossary-bot hold? Its definitions, as PostgreSQL's ``pg_dump`` writes them.

The table is ``definitions (id, term, definition, …)``; its ids number the rows of one database and are not kept. The
same table as CSV is read by ``delimited``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from glossary.concept import LabelKind
from glossary.formats.cells import language_in, with_language
from glossary.formats.decoding import TextLines
from glossary.formats.entries import Draft, Entry, Name, Text, checked
from glossary.formats.languages import ENGLISH
from glossary.formats.proposing import with_proposals
from glossary.formats.reading import Finding, Rule, Taken
from glossary.formats.resolving import resolved, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.concept import Concept, LanguageTag

_COPY = re.compile(r"COPY (?:\"?\w+\"?\.)?\"?definitions\"? \(([^()]*)\) FROM stdin;")
_END: Final = "\\."
_NULL: Final = "\\N"
# PostgreSQL, COPY, "Text Format".
_ESCAPES: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SPECIAL: Final = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def read(pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Iterator[Taken | Finding]:
    """Read a dump as it arrives. The language is that of names and texts whose script does not tell."""
    for item in resolved(told_apart(_drafts(pieces, file, language), file), file):
        yield with_proposals(item, file, language) if isinstance(item, Taken) else item


def _drafts(pieces: Iterable[bytes], file: str, language: LanguageTag) -> Iterator[Draft | Finding]:
    columns: list[str] = []
    is_empty = True
    for number, text in enumerate(TextLines(pieces), 1):
        line = text.rstrip("\n")
        if match := _COPY.match(line):
            columns = [name.strip().strip('"') for name in match[1].split(",")]
        elif line == _END:
            columns = []
        elif columns:
            is_empty = False
            yield from _draft(columns, line.split("\t"), number, file, language)
    if is_empty:
        yield Finding(Rule.NO_ENTRY, file, 1)


def _draft(
    columns: list[str], cells: list[str], line: int, file: str, language: LanguageTag
) -> Iterator[Draft | Finding]:
    said = {name: _plain(cell) for name, cell in zip(columns, cells, strict=False)}
    term, told = language_in(said.get("term", "").strip())
    entry = Entry(line, [Name(term, LabelKind.HEADWORD, told)], [Text(said.get("definition", ""))])
    draft, findings = checked(entry, file, language)
    yield from findings
    if draft:
        yield draft


def _plain(cell: str) -> str:
    return "" if cell == _NULL else _ESCAPED.sub(lambda match: _ESCAPES.get(match[1], match[1]), cell)


def write(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write what such a bot can load: the headword of each concept, and its first definition."""
    yield "COPY definitions (term, definition) FROM stdin;\n"
    for concept in concepts:
        text = concept.definitions[0].text if concept.definitions else None
        term = with_language(concept.headword.text, concept.headword.language, language)
        yield f"{term.translate(_SPECIAL)}\t{_NULL if text is None else text.translate(_SPECIAL)}\n"
    yield f"{_END}\n"
