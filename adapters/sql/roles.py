"""Who was given which role in a workspace?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from adapters.sql.tables import roles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.sql.database import Database
    from bot.keeping import RoleGrant
    from bot.requests import WorkspaceId


class SqlRoles:
    """Fulfils `bot.ports.RoleStore`."""

    _database: Database

    async def roles_in(self, workspace: WorkspaceId) -> Mapping[str, str]:
        """Tell the role of each account and group that was given one."""
        given = select(roles.c.holder, roles.c.role).where(roles.c.workspace == workspace)
        async with self._database.reading() as connection:
            return {row.holder: row.role for row in await connection.execute(given)}

    async def give_role(self, grant: RoleGrant) -> None:
        """Give a role; it takes the place of an earlier one."""
        row = {"workspace": grant.workspace, "holder": grant.holder, "role": grant.role}
        async with self._database.writing(grant.workspace) as connection:
            await self._database.put(connection, roles, row)

    async def take_role(self, workspace: WorkspaceId, holder: str) -> None:
        """Take the role of an account or group away. Who has none stays without."""
        async with self._database.writing(workspace) as connection:
            await connection.execute(delete(roles).where(roles.c.workspace == workspace, roles.c.holder == holder))
