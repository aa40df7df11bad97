"""What does a file say about one concept, and can it be taken? The only place that checks what most formats read.

A reader of a format fills an ``Entry`` with words as they stand; ``checked`` makes a concept of it, or says why not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from glossary.concept import (
    CONCEPT_ID_LENGTH,
    Concept,
    ConceptId,
    Definition,
    Image,
    Label,
    LabelKind,
    LanguageTag,
    Link,
)
from glossary.formats.abbreviating import abbreviates
from glossary.formats.addresses import is_secure_address, is_web_address
from glossary.formats.blocks import tidy
from glossary.formats.fitting import first_of, fitted
from glossary.formats.languages import language_of, tag_of
from glossary.formats.mentions import derived_id
from glossary.formats.reading import Finding, Rule, Severity, damaged_in, one_line, unwanted_in
from glossary.rules import MOST_LANGUAGES, MOST_NAMES, MOST_RELATED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_PROMOTED: Final = frozenset({LabelKind.SYNONYM, LabelKind.ABBREVIATION})
"""What becomes the headword of an entry that has none."""
_BAD_BYTE = re.compile("[\udc80-\udcff]")
_ESCAPED_BYTES = 0xDC00


class Name(NamedTuple):
    """A name as the file has it; without a kind it is a headword where its language has none yet."""

    text: str
    kind: LabelKind | None = None
    language: str = ""
    """As the file says it; "" where the script must tell."""


class Text(NamedTuple):
    """A definition as the file has it."""

    text: str
    language: str = ""
    is_outdated: bool = False


@dataclass(slots=True)
class Entry:
    """What a file says about one concept. References are names, ``name (domain)`` or ``id:…``."""

    line: int
    names: list[Name] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    id: str | None = None
    domain: str = ""
    tags: list[str] = field(default_factory=list)
    related: list[str] = field(default_factory=list)
    replaced_by: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    image: tuple[str, str] | None = None
    contact: str = ""
    confirmed: date | None = None

    def words(self) -> Iterator[str]:
        """Go through everything that was said, in no order that matters."""
        yield from (self.id or "", self.domain, self.replaced_by, self.contact, *self.tags, *self.related)
        yield from (text for text, *_ in self.names)
        yield from (text for text, *_ in self.texts)
        for pair in (*self.links, *([self.image] if self.image else [])):
            yield from pair


@dataclass(frozen=True, slots=True)
class Draft:
    """A usable entry whose references are not resolved yet."""

    line: int
    concept: Concept
    related: tuple[str, ...] = ()
    replaced_by: str = ""


class Checked(NamedTuple):
    """What became of an entry: a draft, or None and at least one finding that is an error."""

    draft: Draft | None
    findings: tuple[Finding, ...]


def checked(entry: Entry, file: str, language: LanguageTag) -> Checked:
    """Make a concept of an entry. The language is that of names and texts whose script does not tell."""
    check = _Check(entry, file, language)
    draft = check.draft()
    return Checked(draft, tuple(check.findings))


class _Check:
    def __init__(self, entry: Entry, file: str, language: LanguageTag) -> None:
        self._entry = entry
        self._file = file
        self._language = language
        self.findings: list[Finding] = []

    def draft(self) -> Draft | None:
        entry = self._entry
        if not self._is_of_bearable_size():
            return None
        self._characters()
        labels, definitions = tuple(self._labels()), tuple(self._definitions())
        headword = next((label.text for label in labels if label.kind is LabelKind.HEADWORD), "")
        if not headword:
            self._find(Rule.NO_NAME)
        links, image = tuple(self._links()), self._image()
        if any(finding.severity is Severity.ERROR for finding in self.findings):
            return None
        domain = one_line(entry.domain)
        concept_id = derived_id(headword, domain) if entry.id is None else ConceptId(entry.id)
        if not 1 <= len(concept_id) <= CONCEPT_ID_LENGTH or concept_id.split() != [concept_id]:
            self._find(Rule.BAD_ID, concept_id)
            return None
        whole = Concept(
            concept_id,
            labels,
            definitions,
            domain=domain,
            tags=_clean(entry.tags),
            links=links,
            image=image,
            contact=one_line(entry.contact),
            confirmed=entry.confirmed,
        )
        concept = fitted(whole, self._find)
        if concept is None:
            return None
        related = first_of(_clean(entry.related), MOST_RELATED, "related", self._find)
        return Draft(entry.line, concept, related, one_line(entry.replaced_by))

    def _find(self, rule: Rule, text: str = "", limit: int = 0) -> None:
        self.findings.append(Finding(rule, self._file, self._entry.line, text, limit=limit))

    def _is_of_bearable_size(self) -> bool:
        """Tell whether it is worth to look at every name and text: a row may hold a million of them."""
        for name, values, most in (
            ("names", self._entry.names, MOST_NAMES),
            ("definitions", self._entry.texts, MOST_LANGUAGES),
        ):
            if len(values) > most:
                self._find(Rule.TOO_MANY, name, most)
        return not self.findings

    def _characters(self) -> None:
        """Look for what must not stand anywhere; a finding is at the line of the entry, because a value knows none."""
        everything = "\n".join(self._entry.words()).replace("\r\n", "\n").replace("\r", "\n")
        if match := _BAD_BYTE.search(everything):
            self._find(Rule.BAD_BYTE, f"0x{ord(match[0]) - _ESCAPED_BYTES:02X}")
            return
        self.findings += unwanted_in((everything,), self._file, self._entry.line)
        self.findings += damaged_in((everything,), self._file, self._entry.line)

    def _tag(self, said: str, text: str) -> LanguageTag:
        tag = tag_of(said) if said else None
        if said and tag is None:
            self._find(Rule.UNKNOWN_LANGUAGE, said)
        return tag or language_of(text, self._language)

    def _labels(self) -> Iterator[Label]:
        """Go through the names, each once in its language, the first one a headword if none is."""
        kept: dict[tuple[str, LanguageTag], LabelKind | None] = {}
        headed = set[LanguageTag]()
        for name in self._entry.names:
            text = one_line(name.text)
            language = self._tag(name.language, text)
            if not text:
                continue
            if (text, language) in kept:
                self._find(Rule.NAME_REPEATED, text)
            elif name.kind is LabelKind.HEADWORD and language in headed:
                self._find(Rule.HEADWORD_TWICE, text)
            else:
                kept[text, language] = name.kind
                headed.update([language] if name.kind is LabelKind.HEADWORD else [])
        first, _ = next(iter(kept), ("", None))
        for (text, language), said in kept.items():
            kind = said or _kind_of(text, first, is_headed=language in headed)
            if not headed and kind in _PROMOTED:
                kind = LabelKind.HEADWORD
            headed.update([language] if kind is LabelKind.HEADWORD else [])
            yield Label(text, language, kind)

    def _definitions(self) -> Iterator[Definition]:
        seen = set[LanguageTag]()
        for said in self._entry.texts:
            lines = said.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            text = "\n".join(tidy(lines))
            language = self._tag(said.language, text)
            if text and language in seen:
                self._find(Rule.DEFINITION_TWICE, language)
            elif text:
                seen.add(language)
                yield Definition(text, language, is_outdated=said.is_outdated)

    def _links(self) -> Iterator[Link]:
        for title, address in self._entry.links:
            if is_web_address(address):
                yield Link(one_line(title) or address, address)
            else:
                self._find(Rule.BAD_ADDRESS, address)

    def _image(self) -> Image | None:
        if self._entry.image is None:
            return None
        address, alternative = self._entry.image[0], one_line(self._entry.image[1])
        if alternative and is_secure_address(address):
            return Image(address, alternative)
        self._find(Rule.BAD_ADDRESS, address)
        return None


def _kind_of(text: str, first: str, *, is_headed: bool) -> LabelKind:
    if abbreviates(text, first):
        return LabelKind.ABBREVIATION
    return LabelKind.SYNONYM if is_headed else LabelKind.HEADWORD


def _clean(texts: list[str]) -> tuple[str, ...]:
    return tuple(text for text in map(one_line, texts) if text)
