"""Only so much is remembered."""

from __future__ import annotations

from adapters.discord.remembering import MOST_REMEMBERED, Remembered


def test_only_so_much_is_remembered() -> None:
    """What was put in first is forgotten first."""
    kept: Remembered[int] = Remembered()
    for number in range(MOST_REMEMBERED + 1):
        kept.put(number, number)
    assert kept.get(0) is None
    assert kept.get(1) == 1
