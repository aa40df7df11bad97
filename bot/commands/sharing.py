"""The wishes about who else reads an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.requests import AccountId
    from glossary.concept import ConceptId


@dataclass(frozen=True, slots=True)
class Share:
    """Show an entry to everybody in this place, in the language of the place."""

    concept: ConceptId


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take away what this account shared."""

    account: AccountId


Sharing = Share | TakeBack

NAMES: Mapping[str, type[Sharing]] = {
    "share": Share,
    "takeback": TakeBack,
}
