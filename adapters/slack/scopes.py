"""What may the app do in a workspace? The least with which all of it works, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REASONS: Mapping[str, str] = {
    "app_mentions:read": "hear a mention",
    "channels:history": "explain the thread in which somebody asks for that, in a public channel",
    "channels:read": "hear who joins a public channel that the bot is in",
    "chat:write": "answer mentions and direct messages, and say what is said unasked",
    "commands": "the two commands and the two shortcuts",
    "files:read": "read the file of an import",
    "files:write": "send an export",
    "groups:history": "the same in a private channel",
    "groups:read": "hear who joins a private channel that the bot is in",
    "im:history": "hear a direct message",
    "im:write": "open a direct message for an export",
    "usergroups:read": "know who is in a group that was given a role",
    "users:read": "know language, guests and administrators, and hear who is new and who is gone",
}
SCOPES: tuple[str, ...] = tuple(sorted(REASONS))
OPTIONAL: tuple[str, ...] = ("channels:history", "groups:history")
"""Those that whoever installs it can leave out; all else works without them."""
