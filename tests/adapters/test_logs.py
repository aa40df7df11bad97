"""No secret leaves the process in a log."""

from __future__ import annotations

import io
import logging
import subprocess
import sys

import pytest

from adapters.logs import HIDDEN, Discreet, hidden, secrets_in

SLACK = "xoxb-1234567890-ABCDEFabcdef"
DISCORD = "MTAxNTg0NzA2NTU1Nzg5MzE0MA.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"
RESPONSE = "https://hooks.slack.com/commands/T0123/456/AbCdEf"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"token={SLACK}, retry", f"token={HIDDEN}, retry"),
        ("xapp-1-A0B1-42-deadbeef", HIDDEN),
        ("xoxe.xoxp-1-Mi0yLTEyMw and xoxe-1-My0x", f"{HIDDEN} and {HIDDEN}"),
        (f"'{DISCORD}'", f"'{HIDDEN}'"),
        ("/webhooks/42/aW50ZXJhY3Rpb246MTIz/messages/@original", f"/webhooks/{HIDDEN}/messages/@original"),
        ("token aW50ZXJhY3Rpb246MTIzOmFiYw==", f"token {HIDDEN}"),
        (f"POST {RESPONSE} 404", f"POST https://hooks.slack.com/{HIDDEN} 404"),
        ("postgres://malmoi:p%40ss@db:5432/malmoi", f"postgres://{HIDDEN}@db:5432/malmoi"),
        ("{'Authorization': 'Bearer abcdefghijklmnop1234'}", f"{{'Authorization': 'Bearer {HIDDEN}'}}"),
        ("Authorization: Bot abcdefghijklmnop1234", f"Authorization: Bot {HIDDEN}"),
        (repr(f"a\n{SLACK}"), rf"'a\n{HIDDEN}'"),
        (repr(f"a\n{DISCORD}"), rf"'a\n{HIDDEN}'"),
        (repr("a\nxapp-1-A0B1-42-deadbeef"), rf"'a\n{HIDDEN}'"),
        (f"token_{SLACK} BOT_{DISCORD}", f"token_{HIDDEN} BOT_{HIDDEN}"),
        (f"token%3D{SLACK}", f"token%3D{HIDDEN}"),
        (RESPONSE.replace("/", r"\/"), rf"https:\/\/hooks.slack.com\/{HIDDEN}"),
        (RESPONSE.replace("/", "%2F").replace(":", "%3A"), f"https%3A%2F%2Fhooks.slack.com%2F{HIDDEN}"),
        ("https://hooks.slack-gov.com/services/T0/B0/AbC", f"https://hooks.slack-gov.com/{HIDDEN}"),
        ("postgres://malmoi:p@ss@db:5432/malmoi", f"postgres://{HIDDEN}@db:5432/malmoi"),
        ("host=db password=hunter2 user=malmoi", f"host=db password={HIDDEN} user=malmoi"),
        ("code=1&client_secret=8f742231&b=c", f"code=1&client_secret={HIDDEN}&b=c"),
        (
            "wss://wss-primary.slack.com/link/?ticket=a-b-c&app_id=d",
            f"wss://wss-primary.slack.com/link/?ticket={HIDDEN}&app_id=d",
        ),
    ],
)
def test_what_looks_like_a_secret_is_hidden(text: str, expected: str) -> None:
    """Tokens of both platforms, the addresses that answer in somebody's name, and passwords in addresses."""
    assert hidden(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "adapters.slack.platform: it ended; again in 1 s",
        "a8c41f02: KeyError at /app/bot/carrying.py:120 carry_out < /app/bot/conversation.py:88 _answer",
        "https://example.com/a/b?c=d mail somebody@example.com",
        "discord.gateway: Shard ID None has connected to Gateway (Session ID: 8e2fe5c81c9a4e6f9a).",
        "Bot users are not greeted",
        "linuxapp-1 asks matrixapp-server",
        "tests.adapters.discord.test_conversing_with_somebody.module.a_function_with_quite_a_long_name",
        "https://docs.slack.com/reference/methods/users.info",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    """A log that hides too much helps nobody."""
    assert hidden(text) == text


def test_settings_are_hidden_whatever_they_look_like() -> None:
    """Each key of several, and the longer one of two that overlap; nothing so short that it is an ordinary word."""
    environment = {
        "SLACK_SIGNING_SECRET": "8f742231b10e",
        "MALMOI_SECRET_KEY": "first-key-1,second-key",
        "HOME": "/home/me",
    }
    secrets = secrets_in({**environment, "SLACK_CLIENT_SECRET": "short"})
    assert hidden("8f742231b10e second-key /home/me short", secrets) == f"{HIDDEN} {HIDDEN} /home/me short"
    overlapping = Discreet({"8f742231", "8f742231b10e"})
    assert overlapping.format(_record("8f742231b10e!")).endswith(f": {HIDDEN}!")


def test_the_password_of_the_database_is_hidden_however_it_is_written() -> None:
    """As it stands in the address, as it is meant there, and as it stands in a query; the rest of the address stays."""
    secrets = secrets_in({"DATABASE_URL": "postgres://malmoi:a/b%20c@d:efgh@db/malmoi"})
    said = "a/b%20c@d:efgh; a/b c@d:efgh; a%2Fb%2520c%40d%3Aefgh; malmoi at db"
    assert hidden(said, secrets) == f"{HIDDEN}; {HIDDEN}; {HIDDEN}; malmoi at db"


def test_what_goes_wrong_while_logging_or_reaches_nobody_is_no_way_around() -> None:
    """A line with wrong arguments, a thread that fails, an error in a finalizer: Python shows them as they are."""
    script = f"""if True:
        import logging, threading; from adapters import logs; logs.begin({{}})
        logging.getLogger("a library").error("%d", "{SLACK}")
        def fail(*_): raise ValueError("{DISCORD}")
        class Lost: __del__ = fail
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        Lost()
    """
    process = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, encoding="utf-8")
    assert "ERROR a library: what <string>:3 logs is not understood\n" in process.stderr
    assert "ERROR adapters.logs: a thread ended\n" in process.stderr
    assert "ERROR adapters.logs: an error reached nobody\n" in process.stderr
    assert process.stderr.count(f"ValueError: {HIDDEN}\n") == 2
    assert not [secret for secret in (SLACK, DISCORD) if secret in process.stderr]


