"""What is in each glossary, and how did it become so? Changes are committed whole, and kept in a history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from adapters.sql import proposals, wants
from adapters.sql.concepts import holders_of, kept_of, kept_since, portions, replace
from adapters.sql.documents import concept_of, document_of
from adapters.sql.notices import rows_of
from adapters.sql.tables import glossaries, history, notices, revisions, workspaces
from bot.answering import Occasion
from bot.keeping import EMPTY, Change, Changes, Deed, Edit, HistoryEntry, Revision
from bot.requests import WorkspaceId
from glossary.errors import ChangedMeanwhileError, TakenError

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.concepts import Kept
    from adapters.sql.database import Database
    from bot.keeping import GlossaryId, Subject
    from glossary.concept import Concept, ConceptId


class SqlGlossaries:
    """Fulfils `bot.ports.GlossaryStore`."""

    _database: Database

    def stamp(self, subject: Subject) -> Hashable:
        """Tell the present state of what is kept about a subject."""
        return self._database.stamp(subject)

    async def glossary_of(self, workspace: WorkspaceId) -> GlossaryId | None:
        """Tell which glossary a workspace uses; None for a workspace that never had one."""
        async with self._database.reading() as connection:
            return await _glossary_of(connection, workspace)

    async def settle(
        self, workspace: WorkspaceId, glossary: GlossaryId, starter: Sequence[Concept], at: datetime
    ) -> GlossaryId:
        """Give a glossary to a workspace that has none, and tell which it uses from now on."""
        async with self._database.writing(workspace, glossary) as connection:
            if await self._found(connection, glossary, at) and starter:
                edits = tuple(Edit(concept.id, concept) for concept in starter)
                await self._carry_out(connection, Change(glossary, edits, EMPTY, None, at, Deed.STARTED))
            await self._database.add(connection, workspaces, [{"workspace": workspace, "uses": glossary, "since": at}])
            return await _glossary_of(connection, workspace) or glossary

    async def join(self, workspace: WorkspaceId, glossary: GlossaryId, at: datetime) -> None:
        """Let a workspace use another glossary from now on."""
        async with self._database.writing(workspace) as connection:
            await self._found(connection, glossary, at)
            revision, _ = await self._lock(connection, glossary, at)
            await self._database.put(connection, workspaces, {"workspace": workspace, "uses": glossary, "since": at})
            if await wants.move(self._database, connection, workspace, glossary):
                there = [(None, one.concept) for one in await kept_since(connection, glossary, EMPTY)]
                await wants.answer(self._database, connection, glossary, there, Occasion(revision, at))

    async def workspaces_of(self, glossary: GlossaryId) -> Sequence[WorkspaceId]:
        """List the workspaces that use a glossary, the first of them first."""
        using = select(workspaces.c.workspace).where(workspaces.c.uses == glossary)
        async with self._database.reading() as connection:
            found = await connection.execute(using.order_by(workspaces.c.since, workspaces.c.workspace))
            return [WorkspaceId(workspace) for workspace in found.scalars()]

    async def concepts(self, glossary: GlossaryId) -> Sequence[Concept]:
        """Read every concept of a glossary, in the order of their first addition."""
        return (await self.changes(glossary, EMPTY)).put

    async def revision_of(self, glossary: GlossaryId) -> Revision:
        """Tell the latest revision; 0 for a glossary that is not there."""
        async with self._database.reading() as connection:
            return await _revision_of(connection, glossary)

    async def changes(self, glossary: GlossaryId, since: Revision) -> Changes:
        """Read what brings a glossary from an earlier revision to the latest; since 0 that is all of it."""
        async with self._database.reading() as connection:
            revision = await _revision_of(connection, glossary)
            kept = await kept_since(connection, glossary, since) if revision > since else ()
        return Changes(
            revision,
            tuple(one.concept for one in kept if one.concept is not None),
            tuple(one.id for one in kept if one.concept is None) if since else (),
        )

    async def commit(self, change: Change) -> Revision:
        """Carry out a change and keep it in the history; tell the revision that it made."""
        return await self.commit_all((change,))

    async def commit_all(self, changes: Sequence[Change]) -> Revision:
        """Carry out several changes of one glossary, one after the other; all of them or none."""
        async with self._database.writing(changes[0].glossary) as connection:
            return [await self._carry_out(connection, change) for change in changes][-1]

    async def made_by(self, glossary: GlossaryId, key: str) -> Revision | None:
        """Tell the revision that the change with this key made; None where there was none."""
        async with self._database.reading() as connection:
            return await _made_by(connection, glossary, key)

    async def history(
        self, glossary: GlossaryId, concept: ConceptId | None = None, before: Revision | None = None, limit: int = 20
    ) -> Sequence[HistoryEntry]:
        """Read what happened to one concept or to all, newest first."""
        h, r = history.c, revisions.c
        wanted = (
            select(h.revision, h.concept, h.before, h.after, r.author, r.at, r.deed, r.why)
            .join_from(history, revisions, (h.glossary == r.glossary) & (h.revision == r.revision))
            .where(h.glossary == glossary)
            .order_by(h.revision.desc(), h.concept)
            .limit(limit)
        )
        if concept is not None:
            wanted = wanted.where(h.concept == concept)
        if before is not None:
            wanted = wanted.where(h.revision < before)
        async with self._database.reading() as connection:
            return [_entry_of(row) for row in await connection.execute(wanted)]

    async def _found(self, connection: AsyncConnection, glossary: GlossaryId, at: datetime) -> int:
        """Begin a glossary, unless it is there."""
        row = {"glossary": glossary, "revision": EMPTY, "places": 0, "founded_at": at}
        return await self._database.add(connection, glossaries, [row])

    async def _lock(self, connection: AsyncConnection, glossary: GlossaryId, at: datetime) -> tuple[Revision, int]:
        """Keep other changes of a glossary waiting, and tell its latest revision and how many places it has given."""
        latest = select(glossaries.c.revision, glossaries.c.places).where(glossaries.c.glossary == glossary)
        row = (await connection.execute(latest.with_for_update())).one_or_none()
        if row is None:
            await self._found(connection, glossary, at)
            row = (await connection.execute(latest.with_for_update())).one()
        return row.revision, row.places

    async def _carry_out(self, connection: AsyncConnection, change: Change) -> Revision:
        """Check and write, inside a transaction that no other change of the glossary runs beside."""
        glossary = change.glossary
        latest, places = await self._lock(connection, glossary, change.at)
        done = await _made_by(connection, glossary, change.key) if change.key is not None else None
        if done is not None:
            return done
        ids = [edit.concept for edit in change.edits]
        kept = await kept_of(connection, glossary, ids)
        _check_conflicts(change, kept)
        taken = await holders_of(connection, glossary, change.free_names, set(ids))
        if taken is not None:
            raise TakenError(*taken)
        revision = Revision(latest + 1)
        placed = _placed(change.edits, kept, places)
        await replace(self._database, connection, glossary, placed, revision)
        await _remember(connection, change, kept, revision)
        await self._database.add(connection, notices, rows_of(glossary, change.notices))
        brought = [(kept[edit.concept].concept if edit.concept in kept else None, edit.after) for edit in change.edits]
        occasion = Occasion(revision, change.at, change.author)
        await wants.answer(self._database, connection, glossary, brought, occasion)
        if change.decision is not None and not await proposals.settle(connection, glossary, change.decision):
            raise ChangedMeanwhileError(None, change.edits[0].after if change.edits else None)
        counted = {"revision": revision, "places": places + len(placed)}
        await connection.execute(update(glossaries).where(glossaries.c.glossary == glossary).values(counted))
        return revision


async def _glossary_of(connection: AsyncConnection, workspace: WorkspaceId) -> GlossaryId | None:
    used = await connection.execute(select(workspaces.c.uses).where(workspaces.c.workspace == workspace))
    return used.scalar_one_or_none()


async def _revision_of(connection: AsyncConnection, glossary: GlossaryId) -> Revision:
    latest = await connection.execute(select(glossaries.c.revision).where(glossaries.c.glossary == glossary))
    return Revision(latest.scalar_one_or_none() or EMPTY)


async def _made_by(connection: AsyncConnection, glossary: GlossaryId, key: str) -> Revision | None:
    same = select(revisions.c.revision).where(revisions.c.glossary == glossary, revisions.c.key == key)
    return (await connection.execute(same)).scalar_one_or_none()


def _check_conflicts(change: Change, kept: Mapping[ConceptId, Kept]) -> None:
    """Refuse what was based on an earlier state of the same concept.

    Raises:
        ChangedMeanwhileError: The first such edit.
    """
    for edit in change.edits:
        before = kept.get(edit.concept)
        if before is not None and before.revision > change.based_on:
            raise ChangedMeanwhileError(before.concept, edit.after)


def _placed(edits: Sequence[Edit], kept: Mapping[ConceptId, Kept], places: int) -> list[tuple[Edit, int]]:
    """Give each edit the place of its concept, and a new one at the end where the concept is new or was removed."""
    return [
        (edit, before.place if (before := kept.get(edit.concept)) and before.concept else places + number)
        for number, edit in enumerate(edits)
    ]


async def _remember(
    connection: AsyncConnection, change: Change, kept: Mapping[ConceptId, Kept], revision: Revision
) -> None:
    """Write who, when, what and why, and for each concept before and after."""
    head = {
        "glossary": change.glossary,
        "revision": revision,
        "key": change.key,
        "author": change.author,
        "at": change.at,
        "deed": change.deed.value,
        "why": change.why,
    }
    await connection.execute(revisions.insert(), head)
    for some in portions(change.edits):
        rows: list[dict[str, Any]] = [
            {
                "glossary": change.glossary,
                "concept": edit.concept,
                "revision": revision,
                "before": document_of(before.concept)
                if (before := kept.get(edit.concept)) and before.concept
                else None,
                "after": None if edit.after is None else document_of(edit.after),
            }
            for edit in some
        ]
        await connection.execute(history.insert(), rows)


def _entry_of(row: Sequence[Any]) -> HistoryEntry:
    revision, concept, before, after, author, at, deed, why = row
    return HistoryEntry(
        revision, concept, before and concept_of(before), after and concept_of(after), author, at, Deed(deed), why
    )
