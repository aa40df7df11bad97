"""What was said above a message to the bot? The messages of its thread, where Slack lets the app read them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from adapters.slack.calling import CallError
from adapters.slack.inbound import text_of

if TYPE_CHECKING:
    from adapters.slack.calling import Calls
    from adapters.slack.inbound import Body
    from adapters.slack.installations import Installed

logger = logging.getLogger(__name__)

READ_WITHIN = 1.0
"""Seconds: it is read before the acknowledgement, for which Slack waits three."""


async def said_above(event: Body, installed: Installed, calls: Calls) -> tuple[str, ...]:
    """Read what was said in the thread before a message, the first message first; nothing where that is not permitted.

    As many messages as Slack gives at a time. The app can be installed without the right to read channels: then whoever
    asks is told how else to ask.
    """
    thread, at = event.get("thread_ts"), event.get("ts")
    if not thread or thread == at:
        return ()
    where = {"channel": event.get("channel"), "ts": thread, "latest": at}
    try:
        found = await calls.call(installed.token, "conversations.replies", READ_WITHIN, **where)
    except CallError as error:
        logger.info("a thread is not read: %s", error.reason)
        return ()
    earlier = (one for one in found.get("messages") or () if one.get("ts") != at)
    texts = (text_of(one.get("text") or "", installed.team, installed.bot_user).strip() for one in earlier)
    return tuple(filter(None, texts))
