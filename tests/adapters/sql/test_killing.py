"""A process that is killed loses nothing that it has acknowledged, and leaves nothing half done."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bot.keeping import HOME, Holder
from glossary.concept import ConceptId
from tests.adapters.promises.changes import MINUTE, NOON
from tests.adapters.sql.children import child, store_at, write_for_ever

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

KILLS = 50
LONGEST_WAIT = 0.02
"""Seconds from an acknowledgement to the kill, at most: several changes long, so that it falls anywhere in one."""


async def test_nothing_acknowledged_is_lost_by_fifty_kills(url: str) -> None:
    """Each change whole or not at all; its notice, its history and its names with it."""
    draw = random.Random(50)
    acknowledged: list[int] = []
    for _ in range(KILLS):
        with child(write_for_ever, url) as (process, pipe):
            acknowledged += [pipe.recv() for _ in range(draw.randint(1, 4))]
            process.join(draw.uniform(0, LONGEST_WAIT))
            process.kill()
            acknowledged += rest_of(pipe)
    store = store_at(url)
    latest = await store.revision_of(HOME)
    assert acknowledged == sorted(set(acknowledged))
    assert acknowledged[-1] <= latest <= len(acknowledged) + KILLS
    entries = await store.history(HOME, limit=10_000)
    assert [(entry.revision, entry.concept, entry.why) for entry in entries] == [
        (number, concept, str(number)) for number in range(latest, 0, -1) for concept in ("a", "b")
    ]
    assert all(entry.after.definitions[0].text == str(entry.revision) for entry in entries)
    assert [concept.definitions[0].text for concept in await store.concepts(HOME)] == [str(latest)] * 2
    assert [concept.headword.text for concept in await store.concepts(HOME)] == [f"a {latest}", f"b {latest}"]
    notices = await store.lease_notices("slack", Holder("p"), NOON, NOON + MINUTE, limit=10_000)
    assert {notice.key for _, notice in notices} == {f"n{number}" for number in range(1, latest + 1)}
    assert (await store.history(HOME, ConceptId("a"), limit=1))[0].after in await store.concepts(HOME)
    await store.close()


def rest_of(pipe: Connection) -> list[int]:
    """Read what was acknowledged before the end."""
    rest: list[int] = []
    try:
        while True:
            rest.append(pipe.recv())
    except (EOFError, ConnectionResetError):
        return rest
