"""Which language may be meant by a name that is none? What languages are called, and which names come near."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from glossary.concept import LanguageTag
from glossary.named_languages import known_names
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_ALIKE = 0.6
"""0 nothing in common … 1 the same letters."""
LONGEST_NAME = 40
"""Code points; what is longer is no name of a language."""


def languages_like(typed: str, reader: LanguageTag, most: int) -> tuple[LanguageTag, ...]:
    """Find the languages whose names come nearest to what was typed, the nearest first; none where nothing is near."""
    names = _names_for(reader)
    found = process.extract(
        loose_key(typed[:LONGEST_NAME]),
        names.keys(),
        scorer=OSA.normalized_similarity,
        score_cutoff=LEAST_ALIKE,
        limit=4 * most,  # several names of one language may come near
    )
    return tuple(dict.fromkeys(names[name] for name, _, _ in found))[:most]


@lru_cache(maxsize=16)
def _names_for(reader: LanguageTag) -> Mapping[str, LanguageTag]:
    """Give the names of languages in English and in the reader's language, and the common ones in many others."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 — as in `bot.wording`

    names: dict[str, LanguageTag] = {}
    for language in (reader, LanguageTag("en")):
        try:
            called = Locale.parse(language, sep="-").languages
        except (UnknownLocaleError, ValueError):
            continue
        names.update({str(loose_key(name)): LanguageTag(tag.replace("_", "-")) for tag, name in called.items() if name})
    return {**names, **known_names()}
