"""What does a Markdown glossary hold? Reads it, in the two shapes that a person may write by hand.

The short shape says a name and a text, and the reader finds further names in both: ``## MLOps or ML Ops`` and below it
the text, alone or in a fenced block whose lines are broken anywhere. The explicit shape adds a list that says the rest
(``- **Names (ko)**: …``) and headings for languages (``### 한국어``); what it says is not guessed at again.
``write`` gives the explicit shape, ``write_short`` the short one wherever that says everything; both are read back
equal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from glossary.formats.blocks import ENTRY_LEVEL, blocks_of
from glossary.formats.escaping import escape, unescape
from glossary.formats.languages import ENGLISH
from glossary.formats.markdown_entry import Draft, EntryReader
from glossary.formats.markdown_writing import entries_of, write
from glossary.formats.mentions import Mention, Mentions, derived_id
from glossary.formats.reading import Finding, Harvest, Place, Rule, Unreadable, text_of, unwanted_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.concept import Concept, ConceptId, LanguageTag

__all__ = ["LARGEST_FILE", "read", "write", "write_short"]

LARGEST_FILE: Final = 10_000_000
"""Bytes."""


def read(data: bytes, name: str, language: LanguageTag = ENGLISH) -> Harvest:
    """Read a Markdown glossary. The language is that of texts and names whose script does not tell."""
    text = text_of(data, name, LARGEST_FILE)
    if isinstance(text, Unreadable):
        return Harvest(findings=(text.finding,))
    findings: list[Finding] = []
    drafts: dict[ConceptId, Draft] = {}
    blocks = blocks_of(text.split("\n"), 1, language=False)
    for block in blocks:
        if block.heading is None or block.heading.level < ENTRY_LEVEL:
            findings.extend(unwanted_in(block.lines, name, block.line + 1))
            continue
        entry = EntryReader(block, block.heading.text, name, language)
        draft = entry.draft()
        findings.extend(entry.findings)
        if draft is not None and (earlier := drafts.setdefault(draft.concept.id, draft)) is not draft:
            findings.append(_collision(draft, earlier, name))
    if not any(block.heading and block.heading.level == ENTRY_LEVEL for block in blocks):
        findings.append(Finding(Rule.NO_HEADING, name, 1))
    concepts = tuple(_resolved(tuple(drafts.values()), name, findings))
    places = {draft.concept.id: Place(name, draft.line) for draft in drafts.values()}
    return Harvest(concepts, tuple(sorted(findings, key=lambda finding: finding.line)), places=places)


def write_short(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> str:
    """Write concepts whose ids all differ, each in the short shape when that is read back as the same concept."""
    concepts = tuple(concepts)
    entries = zip(concepts, entries_of(concepts, language), strict=True)
    return "\n".join(_short_entry(concept, language) or explicit for concept, explicit in entries)


def _short_entry(concept: Concept, language: LanguageTag) -> str | None:
    names = " or ".join(escape(label.text) for label in concept.labels if label.language == concept.headword.language)
    text = "\n\n".join(definition.text for definition in concept.definitions)
    entry = f"## {names}\n```\n{text}\n```\n"
    return entry if read(entry.encode(), "", language) == Harvest((concept,)) else None


def _collision(draft: Draft, earlier: Draft, name: str) -> Finding:
    new, old = draft.concept, earlier.concept
    is_name = derived_id(new.headword.text, new.domain) == derived_id(old.headword.text, old.domain)
    rule, text = (Rule.NAME_TWICE, new.headword.text) if is_name else (Rule.ID_TWICE, new.id)
    return Finding(rule, name, draft.line, text, earlier.line)


def _resolved(drafts: Sequence[Draft], name: str, findings: list[Finding]) -> Iterator[Concept]:
    """Replace references by ids; findings get those that lead nowhere, or to several concepts."""
    mentions = Mentions(draft.concept for draft in drafts)

    def one(mention: Mention) -> ConceptId | None:
        found = mentions.resolve(mention.text)
        if len(found) != 1:
            rule = Rule.AMBIGUOUS_TERM if found else Rule.UNKNOWN_TERM
            findings.append(Finding(rule, name, mention.line, unescape(mention.text)))
        return found[0] if len(found) == 1 else None

    for draft in drafts:
        related = tuple(found for mention in draft.related if (found := one(mention)) is not None)
        replaced_by = one(draft.replaced_by) if draft.replaced_by else None
        yield replace(draft.concept, related=related, replaced_by=replaced_by)
