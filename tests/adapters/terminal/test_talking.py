"""A whole conversation at a real (pseudo-)terminal: keys go in, the screen comes out."""

from __future__ import annotations

import os
import select
import stat
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

termios = pytest.importorskip("termios", reason="pseudo-terminals are a thing of POSIX")

ROOT = Path(__file__).parent.parent.parent.parent
READY = "\x1b[?2004h"
"""The line editor switches bracketed paste on each time it begins to wait for a line."""
PATIENCE = 30
"""Seconds until a silent program counts as stuck."""
CTRL_C, CTRL_D, ENTER, UP = "\x03", "\x04", "\r", "\x1b[A"
CHAT = "from adapters.cli import main; main()"
FORM = """
import asyncio, os, sys
from adapters.terminal.filling import Filling
from adapters.terminal.listening import EditedLines
from adapters.terminal.screen import Screen, Terminal
from bot.commands import Help
from bot.replies import Form, LineField
from bot.wording import wording_in

form = Form("Name it", (LineField("name", "Name", value="Redis"), LineField("short", "Short")), Help(), "Save")
terminal = Terminal(EditedLines(None), Screen(sys.stdout, os.environ), str)
print(asyncio.run(Filling(terminal, wording_in("en")).of(form)))
"""
TERMS = """\
## Redis

A store in memory.

## SAP
- **Domain**: company

A maker of business software.

## SAP
- **Domain**: networking

Where a service is reached.
"""


class Talk:
    """One end of a pseudo-terminal, with the program at the other."""

    def __init__(self, screen: int, process: subprocess.Popen[bytes]) -> None:
        self._screen = screen
        self._process = process
        self._unread = b""
        self.seen = ""

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._screen, keys.encode())

    def see(self, awaited: str) -> str:
        """Wait until something is on the screen, and give everything from the last time up to there."""
        wanted = awaited.encode()
        while wanted not in self._unread:
            readable, _, _ = select.select([self._screen], [], [], PATIENCE)
            assert readable, f"waited for {awaited!r} and saw {self._unread.decode(errors='replace')!r}"
            self._unread += os.read(self._screen, 65536)
        before, _, self._unread = self._unread.partition(wanted)
        self.seen += (before + wanted).decode(errors="replace")
        return (before + wanted).decode(errors="replace")

    def ask(self, keys: str, answer: str) -> str:
        """Type a line, and wait for its answer and for the next prompt."""
        self.press(keys + ENTER)
        return self.see(answer) + self.see(READY)

    def exit_code(self) -> int:
        """Wait for the end."""
        return self._process.wait(PATIENCE)


@contextmanager
def talk(folder: Path, program: str = CHAT, **environ: str) -> Iterator[Talk]:
    """Start a program on a terminal of 80 columns, and wait for its first prompt."""
    glossary = folder / "terms.md"
    glossary.write_text(TERMS, encoding="utf-8")
    screen, seat = os.openpty()
    termios.tcsetwinsize(seat, (24, 80))
    process = subprocess.Popen(
        [sys.executable, "-c", program, "chat", "--glossary", str(glossary)],
        stdin=seat,
        stdout=seat,
        stderr=seat,
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "XDG_STATE_HOME": str(folder / "state"),
            "LC_ALL": "en_US.UTF-8",
            "TERM": "xterm",
            "PROMPT_TOOLKIT_NO_CPR": "1",  # nobody answers here when the program asks where the cursor is
            **environ,
        },
        start_new_session=True,
    )
    os.close(seat)
    talking = Talk(screen, process)
    try:
        talking.see(READY)
        yield talking
    finally:
        process.kill()
        process.wait()
        os.close(screen)


def test_a_conversation_from_greeting_to_farewell(tmp_path: Path) -> None:
    """Greeted, answered in bold, picked by number, a line taken back with Ctrl-C, and ended with Ctrl-D."""
    with talk(tmp_path) as person:
        assert "Malmoi here." in person.seen
        assert "\x1b[1mRedis\x1b[0m" in person.ask("redis", "A store in memory.")
        assert "[2]" in person.ask("sap", "Where a service is reached.")
        assert "SAP (networking)" in person.ask("2", "Where a service is reached.")
        person.press(f"taken back {CTRL_C}")
        person.see(READY)
        person.ask("redis", "A store in memory.")
        person.press(CTRL_D)
        person.see("See you!")
        assert person.exit_code() == 0


@pytest.mark.parametrize("word", ["quit", " Exit ", "종료"])
def test_a_word_ends_a_conversation_at_a_terminal(word: str, tmp_path: Path) -> None:
    """Whoever does not know the key types what other programs know; with ``define`` it is still a term."""
    with talk(tmp_path) as person:
        person.ask(f"define {word}", f"“{word.strip()}”")
        person.press(word + ENTER)
        person.see("See you!")
        assert person.exit_code() == 0


def test_what_was_asked_is_remembered_for_its_owner_only(tmp_path: Path) -> None:
    """The next conversation has it one key away, and nobody else can read it."""
    with talk(tmp_path) as person:
        person.ask("redis", "A store in memory.")
    history = tmp_path / "state" / "malmoi" / "history"
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    with talk(tmp_path) as person:
        person.ask(UP, "A store in memory.")


def test_no_colour_is_respected_at_a_terminal(tmp_path: Path) -> None:
    """With NO_COLOR set, answers are plain; the line that is typed may still be edited."""
    with talk(tmp_path, NO_COLOR="1") as person:
        assert "\x1b[1m" not in person.ask("redis", "A store in memory.")


def test_a_form_is_filled_in_at_a_terminal(tmp_path: Path) -> None:
    """Enter keeps what is offered, and what is typed is the value."""
    with talk(tmp_path, FORM) as person:
        person.ask("", "Short")
        person.press(f"레디스{ENTER}")
        person.see("(('name', 'Redis'), ('short', '레디스'))")


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_a_form_is_given_up_with_one_key(key: str, tmp_path: Path) -> None:
    """Nothing is submitted, and the program goes on."""
    with talk(tmp_path, FORM) as person:
        person.press(key)
        person.see("Cancelled. Nothing has changed.")
        person.see("None")
