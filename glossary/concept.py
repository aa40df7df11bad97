"""What does a glossary hold? Concepts with their labels and definitions: the only place that says what they look like.

The model is SKOS's and TBX's: the entry is a concept, never a word. Two concepts may share a label.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date

ConceptId = NewType("ConceptId", str)
"""Names one concept within one glossary; 1 to 12 characters, so that a button can carry it."""

LanguageTag = NewType("LanguageTag", str)
"""A BCP 47 tag in its canonical case, such as ``ko`` or ``pt-BR``; ``und`` where the language is not known."""

UNDETERMINED = LanguageTag("und")
CONCEPT_ID_LENGTH = 12


class LabelKind(StrEnum):
    """What a label is to its concept."""

    HEADWORD = "headword"
    """The preferred name in its language (``skos:prefLabel``, TBX *preferredTerm*)."""
    SYNONYM = "synonym"
    """Another name in good use (``skos:altLabel``, TBX *admittedTerm*)."""
    ABBREVIATION = "abbreviation"
    """A short form (TBX *termType* abbreviation or acronym)."""
    MISSPELLING = "misspelling"
    """What people often type instead: it is found, and never shown as a name (``skos:hiddenLabel``)."""
    AVOIDED = "avoided"
    """A name that should no longer be used (TBX *deprecatedTerm*): it is found, and the reader is told."""


@dataclass(frozen=True, slots=True)
class Label:
    """One name of a concept in one language. The text is as people write it, trimmed and in NFC."""

    text: str
    language: LanguageTag
    kind: LabelKind = LabelKind.SYNONYM


@dataclass(frozen=True, slots=True)
class Definition:
    """What a concept means, said in one language: Markdown, paragraphs separated by one empty line."""

    text: str
    language: LanguageTag
    is_outdated: bool = False
    """Whether another language of the concept was rewritten since this one was written or confirmed."""


@dataclass(frozen=True, slots=True)
class Link:
    """A web address where more can be read; http or https."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the concept; https, and always with a text for those who do not see it."""

    address: str
    alternative_text: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning with all its names.

    At least one label; no text twice in one language; at most one headword a language, and one in at least one
    language; no language twice among the definitions. Without a definition it is a known word that waits.
    """

    id: ConceptId
    labels: tuple[Label, ...]
    definitions: tuple[Definition, ...] = ()
    domain: str = ""
    """The subject field that tells it from another of the same name, such as ``company``; "" for none."""
    tags: tuple[str, ...] = ()
    related: tuple[ConceptId, ...] = ()
    replaced_by: ConceptId | None = None
    links: tuple[Link, ...] = ()
    image: Image | None = None
    contact: str = ""
    """Who to ask, as readers are shown it."""
    confirmed: date | None = None
    """The last day on which somebody wrote it or said that it is still right; None where that was never recorded."""

    def __post_init__(self) -> None:
        """Hold the invariants of the class.

        Raises:
            ValueError: One of them is broken. Readers and editors check first, so this is a mistake of the program.
        """
        headwords = [label.language for label in self.labels if label.kind is LabelKind.HEADWORD]
        if not headwords or len(set(headwords)) < len(headwords):
            raise ValueError(f"{self.id}: a concept has one headword in at least one language, and one at most in each")
        if len({(label.text, label.language) for label in self.labels}) < len(self.labels):
            raise ValueError(f"{self.id}: a label stands twice")
        if len({definition.language for definition in self.definitions}) < len(self.definitions):
            raise ValueError(f"{self.id}: two definitions in one language")
        if not 1 <= len(self.id) <= CONCEPT_ID_LENGTH:
            raise ValueError(f"{self.id}: an id has 1 to {CONCEPT_ID_LENGTH} characters")

    @property
    def headword(self) -> Label:
        """The first headword: the name of the concept where the reader's language says nothing."""
        return next(label for label in self.labels if label.kind is LabelKind.HEADWORD)

    def headword_in(self, language: LanguageTag) -> Label | None:
        """Find the preferred name in exactly this language."""
        wanted = (label for label in self.labels if label.kind is LabelKind.HEADWORD and label.language == language)
        return next(wanted, None)

    def definition_in(self, language: LanguageTag) -> Definition | None:
        """Find the definition in exactly this language."""
        return next((definition for definition in self.definitions if definition.language == language), None)


def concept_id_of(*facts: str) -> ConceptId:
    """Derive an id from what makes a concept itself, for sources without ids: the same facts give the same id."""
    digest = hashlib.blake2s("\x1f".join(facts).encode(), digest_size=7).digest()
    return ConceptId(base64.b32encode(digest).decode().rstrip("=").lower())
