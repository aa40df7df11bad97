"""What does somebody know already?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from adapters.sql.tables import known

if TYPE_CHECKING:
    from adapters.sql.database import Database
    from bot.requests import AccountId
    from glossary.concept import ConceptId


class SqlKnown:
    """Fulfils `bot.ports.KnownStore`."""

    _database: Database

    async def known_by(self, account: AccountId) -> frozenset[ConceptId]:
        """Tell which concepts an account said it knows."""
        wanted = select(known.c.concept).where(known.c.account == account)
        async with self._database.reading() as connection:
            return frozenset((await connection.execute(wanted)).scalars())

    async def set_known(self, account: AccountId, concept: ConceptId, *, is_known: bool) -> None:
        """Keep that an account knows a concept, or no longer."""
        async with self._database.writing() as connection:
            if is_known:
                await self._database.add(connection, known, [{"account": account, "concept": concept}])
            else:
                this = (known.c.account == account) & (known.c.concept == concept)
                await connection.execute(delete(known).where(this))
