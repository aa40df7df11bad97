"""The wishes about packs, of those who make them. A pack is named by its id, or as it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import LanguageTag


@dataclass(frozen=True, slots=True)
class Packs:
    """List the packs."""


@dataclass(frozen=True, slots=True)
class PackNew:
    """Make a pack: opens its form."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class PackEdit:
    """Change a pack; its welcome in this language, else in the one that the asker reads."""

    pack: str
    language: LanguageTag | None = None
    seen: int = 0
    """The version that the form shows."""


@dataclass(frozen=True, slots=True)
class PackOrder:
    """Change what is in a pack, and in which order."""

    pack: str
    seen: int = 0


@dataclass(frozen=True, slots=True)
class PackPreview:
    """Show a pack as newcomers get it, and whom it greets."""

    pack: str


@dataclass(frozen=True, slots=True)
class PackReport:
    """Tell how far people get with a pack, without names."""

    pack: str


@dataclass(frozen=True, slots=True)
class PackHere:
    """Let a pack greet who joins this channel, or this workspace, or who is given a role, or no longer."""

    pack: str
    is_for_all: bool = False
    """Whether the whole workspace is meant."""
    is_placed: bool = True
    group: str = ""
    """The platform's own id of the role or user group that is meant; "" for none."""


@dataclass(frozen=True, slots=True)
class PackDelete:
    """Let go of a pack, once that is confirmed."""

    pack: str
    is_confirmed: bool = False


Packing = Packs | PackNew | PackEdit | PackOrder | PackPreview | PackReport | PackHere | PackDelete

NAMES: Mapping[str, type[Packing]] = {
    "packs": Packs,
    "packnew": PackNew,
    "packedit": PackEdit,
    "packorder": PackOrder,
    "packpreview": PackPreview,
    "packreport": PackReport,
    "packhere": PackHere,
    "packdelete": PackDelete,
}
