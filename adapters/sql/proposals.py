"""What was proposed, and what was decided about it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from adapters.sql.documents import concept_of, document_of
from adapters.sql.notices import rows_of
from adapters.sql.tables import notices, proposals
from bot.keeping import Decision, Edit, Proposal, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row
    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database
    from bot.keeping import GlossaryId, Notice, ProposalId


class SqlProposals:
    """Fulfils `bot.ports.ProposalStore`."""

    _database: Database

    async def propose(self, proposal: Proposal, caused: Sequence[Notice] = ()) -> None:
        """Keep a proposal, together with what is to be said because of it."""
        row = {
            "glossary": proposal.glossary,
            "proposal": proposal.id,
            "concept": proposal.edit.concept,
            "after": None if proposal.edit.after is None else document_of(proposal.edit.after),
            "based_on": proposal.based_on,
            "author": proposal.author,
            "at": proposal.at,
            "why": proposal.why,
        }
        async with self._database.writing() as connection:
            await self._database.add(connection, proposals, [row])
            await self._database.add(connection, notices, rows_of(proposal.glossary, caused))

    async def proposal(self, glossary: GlossaryId, proposal: ProposalId) -> Proposal | None:
        """Find a proposal, open or decided."""
        wanted = select(proposals).where(proposals.c.glossary == glossary, proposals.c.proposal == proposal)
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted)).one_or_none()
        return None if row is None else _proposal_of(row)

    async def open_proposals(self, glossary: GlossaryId, limit: int = 20) -> Sequence[Proposal]:
        """List the proposals that wait, the oldest first."""
        waiting = select(proposals).where(proposals.c.glossary == glossary, proposals.c.verdict.is_(None))
        async with self._database.reading() as connection:
            found = await connection.execute(waiting.order_by(proposals.c.at, proposals.c.proposal).limit(limit))
            return [_proposal_of(row) for row in found]

    async def decide(self, glossary: GlossaryId, decision: Decision, caused: Sequence[Notice] = ()) -> bool:
        """Decide a proposal that changes nothing, such as to decline it; tell whether this was the first decision."""
        async with self._database.writing() as connection:
            is_first = await settle(connection, glossary, decision)
            if is_first:
                await self._database.add(connection, notices, rows_of(glossary, caused))
            return is_first


async def settle(connection: AsyncConnection, glossary: GlossaryId, decision: Decision) -> bool:
    """Write a decision, unless there is one already; tell whether it was written."""
    waiting = (
        (proposals.c.glossary == glossary) & (proposals.c.proposal == decision.proposal) & proposals.c.verdict.is_(None)
    )
    decided = {
        "verdict": decision.verdict.value,
        "curator": decision.curator,
        "decided_at": decision.at,
        "reason": decision.reason,
    }
    return (await connection.execute(update(proposals).where(waiting).values(decided))).rowcount == 1


def _proposal_of(row: Row[Any]) -> Proposal:
    decision = (
        Decision(row.proposal, Verdict(row.verdict), row.curator, row.decided_at, row.reason) if row.verdict else None
    )
    edit = Edit(row.concept, row.after and concept_of(row.after))
    return Proposal(row.proposal, row.glossary, edit, row.based_on, row.author, row.at, row.why, decision)
