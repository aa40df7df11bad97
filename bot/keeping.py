"""What is kept, and in which shape does it travel between the conversation and the stores? Values only, no behaviour.

Times are aware and in UTC. Whoever has the clock gives the time; a store never looks at one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

    from bot.requests import AccountId, WorkspaceId
    from bot.tokens import Token
    from glossary.concept import Concept, ConceptId, LanguageTag

GlossaryId = NewType("GlossaryId", str)
"""Names one glossary of an installation: ``home``, or like the first workspace that used it."""

HOME = GlossaryId("home")
"""The installation's own glossary."""

Revision = NewType("Revision", int)
"""Counts the committed changes of one glossary: 0 is the empty glossary, and each change, however large, adds one."""

EMPTY = Revision(0)

Recipient = NewType("Recipient", str)
"""Who is told: an account or a channel, with its platform first, such as ``slack:T0123:U0456``."""

DraftId = NewType("DraftId", str)
ProposalId = NewType("ProposalId", str)
NoticeKey = NewType("NoticeKey", str)
"""The same key is the same notice: it is kept once, however often it was caused."""

Holder = NewType("Holder", str)
"""Names one running process for as long as it lives."""

Subject = str
"""What can be remembered and has to be read again when it changed: a GlossaryId, WorkspaceId or AccountId."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is kept about how an account reads; None for what is not known."""

    language: LanguageTag | None = None
    """What they chose for this bot."""
    locale: LanguageTag | None = None
    """The language of their platform's own buttons, where the platform tells it only when asked."""


@dataclass(frozen=True, slots=True)
class Edit:
    """How one concept should stand from now on; `after` is None for a concept that is to go."""

    concept: ConceptId
    after: Concept | None


class Deed(StrEnum):
    """What kind of change it was."""

    STARTED = "started"
    """The starter was laid into a new glossary."""
    EDITED = "edited"
    IMPORTED = "imported"
    ROLLED_BACK = "rolled back"
    CONFIRMED = "confirmed"
    """Somebody said that it is still right."""
    MERGED = "merged"
    """Another glossary was joined to this one."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be said unasked: to whom, which command the door answers for them, and not before when."""

    key: NoticeKey
    recipient: Recipient
    token: Token
    due: datetime

    @property
    def platform(self) -> str:
        """Name the platform whose adapter sends it."""
        return self.recipient.partition(":")[0]

    @property
    def lane(self) -> str:
        """Name the workspace, whose limit it shares with the other notices there."""
        return self.recipient.rpartition(":")[0]


class Verdict(StrEnum):
    """How a proposal ended."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a curator said to a proposal, and when."""

    proposal: ProposalId
    verdict: Verdict
    curator: AccountId | None
    """None when the curator wished to be forgotten."""
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Want:
    """Somebody asked for a term that is not there, and wants to be told when it is."""

    account: AccountId
    typed: str
    keys: frozenset[str]
    """As `glossary.gathering.keys_of` gives them; at least one."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody wants done to a glossary: all of it or nothing. No concept twice among the edits."""

    glossary: GlossaryId
    edits: tuple[Edit, ...]
    based_on: Revision
    """The revision that the author saw: what happened to the same concepts since then is a conflict."""
    author: AccountId | None
    """None for what the installation did by itself."""
    at: datetime
    deed: Deed = Deed.EDITED
    why: str = ""
    key: str | None = None
    """A second change with the same key is the first one sent again: it is not done twice."""
    free_names: tuple[str, ...] = ()
    """Names that may lead to no concept but those in the edits, whatever was added in the meantime."""
    notices: tuple[Notice, ...] = ()
    """What is to be said because of it; kept in the same transaction."""
    decision: Decision | None = None
    """The proposal that it carries out; it must still be open."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What brings a glossary from an earlier revision to this one. `put` is in the order of first addition."""

    revision: Revision
    put: tuple[Concept, ...]
    removed: tuple[ConceptId, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one change did to one concept. `before` is None for an addition, `after` for a deletion."""

    revision: Revision
    concept: ConceptId
    before: Concept | None
    after: Concept | None
    author: AccountId | None
    at: datetime
    deed: Deed
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that was submitted and could not be saved at once; for its owner alone, until it expires."""

    id: DraftId
    glossary: GlossaryId
    owner: AccountId
    purpose: Token
    """The command that opened the form."""
    values: tuple[tuple[str, str], ...]
    """(key of the field, what was written), in the order of the form."""
    based_on: Revision
    expires: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that waits for a curator."""

    id: ProposalId
    glossary: GlossaryId
    edit: Edit
    based_on: Revision
    author: AccountId | None
    """None when the author wished to be forgotten."""
    at: datetime
    why: str = ""
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class RoleGrant:
    """A role that was given in a workspace to an account or to a platform's own group."""

    workspace: WorkspaceId
    holder: str
    role: str


@dataclass(frozen=True, slots=True)
class Lease:
    """The right of one process to do a piece of work alone, until it runs out."""

    name: str
    holder: Holder
    until: datetime
