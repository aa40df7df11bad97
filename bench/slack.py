"""How much does an answer cost on Slack? Beside a Bolt app that acknowledges the same blocks as a constant.

Both run as processes of their own on the same server (Starlette on uvicorn), and are asked in turns over as many
connections, so that whatever else the machine does slows both. The bot is `malmoi run slack` as it is, on 10 000
concepts; the other is Bolt as its documentation has it, with `process_before_response=True` and an `authorize` that is
a constant, too. Run by ``make bench``; ``python -m bench.slack --profile`` says what the bot's time is spent on.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import hmac
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from contextlib import asynccontextmanager, contextmanager
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from aiohttp import web

from adapters.sql.maintaining import migrate
from adapters.sql.settings import Settings
from bench.storage import LARGE, change_of, concepts_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from starlette.requests import Request
    from starlette.responses import Response

    from glossary.concept import Concept

SECRET, TOKEN = "bench-secret", "xoxb-bench"
ROUNDS, REQUESTS, WARM = 8, 250, 150
WARM_NAMES = 100
"""Names that are asked again and again, where what is asked was answered before."""
CONNECTIONS = (1, 16)
TARGET = 0.8


def main() -> None:
    """Measure, or serve the constant."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--constant", type=int, metavar="PORT", help="serve the constant (used by this script)")
    arguments.add_argument("--profile", action="store_true", help="say what the bot's time is spent on")
    chosen = arguments.parse_args()
    if chosen.constant:
        serve_constant(chosen.constant)
    elif chosen.profile:
        with tempfile.TemporaryDirectory(prefix="malmoi-") as folder:
            asyncio.run(profiled(f"sqlite:///{folder}/bench.sqlite3"))
    else:
        for name, url in engines():
            print(f"{name}, {LARGE} concepts")
            asyncio.run(measured(url))


@contextmanager
def engines_in(folder: Path) -> Iterator[list[tuple[str, str]]]:
    """Give a database of each engine; PostgreSQL where it is."""
    found = [("SQLite", f"sqlite:///{folder / 'bench.sqlite3'}")]
    address = os.environ.get("TEST_DATABASE_URL")
    if address is None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it wants XDG_RUNTIME_DIR, and does without
            try:
                server = import_module("pgserver").get_server(folder / "pg", cleanup_mode="delete")
            except ImportError:
                yield found
                return
            address = server.get_uri()
    yield [*found, ("PostgreSQL", address)]


def engines() -> Iterator[tuple[str, str]]:
    """Go through the engines, each with an empty database."""
    with tempfile.TemporaryDirectory(prefix="malmoi-") as folder, engines_in(Path(folder)) as found:
        yield from found


async def measured(url: str) -> None:
    """Measure one engine and print a table."""
    concepts = concepts_of(LARGE)
    await fill(url, concepts)
    async with web_api() as api, served_bot(url, api) as bot:
        for kind, questions in questions_of(concepts).items():
            example = await answer_of(bot, questions[0])
            async with served_constant(example) as constant:
                for connections in CONNECTIONS:
                    await compare(kind, connections, questions, bot, constant)


async def compare(kind: str, connections: int, questions: Sequence[str], bot: int, constant: int) -> None:
    """Ask both in turns, and print what came of it."""
    ours, theirs = Timing(), Timing()
    for port in (bot, constant):
        await asked(port, questions[:WARM], connections, Timing())
    for number in range(ROUNDS):
        part = questions[WARM + number * REQUESTS : WARM + (number + 1) * REQUESTS]
        for port, timing in ((bot, ours), (constant, theirs)):
            await asked(port, part, connections, timing)
    ratio = median(a / b for a, b in zip(ours.rates, theirs.rates, strict=True))
    target = f"  target ≥ {TARGET}" if kind == "exact" else ""
    print(
        f"  {kind:<17}{connections:>3} connections: {ours.rate:>6.0f} requests/s beside {theirs.rate:>6.0f}:"
        f" {ratio:.2f}{target}   p50 {ours.at(50):.2f} beside {theirs.at(50):.2f} ms,"
        f" p99 {ours.at(99):.2f} beside {theirs.at(99):.2f} ms"
    )


