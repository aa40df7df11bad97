"""What does a table of terms hold? CSV and TSV, as spreadsheets write them: one row, one concept.

The first row says what the columns hold; the file is read while it arrives. What is written has a column for every
field, and is read back equal, but for the order of names of different kinds.
"""

from __future__ import annotations

import csv
import io
from itertools import chain
from typing import TYPE_CHECKING, Final

from glossary.concept import LabelKind
from glossary.formats.addresses import image_in, links_in, write_image, write_links
from glossary.formats.cells import as_meant, harmless, items_of, language_in, list_of, with_language
from glossary.formats.columns import KINDS, Column, Head, heads_of, is_table
from glossary.formats.decoding import TextLines
from glossary.formats.entries import Draft, Entry, Name, Text, checked
from glossary.formats.entry_list import Key
from glossary.formats.languages import ENGLISH
from glossary.formats.mentions import Mentions
from glossary.formats.proposing import with_proposals
from glossary.formats.reading import Finding, Rule, Taken
from glossary.formats.resolving import resolved, told_apart

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary.concept import Concept, ConceptId, LanguageTag

_DELIMITERS: Final = "\t,;"
_REST: Final = (Key.DOMAIN, Key.TAGS, Key.RELATED, Key.REPLACED_BY, Key.LINKS, Key.IMAGE, Key.CONTACT)
_NAMING: Final = frozenset({*KINDS, Column.ANY_NAMES})


