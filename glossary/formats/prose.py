"""What does a text say whose lines were broken for the eye? Clean paragraphs, without reference marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_REFERENCE_MARK = re.compile(r" ?\[(?:[1-9]\d{0,2}|(?:note|주) ?\d{1,3}|citation needed|출처 필요)\](?!\()")
_LIST_MARKS = ("- ", "* ", "+ ", "• ")


def prose_of(lines: Iterable[str]) -> str:
    """Join the lines of each paragraph with single spaces; empty lines separate paragraphs, list items keep lines."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        words = " ".join(line.split())
        if not words:
            paragraphs.append([])
        elif paragraphs[-1] and not words.startswith(_LIST_MARKS):
            paragraphs[-1][-1:] = [paragraphs[-1][-1] + " " + words]
        else:
            paragraphs[-1].append(words)
    texts = (_REFERENCE_MARK.sub("", "\n".join(paragraph)).strip() for paragraph in paragraphs)
    return "\n\n".join(text for text in texts if text)
