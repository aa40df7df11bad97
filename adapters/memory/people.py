"""What did people choose, and which roles were they given? Kept in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.memory.state import State
    from bot.keeping import RoleGrant
    from bot.requests import AccountId, WorkspaceId
    from glossary.concept import LanguageTag


class MemoryPreferences:
    """Fulfils `bot.ports.PreferenceStore`."""

    _state: State

    async def language_of(self, account: AccountId) -> LanguageTag | None:
        """Tell the language that an account chose; None for no choice."""
        return self._state.languages.get(account)

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None."""
        if language is None:
            self._state.languages.pop(account, None)
        else:
            self._state.languages[account] = language
        self._state.versions[account] += 1


class MemoryRoles:
    """Fulfils `bot.ports.RoleStore`."""

    _state: State

    async def roles_in(self, workspace: WorkspaceId) -> Mapping[str, str]:
        """Tell the role of each account and group that was given one."""
        return dict(self._state.roles[workspace])

    async def give_role(self, grant: RoleGrant) -> None:
        """Give a role; it takes the place of an earlier one."""
        self._state.roles[grant.workspace][grant.holder] = grant.role
        self._state.versions[grant.workspace] += 1

    async def take_role(self, workspace: WorkspaceId, holder: str) -> None:
        """Take the role of an account or group away. Who has none stays without."""
        self._state.roles[workspace].pop(holder, None)
        self._state.versions[workspace] += 1
