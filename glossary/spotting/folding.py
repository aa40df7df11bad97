"""Where in a text does each folded character come from? `glossary.spelling` decides how a character is folded.

Most characters fold to one character, so that a table does it and places stay what they are. What does not (marks that
join a letter, apostrophes that are left out, ligatures) is *odd*, and only then the places are written down.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from glossary.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

DENSE: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f"
    "\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
"""The scripts whose words do not stand apart, or carry their particles with them; for a regular expression."""

_ODD: Final = "\uffff"  # no character
_ODD_RUN: Final = re.compile(f"{_ODD}+")
_GLUED: Final = re.compile(rf"[a-z0-9\u00df-\u052f](?<=[{DENSE}].)")
_DOT_OF_NAME: Final = re.compile(r"\.(?<![\w.]\.)(?=[^\W\d_])")
_SIGNS: Final = re.compile(r"(?<![^\W_])(?<![+#])[+#]+|[+#]+(?=[a-z0-9])")


class _Table(dict[int, str]):
    """A table for ``str.translate``: what a character folds to, if that is one character; worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        once = folded(character)
        self[code] = once if len(once) == 1 and not _continues(character) else _ODD
        return self[code]


def _continues(character: str) -> bool:
    """Tell whether a character belongs to the one before it: marks, later letters of Hangul, what makes a kana long."""
    return unicodedata.category(character)[0] == "M" or "ᅠ" <= character <= "ᇿ" or character in "ﾞﾟーｰ"


_table = _Table()


def composed(text: str) -> tuple[str, list[int]]:
    """Give a text in NFC, with the place at which each of its characters began before; the last is the text's end."""
    pieces: list[str] = []
    places: list[int] = []
    for begin, end in _clusters(text, 0, len(text)):
        piece = unicodedata.normalize("NFC", text[begin:end])
        pieces.append(piece)
        places += [begin] * len(piece)
    return "".join(pieces), [*places, len(text)]


def _clusters(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a part of a text into its characters, each together with what belongs to it."""
    while begin < end:
        after = begin + 1
        while after < end and _continues(text[after]):
            after += 1
        yield begin, after
        begin = after


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, folded, with a space before and after it, and with the place of each of its characters."""

    text: str
    starts: list[int] | None
    """Where each character begins in the text that was folded; None where each is one farther than it was."""
    ends: list[int] | None

    def start(self, place: int) -> int:
        """Tell where the character at a place begins in the text that was folded."""
        return place - 1 if self.starts is None else self.starts[place]

    def end(self, place: int) -> int:
        """Tell where the character before a place ends in the text that was folded."""
        return place - 1 if self.ends is None else self.ends[place - 1]

    def parts(self, place: int) -> bool:
        """Tell whether a place lies between two characters of the text, and not within what one of them folds to."""
        return self.starts is None or self.ends is None or self.ends[place - 1] <= self.starts[place]


def fold(text: str) -> Folded:
    """Fold a text as names are folded, a space for each character that separates words.

    A dot that begins a name (``.NET``) stays, and so do the signs that end one (``C++``); where a word in letters of
    another script follows a script without spaces, they come apart.
    """
    plain = text.translate(_table)
    if "." in text:
        plain = _with_dots(plain, text)
    once = Folded(f" {plain} ", None, None)
    if _ODD in plain:
        once = _edited(once, _odd(once.text, text))
    if "+" in plain or "#" in plain:
        once = Folded(_SIGNS.sub(lambda signs: " " * len(signs[0]), once.text), once.starts, once.ends)
    glued = [(found.start(), found.start(), " ", (), ()) for found in _GLUED.finditer(once.text)]
    return _edited(once, glued) if glued else once


def _with_dots(plain: str, text: str) -> str:
    for found in _DOT_OF_NAME.finditer(text):
        plain = f"{plain[: found.start()]}.{plain[found.end() :]}"
    return plain


_Edit = tuple[int, int, str, "Iterable[int]", "Iterable[int]"]
"""From and to in the folded text, what stands there instead, and where each of those characters begins and ends."""


def _odd(plain: str, text: str) -> Iterable[_Edit]:
    """Fold what is odd, each character together with the marks after it."""
    for run in _ODD_RUN.finditer(plain):
        first, last = run.start() - 1, run.end() - 1
        if first and _continues(text[first]):
            first -= 1
        for begin, end in _clusters(text, first, last):
            once = folded(text[begin:end])
            yield begin + 1, end + 1, once, [begin] * len(once), [end] * len(once)


def _edited(once: Folded, edits: Iterable[_Edit]) -> Folded:
    """Replace parts of a folded text, and keep account of the places."""
    size = len(once.text)
    old_starts: Sequence[int] = once.starts or range(-1, size - 1)
    old_ends: Sequence[int] = once.ends or range(size)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for begin, end, new, new_starts, new_ends in edits:
        pieces += (once.text[done:begin], new)
        starts += old_starts[done:begin]
        ends += old_ends[done:begin]
        starts += new_starts or [old_starts[begin]] * len(new)
        ends += new_ends or [old_starts[begin]] * len(new)
        done = end
    pieces.append(once.text[done:])
    starts += old_starts[done:]
    ends += old_ends[done:]
    return Folded("".join(pieces), starts, ends)
