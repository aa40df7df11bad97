"""Somebody who types what a script says."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from adapters.terminal.screen import Screen, Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

INTERRUPT = "\x03"
"""In a script, Ctrl-C."""
FILES = {"terms.md": "## Redis\nfast"}


class ScriptedLines:
    """Gives the lines of a script, for questions and values alike; the end of the script is Ctrl-D."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)
        self.prompts: list[str] = []
        """What was asked in forms."""

    async def question(self) -> str:
        """Give the next line."""
        if not self._lines:
            raise EOFError
        line = self._lines.pop(0)
        if line == INTERRUPT:
            raise KeyboardInterrupt
        return line

    async def value(self, prompt: str) -> str:
        """Give the next line, and remember what was asked."""
        self.prompts.append(prompt)
        return await self.question()


class FakeTerminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def bytes_of(path: str, most: int) -> bytes:
    """Read one of the files that there are."""
    if path not in FILES:
        raise FileNotFoundError(path)
    return FILES[path].encode()[:most]


def terminal_of(lines: ScriptedLines, paper: io.StringIO, environ: Mapping[str, str] | None = None) -> Terminal:
    """Sit somebody down."""
    return Terminal(lines, Screen(paper, environ or {}), bytes_of)
