"""What may text do to those who read it? Nothing but be read: the only place that takes the control out of text.

Escape sequences move the cursor, rename the window or type commands; bidirectional overrides make text read as what it
is not (Unicode TR 36, section 2.5). Both become signs that can be seen.
"""

from __future__ import annotations

from bot.directions import CONTROLS, REPLACEMENT

_SYMBOLS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # ESC becomes ␛: Unicode's pictures of the C0 controls
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), REPLACEMENT),  # C1: one of them is ESC [ in a single byte
    **dict.fromkeys(CONTROLS, REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT),  # halves of a pair: no UTF-8 writes them
    0x2028: "\n",  # the line and paragraph separators, and what other systems end a line with
    0x2029: "\n",
    0x85: "\n",
    ord("\n"): "\n",
    ord("\t"): " ",
}


def harmless(text: str) -> str:
    """Make text safe to print, on as many lines as it has. No control character but the newline ever leaves."""
    return text.replace("\r\n", "\n").translate(_SYMBOLS)


def one_line(text: str) -> str:
    """Make text safe to print where a line break would let it pretend to be something else."""
    return " ".join(harmless(text).split("\n"))
