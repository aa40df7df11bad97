"""Which reading lists are there, and for whom? Kept in memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.memory.state import State
    from bot.keeping import GlossaryId, Subject
    from bot.packs import Pack, PackId


class MemoryPacks:
    """Fulfils `bot.ports.PackStore`."""

    _state: State

    async def packs_of(self, glossary: GlossaryId) -> Sequence[Pack]:
        """List the packs of a glossary by their names."""
        packs = [pack for (ours, _), pack in self._state.packs.items() if ours == glossary]
        return sorted(packs, key=lambda pack: (pack.name, pack.id))

    async def keep_pack(self, glossary: GlossaryId, pack: Pack) -> bool:
        """Keep a pack as its next version; tell whether it was."""
        known = self._state.packs.get((glossary, pack.id))
        if (known.version if known else 0) != pack.version:
            return False
        self._state.packs[glossary, pack.id] = replace(pack, version=pack.version + 1)
        self._state.touch_users(glossary)
        return True

    async def drop_pack(self, glossary: GlossaryId, pack: PackId) -> None:
        """Let go of a pack, with its places and everybody's progress."""
        state = self._state
        state.packs.pop((glossary, pack), None)
        state.pack_places = {place for place in state.pack_places if place[:2] != (glossary, pack)}
        state.progress = {at: one for at, one in state.progress.items() if (at[0], at[2]) != (glossary, pack)}
        state.touch_users(glossary)

    async def place_pack(self, glossary: GlossaryId, pack: PackId, place: Subject, *, is_placed: bool) -> None:
        """Let who joins a place be greeted with a pack, or no longer."""
        (self._state.pack_places.add if is_placed else self._state.pack_places.discard)((glossary, pack, place))
        self._state.touch_users(glossary)

    async def places_of(self, glossary: GlossaryId) -> Sequence[tuple[PackId, Subject]]:
        """List which pack belongs to which place."""
        return sorted((pack, place) for ours, pack, place in self._state.pack_places if ours == glossary)

    async def packs_with_reminder(self) -> Sequence[tuple[GlossaryId, Pack]]:
        """List the packs of all glossaries that remind."""
        reminding = ((glossary, pack) for (glossary, _), pack in self._state.packs.items() if pack.reminder_days)
        return sorted(reminding, key=lambda one: (one[0], one[1].id))
