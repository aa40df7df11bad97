"""How do texts stand in YAML so that every reader takes them for texts, and a diff shows what changed?"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = re.compile(r"[A-Za-z가-힣][\w가-힣()/+.-]*(?: [\w가-힣(/+.][\w가-힣()/+.-]*)*", re.ASCII)
_RESERVED: Final = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_NOT_PRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NOT_IN_BLOCKS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")

Value = str | Sequence[str] | Mapping[str, str]


def fields(pairs: Mapping[str, Value], indent: int = 0) -> Iterator[str]:
    """Write names with their values, a line each; empty values are left out."""
    margin = " " * indent
    for name, value in pairs.items():
        if not value:
            continue
        if isinstance(value, str):
            yield f"{margin}{scalar(name)}: {_text(value, indent)}"
        elif isinstance(value, Mapping):
            yield f"{margin}{scalar(name)}:"
            yield from fields(value, indent + 2)
        else:
            yield f"{margin}{scalar(name)}:"
            yield from (f"{margin}  - {scalar(item)}" for item in value)


def scalar(text: str) -> str:
    """Write a text on one line, in quotation marks unless it is nothing but plain words."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_PRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _text(text: str, indent: int) -> str:
    """Write several lines as they are, below the name; what a block cannot hold stands on one line."""
    is_block = "\n" in text and not _NOT_IN_BLOCKS.search(text) and text.strip("\n") == text and text.rstrip() == text
    if not is_block:
        return scalar(text)
    margin = " " * (indent + 2)
    lines = (margin + line if line else "" for line in text.split("\n"))
    return "|2-\n" + "\n".join(lines)
