"""Where do drawings go? To a stream that may be a terminal: the only place that asks how wide it is and what it can."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from adapters.terminal.drawing import Canvas, drawn, drawn_line
from bot.replies import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from adapters.terminal.listening import Lines
    from bot.replies import Reply

PLAIN_TERMINALS = frozenset({"dumb", "unknown"})


class Screen:
    """Shows replies and sentences, an empty line between the replies."""

    def __init__(self, stream: TextIO, environ: Mapping[str, str], *, can_pick: bool = True) -> None:
        self._stream = stream
        self._is_terminal = stream.isatty()
        # NO_COLOR counts when it is not empty: no-color.org
        wants_styles = not environ.get("NO_COLOR") and environ.get("TERM") not in PLAIN_TERMINALS
        self._has_styles = self._is_terminal and wants_styles
        self._can_pick = can_pick
        self._is_blank = True

    def show(self, reply: Reply, first: int = 1) -> None:
        """Show a reply, apart from what was shown before; its choices are numbered from `first` on."""
        self._write(("" if self._is_blank else "\n") + drawn(reply, self._canvas(), first))

    def say(self, sentence: str, style: str = "") -> None:
        """Show one sentence right below what was shown before."""
        self._write(drawn_line((Span(sentence),), self._canvas(), style))

    def _canvas(self) -> Canvas:
        # asked each time: people make their windows wider and narrower
        width = shutil.get_terminal_size().columns if self._is_terminal else None
        return Canvas(width, self._has_styles, self._can_pick)

    def _write(self, text: str) -> None:
        self._is_blank = False
        self._stream.write(text)
        self._stream.flush()


@dataclass(frozen=True, slots=True)
class Terminal:
    """What a person sits at: something to type on, something to look at, and their files."""

    lines: Lines
    screen: Screen
    bytes_of: Callable[[str, int], bytes]
    """Reads the file at a path, at most so many bytes of it; raises OSError where there is none."""
