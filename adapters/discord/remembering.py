"""What need not be asked again? The latest of many things about people, within bounds."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

MOST_REMEMBERED = 10_000
"""People, of whom it is remembered what need not be asked again."""

Value = TypeVar("Value")


class Remembered(Generic[Value]):
    """The latest of many, each by its key; the oldest is forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int | str, Value] = OrderedDict()

    def get(self, key: int | str) -> Value | None:
        """Give what is remembered."""
        return self._kept.get(key)

    def put(self, key: int | str, value: Value) -> None:
        """Remember, in the place of what was remembered before."""
        self._kept[key] = value
        self._kept.move_to_end(key)
        if len(self._kept) > MOST_REMEMBERED:
            self._kept.popitem(last=False)

    def drop(self, key: int | str) -> None:
        """Forget."""
        self._kept.pop(key, None)
