"""How are spans written in Discord's Markdown? The only place that escapes; whatever was typed is only ever read.

Markup is what Discord's own client reads as such (its reference: *Message Formatting*). Mentions are besides never
allowed to ping; see `sending`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.directions import isolated
from bot.harmless import harmless
from bot.replies import Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.replies import Spans

LONGEST_ADDRESS = 1000
"""Characters; a link that is longer is shown as its text alone."""

_MARKERS = {Style.PLAIN: "", Style.STRONG: "**", Style.EMPHASIS: "*", Style.REMOVED: "~~", Style.ADDED: "**"}
_BETWEEN = "\N{WORD JOINER}"
"""Stands between two markers that would otherwise run into each other."""
_SPECIAL = re.compile(
    r"[\\*_~`|\[\]<]"  # anywhere in a line
    r"|@(?=everyone|here)"
    r"|:(?=//)"  # an address is a link only where the document says so
    r"|^[^\S\n]*(?:[#>+-]|\d+(?=[.)]))",  # at the beginning of a line
    re.MULTILINE | re.IGNORECASE,
)
_OPENS_ADDRESS = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)
_LOOKS_LIKE_ADDRESS = re.compile(r"://|\bwww\.|\b[\w-]+\.[a-z]{2,}(?:[/:]|\s*$)", re.IGNORECASE)
_BREAKS_ADDRESS = re.compile(r"[\s<>()\\\"\x00-\x20\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PERSON = re.compile(r"discord:(?:\d+:)?(\d{1,20})")
_ROLE = re.compile(r"\d{1,20}")
_FENCE = "```"


def units(text: str) -> int:
    """Measure text as Discord may count it: in UTF-16, which is never shorter than in code points."""
    return len(text) + sum(character > "\uffff" for character in text)


def written(spans: Spans) -> str:
    """Write spans as Markdown, on as many lines as they have."""
    parts: list[str] = []
    is_marked = False
    for span in _joined(spans):
        part = _written(span, is_first=not parts or parts[-1].endswith("\n"))
        if not part:
            continue
        if is_marked and span.style is not Style.PLAIN and not part[0].isspace() and not parts[-1][-1].isspace():
            parts.append(_BETWEEN)
        parts.append(part)
        is_marked = span.style is not Style.PLAIN
    return "".join(parts)


def on_one_line(spans: Spans) -> Spans:
    """Take the line breaks out, where one would end a heading, an item or small print."""
    return tuple(replace(span, text=" ".join(harmless(span.text).split("\n"))) for span in spans)


def fenced(text: str) -> str:
    """Write text whose spaces and line breaks count as a block of code."""
    inside = harmless(text.expandtabs(4)).replace("``", "`\N{ZERO WIDTH SPACE}`")
    return f"{_FENCE}\n{inside}\n{_FENCE}"


def link_to(address: str) -> str:
    """Give an address as it can stand between < and >; "" where it is none that may be followed."""
    safe = _BREAKS_ADDRESS.sub(lambda found: _percent(found[0]), address)
    return safe if _OPENS_ADDRESS.match(safe) and len(safe) <= LONGEST_ADDRESS else ""


def plain_line(text: str, longest: int, otherwise: str = "…") -> str:
    """Give text for where Discord reads no markup, on one line, at most this many units; never blank."""
    line = " ".join(harmless(text).split())
    if not any(character.isprintable() and not character.isspace() for character in line):
        return otherwise
    if units(line) <= longest:
        return line
    while units(line) >= longest:
        line = line[: -max(1, (units(line) - longest) // 2)]
    return line.rstrip() + "…"


def _joined(spans: Spans) -> Iterator[Span]:
    """Join neighbours of one kind, so that no marker closes only to open again."""
    last: Span | None = None
    for span in spans:
        if last is not None and replace(span, text="") == replace(last, text=""):
            last = replace(last, text=last.text + span.text)
        else:
            if last is not None:
                yield last
            last = span
    if last is not None:
        yield last


def _written(span: Span, *, is_first: bool) -> str:
    if span.account and (mention := _mention(span.account)):
        return mention
    text = isolated(harmless(span.text))
    inside = text.strip()
    if not inside:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    link = link_to(span.address) if span.address else ""
    if span.style is Style.CODE and "`" not in inside:
        body, marker = f"`{inside.replace(chr(10), ' ')}`", ""
    else:
        body, marker = escaped(inside, is_first=is_first or before.endswith("\n")), _MARKERS.get(span.style, "")
    if link:
        # Text that looks like an address could promise another one: then both are shown.
        body = f"{body} (<{link}>)" if _LOOKS_LIKE_ADDRESS.search(inside) else f"[{body}](<{link}>)"
    return f"{before}{marker}{body}{marker}{after}"


def escaped(text: str, *, is_first: bool = True) -> str:
    """Escape all markup; what has a meaning only at the beginning of a line is kept where text does not begin one."""
    guarded = text if is_first else f"\0{text}"
    return _SPECIAL.sub(_escaped, guarded).removeprefix("\0")


def _escaped(found: re.Match[str]) -> str:
    matched = found[0]
    if matched[-1:].isdecimal():  # "1." and "1)" begin a list: the dot is what can be escaped
        return f"{matched}\\"
    return f"{matched[:-1]}\\{matched[-1]}"


def _mention(account: str) -> str:
    """Write an account of this platform as its client shows a name for; "" for those of others."""
    if person := _PERSON.fullmatch(account):
        return f"<@{person[1]}>"
    return f"<@&{account}>" if _ROLE.fullmatch(account) else ""


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))
