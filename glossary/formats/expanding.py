"""Which short forms does a text explain? ``continuous integration (CI)``, ``한국은행(한은)``.

Source: A. Schwartz, M. Hearst, *A simple algorithm for identifying abbreviation definitions in biomedical text* (2003):
brackets give a candidate, the words before them the rest, and the letters decide. Two additions for Korean: a text in
brackets may hold several names, of which two explain each other (``(Enterprise Resource Planning, ERP)``), and a short
form in Hangul takes whole syllables of its long form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glossary.formats.abbreviating import abbreviates

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETS = re.compile(r"\(([^()\n]{2,120})\)")
_NAMES_IN_A_ROW = re.compile(r"[,;:] ?")
_BREAK = re.compile(r"[.,;:!?()\[\]\"“”\n]|(?<=\w)[-–—] ")
_HANGUL_SHORT = re.compile("[가-힣]{2,5}")
_SHORTEST_SHORT = 2
_LONGEST_SHORT = 10
_MOST_WORDS_MORE = 5
"""The long form has at most this many words more than the short form has letters, and at most twice as many (paper)."""
_MOST_SYLLABLES = 20
_COUNTED = re.compile(r"([a-z])([1-9]\d?)([a-z]{1,3})")


class Expansion(NamedTuple):
    """A short form, the long form that the text gives it, and where in the text the brackets open (code points)."""

    short: str
    long: str
    at: int


def expansions_in(text: str) -> Iterator[Expansion]:
    """Find the short forms that a text explains, in its order."""
    for match in _BRACKETS.finditer(text):
        before = _BREAK.split(text[max(0, match.start() - 200) : match.start()])[-1].strip()
        inside = [part.strip() for part in _NAMES_IN_A_ROW.split(match[1]) if part.strip()]
        pair = next(filter(None, (_pair(before, part) for part in inside)), None) or _pair_inside(inside)
        if pair:
            yield Expansion(*pair, match.start())


def _pair(before: str, inside: str) -> tuple[str, str] | None:
    """Decide which of both is short: what stands in brackets, or the last word before them."""
    if _is_short(inside) and (long := _long_form(inside, before)):
        return inside, long
    if _HANGUL_SHORT.fullmatch(inside) and (long := _long_form_in_hangul(inside, before)):
        return inside, long
    last = before.rpartition(" ")[2]
    if _counts(inside, last):
        return inside, last
    return (last, inside) if _is_short(last) and abbreviates(last, inside) else None


def _counts(short: str, long: str) -> bool:
    """Tell whether a short form counts the letters that it leaves out: ``K8s``."""
    match = _COUNTED.fullmatch(short.casefold())
    left_out = len(long) - len(match[1]) - len(match[3]) if match else 0
    return match is not None and left_out == int(match[2]) and long.casefold().startswith(match[1])


def _pair_inside(parts: list[str]) -> tuple[str, str] | None:
    pairs = ((short, long) for short in parts for long in parts if _is_short(short) and abbreviates(short, long))
    return next(pairs, None)


def _is_short(text: str) -> bool:
    """Tell whether a word can be a short form: few letters and digits, at least one of them a capital."""
    is_short = " " not in text and text.isascii() and _SHORTEST_SHORT <= len(text) <= _LONGEST_SHORT
    return is_short and text[0].isalnum() and any(letter.isupper() for letter in text)


def _long_form(short: str, before: str) -> str | None:
    """Take as few words before the brackets as hold every letter of the short form, the first at a word's beginning."""
    words = before.split()
    most = min(len(short) + _MOST_WORDS_MORE, 2 * len(short))
    for count in range(2, min(most, len(words)) + 1):
        long = " ".join(words[-count:])
        if abbreviates(short, long):
            return long
    return None


def _long_form_in_hangul(short: str, before: str) -> str | None:
    """Take the words before the brackets whose syllables give the short form, in order and beginning with the first."""
    words = before.split()
    for count in range(1, min(len(short), len(words)) + 1):
        long = " ".join(words[-count:])
        in_order = re.match(".*?".join(map(re.escape, short)), long, re.DOTALL)
        if in_order and short not in long and len(long) <= _MOST_SYLLABLES:
            return long
    return None
