"""What does the bot need from outside? Protocols only; the adapters fulfil them.

Every asynchronous method may raise `UnavailableError`: the store does not answer, and what was to be written is not.
One suite of promises (tests/adapters/promises) runs against every store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.newcomers import DigestStore, PackStore, ProgressStore, WantStore

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from datetime import date, datetime

    from bot.keeping import (
        Change,
        Changes,
        Decision,
        Draft,
        DraftId,
        Gap,
        GlossaryId,
        HistoryEntry,
        Holder,
        Lease,
        Lookup,
        Notice,
        NoticeKey,
        Preferences,
        Proposal,
        ProposalId,
        Revision,
        RoleGrant,
        Subject,
        Tally,
        Use,
    )
    from bot.requests import AccountId, Place, WorkspaceId
    from glossary.concept import Concept, ConceptId, LanguageTag


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


class PreferenceStore(Freshness, Protocol):
    """Keeps what people chose for themselves."""

    async def preferences_of(self, account: AccountId) -> Preferences:
        """Read what is kept about how an account reads."""
        ...

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None."""
        ...

    async def remember_locale(self, account: AccountId, locale: LanguageTag) -> None:
        """Keep the locale that a platform told of an account after it was asked; the one that is known writes nothing.

        The next answer knows it, in every process.
        """
        ...


class SettingStore(Freshness, Protocol):
    """Keeps what workspaces decided for themselves."""

    async def settings_of(self, subject: Subject) -> Mapping[str, str]:
        """Read every setting of a workspace or place; empty for one that never set anything."""
        ...

    async def set_setting(self, subject: Subject, name: str, value: str | None) -> None:
        """Keep a setting, or forget it with None."""
        ...

    async def settings_named(self, name: str) -> Mapping[Subject, str]:
        """Tell who set this setting, and to what."""
        ...


class CareStore(Freshness, Protocol):
    """Keeps who looks after which entry, and which meaning is meant where."""

    async def owner_of(self, glossary: GlossaryId, concept: ConceptId) -> AccountId | None:
        """Tell who looks after a concept; None for nobody."""
        ...

    async def owners_of(self, glossary: GlossaryId) -> Mapping[ConceptId, AccountId]:
        """Tell who looks after the concepts that somebody looks after."""
        ...

    async def set_owner(self, glossary: GlossaryId, concept: ConceptId, owner: AccountId | None) -> None:
        """Let somebody look after a concept, or nobody."""
        ...

    async def lose_owner(self, account: AccountId) -> Mapping[GlossaryId, Sequence[ConceptId]]:
        """Let what an account looked after have lost its owner; tell which concepts those are."""
        ...

    async def orphans_of(self, glossary: GlossaryId) -> Sequence[ConceptId]:
        """List the concepts that lost their owner and have found no other, in the order of their ids.

        What somebody let go of, or what never had an owner, is not among them.
        """
        ...

    async def pins_of(self, glossary: GlossaryId) -> Mapping[Subject, frozenset[ConceptId]]:
        """Tell which concepts come first in each place that has any."""
        ...

    async def pin(self, glossary: GlossaryId, place: Place, concept: ConceptId, *, is_pinned: bool) -> None:
        """Let a concept come first in a place, or no longer."""
        ...


class KnownStore(Protocol):
    """Keeps which concepts people said they know, so that nobody explains these to them."""

    async def known_by(self, account: AccountId) -> frozenset[ConceptId]:
        """Tell which concepts an account said it knows."""
        ...

    async def set_known(self, account: AccountId, concept: ConceptId, *, is_known: bool) -> None:
        """Keep that an account knows a concept, or no longer."""
        ...


class PersonStore(Protocol):
    """Knows what of all that is kept is about a person."""

    async def kept_about(self, account: AccountId) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Read every row that names an account or its person, by the kind of row; kinds without one are left out."""
        ...

    async def forget(self, account: AccountId) -> None:
        """Remove the rows that are only about the person, and take the name out of the others."""
        ...


class RoleStore(Freshness, Protocol):
    """Keeps the roles that were given in each workspace."""

    async def roles_in(self, workspace: WorkspaceId) -> Mapping[str, str]:
        """Tell the role of each account and group that was given one."""
        ...

    async def give_role(self, grant: RoleGrant) -> None:
        """Give a role; it takes the place of an earlier one."""
        ...

    async def take_role(self, workspace: WorkspaceId, holder: str) -> None:
        """Take the role of an account or group away. Who has none stays without."""
        ...


class DraftStore(Protocol):
    """Keeps submitted forms that could not be saved, each for its owner."""

    async def keep_draft(self, draft: Draft) -> None:
        """Keep a draft; it takes the place of the one with the same id."""
        ...

    async def draft(self, glossary: GlossaryId, draft: DraftId, owner: AccountId, now: datetime) -> Draft | None:
        """Find a draft; None for one that is not there, is somebody else's, or has expired."""
        ...

    async def drop_draft(self, glossary: GlossaryId, draft: DraftId) -> None:
        """Let go of a draft. What is not there stays not there."""
        ...

    async def purge_drafts(self, now: datetime) -> None:
        """Let go of every draft that has expired."""
        ...


