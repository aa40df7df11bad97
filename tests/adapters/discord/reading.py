"""How somebody on Discord reads a message: markup taken for markup, and everything else for text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.adapters.discord.checking import BUTTON, FILE, GALLERY, SECTION, SELECT, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MARKS = "*_~`|[]<"
LINE_MARKS = re.compile(r"(?m)^[^\S\n]*(?:[#>+-]|\d+[.)])")
LINK = re.compile(r"\[((?:\\.|[^\\\]])*)\]\(<([^<>\s]*)>\)")
OPEN_LINK = re.compile(r"<(https?://[^<>\s]*)>")
MENTION = re.compile(r"<@&?\d+>")
INVISIBLE = dict.fromkeys(map(ord, "\u2060\u2068\u2069\u200b"))


def read_text(markdown: str) -> str:
    """Take escapes and markers out of Markdown, as the client does."""
    text = LINK.sub(r"\1", markdown)
    text = re.sub(r"(?m)^(?:#{1,3} |-# |- |\d+\. )", "", text)
    text = re.sub(r"```\n(.*?)\n```", r"\1", text, flags=re.DOTALL)
    text = re.sub(r"\\([^A-Za-z0-9\s])|(?:\*\*|~~|[*`_])", lambda found: found[1] or "", text)
    return text.translate(INVISIBLE)


def said_in(component: Mapping[str, Any]) -> Iterator[str]:
    """Read a component from top to bottom: text as text, buttons in brackets, and what stands in lists to pick from."""
    match component["type"]:
        case t if t == TEXT:
            yield read_text(component["content"])
        case t if t == BUTTON:
            yield f"[{component['label']}]"
        case t if t == SELECT:
            yield from (f"[{option['label']}]" for option in component["options"])
        case t if t == GALLERY:
            yield from (item["description"] for item in component["items"])
        case t if t == FILE:
            yield component["file"]["url"].removeprefix("attachment://")
        case t if t == SECTION:  # the button first, for it names what the line is about; not twice
            (label,) = said_in(component["accessory"])
            yield label
            yield from (text for inner in component["components"] for text in said_in(inner) if f"[{text}]" != label)
        case _:
            for inner in component.get("components", ()):
                yield from said_in(inner)
