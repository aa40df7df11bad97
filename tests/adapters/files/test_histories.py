"""A history as lines of a file, and back as changes."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from adapters.files.histories import changes_in, lines_of
from adapters.memory import MemoryStore
from bot.keeping import HOME, Deed
from glossary.errors import MalformedError
from glossary.formats.choosing import JSON_LINES, harvest
from tests.adapters.promises.changes import ALEX, NOON, change, concept, removal

CHANGES = (
    change(concept("a", "A", "가", meaning="one"), concept("b"), author=None, deed=Deed.STARTED),
    change(concept("a", meaning="two"), based_on=1, at=NOON + timedelta(hours=1), author=ALEX, why="“better”\n"),
    removal("b", based_on=2),
)


async def lines() -> list[bytes]:
    """Write the history of a glossary that was changed three times."""
    store = MemoryStore()
    await store.commit_all(CHANGES)
    entries = sorted(await store.history(HOME, limit=100), key=lambda one: (one.revision, one.concept))
    return list(lines_of(entries))


async def test_changes_come_back_as_they_were() -> None:
    """Whoever made them, when, how and why; what was not made again keeps its place."""
    assert tuple(changes_in(await lines(), HOME, "x")) == CHANGES


async def test_lines_of_a_history_are_no_entries() -> None:
    """A reader of entries passes over them, and finds nothing wrong; nor does the history mind entries."""
    entry = b'{"id":"c","labels":[{"text":"C"}]}\n'
    found = harvest(JSON_LINES, [entry, *await lines()], "x")
    assert [one.id for one in found.concepts] == ["c"]
    assert found.findings == ()
    assert tuple(changes_in([entry, *await lines()], HOME, "x")) == CHANGES
    assert harvest(JSON_LINES, await lines(), "x").findings == ()


@pytest.mark.parametrize(
    "said",
    [
        {"after": None},
        {"at": "noon"},
        {"at": "2026-11-23T12:00:00"},
        {"deed": "dreamt"},
        {"revision": "one"},
        {"after": {"labels": []}},
        {"after": {"id": "b", "labels": [{"text": "B"}]}},
        "nothing",
    ],
)
async def test_a_line_that_cannot_be_read_is_named(said: dict[str, object] | str) -> None:
    """With its number; nothing is guessed."""
    good = json.loads((await lines())[0])["history"]
    bad = {"concept": "a"} if said == {"after": None} else {**good, **said} if isinstance(said, dict) else said
    with pytest.raises(MalformedError) as refusal:
        changes_in([b"\n", json.dumps({"history": bad}, separators=(",", ":")).encode()], HOME, "x.jsonl")
    assert refusal.value.field == "x.jsonl:2"