class Timing:
    """What a server took."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.rates: list[float] = []

    @property
    def rate(self) -> float:
        """Give the requests a second, in the middle of the rounds."""
        return median(self.rates)

    def at(self, percent: int) -> float:
        """Give milliseconds that so many percent of the answers took at most."""
        return sorted(self.seconds)[min(len(self.seconds) * percent // 100, len(self.seconds) - 1)] * 1000


async def asked(port: int, questions: Sequence[str], connections: int, timing: Timing) -> None:
    """Ask all of it over so many connections, each of which waits for an answer before it asks again."""
    waiting = [request_of(text) for text in questions]
    begun = perf_counter()

    async def one() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while waiting:
            request = waiting.pop()
            at = perf_counter()
            writer.write(request)
            await answered(reader)
            timing.seconds.append(perf_counter() - at)
        writer.close()
        await writer.wait_closed()

    await asyncio.gather(*(one() for _ in range(connections)))
    timing.rates.append(len(questions) / (perf_counter() - begun))


async def answered(reader: asyncio.StreamReader) -> bytes:
    """Read one answer."""
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(head.decode())
    length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    return await reader.readexactly(int(length.partition(b":")[2]))


async def answer_of(port: int, text: str) -> dict[str, Any]:
    """Ask once, until the bot has read its glossary, and give the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    raw = b""
    while b"actions" not in raw:  # the first question loads the glossary, and may be answered later
        await asyncio.sleep(1)
        writer.write(request_of(text))
        raw = await answered(reader)
    writer.close()
    await writer.wait_closed()
    found: dict[str, Any] = json.loads(raw)
    return found


