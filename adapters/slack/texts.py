"""How does a text become harmless and short enough? Escaped, isolated, and cut where a reader would cut it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from bot.directions import REPLACEMENT, isolated

if TYPE_CHECKING:
    from collections.abc import Iterator

ELLIPSIS = "…"
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_HARMFUL: dict[int, str | None] = {
    **dict.fromkeys(range(0x20)),  # no client shows a control character
    **dict.fromkeys(range(0x7F, 0xA0)),
    **dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT),  # halves of a pair: no UTF-8 writes them
    ord("\n"): "\n",
    ord("\t"): "\t",
}
_JOINER = "\N{ZERO WIDTH JOINER}"
_GLUED = frozenset({"Mn", "Me", "Mc", "Sk"})
"""Categories of what belongs to the character before it: accents, variation selectors, skin tones."""


def harmless(text: str) -> str:
    """Take out what could make text show as something else, and keep right-to-left lines from pulling at others."""
    if text.isascii() and text.isprintable():
        return text
    return isolated(text.replace("\r\n", "\n").translate(_HARMFUL))


def one_line(text: str) -> str:
    """Make text harmless where there is one line only; "" for text without a visible character."""
    return " ".join(harmless(text).split())


def escaped(text: str) -> str:
    """Escape what Slack reads as markup, `&`, `<` and `>`, and nothing else: nothing in it can call anybody."""
    return text.translate(_ENTITIES)


def unescaped(text: str) -> str:
    """Read what Slack has escaped in a message or a command."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def shortened(text: str, longest: int) -> str:
    """Cut text to so many characters, the last one an ellipsis then."""
    return text if len(text) <= longest else text[: _seam(text, longest - len(ELLIPSIS))].rstrip() + ELLIPSIS


def escaped_within(text: str, longest: int) -> str:
    """Escape text, cut so that it stays within so many characters and no escape is cut apart."""
    whole = escaped(text)
    while len(whole) > longest:
        text = shortened(text, max(1, len(text) - (len(whole) - longest + 4) // 5 - 1))
        whole = escaped(text)
    return whole


def pieces(text: str, longest: int) -> Iterator[str]:
    """Cut text into pieces of at most so many characters that together are the text: at spaces where there are any."""
    while len(text) > longest:
        seam = max(text.rfind(" ", 0, longest), text.rfind("\n", 0, longest)) + 1
        seam = seam if seam > longest // 2 else _seam(text, longest)
        yield text[:seam]
        text = text[seam:]
    if text:
        yield text


def _seam(text: str, position: int) -> int:
    """Find the last place up to the position where no character is cut apart from its accents or its joiner."""
    for seam in range(position, max(position - 40, 0), -1):
        if seam >= len(text) or not (
            unicodedata.category(text[seam]) in _GLUED or _JOINER in (text[seam], text[seam - 1])
        ):
            return seam
    return position
