"""Who looks after which entry, and which meaning is meant where?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from adapters.sql.tables import owners, pins
from bot.requests import AccountId
from glossary.concept import ConceptId

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.sql.database import Database
    from bot.keeping import GlossaryId, Subject
    from bot.requests import Place


class SqlCare:
    """Fulfils `bot.ports.CareStore`."""

    _database: Database

    async def owner_of(self, glossary: GlossaryId, concept: ConceptId) -> AccountId | None:
        """Tell who looks after a concept; None for nobody."""
        wanted = select(owners.c.account).where(owners.c.glossary == glossary, owners.c.concept == concept)
        async with self._database.reading() as connection:
            return (await connection.execute(wanted)).scalar_one_or_none()

    async def owners_of(self, glossary: GlossaryId) -> Mapping[ConceptId, AccountId]:
        """Tell who looks after the concepts that somebody looks after."""
        kept = select(owners.c.concept, owners.c.account).where(owners.c.glossary == glossary)
        async with self._database.reading() as connection:
            found = await connection.execute(kept.where(owners.c.account.is_not(None)))
            return {ConceptId(concept): AccountId(account) for concept, account in found}

    async def set_owner(self, glossary: GlossaryId, concept: ConceptId, owner: AccountId | None) -> None:
        """Let somebody look after a concept, or nobody."""
        async with self._database.writing() as connection:
            if owner is None:
                mine = (owners.c.glossary == glossary) & (owners.c.concept == concept)
                await connection.execute(delete(owners).where(mine))
            else:
                row = {"glossary": glossary, "concept": concept, "account": owner}
                await self._database.put(connection, owners, row)

    async def lose_owner(self, account: AccountId) -> Mapping[GlossaryId, Sequence[ConceptId]]:
        """Let what an account looked after have lost its owner; tell which concepts those are."""
        theirs = owners.c.account == account
        wanted = select(owners.c.glossary, owners.c.concept).where(theirs)
        lost: defaultdict[GlossaryId, list[ConceptId]] = defaultdict(list)
        async with self._database.writing() as connection:
            for row in await connection.execute(wanted.order_by(owners.c.glossary, owners.c.concept)):
                lost[row.glossary].append(row.concept)
            await connection.execute(update(owners).where(theirs).values(account=None))
        return dict(lost)

    async def orphans_of(self, glossary: GlossaryId) -> Sequence[ConceptId]:
        """List the concepts that lost their owner and have found no other, in the order of their ids."""
        lost = select(owners.c.concept).where(owners.c.glossary == glossary, owners.c.account.is_(None))
        async with self._database.reading() as connection:
            return [ConceptId(one) for one in (await connection.execute(lost.order_by(owners.c.concept))).scalars()]

    async def pins_of(self, glossary: GlossaryId) -> Mapping[Subject, frozenset[ConceptId]]:
        """Tell which concepts come first in each place that has any."""
        wanted = select(pins.c.place, pins.c.concept).where(pins.c.glossary == glossary)
        found: defaultdict[Subject, set[ConceptId]] = defaultdict(set)
        async with self._database.reading() as connection:
            for row in await connection.execute(wanted):
                found[row.place].add(row.concept)
        return {place: frozenset(concepts) for place, concepts in found.items()}

    async def pin(self, glossary: GlossaryId, place: Place, concept: ConceptId, *, is_pinned: bool) -> None:
        """Let a concept come first in a place, or no longer."""
        row = {"glossary": glossary, "place": place.subject, "concept": concept}
        async with self._database.writing(place.workspace) as connection:
            if is_pinned:
                await self._database.add(connection, pins, [row])
            else:
                this = (pins.c.glossary == glossary) & (pins.c.place == place.subject) & (pins.c.concept == concept)
                await connection.execute(delete(pins).where(this))
