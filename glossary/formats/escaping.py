"""How does any text stand in a line of Markdown, unchanged and unformatted? The only place that escapes and unescapes.

The escapes are CommonMark's own (a backslash before ASCII punctuation), so that a code host shows what was meant.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from glossary.formats.reading import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_SPECIAL = re.compile(rf"[\\`*_\[\]<~|]|(?:^|(?<=\s))#|{_ENTITY}")
_ESCAPED = re.compile(rf"\\([!-/:-@\[-`{{-~])|({_ENTITY})")
_ITEM = re.compile(r"(?:\\.|[^\\,])+", re.DOTALL)


def escape(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def unescape(text: str) -> str:
    """Read what ``escape`` wrote, and what people escape by hand; one clean line."""
    return one_line(unescape_exactly(text))


def unescape_exactly(text: str) -> str:
    """Read what ``escape`` wrote and change nothing else: in an address every code point counts."""
    return _ESCAPED.sub(lambda match: match[1] or html.unescape(match[2]), text)


def escape_list(texts: Iterable[str]) -> str:
    """Write texts in a row, with commas between them."""
    return ", ".join(escape(text).replace(",", "\\,") for text in texts)


def items_of(text: str) -> tuple[str, ...]:
    """Take a row apart at its commas. The items are still escaped, and none is empty."""
    return tuple(item for part in _ITEM.findall(text) if (item := part.strip()))
