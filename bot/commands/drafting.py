"""The wishes about drafts: forms that were submitted, kept a day for their owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import ConceptId


@dataclass(frozen=True, slots=True)
class Save:
    """Save a draft, or propose it."""

    draft: str


@dataclass(frozen=True, slots=True)
class Resume:
    """Open the form of a draft again."""

    draft: str


@dataclass(frozen=True, slots=True)
class Discard:
    """Let go of a draft."""

    draft: str


@dataclass(frozen=True, slots=True)
class Separate:
    """Save a draft as a different meaning of a name that is taken: asks for its domain."""

    draft: str


@dataclass(frozen=True, slots=True)
class AddThere:
    """Give the name in a draft to the concept that it leads to already."""

    draft: str
    concept: ConceptId


Drafting = Save | Resume | Discard | Separate | AddThere

NAMES: Mapping[str, type[Drafting]] = {
    "save": Save,
    "resume": Resume,
    "discard": Discard,
    "separate": Separate,
    "there": AddThere,
}