class ProposalStore(Protocol):
    """Keeps what was proposed, and what was decided about it."""

    async def propose(self, proposal: Proposal, caused: Sequence[Notice] = ()) -> None:
        """Keep a proposal, together with what is to be said because of it."""
        ...

    async def proposal(self, glossary: GlossaryId, proposal: ProposalId) -> Proposal | None:
        """Find a proposal, open or decided."""
        ...

    async def open_proposals(self, glossary: GlossaryId, limit: int = 20) -> Sequence[Proposal]:
        """List the proposals that wait, the oldest first."""
        ...

    async def decide(self, glossary: GlossaryId, decision: Decision, caused: Sequence[Notice] = ()) -> bool:
        """Decide a proposal that changes nothing, such as to decline it; tell whether this was the first decision.

        The notices are kept only then.
        """
        ...


class NoticeStore(Protocol):
    """Keeps what is to be said unasked until it was said: by one process, and never twice."""

    async def post_notices(self, glossary: GlossaryId, caused: Sequence[Notice]) -> None:
        """Keep notices that no change caused, such as a greeting. A key that was there before adds nothing."""
        ...

    async def lease_notices(
        self, whom: str, holder: Holder, now: datetime, until: datetime, limit: int = 100
    ) -> Sequence[tuple[GlossaryId, Notice]]:
        """Take notices that are due and that nobody holds, the one due first first.

        They are for a platform, such as ``slack``, or for one recipient, such as ``terminal:noa``.
        What a process held whose lease ran out is taken over, unless it had called `begin_notice` for it.
        """
        ...

    async def begin_notice(self, glossary: GlossaryId, key: NoticeKey, holder: Holder, now: datetime) -> bool:
        """Say, just before it is sent, that it is being sent; tell whether it may be.

        From here on nobody else gets it, even when this process dies: it is said at most once.
        """
        ...

    async def finish_notice(self, glossary: GlossaryId, key: NoticeKey, now: datetime) -> None:
        """Say that it was sent, or will never be."""
        ...

    async def put_notice_back(self, glossary: GlossaryId, key: NoticeKey, due: datetime) -> None:
        """Say that it was certainly not sent, and when to try again."""
        ...

    async def purge_notices(self, finished_before: datetime) -> None:
        """Let go of the notices that were finished before this time, and of their keys."""
        ...


class CountStore(Protocol):
    """Keeps how often what was asked, without names."""

    async def add_counts(self, tally: Tally) -> None:
        """Add what was counted to what is kept."""
        ...

    async def month_key(self, month: date) -> bytes:
        """Tell the secret with which askers are told apart within one month: the same in every process."""
        ...

    async def lookups(self, glossary: GlossaryId, since: date) -> Sequence[tuple[Lookup, int]]:
        """Read how often each lookup was made, from that day on, the most frequent first."""
        ...

    async def gaps(self, glossary: GlossaryId, month: date, limit: int = 20) -> Sequence[Gap]:
        """List what was not found within a month, what most people asked for first."""
        ...

    async def purge_counts(self, before: date) -> None:
        """Let go of the months before that day, of what tells askers apart in them, and of their keys."""
        ...


class UseStore(Protocol):
    """Keeps how often which concept was shown in which place, without names."""

    async def add_uses(self, used: Mapping[Use, int]) -> None:
        """Add how often each was used to what is kept."""
        ...

    async def uses_in(self, glossary: GlossaryId, place: Subject, since: date, limit: int) -> Mapping[ConceptId, int]:
        """Tell how often each concept was used in a place or workspace from that month on, the most used ones."""
        ...

    async def purge_uses(self, before: date) -> None:
        """Let go of the months before that day."""
        ...


class EventStore(Protocol):
    """Remembers, for every process, which events of a platform were handled."""

    async def is_first(self, event: str, now: datetime) -> bool:
        """Tell whether an event is met for the first time, and remember it."""
        ...

    async def purge_events(self, before: datetime) -> None:
        """Let go of the events that were met before this time."""
        ...


class LeaseStore(Protocol):
    """Lets one process at a time do a piece of work."""

    async def acquire(self, lease: Lease, now: datetime) -> bool:
        """Take a lease that nobody else holds, or prolong one's own; tell whether it is held now."""
        ...

    async def release(self, name: str, holder: Holder) -> None:
        """Give a lease back before it runs out. Somebody else's is left alone."""
        ...


class SecretStore(Protocol):
    """Keeps tokens and keys, sealed."""

    async def keep_secret(self, name: str, secret: str) -> None:
        """Keep a secret; it takes the place of the one with the same name."""
        ...

    async def secret(self, name: str) -> str | None:
        """Open a secret; None where there is none."""
        ...

    async def drop_secret(self, name: str) -> None:
        """Let go of a secret. What is not there stays not there."""
        ...


class Store(
    GlossaryStore,
    HousingStore,
    PreferenceStore,
    SettingStore,
    RoleStore,
    CareStore,
    KnownStore,
    PersonStore,
    DraftStore,
    ProposalStore,
    NoticeStore,
    CountStore,
    UseStore,
    WantStore,
    DigestStore,
    PackStore,
    ProgressStore,
    EventStore,
    LeaseStore,
    SecretStore,
    Protocol,
):
    """All of it, as one installation has it."""
