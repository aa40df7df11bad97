"""Which entry is meant by a name, and which one came before? What needs more than one entry to tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.concept import ConceptId, concept_id_of
from glossary.formats.mentions import Mentions, derived_id
from glossary.formats.reading import Finding, Rule, Taken
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.concept import Concept
    from glossary.formats.entries import Draft


def told_apart(drafts: Iterable[Draft | Finding], file: str, *, may_repeat: bool = True) -> Iterator[Draft | Finding]:
    """Give entries of one name and domain different ids: all but the first get theirs from their definition too.

    So several rows with one term are several concepts, and keep their ids as long as they keep their order. An id that
    stands twice all the same is a finding, and the second entry is left out; every such id, where names may not repeat.
    """
    lines: dict[ConceptId, int] = {}
    for draft in drafts:
        if isinstance(draft, Finding):
            yield draft
            continue
        named = draft.concept.headword.text, draft.concept.domain
        is_derived = draft.concept.id == derived_id(*named)
        if may_repeat and is_derived and draft.concept.id in lines:
            draft = replace(draft, concept=replace(draft.concept, id=_id_with_text(draft.concept)))  # noqa: PLW2901 — the same entry
        earlier = lines.get(draft.concept.id)
        if earlier is None:
            lines[draft.concept.id] = draft.line
            lines.setdefault(_id_with_text(draft.concept), draft.line)
            yield draft
        else:
            rule, about = (
                (Rule.NAME_TWICE, named[0]) if may_repeat and is_derived else (Rule.ID_TWICE, draft.concept.id)
            )
            yield Finding(rule, file, draft.line, about, earlier)


def _id_with_text(concept: Concept) -> ConceptId:
    text = concept.definitions[0].text if concept.definitions else ""
    return concept_id_of(strict_key(concept.headword.text), strict_key(concept.domain), text)


def resolved(drafts: Iterable[Draft | Finding], file: str) -> Iterator[Taken | Finding]:
    """Replace references by ids, in the file's order.

    An entry that refers to others is held back with all that follow it, because the one that is meant may come later.
    """
    seen: list[Concept] = []
    waiting: list[Draft] = []
    for draft in drafts:
        if isinstance(draft, Finding):
            yield draft
            continue
        seen.append(draft.concept)
        if waiting or draft.related or draft.replaced_by:
            waiting.append(draft)
        else:
            yield Taken(draft.concept, draft.line)
    mentions = Mentions(seen if waiting else ())
    for draft in waiting:
        findings: list[Finding] = []
        related = (_one(text, mentions, draft.line, file, findings) for text in draft.related)
        concept = replace(draft.concept, related=tuple(other for other in related if other is not None))
        if draft.replaced_by:
            concept = replace(concept, replaced_by=_one(draft.replaced_by, mentions, draft.line, file, findings))
        yield from findings
        yield Taken(concept, draft.line)


def _one(text: str, mentions: Mentions, line: int, file: str, findings: list[Finding]) -> ConceptId | None:
    found = mentions.find(text)
    if len(found) == 1:
        return found[0]
    findings.append(Finding(Rule.AMBIGUOUS_TERM if found else Rule.UNKNOWN_TERM, file, line, text))
    return None
