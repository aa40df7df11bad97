"""What may a log hold? Everything but secrets: whatever a library puts into a line, no token leaves the process in it.

Our own lines hold none to begin with. This is for those of others, for their exceptions, and for what is not foreseen.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote, quote_plus, unquote

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
DATABASE = "DATABASE_URL"
"""The setting whose password is hidden too."""
SHORTEST_SECRET = 8
"""Characters; what is shorter would be found in ordinary words."""

_PASSWORD = re.compile(r"://[^:/@]*:(.+)@")
"""In an address such as ``DATABASE_URL``; a password may hold any sign, also those that stand behind it."""

_SHAPES = re.compile(
    r"""
      xox[a-z] (?:\.xox[a-z])? - [\w-]+                           # Slack: bot, user, refresh
    | (?: (?<![^\W_]) | (?<=\\[nrt]) ) x(?:app|wfp) - [\w-]+      # Slack: app, workflow; "linuxapp-1" is none
    | [MNO][\w-]{22,27} \. [\w-]{6,7} \. [\w-]{27,}         # Discord: bot; it begins with a number in base64
    | aW50ZXJhY3Rpb24 [\w=+/-]+                                   # Discord: interaction, which is base64 of that word
    | (?: (?<= slack\.com/ ) | (?<= slack-gov\.com/ ) | (?<= slack\.com\\/ ) | (?<= slack\.com%2F ) )
      (?: commands | services | actions | workflows | triggers ) (?: \\?/ | %2F ) [\w/%\\-]+
                                                                  # Slack: response_url, and incoming webhooks
    | (?: (?<= webhooks/ ) | (?<= webhooks\\/ ) | (?<= webhooks%2F ) ) \d+ (?: \\?/ | %2F ) [\w-]+
                                                                  # Discord: webhooks, follow-ups to an interaction
    | (?<= :// ) [^\s/'"]+ (?= @ )                                # user and password in an address
    | (?: (?<= \bpassword= ) | (?<= _secret= ) | (?<= [?&]ticket= ) ) [^\s&'",]+
    | (?: (?<= \bBearer\  ) | (?<= \bBot\  ) ) [\w.~+/=-]{16,}  # Authorization
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
    parts.update(_PASSWORD.findall(environment.get(DATABASE, "")))
    written = {form for part in parts for form in (part, quote(part, safe=""), quote_plus(part), unquote(part))}
    return frozenset(form for form in written if len(form) >= SHORTEST_SECRET)


class Careful(logging.StreamHandler[TextIO]):
    """Writes to standard error; of a line that cannot be written it says where that comes from, and nothing else."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 — so it is called in `logging`
        """Say so; Python would show the arguments as they are."""
        where = record.pathname, record.lineno
        said = logging.LogRecord(record.name, logging.ERROR, *where, "what %s:%s logs is not understood", where, None)
        with suppress(OSError, ValueError):  # there may be nothing to write to any more
            self.stream.write(f"{self.format(said)}\n")


def begin(environment: Mapping[str, str]) -> None:
    """Log to standard error, discreetly, from warnings on; Python's own warnings, and what ends or is lost, too."""
    handler = Careful()
    handler.setFormatter(Discreet(secrets_in(environment)))
    logging.basicConfig(handlers=[handler])
    logging.captureWarnings(capture=True)
    sys.excepthook = _ended
    sys.unraisablehook = _lost
    threading.excepthook = _thread_ended


def _ended(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("the program ended", exc_info=(kind, error, trace))


def _lost(lost: sys.UnraisableHookArgs) -> None:
    logger.error("an error reached nobody", exc_info=lost.exc_value)


def _thread_ended(thread: threading.ExceptHookArgs) -> None:
    logger.error("a thread ended", exc_info=thread.exc_value)
