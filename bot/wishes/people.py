"""Who is that? An account as a span: a platform that knows it shows a name, the others its last part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Span

if TYPE_CHECKING:
    from bot.replies import Spans
    from bot.requests import AccountId


def person(account: AccountId) -> Spans:
    """Show who is meant."""
    return (Span(account.rpartition(":")[2], account=account),)
