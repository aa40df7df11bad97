"""What does a button of ours say when it is pressed? Command ↔ custom_id: the token, and sometimes a little more.

Behind the token may stand a number, where two buttons of one message carry the same command and Discord wants their
ids to differ; and a server, where the button is in a direct message and concerns that server's glossary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.tokens import command_of, token_of

if TYPE_CHECKING:
    from bot.commands import Carried, Command

LONGEST = 100
"""Characters of a custom_id and of an option's value: discord-api-docs, components/reference."""
LIST = "list"
"""What a list to pick from is called; which command is meant stands in what was picked."""

_SEPARATOR = "\x1f"
_UNSPEAKABLE = re.compile(r"[\x00-\x1f\ud800-\udfff]")
"""What Discord refuses in an id, or what would be taken for our own separator."""


class CustomIds:
    """Gives the ids of one message, each once."""

    def __init__(self, guild: int | None = None) -> None:
        self._about = "" if guild is None else str(guild)
        self._given: set[str] = set()
        self._lists = 0

    def of(self, command: Command) -> str | None:
        """Write a command as an id; None for one that no button carries."""
        token = token_of(command)
        if token is None or _UNSPEAKABLE.search(token):
            return None
        about = self._about if len(token) + len(self._about) + 4 <= LONGEST else ""
        for number in range(100):
            tail = f"{_SEPARATOR}{about}{_SEPARATOR}{number or ''}" if about or number else ""
            custom_id = token + tail
            if len(custom_id) <= LONGEST and custom_id not in self._given:
                self._given.add(custom_id)
                return custom_id
        return None

    def of_list(self) -> str:
        """Name a list to pick from."""
        self._lists += 1
        return f"{LIST}{self._lists}"


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a button said."""

    command: Carried
    guild: int | None
    """The server whose glossary it is about, where the place does not say so."""


def pressed(custom_id: str) -> Pressed | None:
    """Read an id; None for what this version does not understand."""
    token, _, tail = custom_id.partition(_SEPARATOR)
    command = command_of(token)
    guild = tail.partition(_SEPARATOR)[0]
    return None if command is None else Pressed(command, int(guild) if guild.isdecimal() else None)
