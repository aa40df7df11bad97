"""In which folded spellings does a name stand in a text? What the automaton looks for.

A spelling of a script with spaces begins with one, so that it is found only where a word begins. Its end is looked at
afterwards, because a plural or a particle may follow.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, Final

from glossary.ordinary import listed
from glossary.spelling import humps, letters_of, loose_key
from glossary.spotting.folding import DENSE, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHORTEST_PART: Final = 2
"""Syllables; a Korean name in one word may be written as two words of at least so many."""
SHORTEST_JOINED: Final = 4
"""Letters; several words of a name in another script may be written as one word of at least so many."""

_PLAIN: Final = re.compile("[A-Za-z0-9 ]+|[가-힣 ]+")
_DENSE: Final = re.compile(f"[{DENSE}]")
_HANGUL: Final = re.compile("[가-힣]{4,}")
_CONSONANT_AND_Y: Final = re.compile("[bcdfghjklmnpqrstvwxz]y$")


def spelt(name: str) -> str:
    """Fold a name as a text that holds it is folded; "" for one that no text can hold, such as ``#``."""
    if _PLAIN.fullmatch(name):
        return name.lower()  # as it would be folded, and as most names are
    folded = fold(name).text.strip()
    return folded if folded.replace(" ", "") == loose_key(name) else ""


def spellings_of(name: str, folded: str) -> Iterator[str]:
    """List the spellings of a name in a text; `folded` is what `spelt` says of it, and not empty."""
    mark = "" if _DENSE.match(folded) else " "
    yield mark + folded
    spaced = folded
    if " " in folded:
        spaced = " ".join(folded.split())
        if spaced != folded:
            yield mark + spaced
        joined = spaced.replace(" ", "")
        if len(joined) >= SHORTEST_JOINED or not mark:
            yield mark + joined
    if not mark:
        return
    if not name.islower() and (parted := humps(name)) != name:
        yield mark + fold(parted).text.strip()
    if spaced.endswith("y") and _CONSONANT_AND_Y.search(spaced):
        yield f"{mark}{spaced[:-1]}ies"


def written_apart(folded: Sequence[str]) -> Iterator[tuple[int, str]]:
    """List how Korean names in one word are written as two, one of them a word: number of the name, and spelling."""
    numbers: list[int] = []
    parts: list[tuple[str, str]] = []
    for number, name in enumerate(folded):
        if _HANGUL.fullmatch(name):
            for at in range(SHORTEST_PART, len(name) - SHORTEST_PART + 1):
                numbers.append(number)
                parts.append((name[:at], name[at:]))
    words = dict.fromkeys(word for pair in parts for word in pair)
    known = set(compress(words, listed([letters_of(word) for word in words])))
    return (
        (number, f"{first} {second}")
        for number, (first, second) in zip(numbers, parts, strict=True)
        if first in known or second in known
    )
