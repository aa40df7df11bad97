"""Which language answers? The only place that weighs what people chose, asked for and read.

What is wanted, first to last:

===================  ===========================================================================
named                asked for beside the term: ``mlops in korean``
chosen               by this asker, for this bot
question             the language in which a sentence was put, or a script that says so
locale               the asker's platform; it is not a choice, so it comes after the question
English              what most glossaries are written in
===================  ===========================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from glossary.concept import Concept, Definition, Label, LanguageTag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DEFAULT = LanguageTag("en")
FARTHEST = 10
"""CLDR's distance up to which one language stands in for another: pt finds pt-BR, and Catalan does not find Spanish."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The definition to show; None where the concept has none at all."""

    definition: Definition | None
    is_fallback: bool
    """Whether it is in a language that the reader did not ask for."""


def wanted(*languages: LanguageTag | None) -> tuple[LanguageTag, ...]:
    """Order languages, the most wanted first; no language twice, English last unless it stands before."""
    return tuple(dict.fromkeys(language for language in (*languages, DEFAULT) if language))


def choose(concept: Concept, reader: LanguageTag, others: Sequence[LanguageTag] = ()) -> Chosen:
    """Choose the definition in the reader's language, else in the first of the others that there is, else any."""
    available = tuple(definition.language for definition in concept.definitions)
    language = nearest(reader, available)
    if language is not None:
        return Chosen(concept.definition_in(language), is_fallback=False)
    for other in others:
        language = nearest(other, available)
        if language is not None:
            return Chosen(concept.definition_in(language), is_fallback=True)
    return Chosen(next(iter(concept.definitions), None), is_fallback=bool(concept.definitions))


def headword_for(concept: Concept, reader: LanguageTag) -> Label:
    """Choose the name to show: the headword in the reader's language, else the concept's first."""
    headwords = tuple(label.language for label in concept.labels if label.kind == "headword")
    language = nearest(reader, headwords)
    return (concept.headword_in(language) if language else None) or concept.headword


@lru_cache(maxsize=4096)
def nearest(language: LanguageTag, available: tuple[LanguageTag, ...]) -> LanguageTag | None:
    """Find the available language that a reader of this one reads as their own; None where there is none."""
    if language in available:
        return language
    # Here and not above: the import takes longer than most answers, and most need no matching.
    from langcodes import closest_supported_match  # noqa: PLC0415

    if not language or not available:
        return None
    if language.partition("-")[0] == "nn" and "nb" in available:
        return LanguageTag("nb")  # CLDR puts Nynorsk farther from Bokmål than its readers do
    from langcodes.tag_parser import LanguageTagError  # noqa: PLC0415

    try:
        found = closest_supported_match(language, list(available), max_distance=FARTHEST)
    except LanguageTagError:
        return None
    return LanguageTag(found) if found else None


def languages_of(concepts: Iterable[Concept]) -> tuple[LanguageTag, ...]:
    """List the languages that these concepts are defined in, the most frequent first."""
    counts: dict[LanguageTag, int] = {}
    for concept in concepts:
        for definition in concept.definitions:
            counts[definition.language] = counts.get(definition.language, 0) + 1
    return tuple(sorted(counts, key=lambda language: (-counts[language], language)))


def language_called(name: str) -> LanguageTag | None:
    """Find a language by its tag or its name in any language: ``ko``, ``korean``, ``한국어``; None for none."""
    from langcodes import Language, find  # noqa: PLC0415 — as above
    from langcodes.tag_parser import LanguageTagError  # noqa: PLC0415

    try:
        tag = Language.get(name.strip())
        if tag.is_valid() and tag.language:
            return LanguageTag(tag.to_tag())
    except LanguageTagError:
        pass
    try:
        return LanguageTag(find(name.strip()).to_tag())
    except LookupError:
        return None


def question_language(text: str) -> LanguageTag | None:
    """Tell the language of a question by its script; None where it says nothing, as Latin letters do."""
    for character in text:
        for first, last, language in _SCRIPTS:
            if first <= character <= last:
                return language
    return None


# The scripts that one language has to itself, so that a single letter tells: Unicode blocks, first and last letter.
_SCRIPTS = (
    ("가", "힣", LanguageTag("ko")),
    ("ぁ", "ヿ", LanguageTag("ja")),
)
