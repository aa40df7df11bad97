"""What does a TBX file hold? Terminology as translators' tools exchange it (ISO 30042).

Written is TBX-Basic in its third version, data categories as tags (DCT). Read are both styles, and the older files with
``martif``, ``termEntry`` and ``langSet``.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from glossary.concept import Concept, ConceptId, LabelKind, concept_id_of
from glossary.formats.entries import Draft, Entry, Name, Text, checked
from glossary.formats.languages import ENGLISH
from glossary.formats.reading import Finding, Rule, Taken
from glossary.formats.resolving import resolved, told_apart
from glossary.formats.xml_tree import Broken, language_of_element, line_of, name_of, root_of, text_of_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.concept import Label, LanguageTag

LARGEST: Final = 50_000_000
"""Bytes."""
_TBX: Final = "urn:iso:std:iso:30042:ed-2"
_MIN: Final = "http://www.tbxinfo.net/ns/min"
_BASIC: Final = "http://www.tbxinfo.net/ns/basic"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_OWN_ID: Final = "c."
_UNUSABLE_IN_ID = re.compile(r"[^A-Za-z0-9-]")
_ESCAPED_IN_ID = re.compile(r"_([0-9a-f]+)_")
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTRIES: Final = frozenset({"conceptEntry", "termEntry"})
_LANGUAGES: Final = frozenset({"langSec", "langSet"})
_TERMS: Final = frozenset({"termSec", "tig", "ntig"})
_SHORT: Final = frozenset({"acronym", "abbreviation", "shortForm", "initialism"})
_AVOIDED: Final = ("deprecated", "superseded")
_STATUS: Final = {
    LabelKind.HEADWORD: "preferredTerm-admn-sts",
    LabelKind.SYNONYM: "admittedTerm-admn-sts",
    LabelKind.ABBREVIATION: "admittedTerm-admn-sts",
    LabelKind.AVOIDED: "deprecatedTerm-admn-sts",
}


def read(pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Iterator[Taken | Finding]:
    """Read a whole file. The language is that of texts that say none."""
    data = b"".join(pieces)
    root = root_of(data) if len(data) <= LARGEST else Broken(Rule.TOO_LARGE, 1, str(len(data)))
    if isinstance(root, Broken):
        yield Finding(root.rule, file, root.line, root.text)
    else:
        yield from resolved(told_apart(_drafts(root, file, language), file), file)


def _drafts(root: Element, file: str, language: LanguageTag) -> Iterator[Draft | Finding]:
    is_empty = True
    for element in root.iter():
        if name_of(element) in _ENTRIES:
            is_empty = False
            draft, findings = checked(_entry(element), file, language)
            yield from findings
            if draft:
                yield draft
    if is_empty:
        yield Finding(Rule.NO_ENTRY, file, 1)


def _entry(element: Element) -> Entry:
    entry = Entry(line_of(element))
    given = element.get("id")
    entry.id = _id_in(given) if given else None
    for part in element.iter():
        match name_of(part):
            case name if name in _LANGUAGES:
                _fill_language(entry, part)
            case "subjectField":
                entry.domain = entry.domain or text_of_element(part)
            case "projectSubset" | "customerSubset":
                entry.tags.append(text_of_element(part))
            case "crossReference":
                entry.related.append(f"id:{_id_in(part.get('target', ''))}")
            case "externalCrossReference":
                entry.links.append((text_of_element(part), part.get("target", "")))
            case "xGraphic":
                entry.image = (part.get("target", ""), text_of_element(part))
            case _:
                pass
    # A definition above the languages is one in a language that nobody said.
    directly = chain(element, *(group for group in element if name_of(group) == "descripGrp"))
    entry.texts += [Text(text_of_element(part)) for part in directly if name_of(part) == "definition"]
    return entry


def _fill_language(entry: Entry, element: Element) -> None:
    language = language_of_element(element)
    for part in element.iter():
        if name_of(part) == "definition":
            entry.texts.append(Text(text_of_element(part), language))
        elif name_of(part) in _TERMS:
            said = {name_of(each): text_of_element(each).strip() for each in part.iter()}
            entry.names.append(Name(said.get("term", ""), _kind_of(said), language))


def _kind_of(said: dict[str, str]) -> LabelKind | None:
    status = said.get("administrativeStatus", "")
    if status.startswith("preferred"):
        return LabelKind.HEADWORD
    if status.startswith(_AVOIDED):
        return LabelKind.AVOIDED
    if said.get("termType") in _SHORT:
        return LabelKind.ABBREVIATION
    return LabelKind.SYNONYM if status else None


def _id_in(given: str) -> str:
    """Read an id: what was written here as it was, another one as it stands or, if it is too long, derived from it."""
    if given.startswith(_OWN_ID):
        return _ESCAPED_IN_ID.sub(lambda match: chr(min(int(match[1][:6], 16), 0x10FFFF)), given.removeprefix(_OWN_ID))
    return concept_id_of("tbx", given)


def _written_id(concept_id: ConceptId) -> str:
    return _OWN_ID + _UNUSABLE_IN_ID.sub(lambda match: f"_{ord(match[0]):x}_", concept_id)


def write(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write a file; the language is that of the file as a whole. Misspellings have no place in TBX and are left out."""
    for prefix, namespace in (("", _TBX), ("min", _MIN), ("basic", _BASIC)):
        register_namespace(prefix, namespace)
    root = Element(_tag(_TBX, "tbx"), {"type": "TBX-Basic", "style": "dct", f"{{{_XML}}}lang": language})
    source = SubElement(
        SubElement(SubElement(root, _tag(_TBX, "tbxHeader")), _tag(_TBX, "fileDesc")), _tag(_TBX, "sourceDesc")
    )
    SubElement(source, _tag(_TBX, "p")).text = "Malmoi"
    body = SubElement(SubElement(root, _tag(_TBX, "text")), _tag(_TBX, "body"))
    concepts = tuple(concepts)
    known = {concept.id for concept in concepts}
    for concept in concepts:
        _write_entry(body, concept, known)
    indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _write_entry(body: Element, concept: Concept, known: set[ConceptId]) -> None:
    entry = SubElement(body, _tag(_TBX, "conceptEntry"), {"id": _written_id(concept.id)})
    if concept.domain:
        _add(entry, _MIN, "subjectField", concept.domain)
    for tag in concept.tags:
        _add(entry, _BASIC, "projectSubset", tag)
    for other in concept.related:
        if other in known:
            _add(entry, _BASIC, "crossReference", other, target=_written_id(other))
    for link in concept.links:
        _add(entry, _MIN, "externalCrossReference", link.title, target=link.address)
    if concept.image:
        _add(entry, _BASIC, "xGraphic", concept.image.alternative_text, target=concept.image.address)
    _write_languages(entry, concept)