def read(pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Iterator[Taken | Finding]:
    """Read a table as it arrives. The language is that of names and texts whose script does not tell."""
    table = _Table(pieces, file, language)
    for item in resolved(told_apart(table.drafts(), file), file):
        yield with_proposals(item, file, language) if isinstance(item, Taken) and not table.has_names else item


def is_head(line: str) -> bool:
    """Tell whether a line could be the first of a table of terms: it names two columns, one of them the terms."""
    heads = heads_of(_cells(line.strip(), _delimiter_of(line)))
    return is_table(heads) and sum(map(bool, heads)) > 1


def _delimiter_of(line: str) -> str:
    return max(_DELIMITERS, key=lambda mark: sum(map(bool, heads_of(_cells(line, mark)))))


class _Table:
    """One table while it is read."""

    def __init__(self, pieces: Iterable[bytes], file: str, language: LanguageTag) -> None:
        self._lines = TextLines(pieces)
        self._file = file
        self._language = language
        self.has_names = False

    def drafts(self) -> Iterator[Draft | Finding]:
        lines = iter(self._lines)
        first = next((line for line in lines), "")
        delimiter = _delimiter_of(first)
        row = _cells(first, delimiter)
        heads = heads_of(row)
        if not is_table(heads):
            yield Finding(Rule.NO_COLUMN, self._file, 1, first.strip()[:80])
            return
        for cell, head in zip(row, heads, strict=True):
            if cell.strip() and head is None:
                yield Finding(Rule.UNKNOWN_COLUMN, self._file, 1, cell.strip())
        self.has_names = any(head and head.column in _NAMING for head in heads)
        yield from self._rows(heads, csv.reader(lines, delimiter=delimiter))
        if self._lines.encoding != "utf-8":
            yield Finding(Rule.ENCODING, self._file, 1, self._lines.encoding)

    def _rows(self, heads: list[Head | None], rows: Reader) -> Iterator[Draft | Finding]:
        count = 0
        while True:
            line = rows.line_num + 2
            try:
                row = next(rows)
            except StopIteration:
                break
            except csv.Error as error:
                yield Finding(Rule.MALFORMED, self._file, line, str(error))
                continue
            if any(cell.strip() for cell in row):
                count += 1
                draft, findings = checked(_entry(heads, row, line), self._file, self._language)
                yield from findings
                if draft:
                    yield draft
        if not count:
            yield Finding(Rule.NO_ENTRY, self._file, 1)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _entry(heads: list[Head | None], row: list[str], line: int) -> Entry:
    """Read a row; the term comes first among the names, wherever its column stands."""
    entry = Entry(line)
    terms: list[Name] = []
    for head, cell in zip(heads, map(as_meant, row), strict=False):
        if head is None or not cell.strip():
            continue
        if head.column is Column.TERM:
            text, language = language_in(cell.strip())
            terms.append(Name(text, LabelKind.HEADWORD, language or head.language))
        elif head.column in _NAMING:
            kind = KINDS[head.column] if isinstance(head.column, Key) else None
            named = (language_in(item) for item in items_of(cell))
            entry.names += [Name(text, kind, language or head.language) for text, language in named]
        elif head.column is Column.DEFINITION:
            _define(entry, head.language, cell)
        else:
            _fill(entry, head.column, cell)
    entry.names = terms + entry.names
    return entry


def _define(entry: Entry, language: str, cell: str) -> None:
    """Add a definition; two columns without a language, such as a short and a long text, are one text."""
    if not language and entry.texts and not entry.texts[-1].language:
        entry.texts[-1] = Text(f"{entry.texts[-1].text}\n\n{cell}")
    else:
        entry.texts.append(Text(cell, language))


def _fill(entry: Entry, column: Column | Key, cell: str) -> None:  # noqa: C901 — a table: one case for each column
    match column:
        case Column.WORDS:
            entry.tags += cell.split()
        case Column.CONCEPT_ID:
            entry.id = cell
        case Key.ID if not cell.strip().isdecimal():
            entry.id = cell.strip()
        case Key.DOMAIN:
            entry.domain = cell
        case Key.TAGS:
            entry.tags += items_of(cell)
        case Key.RELATED:
            entry.related += items_of(cell)
        case Key.REPLACED_BY:
            entry.replaced_by = cell
        case Key.LINKS:
            links, rest = links_in(cell)
            entry.links += [(link.title, link.address) for link in links]
            entry.links += [("", rest)] if rest else []
        case Key.IMAGE:
            image = image_in(cell)
            entry.image = (image.address, image.alternative_text) if image else (cell, "")
        case Key.CONTACT:
            entry.contact = cell
        case _:  # the number of a row, and what is known and not kept
            pass


def write_csv(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write a table with commas; in bytes it begins with a byte order mark, without which Excel misreads it."""
    return _written(tuple(concepts), language, ",")


def write_tsv(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write a table with tabs."""
    return _written(tuple(concepts), language, "\t")


def _written(concepts: Sequence[Concept], language: LanguageTag, delimiter: str) -> Iterator[str]:
    mentions = Mentions(concepts)
    by_id = {concept.id: concept for concept in concepts}
    languages = sorted({definition.language for concept in concepts for definition in concept.definitions})
    line = io.StringIO()
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\n")
    for cells in chain(
        [_head(languages)], (_row(concept, languages, mentions, by_id, language) for concept in concepts)
    ):
        writer.writerow(map(harmless, cells))
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _head(languages: Sequence[LanguageTag]) -> list[str]:
    definitions = (f"{Column.DEFINITION} ({language})" for language in languages)
    return [Column.CONCEPT_ID, Column.TERM, *KINDS, *definitions, *_REST]


def _row(
    concept: Concept,
    languages: Sequence[LanguageTag],
    mentions: Mentions,
    by_id: Mapping[ConceptId, Concept],
    language: LanguageTag,
) -> list[str]:
    replaced_by = by_id.get(concept.replaced_by) if concept.replaced_by else None
    others = [label for label in concept.labels if label is not concept.headword]
    names = (
        list_of(with_language(label.text, label.language, language) for label in others if label.kind is kind)
        for kind in KINDS.values()
    )
    texts = (concept.definition_in(tag) for tag in languages)
    return [
        concept.id,
        with_language(concept.headword.text, concept.headword.language, language),
        *names,
        *(text.text if text else "" for text in texts),
        concept.domain,
        list_of(concept.tags),
        list_of(mentions.name(by_id[other]) for other in concept.related if other in by_id),
        mentions.name(replaced_by) if replaced_by else "",
        write_links(concept.links),
        write_image(concept.image) if concept.image else "",
        concept.contact,
    ]
