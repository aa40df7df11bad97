"""Stores that live as long as the process: for a glossary that is a file, and for tests.

They keep every promise of the ports, and nothing of it on a disk.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from adapters.memory.counts import MemoryCounts
from adapters.memory.curation import MemoryDrafts, MemoryProposals
from adapters.memory.glossaries import MemoryGlossaries
from adapters.memory.notices import MemoryNotices
from adapters.memory.packs import MemoryPacks
from adapters.memory.people import (
    MemoryCare,
    MemoryKnown,
    MemoryPeople,
    MemoryPreferences,
    MemoryRoles,
    MemorySettings,
)
from adapters.memory.processes import MemoryEvents, MemoryLeases, MemorySecrets
from adapters.memory.progress import MemoryProgress
from adapters.memory.removing import MemoryRemoving
from adapters.memory.state import State
from adapters.memory.uses import MemoryUses
from adapters.memory.wants import MemoryWants
from bot.keeping import EMPTY, HOME, Change, Deed, Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary.concept import Concept

_BEGINNING = datetime.fromtimestamp(0, UTC)


class MemoryStore(
    MemoryGlossaries,
    MemoryRemoving,
    MemoryPreferences,
    MemorySettings,
    MemoryRoles,
    MemoryCare,
    MemoryKnown,
    MemoryPeople,
    MemoryDrafts,
    MemoryProposals,
    MemoryNotices,
    MemoryCounts,
    MemoryUses,
    MemoryWants,
    MemoryPacks,
    MemoryProgress,
    MemoryEvents,
    MemoryLeases,
    MemorySecrets,
):
    """Fulfils `bot.ports.Store`. What is given at first lies in the home glossary, as its first revision."""

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self._state = State()
        if concepts:
            edits = tuple(Edit(concept.id, concept) for concept in concepts)
            self._carry_out(Change(HOME, edits, EMPTY, None, _BEGINNING, Deed.STARTED))

    async def close(self) -> None:
        """Do nothing: there is nothing to let go of."""
