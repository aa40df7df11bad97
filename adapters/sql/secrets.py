"""Which tokens and keys were entrusted to the bot? Sealed, each under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from adapters.sql.sealing import PART
from adapters.sql.tables import secrets
from glossary.errors import UnavailableError

if TYPE_CHECKING:
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
        """Seal every secret with the newest key, so that the older ones can go; tell how many there were."""
        async with self._database.writing() as connection:
            kept = (await connection.execute(select(secrets.c.name, secrets.c.sealed).with_for_update())).all()
            for name, sealed in kept:
                fresh = self._seal.close(self._seal.open(sealed))
                await connection.execute(update(secrets).where(secrets.c.name == name).values(sealed=fresh))
            return len(kept)
