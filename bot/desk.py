"""What does a wish need that changes something? The stores and the ways to make an id, handed on by the door."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.keeping import DraftId, Notice, NoticeKey, ProposalId, Recipient
from bot.tokens import carried

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands import Command
    from bot.counting import Looked
    from bot.housing import Housing
    from bot.ports import Store
    from bot.requests import AccountId
    from bot.scene import Scene

DRAFTS_LAST = timedelta(hours=24)
UNDO_LASTS = timedelta(days=7)
PACE = timedelta(seconds=1.2)
"""Slack takes one message a second from an app and asks not to come too near: apis/web-api/rate-limits."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The stores behind the conversation."""

    store: Store
    count: Callable[[Looked], None]
    """Counts a lookup, at once and beside the answer."""
    housing: Housing
    pace: timedelta = PACE
    """From one person who joined a workspace being greeted to the next."""


def fresh_draft_id() -> DraftId:
    """Make an id that nobody can guess: 12 characters."""
    return DraftId(secrets.token_hex(6))


def fresh_proposal_id() -> ProposalId:
    """Make an id that nobody can guess: 12 characters."""
    return ProposalId(secrets.token_hex(6))


def notice_to(account: AccountId, command: Command, key: str, scene: Scene) -> Notice:
    """Make a notice that is due at once; the same key is said once."""
    return Notice(NoticeKey(key), Recipient(account), carried(command), scene.now)
