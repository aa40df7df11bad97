"""How do web addresses stand in a line of Markdown? ``[title](https://…)``, a bare address, ``![what it shows](https://…)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from glossary.concept import Image, Link
from glossary.formats.escaping import escape, unescape, unescape_exactly

if TYPE_CHECKING:
    from collections.abc import Iterable

_TITLE = r"\[(?P<title>(?:\\.|[^\\\]])*)\]"
_TARGET = r"\(\s*<?(?P<target>(?:\\.|[^\\()\s<>]|\([^()\s<>]*\))*)>?\s*\)"
_LINK = re.compile(_TITLE + _TARGET)
_IMAGE = re.compile("!" + _TITLE + _TARGET)
_BARE = re.compile(r"(?P<title>)<?(?P<target>https?://[^\s<>,]+)>?", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s/?#][^\s]*", re.IGNORECASE)
_SECURE = re.compile(r"https://[^\s/?#][^\s]*", re.IGNORECASE)
_UNSAFE_IN_TARGET = re.compile(r"[()]")


def is_web_address(text: str) -> bool:
    """Tell whether this is a whole http or https address."""
    return _WEB.fullmatch(text) is not None


def is_secure_address(text: str) -> bool:
    """Tell whether this is a whole https address."""
    return _SECURE.fullmatch(text) is not None


def links_in(text: str) -> tuple[tuple[Link, ...], str]:
    """Read links in a row, and what could not be read as one: the text from there on, or ""."""
    links: list[Link] = []
    at = _after_separators(text, 0)
    while at < len(text):
        match = _LINK.match(text, at) or _BARE.match(text, at)
        address = unescape_exactly(match["target"]) if match else ""
        if match is None or not is_web_address(address):
            return tuple(links), text[at:]
        links.append(Link(unescape(match["title"]) or address, address))
        at = _after_separators(text, match.end())
    return tuple(links), ""


def _after_separators(text: str, at: int) -> int:
    while at < len(text) and text[at] in ", \t":
        at += 1
    return at


def image_in(text: str) -> Image | None:
    """Read an image; None where it is not written as one, not https, or without a text for those who do not see it."""
    match = _IMAGE.fullmatch(text)
    if not match:
        return None
    address, alternative = unescape_exactly(match["target"]), unescape(match["title"])
    return Image(address, alternative) if alternative and is_secure_address(address) else None


def write_links(links: Iterable[Link]) -> str:
    """Write links in a row."""
    return ", ".join(f"[{escape(link.title)}]({_target(link.address)})" for link in links)


def write_image(image: Image) -> str:
    """Write an image."""
    return f"![{escape(image.alternative_text)}]({_target(image.address)})"


def _target(address: str) -> str:
    return _UNSAFE_IN_TARGET.sub(lambda match: "\\" + match[0], escape(address).replace(">", "\\>"))
