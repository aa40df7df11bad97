"""The JSON lines of the measure."""

from __future__ import annotations

import json

from glossary.catalogue import Catalogue
from glossary.concept import LabelKind
from glossary.formats.measure import concepts_in, query_in, reply_of
from glossary.lookup import Query, resolve
from tests.glossary.words import small


def line(identifier: str, title: str, *aliases: str) -> str:
    """Write an entry."""
    return json.dumps(
        {"id": identifier, "title": title, "lang": "en", "aliases": [{"text": text, "lang": "en"} for text in aliases]}
    )


def test_an_entry_becomes_a_concept() -> None:
    """The title is the headword; a name that stands twice is one label."""
    (found,) = concepts_in([line("h1", "Redis", "Remote Dictionary Server", "Redis")])
    assert [(label.text, label.kind) for label in found.labels] == [
        ("Redis", LabelKind.HEADWORD),
        ("Remote Dictionary Server", LabelKind.SYNONYM),
    ]


def test_an_id_that_is_too_long_is_replaced() -> None:
    """A button has to carry it."""
    (found,) = concepts_in([line("an-id-of-many-letters", "Redis")])
    assert 1 <= len(found.id) <= 12


def test_a_request_is_a_query() -> None:
    """The language is the asker's."""
    assert query_in('{"query": "레디쓰", "lang": "ko"}') == Query("레디쓰", "ko")  # type: ignore[arg-type]


def test_every_resolution_has_a_reply() -> None:
    """Of an ambiguous name the first meaning is the answer, and the others are suggestions."""
    catalogue = small()
    answered = reply_of(resolve(Query("redis"), catalogue))
    assert answered["answer"] == "redis"
    ambiguous = reply_of(resolve(Query("SAP"), catalogue))
    assert {ambiguous["answer"], *ambiguous["suggestions"]} == {"sap", "point"}
    suggested = reply_of(resolve(Query("catalysis"), catalogue))
    assert suggested["answer"] is None
    assert suggested["suggestions"]
    assert reply_of(resolve(Query("!"), Catalogue())) == {"answer": None, "suggestions": [], "score": 0.0}
