"""How is much made at once? When in a thread, and without Python looking for garbage meanwhile."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


WORTH_A_THREAD = 500
"""Concepts; from fewer something is made sooner than a thread has begun."""


@contextmanager
def growing() -> Iterator[None]:
    """Keep Python from searching for garbage while nothing but lasting objects are made: half the time of a reading."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
