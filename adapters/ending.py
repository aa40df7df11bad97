"""How does a command do its work, and how does it end when it cannot? With one line that says why, and an exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable, Coroutine

Value = TypeVar("Value")

NOT_FOUND = 1
WRONG_USE = 2


def done(work: Callable[[], Coroutine[Any, Any, Value]], loops: Callable[[], AbstractEventLoop] | None = None) -> Value:
    """Do asynchronous work; a wrong setting, or a database that is away or unknown, is one line and no traceback."""
    import asyncio  # noqa: PLC0415 — see the command line

    from glossary.errors import MalformedError, UnavailableError  # noqa: PLC0415 — see the command line

    try:
        with asyncio.Runner(loop_factory=loops) as runner:
            return runner.run(work())
    except MalformedError as error:
        give_up(f"{error.field}: {error.rule}")
    except ModuleNotFoundError as error:  # the driver of a database that not everybody needs
        give_up(f"{error.name} is not installed. Install malmoi[postgres] for PostgreSQL.")
    except UnavailableError as error:
        give_up("Run malmoi migrate first." if error.part == "schema" else f"The {error.part} does not answer.")


def warn(sentence: str) -> None:
    """Say something beside the answer."""
    from bot.harmless import one_line  # noqa: PLC0415 — see the command line

    click.echo(one_line(sentence), err=True)


def give_up(reason: str) -> NoReturn:
    """Say why it does not go on, and end."""
    warn(reason)
    sys.exit(WRONG_USE)