def test_arguments_and_tracebacks_are_looked_through() -> None:
    """Wherever in a line a library puts it."""
    paper = io.StringIO()
    handler = logging.StreamHandler(paper)
    handler.setFormatter(Discreet())
    logger = logging.getLogger("a library of a test")
    logger.addHandler(handler)
    logger.propagate = False
    logger.warning("retrying with %s", {"token": SLACK})
    error = ValueError(f"refused: {DISCORD}")
    error.__cause__ = RuntimeError(RESPONSE)
    logger.error("it failed", exc_info=error)
    written = paper.getvalue()
    assert f"WARNING a library of a test: retrying with {{'token': '{HIDDEN}'}}\n" in written
    assert f"ValueError: refused: {HIDDEN}\n" in written
    assert written.count(HIDDEN) == 3
    assert not [secret for secret in (SLACK, DISCORD, RESPONSE) if secret in written]


def test_the_program_logs_discreetly() -> None:
    """Everything that reaches the root, Python's own warnings, and what ends it."""
    script = (
        "import logging, os, warnings; from adapters import logs; logs.begin(os.environ); "
        f"logging.getLogger('some.library').error('%s 8f742231b10e', '{SLACK}'); warnings.warn('{SLACK}'); "
        f"raise ValueError('{DISCORD}')"
    )
    process = subprocess.run(
        [sys.executable, "-W", "default", "-c", script],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={"SLACK_SIGNING_SECRET": "8f742231b10e"},
    )
    lines = process.stderr.splitlines()
    assert lines[0] == f"ERROR some.library: {HIDDEN} {HIDDEN}"
    assert lines[1].startswith("WARNING py.warnings:")
    assert lines[-1] == f"ValueError: {HIDDEN}"
    assert not [secret for secret in (SLACK, DISCORD) if secret in process.stderr]


def _record(message: str) -> logging.LogRecord:
    return logging.LogRecord("test", logging.WARNING, __file__, 1, message, None, None)
