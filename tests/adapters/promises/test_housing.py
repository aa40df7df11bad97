"""What becomes of a workspace that removed the bot, in every store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from bot.counts import Asking, Lookup, Outcome, Tally
from bot.keeping import EMPTY, HOME, Draft, DraftId, Edit, GlossaryId, Proposal, ProposalId, RoleGrant, Want
from bot.packs import Learned, Pack, PackId, Progress, Status
from bot.requests import AccountId, ChannelId, Place, WorkspaceId
from bot.tokens import Token
from glossary.spelling import LooseKey
from tests.adapters.promises.changes import MINUTE, NOON, change, concept, notice
from tests.terms import KO, MLOPS, REDIS

if TYPE_CHECKING:
    from bot.ports import Store

T1, T2, T10 = WorkspaceId("slack:T1"), WorkspaceId("slack:T2"), WorkspaceId("slack:T10")
OURS = GlossaryId(T1)
SUE, OTHER = AccountId("slack:T1:U1"), AccountId("slack:T10:U1")
JUNE = date(2026, 6, 1)
LATER = NOON + MINUTE


@pytest.fixture
async def housed(store: Store) -> Store:
    """Give a store with a workspace that keeps something of every kind, and one whose name begins like its own."""
    for workspace, account in ((T1, SUE), (T10, OTHER)):
        glossary = GlossaryId(workspace)
        await store.settle(workspace, glossary, (MLOPS, REDIS), NOON)
        await store.set_setting(workspace, "review", "yes")
        await store.set_setting(f"{workspace}:C1", "language", "ko")
        await store.give_role(RoleGrant(workspace, "S1", "curator"))
        await store.choose_language(account, KO)
        await store.set_known(account, REDIS.id, is_known=True)
        await store.set_owner(glossary, REDIS.id, account)
        await store.pin(glossary, Place(workspace, ChannelId("C1")), MLOPS.id, is_pinned=True)
        await store.post_notices(glossary, [notice("n", account)])
        await store.propose(Proposal(ProposalId("p"), glossary, Edit(MLOPS.id, None), EMPTY, account, NOON))
        draft = Draft(DraftId("d"), glossary, account, Token("1:add:"), (), EMPTY, LATER)
        await store.keep_draft(draft)
        await store.want(glossary, Want(account, "kafka", frozenset({"kafka"}), NOON))
        await store.dismiss(glossary, frozenset({"foo"}), NOON)
        await store.keep_pack(glossary, Pack(PackId("p"), "First week", (REDIS.id,)))
        for place in (workspace, f"{workspace}:C1"):
            await store.place_pack(glossary, PackId("p"), place, is_placed=True)
        await store.keep_progress(glossary, Progress(account, PackId("p"), Status.READING, 1, NOON))
        await store.keep_learned(glossary, account, {REDIS.id: Learned(is_read=True)})
        lookup = Lookup(glossary, LooseKey("redis"), Outcome.NOT_FOUND, KO, "slack command", JUNE)
        asking = Asking(glossary, LooseKey("redis"), "redis", JUNE, "x")
        await store.add_counts(Tally(((lookup, 2),), ((asking, 2),)))
    return store


async def kept(store: Store, workspace: WorkspaceId, account: AccountId) -> list[object]:
    """Tell what is still there of a workspace."""
    glossary = GlossaryId(workspace)
    return [
        await store.glossary_of(workspace),
        len(await store.concepts(glossary)),
        dict(await store.settings_of(workspace)),
        dict(await store.settings_of(f"{workspace}:C1")),
        dict(await store.roles_in(workspace)),
        dict(await store.pins_of(glossary)),
        dict(await store.kept_about(account)),
        len(await store.open_proposals(glossary)),
        len(await store.history(glossary)),
        len(await store.lookups(glossary, JUNE)),
        len(await store.gaps(glossary, JUNE)),
        *await kept_for_newcomers(store, glossary, account),
    ]


async def kept_for_newcomers(store: Store, glossary: GlossaryId, account: AccountId) -> list[object]:
    """Tell what is still there of packs, progress and wants."""
    return [
        len(await store.packs_of(glossary)),
        len(await store.places_of(glossary)),
        len(await store.progress_of(glossary, account)),
        len(await store.learned_by(glossary, account)),
        len(await store.wants_of(glossary, account)),
        len(await store.dismissed(glossary)),
    ]


NOTHING: list[object] = [None, 0, {}, {}, {}, {}, {}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]


async def test_a_workspace_that_left_is_deleted_with_all_that_was_its_own(housed: Store) -> None:
    """Once the time has passed; another workspace keeps everything, however alike their names are."""
    before = await kept(housed, T10, OTHER)
    await housed.workspace_left(T1, NOON)
    await housed.workspace_left(T1, LATER)
    assert await housed.purge_removed(NOON) == []
    assert await housed.purge_removed(LATER) == [OURS]
    assert await housed.purge_removed(LATER) == []
    assert await kept(housed, T1, SUE) == NOTHING
    assert await kept(housed, T10, OTHER) == before
    assert await housed.settle(T1, OURS, (MLOPS,), LATER) == OURS
    assert [one.id for one in await housed.concepts(OURS)] == [MLOPS.id]


async def test_a_workspace_that_came_back_in_time_keeps_everything(housed: Store) -> None:
    """As one that never left, and one that nobody knows."""
    before = await kept(housed, T1, SUE)
    await housed.workspace_left(T1, NOON)
    await housed.workspace_came_back(T1)
    await housed.workspace_came_back(T10)
    await housed.workspace_left(T2, NOON)
    await housed.workspace_came_back(T2)
    assert await housed.purge_removed(LATER) == []
    assert await kept(housed, T1, SUE) == before


async def test_what_a_process_remembers_of_a_deleted_workspace_is_read_again(housed: Store) -> None:
    """Its stamps change."""
    await housed.workspace_left(T1, NOON)
    stamps = [housed.stamp(subject) for subject in (T1, OURS)]
    await housed.purge_removed(LATER)
    assert all(housed.stamp(subject) != stamp for subject, stamp in zip((T1, OURS), stamps, strict=True))


async def test_a_shared_glossary_stays_as_long_as_somebody_uses_it(housed: Store) -> None:
    """What people of the workspace that left wrote stays without their names, and what they looked after is listed."""
    await housed.settle(T2, OURS, (), NOON)
    await housed.commit(replace(change(concept("a"), author=SUE, based_on=1), glossary=OURS))
    await housed.workspace_left(T1, NOON)
    assert await housed.purge_removed(LATER) == []
    assert len(await housed.concepts(OURS)) == 3
    assert {entry.author for entry in await housed.history(OURS)} == {None}
    assert [one.author for one in await housed.open_proposals(OURS)] == [None]
    assert await housed.orphans_of(OURS) == [REDIS.id]
    assert await housed.kept_about(SUE) == {}
    assert await housed.roles_in(T1) == {}
    assert await kept_for_newcomers(housed, OURS, SUE) == [1, 0, 0, 0, 0, 1]
    await housed.workspace_left(T2, NOON)
    assert await housed.purge_removed(LATER) == [OURS]


async def test_what_a_workspace_had_before_it_joined_goes_with_it(housed: Store) -> None:
    """And the glossary that it joined, which is another's, does not."""
    await housed.workspace_left(T1, NOON)
    await housed.join(T1, GlossaryId(T10), NOON)
    assert await housed.purge_removed(LATER) == []
    await housed.workspace_left(T1, NOON)
    assert await housed.purge_removed(LATER) == [OURS]
    assert len(await housed.concepts(GlossaryId(T10))) == 2


async def test_home_stays_for_ever(store: Store) -> None:
    """With the workspaces that use it."""
    await store.settle(T1, HOME, (MLOPS,), NOON)
    await store.set_setting(T1, "review", "yes")
    await store.workspace_left(T1, NOON)
    assert await store.purge_removed(LATER) == []
    assert await store.glossary_of(T1) == HOME
    assert await store.settings_of(T1) == {"review": "yes"}
