"""What need not be read again? Catalogues and contexts kept in memory, and when to forget them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.catalogue import Catalogue

if TYPE_CHECKING:
    from bot.ports import GlossaryId, GlossaryStore, PreferenceStore
    from bot.requests import Asker, Place
    from glossary.concept import LanguageTag


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of asker and place before the wish is looked at."""

    glossary: GlossaryId
    chosen: LanguageTag | None
    """The language that the asker chose for this bot."""
    locale: LanguageTag | None
    """The language of the asker's platform."""


class Contexts:
    """Who asks and where, with what we keep about both."""

    def __init__(self, glossaries: GlossaryStore, preferences: PreferenceStore) -> None:
        self._glossaries = glossaries
        self._preferences = preferences

    async def of(self, asker: Asker, place: Place) -> Context:
        """Gather what is known.

        Raises:
            UnavailableError: It is not in memory, and the store does not answer.
        """
        return Context(
            await self._glossaries.glossary_of(place.workspace),
            await self._preferences.language_of(asker.account),
            asker.locale,
        )


class Catalogues:
    """The catalogue of each glossary, loaded on first use."""

    def __init__(self, glossaries: GlossaryStore) -> None:
        self._glossaries = glossaries
        self._loaded: dict[GlossaryId, Catalogue] = {}

    async def of(self, glossary: GlossaryId) -> Catalogue:
        """Give the catalogue as it stands now.

        Raises:
            UnavailableError: It is not in memory, and the store does not answer.
        """
        if glossary not in self._loaded:
            self._loaded[glossary] = Catalogue(await self._glossaries.concepts(glossary))
        return self._loaded[glossary]
