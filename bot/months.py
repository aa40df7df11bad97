"""Which month is it? Counting in months, which are not all equally long."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MONTHS_A_YEAR = 12


def months_before(today: date, months: int) -> date:
    """Tell the first day of the month that lies so many months back."""
    number = today.year * MONTHS_A_YEAR + today.month - 1 - months
    return today.replace(year=number // MONTHS_A_YEAR, month=number % MONTHS_A_YEAR + 1, day=1)
