"""What a store of counts promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.counts import Asking, Gap, Lookup, Outcome, Tally
from bot.keeping import HOME, GlossaryId
from glossary.spelling import LooseKey
from tests.terms import EN

if TYPE_CHECKING:
    from bot.ports import Store

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
REDIS, FOO = LooseKey("redis"), LooseKey("foo")
FOUND = Lookup(HOME, REDIS, Outcome.ANSWERED, EN, "slack command", date(2026, 6, 9))
MISSED = replace(FOUND, key=FOO, outcome=Outcome.NOT_FOUND)


def asking(typed: str, asker: str, key: LooseKey = FOO, month: date = JUNE) -> Asking:
    """Make one asking in vain."""
    return Asking(HOME, key, typed, month, asker)


async def test_counts_add_up(store: Store) -> None:
    """Over batches and processes; the most frequent comes first."""
    yesterday = replace(FOUND, day=date(2026, 6, 8))
    elsewhere = replace(FOUND, glossary=GlossaryId("slack:T2"))
    await store.add_counts(Tally(((FOUND, 2), (MISSED, 4), (yesterday, 1), (elsewhere, 9))))
    await store.add_counts(Tally(((FOUND, 3),)))
    assert list(await store.lookups(HOME, date(2026, 6, 9))) == [(FOUND, 5), (MISSED, 4)]
    assert len(await store.lookups(HOME, MAY)) == 3


async def test_a_gap_gathers_what_was_typed_and_how_many_asked(store: Store) -> None:
    """One person who asks often is one asker; what most people asked for comes first."""
    await store.add_counts(
        Tally(
            (),
            (
                (asking("foo", "x"), 1),
                (asking("Foo!", "x"), 5),
                (asking("foo", "y"), 1),
                (asking("bar", "x", LooseKey("bar")), 9),
                (asking("foo", "z", month=MAY), 1),
            ),
        )
    )
    await store.add_counts(Tally((), ((asking("foo", "x"), 1),)))
    foo, bar = Gap(FOO, ("Foo!", "foo"), 8, frozenset("xy")), Gap(LooseKey("bar"), ("bar",), 9, frozenset("x"))
    assert list(await store.gaps(HOME, JUNE)) == [foo, bar]
    assert list(await store.gaps(HOME, JUNE, limit=1)) == [foo]
    assert list(await store.gaps(HOME, MAY)) == [Gap(FOO, ("foo",), 1, frozenset("z"))]


async def test_each_month_has_its_own_key(store: Store) -> None:
    """The same for everybody who asks, another for another month, and gone for good after a purge."""
    may = await store.month_key(MAY)
    assert len(may) == 32
    assert await store.month_key(MAY) == may
    assert await store.month_key(JUNE) != may
    await store.purge_counts(JUNE)
    assert await store.month_key(MAY) != may


async def test_old_counts_are_purged(store: Store) -> None:
    """What is younger stays."""
    old = replace(FOUND, day=MAY)
    await store.add_counts(Tally(((FOUND, 1), (old, 1)), ((asking("a", "x"), 1), (asking("b", "x", month=MAY), 1))))
    await store.purge_counts(JUNE)
    assert list(await store.lookups(HOME, MAY)) == [(FOUND, 1)]
    assert list(await store.gaps(HOME, MAY)) == []
    assert len(await store.gaps(HOME, JUNE)) == 1
