"""The wishes about the workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Roles:
    """Show who has which role; with a holder and a role, give it."""

    holder: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Change the policy of the workspace."""


Governing = Roles | Settings

NAMES: Mapping[str, type[Governing]] = {
    "roles": Roles,
    "settings": Settings,
}
