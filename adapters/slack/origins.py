"""Where does an answer go back to? What a payload says of its place, and what a modal remembers of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from adapters.slack.limits import METADATA

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Origin:
    """A channel, a thread in it, and the address that answers there for half an hour; each "" where there is none."""

    channel: str = ""
    thread: str = ""
    response_url: str = ""
    message: str = ""
    """The message in which a button was pressed, where it is one that others read too."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a modal keeps while it is open: from where it was opened, and the token of what it is for."""

    origin: Origin = Origin()
    purpose: str = ""

    def written(self) -> str:
        """Write it as private_metadata; the address goes first where there is too little room for all of it."""
        text = _json_of(self)
        return text if len(text) <= METADATA else _json_of(replace(self, origin=replace(self.origin, response_url="")))


def _json_of(kept: Remembered) -> str:
    origin = {name: value for name, value in asdict(kept.origin).items() if value}
    return json.dumps({"purpose": kept.purpose, **origin}, separators=(",", ":"))


def remembered(view: Mapping[str, Any]) -> Remembered:
    """Read what a modal kept; what is not ours counts as nothing."""
    try:
        kept = json.loads(view.get("private_metadata") or "{}")
    except ValueError:
        return Remembered()
    if not isinstance(kept, dict):
        return Remembered()
    said = {name: value for name, value in kept.items() if isinstance(value, str)}
    origin = Origin(*(said.get(name, "") for name in ("channel", "thread", "response_url", "message")))
    return Remembered(origin, said.get("purpose", ""))
