"""Which submitted forms wait for their owners?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from adapters.sql.documents import json_of
from adapters.sql.tables import drafts
from bot.keeping import Draft, Revision
from bot.tokens import Token

if TYPE_CHECKING:
    from datetime import datetime

    from adapters.sql.database import Database
    from bot.keeping import DraftId, GlossaryId
    from bot.requests import AccountId


class SqlDrafts:
    """Fulfils `bot.ports.DraftStore`."""

    _database: Database

    async def keep_draft(self, draft: Draft) -> None:
        """Keep a draft; it takes the place of the one with the same id."""
        row = {
            "glossary": draft.glossary,
            "draft": draft.id,
            "owner": draft.owner,
            "purpose": draft.purpose,
            "values": json_of(draft.values),
            "based_on": draft.based_on,
            "expires": draft.expires,
        }
        async with self._database.writing() as connection:
            await self._database.put(connection, drafts, row)

    async def draft(self, glossary: GlossaryId, draft: DraftId, owner: AccountId, now: datetime) -> Draft | None:
        """Find a draft; None for one that is not there, is somebody else's, or has expired."""
        d = drafts.c
        wanted = select(d.purpose, d["values"], d.based_on, d.expires).where(
            d.glossary == glossary, d.draft == draft, d.owner == owner, d.expires > now
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        purpose, written, based_on, expires = row
        values = tuple((key, value) for key, value in json.loads(written))
        return Draft(draft, glossary, owner, Token(purpose), values, Revision(based_on), expires)

    async def drop_draft(self, glossary: GlossaryId, draft: DraftId) -> None:
        """Let go of a draft. What is not there stays not there."""
        async with self._database.writing() as connection:
            await connection.execute(delete(drafts).where(drafts.c.glossary == glossary, drafts.c.draft == draft))

    async def purge_drafts(self, now: datetime) -> None:
        """Let go of every draft that has expired."""
        async with self._database.writing() as connection:
            await connection.execute(delete(drafts).where(drafts.c.expires <= now))
