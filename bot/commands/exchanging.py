"""The wishes that bring files into the glossary, and hand it out as one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Import:
    """Bring a file into the glossary: opens a form for the file, and shows what it would change."""


@dataclass(frozen=True, slots=True)
class Bring:
    """Do what the file in a draft was said to change."""

    draft: str
    has_names: bool = False
    """Whether curators shall decide about the names that its texts seem to give."""


@dataclass(frozen=True, slots=True)
class Export:
    """Hand the glossary out as a file of this format; without one, ask which."""

    form: str = ""


Exchanging = Import | Bring | Export

NAMES: Mapping[str, type[Exchanging]] = {
    "import": Import,
    "bring": Bring,
    "export": Export,
}
