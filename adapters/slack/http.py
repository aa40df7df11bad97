"""How does Slack reach the bot over HTTP? The pages under ``/slack``: what Slack did not sign gets no further."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import Clock, SignatureVerifier
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from slack_bolt.async_app import AsyncApp
    from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
    from slack_bolt.response import BoltResponse
    from starlette.requests import Request

logger = logging.getLogger(__name__)

PARSED = "socket_mode"
"""Bolt's word for what comes parsed and proven."""
LARGEST_BODY = 1_000_000
"""Bytes. Slack's own payloads stay below: a view holds at most 250 kB."""
MOST_READ = 20_000_000
LONGEST_TIMESTAMP = 15
"""Digits: seconds for many million years. `int` and `float` refuse longer ones, which the verifier does not expect."""
_OK, _NO_TEXT, _NOT_SLACK, _TOO_LARGE = 200, 400, 401, 413


def pages(
    app: AsyncApp, signing_secret: str, flow: AsyncOAuthFlow | None = None, clock: Clock | None = None
) -> list[Route]:
    """Make the pages. Without a secret nothing is taken in, without an OAuth flow nobody can install."""
    verifier = SignatureVerifier(signing_secret, clock or Clock()) if signing_secret.strip() else None

    async def events(request: Request) -> Response:
        raw = await _read(request)
        if raw is None:
            return PlainTextResponse("too large\n", _TOO_LARGE)
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            return PlainTextResponse("not UTF-8\n", _NO_TEXT)
        if text.startswith("ssl_check="):  # Slack looks at the certificate and does not sign
            return Response(status_code=_OK)
        if verifier is None or not _is_signed(verifier, text, request.headers):
            return PlainTextResponse("not signed by Slack\n", _NOT_SLACK)
        body = parsed(text)
        if body is None:
            return PlainTextResponse("not understood\n", _NO_TEXT)
        try:
            return to_starlette_response(await app.async_dispatch(AsyncBoltRequest(body=body, mode=PARSED)))
        except Exception as error:  # noqa: BLE001 — Bolt stumbles over payloads without what it looks for
            logger.error("a payload was not understood: %s", type(error).__name__)  # noqa: TRY400 — and no more of it
            return PlainTextResponse("not understood\n", _NO_TEXT)

    routes = [Route("/slack/events", events, methods=["POST"])]
    if flow is not None:
        routes.append(Route("/slack/install", _handled_by(flow.handle_installation), methods=["GET"]))
        routes.append(Route("/slack/oauth_redirect", _handled_by(flow.handle_callback), methods=["GET"]))
    return routes


def parsed(text: str) -> dict[str, Any] | None:
    """Read a body: JSON, or a form with or without JSON in it; None for what is neither.

    Bolt 1.30 takes every body with the word *payload* in it for one of the second kind, and loses `/define payload`.
    """
    try:
        if text.startswith("{"):
            body = json.loads(text)
        else:
            fields = _fields(text)
            body = json.loads(fields["payload"]) if "payload" in fields else fields
    except (ValueError, RecursionError):
        return None
    return body if isinstance(body, dict) else None


def _is_signed(verifier: SignatureVerifier, text: str, headers: Mapping[str, str]) -> bool:
    """Tell whether Slack signed a body; whatever anybody else writes into the headers is a wrong signature."""
    timestamp, signature = (headers.get(f"x-slack-{name}", "") for name in ("request-timestamp", "signature"))
    is_written = timestamp.isdecimal() and len(timestamp) <= LONGEST_TIMESTAMP and signature.isascii()
    return is_written and verifier.is_valid(text, timestamp, signature)


def _fields(text: str) -> dict[str, str]:
    """Read a form; most of what Slack sends is not escaped, and `urllib.parse.parse_qsl` takes nearly twice as long."""
    pairs = (pair.partition("=") for pair in text.split("&"))
    return {_unescaped(name): _unescaped(value) for name, _, value in pairs}


def _unescaped(text: str) -> str:
    return unquote_plus(text) if "%" in text or "+" in text else text


def _handled_by(
    handle: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
) -> Callable[[Request], Awaitable[Response]]:
    async def page(request: Request) -> Response:
        query: dict[str, Sequence[str]] = {name: request.query_params.getlist(name) for name in request.query_params}
        headers: dict[str, str | Sequence[str]] = {**request.headers}
        return to_starlette_response(await handle(AsyncBoltRequest(body="", query=query, headers=headers)))

    return page


async def _read(request: Request) -> bytes | None:
    """Read a body; None for one that is too large, of which nothing is kept.

    It is read on for a while all the same: whoever sends it hears the answer only once they have sent it.
    """
    body, read = bytearray(), 0
    async for chunk in request.stream():
        read += len(chunk)
        if read <= LARGEST_BODY:
            body += chunk
        elif read > MOST_READ:
            break
    return bytes(body) if read <= LARGEST_BODY else None
