"""What is shown how often in which place? Kept in memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from adapters.memory.state import State
    from bot.counts import Use
    from bot.keeping import GlossaryId, Subject
    from glossary.concept import ConceptId


class MemoryUses:
    """Fulfils `bot.ports.UseStore`."""

    _state: State

    async def add_uses(self, used: Mapping[Use, int]) -> None:
        """Add how often each was used to what is kept."""
        self._state.uses.update(used)

    async def uses_in(self, glossary: GlossaryId, place: Subject, since: date, limit: int) -> Mapping[ConceptId, int]:
        """Tell how often each concept was used in a place or workspace from that month on, the most used ones."""
        found: Counter[ConceptId] = Counter()
        for use, times in self._state.uses.items():
            if (use.glossary, use.place) == (glossary, place) and use.month >= since:
                found[use.concept] += times
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0]))[:limit])

    async def purge_uses(self, before: date) -> None:
        """Let go of the months before that day."""
        kept = {use: times for use, times in self._state.uses.items() if use.month >= before}
        self._state.uses = Counter(kept)
