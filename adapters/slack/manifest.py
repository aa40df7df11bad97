"""Which manifest does an app need? The file beside this one, filled in for an address or for Socket Mode."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ruamel.yaml import YAML

from adapters.slack.settings import DEFINE, GLOSSARY
from glossary.errors import MalformedError

FILE = Path(__file__).with_name("manifest.yaml")
EVENTS_PATH, REDIRECT_PATH = "/slack/events", "/slack/oauth_redirect"


@dataclass(frozen=True, slots=True)
class Filling:
    """What differs between one app and another."""

    url: str = ""
    """Where the bot is reached, such as ``https://malmoi.example.com``; "" for Socket Mode."""
    define: str = DEFINE
    glossary: str = GLOSSARY
    is_distributed: bool = False
    """Whether workspaces install it by OAuth; then tokens are renewed."""


def manifest_of(filling: Filling) -> str:
    """Fill the manifest in; it is YAML, as Slack's page for a new app takes it.

    Raises:
        MalformedError: The address is not one that Slack can reach: it begins with https:// and has no path.
    """
    yaml = YAML()
    yaml.width = 120
    manifest = yaml.load(FILE.read_text(encoding="utf-8"))
    names = {DEFINE: filling.define, GLOSSARY: filling.glossary}
    for command in manifest["features"]["slash_commands"]:
        command["command"] = names[command["command"]]
    if filling.url:
        _address(manifest, _base_of(filling.url))
    if filling.is_distributed:
        manifest["settings"]["token_rotation_enabled"] = True
    written = io.StringIO()
    yaml.dump(manifest, written)
    return "".join(written.getvalue().partition("_metadata:")[1:])  # the comment above it is for readers of the file


def _address(manifest: dict[str, Any], base: str) -> None:
    for command in manifest["features"]["slash_commands"]:
        command["url"] = base + EVENTS_PATH
    settings = manifest["settings"]
    settings["event_subscriptions"]["request_url"] = base + EVENTS_PATH
    settings["interactivity"]["request_url"] = base + EVENTS_PATH
    settings["interactivity"]["message_menu_options_url"] = base + EVENTS_PATH
    settings["socket_mode_enabled"] = False
    manifest["oauth_config"]["redirect_urls"] = [base + REDIRECT_PATH]


def _base_of(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        raise MalformedError("an address looks like https://malmoi.example.com", "--url")
    return f"https://{parts.netloc}"
