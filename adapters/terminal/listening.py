"""Where do the lines come from that people type? A pipe, or a terminal with editing and a history."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Mapping

PROMPT = "› "
OWNER_ONLY_DIRECTORY = 0o700
OWNER_ONLY_FILE = 0o600


class Lines(Protocol):
    """Gives what was typed, line by line."""

    async def question(self) -> str:
        """Give the next thing said to the bot.

        Raises:
            EOFError: There is nothing more.
        """
        ...

    async def value(self, prompt: str) -> str:
        """Give the next line for a form.

        Raises:
            EOFError: There is nothing more.
            KeyboardInterrupt: The form is not wanted any more.
        """
        ...


class PipedLines:
    """Lines from a pipe or a file: nothing is printed to ask for them."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    async def question(self) -> str:
        """Give the next line, without its end."""
        # In a thread, because whoever writes into the pipe may take their time, and the bot has other things to do.
        line = await asyncio.to_thread(self._stream.readline)
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    async def value(self, prompt: str) -> str:  # noqa: ARG002 — nobody reads it
        """Give the next line, without its end."""
        return await self.question()


class EditedLines:
    """Lines typed at a terminal. Questions are remembered in a file, if there is one; what goes into forms is not.

    Some words end the conversation as Ctrl-D does, folded as `strict_key` does it. In a pipe they are terms, because
    nobody sits there who wants to leave, and what comes behind them would be lost.
    """

    def __init__(self, history: Path | None, ending: frozenset[str] = frozenset()) -> None:
        # Here and not above: the import takes longer than a whole answer to a pipe.
        from prompt_toolkit import PromptSession  # noqa: PLC0415
        from prompt_toolkit.history import FileHistory, InMemoryHistory  # noqa: PLC0415

        self._questions = PromptSession[str](history=FileHistory(history) if history else InMemoryHistory())
        self._values = PromptSession[str](history=InMemoryHistory())
        self._ending = ending

    async def question(self) -> str:
        """Give the next line; Ctrl-C clears what stands there and begins again."""
        while True:
            try:
                typed = await self._questions.prompt_async(f"\n{PROMPT}")
            except KeyboardInterrupt:
                continue
            if strict_key(typed) in self._ending:
                raise EOFError
            return typed

    async def value(self, prompt: str) -> str:
        """Give the next line for a form."""
        return await self._values.prompt_async(prompt)


def state_directory(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Tell where a platform wants programs to keep what they remember of a user."""
    if platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "malmoi"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "malmoi"
    # A relative path there is invalid and to be ignored: XDG Base Directory Specification 0.8, section 2.
    named = Path(environ.get("XDG_STATE_HOME") or "")
    return (named if named.is_absolute() else home / ".local" / "state") / "malmoi"


def history_in(directory: Path) -> Path | None:
    """Make the history's file, for its owner only; None where nothing can be kept, such as on a read-only disk."""
    history = directory / "history"
    try:
        directory.mkdir(mode=OWNER_ONLY_DIRECTORY, parents=True, exist_ok=True)
        history.touch(mode=OWNER_ONLY_FILE)
        history.chmod(OWNER_ONLY_FILE)  # the mode above counts only for a file that was not there
        with history.open("ab"):
            return history
    except OSError:
        return None
