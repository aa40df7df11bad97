"""How do values stand in one cell of a table? Lists, the language of a name, and what a spreadsheet would run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from glossary.formats.languages import language_of, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.concept import LanguageTag

# What Excel, LibreOffice and Google Sheets take for the beginning of a formula (OWASP, *CSV Injection*), wherever
# spaces before it are dropped; the full-width forms are taken by East Asian versions.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|[\t\r]")
_SEPARATOR = re.compile(r"((?:\\.|[^\\;,\n])*)[;,\n]?", re.DOTALL)
_SPECIAL = re.compile(r"[\\;,]")
_ESCAPED = re.compile(r"\\([\\;,])")
_LANGUAGE = re.compile(r"(.*) \[lang:([A-Za-z0-9-]+)\]", re.DOTALL)
_QUOTE: Final = "'"


def harmless(cell: str) -> str:
    """Write a cell so that no spreadsheet runs it: ``=1+1`` becomes ``'=1+1``."""
    return _QUOTE + cell if _FORMULA.match(cell) else cell


def as_meant(cell: str) -> str:
    """Read what ``harmless`` wrote; no other cell begins with this quotation mark before a formula."""
    return cell[1:] if cell.startswith(_QUOTE) and _FORMULA.match(cell[1:]) else cell


def items_of(cell: str) -> list[str]:
    """Take a list apart at its semicolons, commas and line ends, unless a backslash stands before one."""
    return [_ESCAPED.sub(r"\1", item).strip() for item in _SEPARATOR.findall(cell) if item.strip()]


def list_of(items: Iterable[str]) -> str:
    """Write a list."""
    return "; ".join(_SPECIAL.sub(r"\\\g<0>", item) for item in items)


def with_language(text: str, language: LanguageTag, default: LanguageTag) -> str:
    """Write a name, and its language where a reader with this default could not know it: ``Handy [lang:de]``."""
    return marked(text, language, language_of(text, default))


def marked(text: str, language: LanguageTag, guess: LanguageTag) -> str:
    """Write a name, and its language where that is not what the reader will guess."""
    return text if guess == language and not _LANGUAGE.fullmatch(text) else f"{text} [lang:{language}]"


def language_in(text: str) -> tuple[str, str]:
    """Read what ``with_language`` wrote: the name, and the language or ""."""
    match = _LANGUAGE.fullmatch(text)
    return (match[1], match[2]) if match and tag_of(match[2]) else (text, "")
