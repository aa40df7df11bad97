"""What does a wish see? Everything that is known when it is carried out, gathered once by the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.remembering import Context
    from bot.requests import Asker, Place
    from bot.wording import Wording
    from glossary.catalogue import Catalogue
    from glossary.concept import LanguageTag


@dataclass(frozen=True, slots=True)
class Scene:
    """One request's surroundings."""

    asker: Asker
    place: Place
    context: Context
    catalogue: Catalogue
    reader: LanguageTag
    """The language that the asker reads, as far as this request tells."""
    wording: Wording
    """The bot's sentences in the reader's language, or in the nearest one it has."""
