"""What does a wish see? Everything that is known when it is carried out, gathered once by the door."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.wording import wording_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.access import Role
    from bot.keeping import Revision
    from bot.languages import Voice
    from bot.policy import Policy
    from bot.remembering import Context
    from bot.requests import Asker, Place
    from bot.spotting import Spotting
    from bot.wording import Wording
    from glossary.catalogue import Catalogue
    from glossary.concept import ConceptId, LanguageTag
    from glossary.likelihood import Likelihood
    from glossary.search_index import SearchIndex


@dataclass(frozen=True, slots=True)
class Scene:
    """One request's surroundings."""

    asker: Asker
    place: Place
    context: Context
    catalogue: Catalogue
    voice: Voice
    """The languages in which to answer, as far as this request tells."""
    wording: Wording
    """The bot's sentences in the reader's language, or in the nearest one it has."""
    role: Role
    policy: Policy
    likelihood: Likelihood
    """Which meaning is likely meant in this place."""
    note: Callable[[ConceptId], None]
    """Learns that a concept was wanted here."""
    revision: Revision
    """The state of the glossary that the catalogue shows: what a form that is opened now is based on."""
    now: datetime
    index: Callable[[], Awaitable[SearchIndex]]
    """Gives the full-text index of the catalogue, which is built when it is first searched."""
    spotting: Callable[[], Spotting]
    """Gives what spots the names of the catalogue in a text, which is made ready when it is first wanted."""

    @property
    def reader(self) -> LanguageTag:
        """Give the language that is wanted most."""
        return self.voice.reader


def in_public(scene: Scene) -> Scene:
    """See the same wish as if everybody in the place read the reply: in the languages of the place."""
    voice = scene.context.voice(is_public=True)
    return replace(
        scene, voice=voice, wording=wording_for(*voice.languages), place=replace(scene.place, is_public=True)
    )


def in_private(scene: Scene) -> Scene:
    """See the same wish as if only the asker read the reply: in the asker's own languages."""
    if not scene.place.is_public:
        return scene
    voice = scene.context.voice()
    return replace(
        scene, voice=voice, wording=wording_for(*voice.languages), place=replace(scene.place, is_public=False)
    )
