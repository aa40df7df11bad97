"""What a store of notices promises: each is said by one process, and never twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.keeping import HOME, GlossaryId, Holder
from tests.adapters.promises.changes import MINUTE, NOON, change, concept, notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.keeping import Notice
    from bot.ports import Store

FIRST, SECOND = Holder("p1"), Holder("p2")
LATER = NOON + MINUTE


@pytest.fixture
async def posted(store: Store) -> Store:
    """Give a store with three notices for Slack, one of them not due yet, and one for Discord."""
    await store.commit(change(concept("a"), notices=(notice("b"), notice("a", due=NOON - MINUTE))))
    await store.post_notices(HOME, [notice("c", due=LATER), notice("d", "discord:42:7"), notice("a", "slack:T1:U9")])
    return store


def keys(leased: Sequence[tuple[GlossaryId, Notice]]) -> list[str]:
    """Name the notices that were leased."""
    return [one.key for _, one in leased]


async def test_notices_that_are_due_are_leased_in_order(posted: Store) -> None:
    """Of the platform that was asked for; the glossary and the whole notice come with it."""
    leased = await posted.lease_notices("slack", FIRST, NOON, LATER)
    assert leased == [(HOME, notice("a", due=NOON - MINUTE)), (HOME, notice("b"))]
    assert keys(await posted.lease_notices("discord", FIRST, NOON, LATER)) == ["d"]


async def test_what_is_due_for_one_recipient_leaves_the_others_waiting(posted: Store) -> None:
    """A recipient whose name begins alike is another one."""
    await posted.post_notices(HOME, [notice("e", "slack:T1:U11")])
    assert keys(await posted.lease_notices("slack:T1:U1", FIRST, NOON, LATER)) == ["a", "b"]
    assert keys(await posted.lease_notices("slack", SECOND, NOON, LATER)) == ["e"]


async def test_a_leased_notice_is_nobody_elses_until_the_lease_runs_out(posted: Store) -> None:
    """Then another process takes it over, and the first one may not send it any more."""
    assert keys(await posted.lease_notices("slack", FIRST, NOON, LATER, limit=1)) == ["a"]
    assert keys(await posted.lease_notices("slack", SECOND, NOON, LATER + MINUTE)) == ["b"]
    assert keys(await posted.lease_notices("slack", SECOND, LATER, LATER + MINUTE)) == ["a", "c"]
    assert not await posted.begin_notice(HOME, notice("a").key, FIRST, LATER)
    assert await posted.begin_notice(HOME, notice("a").key, SECOND, LATER)


async def test_a_notice_is_begun_once(posted: Store) -> None:
    """Only by who holds it; and what was begun is never handed out again, whatever became of its process."""
    await posted.lease_notices("slack", FIRST, NOON, LATER, limit=1)
    assert not await posted.begin_notice(HOME, notice("a").key, SECOND, NOON)
    assert not await posted.begin_notice(HOME, notice("unknown").key, FIRST, NOON)
    assert await posted.begin_notice(HOME, notice("a").key, FIRST, NOON)
    assert not await posted.begin_notice(HOME, notice("a").key, FIRST, NOON)
    assert keys(await posted.lease_notices("slack", SECOND, LATER + MINUTE, LATER + 2 * MINUTE)) == ["b", "c"]


async def test_a_notice_that_was_certainly_not_sent_can_be_put_back(posted: Store) -> None:
    """It is due again when it is said to be, for everybody."""
    await posted.lease_notices("slack", FIRST, NOON, LATER)
    await posted.begin_notice(HOME, notice("a").key, FIRST, NOON)
    await posted.put_notice_back(HOME, notice("a").key, LATER)
    assert keys(await posted.lease_notices("slack", SECOND, NOON, LATER)) == []
    assert keys(await posted.lease_notices("slack", SECOND, LATER, LATER + MINUTE)) == ["b", "a", "c"]


async def test_a_finished_notice_keeps_its_key_until_it_is_purged(posted: Store) -> None:
    """The same notice caused again is not said again."""
    await posted.lease_notices("slack", FIRST, NOON, LATER)
    await posted.finish_notice(HOME, notice("a").key, NOON)
    await posted.post_notices(HOME, [notice("a")])
    await posted.purge_notices(NOON)
    assert keys(await posted.lease_notices("slack", SECOND, LATER, LATER + MINUTE)) == ["b", "c"]
    await posted.purge_notices(LATER)
    await posted.post_notices(HOME, [notice("a")])
    assert keys(await posted.lease_notices("slack", SECOND, LATER, LATER + MINUTE)) == ["a"]


async def test_nothing_to_post_is_nothing(posted: Store) -> None:
    """An empty list of notices is no error."""
    await posted.post_notices(HOME, [])
    assert keys(await posted.lease_notices("nowhere", FIRST, NOON, LATER)) == []
