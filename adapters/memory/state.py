"""What is in the memory of the in-memory stores? The counterpart of the SQL stores' tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.answering import Occasion, answers
from bot.keeping import EMPTY, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, timedelta

    from bot.counts import Lookup, Use
    from bot.keeping import (
        Draft,
        DraftId,
        GlossaryId,
        HistoryEntry,
        Holder,
        Lease,
        Notice,
        NoticeKey,
        Preferences,
        Proposal,
        ProposalId,
        Subject,
        Want,
    )
    from bot.packs import Learned, Pack, PackId, Progress
    from bot.requests import AccountId, WorkspaceId
    from glossary.concept import Concept, ConceptId


@dataclass(slots=True)
class Kept:
    """A concept and the revision of the last change to it; None for one that was removed."""

    concept: Concept | None
    revision: Revision


@dataclass(slots=True)
class Glossary:
    """One glossary with its past. The concepts stand in the order of first addition."""

    revision: Revision = EMPTY
    concepts: dict[ConceptId, Kept] = field(default_factory=dict)
    history: list[HistoryEntry] = field(default_factory=list)
    keys: dict[str, Revision] = field(default_factory=dict)


@dataclass(slots=True)
class Posted:
    """A notice, and how far it has come."""

    notice: Notice
    holder: Holder | None = None
    held_until: datetime | None = None
    begun_at: datetime | None = None
    finished_at: datetime | None = None


@dataclass(slots=True)
class State:
    """All that is kept."""

    versions: Counter[Subject] = field(default_factory=Counter)
    glossaries: dict[GlossaryId, Glossary] = field(default_factory=dict)
    workspaces: dict[WorkspaceId, tuple[GlossaryId, datetime]] = field(default_factory=dict)
    preferences: dict[AccountId, Preferences] = field(default_factory=dict)
    left: dict[WorkspaceId, datetime] = field(default_factory=dict)
    settings: defaultdict[Subject, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    owners: dict[tuple[GlossaryId, ConceptId], AccountId | None] = field(default_factory=dict)
    pins: defaultdict[GlossaryId, dict[Subject, set[ConceptId]]] = field(default_factory=lambda: defaultdict(dict))
    known: dict[AccountId, set[ConceptId]] = field(default_factory=dict)
    roles: defaultdict[WorkspaceId, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    drafts: dict[tuple[GlossaryId, DraftId], Draft] = field(default_factory=dict)
    proposals: dict[tuple[GlossaryId, ProposalId], Proposal] = field(default_factory=dict)
    notices: dict[tuple[GlossaryId, NoticeKey], Posted] = field(default_factory=dict)
    lookups: Counter[Lookup] = field(default_factory=Counter)
    typed: Counter[tuple[GlossaryId, date, str, str]] = field(default_factory=Counter)
    askers: set[tuple[GlossaryId, date, str, str]] = field(default_factory=set)
    uses: Counter[Use] = field(default_factory=Counter)
    wants: dict[tuple[GlossaryId, AccountId, str], Want] = field(default_factory=dict)
    dismissals: dict[tuple[GlossaryId, str], datetime] = field(default_factory=dict)
    packs: dict[tuple[GlossaryId, PackId], Pack] = field(default_factory=dict)
    pack_places: set[tuple[GlossaryId, PackId, Subject]] = field(default_factory=set)
    progress: dict[tuple[GlossaryId, AccountId, PackId], Progress] = field(default_factory=dict)
    learned: defaultdict[tuple[GlossaryId, AccountId], dict[ConceptId, Learned]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    lanes: dict[str, datetime] = field(default_factory=dict)
    month_keys: dict[date, bytes] = field(default_factory=dict)
    events: dict[str, datetime] = field(default_factory=dict)
    leases: dict[str, Lease] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)

    def touch_users(self, glossary: GlossaryId) -> None:
        """Let what is remembered of the workspaces that use a glossary be read again."""
        self.versions.update(workspace for workspace, (uses, _) in self.workspaces.items() if uses == glossary)

    def post(self, glossary: GlossaryId, notices: tuple[Notice, ...]) -> None:
        """Keep notices whose key is new."""
        for notice in notices:
            self.notices.setdefault((glossary, notice.key), Posted(notice))

    def post_paced(self, glossary: GlossaryId, notice: Notice, pace: timedelta) -> None:
        """Keep a notice, due no earlier than the pace after the last one of its workspace."""
        due = max(notice.due, self.lanes.get(notice.lane, notice.due))
        self.lanes[notice.lane] = due + pace
        self.post(glossary, (replace(notice, due=due),))

    def move_wants(self, workspace: WorkspaceId, to: GlossaryId) -> None:
        """Let who waits in a workspace wait in the glossary that it uses from now on."""
        for at in [at for at in self.wants if at[1].startswith(f"{workspace}:") and at[0] != to]:
            want = self.wants.pop(at)
            self.wants.setdefault((to, *at[1:]), want)

    def answer(
        self, glossary: GlossaryId, brought: Iterable[tuple[Concept | None, Concept | None]], occasion: Occasion
    ) -> None:
        """Tell whoever waited for what concepts have become; they wait no longer."""
        waiting = [want for at, want in self.wants.items() if at[0] == glossary]
        found = answers(waiting, brought, occasion)
        for want in found.met:
            del self.wants[glossary, want.account, want.typed]
        self.post(glossary, found.notices)
