"""What did people choose for themselves, and workspaces?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from adapters.sql.tables import preferences
from bot.keeping import Preferences
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from adapters.sql.database import Database
    from bot.keeping import Subject
    from bot.requests import AccountId

LANGUAGE = "language"
LOCALE = "locale"


class SqlPreferences:
    """Fulfils `bot.ports.PreferenceStore` and `bot.ports.SettingStore`."""

    _database: Database

    async def preferences_of(self, account: AccountId) -> Preferences:
        """Read what is kept about how an account reads."""
        kept = await self.settings_of(account)
        language, locale = kept.get(LANGUAGE), kept.get(LOCALE)
        return Preferences(LanguageTag(language) if language else None, LanguageTag(locale) if locale else None)

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None."""
        await self.set_setting(account, LANGUAGE, language)

    async def remember_locale(self, account: AccountId, locale: LanguageTag) -> None:
        """Keep the locale that a platform told of an account; the one that is known writes nothing."""
        if (await self.preferences_of(account)).locale != locale:
            await self.set_setting(account, LOCALE, locale)

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
