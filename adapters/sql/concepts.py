"""Which rows is a concept? The only place that reads concepts from their three tables, and replaces them there."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import delete, select

from adapters.sql.documents import details_of, with_details
from adapters.sql.tables import concepts, definitions, labels
from glossary.concept import ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import ColumnElement, Select, Table
    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database
    from bot.keeping import Edit, GlossaryId, Revision

    _Ids = Sequence[ConceptId] | Select[Any] | None
    from glossary.concept import Concept

Value = TypeVar("Value")

MOST_IDS = 500
"""How many ids stand in one statement."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A concept as it is kept: the revision of the last change to it, its place, and None for one that was removed."""

    id: ConceptId
    revision: Revision
    place: int
    concept: Concept | None


async def kept_since(connection: AsyncConnection, glossary: GlossaryId, since: Revision) -> Sequence[Kept]:
    """Read every concept that was changed after a revision, in the order of first addition."""
    if since == 0:
        return await _read(connection, glossary, None)
    changed = select(concepts.c.concept).where(concepts.c.glossary == glossary, concepts.c.revision > since)
    return await _read(connection, glossary, changed)


async def kept_of(connection: AsyncConnection, glossary: GlossaryId, ids: Sequence[ConceptId]) -> dict[ConceptId, Kept]:
    """Read the concepts of these ids; what never was there is missing."""
    found: dict[ConceptId, Kept] = {}
    for some in portions(ids):
        found.update((kept.id, kept) for kept in await _read(connection, glossary, some))
    return found


async def replace(
    database: Database,
    connection: AsyncConnection,
    glossary: GlossaryId,
    edits: Sequence[tuple[Edit, int]],
    revision: Revision,
) -> None:
    """Let each concept stand at its place as its edit says."""
    statement = database.insert(concepts)
    new = {name: statement.excluded[name] for name in ("revision", "place", "is_removed", "details")}
    upsert = statement.on_conflict_do_update(index_elements=list(concepts.primary_key), set_=new)
    for some in portions(edits):  # so that a large import is never rows all at once
        ids = [edit.concept for edit, _ in some]
        for table in (labels, definitions):
            await connection.execute(delete(table).where(table.c.glossary == glossary, table.c.concept.in_(ids)))
        await connection.execute(upsert, [_concept_row(glossary, edit, place, revision) for edit, place in some])
        present = [edit.after for edit, _ in some if edit.after is not None]
        await _insert(connection, labels, [row for concept in present for row in _label_rows(glossary, concept)])
        await _insert(
            connection, definitions, [row for concept in present for row in _definition_rows(glossary, concept)]
        )


async def holders_of(
    connection: AsyncConnection, glossary: GlossaryId, names: Sequence[str], but: Collection[ConceptId]
) -> tuple[str, tuple[ConceptId, ...]] | None:
    """Find the first of some names that leads to concepts, and those; left out are those about to be replaced."""
    for some in portions(names):
        wanted = {loose_key(name): name for name in reversed(some)}
        found = await connection.execute(
            select(labels.c.key, labels.c.concept)
            .distinct()
            .where(labels.c.glossary == glossary, labels.c.key.in_(wanted))
            .order_by(labels.c.concept)
        )
        holders: defaultdict[str, list[ConceptId]] = defaultdict(list)
        for key, concept in found:
            if concept not in but:
                holders[key].append(ConceptId(concept))
        for key in map(loose_key, some):
            if key in holders:
                return wanted[key], tuple(holders[key])
    return None


async def _read(connection: AsyncConnection, glossary: GlossaryId, ids: _Ids) -> Sequence[Kept]:
    """Read concepts with all that is theirs; every concept of the glossary without ids."""

    def of(table: Table) -> list[ColumnElement[bool]]:
        ours = [table.c.glossary == glossary]
        return ours if ids is None else [*ours, table.c.concept.in_(ids)]

    c = concepts.c
    columns = (c.concept, c.revision, c.place, c.is_removed, c.details)
    heads = (await connection.execute(select(*columns).where(*of(concepts)).order_by(c.place))).all()
    named = select(labels.c.concept, labels.c.text, labels.c.language, labels.c.kind)
    names = (await connection.execute(named.where(*of(labels)).order_by(labels.c.concept, labels.c.number))).all()
    defined = select(definitions.c.concept, definitions.c.text, definitions.c.language)
    in_order = defined.where(*of(definitions)).order_by(definitions.c.concept, definitions.c.number)
    texts = (await connection.execute(in_order)).all()
    if len(heads) > MOST_IDS:  # a large glossary is put together beside the event loop, which goes on answering
        return await asyncio.to_thread(_put_together, heads, names, texts)
    return _put_together(heads, names, texts)


def _put_together(
    heads: Sequence[Sequence[Any]], names: Sequence[Sequence[Any]], texts: Sequence[Sequence[Any]]
) -> Sequence[Kept]:
    kinds = {kind.value: kind for kind in LabelKind}
    labels_of: defaultdict[str, list[Label]] = defaultdict(list)
    for concept, text, language, kind in names:
        labels_of[concept].append(Label(text, LanguageTag(language), kinds[kind]))
    definitions_of: defaultdict[str, list[Definition]] = defaultdict(list)
    for concept, text, language in texts:
        definitions_of[concept].append(Definition(text, LanguageTag(language)))
    return [
        Kept(
            concept,
            revision,
            place,
            None
            if is_removed
            else with_details(concept, tuple(labels_of[concept]), tuple(definitions_of.get(concept, ())), details),
        )
        for concept, revision, place, is_removed, details in heads
    ]


def portions(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Go through values as many at a time as one statement should hold."""
    return (values[start : start + MOST_IDS] for start in range(0, len(values), MOST_IDS))


def _concept_row(glossary: GlossaryId, edit: Edit, place: int, revision: Revision) -> dict[str, Any]:
    return {
        "glossary": glossary,
        "concept": edit.concept,
        "revision": revision,
        "place": place,
        "is_removed": edit.after is None,
        "details": "" if edit.after is None else details_of(edit.after),
    }


def _label_rows(glossary: GlossaryId, concept: Concept) -> Iterator[dict[str, Any]]:
    for number, label in enumerate(concept.labels):
        yield {
            "glossary": glossary,
            "concept": concept.id,
            "number": number,
            "key": loose_key(label.text),
            "text": label.text,
            "language": label.language,
            "kind": label.kind.value,
        }


def _definition_rows(glossary: GlossaryId, concept: Concept) -> Iterator[dict[str, Any]]:
    for number, definition in enumerate(concept.definitions):
        yield {
            "glossary": glossary,
            "concept": concept.id,
            "number": number,
            "language": definition.language,
            "text": definition.text,
        }


async def _insert(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        await connection.execute(table.insert(), rows)
