"""How does the measure of finding terms write glossaries and answers? One JSON object a line, both ways."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, assert_never

from glossary.concept import CONCEPT_ID_LENGTH, Concept, ConceptId, Label, LabelKind, LanguageTag, concept_id_of
from glossary.lookup import MOST_SUGGESTIONS, Ambiguous, Answer, Match, NotFound, Query, Resolution, Suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def concepts_in(lines: Iterable[str]) -> Iterator[Concept]:
    """Read a glossary. An id that is too long for ours is replaced by one derived from it."""
    for line in lines:
        entry = json.loads(line)
        names = {(entry["title"], entry["lang"]): LabelKind.HEADWORD}
        for alias in entry["aliases"]:
            names.setdefault((alias["text"], alias["lang"]), LabelKind.SYNONYM)
        labels = tuple(Label(text, LanguageTag(language), kind) for (text, language), kind in names.items())
        yield Concept(_concept_id(entry["id"]), labels)


def _concept_id(identifier: str) -> ConceptId:
    return ConceptId(identifier) if 1 <= len(identifier) <= CONCEPT_ID_LENGTH else concept_id_of(identifier)


def query_in(line: str) -> Query:
    """Read a request."""
    request = json.loads(line)
    return Query(request["query"], LanguageTag(request["lang"]))


def reply_of(resolution: Resolution) -> dict[str, Any]:
    """Say a resolution. Of an ambiguous name the likeliest meaning is the answer, and the others are suggested."""
    match resolution:
        case Answer(match, others):
            return _reply(match.concept.id, others, match.score)
        case Ambiguous(matches):
            return _reply(matches[0].concept.id, matches[1:], matches[0].score)
        case Suggestions(matches):
            return _reply(None, matches, matches[0].score)
        case NotFound():
            return _reply(None, (), 0.0)
    assert_never(resolution)


def _reply(answer: ConceptId | None, others: Sequence[Match], score: float) -> dict[str, Any]:
    suggestions = [match.concept.id for match in others[:MOST_SUGGESTIONS]]
    return {"answer": answer, "suggestions": suggestions, "score": round(score, 4)}
