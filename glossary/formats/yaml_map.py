"""What does a YAML map of terms hold? ``NAME: definition``, ``NAME: {fields}``, and short forms that point to terms.

The shapes are those that public agencies publish: ``entries`` with ``type: acronym`` beside ``type: term``, and a list
of ``abbreviations`` each with its ``longform``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from glossary.concept import LabelKind
from glossary.formats.columns import Column, column_of
from glossary.formats.entries import Draft, Entry, Name, checked
from glossary.formats.entry_list import Key
from glossary.formats.fields import definitions_in, fill, guess_by_script, name_of, name_values, other_values
from glossary.formats.languages import ENGLISH, language_of
from glossary.formats.mentions import Mentions
from glossary.formats.proposing import with_proposals_if_silent
from glossary.formats.reading import Finding, Rule, Taken, Unreadable, text_of
from glossary.formats.resolving import resolved, told_apart
from glossary.formats.yaml_tree import Broken, Fields, Items, Node, Scalar, texts_in, tree_of
from glossary.formats.yaml_writing import fields as written_fields
from glossary.formats.yaml_writing import scalar
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.concept import Concept, LanguageTag
    from glossary.formats.yaml_writing import Value

LARGEST: Final = 10_000_000
"""Bytes."""
_SECTIONS: Final = frozenset({"entries", "terms", "acronyms", "abbreviations", "glossary", "definitions"})
_NAMING: Final = frozenset({Column.TERM, Key.HEADWORD, Key.NAMES})
_LONG_FORMS: Final = frozenset({"longform", "long_form", "expansion"})
_CROSS_REFERENCES: Final = frozenset({"cross_references", "see", "see_also"})


def read(pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Iterator[Taken | Finding]:
    """Read a whole map. The language is that of names and texts whose script does not tell."""
    text = text_of(b"".join(pieces), file, LARGEST)
    if isinstance(text, Unreadable):
        yield text.finding
        return
    tree = tree_of(text)
    if isinstance(tree, Broken):
        yield Finding(tree.rule, file, tree.line, tree.text)
        return
    entries = _Entries(file)
    for name, node in _named(tree):
        entries.add(name, node)
    yield from entries.findings
    drafts = _drafts(entries.finished(), file, language)
    for item in resolved(told_apart(drafts, file), file):
        yield with_proposals_if_silent(item, file, language) if isinstance(item, Taken) else item


def _drafts(entries: Iterable[Entry], file: str, language: LanguageTag) -> Iterator[Draft | Finding]:
    is_empty = True
    for entry in entries:
        is_empty = False
        draft, findings = checked(entry, file, language)
        yield from findings
        if draft:
            yield draft
    if is_empty:
        yield Finding(Rule.NO_ENTRY, file, 1)


def _named(tree: Node) -> Iterator[tuple[Scalar, Node]]:
    """Go through the names with what is said about them, in a map, in a list of maps, or in parts of the file."""
    if isinstance(tree, Items):
        for item in tree.items:
            yield from _named_item(item)
    elif isinstance(tree, Fields):
        for name, node in tree.fields:
            if name.text in _SECTIONS and not isinstance(node, Scalar):
                yield from _named(node)
            else:
                yield name, node


def _named_item(item: Node) -> Iterator[tuple[Scalar, Node]]:
    """Read ``- NAME: {…}``, ``- NAME: text`` and, indented less than meant, ``- NAME:`` with its fields beside it."""
    if isinstance(item, Fields) and item.fields:
        (name, first), *others = item.fields
        if not others:
            yield name, first
        elif isinstance(first, Scalar) and column_of(name.text.casefold()) in _NAMING:
            yield first, Fields(item.line, others)
        elif isinstance(first, Scalar) and not first.text:
            yield name, Fields(item.line, others)
        else:
            yield name, Fields(item.line, [(Scalar("description", name.line), first), *others])


class _Entries:
    """The entries of one file; short forms wait until every term is known."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._entries: list[Entry] = []
        self._short: list[tuple[Name, str, int]] = []
        self.findings: list[Finding] = []

    def add(self, name: Scalar, node: Node) -> None:
        """Read what is said about one name."""
        entry = Entry(name.line)
        if not isinstance(node, Fields):
            entry.names.append(name_of(name.text, LabelKind.HEADWORD))
            entry.texts = definitions_in(node)
            self._entries.append(entry)
            return
        given = {key.text.casefold(): value for key, value in reversed(node.fields)}
        if _single(given.get("type")) == "acronym":
            short = name_of(name.text, LabelKind.ABBREVIATION)
            self._short += [(short, term, name.line) for term in texts_in(given.get("term", Scalar("", name.line)))]
            return
        self._entries.append(entry)
        for key, value in node.fields:
            self._field(entry, key, value)
        self._name(entry, name, has_long_form=not _LONG_FORMS.isdisjoint(given))

    def _field(self, entry: Entry, key: Scalar, value: Node) -> None:
        word = key.text.casefold()
        if word in _LONG_FORMS:
            entry.names += [name_of(text, LabelKind.HEADWORD) for text in texts_in(value)]
        elif word in _CROSS_REFERENCES:
            entry.related += texts_in(value)
        elif word not in {"type", "term"} and not fill(entry, key.text, value):
            self.findings.append(Finding(Rule.UNKNOWN_KEY, self._file, key.line, key.text))

    def _name(self, entry: Entry, name: Scalar, *, has_long_form: bool) -> None:
        """Take the name of the map as headword, or as short form beside a long one, unless the fields say better."""
        if has_long_form:
            entry.names.append(name_of(name.text, LabelKind.ABBREVIATION))
        elif all(said.kind is not LabelKind.HEADWORD for said in entry.names):
            entry.names.insert(0, name_of(name.text, LabelKind.HEADWORD))

    def finished(self) -> list[Entry]:
        """Give short forms to the terms that they stand for, and each that has none a term of its own."""
        named: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self._entries:
            named[strict_key(entry.names[0].text)].append(entry)
        for short, term, line in self._short:
            if not named[strict_key(term)]:
                entry = Entry(line, names=[name_of(term, LabelKind.HEADWORD)])
                self._entries.append(entry)
                named[strict_key(term)].append(entry)
            for entry in named[strict_key(term)]:
                entry.names.append(short)
        return self._entries


def _single(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def write(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write a map of entries. Each is called by its headword, and by its domain or id too where that tells it apart."""
    concepts = tuple(concepts)
    mentions = Mentions(concepts)
    by_id = {concept.id: concept for concept in concepts}
    guess = guess_by_script(language)
    yield "entries:\n" if concepts else "entries: {}\n"
    for concept in concepts:
        others = [label for label in concept.labels if label is not concept.headword]
        name = mentions.name(concept)
        names = name_values(others, guess)
        headword = name_values([concept.headword], guess)["headword"]
        if [name] != headword or names["headword"]:
            names["headword"] = [*headword, *names["headword"]]
        yield f"  {scalar(name)}:\n"
        values = {"type": "term", "concept_id": concept.id, **names, **_definitions(concept, language)}
        yield "\n".join(written_fields({**values, **other_values(concept, mentions, by_id)}, 4)) + "\n"


def _definitions(concept: Concept, language: LanguageTag) -> dict[str, Value]:
    if (
        len(concept.definitions) == 1
        and language_of(concept.definitions[0].text, language) == concept.definitions[0].language
    ):
        return {"description": concept.definitions[0].text}
    return {"definitions": {text.language: text.text for text in concept.definitions}}
