"""Which concepts does a text mention, as far as this place tells? What the wishes that show terms in texts share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from bot.scene import Scene
    from glossary.concept import Concept
    from glossary.spotting.spotter import Meaning


def likeliest(meanings: Collection[Meaning], scene: Scene) -> tuple[Concept, ...]:
    """Order the meanings of a name: what is likely meant in this place comes first."""
    if len(meanings) == 1:  # then nothing of the place shows
        return tuple(one.concept for one in meanings)
    ordered = sorted(meanings, key=lambda one: scene.likelihood.unlikeliness(one.concept, one.label, scene.reader))
    return tuple(one.concept for one in ordered)


def mentioned_in(definition: str, scene: Scene) -> tuple[Concept, ...]:
    """Tell what a definition mentions, by each name its likeliest meaning; nothing while that takes time."""
    sight = scene.spotting().ready()
    if sight is None:
        return ()
    return tuple(likeliest(meanings, scene)[0] for meanings in sight.mentioned_in(definition))