def request_of(text: str) -> bytes:
    """Write a command as Slack posts it."""
    fields = {
        "token": "x",
        "team_id": "T1",
        "team_domain": "bench",
        "channel_id": "C1",
        "channel_name": "general",
        "user_id": "U1",
        "user_name": "u1",
        "command": "/define",
        "text": text,
        "api_app_id": "A1",
        "is_enterprise_install": "false",
        "response_url": "https://hooks.slack.com/commands/T1/1/1",
        "trigger_id": "1.2.3",
    }
    body = urlencode(fields).encode()
    stamp = str(int(time.time()))
    signature = hmac.new(SECRET.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    head = (
        "POST /slack/events HTTP/1.1",
        "Host: 127.0.0.1",
        "Accept: */*",
        "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)",
        "Content-Type: application/x-www-form-urlencoded",
        f"X-Slack-Request-Timestamp: {stamp}",
        f"X-Slack-Signature: v0={signature}",
        f"Content-Length: {len(body)}",
    )
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def questions_of(concepts: Sequence[Concept]) -> dict[str, list[str]]:
    """Draw questions of each kind; those that are new are not asked twice, the others were answered before."""
    draw = random.Random(7)
    number = WARM + ROUNDS * REQUESTS
    names = [concept.headword.text for concept in draw.sample(list(concepts), number)]
    unknown = ["".join(draw.choices("bcdfghjklmnpqrstvwxyz", k=9)) for _ in range(number)]
    new = {"exact": names, "misspelt": [_misspelt(name, draw) for name in names], "unknown": unknown}
    again = {kind: _again(texts[:WARM_NAMES], number, draw) for kind, texts in new.items()}
    return again | {f"{kind}, new": texts for kind, texts in new.items()}


def _again(texts: Sequence[str], number: int, draw: random.Random) -> list[str]:
    return [*texts, *draw.choices(texts, k=number - len(texts))]


def _misspelt(name: str, draw: random.Random) -> str:
    at = draw.randrange(1, 4)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


async def fill(url: str, concepts: Sequence[Concept]) -> None:
    """Make a database with the concepts in the home glossary."""
    settings = Settings.of({"DATABASE_URL": url})
    await migrate(settings)
    store = settings.store_on(settings.database())
    from bot.conversation import utc_now  # noqa: PLC0415 — only here
    from bot.housing import Housing  # noqa: PLC0415 — only here
    from bot.requests import WorkspaceId  # noqa: PLC0415 — only here

    home = WorkspaceId("slack:T1")
    await Housing(store, {home}, tuple, utc_now).glossary_of(home)
    await store.commit(change_of(concepts))
    await store.close()


@asynccontextmanager
async def web_api() -> AsyncIterator[str]:
    """Serve what the bot asks of Slack."""

    async def answer(request: web.Request) -> web.Response:
        said = {
            "auth.test": {"team_id": "T1", "user_id": "UBOT"},
            "users.info": {"user": {"id": "U1", "team_id": "T1", "locale": "en-US"}},
            "chat.postEphemeral": {},
        }[request.match_info["method"]]
        return web.json_response({"ok": True, **said})

    app = web.Application()
    app.router.add_route("*", "/api/{method}", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    await runner.cleanup()


@asynccontextmanager
async def served_bot(url: str, api: str) -> AsyncIterator[int]:
    """Run the bot."""
    port = _free_port()
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "SLACK_API_URL": api,
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_SIGNING_SECRET": SECRET,
        "HOST": "127.0.0.1",
        "PORT": str(port),
    }
    async with _running([str(Path(sys.executable).with_name("malmoi")), "run", "slack"], port, environment):
        yield port


@asynccontextmanager
async def served_constant(example: dict[str, Any]) -> AsyncIterator[int]:
    """Run the app that answers with a constant."""
    port = _free_port()
    command = [sys.executable, "-m", "bench.slack", "--constant", str(port)]
    async with _running(command, port, {**os.environ, "CONSTANT": json.dumps(example)}):
        yield port


@asynccontextmanager
async def _running(command: Sequence[str], port: int, environment: dict[str, str]) -> AsyncIterator[None]:
    process = subprocess.Popen(command, env=environment, cwd=Path(__file__).parent.parent)  # noqa: ASYNC220, S603 — our own
    try:
        for _ in range(600):
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.sleep(0.1)
            else:
                writer.close()
                break
        yield
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def serve_constant(port: int) -> None:
    """Serve a Bolt app as its documentation has it, whose only command is answered with a constant."""
    import uvicorn  # noqa: PLC0415 — only in this process
    from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler  # noqa: PLC0415 — as above
    from slack_bolt.async_app import AsyncApp  # noqa: PLC0415 — as above
    from slack_bolt.authorization import AuthorizeResult  # noqa: PLC0415 — as above
    from starlette.applications import Starlette  # noqa: PLC0415 — as above
    from starlette.routing import Route  # noqa: PLC0415 — as above

    constant = json.loads(os.environ["CONSTANT"])
    authorized = AuthorizeResult(enterprise_id=None, team_id="T1", bot_token=TOKEN, bot_user_id="UBOT")

    async def authorize(**_: Any) -> AuthorizeResult:  # noqa: ANN401 — whatever Bolt hands over
        return authorized

    app = AsyncApp(signing_secret=SECRET, authorize=authorize, process_before_response=True)

    @app.command("/define")
    async def define(ack: Any) -> None:  # noqa: ANN401 — Bolt's
        await ack(**constant)

    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    pages = Starlette(routes=[Route("/slack/events", events, methods=["POST"])])
    uvicorn.run(pages, host="127.0.0.1", port=port, access_log=False, log_level="warning", lifespan="off")


async def profiled(url: str) -> None:
    """Ask the bot in this process, and print where its time goes."""
    import cProfile  # noqa: PLC0415 — only here
    import pstats  # noqa: PLC0415 — only here

    from slack_bolt.request.async_request import AsyncBoltRequest  # noqa: PLC0415 — only here

    from adapters.assembling import bot_on_database, platform_of  # noqa: PLC0415 — only here
    from adapters.slack.http import PARSED, parsed  # noqa: PLC0415 — only here

    concepts = concepts_of(LARGE)
    await fill(url, concepts)
    bodies = [request_of(text).partition(b"\r\n\r\n")[2].decode() for text in questions_of(concepts)["exact"]]
    async with web_api() as api:
        environment = {
            "DATABASE_URL": url,
            "SLACK_API_URL": api,
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_SIGNING_SECRET": SECRET,
        }
        async with bot_on_database(environment, tuple) as bot:
            platform: Any = platform_of("slack", bot, environment)

            async def ask(body: str) -> None:
                await platform.app.async_dispatch(AsyncBoltRequest(body=parsed(body) or {}, mode=PARSED))

            for body in bodies[:WARM]:
                await ask(body)
            profile = cProfile.Profile()
            profile.enable()
            for body in bodies[WARM:]:
                await ask(body)
            profile.disable()
            await platform.stop()
    pstats.Stats(profile).sort_stats("cumulative").print_stats("adapters|bot|glossary|slack_bolt", 45)


if __name__ == "__main__":
    main()
