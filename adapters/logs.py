"""What may a log hold? Everything but secrets: whatever a library puts into a line, no token leaves the process in it.

Our own lines hold none to begin with. This is for those of others, for their exceptions, and for what is not foreseen.
"""

from __future__ import annotations

import logging
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import TracebackType

logger = logging.getLogger(__name__)

HIDDEN = "[hidden]"
SECRET_VARIABLES = (
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_CLIENT_SECRET",
    "DISCORD_TOKEN",
    "MALMOI_SECRET_KEY",
)
"""Settings whose very values are hidden, whatever they look like."""
SHORTEST_SECRET = 8
"""Characters; what is shorter would be found in ordinary words."""

_SHAPES = re.compile(
    r"""
      \b x(?:ox[a-z]|app|wfp) (?:\.xox[a-z])? - [\w-]+            # Slack: bot, user, app, refresh, workflow
    | \b[\w-]{23,28} \. [\w-]{6,7} \. [\w-]{27,}                  # Discord: bot
    | \b aW50ZXJhY3Rpb24 [\w=+/-]+                                # Discord: interaction, which is base64 of that word
    | (?<= hooks\.slack\.com/ ) [\w/-]+                           # Slack: response_url, and incoming webhooks
    | (?<= /webhooks/ ) \d+ / [\w-]+                              # Discord: webhooks, follow-ups to an interaction
    | (?<= :// ) [^\s/@]+ (?= @ )                                 # user and password in an address
    | (?: (?<= \bBearer\  ) | (?<= \bBot\  ) ) [\w.~+/=-]{16,}    # Authorization
    """,
    re.VERBOSE | re.ASCII,
)


class Discreet(logging.Formatter):
    """Writes a line as any formatter does, with its traceback, and then hides what is secret in all of it."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")
        self._secrets = tuple(sorted(secrets, key=len, reverse=True))  # one may hold another

    def format(self, record: logging.LogRecord) -> str:
        """Write it."""
        return hidden(super().format(record), self._secrets)


def hidden(text: str, secrets: Iterable[str] = ()) -> str:
    """Hide these secrets in a text, and what looks like one."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return _SHAPES.sub(HIDDEN, text)


def secrets_in(environment: Mapping[str, str]) -> frozenset[str]:
    """Read which settings are secret. One may hold several, such as keys that take turns, with commas between."""
    values = {environment.get(name, "") for name in SECRET_VARIABLES}
    parts = {part.strip() for value in values for part in (value, *value.split(","))}
    return frozenset(part for part in parts if len(part) >= SHORTEST_SECRET)


def begin(environment: Mapping[str, str]) -> None:
    """Log to standard error, discreetly, from warnings on; Python's own warnings and what ends the program too."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(secrets_in(environment)))
    logging.basicConfig(handlers=[handler])
    logging.captureWarnings(capture=True)
    sys.excepthook = _ended


def _ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("the program ended", exc_info=(kind, error, trace))
