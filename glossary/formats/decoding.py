"""Which letters do the bytes of a table mean? Spreadsheets write what their system has, and say nothing about it."""

from __future__ import annotations

import codecs
import io
import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from glossary.formats.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAMPLE: Final = 65_536
"""Bytes of lines that are not ASCII; they decide, because ASCII is the same in every encoding below."""
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HANGUL = re.compile("[가-힣]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_RARE: Final = 100
"""A sample is UTF-8 with faults where at most one byte in so many beyond ASCII is wrong; else it is something else."""


class TextLines:
    """The lines of a file as text, while it arrives.

    ``encoding`` says what it is, and is right when the first line that is not ASCII has come out. A byte that is no
    text in it comes out as a lone surrogate (PEP 383), so that the place can be refused.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self.encoding = "utf-8"

    def __iter__(self) -> Iterator[str]:
        r"""Go through the lines, each with its end; old and foreign line ends become ``\n``."""
        lines = self._lines()
        waiting: list[bytes] = []
        size = 0
        for line in lines:
            if not waiting and line.isascii():
                yield from _texts(line.decode("ascii"))
                continue
            waiting.append(line)
            size += len(line)
            if size > _SAMPLE:
                break
        if self.encoding == "utf-8":
            self.encoding = _encoding_of(b"".join(waiting))
        codec = "utf-8" if self.encoding == "utf-16" else self.encoding
        for line in chain(waiting, lines):
            yield from _texts(line.decode(codec, "surrogateescape"))

    def _lines(self) -> Iterator[bytes]:
        first = next(self._pieces, b"")
        if first.startswith(_UTF_16):
            self.encoding = "utf-16"
            decoder = codecs.iterdecode(chain([first], self._pieces), "utf-16", "replace")
            yield from lines_of(text.encode() for text in decoder)
        else:
            yield from lines_of(chain([first.removeprefix(codecs.BOM_UTF8)], self._pieces))


def _texts(line: str) -> Iterable[str]:
    """End lines where spreadsheets do; what splitlines also takes for an end, such as U+001D, is a character."""
    text = line.replace("\r\n", "\n").replace("\r", "\n")
    return io.StringIO(text) if text.count("\n") > 1 else (text,)


def _encoding_of(sample: bytes) -> str:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError:
        return _encoding_by_content(sample)
    return "utf-8"


def _encoding_by_content(sample: bytes) -> str:
    foreign = len(_NOT_ASCII.findall(sample.decode("latin-1")))
    wrong = len(re.findall("[\udc80-\udcff]", sample.decode("utf-8", "surrogateescape")))
    if wrong * _RARE <= foreign:
        return "utf-8"
    korean = sample.decode("cp949", "surrogateescape")
    is_korean = 2 * len(_HANGUL.findall(korean)) >= len(_NOT_ASCII.findall(korean))
    return "cp949" if is_korean else "windows-1252"
