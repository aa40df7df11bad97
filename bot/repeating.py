"""What was answered before need not be worked out again: lookups, while nothing that their answers show has changed.

What a team asks, it asks again and again. An answer is worked out as it is for nobody in particular, and kept under
all that it was worked out from; so it is right for everybody who sees the glossary in the same way, and tells nothing
of whoever asked first.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bot.counting import LONGEST_KEY
from bot.requests import AccountId, Asker, ChannelId, Place, WorkspaceId

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.access import Role
    from bot.commands import Define
    from bot.counting import Looked
    from bot.policy import Policy
    from bot.remembering import Edition
    from bot.replies import Reply
    from bot.scene import Scene
    from glossary.concept import LanguageTag
    from glossary.lookup import Likelihood

MOST = 2048
"""Answers, of all glossaries together: some megabytes."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What a lookup came to: the reply, and what is counted of it."""

    reply: Reply
    looked: Looked


class Seen(NamedTuple):
    """All that the answer to a lookup depends on. Who asks is not in it, and so not in the answer."""

    wish: Define
    edition: Edition
    languages: tuple[LanguageTag | None, ...]
    """That were chosen by the asker, for their platform, and for the place."""
    role: Role
    policy: Policy
    likelihood: Likelihood
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
            known = self._kept[seen] = anew()
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(seen)
        return known


def impersonal(scene: Scene) -> Scene:
    """See a wish as all see it who see the same: nothing tells who asks, where, or at which hour."""
    somewhere = ChannelId("") if scene.place.can_share else None
    return replace(
        scene,
        asker=Asker(AccountId("")),
        place=Place(WorkspaceId(""), somewhere),
        now=scene.now.replace(hour=0, minute=0, second=0, microsecond=0),
    )
