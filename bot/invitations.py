"""With which codes may another workspace use a glossary? Kept as hashes, for ten minutes, tried a few times only."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from bot.keeping import GlossaryId

if TYPE_CHECKING:
    from bot.ports import EventStore, SettingStore
    from bot.requests import WorkspaceId

    class InvitationStore(SettingStore, EventStore, Protocol):
        """What keeps codes, and which of them were used."""


LASTS = timedelta(minutes=10)
MOST_TRIES = 5
"""Of one workspace in one hour; whoever guesses codes needs more than the age of the earth."""
LENGTH = 12
GROUP = 4
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Without what is taken for something else: I and 1, O and 0. 32 letters, so 12 of them are 60 bits."""
INVITATIONS = "invitations"
"""The subject under which the hashes of all open codes are kept."""
ADMITTED = "admitted"
"""The setting of a workspace that showed a code and has not said yet what becomes of its own entries."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A glossary that may be used, until when."""

    glossary: GlossaryId
    expires: datetime

    def written(self) -> str:
        """Write it as a setting."""
        return f"{self.expires.isoformat()} {self.glossary}"


def _read(written: str) -> Invitation:
    expires, _, glossary = written.partition(" ")
    return Invitation(GlossaryId(glossary), datetime.fromisoformat(expires))


async def invited(glossary: GlossaryId, settings: SettingStore, now: datetime) -> str:
    """Make a code for a glossary, and keep its hash; let go of those that have expired."""
    for kept, written in (await settings.settings_of(INVITATIONS)).items():
        if _read(written).expires <= now:
            await settings.set_setting(INVITATIONS, kept, None)
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    await settings.set_setting(INVITATIONS, _hash(letters), Invitation(glossary, now + LASTS).written())
    return "-".join(letters[begin : begin + GROUP] for begin in range(0, LENGTH, GROUP))


async def may_try(workspace: WorkspaceId, events: EventStore, now: datetime) -> bool:
    """Take one of the tries that a workspace has in this hour, in any process; tell whether there was one left."""
    hour = now.strftime("%Y%m%d%H")
    for number in range(MOST_TRIES):
        if await events.is_first(f"join:{workspace}:{hour}:{number}", now):
            return True
    return False


async def admitted_by(code: str, workspace: WorkspaceId, store: InvitationStore, now: datetime) -> Invitation | None:
    """Use a code up, and keep for ten minutes that the workspace may join; None for a wrong one, and a used one."""
    typed, found = _hash("".join(filter(str.isalnum, code)).upper()), None
    for kept, written in (await store.settings_of(INVITATIONS)).items():
        is_equal = hmac.compare_digest(kept, typed)  # every one is compared, and each takes as long as any other
        if is_equal and _read(written).expires > now:
            found = kept, _read(written)
    if found is None or not await store.is_first(f"invitation:{found[0]}", now):  # of several who show it together, one
        return None
    await store.set_setting(INVITATIONS, found[0], None)
    admission = Invitation(found[1].glossary, now + LASTS)
    await store.set_setting(workspace, ADMITTED, admission.written())
    return admission


async def admission_of(workspace: WorkspaceId, settings: SettingStore, now: datetime) -> Invitation | None:
    """Tell which glossary a workspace may join just now; None for none."""
    written = (await settings.settings_of(workspace)).get(ADMITTED)
    admission = _read(written) if written else None
    return admission if admission and admission.expires > now else None


def _hash(letters: str) -> str:
    return hashlib.sha256(f"malmoi invitation {letters}".encode()).hexdigest()
