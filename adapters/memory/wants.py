"""Who waits for a term that is not there? Kept in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.keeping import EMPTY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from adapters.memory.state import State
    from bot.keeping import GlossaryId, Revision, Want
    from bot.requests import AccountId


class MemoryWants:
    """Fulfils `bot.ports.WantStore`."""

    _state: State

    async def want(self, glossary: GlossaryId, want: Want) -> Revision:
        """Keep a want; tell the latest revision at that moment."""
        self._state.wants[glossary, want.account, want.typed] = want
        kept = self._state.glossaries.get(glossary)
        return kept.revision if kept else EMPTY

    async def wants_of(self, glossary: GlossaryId, account: AccountId) -> Sequence[Want]:
        """List what somebody waits for, the oldest first."""
        mine = [want for at, want in self._state.wants.items() if at[:2] == (glossary, account)]
        return sorted(mine, key=lambda want: (want.at, want.typed))

    async def drop_want(self, glossary: GlossaryId, account: AccountId, typed: str) -> None:
        """Wait no longer. What is not there stays not there."""
        self._state.wants.pop((glossary, account, typed), None)

    async def dismiss(self, glossary: GlossaryId, keys: frozenset[str], at: datetime) -> None:
        """Leave these keys out of the gaps from now on."""
        self._state.dismissals.update({(glossary, key): at for key in keys})

    async def dismissed(self, glossary: GlossaryId) -> frozenset[str]:
        """Tell the keys that are left out of the gaps."""
        return frozenset(key for ours, key in self._state.dismissals if ours == glossary)

    async def purge_wants(self, before: datetime) -> None:
        """Let go of the wants and dismissals from before this time."""
        state = self._state
        state.wants = {at: want for at, want in state.wants.items() if want.at >= before}
        state.dismissals = {key: at for key, at in state.dismissals.items() if at >= before}
