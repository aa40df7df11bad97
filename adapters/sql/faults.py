"""What does a driver's error mean to the bot? The only place where one becomes a refusal of ours."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, PendingRollbackError, ProgrammingError
from sqlalchemy.exc import TimeoutError as NoConnectionError

from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator

PART = "database"
_OUR_MISTAKES = (IntegrityError, DataError, ProgrammingError)
"""What the database says of a statement that should not have been sent: bugs, and shown as such."""


@contextmanager
def refusing() -> Iterator[None]:
    """Turn locked, full, read-only, gone, restarted and failed over into `UnavailableError`, and let bugs through."""
    try:
        yield
    except _OUR_MISTAKES:
        raise
    except (
        DBAPIError,
        PendingRollbackError,
        NoConnectionError,
        OSError,
    ) as error:  # a refused connection is an OSError
        raise UnavailableError(PART) from error
