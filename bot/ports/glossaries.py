"""What is kept of each glossary? Its concepts and revisions, which workspace uses it, and when it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from datetime import datetime

    from bot.keeping import Change, Changes, GlossaryId, HistoryEntry, Revision, Subject
    from bot.requests import WorkspaceId
    from glossary.concept import Concept, ConceptId


class Freshness(Protocol):
    """Tells whether something remembered may have changed, without waiting."""

    def stamp(self, subject: Subject) -> Hashable:
        """Tell the present state of what is kept about a subject, within microseconds.

        As long as two stamps are equal nothing was changed by any process. A store that cannot know at the moment
        gives a new stamp every time.

        Raises:
            UnavailableError: The store cannot be asked.
        """
        ...


class GlossaryStore(Freshness, Protocol):
    """Keeps glossaries, all their revisions, and which workspace uses which."""

    async def glossary_of(self, workspace: WorkspaceId) -> GlossaryId | None:
        """Tell which glossary a workspace uses; None for a workspace that never had one."""
        ...

    async def settle(
        self, workspace: WorkspaceId, glossary: GlossaryId, starter: Sequence[Concept], at: datetime
    ) -> GlossaryId:
        """Give a glossary to a workspace that has none, and tell which it uses from now on.

        A glossary that is not there yet is begun with the starter, also when the workspace uses another one. Of several
        that settle one workspace at the same time the first decides.
        """
        ...

    async def join(self, workspace: WorkspaceId, glossary: GlossaryId, at: datetime) -> None:
        """Let a workspace use another glossary from now on. What it used before stays as it is.

        Who waits for a term in the workspace waits in the other glossary, and is told at once of what is there.
        """
        ...

    async def workspaces_of(self, glossary: GlossaryId) -> Sequence[WorkspaceId]:
        """List the workspaces that use a glossary, the first of them first."""
        ...

    async def concepts(self, glossary: GlossaryId) -> Sequence[Concept]:
        """Read every concept of a glossary, in the order of their first addition."""
        ...

    async def revision_of(self, glossary: GlossaryId) -> Revision:
        """Tell the latest revision; 0 for a glossary that is not there."""
        ...

    async def changes(self, glossary: GlossaryId, since: Revision) -> Changes:
        """Read what brings a glossary from an earlier revision to the latest; since 0 that is all of it."""
        ...

    async def commit(self, change: Change) -> Revision:
        """Carry out a change and keep it in the history; tell the revision that it made.

        A change whose key was committed before does nothing, and tells the revision that it made then. Whoever waited
        for what it brings (`bot.answering`) is told in the same transaction, and waits no longer.

        Raises:
            ChangedMeanwhileError: One of its concepts changed after the revision that it was based on, or the proposal
                that it decides was decided already.
            TakenError: A name that was to be free leads to another concept.
        """
        ...

    async def commit_all(self, changes: Sequence[Change]) -> Revision:
        """Carry out several changes of one glossary, one after the other as `commit` does; all of them or none.

        The changes are at least one. Tell the revision of the last one.

        Raises:
            ChangedMeanwhileError: As `commit`; nothing has changed.
            TakenError: As `commit`; nothing has changed.
        """
        ...

    async def made_by(self, glossary: GlossaryId, key: str) -> Revision | None:
        """Tell the revision that the change with this key made; None where there was none."""
        ...

    async def history(
        self, glossary: GlossaryId, concept: ConceptId | None = None, before: Revision | None = None, limit: int = 20
    ) -> Sequence[HistoryEntry]:
        """Read what happened to one concept or to all, newest first, `before` a revision and without it."""
        ...


class HousingStore(Protocol):
    """Knows which workspaces removed the bot, and deletes what belongs to them when told to."""

    async def workspace_left(self, workspace: WorkspaceId, at: datetime) -> None:
        """Note that a workspace removed the bot; the first time counts until it comes back or joins a glossary."""
        ...

    async def workspace_came_back(self, workspace: WorkspaceId) -> None:
        """Note that a workspace has the bot again. One that never left stays as it is."""
        ...

    async def purge_removed(self, before: datetime) -> Sequence[GlossaryId]:
        """Delete what belongs to the workspaces that left before this time; tell which glossaries went with them.

        Those are its roles, settings and pins, all that names its people (where it stays, without the name), and each
        glossary of its own that no other workspace uses. The home glossary, and whoever uses it, stays for ever.
        """
        ...
