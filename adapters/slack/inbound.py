"""What did Slack send, from whom, and from where? Payloads as visits, and their text as people read it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from adapters.slack.origins import Origin, remembered
from adapters.slack.people import account_of, workspace_of
from adapters.slack.texts import unescaped
from bot.requests import ChannelId, Place, Request

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.commands import Command
    from bot.requests import Asker

    Body = Mapping[str, Any]
    """A payload of Slack's, parsed."""

MODAL, HOME = "modal", "home"
_MARKUP = re.compile(r"<(?P<kind>[@#!]|(?=https?:|mailto:|tel:))(?P<id>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
"""Escapes of docs.slack.dev/messaging/formatting-message-text, and nothing that only looks similar."""
_GROUP = "subteam^"


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody of a workspace who wants something, with every way back to them; each "" where there is none."""

    team: str
    enterprise: str
    user: str
    origin: Origin
    trigger: str = ""
    """With which a modal may be opened: once, within three seconds."""
    view: str = ""
    """The id of the view in which a button was pressed, or that was submitted."""
    view_kind: str = ""
    """`modal` or `home`."""


def visit_of_command(body: Body) -> Visit:
    """Read who typed a command, and where."""
    origin = Origin(body.get("channel_id", ""), "", body.get("response_url", ""))
    return Visit(
        body.get("team_id", ""), body.get("enterprise_id", ""), body["user_id"], origin, body.get("trigger_id", "")
    )


def visit_of_interaction(body: Body) -> Visit:
    """Read who pressed, chose or submitted something, and where: in a message, in a modal or in their Home."""
    user, view = body["user"], body.get("view") or {}
    team = (body.get("team") or {}).get("id") or user.get("team_id") or ""
    return Visit(
        team,
        (body.get("enterprise") or {}).get("id") or "",
        user["id"],
        _origin_of_view(body) if view else _origin_of_message(body),
        body.get("trigger_id", ""),
        view.get("id", ""),
        view.get("type", ""),
    )


def visit_of_event(body: Body) -> Visit:
    """Read who said or did something, and in which thread."""
    event = body["event"]
    origin = Origin(event.get("channel", ""), event.get("thread_ts", ""))
    return Visit(body.get("team_id", ""), body.get("enterprise_id") or "", _name_of(event.get("user")), origin)


def request_of(visit: Visit, asker: Asker, command: Command, surface: str, *, is_public: bool = False) -> Request:
    """Bring a wish into the shape that the door understands."""
    channel = visit.origin.channel
    place = Place(
        workspace_of(visit.team),
        ChannelId(channel) if channel else None,
        is_public=is_public,
        is_direct=channel.startswith("D"),
        surface=surface,
    )
    return Request(asker, place, command)


def text_of(written: str, team: str, bot_user: str = "") -> str:
    """Read what Slack has marked up as a person does: accounts for mentions, and nothing for a mention of the bot."""

    def said(found: re.Match[str]) -> str:
        name, label = found["id"], found["label"]
        match found["kind"]:
            case "@":
                return "" if name == bot_user else account_of(team, name)
            case "#":
                return f"#{label or name}"
            case "!":
                return name.removeprefix(_GROUP) if name.startswith(_GROUP) else f"@{name}"
            case _:
                return label or name

    plain = unescaped(_MARKUP.sub(said, written)) if "<" in written or "&" in written else written
    return plain.encode("utf-8", "replace").decode()


def _name_of(user: object) -> str:
    """Read whom an event is about: some give the name alone, some everything that is known."""
    match user:
        case str(name) | {"id": str(name)}:
            return name
        case _:
            return ""


def _origin_of_view(body: Body) -> Origin:
    """Read from where a modal was opened; what is pressed in it is in no message."""
    origin = remembered(body["view"]).origin
    return origin if body.get("type") == "view_submission" else replace(origin, message="")


def _origin_of_message(body: Body) -> Origin:
    """Read in which message something was pressed, or which message a shortcut is about: that is nobody's to change."""
    container, message = body.get("container") or {}, body.get("message") or {}
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or ""
    thread = message.get("thread_ts") or container.get("thread_ts") or ""
    pressed = message.get("ts") or "" if body.get("type") == "block_actions" else ""
    return Origin(channel, thread, body.get("response_url") or "", pressed)
