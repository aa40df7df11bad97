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
class Accept:
    """Carry a proposal out; when it is edited first, through its form."""

    proposal: str
    is_edited: bool = False


@dataclass(frozen=True, slots=True)
class Decline:
    """Turn a proposal down: asks for the reason."""

    proposal: str


@dataclass(frozen=True, slots=True)
class Decided:
    """Tell a proposer what became of the proposal."""

    proposal: str


Proposing = Queue | Review | Accept | Decline | Decided

NAMES: Mapping[str, type[Proposing]] = {
    "queue": Queue,
    "review": Review,
    "accept": Accept,
    "decline": Decline,
    "decided": Decided,
}
