"""Which tokens and keys were entrusted to the bot? Sealed, each under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from adapters.sql.sealing import PART
from adapters.sql.tables import month_keys, secrets
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from sqlalchemy import Column
    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database
    from adapters.sql.sealing import Seal


class SqlSecrets:
    """Fulfils `bot.ports.SecretStore`. Without a key of its own it refuses to keep anything."""

    _database: Database
    _seal: Seal

    async def keep_secret(self, name: str, secret: str) -> None:
        """Keep a secret; it takes the place of the one with the same name."""
        if not self._seal.has_key:
            raise UnavailableError(PART)
        row = {"name": name, "sealed": self._seal.close(secret.encode())}
        async with self._database.writing() as connection:
            await self._database.put(connection, secrets, row)

    async def secret(self, name: str) -> str | None:
        """Open a secret; None where there is none."""
        async with self._database.reading() as connection:
            kept = await connection.execute(select(secrets.c.sealed).where(secrets.c.name == name))
            sealed = kept.scalar_one_or_none()
        return None if sealed is None else self._seal.open(sealed).decode()

    async def drop_secret(self, name: str) -> None:
        """Let go of a secret. What is not there stays not there."""
        async with self._database.writing() as connection:
            await connection.execute(delete(secrets).where(secrets.c.name == name))

    async def seal_again(self) -> int:
        """Seal everything with the newest key, so that the older ones can go; tell how many secrets there were."""
        async with self._database.writing() as connection:
            await self._seal_column(connection, month_keys.c.month, month_keys.c.key)
            return await self._seal_column(connection, secrets.c.name, secrets.c.sealed)

    async def _seal_column(self, connection: AsyncConnection, key: Column[Any], sealed: Column[Any]) -> int:
        kept = (await connection.execute(select(key, sealed).with_for_update())).all()
        for name, closed in kept:
            fresh = self._seal.close(self._seal.open(closed))
            await connection.execute(update(sealed.table).where(key == name).values({sealed: fresh}))
        return len(kept)
