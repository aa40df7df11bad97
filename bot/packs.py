"""What does a newcomer read, in which order, and how far has each come? Packs, progress, and what was learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from bot.languages import nearest
from glossary.spelling import loose_key, strict_key

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import datetime

    from bot.requests import AccountId
    from glossary.catalogue import Catalogue
    from glossary.concept import Concept, ConceptId, LanguageTag

PackId = NewType("PackId", str)
"""Names one pack of a glossary; 1 to 12 characters, so that a button can carry it."""

LONGEST_PACK_NAME = 40
"""Code points."""
LONGEST_WELCOME = 1000
"""Code points."""
MOST_TERMS = 100
"""Terms in a pack; nobody reads more in their first weeks."""
REMINDERS = (0, 2, 3, 7, 14)
"""Days; 0 switches the reminder off."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A named reading list: concepts in an order, or else all that have a tag."""

    id: PackId
    name: str
    concepts: tuple[ConceptId, ...] = ()
    tag: str = ""
    """Where this is not empty, it decides what is in the pack, and the list does not."""
    welcomes: tuple[tuple[LanguageTag, str], ...] = ()
    """What newcomers are told first, once for each language."""
    reminder_days: int = 0
    """After how many days of silence somebody is reminded, once; 0 for never."""
    version: int = 0
    """Grows with each change, so that nobody overwrites what they have not seen."""


class Status(StrEnum):
    """Where somebody stands with a pack."""

    GREETED = "greeted"
    """They were told of it, and have done nothing yet."""
    READING = "reading"
    LATER = "later"
    """They said "not now"."""
    STOPPED = "stopped"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one person has come with one pack."""

    account: AccountId
    pack: PackId
    status: Status
    passed: int
    """How many of its terms they have seen."""
    at: datetime
    """When they last did something with it."""
    language: LanguageTag | None = None
    """In which their platform speaks to them, as far as it said so when they joined."""
    is_reminded: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How many people stand at the same point of a pack: no names."""

    status: Status
    passed: int
    people: int


@dataclass(frozen=True, slots=True)
class Learned:
    """What somebody has done with one term."""

    is_read: bool = False
    """They were shown it, and went on."""
    is_asked: bool = False
    """They wanted to know more about it."""
    box: int = 0
    """Of the quiz: 0 never asked, 1 missed … MOST_BOXES known by heart."""
    due: datetime | None = None
    """When the quiz may ask again."""


# ── the quiz's boxes: S. Leitner, So lernt man lernen, 1972 ──────────────────────────────────────────────────────────

WAITS = (timedelta(minutes=10), timedelta(days=1), timedelta(days=3), timedelta(days=8), timedelta(days=30))
"""How long a term rests in each box, from the first on."""
MOST_BOXES = len(WAITS)


def box_after(box: int, *, is_right: bool) -> int:
    """Tell the box into which a term goes: one further when it was known, back into the first when it was not.

    A term that was never asked counts as one from the first box.
    """
    return min(max(box, 1) + 1, MOST_BOXES) if is_right else 1


def due_in(box: int, now: datetime) -> datetime:
    """Tell when a term that has just come into a box (1 … MOST_BOXES) is asked again."""
    return now + WAITS[box - 1]


# ── what is in a pack ─────────────────────────────────────────────────────────────────────────────────────────────────


def terms_of(pack: Pack, catalogue: Catalogue) -> tuple[Concept, ...]:
    """List what is in a pack and in the glossary; by a tag, in the order of their names."""
    if pack.tag:
        tag = strict_key(pack.tag)
        tagged = [concept for concept in catalogue if any(strict_key(one) == tag for one in concept.tags)]
        return tuple(sorted(tagged, key=lambda concept: (loose_key(concept.headword.text), concept.id))[:MOST_TERMS])
    return tuple(concept for concept in map(catalogue.get, pack.concepts) if concept is not None)


def welcome_of(pack: Pack, reader: LanguageTag) -> str:
    """Choose the welcome for a reader: in their language, else in English, else the first; "" where there is none."""
    texts = dict(pack.welcomes)
    language = nearest(reader, tuple(texts)) or ("en" if "en" in texts else next(iter(texts), None))
    return texts[language] if language else ""  # type: ignore[index]  # "en" is a tag


def unread(terms: Sequence[Concept], done: Container[ConceptId]) -> tuple[Concept, ...]:
    """Keep the terms that somebody has not done with: neither read nor known."""
    return tuple(concept for concept in terms if concept.id not in done)


def pack_called(name: str, packs: Sequence[Pack]) -> Pack | None:
    """Find a pack by its name in any folding, or by its id."""
    key = loose_key(name)
    return next((pack for pack in packs if pack.id == name or loose_key(pack.name) == key), None)
