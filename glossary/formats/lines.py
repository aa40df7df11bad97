"""Where does a line end in bytes that arrive in pieces? For the formats that are read while they arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_LINE: Final = 4_000_000
"""Bytes. A longer line is cut there, so that a file without line ends cannot fill the memory."""


def lines_of(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Go through the lines, each with its end, however the bytes were cut into pieces."""
    rest = b""
    for piece in pieces:
        *lines, rest = (rest + piece).split(b"\n") if b"\n" in piece else (rest + piece,)
        for line in lines:
            yield line[:LONGEST_LINE] + b"\n"
        # One byte more than is kept tells that the line was cut.
        rest = rest[: LONGEST_LINE + 1]
    if rest:
        yield rest


def is_too_long(line: bytes) -> bool:
    """Tell whether a line was cut."""
    return len(line) > LONGEST_LINE
