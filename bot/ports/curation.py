"""What is kept until it is saved or decided? Drafts and proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.keeping import Decision, Draft, DraftId, GlossaryId, Notice, Proposal, ProposalId
    from bot.requests import AccountId


class DraftStore(Protocol):
    """Keeps submitted forms that could not be saved, each for its owner."""

    async def keep_draft(self, draft: Draft) -> None:
        """Keep a draft; it takes the place of the one with the same id."""
        ...

    async def draft(self, glossary: GlossaryId, draft: DraftId, owner: AccountId, now: datetime) -> Draft | None:
        """Find a draft; None for one that is not there, is somebody else's, or has expired."""
        ...

    async def drop_draft(self, glossary: GlossaryId, draft: DraftId) -> None:
        """Let go of a draft. What is not there stays not there."""
        ...

    async def purge_drafts(self, now: datetime) -> None:
        """Let go of every draft that has expired."""
        ...


class ProposalStore(Protocol):
    """Keeps what was proposed, and what was decided about it."""

    async def propose(self, proposal: Proposal, caused: Sequence[Notice] = ()) -> None:
        """Keep a proposal, together with what is to be said because of it."""
        ...

    async def proposal(self, glossary: GlossaryId, proposal: ProposalId) -> Proposal | None:
        """Find a proposal, open or decided."""
        ...

    async def open_proposals(self, glossary: GlossaryId, limit: int = 20) -> Sequence[Proposal]:
        """List the proposals that wait, the oldest first."""
        ...

    async def decide(self, glossary: GlossaryId, decision: Decision, caused: Sequence[Notice] = ()) -> bool:
        """Decide a proposal that changes nothing, such as to decline it; tell whether this was the first decision.

        The notices are kept only then.
        """
        ...
