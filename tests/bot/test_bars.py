"""Bars of letters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.bars import WIDTH, bar, chart


@given(st.integers(-5, 1000), st.integers(-5, 1000))
def test_a_bar_has_one_width(part: int, whole: int) -> None:
    """Empty only for nothing, and full only for all."""
    drawn = bar(part, whole)
    assert len(drawn) == WIDTH
    assert ("█" not in drawn) == (part <= 0 or whole <= 0)
    assert ("░" not in drawn) == (0 < whole <= part)


def test_numbers_stand_below_each_other() -> None:
    """The largest is the whole unless one is given; a label stays on its line."""
    assert chart([("many", 10), ("a few\nmore", 3)]).text == "██████████ 10  many\n███░░░░░░░  3  a few more"
    assert chart([("half", 5)], 10).text == "█████░░░░░ 5  half"
    assert chart([]).text == ""
