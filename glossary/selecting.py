"""Which part of a glossary is wanted? By tag and by language, for an export that is not of everything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.concept import UNDETERMINED, LabelKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from glossary.concept import Concept, LanguageTag


def selected(
    concepts: Iterable[Concept], tags: Collection[str] = (), languages: Collection[LanguageTag] = ()
) -> Iterator[Concept]:
    """Go through the concepts that have one of the tags, with what they say in these languages; none asks for all.

    A concept that has neither a headword nor a definition in any of the languages is left out. ``pt`` means ``pt-BR``
    too. One that is only defined in them keeps its first headword, because it must be called something.
    """
    for concept in concepts:
        if tags and not set(tags).intersection(concept.tags):
            continue
        if not languages:
            yield concept
        elif _says_something(concept, languages):
            yield _narrowed(concept, languages)


def _says_something(concept: Concept, languages: Collection[LanguageTag]) -> bool:
    headwords = [label.language for label in concept.labels if label.kind is LabelKind.HEADWORD]
    defined = [text.language for text in concept.definitions]
    return any(_is_of(language, languages) for language in (*headwords, *defined))


def _narrowed(concept: Concept, languages: Collection[LanguageTag]) -> Concept:
    labels = tuple(
        label for label in concept.labels if label.language == UNDETERMINED or _is_of(label.language, languages)
    )
    if not any(label.kind is LabelKind.HEADWORD for label in labels):
        labels = (concept.headword, *labels)
    texts = tuple(text for text in concept.definitions if _is_of(text.language, languages))
    return replace(concept, labels=labels, definitions=texts)


def _is_of(language: LanguageTag, wanted: Collection[LanguageTag]) -> bool:
    return any(language == one or language.startswith(f"{one}-") for one in wanted)
