"""How does a conversation in the terminal go on? Lines come in, answers and notices are shown."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from adapters.assembling import deliveries_of
from adapters.files import bytes_of
from adapters.sitting import wording_of
from adapters.talking import bot_for
from adapters.terminal.chatting import Chat
from adapters.terminal.listening import EditedLines, PipedLines, history_in, state_directory
from adapters.terminal.screen import Screen, Terminal
from adapters.terminal.telling import Telling

if TYPE_CHECKING:
    from bot.requests import Asker
    from bot.wording import Wording


async def converse(asker: Asker, glossary: str | None) -> None:
    """Answer every line that is typed or piped in."""
    is_interactive = sys.stdin.isatty() and sys.stdout.isatty()
    lines = EditedLines(_history()) if is_interactive else PipedLines(sys.stdin)
    terminal = Terminal(lines, Screen(sys.stdout, os.environ), bytes_of)
    async with bot_for(glossary, asker) as bot:

        async def speaking() -> Wording:
            return wording_of(asker, (await bot.store.preferences_of(asker.account)).language)

        conversing = Chat(bot.reply_to, asker, terminal, speaking, Telling(asker, deliveries_of(bot)).tell)
        if is_interactive:
            await conversing.greet()
        await conversing.answer_all()
        if is_interactive:
            await conversing.take_leave()


def _history() -> Path | None:
    try:
        home = Path.home()
    except RuntimeError:  # no home directory, no history
        return None
    return history_in(state_directory(os.environ, sys.platform, home))
