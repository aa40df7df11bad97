"""What did people choose for themselves, and workspaces?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from adapters.sql.tables import preferences
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.sql.database import Database
    from bot.keeping import Subject
    from bot.requests import AccountId

LANGUAGE = "language"


class SqlPreferences:
    """Fulfils `bot.ports.PreferenceStore` and `bot.ports.SettingStore`."""

    _database: Database

    async def language_of(self, account: AccountId) -> LanguageTag | None:
        """Tell the language that an account chose; None for no choice."""
        value = (await self.settings_of(account)).get(LANGUAGE)
        return None if value is None else LanguageTag(value)

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None."""
        await self.set_setting(account, LANGUAGE, language)

    async def settings_of(self, subject: Subject) -> Mapping[str, str]:
        """Read every setting of a workspace or place; empty for one that never set anything."""
        kept = select(preferences.c.name, preferences.c.value).where(preferences.c.subject == subject)
        async with self._database.reading() as connection:
            return {row.name: row.value for row in await connection.execute(kept)}

    async def set_setting(self, subject: Subject, name: str, value: str | None) -> None:
        """Keep a setting, or forget it with None."""
        async with self._database.writing(subject) as connection:
            if value is None:
                this = (preferences.c.subject == subject) & (preferences.c.name == name)
                await connection.execute(delete(preferences).where(this))
            else:
                row = {"subject": subject, "name": name, "value": value}
                await self._database.put(connection, preferences, row)
