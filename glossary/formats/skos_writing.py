"""How does a glossary stand in RDF? The same statements as Turtle, RDF/XML and JSON-LD, in an order that never changes.

rdflib is not asked: two of its writers order what they write by chance, and a diff would show what nobody changed.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from glossary.concept import Concept, ConceptId, LabelKind
from glossary.formats.languages import ENGLISH
from glossary.formats.percent import encoded
from glossary.formats.skos import DCTERMS, OWN, OWN_CONCEPT, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from glossary.concept import LanguageTag

_PREFIXES: Final = {"skos": SKOS, "dcterms": DCTERMS, "rdfs": RDFS, "malmoi": OWN}
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_LABELS: Final = {
    LabelKind.HEADWORD: ("skos:prefLabel",),
    LabelKind.SYNONYM: ("skos:altLabel",),
    LabelKind.ABBREVIATION: ("skos:altLabel", "malmoi:abbreviation"),
    LabelKind.MISSPELLING: ("skos:hiddenLabel",),
    LabelKind.AVOIDED: ("skos:hiddenLabel", "malmoi:avoided"),
}
_NOT_IN_ADDRESSES = re.compile(r"[\x00-\x20<>\"{}|^`\\\ud800-\udfff]")
_NOT_IN_IDS = re.compile("[^A-Za-z0-9_.~-]")
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Statement:
    """What is said of one concept: a text in a language ("" for none), or an address."""

    predicate: str
    value: str
    language: str = ""
    is_address: bool = False


def address_of(text: str) -> str:
    """Write an address so that it may stand in RDF."""
    return encoded(text, _NOT_IN_ADDRESSES)


def write_turtle(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write Turtle; every text says its own language."""
    del language
    yield "".join(f"@prefix {prefix}: <{address}> .\n" for prefix, address in _PREFIXES.items())
    for subject, statements in _statements(concepts):
        said = (f" ;\n    {one.predicate} {_turtle(one)}" for one in statements)
        yield f"\n<{subject}> a skos:Concept{''.join(said)} .\n"


def _turtle(said: _Statement) -> str:
    if said.is_address:
        return f"<{said.value}>"
    text = json.dumps(_clean(said.value), ensure_ascii=False)
    return f"{text}@{said.language}" if said.language else text


def write_json_ld(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write JSON-LD, one concept after the other; every text says its own language."""
    del language
    graph: list[dict[str, object]] = []
    for subject, statements in _statements(concepts):
        node: dict[str, list[dict[str, str]]] = {}
        for one in statements:
            node.setdefault(one.predicate, []).append(_json(one))
        graph.append({"@id": subject, "@type": "skos:Concept", **node})
    yield json.dumps({"@context": _PREFIXES, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _json(said: _Statement) -> dict[str, str]:
    if said.is_address:
        return {"@id": said.value}
    language = {"@language": said.language} if said.language else {}
    return {"@value": _clean(said.value), **language}


def write_rdf_xml(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write RDF/XML; every text says its own language."""
    del language
    for prefix, address in {"rdf": RDF, **_PREFIXES}.items():
        register_namespace(prefix, address)
    root = Element(f"{{{RDF}}}RDF")
    for subject, statements in _statements(concepts):
        node = SubElement(root, f"{{{SKOS}}}Concept", {f"{{{RDF}}}about": subject})
        for one in statements:
            prefix, _, name = one.predicate.partition(":")
            said = SubElement(node, f"{{{_PREFIXES[prefix]}}}{name}")
            if one.is_address:
                said.set(f"{{{RDF}}}resource", one.value)
                continue
            said.text = _clean(one.value)
            if one.language:
                said.set(f"{{{_XML}}}lang", one.language)
    indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _statements(concepts: Iterable[Concept]) -> Iterator[tuple[str, list[_Statement]]]:
    concepts = tuple(concepts)
    known = {concept.id: OWN_CONCEPT + encoded(concept.id, _NOT_IN_IDS) for concept in concepts}
    return ((known[concept.id], list(_said_of(concept, known))) for concept in concepts)


def _said_of(concept: Concept, known: Mapping[ConceptId, str]) -> Iterator[_Statement]:
    for label in concept.labels:
        yield from (_Statement(predicate, label.text, label.language) for predicate in _LABELS[label.kind])
    for text in concept.definitions:
        yield _Statement("skos:definition", text.text, text.language)
    if concept.domain:
        yield _Statement("malmoi:domain", concept.domain)
    yield from (_Statement("dcterms:subject", tag) for tag in concept.tags)
    yield from (
        _Statement("skos:related", known[other], is_address=True) for other in concept.related if other in known
    )
    if concept.replaced_by and concept.replaced_by in known:
        yield _Statement("dcterms:isReplacedBy", known[concept.replaced_by], is_address=True)
    yield from (_Statement("rdfs:seeAlso", address_of(link.address), is_address=True) for link in concept.links)
    if concept.contact:
        yield _Statement("malmoi:contact", concept.contact)


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
