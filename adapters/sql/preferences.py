"""What did people choose for themselves?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from adapters.sql.tables import preferences
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from adapters.sql.database import Database
    from bot.requests import AccountId

LANGUAGE = "language"


class SqlPreferences:
    """Fulfils `bot.ports.PreferenceStore`."""

    _database: Database

    async def language_of(self, account: AccountId) -> LanguageTag | None:
        """Tell the language that an account chose; None for no choice."""
        chosen = select(preferences.c.value).where(preferences.c.subject == account, preferences.c.name == LANGUAGE)
        async with self._database.reading() as connection:
            value = (await connection.execute(chosen)).scalar_one_or_none()
        return None if value is None else LanguageTag(value)

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None."""
        async with self._database.writing(account) as connection:
            if language is None:
                mine = (preferences.c.subject == account) & (preferences.c.name == LANGUAGE)
                await connection.execute(delete(preferences).where(mine))
            else:
                row = {"subject": account, "name": LANGUAGE, "value": language}
                await self._database.put(connection, preferences, row)
