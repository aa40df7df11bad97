"""What did people choose for themselves, and workspaces?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from adapters.sql.notices import rows_of
from adapters.sql.tables import notices, preferences
from bot.digests import ANNOUNCING
from bot.keeping import Preferences
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from adapters.sql.database import Database
    from bot.digests import Announcing
    from bot.keeping import GlossaryId, Notice, Subject
    from bot.requests import AccountId

LANGUAGE = "language"
LOCALE = "locale"


class SqlPreferences:
    """Fulfils `bot.ports.PreferenceStore`, `bot.ports.SettingStore` and `bot.ports.DigestStore`."""

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

    async def settings_named(self, name: str) -> Mapping[Subject, str]:
        """Tell who set this setting, and to what."""
        kept = select(preferences.c.subject, preferences.c.value).where(preferences.c.name == name)
        async with self._database.reading() as connection:
            return {row.subject: row.value for row in await connection.execute(kept)}

    async def announce(
        self, glossary: GlossaryId, channel: Subject, was: Announcing, now_is: Announcing, caused: Sequence[Notice]
    ) -> bool:
        """Keep how far a channel has heard, with the notices that tell it; tell whether that was done."""
        p = preferences.c
        unheard = (p.subject == channel) & (p.name == ANNOUNCING) & (p.value == was.kept())
        async with self._database.writing(channel) as connection:
            kept = await connection.execute(update(preferences).where(unheard).values(value=now_is.kept()))
            is_done = kept.rowcount == 1
            if is_done:
                await self._database.add(connection, notices, rows_of(glossary, caused))
            return is_done

    async def set_setting(self, subject: Subject, name: str, value: str | None) -> None:
        """Keep a setting, or forget it with None."""
        async with self._database.writing(subject) as connection:
            if value is None:
                this = (preferences.c.subject == subject) & (preferences.c.name == name)
                await connection.execute(delete(preferences).where(this))
            else:
                row = {"subject": subject, "name": name, "value": value}
                await self._database.put(connection, preferences, row)
