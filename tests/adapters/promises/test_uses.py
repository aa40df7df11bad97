"""What a store of uses promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.counts import Use
from bot.keeping import HOME, GlossaryId
from glossary.concept import ConceptId

if TYPE_CHECKING:
    from bot.ports import Store

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
HERE, WORKSPACE = "slack:T1:C1", "slack:T1"
A = Use(HOME, HERE, ConceptId("a"), JUNE)
B = replace(A, concept=ConceptId("b"))


async def test_uses_add_up_over_batches_and_months(store: Store) -> None:
    """The most used come first, and as many as are wanted; each place of each glossary for itself."""
    await store.add_uses({A: 2, replace(A, month=MAY): 1, B: 5, replace(A, place=WORKSPACE): 9})
    await store.add_uses({A: 4, replace(A, glossary=GlossaryId("slack:T2")): 9})
    await store.add_uses({})
    assert list((await store.uses_in(HOME, HERE, JUNE, 10)).items()) == [("a", 6), ("b", 5)]
    assert await store.uses_in(HOME, HERE, MAY, 1) == {"a": 7}
    assert await store.uses_in(HOME, "slack:T1:C", MAY, 10) == {}


async def test_old_uses_are_purged(store: Store) -> None:
    """What is younger stays."""
    await store.add_uses({A: 2, replace(A, month=MAY): 1})
    await store.purge_uses(JUNE)
    assert await store.uses_in(HOME, HERE, MAY, 10) == {"a": 2}
