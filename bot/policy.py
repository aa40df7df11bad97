"""What did a workspace decide for itself? Its settings as they are kept, and their defaults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.requests import ChannelId
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import Concept

REVIEW = "review"
STALE_MONTHS = "stale_months"
REVIEW_CHANNEL = "review_channel"
"""Of a workspace; and of whoever chose it, who is told when it does not work."""
LANGUAGE = "language"
"""Of a workspace, and of a channel."""
YES = "yes"
DAYS_A_MONTH = 30.44
STALE_CHOICES = (0, 3, 6, 12, 24)
"""Months; 0 switches the reminder off."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings of one workspace."""

    is_reviewed: bool = False
    """Whether full members propose instead of writing."""
    stale_months: int = 0
    """After how many months an entry wants to be confirmed again; 0 for never."""
    review_channel: ChannelId | None = None
    """Where proposals are shown to be decided; None for nowhere but in the queue."""
    language: LanguageTag | None = None
    """What is spoken where nothing nearer speaks for a language."""


def is_stale(concept: Concept, policy: Policy, today: date) -> bool:
    """Tell whether the workspace's term has passed since somebody wrote a concept or confirmed it."""
    days = (today - (concept.confirmed or date.min)).days
    return bool(policy.stale_months) and days > policy.stale_months * DAYS_A_MONTH


def policy_of(kept: Mapping[str, str]) -> Policy:
    """Read settings; what is not among the choices of this version counts as not set."""
    months = {str(choice): choice for choice in STALE_CHOICES}
    channel = ChannelId(kept[REVIEW_CHANNEL]) if kept.get(REVIEW_CHANNEL) else None
    return Policy(kept.get(REVIEW) == YES, months.get(kept.get(STALE_MONTHS, ""), 0), channel, language_in(kept))


def language_in(kept: Mapping[str, str]) -> LanguageTag | None:
    """Read the language among the settings of a workspace or a channel; None where none was chosen."""
    return LanguageTag(kept[LANGUAGE]) if LANGUAGE in kept else None
