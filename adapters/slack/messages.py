"""What is sent to Slack as a message? A reply with everything around its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.drawing import blocks_of
from adapters.slack.limits import FALLBACK
from adapters.slack.spans import words_of
from adapters.slack.texts import ELLIPSIS, escaped_within, one_line
from bot.replies import Attachment, Heading, Listing, Note, Options, Prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.slack.spans import Element
    from bot.replies import Block, Reply


def message_of(reply: Reply) -> Element:
    """Draw a reply as the arguments of a message: nothing in it calls anybody, and no link unfolds."""
    return {"text": spoken(reply), "blocks": blocks_of(reply.blocks), "unfurl_links": False, "unfurl_media": False}


def spoken(reply: Reply) -> str:
    """Say a reply in one line, for notifications and for those who listen: escaped, never empty."""
    lines = (line for block in reply.blocks for line in _lines(block) if line)
    return escaped_within(" — ".join(lines), FALLBACK) or ELLIPSIS


def attachments_of(reply: Reply) -> tuple[Attachment, ...]:
    """List the files of a reply: no message holds them, so they are sent beside it."""
    return tuple(block for block in reply.blocks if isinstance(block, Attachment))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(spans) | Prose(spans) | Note(spans):
            yield one_line(words_of(spans))
        case Listing(items):
            yield from (one_line(words_of(item)) for item in items)
        case Options(options):
            yield from (one_line(option.choice.label) for option in options)
        case _:
            return
