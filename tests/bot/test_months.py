"""Counting in months."""

from __future__ import annotations

from datetime import date

import pytest

from bot.months import months_before


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        (date(2026, 11, 23), 12, date(2025, 11, 1)),
        (date(2026, 1, 31), 1, date(2025, 12, 1)),
        (date(2026, 12, 31), 0, date(2026, 12, 1)),
        (date(2026, 3, 31), 25, date(2024, 2, 1)),
    ],
)
def test_months_are_counted_back_to_their_first_day(today: date, months: int, first: date) -> None:
    """Over the turn of years."""
    assert months_before(today, months) == first
