"""What was answered before need not be worked out again: lookups, while nothing that their answers show has changed.

What a team asks, it asks again and again. An answer is worked out as it is for nobody in particular, and kept under
all that it was worked out from; so it is right for everybody who sees the glossary in the same way, and tells nothing
of whoever asked first.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, NamedTuple

from bot.counting import LONGEST_KEY
from bot.requests import AccountId, Asker, ChannelId, Place, WorkspaceId
from glossary.likelihood import Likelihood

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.access import Role
    from bot.commands import Define
    from bot.counting import Looked
    from bot.languages import Grounds
    from bot.policy import Policy
    from bot.remembering import Edition
    from bot.replies import Reply
    from bot.scene import Scene
    from glossary.concept import Concept, ConceptId, Label, LanguageTag

MOST = 2048
"""Answers, of all glossaries together: some megabytes."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a lookup came to: the reply, and what is counted of it."""

    reply: Reply
    looked: Looked
    concept: ConceptId | None
    """What was shown, where it was one."""
    is_of_place: bool = False
    """Whether meanings stand in it in the order of a place, in which they may stand differently the next time."""


class Seen(NamedTuple):
    """All that the answer to a lookup depends on, unless it is of a place. Who asks is not in it, nor in the answer."""

    wish: Define
    edition: Edition
    grounds: Grounds
    """For which language to answer in."""
    role: Role
    policy: Policy
    can_share: bool
    today: date
    """Entries grow stale."""


class Repeating:
    """Keeps the answers that were given last."""

    def __init__(self, most: int = MOST) -> None:
        self._kept: OrderedDict[Seen, Answered] = OrderedDict()
        self._most = most

    def answered(self, seen: Seen, anew: Callable[[], Answered]) -> Answered:
        """Give what was answered before, the very same, or answer anew and keep that."""
        if len(seen.wish.text) > LONGEST_KEY:  # a sentence is hardly asked twice
            return anew()
        known = self._kept.get(seen)
        if known is None:
            known = anew()
            if not known.is_of_place:
                self._kept[seen] = known
                if len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(seen)
        return known


def for_anybody(wish: Define, scene: Scene, answered: Callable[[Define, Scene], Answered]) -> Answered:
    """Work an answer out as for all who see the same: nothing tells who asks, or at which hour."""
    somewhere = ChannelId("") if scene.place.can_share else None
    likelihood = _Consulted(*(getattr(scene.likelihood, field.name) for field in fields(scene.likelihood)))
    found = answered(
        wish,
        replace(
            scene,
            asker=Asker(AccountId("")),
            place=Place(WorkspaceId(""), somewhere),
            likelihood=likelihood,
            now=scene.now.replace(hour=0, minute=0, second=0, microsecond=0),
        ),
    )
    return replace(found, is_of_place=likelihood.was_asked)


class _Consulted(Likelihood):
    """What is likely in a place, and whether somebody wanted to know it."""

    was_asked = False

    def unlikeliness(self, concept: Concept, label: Label, reader: LanguageTag | None) -> tuple[int, ...]:
        """Remember that it was asked for."""
        object.__setattr__(self, "was_asked", True)  # the rest of it never changes
        return super().unlikeliness(concept, label, reader)
