"""The wishes about what happened to an entry, and who looks after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import ConceptId


@dataclass(frozen=True, slots=True)
class History:
    """Show the changes to an entry, newest first, below a revision; 0 for the newest."""

    concept: ConceptId
    before: int = 0


@dataclass(frozen=True, slots=True)
class RollBack:
    """Bring an entry back to how it stood after a revision, once that is confirmed."""

    concept: ConceptId
    revision: int
    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Undo:
    """Take a change back."""

    revision: int


@dataclass(frozen=True, slots=True)
class Restore:
    """Bring a deleted entry back, or list what was deleted with ""."""

    concept: ConceptId


@dataclass(frozen=True, slots=True)
class Owner:
    """Show who looks after an entry; ``me`` claims it, ``nobody`` lets go, an account hands it over."""

    concept: ConceptId
    to: str = ""


@dataclass(frozen=True, slots=True)
class Pin:
    """Say which meaning of a name is meant in this channel, or no longer."""

    concept: ConceptId
    is_pinned: bool = True


@dataclass(frozen=True, slots=True)
class Stale:
    """List what nobody confirmed for long, page by page."""

    page: int = 0
    """Counts from 1, and is turned in place; 0 opens the list at its first page."""


@dataclass(frozen=True, slots=True)
class Orphans:
    """List the entries that somebody looked after whose account is gone."""


@dataclass(frozen=True, slots=True)
class StillTrue:
    """Confirm that an entry is still right."""

    concept: ConceptId


Keeping = History | RollBack | Undo | Restore | Owner | Pin | Orphans | Stale | StillTrue

NAMES: Mapping[str, type[Keeping]] = {
    "history": History,
    "rollback": RollBack,
    "undo": Undo,
    "restore": Restore,
    "owner": Owner,
    "pin": Pin,
    "orphans": Orphans,
    "stale": Stale,
    "true": StillTrue,
}
