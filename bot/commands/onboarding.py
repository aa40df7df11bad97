"""The wishes of a newcomer: packs, term by term, and the quiz."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.requests import ChannelId
    from glossary.concept import ConceptId, LanguageTag


@dataclass(frozen=True, slots=True)
class Joined:
    """Tell that the asker has just joined this place: a channel, or the workspace where the place has no channel."""

    channels: tuple[ChannelId, ...] = ()
    """Those that they came into together with the place, on a platform where nobody joins a channel by itself; and the
    groups that they were given (`bot.requests.place_of_group`)."""


@dataclass(frozen=True, slots=True)
class Greet:
    """Welcome somebody who joined, in the language that their platform speaks to them."""

    pack: str
    language: LanguageTag | None = None
    channel: str = ""
    """The channel of the pack that they came into; "" where it was none."""


@dataclass(frozen=True, slots=True)
class Remind:
    """Remind somebody of a pack that they have not gone on with, once."""

    pack: str
    language: LanguageTag | None = None


@dataclass(frozen=True, slots=True)
class Onboarding:
    """Go on with a pack where one left off; "" for the one that was touched last."""

    pack: str = ""


@dataclass(frozen=True, slots=True)
class Next:
    """This term is read: show the next one of the pack."""

    pack: str
    concept: ConceptId


@dataclass(frozen=True, slots=True)
class Know:
    """This term need not be explained any more; show the next one of the pack."""

    pack: str
    concept: ConceptId


@dataclass(frozen=True, slots=True)
class AskAbout:
    """Tell more about a term, and whom to ask."""

    pack: str
    concept: ConceptId


@dataclass(frozen=True, slots=True)
class NotNow:
    """Leave a pack for later."""

    pack: str


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave a pack for good: nothing reminds of it any more."""

    pack: str


@dataclass(frozen=True, slots=True)
class Quiz:
    """Ask the next question about a pack; "" for everything that the asker has met."""

    pack: str = ""


@dataclass(frozen=True, slots=True)
class Guess:
    """Answer a question of the quiz: which concept was asked for from which box, and which one was picked."""

    pack: str
    concept: ConceptId
    box: int
    picked: ConceptId


Newcoming = Greet | Remind | Onboarding | Next | Know | AskAbout | NotNow | Stop | Quiz | Guess

NAMES: Mapping[str, type[Newcoming]] = {
    "greet": Greet,
    "remind": Remind,
    "onboarding": Onboarding,
    "next": Next,
    "know": Know,
    "askabout": AskAbout,
    "notnow": NotNow,
    "stop": Stop,
    "quiz": Quiz,
    "guess": Guess,
}
