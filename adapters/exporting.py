"""How does the glossary leave by the command line? In a format, as a whole or in part, with its history or without."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import click

from adapters.files import write_pages
from adapters.files.histories import lines_of
from adapters.opening import opened
from glossary.formats import hugo
from glossary.formats.choosing import in_order, written
from glossary.selecting import selected

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from bot.keeping import GlossaryId, HistoryEntry, Revision
    from bot.ports import GlossaryStore
    from glossary.concept import Concept, LanguageTag
    from glossary.formats.choosing import Format

MOST_ENTRIES = 1000
"""Of the history, read at a time."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written, and where."""

    form: Format | None
    """None for a folder of pages."""
    output: Path | None
    """None for the standard output, which takes no folder."""
    tags: Collection[str]
    languages: Collection[LanguageTag]
    workspace: str | None
    has_history: bool


async def hand_out(wish: Wish) -> int:
    """Write the glossary; tell the exit code.

    Raises:
        UsageError: It cannot be written there.
    """
    store, glossary = await opened(wish.workspace)
    try:
        concepts = tuple(selected(await store.concepts(glossary), wish.tags, wish.languages))
        past = await _history_of(store, glossary) if wish.has_history else ()
    finally:
        await store.close()
    if wish.output is not None:
        _write(wish, wish.output, concepts, past)
    elif wish.form is not None:
        sys.stdout.buffer.writelines(chain(written(wish.form, concepts), lines_of(past)))
    return 0


def _write(wish: Wish, output: Path, concepts: Sequence[Concept], past: Iterable[HistoryEntry]) -> None:
    try:
        if wish.form is None:
            write_pages(str(output), hugo.write(in_order(concepts)))
        else:
            with output.open("wb") as file:
                file.writelines(chain(written(wish.form, concepts), lines_of(past)))
    except OSError as error:
        raise click.UsageError(f"{error.filename}: {error.strerror}") from error


async def _history_of(store: GlossaryStore, glossary: GlossaryId) -> list[HistoryEntry]:
    """Read everything that happened, the oldest first; within one change in the order of the ids."""
    entries: list[HistoryEntry] = []
    before: Revision | None = None
    limit = MOST_ENTRIES
    while True:
        page = await store.history(glossary, before=before, limit=limit)
        if len(page) < limit:
            return sorted((*entries, *page), key=lambda one: (one.revision, one.concept))
        last = page[-1].revision
        whole = [entry for entry in page if entry.revision != last]  # the last change may go on behind the page
        if whole:
            before = whole[-1].revision
        else:
            limit *= 2
        entries += whole
