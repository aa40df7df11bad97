"""How does a glossary stand in Markdown? Writes the explicit shape, so that it reads back equal and renders well."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from glossary.concept import LabelKind
from glossary.formats.addresses import write_image, write_links
from glossary.formats.blocks import protect
from glossary.formats.entry_list import Key
from glossary.formats.escaping import escape, escape_list
from glossary.formats.languages import ENGLISH, heading_of
from glossary.formats.mentions import Mentions, derived_id
from glossary.formats.naming import names_of_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.concept import Concept, ConceptId, Label, LanguageTag

_KEYS: Final = {
    LabelKind.HEADWORD: Key.HEADWORD,
    LabelKind.SYNONYM: Key.NAMES,
    LabelKind.ABBREVIATION: Key.ABBREVIATIONS,
    LabelKind.MISSPELLING: Key.MISSPELLINGS,
    LabelKind.AVOIDED: Key.AVOIDED,
}


def write(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> str:
    """Write concepts whose ids all differ. The language is the one that the reader will be told.

    A reference to a concept that is not among them is left out: the file could not say what it means.
    """
    return "\n".join(entries_of(tuple(concepts), language))


def entries_of(concepts: Sequence[Concept], language: LanguageTag) -> Iterator[str]:
    """Write each concept by itself; an empty line belongs between two."""
    mentions = Mentions(concepts)
    written = {concept.id: mentions.write(concept) for concept in concepts}
    return ("\n".join(_entry(concept, written, language)) + "\n" for concept in concepts)


def _entry(concept: Concept, written: dict[ConceptId, str], language: LanguageTag) -> Iterator[str]:
    heading = _heading(concept, language)
    yield f"## {escape(heading or concept.headword.text)}"
    listed = [f"- **{head}**: {value}" for head, value in _list(concept, written, says_all=heading is not None)]
    if listed:
        yield ""
        yield from listed
    for definition in concept.definitions:
        yield from ("", f"### {heading_of(definition.language)}", "", protect(definition.text))


def _heading(concept: Concept, language: LanguageTag) -> str | None:
    """Find a heading that says the first label and the domain, and no more; None where the list must say them.

    The reader is asked, so that what a heading can say is decided in one place.
    """
    first, *others = concept.labels
    text = f"{first.text} ({concept.domain})" if concept.domain else first.text
    is_told_apart = all(other.kind is not LabelKind.HEADWORD or other.text != text for other in others)
    says_all = names_of_heading(text, language) == ((first,), concept.domain)
    has_more = concept.definitions or len(concept.labels) > 1
    return text if is_told_apart and says_all and has_more else None


def _list(concept: Concept, written: dict[ConceptId, str], *, says_all: bool) -> Iterator[tuple[str, str]]:
    yield from _label_lines(concept.labels[1:] if says_all else concept.labels)
    if concept.domain and not says_all:
        yield Key.DOMAIN, escape(concept.domain)
    if concept.tags:
        yield Key.TAGS, escape_list(concept.tags)
    if related := [written[other] for other in concept.related if other in written]:
        yield Key.RELATED, ", ".join(related)
    if concept.replaced_by in written:
        yield Key.REPLACED_BY, written[concept.replaced_by]
    if concept.links:
        yield Key.LINKS, write_links(concept.links)
    if concept.image:
        yield Key.IMAGE, write_image(concept.image)
    if concept.contact:
        yield Key.CONTACT, escape(concept.contact)
    if concept.id != derived_id(concept.headword.text, concept.domain):
        yield Key.ID, escape(concept.id)


def _label_lines(labels: Iterable[Label]) -> Iterator[tuple[str, str]]:
    """Write a line for each run of labels of one kind and language; a headword is alone in its line."""
    for (kind, language), run in groupby(labels, key=lambda label: (label.kind, label.language)):
        texts = [label.text for label in run]
        value = escape(texts[0]) if kind is LabelKind.HEADWORD else escape_list(texts)
        yield f"{_KEYS[kind]} ({language})", value
