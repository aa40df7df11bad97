"""What is in flight is waited for at the end, and not for ever."""

from __future__ import annotations

from adapters.discord.working import Work


async def test_the_end_waits_for_what_is_in_flight_and_no_longer_than_it_may() -> None:
    """Nothing in flight is nothing to wait for."""
    work = Work()
    assert await work.finished(1)
    with work:
        with work:
            assert not await work.finished(0)
        assert not await work.finished(0)
    assert await work.finished(1)
