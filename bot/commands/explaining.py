"""The wishes about the known terms in a text, and about what somebody knows already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import ConceptId


@dataclass(frozen=True, slots=True)
class Explain:
    """Find every known term in a text, such as a message or a thread; no button carries so much."""

    text: str


@dataclass(frozen=True, slots=True)
class Explained:
    """Show a concept that stood in an explained text."""

    concept: ConceptId


@dataclass(frozen=True, slots=True)
class Known:
    """Keep that the asker knows a concept, which is no longer explained to them; or that they do not."""

    concept: ConceptId
    is_known: bool = True


Explaining = Explained | Known

NAMES: Mapping[str, type[Explaining]] = {
    "explained": Explained,
    "known": Known,
}
