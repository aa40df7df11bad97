"""What becomes of a workspace that removed the bot? Kept in memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from adapters.memory.people import forget_those
from bot.keeping import HOME, GlossaryId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from adapters.memory.state import State
    from bot.requests import WorkspaceId


class MemoryRemoving:
    """Fulfils `bot.ports.HousingStore`."""

    _state: State

    async def workspace_left(self, workspace: WorkspaceId, at: datetime) -> None:
        """Note that a workspace removed the bot; the first time counts until it comes back."""
        if workspace in self._state.workspaces:
            self._state.left.setdefault(workspace, at)

    async def workspace_came_back(self, workspace: WorkspaceId) -> None:
        """Note that a workspace has the bot again."""
        self._state.left.pop(workspace, None)

    async def purge_removed(self, before: datetime) -> Sequence[GlossaryId]:
        """Delete what belongs to the workspaces that left before this time; tell which glossaries went with them."""
        state, purged = self._state, list[GlossaryId]()
        for workspace in sorted(one for one, at in state.left.items() if at < before):
            uses, _ = state.workspaces[workspace]
            if uses == HOME:
                continue
            del state.left[workspace], state.workspaces[workspace]
            self._scrub(workspace)
            own = sorted({uses, GlossaryId(workspace)})
            purged += [glossary for glossary in own if self._emptied(glossary)]
            for subject in (workspace, *own):
                state.versions[subject] += 1
        return purged

    def _scrub(self, workspace: WorkspaceId) -> None:
        """Delete what was kept about a workspace, its places and its people."""
        state, inside = self._state, f"{workspace}:"
        state.roles.pop(workspace, None)
        for subject in [one for one in state.settings if one == workspace or one.startswith(inside)]:
            del state.settings[subject]
        for pins in state.pins.values():
            for place in [one for one in pins if one == workspace or one.startswith(inside)]:
                del pins[place]
        at_home = state.pack_places
        state.pack_places = {at for at in at_home if at[2] != workspace and not at[2].startswith(inside)}
        used = {use: times for use, times in state.uses.items() if not f"{use.place}:".startswith(inside)}
        state.uses = Counter(used)
        state.lanes.pop(workspace, None)
        forget_those(lambda account: account.startswith(inside), state)

    def _emptied(self, glossary: GlossaryId) -> bool:
        """Delete a glossary with all its past, unless a workspace still uses it."""
        state = self._state
        if any(uses == glossary for uses, _ in state.workspaces.values()):
            return False
        state.owners = {at: one for at, one in state.owners.items() if at[0] != glossary}
        state.drafts = {at: one for at, one in state.drafts.items() if at[0] != glossary}
        state.proposals = {at: one for at, one in state.proposals.items() if at[0] != glossary}
        state.notices = {at: one for at, one in state.notices.items() if at[0] != glossary}
        self._emptied_of_packs(glossary)
        state.lookups = Counter({one: times for one, times in state.lookups.items() if one.glossary != glossary})
        state.typed = Counter({at: times for at, times in state.typed.items() if at[0] != glossary})
        state.askers = {at for at in state.askers if at[0] != glossary}
        state.uses = Counter({use: times for use, times in state.uses.items() if use.glossary != glossary})
        state.pins.pop(glossary, None)
        return state.glossaries.pop(glossary, None) is not None

    def _emptied_of_packs(self, glossary: GlossaryId) -> None:
        """Delete what newcomers read, how far they came, and who waits for what."""
        state = self._state
        state.packs = {at: one for at, one in state.packs.items() if at[0] != glossary}
        state.pack_places = {at for at in state.pack_places if at[0] != glossary}
        state.progress = {at: one for at, one in state.progress.items() if at[0] != glossary}
        for at in [at for at in state.learned if at[0] == glossary]:
            del state.learned[at]
        state.wants = {at: one for at, one in state.wants.items() if at[0] != glossary}
        state.dismissals = {at: one for at, one in state.dismissals.items() if at[0] != glossary}
