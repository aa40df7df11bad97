"""How often was what asked? Kept in memory."""

from __future__ import annotations

import secrets
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.counts import Gap
from glossary.spelling import LooseKey

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from adapters.memory.state import State
    from bot.counts import Lookup, Tally
    from bot.keeping import GlossaryId

KEY_BYTES = 32


class MemoryCounts:
    """Fulfils `bot.ports.CountStore`."""

    _state: State

    async def add_counts(self, tally: Tally) -> None:
        """Add what was counted to what is kept."""
        for lookup, times in tally.lookups:
            self._state.lookups[lookup] += times
        for asking, times in tally.askings:
            self._state.typed[asking.glossary, asking.month, asking.key, asking.typed] += times
            self._state.askers.add((asking.glossary, asking.month, asking.key, asking.asker))

    async def month_key(self, month: date) -> bytes:
        """Tell the secret with which askers are told apart within one month: the same in every process."""
        return self._state.month_keys.setdefault(month, secrets.token_bytes(KEY_BYTES))

    async def lookups(self, glossary: GlossaryId, since: date) -> Sequence[tuple[Lookup, int]]:
        """Read how often each lookup was made, from that day on, the most frequent first."""
        ours = [one for one in self._state.lookups.items() if one[0].glossary == glossary and one[0].day >= since]
        return sorted(ours, key=lambda one: (-one[1], one[0].day, one[0].key))

    async def gaps(self, glossary: GlossaryId, month: date, limit: int = 20) -> Sequence[Gap]:
        """List what was not found within a month, what most people asked for first."""
        askers: defaultdict[str, set[str]] = defaultdict(set)
        for ours, then, key, asker in self._state.askers:
            if (ours, then) == (glossary, month):
                askers[key].add(asker)
        found = sorted(askers.items(), key=lambda one: (-len(one[1]), one[0]))[:limit]
        return [self._gap(glossary, month, key, frozenset(people)) for key, people in found]

    async def purge_counts(self, before: date) -> None:
        """Let go of the months before that day, of what tells askers apart in them, and of their keys."""
        state = self._state
        state.lookups = Counter({lookup: times for lookup, times in state.lookups.items() if lookup.day >= before})
        state.typed = Counter({form: times for form, times in state.typed.items() if form[1] >= before})
        state.askers = {asker for asker in state.askers if asker[1] >= before}
        state.month_keys = {month: key for month, key in state.month_keys.items() if month >= before}

    def _gap(self, glossary: GlossaryId, month: date, key: str, askers: frozenset[str]) -> Gap:
        forms = [(-times, typed) for (*at, typed), times in self._state.typed.items() if at == [glossary, month, key]]
        typed = tuple(form for _, form in sorted(forms))
        return Gap(LooseKey(key), typed, -sum(times for times, _ in forms), askers)
