"""What does somebody see in the app's Home? The document that the door has for it, below a field to search with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.slack import limits
from adapters.slack.drawing import blocks_of

if TYPE_CHECKING:
    from bot.replies import Reply

    Element = dict[str, Any]

FIND = "find"
"""The action_id of every field that looks up while one types."""


def home_of(reply: Reply, above: tuple[Element, ...] = ()) -> Element:
    """Draw a reply as a Home."""
    return {"type": "home", "blocks": [*above, *blocks_of(reply.blocks, limits.BLOCKS_OF_VIEW - len(above))]}


def finder(placeholder: str, *, is_focused: bool = False) -> Element:
    """Draw a field that offers names from the first letter on: one syllable of Korean is enough to go by."""
    select: Element = {
        "type": "external_select",
        "action_id": FIND,
        "min_query_length": 1,
        "placeholder": {"type": "plain_text", "text": placeholder, "emoji": False},
    }
    if is_focused:
        select["focus_on_load"] = True
    return {"type": "actions", "block_id": FIND, "elements": [select]}
