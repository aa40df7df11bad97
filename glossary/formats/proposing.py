"""Which names does a definition seem to give its concept? Proposals, for a person to decide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.concept import Label, LabelKind
from glossary.formats.expanding import expansions_in
from glossary.formats.languages import language_of
from glossary.formats.naming import names_with_text
from glossary.formats.reading import Proposal
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.concept import Concept, LanguageTag
    from glossary.formats.reading import Taken


def with_proposals(taken: Taken, file: str, language: LanguageTag) -> Taken:
    """Add what the definitions propose; the concept stays as it is."""
    labels = proposed(taken.concept, language)
    return replace(taken, proposals=tuple(Proposal(taken.concept.id, label, file, taken.line) for label in labels))


def with_proposals_if_silent(taken: Taken, file: str, language: LanguageTag) -> Taken:
    """Do so where the file gives the concept headwords only: whoever lists other names has said them all."""
    is_silent = all(label.kind is LabelKind.HEADWORD for label in taken.concept.labels)
    return with_proposals(taken, file, language) if is_silent else taken


def proposed(concept: Concept, language: LanguageTag) -> tuple[Label, ...]:
    """Find names that its definitions give a concept and that it has not: in the texts' order, none twice."""
    found: dict[str, Label] = {}
    known = {strict_key(label.text) for label in concept.labels}
    for definition in concept.definitions:
        said = names_with_text(concept.labels, definition.text, language)[len(concept.labels) :]
        for label in (*said, *_expanded(concept, definition.text, language)):
            if strict_key(label.text) not in known:
                found.setdefault(strict_key(label.text), label)
    return tuple(found.values())


def _expanded(concept: Concept, text: str, language: LanguageTag) -> Iterator[Label]:
    """Go through the other halves of explained short forms of which one half is a name of this concept."""
    known = {strict_key(label.text) for label in concept.labels}
    for short, long, _ in expansions_in(text):
        if strict_key(short) in known:
            yield Label(long, language_of(long, language), LabelKind.SYNONYM)
        elif strict_key(long) in known:
            yield Label(short, language_of(short, language), LabelKind.ABBREVIATION)
