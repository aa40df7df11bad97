"""Stores that live as long as the process: for a glossary that is a file, and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.ports import HOME, GlossaryId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.requests import AccountId, WorkspaceId
    from glossary.concept import Concept, LanguageTag


class MemoryStore:
    """One glossary for every workspace, and the preferences of every account."""

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self._concepts = tuple(concepts)
        self._languages: dict[AccountId, LanguageTag] = {}

    async def glossary_of(self, workspace: WorkspaceId) -> GlossaryId:  # noqa: ARG002 — all workspaces share one
        """Tell which glossary a workspace uses: the only one."""
        return HOME

    async def concepts(self, glossary: GlossaryId) -> Sequence[Concept]:  # noqa: ARG002 — there is one
        """Read every concept, in the order given."""
        return self._concepts

    async def language_of(self, account: AccountId) -> LanguageTag | None:
        """Tell the language that an account chose; None for no choice."""
        return self._languages.get(account)

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None."""
        if language is None:
            self._languages.pop(account, None)
        else:
            self._languages[account] = language
