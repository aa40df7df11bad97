"""What does the bot need from outside? Protocols only; the adapters fulfil them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NewType, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.requests import AccountId, WorkspaceId
    from glossary.concept import Concept, LanguageTag

GlossaryId = NewType("GlossaryId", str)
"""Names one glossary of an installation; ``home`` is the installation's own."""

HOME = GlossaryId("home")


class GlossaryStore(Protocol):
    """Keeps glossaries."""

    async def glossary_of(self, workspace: WorkspaceId) -> GlossaryId:
        """Tell which glossary a workspace uses.

        Raises:
            UnavailableError: The store does not answer.
        """
        ...

    async def concepts(self, glossary: GlossaryId) -> Sequence[Concept]:
        """Read every concept of a glossary, in the order of their first addition.

        Raises:
            UnavailableError: The store does not answer.
        """
        ...


class PreferenceStore(Protocol):
    """Keeps what people chose for themselves."""

    async def language_of(self, account: AccountId) -> LanguageTag | None:
        """Tell the language that an account chose; None for no choice.

        Raises:
            UnavailableError: The store does not answer.
        """
        ...

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None.

        Raises:
            UnavailableError: The store does not answer; nothing has changed.
        """
        ...
