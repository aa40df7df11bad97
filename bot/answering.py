"""Whom does a change answer? The only place that says which names somebody may have waited for, and who is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.commands import Fulfilled
from bot.keeping import Notice, NoticeKey, Recipient
from bot.tokens import carried
from glossary.gathering import keys_of_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from bot.keeping import Revision, Want
    from bot.requests import AccountId
    from glossary.concept import Concept, ConceptId


@dataclass(frozen=True, slots=True)
class Answers:
    """Who is told, and who waits no longer: each in the order in which it was found."""

    notices: tuple[Notice, ...] = ()
    met: tuple[Want, ...] = ()


@dataclass(frozen=True, slots=True)
class Occasion:
    """The change that answers: its revision, when it was, and its author, who knows it already."""

    revision: Revision
    at: datetime
    author: AccountId | None = None

    def notice(self, account: AccountId, concept: ConceptId) -> Notice:
        """Make the notice that tells somebody of what they waited for: one for each concept that it brings."""
        key = NoticeKey(f"answer:{self.revision}:{concept}:{account}")
        return Notice(key, Recipient(account), carried(Fulfilled(concept)), self.at)


def answers(
    waiting: Collection[Want], brought: Iterable[tuple[Concept | None, Concept | None]], occasion: Occasion
) -> Answers:
    """Find who has waited for what concepts have become, each given as it was before and as it is now.

    Where nobody waits nothing is compared. One who waits under several names of a concept is told of it once.
    """
    awaited = frozenset[str]().union(*(want.keys for want in waiting))
    met: dict[Want, None] = {}
    notices: dict[NoticeKey, Notice] = {}
    for before, after in brought if awaited else ():
        if after is None:
            continue
        keys = awaited & frozenset[str]().union(*map(keys_of_name, new_names(before, after)))
        for want in [want for want in waiting if keys & want.keys] if keys else ():
            met[want] = None
            if want.account != occasion.author:
                notice = occasion.notice(want.account, after.id)
                notices[notice.key] = notice
    return Answers(tuple(notices.values()), tuple(met))


def new_names(before: Concept | None, after: Concept) -> frozenset[str]:
    """Give the names that lead to a definition from now on, and did not before."""
    names = frozenset(label.text for label in after.labels) if after.definitions else frozenset[str]()
    return names - {label.text for label in before.labels} if before and before.definitions else names
