"""Which app is this, and where does it listen? What the environment says about Slack, read in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from glossary.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Mapping

API = "https://slack.com/api/"
DEFINE, GLOSSARY = "/define", "/glossary"
MOST_CONNECTIONS = 10
"""Slack's own limit: docs.slack.dev/apis/events-api/using-socket-mode."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What begins with ``SLACK_``, and ``HOST`` and ``PORT``; secrets are shown nowhere."""

    signing_secret: str = field(default="", repr=False)
    bot_token: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    """Present: Socket Mode. Absent: HTTP."""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    api: str = API
    define: str = DEFINE
    glossary: str = GLOSSARY
    """The names of the two commands: another app of the workspace may own them."""
    connections: int = 2
    """Of Socket Mode, so that one can be renewed while another listens."""

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Settings:
        """Read the settings.

        Raises:
            MalformedError: One of them is missing or cannot be understood; its field is the name of the variable.
        """
        settings = cls(
            environment.get("SLACK_SIGNING_SECRET", ""),
            environment.get("SLACK_BOT_TOKEN", ""),
            environment.get("SLACK_APP_TOKEN", ""),
            environment.get("SLACK_CLIENT_ID", ""),
            environment.get("SLACK_CLIENT_SECRET", ""),
            (environment.get("SLACK_API_URL") or API).rstrip("/") + "/",
            *commands_in(environment),
            connections=_connections(environment.get("SLACK_CONNECTIONS") or "2"),
        )
        settings.check()
        return settings

    def check(self) -> None:
        """Look whether the parts fit together.

        Raises:
            MalformedError: They do not.
        """
        if not self.app_token and not self.signing_secret:
            raise MalformedError("needed without SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")
        if not self.bot_token and not self.client_id:
            raise MalformedError("needed without SLACK_CLIENT_ID", "SLACK_BOT_TOKEN")
        if self.client_id and not self.client_secret:
            raise MalformedError("needed with SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")


def commands_in(environment: Mapping[str, str]) -> tuple[str, str]:
    """Read how the two commands are called.

    Raises:
        MalformedError: That is no name of a command.
    """
    define = _command(environment, "SLACK_DEFINE_COMMAND", DEFINE)
    return define, _command(environment, "SLACK_GLOSSARY_COMMAND", GLOSSARY)


def _command(environment: Mapping[str, str], variable: str, default: str) -> str:
    name = "/" + (environment.get(variable) or default).strip().removeprefix("/")
    if " " in name or name == "/" or len(name) > 32:  # noqa: PLR2004 — manifest schema 2.0, features.slash_commands
        raise MalformedError("not a command's name", variable)
    return name


def _connections(written: str) -> int:
    if not written.isdecimal() or not 1 <= int(written) <= MOST_CONNECTIONS:
        raise MalformedError(f"not a number from 1 to {MOST_CONNECTIONS}", "SLACK_CONNECTIONS")
    return int(written)
