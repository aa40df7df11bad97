"""A process that is killed loses nothing that it has acknowledged, and leaves nothing half done."""

from __future__ import annotations

import random
from itertools import count
from typing import TYPE_CHECKING

from adapters.sql.concepts import MOST_IDS
from bot.keeping import HOME, Holder
from glossary.concept import ConceptId
from tests.adapters.promises.changes import MINUTE, NOON
from tests.adapters.sql.children import child, import_in_steps, store_at, write_for_ever

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

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


IMPORTED = 1_100
"""Entries: enough for several portions of rows."""


async def test_a_killed_import_leaves_nothing_behind(url: str, tmp_path: Path) -> None:
    """However many rows it had written; the same file then comes in as if nothing had happened."""
    table = tmp_path / "terms.csv"
    rows = (f"word {number},number {number}\n" for number in range(IMPORTED))
    table.write_text("term,definition\n" + "".join(rows), encoding="utf-8")
    steps = 3 * -(-IMPORTED // MOST_IDS)  # concepts, names and history, in portions
    for last in range(1, steps + 1, 3):
        with child(import_in_steps, f"{url}\n{table}") as (process, pipe):
            assert taken_steps(pipe, last) == last
            process.kill()
            process.join()
        store = store_at(url)
        assert await store.revision_of(HOME) == 0
        assert await store.concepts(HOME) == ()
        assert list(await store.history(HOME, limit=5)) == []
        await store.close()
    with child(import_in_steps, f"{url}\n{table}") as (_, pipe):
        assert taken_steps(pipe, None) == steps
    store = store_at(url)
    assert await store.revision_of(HOME) == 1
    assert len(await store.concepts(HOME)) == IMPORTED
    await store.close()


def taken_steps(pipe: Connection, last: int | None) -> int:
    """Let an import write one portion of rows after the other, until the last of them waits to be written, or all are.

    Tell how many those were.
    """
    for number in count(1):
        if pipe.recv() is None:
            return number - 1
        if number == last:
            return number
        pipe.send(None)
    raise AssertionError("it never ends")


def rest_of(pipe: Connection) -> list[int]:
    """Read what was acknowledged before the end."""
    rest: list[int] = []
    try:
        while True:
            rest.append(pipe.recv())
    except (EOFError, ConnectionResetError):
        return rest
