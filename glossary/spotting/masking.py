"""What in a message is no prose? Code, addresses, file names, and what a chat writes for people, places and pictures.

Both Markdown and the markup of Slack and Discord are known here, because what is pasted may be either.
"""

from __future__ import annotations

import re
from typing import Final

_BLANK: Final = "\0"
"""Separates words, and is no character of a name."""

_ENDINGS: Final = (
    "ya?ml|json|conf|cfg|ini|toml|py|tsx?|rs|java|kt|rb|md|txt|csv|tsv|log|sh|sql|xml|html?|lock|env|exe|png|jpe?g|gif"
    "|svg|pdf|zip|tar|gz|docx?|xlsx?|pptx?"
)

_MASKED: Final = tuple(
    (re.compile(trigger), re.compile(pattern, re.DOTALL))
    for trigger, pattern in (
        ("`", r"```.*?(?:```|\Z)"),
        ("`", r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"),
        ("<", r"<(?:[@#!/]|[A-Za-z]+:)[^>\n]*>"),  # <@U1>, <#C1|name>, <!here>, <https://…|text>, <:name:1>, <t:1:R>
        (r"\]\(", r"!?\[[^\]\n]*\]\([^)\s]*\)"),
        ("<:", r"<:\w+:\d+>"),
        ("://", r"\b[A-Za-z][A-Za-z+.-]*://\S+"),
        ("@", r"[\w.+-]*@[\w.-]+"),
        (":", r"(?<![^\W_]):[\w+-]+:"),
        ("/", r"(?<![^\s(\"'“‘])(?:~|\.{1,2})?/\w[\w./-]*"),
        (r"\.\w", rf"\bwww\.[\w.-]+(?:/\S*)?|(?:[\w-]+\.){{2,}}[A-Za-z]{{2,}}\b|[\w-]+\.(?:{_ENDINGS})\b"),
    )
)
"""Pairs: what a text must hold for it to be worth looking, and what is passed over then."""


def masked(text: str) -> str:
    """Blank out what is no prose; the length stays."""
    for trigger, pattern in _MASKED:
        if trigger.search(text):
            text = pattern.sub(_blanked, text)
    return text


def _blanked(found: re.Match[str]) -> str:
    return _BLANK * len(found[0])
