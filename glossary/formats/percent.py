"""How does any text stand in a web address? Percent-encoding (RFC 3986, 2.1), without anything that could open one."""

from __future__ import annotations

import re

_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")


def encoded(text: str, unsafe: re.Pattern[str]) -> str:
    """Encode what a pattern finds."""
    return unsafe.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")), text)


def decoded(text: str) -> str:
    """Read what ``encoded`` wrote; bytes that are no UTF-8 become U+FFFD."""
    return _ENCODED.sub(lambda match: bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace"), text)
