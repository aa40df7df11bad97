"""Which forms and proposals wait? Kept in memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from adapters.memory.state import State
    from bot.keeping import Decision, Draft, DraftId, GlossaryId, Notice, Proposal, ProposalId
    from bot.requests import AccountId


class MemoryDrafts:
    """Fulfils `bot.ports.DraftStore`."""

    _state: State

    async def keep_draft(self, draft: Draft) -> None:
        """Keep a draft; it takes the place of the one with the same id."""
        self._state.drafts[draft.glossary, draft.id] = draft

    async def draft(self, glossary: GlossaryId, draft: DraftId, owner: AccountId, now: datetime) -> Draft | None:
        """Find a draft; None for one that is not there, is somebody else's, or has expired."""
        found = self._state.drafts.get((glossary, draft))
        return found if found is not None and found.owner == owner and found.expires > now else None

    async def drop_draft(self, glossary: GlossaryId, draft: DraftId) -> None:
        """Let go of a draft. What is not there stays not there."""
        self._state.drafts.pop((glossary, draft), None)

    async def purge_drafts(self, now: datetime) -> None:
        """Let go of every draft that has expired."""
        self._state.drafts = {at: draft for at, draft in self._state.drafts.items() if draft.expires > now}


class MemoryProposals:
    """Fulfils `bot.ports.ProposalStore`."""

    _state: State

    async def propose(self, proposal: Proposal, caused: Sequence[Notice] = ()) -> None:
        """Keep a proposal, together with what is to be said because of it."""
        self._state.proposals.setdefault((proposal.glossary, proposal.id), proposal)
        self._state.post(proposal.glossary, tuple(caused))

    async def proposal(self, glossary: GlossaryId, proposal: ProposalId) -> Proposal | None:
        """Find a proposal, open or decided."""
        return self._state.proposals.get((glossary, proposal))

    async def open_proposals(self, glossary: GlossaryId, limit: int = 20) -> Sequence[Proposal]:
        """List the proposals that wait, the oldest first."""
        ours = (proposal for proposal in self._state.proposals.values() if proposal.glossary == glossary)
        waiting = [proposal for proposal in ours if proposal.decision is None]
        return sorted(waiting, key=lambda proposal: (proposal.at, proposal.id))[:limit]

    async def decide(self, glossary: GlossaryId, decision: Decision, caused: Sequence[Notice] = ()) -> bool:
        """Decide a proposal that changes nothing, such as to decline it; tell whether this was the first decision."""
        at = glossary, decision.proposal
        proposal = self._state.proposals.get(at)
        if proposal is None or proposal.decision is not None:
            return False
        self._state.proposals[at] = replace(proposal, decision=decision)
        self._state.post(glossary, tuple(caused))
        return True
