"""The wishes of whoever brings the bot into a workspace: first steps, the starter, and sharing a glossary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class FirstRun:
    """Say to whoever installed the bot what it does and what comes first."""


@dataclass(frozen=True, slots=True)
class Starter:
    """Take out the starter entries that nobody touched, once that is confirmed."""

    is_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Invite:
    """Make a code with which another workspace may use this glossary."""


@dataclass(frozen=True, slots=True)
class Join:
    """Use the glossary of the workspace that made the code; "" asks for one.

    What becomes of the own entries is chosen afterwards: ``merge`` or ``aside``. Then the code is not needed any more.
    """

    code: str = ""
    own: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Use a glossary of one's own again instead of the shared one, once that is confirmed."""

    is_confirmed: bool = False


Settling = FirstRun | Starter | Invite | Join | Leave

NAMES: Mapping[str, type[Settling]] = {
    "firstrun": FirstRun,
    "starter": Starter,
    "invite": Invite,
    "join": Join,
    "leave": Leave,
}
