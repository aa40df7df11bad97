"""The wishes about the languages of others: of a place, and of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import ConceptId, LanguageTag

CHANNEL, WORKSPACE = "channel", "workspace"


@dataclass(frozen=True, slots=True)
class PlaceLanguage:
    """See the language of a place, or choose one: a tag, a name of a language, ``auto`` for none, or "" to see."""

    place: str
    """CHANNEL or WORKSPACE."""
    choice: str = ""


@dataclass(frozen=True, slots=True)
class AskTranslation:
    """Say that an entry is wanted in a language that it lacks."""

    concept: ConceptId
    language: LanguageTag


Speaking = PlaceLanguage | AskTranslation

NAMES: Mapping[str, type[Speaking]] = {
    "placelanguage": PlaceLanguage,
    "asktranslation": AskTranslation,
}
