"""Which name is being typed? What type-ahead offers: from memory alone, never counted and never logged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bot.commands import Show
from bot.replies import Choice, Option, Options, Reply
from bot.wishes.presenting import title_of
from bot.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.commands import Complete
    from bot.scene import Scene
    from glossary.concept import Concept

MOST_OFFERED = 25
"""Discord's limit: discord-api-docs, interactions/application-commands, Autocomplete."""
LONGEST_OFFER = 100
"""Code points; Discord's limit for the name of one."""


def complete(wish: Complete, scene: Scene) -> Reply:
    """Offer the names that may be meant, the likeliest first; before anything is typed, what was written last."""
    found: Iterable[Concept] = (
        (concept for concept, _ in scene.catalogue.complete(wish.text, scene.reader, MOST_OFFERED))
        if wish.text.strip()
        else sorted(scene.catalogue, key=lambda concept: concept.confirmed or date.min, reverse=True)[:MOST_OFFERED]
    )
    options = tuple(Option(Choice(_offer(concept, scene), Show(concept.id)), ()) for concept in found)
    return Reply((Options(options),), is_found=bool(options))


def _offer(concept: Concept, scene: Scene) -> str:
    name = plain(title_of(concept, scene.reader))
    return name if len(name) <= LONGEST_OFFER else name[: LONGEST_OFFER - 1] + "…"
