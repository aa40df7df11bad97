"""How are pages served? Three of our own, what platforms mount beside them, and an end that loses no request."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from glossary.errors import MalformedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from starlette.requests import Request as HttpRequest
    from starlette.routing import BaseRoute

    from adapters.web.numbers import Numbers

EVERYWHERE = "0.0.0.0"  # noqa: S104 — a container is reached from outside only so; HOST says otherwise
DEFAULT_PORT = 8080
GRACE = 4
"""Seconds that requests in flight have to be answered."""
LARGEST_PORT = 65_535
BACKLOG = 2048
"""Connections that wait to be taken; uvicorn's own number."""
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
"""Of Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/."""


def pages(numbers: Numbers, unready: Callable[[], Sequence[str]], platforms: Sequence[BaseRoute]) -> Starlette:
    """Make the application; `unready` names what cannot answer now."""

    async def alive(_: HttpRequest) -> Response:
        return PlainTextResponse("alive\n")

    async def ready(_: HttpRequest) -> Response:
        missing = unready()
        return PlainTextResponse(f"not ready: {', '.join(missing)}\n", 503) if missing else PlainTextResponse("ready\n")

    async def metrics(_: HttpRequest) -> Response:
        unready()
        return Response(numbers.written(), media_type=METRICS_TYPE)

    own = [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]
    return Starlette(routes=[*platforms, *own])  # they are tried in this order, and platforms are in a hurry


def address_in(environment: Mapping[str, str]) -> tuple[str, int]:
    """Read ``HOST`` and ``PORT``.

    Raises:
        MalformedError: The port is none.
    """
    written = environment.get("PORT") or str(DEFAULT_PORT)
    if not written.isdecimal() or int(written) > LARGEST_PORT:
        raise MalformedError("not a port", "PORT")
    return environment.get("HOST") or EVERYWHERE, int(written)


def listening(host: str, port: int) -> socket.socket:
    """Open a socket that takes connections; port 0 lets the system choose.

    Raises:
        MalformedError: The address is taken, or is not one of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise MalformedError(f"{host}:{port} cannot be listened on ({error.strerror})", "PORT") from error
    # What is accepted inherits this. asyncio sets it by itself only on sockets that say that they are TCP, which those
    # of `create_server` do not: then the end of every answer waits 40 ms for the acknowledgement of its beginning.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


class Server(uvicorn.Server):
    """Serves until it is told to stop; signals are the business of whoever runs it."""

    def __init__(self, application: Starlette, listener: socket.socket) -> None:
        settings = uvicorn.Config(
            application,
            log_config=None,
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )
        super().__init__(settings)
        self._listener = listener

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield

    async def run_until_stopped(self) -> None:
        """Serve; after `stop`, take nothing new and end once the requests in flight are answered."""
        await self.serve([self._listener])

    def stop(self) -> None:
        """Let `run_until_stopped` end."""
        self.should_exit = True
