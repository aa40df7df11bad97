"""The wishes about what is kept about the asker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class MyData:
    """Hand over everything that is kept about the asker."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Remove what is kept about the asker, once that is confirmed."""

    is_confirmed: bool = False


Mine = MyData | Forget

NAMES: Mapping[str, type[Mine]] = {
    "data": MyData,
    "forget": Forget,
}
