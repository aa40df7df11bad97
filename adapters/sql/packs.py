"""Which reading lists are there, and for whom?"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from adapters.sql.documents import json_of
from adapters.sql.tables import pack_places, packs, progress, workspaces
from bot.packs import Pack, PackId
from glossary.concept import ConceptId, LanguageTag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row

    from adapters.sql.database import Database
    from bot.keeping import GlossaryId, Subject


class SqlPacks:
    """Fulfils `bot.ports.PackStore`."""

    _database: Database

    async def packs_of(self, glossary: GlossaryId) -> Sequence[Pack]:
        """List the packs of a glossary by their names."""
        wanted = select(packs).where(packs.c.glossary == glossary)
        async with self._database.reading() as connection:
            found = [_pack_of(row) for row in await connection.execute(wanted)]
        return sorted(found, key=lambda pack: (pack.name, pack.id))  # here, because engines order letters differently

    async def keep_pack(self, glossary: GlossaryId, pack: Pack) -> bool:
        """Keep a pack as its next version; tell whether it was."""
        row = _row_of(glossary, replace(pack, version=pack.version + 1))
        seen = (packs.c.glossary == glossary) & (packs.c.pack == pack.id) & (packs.c.version == pack.version)
        async with self._database.writing(*await self._users(glossary)) as connection:
            if pack.version == 0:
                return await self._database.add(connection, packs, [row]) == 1
            return (await connection.execute(update(packs).where(seen).values(row))).rowcount == 1

    async def drop_pack(self, glossary: GlossaryId, pack: PackId) -> None:
        """Let go of a pack, with its places and everybody's progress."""
        async with self._database.writing(*await self._users(glossary)) as connection:
            for table in (packs, pack_places, progress):
                await connection.execute(delete(table).where(table.c.glossary == glossary, table.c.pack == pack))

    async def place_pack(self, glossary: GlossaryId, pack: PackId, place: Subject, *, is_placed: bool) -> None:
        """Let who joins a place be greeted with a pack, or no longer."""
        row = {"glossary": glossary, "place": place, "pack": pack}
        p = pack_places.c
        async with self._database.writing(*await self._users(glossary)) as connection:
            if is_placed:
                await self._database.add(connection, pack_places, [row])
            else:
                this = (p.glossary == glossary) & (p.place == place) & (p.pack == pack)
                await connection.execute(delete(pack_places).where(this))

    async def places_of(self, glossary: GlossaryId) -> Sequence[tuple[PackId, Subject]]:
        """List which pack belongs to which place."""
        p = pack_places.c
        async with self._database.reading() as connection:
            found = await connection.execute(select(p.pack, p.place).where(p.glossary == glossary))
            return sorted((PackId(row.pack), row.place) for row in found)

    async def packs_with_reminder(self) -> Sequence[tuple[GlossaryId, Pack]]:
        """List the packs of all glossaries that remind."""
        wanted = select(packs).where(packs.c.reminder_days > 0).order_by(packs.c.glossary, packs.c.pack)
        async with self._database.reading() as connection:
            return [(row.glossary, _pack_of(row)) for row in await connection.execute(wanted)]

    async def _users(self, glossary: GlossaryId) -> Sequence[Subject]:
        """Name the workspaces that use a glossary, where its packs are remembered."""
        using = select(workspaces.c.workspace).where(workspaces.c.uses == glossary)
        async with self._database.reading() as connection:
            return list((await connection.execute(using)).scalars())


def _row_of(glossary: GlossaryId, pack: Pack) -> dict[str, Any]:
    return {
        "glossary": glossary,
        "pack": pack.id,
        "name": pack.name,
        "concepts": json_of(pack.concepts),
        "tag": pack.tag,
        "welcomes": json_of(pack.welcomes),
        "reminder_days": pack.reminder_days,
        "version": pack.version,
    }


def _pack_of(row: Row[Any]) -> Pack:
    return Pack(
        PackId(row.pack),
        row.name,
        tuple(map(ConceptId, json.loads(row.concepts))),
        row.tag,
        tuple((LanguageTag(language), text) for language, text in json.loads(row.welcomes)),
        row.reminder_days,
        row.version,
    )
