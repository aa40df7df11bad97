"""What is in each glossary, and how did it become so? Kept in memory."""

from __future__ import annotations

from collections import defaultdict
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from adapters.memory.state import Glossary, Kept
from bot.answering import Occasion
from bot.keeping import EMPTY, Change, Changes, Deed, Edit, HistoryEntry, Revision
from glossary.errors import ChangedMeanwhileError, RefusalError, TakenError
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Mapping, Sequence
    from datetime import datetime

    from adapters.memory.state import State
    from bot.keeping import GlossaryId, Subject
    from bot.requests import WorkspaceId
    from glossary.concept import Concept, ConceptId
    from glossary.spelling import LooseKey


class MemoryGlossaries:
    """Fulfils `bot.ports.GlossaryStore`."""

    _state: State

    def stamp(self, subject: Subject) -> Hashable:
        """Tell how often what is kept about a subject has changed."""
        return self._state.versions[subject]

    async def glossary_of(self, workspace: WorkspaceId) -> GlossaryId | None:
        """Tell which glossary a workspace uses; None for a workspace that never had one."""
        used = self._state.workspaces.get(workspace)
        return None if used is None else used[0]

    async def settle(
        self, workspace: WorkspaceId, glossary: GlossaryId, starter: Sequence[Concept], at: datetime
    ) -> GlossaryId:
        """Give a glossary to a workspace that has none, and tell which it uses from now on."""
        if glossary not in self._state.glossaries:
            self._state.glossaries[glossary] = Glossary()
            if starter:
                edits = tuple(Edit(concept.id, concept) for concept in starter)
                self._carry_out(Change(glossary, edits, EMPTY, None, at, Deed.STARTED))
        self._state.versions[workspace] += 1
        return self._state.workspaces.setdefault(workspace, (glossary, at))[0]

    async def join(self, workspace: WorkspaceId, glossary: GlossaryId, at: datetime) -> None:
        """Let a workspace use another glossary from now on."""
        self._state.glossaries.setdefault(glossary, Glossary())
        self._state.workspaces[workspace] = (glossary, at)
        self._state.left.pop(workspace, None)
        self._state.versions[workspace] += 1
        kept = self._state.glossaries[glossary]
        self._state.move_wants(workspace, glossary)
        self._state.answer(
            glossary, [(None, one.concept) for one in kept.concepts.values()], Occasion(kept.revision, at)
        )

    async def workspaces_of(self, glossary: GlossaryId) -> Sequence[WorkspaceId]:
        """List the workspaces that use a glossary, the first of them first."""
        using = [(at, workspace) for workspace, (used, at) in self._state.workspaces.items() if used == glossary]
        return [workspace for _, workspace in sorted(using)]

    async def concepts(self, glossary: GlossaryId) -> Sequence[Concept]:
        """Read every concept of a glossary, in the order of their first addition."""
        return (await self.changes(glossary, EMPTY)).put

    async def revision_of(self, glossary: GlossaryId) -> Revision:
        """Tell the latest revision; 0 for a glossary that is not there."""
        return self._glossary(glossary).revision

    async def changes(self, glossary: GlossaryId, since: Revision) -> Changes:
        """Read what brings a glossary from an earlier revision to the latest; since 0 that is all of it."""
        kept = self._glossary(glossary)
        changed = [(concept, one.concept) for concept, one in kept.concepts.items() if one.revision > since]
        put = tuple(concept for _, concept in changed if concept is not None)
        return Changes(kept.revision, put, tuple(concept for concept, now in changed if now is None) if since else ())

    async def commit(self, change: Change) -> Revision:
        """Carry out a change and keep it in the history; tell the revision that it made."""
        return self._carry_out(change)

    async def commit_all(self, changes: Sequence[Change]) -> Revision:
        """Carry out several changes of one glossary, one after the other; all of them or none."""
        state, glossary = self._state, changes[0].glossary
        before = deepcopy(self._glossary(glossary)), dict(state.proposals), dict(state.notices), dict(state.wants)
        try:
            return [self._carry_out(change) for change in changes][-1]
        except RefusalError:
            state.glossaries[glossary], state.proposals, state.notices, state.wants = before
            raise

    async def made_by(self, glossary: GlossaryId, key: str) -> Revision | None:
        """Tell the revision that the change with this key made; None where there was none."""
        return self._glossary(glossary).keys.get(key)

    async def history(
        self, glossary: GlossaryId, concept: ConceptId | None = None, before: Revision | None = None, limit: int = 20
    ) -> Sequence[HistoryEntry]:
        """Read what happened to one concept or to all, newest first."""
        wanted = [
            entry
            for entry in self._glossary(glossary).history
            if concept in {None, entry.concept} and (before is None or entry.revision < before)
        ]
        return sorted(wanted, key=lambda entry: (-entry.revision, entry.concept))[:limit]

    def _glossary(self, glossary: GlossaryId) -> Glossary:
        return self._state.glossaries.get(glossary) or Glossary()

    def _carry_out(self, change: Change) -> Revision:
        """Check all of it, and only then write."""
        kept = self._state.glossaries.setdefault(change.glossary, Glossary())
        if change.key is not None and change.key in kept.keys:
            return kept.keys[change.key]
        self._check(change, kept)
        kept.revision = Revision(kept.revision + 1)
        if change.key is not None:
            kept.keys[change.key] = kept.revision
        brought = [(_replace(kept, edit, change), edit.after) for edit in change.edits]
        self._state.post(change.glossary, change.notices)
        self._state.answer(change.glossary, brought, Occasion(kept.revision, change.at, change.author))
        if change.decision is not None:
            at = change.glossary, change.decision.proposal
            self._state.proposals[at] = replace(self._state.proposals[at], decision=change.decision)
        self._state.versions[change.glossary] += 1
        return kept.revision

    def _check(self, change: Change, kept: Glossary) -> None:
        """Refuse what must not be carried out.

        Raises:
            ChangedMeanwhileError: A concept was changed since, or the proposal was decided.
            TakenError: A name is not free.
        """
        for edit in change.edits:
            before = kept.concepts.get(edit.concept)
            if before is not None and before.revision > change.based_on:
                raise ChangedMeanwhileError(before.concept, edit.after)
        holders = _holders(kept, change.free_names, {edit.concept for edit in change.edits})
        for name in change.free_names:
            if loose_key(name) in holders:
                raise TakenError(name, tuple(sorted(holders[loose_key(name)])))
        if change.decision is not None:
            proposal = self._state.proposals.get((change.glossary, change.decision.proposal))
            if proposal is None or proposal.decision is not None:
                raise ChangedMeanwhileError(None, change.edits[0].after if change.edits else None)


def _holders(kept: Glossary, names: Collection[str], but: Collection[ConceptId]) -> Mapping[LooseKey, set[ConceptId]]:
    """Tell which concepts some names lead to, by the key of the name, those left out that are about to be replaced."""
    wanted = set(map(loose_key, names))
    holders: defaultdict[LooseKey, set[ConceptId]] = defaultdict(set)
    for concept, one in kept.concepts.items():
        if one.concept is not None and concept not in but and wanted:
            for key in wanted.intersection(loose_key(label.text) for label in one.concept.labels):
                holders[key].add(concept)
    return holders


def _replace(kept: Glossary, edit: Edit, change: Change) -> Concept | None:
    """Let a concept stand as its edit says, and give what it was; one that is new, or was removed, comes last."""
    known = kept.concepts.get(edit.concept)
    before = None if known is None else known.concept
    if before is None:
        kept.concepts.pop(edit.concept, None)
    kept.concepts[edit.concept] = Kept(edit.after, kept.revision)
    entry = HistoryEntry(
        kept.revision, edit.concept, before, edit.after, change.author, change.at, change.deed, change.why
    )
    kept.history.append(entry)
    return before
