"""How does the history of a glossary stand in a file? Lines of JSON below those of the entries, the oldest first.

A line is what one change did to one entry: ``{"history":{"revision":3,"at":…,"deed":…,"concept":…,"after":…}}``, with
``author`` and ``why`` where there are any. A reader of entries passes over them.
"""

from __future__ import annotations

import json
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from bot.keeping import Change, Deed, Edit, HistoryEntry, Revision
from bot.requests import AccountId
from glossary.concept import ConceptId
from glossary.errors import MalformedError
from glossary.formats.choosing import JSON_LINES, harvest, written
from glossary.formats.json_lines import HISTORY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.keeping import GlossaryId
    from glossary.concept import Concept


def lines_of(entries: Iterable[HistoryEntry]) -> Iterator[bytes]:
    """Write what happened, in the order given; who did it is named by the account."""
    for entry in entries:
        said = {
            "revision": entry.revision,
            "at": entry.at.isoformat(),
            "author": entry.author,
            "deed": entry.deed.value,
            "why": entry.why,
            "concept": entry.concept,
            "after": None if entry.after is None else json.loads(b"".join(written(JSON_LINES, [entry.after]))),
        }
        line = {HISTORY: {name: value for name, value in said.items() if value or name == "after"}}
        yield json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def changes_in(lines: Iterable[bytes], glossary: GlossaryId, file: str) -> list[Change]:
    """Read a history as changes to be carried out one after the other in an empty glossary; [] where there is none.

    Raises:
        MalformedError: A line of the history cannot be read; the field is the file with its line.
    """
    rows = []
    for number, line in enumerate(lines, 1):
        if line.startswith(_BEGINNING):
            try:
                rows.append(_row(json.loads(line)[HISTORY], file))
            except (ValueError, KeyError, TypeError) as error:
                raise MalformedError(type(error).__name__, f"{file}:{number}") from error
    rows.sort(key=lambda row: row[0])  # sorted() is stable: within one change the file's order stays
    groups = [[change for _, change in group] for _, group in groupby(rows, key=lambda row: row[0])]
    return [_change(group, glossary, Revision(number)) for number, group in enumerate(groups)]


_BEGINNING = f'{{"{HISTORY}":'.encode()


def _row(said: dict[str, Any], file: str) -> tuple[int, tuple[Edit, datetime, AccountId | None, Deed, str]]:
    after = said["after"]
    edit = Edit(ConceptId(said["concept"]), None if after is None else _concept(after, file))
    if edit.after is not None and edit.after.id != edit.concept:
        raise ValueError("a change is to the entry that it names")
    at = datetime.fromisoformat(said["at"])
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    author = said.get("author")
    return int(said["revision"]), (edit, at, author and AccountId(str(author)), Deed(said["deed"]), said.get("why", ""))


def _concept(said: object, file: str) -> Concept:
    (concept,) = harvest(JSON_LINES, [json.dumps(said).encode()], file).concepts
    return concept


def _change(
    rows: list[tuple[Edit, datetime, AccountId | None, Deed, str]], glossary: GlossaryId, based_on: Revision
) -> Change:
    _, at, author, deed, why = rows[0]
    edits = {edit.concept: edit for edit, *_ in rows}
    return Change(glossary, tuple(edits.values()), based_on, author, at, deed, why)
