"""How large is that beside the others? Bars of letters, which every platform can draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Preformatted

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 10
"""Letters."""
FULL, EMPTY = "█", "░"


def bar(part: int, whole: int) -> str:
    """Draw a part of a whole; what is there at all is seen, and only the whole of it is full."""
    if whole <= 0 or part <= 0:
        return EMPTY * WIDTH
    filled = WIDTH if part >= whole else min(max(round(part * WIDTH / whole), 1), WIDTH - 1)
    return FULL * filled + EMPTY * (WIDTH - filled)


def chart(lines: Sequence[tuple[str, int]], whole: int | None = None) -> Preformatted:
    """Draw numbers below each other: bar, number, label. Without a whole, the largest number is a full bar.

    The bars come first, because letters are not equally wide in every script.
    """
    most = max((number for _, number in lines), default=0) if whole is None else whole
    digits = max((len(str(number)) for _, number in lines), default=0)
    drawn = (f"{bar(number, most)} {number:>{digits}}  {' '.join(label.split())}" for label, number in lines)
    return Preformatted("\n".join(drawn))
