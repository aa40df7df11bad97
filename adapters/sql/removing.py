"""What becomes of a workspace that removed the bot? It is noted, and after a while everything of it is deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, update

from adapters.sql.people import personal_columns
from adapters.sql.tables import GOES, PERSONAL, lanes, metadata, pack_places, pins, preferences, roles, uses, workspaces
from bot.keeping import HOME, GlossaryId

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database
    from bot.requests import WorkspaceId


class SqlRemoving:
    """Fulfils `bot.ports.HousingStore`."""

    _database: Database

    async def workspace_left(self, workspace: WorkspaceId, at: datetime) -> None:
        """Note that a workspace removed the bot; the first time counts until it comes back."""
        first = (workspaces.c.workspace == workspace) & workspaces.c.left_at.is_(None)
        async with self._database.writing() as connection:
            await connection.execute(update(workspaces).where(first).values(left_at=at))

    async def workspace_came_back(self, workspace: WorkspaceId) -> None:
        """Note that a workspace has the bot again."""
        mine = workspaces.c.workspace == workspace
        async with self._database.writing() as connection:
            await connection.execute(update(workspaces).where(mine).values(left_at=None))

    async def purge_removed(self, before: datetime) -> Sequence[GlossaryId]:
        """Delete what belongs to the workspaces that left before this time; tell which glossaries went with them."""
        left = select(workspaces.c.workspace, workspaces.c.uses).where(
            workspaces.c.left_at < before, workspaces.c.uses != HOME
        )
        async with self._database.reading() as connection:
            found = (await connection.execute(left.order_by(workspaces.c.workspace))).all()
        purged: list[GlossaryId] = []
        for workspace, glossary in found:
            own = {GlossaryId(glossary), GlossaryId(workspace)}
            async with self._database.writing(workspace, *own) as connection:
                is_gone = (workspaces.c.workspace == workspace) & (workspaces.c.left_at < before)
                if not (await connection.execute(delete(workspaces).where(is_gone))).rowcount:
                    continue  # it came back just now
                await _scrub(connection, workspace)
                purged += [glossary for glossary in sorted(own) if await _emptied(connection, glossary)]
        return purged


async def _scrub(connection: AsyncConnection, workspace: WorkspaceId) -> None:
    """Delete what was kept about a workspace, its places and its people; what stays loses their names."""
    inside = f"{workspace}:"
    await connection.execute(delete(roles).where(roles.c.workspace == workspace))
    await connection.execute(delete(preferences).where(preferences.c.subject == workspace))
    at = or_(pins.c.place == workspace, pins.c.place.startswith(inside, autoescape=True))
    await connection.execute(delete(pins).where(at))
    packed = or_(pack_places.c.place == workspace, pack_places.c.place.startswith(inside, autoescape=True))
    await connection.execute(delete(pack_places).where(packed))
    used = or_(uses.c.place == workspace, uses.c.place.startswith(inside, autoescape=True))
    await connection.execute(delete(uses).where(used))
    await connection.execute(delete(lanes).where(lanes.c.lane == workspace))
    for table, column in personal_columns():
        theirs = column.startswith(inside, autoescape=True)
        if column.info[PERSONAL] == GOES:
            await connection.execute(delete(table).where(theirs))
        else:
            await connection.execute(update(table).where(theirs).values({column.name: None}))


async def _emptied(connection: AsyncConnection, glossary: GlossaryId) -> bool:
    """Delete a glossary with all its past, unless a workspace still uses it; tell whether there was one to delete."""
    using = select(workspaces.c.workspace).where(workspaces.c.uses == glossary).limit(1)
    if (await connection.execute(using)).first() is not None:
        return False
    deleted = 0
    for table in reversed(metadata.sorted_tables):
        if "glossary" in table.columns:
            deleted += (await connection.execute(delete(table).where(table.columns["glossary"] == glossary))).rowcount
    return bool(deleted)
