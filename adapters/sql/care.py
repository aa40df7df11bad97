"""Who looks after which entry, and which meaning is meant where?"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from adapters.sql.tables import owners, pins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.sql.database import Database
    from bot.keeping import GlossaryId, Subject
    from bot.requests import AccountId, Place
    from glossary.concept import ConceptId


class SqlCare:
    """Fulfils `bot.ports.CareStore`."""

    _database: Database

    async def owner_of(self, glossary: GlossaryId, concept: ConceptId) -> AccountId | None:
        """Tell who looks after a concept; None for nobody."""
        wanted = select(owners.c.account).where(owners.c.glossary == glossary, owners.c.concept == concept)
        async with self._database.reading() as connection:
            return (await connection.execute(wanted)).scalar_one_or_none()

    async def set_owner(self, glossary: GlossaryId, concept: ConceptId, owner: AccountId | None) -> None:
        """Let somebody look after a concept, or nobody."""
        async with self._database.writing() as connection:
            if owner is None:
                mine = (owners.c.glossary == glossary) & (owners.c.concept == concept)
                await connection.execute(delete(owners).where(mine))
            else:
                row = {"glossary": glossary, "concept": concept, "account": owner}
                await self._database.put(connection, owners, row)

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
