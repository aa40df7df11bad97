"""Whose glossary it is, and what becomes of it when its workspace removes the bot."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from adapters.memory import MemoryStore
from bot.housing import Housing
from bot.keeping import HOME, GlossaryId
from bot.requests import WorkspaceId
from tests.fakes import NOON
from tests.terms import TERMS

if TYPE_CHECKING:
    import pytest

T1, T2 = WorkspaceId("slack:T1"), WorkspaceId("slack:T2")
DAYS = timedelta(days=1)


async def test_what_left_is_deleted_after_a_month_and_named_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """One line a glossary; what came back, and what is at home, stays."""
    store, now = MemoryStore(TERMS), NOON
    housing = Housing(store, {T2}, lambda: TERMS, lambda: now)
    assert [await housing.glossary_of(one) for one in (T1, T2)] == [GlossaryId(T1), HOME]
    await housing.left(T1, now)
    await housing.left(T2, now)
    now += 30 * DAYS
    await housing.purge_removed()
    assert await store.glossary_of(T1) == GlossaryId(T1)
    await housing.came_back(T1)
    now += DAYS
    await housing.purge_removed()
    assert await store.glossary_of(T1) == GlossaryId(T1)
    await housing.left(T1, NOON)
    await housing.purge_removed()
    assert await store.glossary_of(T1) is None
    assert await store.glossary_of(T2) == HOME
    assert [record.getMessage() for record in caplog.records] == [
        "glossary slack:T1 is deleted: its workspace removed the bot"
    ]
