"""Where does an entry begin, and where a fenced block end? The line structure of a Markdown glossary, and only that.

``##`` begins an entry, ``#`` ends one (a title, a part of the glossary), and neither counts inside a fenced block.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary.formats.languages import tag_of_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)(.*)")
_FENCE = re.compile(r" {0,3}(?:(`{3,})([^`]*)|(~{3,})(.*))")
_ESCAPED_STRUCTURE = re.compile(r"( {0,3})\\(\\*(?:#|```|~~~).*)", re.DOTALL)
_STRUCTURE = re.compile(r"( {0,3})(\\*)((?:#|```|~~~).*)", re.DOTALL)
ENTRY_LEVEL = 2
LANGUAGE_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1 to 6, and its text without the marks."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Fence:
    """The first line of a fenced block, or a line that could end one."""

    mark: str
    length: int
    info: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of lines under one heading (None: what comes before the first), with the number of the heading's line.

    ``lines`` begin on the line after the heading.
    """

    heading: Heading | None
    line: int
    lines: tuple[str, ...]


def heading_in(line: str) -> Heading | None:
    """Read a heading. Marks at its end are decoration, unless they belong to a word (``C#``)."""
    match = _HEADING.fullmatch(line) if "#" in line[:4] else None
    if not match:
        return None
    text = match[2].strip()
    bare = text.rstrip("#")
    is_closed = bare != text and (not bare or bare[-1] in " \t")
    return Heading(len(match[1]), bare.rstrip() if is_closed else text)


def fence_in(line: str) -> Fence | None:
    """Read a line that begins a fenced block or could end one."""
    match = _FENCE.fullmatch(line) if "`" in line[:4] or "~" in line[:4] else None
    if not match:
        return None
    marks, info = (match[1], match[2]) if match[1] else (match[3], match[4])
    return Fence(marks[0], len(marks), info.strip())


def fence_ends(lines: Sequence[str]) -> dict[int, int | None]:
    """Find for each line that can begin a fenced block the line that ends it, by index; None where it is left open.

    A block is left open as well when an entry's heading inside it is followed at once by a fence: then that fence is
    the next entry's, and the mark at the end of this one was forgotten. Linear time, going from the last line up.
    """
    ends: dict[int, int | None] = {}
    closers: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)  # the nearest and shortest mark is the last
    forgotten = len(lines)
    following: Fence | None = None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if not line.strip():
            continue
        fence = fence_in(line)
        if fence:
            stack = closers[fence.mark]
            end = next((at for at, length in reversed(stack) if length >= fence.length), None)
            ends[index] = end if end is not None and end < forgotten else None
            if not fence.info:
                while stack and stack[-1][1] <= fence.length:
                    stack.pop()
                stack.append((index, fence.length))
        elif following and _is_entry(line):
            forgotten = index
        following = fence
    return ends


def _is_entry(line: str) -> bool:
    heading = heading_in(line)
    return heading is not None and heading.level == ENTRY_LEVEL


def unfenced(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Go through the lines outside of fenced blocks, with their indexes. A block that is left open is none."""
    ends = fence_ends(lines)
    index = 0
    while index < len(lines):
        end = ends.get(index)
        if end is None:
            yield index, lines[index]
            index += 1
        else:
            index = end + 1


def blocks_of(lines: Sequence[str], first_line: int, *, language: bool) -> list[Block]:
    """Take lines apart at the headings: at languages' ones, or else at those of entries and titles."""
    headings = [(-1, None), *_headings(lines, language=language)]
    ends = [index for index, _ in headings[1:]] + [len(lines)]
    return [
        Block(heading, first_line + index, tuple(lines[index + 1 : end]))
        for (index, heading), end in zip(headings, ends, strict=True)
    ]


def _headings(lines: Sequence[str], *, language: bool) -> Iterator[tuple[int, Heading]]:
    for index, line in unfenced(lines):
        heading = heading_in(line)
        if heading and (_is_language(heading) if language else heading.level <= ENTRY_LEVEL):
            yield index, heading


def _is_language(heading: Heading) -> bool:
    return heading.level == LANGUAGE_LEVEL and tag_of_heading(heading.text) is not None


def tidy(lines: Sequence[str]) -> tuple[str, ...]:
    """Leave one empty line between paragraphs and none around them. Fenced blocks stay as they are."""
    kept: list[str] = []
    ends = fence_ends(lines)
    fenced_until = -1
    for index, line in enumerate(lines):
        if index > fenced_until:
            fenced_until = max(fenced_until, ends.get(index) or -1)
        if line.strip() or index <= fenced_until:
            kept.append(line)
        elif kept and kept[-1]:
            kept.append("")
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def protect(text: str) -> str:
    r"""Write a definition so that no line of it reads as a part of the glossary: ``## x`` becomes ``\## x``."""
    lines = text.split("\n")
    for index, line in unfenced(lines):
        match = _STRUCTURE.fullmatch(line)
        if match and _is_structure(match[1] + match[3]):
            lines[index] = f"{match[1]}\\{match[2]}{match[3]}"
    return "\n".join(lines)


def unprotect(lines: Sequence[str]) -> tuple[str, ...]:
    """Read what ``protect`` wrote."""
    plain = list(lines)
    for index, line in unfenced(lines):
        match = _ESCAPED_STRUCTURE.fullmatch(line)
        if match and _is_structure(match[1] + match[2].lstrip("\\")):
            plain[index] = match[1] + match[2]
    return tuple(plain)


def _is_structure(line: str) -> bool:
    heading = heading_in(line)
    if heading is None:
        return fence_in(line) is not None
    return heading.level <= ENTRY_LEVEL or _is_language(heading)
