"""The wishes about proposals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Queue:
    """List the proposals that wait."""


@dataclass(frozen=True, slots=True)
class Review:
    """Show one proposal with what it would change."""

    proposal: str


@dataclass(frozen=True, slots=True)
class Posted:
    """Show a proposal to everybody in the channel that was chosen for it."""

    proposal: str


@dataclass(frozen=True, slots=True)
class Accept:
    """Carry a proposal out; when it is edited first, through its form."""

    proposal: str
    is_edited: bool = False
    is_posted: bool = False
    """Whether it is decided where it was shown to everybody, who then see what became of it."""


@dataclass(frozen=True, slots=True)
class Decline:
    """Turn a proposal down: asks for the reason."""

    proposal: str
    is_posted: bool = False
    """As with `Accept`."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Tell a proposer what became of the proposal."""

    proposal: str


@dataclass(frozen=True, slots=True)
class ReviewHere:
    """Show every proposal in this channel from now on, or in none."""

    is_here: bool = True


@dataclass(frozen=True, slots=True)
class ReviewedHere:
    """Say in the channel that was chosen that proposals are shown there."""


@dataclass(frozen=True, slots=True)
class Unposted:
    """Tell whoever chose a channel for proposals that the bot may not post there."""


Proposing = Queue | Review | Posted | Accept | Decline | Decided | ReviewHere | ReviewedHere | Unposted

NAMES: Mapping[str, type[Proposing]] = {
    "queue": Queue,
    "review": Review,
    "posted": Posted,
    "accept": Accept,
    "decline": Decline,
    "decided": Decided,
    "reviewhere": ReviewHere,
    "reviewedhere": ReviewedHere,
    "unposted": Unposted,
}
