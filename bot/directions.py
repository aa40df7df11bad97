"""In which direction does text run? The only place that keeps right-to-left text from pulling at what stands beside it.

Every renderer passes each text through `isolated`, after whatever else it escapes. What people typed may hold the
controls of the bidirectional algorithm, with which a text can be made to read as what it is not (Unicode TR 36, section
2.5); they become signs that can be seen.
"""

from __future__ import annotations

import unicodedata

ISOLATE = "\N{FIRST STRONG ISOLATE}"
END_OF_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

CONTROLS = frozenset((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Embeddings and overrides, and isolates: those of other people. Ours are added afterwards."""

_FIRST_RIGHT_TO_LEFT = "\u0590"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_VISIBLE = dict.fromkeys(CONTROLS, REPLACEMENT)


def isolated(text: str) -> str:
    """Keep right-to-left text apart from its neighbours, line by line; other text stays as it is.

    Punctuation and Latin names around it stay in place, because the line counts as one thing (Unicode Standard Annex 9,
    first strong isolate).
    """
    if text.isascii():
        return text
    lines = text.translate(_VISIBLE).split("\n")
    return "\n".join(f"{ISOLATE}{line}{END_OF_ISOLATE}" if _runs_to_the_left(line) else line for line in lines)


def _runs_to_the_left(line: str) -> bool:
    """Tell whether any letter of a line runs from right to left."""
    return any(
        character >= _FIRST_RIGHT_TO_LEFT and unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
        for character in line
    )
