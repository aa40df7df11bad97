"""How is something asked of Slack? Every call of its Web API: with a time limit, as patient as Slack wants it."""

from __future__ import annotations

import asyncio
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from slack_sdk.web.async_client import AsyncWebClient

AT_ONCE = 2.0
"""Seconds for what must happen before an acknowledgement, for which Slack waits three."""
LATER = 60.0
"""Seconds for what nobody waits for."""
RATE_LIMITED = "ratelimited"
TIMED_OUT = "timed_out"


@dataclass(eq=False)
class CallError(Exception):
    """A call failed: with Slack's own word for the reason, or `timed_out`, or the kind of error of the network."""

    method: str
    reason: str
    is_certain: bool
    """Whether it is known that Slack did nothing."""
    retry_after: float = 0.0
    """Seconds."""


class Calls:
    """Calls methods of the Web API with whichever token; waits and calls again when Slack says so (429, Retry-After).

    slack_sdk's own handler for this waits however long it is told to, and then nobody knows whether the call was made.
    """

    def __init__(
        self,
        client: AsyncWebClient,
        session: aiohttp.ClientSession,
        pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._client = client
        self._session = session
        self._pause = pause

    async def call(self, token: str, method: str, limit: float = LATER, **arguments: Any) -> Mapping[str, Any]:  # noqa: ANN401 — whatever a method takes
        """Call a method.

        Raises:
            CallError: It failed.
        """
        try:
            async with asyncio.timeout(limit):
                return await self._patiently(token, method, limit, arguments)
        except TimeoutError as error:
            raise CallError(method, TIMED_OUT, is_certain=False) from error
        except (SlackClientError, aiohttp.ClientError, OSError) as error:
            is_certain = isinstance(error, aiohttp.ClientConnectorError)
            raise CallError(method, type(error).__name__, is_certain) from error

    async def respond(self, address: str, payload: Mapping[str, Any], limit: float = LATER) -> None:
        """Post to a response_url.

        Raises:
            CallError: It failed: used five times already, older than half an hour, or not to be reached.
        """
        timeout = aiohttp.ClientTimeout(total=limit)
        try:
            async with self._session.post(address, json=payload, timeout=timeout, allow_redirects=False) as response:
                if response.status != 200:  # noqa: PLR2004 — HTTP: OK
                    raise CallError("response_url", str(response.status), is_certain=True)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise CallError("response_url", type(error).__name__, is_certain=False) from error

    async def fetched(self, token: str, address: str, most: int, limit: float = LATER) -> bytes:
        """Read a file that somebody handed over; at most so many bytes and one more, by which a larger one is known.

        Raises:
            CallError: It is not to be had.
        """
        headers = {"Authorization": f"Bearer {token}"}
        timeout = aiohttp.ClientTimeout(total=limit)
        try:
            async with self._session.get(address, headers=headers, timeout=timeout, allow_redirects=False) as response:
                if response.status != 200:  # noqa: PLR2004 — HTTP: OK; a redirection leads to a page for signing in
                    raise CallError("file", str(response.status), is_certain=True)
                return await _read(response, most + 1)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise CallError("file", type(error).__name__, is_certain=True) from error

    async def put(self, address: str, raw: bytes, limit: float = LATER) -> None:
        """Hand a file over, to the address that Slack gave for it.

        Raises:
            CallError: It failed.
        """
        timeout = aiohttp.ClientTimeout(total=limit)
        try:
            async with self._session.post(address, data=raw, timeout=timeout) as response:
                if response.status != 200:  # noqa: PLR2004 — HTTP: OK
                    raise CallError("upload", str(response.status), is_certain=True)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise CallError("upload", type(error).__name__, is_certain=False) from error

    async def _patiently(
        self, token: str, method: str, limit: float, arguments: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        """Call, and call again after a pause as long as that is within the limit."""
        written = {name: _written(value) for name, value in arguments.items() if value is not None}
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        while True:
            try:
                response = await self._client.api_call(method, data=written, headers=dict(headers))
            except SlackApiError as error:
                failed = _failed(method, error)
                if failed.reason != RATE_LIMITED or failed.retry_after >= limit:
                    raise failed from error
                await self._pause(failed.retry_after)
                limit -= failed.retry_after
            else:
                return response.data if isinstance(response.data, dict) else {}


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    raw = bytearray()
    async for chunk in response.content.iter_chunked(65536):
        raw += chunk[: most - len(raw)]
        if len(raw) >= most:
            break
    return bytes(raw)


def _failed(method: str, error: SlackApiError) -> CallError:
    response = error.response
    if getattr(response, "status_code", 200) == 429:  # noqa: PLR2004 — HTTP: too many requests
        asked = str(response.headers.get("Retry-After", "1"))
        return CallError(method, RATE_LIMITED, is_certain=True, retry_after=float(asked) if asked.isdecimal() else 1.0)
    reason = response.get("error") if hasattr(response, "get") else None
    is_certain = getattr(response, "status_code", math.inf) < 500  # noqa: PLR2004 — HTTP: the server's own faults
    return CallError(method, str(reason or "unknown"), is_certain)


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
