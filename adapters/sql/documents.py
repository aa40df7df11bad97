"""How is a concept written down as text? JSON, in the history whole and beside labels and definitions the rest of it.

The keys are kept for ever: what is in a history is read again years later. A new field gets a new key and a default.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from glossary.concept import Concept, ConceptId, Definition, Image, Label, LabelKind, LanguageTag, Link

if TYPE_CHECKING:
    from collections.abc import Mapping


def json_of(value: object) -> str:
    """Write JSON as short as it gets, with every letter as itself."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def document_of(concept: Concept) -> str:
    """Write a whole concept."""
    return json_of(
        {
            "id": concept.id,
            "labels": [[label.text, label.language, label.kind] for label in concept.labels],
            "definitions": [[definition.text, definition.language] for definition in concept.definitions],
        }
        | _details(concept)
    )


def concept_of(document: str) -> Concept:
    """Read a whole concept."""
    read = json.loads(document)
    outdated = read.get("outdated", ())
    return Concept(
        ConceptId(read["id"]),
        tuple(Label(text, LanguageTag(language), LabelKind(kind)) for text, language, kind in read["labels"]),
        tuple(Definition(text, LanguageTag(tag), tag in outdated) for text, tag in read["definitions"]),
        **_arguments(read),
    )


def details_of(concept: Concept) -> str:
    """Write what is neither label nor definition; "" where there is nothing of the kind."""
    details = _details(concept)
    return json_of(details) if details else ""


def with_details(
    concept: ConceptId, labels: tuple[Label, ...], definitions: tuple[Definition, ...], details: str
) -> Concept:
    """Put a concept together again from its labels, its definitions, and the rest."""
    if not details:
        return Concept(concept, labels, definitions)
    read = json.loads(details)
    outdated = read.get("outdated", ())
    marked = tuple(replace(one, is_outdated=True) if one.language in outdated else one for one in definitions)
    return Concept(concept, labels, marked, **_arguments(read))


def _details(concept: Concept) -> dict[str, Any]:
    """Gather what is not empty."""
    image = concept.image
    details = {
        "domain": concept.domain,
        "tags": list(concept.tags),
        "related": list(concept.related),
        "replaced_by": concept.replaced_by,
        "links": [[link.title, link.address] for link in concept.links],
        "image": image and [image.address, image.alternative_text],
        "contact": concept.contact,
        "outdated": [definition.language for definition in concept.definitions if definition.is_outdated],
        "confirmed": concept.confirmed and concept.confirmed.isoformat(),
    }
    return {name: value for name, value in details.items() if value}


def _arguments(read: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "domain": read.get("domain", ""),
        "tags": tuple(read.get("tags", ())),
        "related": tuple(map(ConceptId, read.get("related", ()))),
        "replaced_by": read.get("replaced_by"),
        "links": tuple(Link(title, address) for title, address in read.get("links", ())),
        "image": Image(*read["image"]) if "image" in read else None,
        "contact": read.get("contact", ""),
        "confirmed": date.fromisoformat(read["confirmed"]) if "confirmed" in read else None,
    }
