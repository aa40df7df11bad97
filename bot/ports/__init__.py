"""What does the bot need from outside? Protocols only; the adapters fulfil them.

Every asynchronous method may raise `UnavailableError`: the store does not answer, and what was to be written is not.
One suite of promises (tests/adapters/promises) runs against every store.
"""

from __future__ import annotations

from typing import Protocol

from bot.ports.counts import CountStore, UseStore
from bot.ports.curation import DraftStore, ProposalStore
from bot.ports.glossaries import Freshness, GlossaryStore, HousingStore
from bot.ports.newcomers import DigestStore, PackStore, ProgressStore, WantStore
from bot.ports.notices import NoticeStore
from bot.ports.people import CareStore, KnownStore, PersonStore, PreferenceStore, RoleStore, SettingStore
from bot.ports.processes import EventStore, LeaseStore, SecretStore

__all__ = [
    "CareStore",
    "CountStore",
    "DigestStore",
    "DraftStore",
    "EventStore",
    "Freshness",
    "GlossaryStore",
    "HousingStore",
    "KnownStore",
    "LeaseStore",
    "NoticeStore",
    "PackStore",
    "PersonStore",
    "PreferenceStore",
    "ProgressStore",
    "ProposalStore",
    "RoleStore",
    "SecretStore",
    "SettingStore",
    "Store",
    "UseStore",
    "WantStore",
]


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
