"""What does a SKOS vocabulary hold? Concepts with labels, as libraries and public bodies publish them (W3C, 2009).

Turtle, RDF/XML and JSON-LD are read through rdflib, an extra. RDF is a set: what is read has no order of its own.
"""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING, Final

from glossary.concept import LabelKind, concept_id_of
from glossary.formats.entries import Draft, Entry, Name, Text, checked
from glossary.formats.languages import ENGLISH, tag_of
from glossary.formats.percent import decoded
from glossary.formats.reading import Finding, Rule, Taken
from glossary.formats.resolving import resolved, told_apart
from glossary.formats.xml_tree import Broken, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib import Graph
    from rdflib.term import Node

    from glossary.concept import LanguageTag

LARGEST: Final = 20_000_000
"""Bytes."""
OWN: Final = "urn:x-malmoi:"
OWN_CONCEPT: Final = OWN + "concept:"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
# The first that says a label counts, so the more telling ones stand before SKOS's own.
_KINDS: Final = {
    SKOS + "prefLabel": LabelKind.HEADWORD,
    OWN + "abbreviation": LabelKind.ABBREVIATION,
    OWN + "avoided": LabelKind.AVOIDED,
    SKOS + "altLabel": LabelKind.SYNONYM,
    SKOS + "hiddenLabel": LabelKind.MISSPELLING,
}
_DEFINITIONS: Final = (SKOS + "definition", SKOS + "scopeNote", DCTERMS + "description", RDFS + "comment")
"""The first of these that a concept has is its definition."""
_NEIGHBOURS: Final = (SKOS + "related", SKOS + "broader", SKOS + "narrower")


def read_turtle(pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Iterator[Taken | Finding]:
    """Read Turtle. The language is that of texts that say none."""
    return _read(b"".join(pieces), file, language, "turtle")


def read_rdf_xml(pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Iterator[Taken | Finding]:
    """Read RDF/XML. The language is that of texts that say none."""
    return _read(b"".join(pieces), file, language, "xml")


def read_json_ld(pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Iterator[Taken | Finding]:
    """Read JSON-LD. The language is that of texts that say none. A context that would have to be fetched is refused."""
    return _read(b"".join(pieces), file, language, "json-ld")


def _read(data: bytes, file: str, language: LanguageTag, syntax: str) -> Iterator[Taken | Finding]:
    if len(data) > LARGEST:
        yield Finding(Rule.TOO_LARGE, file, 1, str(len(data)))
        return
    if (broken := _harm_in(data, syntax)) is not None:
        yield Finding(broken.rule, file, broken.line, broken.text)
        return
    graph = _graph_of(data, syntax)
    if isinstance(graph, Broken):
        yield Finding(graph.rule, file, graph.line, graph.text)
        return
    yield from resolved(told_apart(_drafts(graph, file, language), file), file)


def _harm_in(data: bytes, syntax: str) -> Broken | None:
    """Look for what rdflib would expand or fetch, before rdflib sees the file."""
    if syntax == "xml":
        root = root_of(data)
        return root if isinstance(root, Broken) else None
    if syntax == "turtle":
        return None
    try:
        waiting = [json.loads(data)]
    except (ValueError, RecursionError) as error:
        return Broken(Rule.MALFORMED, getattr(error, "lineno", 1), type(error).__name__)
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            contexts = node.get("@context")
            fetched = [
                each for each in (contexts if isinstance(contexts, list) else [contexts]) if isinstance(each, str)
            ]
            if fetched or "@import" in node:
                return Broken(Rule.FORBIDDEN, 1, fetched[0] if fetched else "@import")
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
    return None


def _graph_of(data: bytes, syntax: str) -> Graph | Broken:
    try:
        # Here and not above: an extra, and heavier than everything else together.
        from rdflib import Graph, term  # noqa: PLC0415
    except ModuleNotFoundError:
        return Broken(Rule.EXTRA_NEEDED, 1, "rdflib")
    try:
        # What rdflib has to say about an address holds the words of the file, which no log may hold.
        term.logger.disabled = True
        with warnings.catch_warnings():
            # rdflib 7 reads JSON-LD with a class of its own that it has deprecated.
            warnings.simplefilter("ignore")
            return Graph(bind_namespaces="none").parse(data=data, format=syntax)
    except Exception as error:  # noqa: BLE001 — rdflib's parsers share no error of their own
        # It counts the lines of long texts twice.
        line = min(int(getattr(error, "lines", 0)), data.count(b"\n")) + 1
        return Broken(Rule.MALFORMED, line, type(error).__name__)


def _drafts(graph: Graph, file: str, language: LanguageTag) -> Iterator[Draft | Finding]:
    from rdflib import URIRef  # noqa: PLC0415 — see above

    concepts = set(graph.subjects(URIRef(RDF + "type"), URIRef(SKOS + "Concept")))
    concepts = concepts or set(graph.subjects(URIRef(SKOS + "prefLabel")))
    if not concepts:
        yield Finding(Rule.NO_ENTRY, file, 1)
    for subject in sorted(concepts, key=str):
        said: dict[str, list[Node]] = {}
        for predicate, value in graph.predicate_objects(subject):
            said.setdefault(str(predicate), []).append(value)
        draft, findings = checked(_entry(str(subject), said, language), file, language)
        yield from findings
        if draft:
            yield draft


def _entry(address: str, said: dict[str, list[Node]], language: LanguageTag) -> Entry:
    def texts(predicate: str) -> list[Text]:
        """Sort what one predicate says: texts in the reader's language first."""
        values = (Text(str(value), getattr(value, "language", None) or "") for value in said.get(predicate, ()))
        return sorted(values, key=lambda text: (tag_of(text.language) != language, text.language, text.text))

    names: dict[Text, Name] = {}
    for predicate, kind in _KINDS.items():
        for text in texts(predicate):
            names.setdefault(text, Name(text.text, kind, text.language))
    others = sorted({str(value) for predicate in _NEIGHBOURS for value in said.get(predicate, ())})
    replaced_by = [str(value) for value in said.get(DCTERMS + "isReplacedBy", ())]
    return Entry(
        1,
        names=_one_headword_each(names.values()),
        texts=next(filter(None, map(texts, _DEFINITIONS)), []),
        id=_id_in(address),
        domain=" ".join(text.text for text in texts(OWN + "domain")),
        tags=[text.text for text in texts(DCTERMS + "subject")],
        related=[f"id:{_id_in(other)}" for other in others],
        replaced_by=f"id:{_id_in(min(replaced_by))}" if replaced_by else "",
        links=[("", link) for link in sorted({str(value) for value in said.get(RDFS + "seeAlso", ())})],
        contact=" ".join(text.text for text in texts(OWN + "contact")),
    )


def _one_headword_each(names: Iterable[Name]) -> list[Name]:
    """Leave the first preferred label of a language what it is; SKOS allows no second one, and some files have it."""
    kept: list[Name] = []
    headed = set[str]()
    for name in names:
        is_second = name.kind is LabelKind.HEADWORD and name.language in headed
        headed.update([name.language] if name.kind is LabelKind.HEADWORD else [])
        kept.append(name._replace(kind=LabelKind.SYNONYM) if is_second else name)
    return kept


def _id_in(address: str) -> str:
    """Read an id: one that was written here as it was, any other derived from the address."""
    if address.startswith(OWN_CONCEPT):
        return decoded(address.removeprefix(OWN_CONCEPT))
    return concept_id_of("skos", address)
