"""A database with a row in every table, as each version of the schema is tested with."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from adapters.sql.tables import metadata
from bot.counts import Asking, Lookup, Outcome, Tally, Use
from bot.keeping import (
    HOME,
    Decision,
    Draft,
    DraftId,
    Edit,
    GlossaryId,
    Holder,
    Lease,
    Proposal,
    ProposalId,
    Revision,
    RoleGrant,
    Verdict,
    Want,
)
from bot.packs import Learned, Pack, PackId, Progress, Status
from bot.requests import ChannelId, Place, WorkspaceId
from bot.tokens import Token
from glossary.spelling import LooseKey
from tests.adapters.promises.changes import ALEX, MINJI, MINUTE, NOON, change, concept, notice, removal
from tests.terms import EN, KO, TERMS

if TYPE_CHECKING:
    from adapters.sql.database import Database
    from bot.ports import Store

JUNE = date(2026, 6, 1)


async def fill(store: Store) -> None:
    """Keep something of every kind."""
    await store.settle(WorkspaceId("slack:T1"), HOME, TERMS, NOON)
    await store.commit(change(concept("a", "A", "에이", meaning="one"), based_on=1, key="k", notices=(notice("n"),)))
    await store.commit(removal("chef", based_on=2))
    await store.choose_language(MINJI, KO)
    await store.give_role(RoleGrant(WorkspaceId("slack:T1"), MINJI, "curator"))
    await store.set_owner(HOME, TERMS[1].id, MINJI)
    await store.set_owner(HOME, TERMS[2].id, ALEX)
    await store.lose_owner(ALEX)
    await store.settle(WorkspaceId("slack:T2"), GlossaryId("slack:T2"), (), NOON)
    await store.workspace_left(WorkspaceId("slack:T2"), NOON)
    await store.pin(HOME, Place(WorkspaceId("slack:T1"), ChannelId("C1")), TERMS[2].id, is_pinned=True)
    await store.set_known(MINJI, TERMS[0].id, is_known=True)
    values = (("name", "\u0007 “레디스”"),)
    await store.keep_draft(Draft(DraftId("d"), HOME, MINJI, Token("1:add:"), values, Revision(1), NOON + MINUTE))
    edit = Edit(TERMS[0].id, None)
    await store.propose(Proposal(ProposalId("p"), HOME, edit, Revision(1), ALEX, NOON, "old"))
    await store.decide(HOME, Decision(ProposalId("p"), Verdict.DECLINED, MINJI, NOON, "no"))
    lookup = Lookup(HOME, LooseKey("redis"), Outcome.NOT_FOUND, EN, "slack command", JUNE)
    await store.add_counts(Tally(((lookup, 2),), ((Asking(HOME, LooseKey("redis"), "redis", JUNE, "x"), 2),)))
    await store.add_uses({Use(HOME, "slack:T1:C1", TERMS[0].id, JUNE): 3})
    await store.month_key(JUNE)
    await store.is_first("Ev1", NOON)
    await store.acquire(Lease("digests", Holder("p1"), NOON + MINUTE), NOON)
    await store.keep_secret("slack:T1", "xoxb")
    await fill_packs(store)


async def fill_packs(store: Store) -> None:
    """Keep something of every kind that newcomers need."""
    await store.want(HOME, Want(ALEX, "kafka", frozenset({"kafka"}), NOON))
    await store.dismiss(HOME, frozenset({"foo"}), NOON)
    pack = Pack(PackId("p"), "Onboarding", (TERMS[0].id,), welcomes=((EN, "Hello"),), reminder_days=3)
    await store.keep_pack(HOME, pack)
    await store.place_pack(HOME, pack.id, "slack:T1:C1", is_placed=True)
    begun = Progress(MINJI, pack.id, Status.GREETED, 0, NOON, KO)
    await store.begin(HOME, begun, notice("greet"), MINUTE)
    await store.keep_learned(HOME, MINJI, {TERMS[0].id: Learned(is_read=True, box=1, due=NOON)})


async def everything_in(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Read every row of every table, as the newest schema knows them."""
    async with database.reading() as connection:
        return {
            table.name: [tuple(row) for row in await connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }
