"""Is a definition still up to date with the other languages of its concept? Decided here when a concept is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from glossary.concept import Concept


def freshened(before: Concept | None, after: Concept, today: date) -> Concept:
    """Mark as outdated what another language has overtaken, and keep that somebody wrote it today.

    A definition that was rewritten outdates those in other languages; one that is new outdates none.
    """
    earlier = {definition.language: definition.text for definition in before.definitions} if before else {}
    written = {one.language for one in after.definitions if earlier.get(one.language) != one.text}
    rewritten = written & earlier.keys()
    definitions = tuple(
        replace(one, is_outdated=one.language not in written and (one.is_outdated or bool(rewritten)))
        for one in after.definitions
    )
    return replace(after, definitions=definitions, confirmed=today)