def _write_languages(entry: Element, concept: Concept) -> None:
    labels = [label for label in concept.labels if label.kind is not LabelKind.MISSPELLING]
    others = [label.language for label in labels] + [text.language for text in concept.definitions]
    said = dict.fromkeys([concept.headword.language, *others])
    for language in said:
        section = SubElement(entry, _tag(_TBX, "langSec"), {f"{{{_XML}}}lang": language})
        if text := concept.definition_in(language):
            _add(section, _BASIC, "definition", text.text)
        for label in labels:
            if label.language == language:
                _write_term(section, label)


def _write_term(section: Element, label: Label) -> None:
    term = SubElement(section, _tag(_TBX, "termSec"))
    _add(term, _TBX, "term", label.text)
    _add(term, _MIN, "administrativeStatus", _STATUS[label.kind])
    if label.kind is LabelKind.ABBREVIATION:
        _add(term, _BASIC, "termType", "abbreviation")


def _add(parent: Element, namespace: str, name: str, text: str, **attributes: str) -> None:
    clean = {key: _NOT_IN_XML.sub("\ufffd", value) for key, value in attributes.items()}
    SubElement(parent, _tag(namespace, name), clean).text = _NOT_IN_XML.sub("\ufffd", text)


def _tag(namespace: str, name: str) -> str:
    return f"{{{namespace}}}{name}"
