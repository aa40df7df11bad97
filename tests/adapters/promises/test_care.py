"""What the stores of settings, owners and pins promise, and what they know of a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.keeping import (
    EMPTY,
    HOME,
    Decision,
    Draft,
    DraftId,
    Edit,
    Proposal,
    ProposalId,
    Recipient,
    RoleGrant,
    Verdict,
    Want,
)
from bot.packs import Learned, PackId, Progress, Status
from bot.requests import ChannelId, Place, WorkspaceId
from bot.tokens import Token
from tests.adapters.promises.changes import ALEX, MINJI, MINUTE, NOON, change, concept, notice
from tests.terms import KO

if TYPE_CHECKING:
    from bot.ports import Store

T1 = WorkspaceId("slack:T1")
C1, C2 = Place(T1, ChannelId("C1")), Place(T1, ChannelId("C2"))
A, B = concept("a"), concept("b")


async def test_settings_are_kept_until_they_are_forgotten(store: Store) -> None:
    """For one workspace, each by its name."""
    stamp = store.stamp(T1)
    await store.set_setting(T1, "review", "yes")
    assert store.stamp(T1) != stamp
    await store.set_setting(T1, "stale_months", "12")
    await store.set_setting(T1, "review", None)
    assert await store.settings_of(T1) == {"stale_months": "12"}
    assert await store.settings_of(WorkspaceId("slack:T2")) == {}
    await store.set_setting("slack:T2", "review", "")
    await store.set_setting("slack:T3", "stale_months", "6")
    assert await store.settings_named("stale_months") == {T1: "12", "slack:T3": "6"}
    assert await store.settings_named("unheard of") == {}


async def test_a_concept_has_one_owner_at_most(store: Store) -> None:
    """The last one counts; letting go twice is fine."""
    await store.commit(change(A, B))
    assert await store.owner_of(HOME, A.id) is None
    await store.set_owner(HOME, A.id, MINJI)
    await store.set_owner(HOME, A.id, ALEX)
    assert (await store.owner_of(HOME, A.id), await store.owner_of(HOME, B.id)) == (ALEX, None)
    assert await store.owners_of(HOME) == {A.id: ALEX}
    await store.set_owner(HOME, B.id, MINJI)
    await store.lose_owner(MINJI)
    assert await store.owners_of(HOME) == {A.id: ALEX}
    await store.set_owner(HOME, A.id, None)
    await store.set_owner(HOME, A.id, None)
    assert await store.owner_of(HOME, A.id) is None


async def test_what_somebody_looked_after_who_is_gone_is_listed(store: Store) -> None:
    """Until somebody else looks after it, or a curator says that nobody is to; what was let go of is not listed."""
    await store.commit(change(A, B, concept("c"), concept("d")))
    for one in (A, B, concept("c")):
        await store.set_owner(HOME, one.id, MINJI)
    await store.set_owner(HOME, concept("d").id, ALEX)
    await store.set_owner(HOME, concept("c").id, None)
    assert await store.lose_owner(MINJI) == {HOME: [A.id, B.id]}
    assert await store.lose_owner(MINJI) == {}
    assert await store.orphans_of(HOME) == [A.id, B.id]
    assert await store.owner_of(HOME, A.id) is None
    await store.set_owner(HOME, A.id, ALEX)
    assert await store.orphans_of(HOME) == [B.id]
    await store.forget(ALEX)
    assert await store.orphans_of(HOME) == [A.id, B.id, concept("d").id]
    await store.set_owner(HOME, B.id, None)
    assert await store.orphans_of(HOME) == [A.id, concept("d").id]


async def test_pins_belong_to_their_place(store: Store) -> None:
    """Pinning twice is pinning; the workspace is told."""
    await store.commit(change(A, B))
    stamp = store.stamp(T1)
    for pinned in (A, B, B):
        await store.pin(HOME, C1, pinned.id, is_pinned=True)
    await store.pin(HOME, C2, A.id, is_pinned=True)
    assert store.stamp(T1) != stamp
    assert await store.pins_of(HOME) == {C1.subject: {A.id, B.id}, C2.subject: {A.id}}
    await store.pin(HOME, C2, A.id, is_pinned=False)
    await store.pin(HOME, C1, A.id, is_pinned=False)
    assert await store.pins_of(HOME) == {C1.subject: {B.id}}


async def test_a_change_is_known_by_its_key(store: Store) -> None:
    """So that doing it again can be answered as before."""
    assert await store.made_by(HOME, "draft:1") is None
    revision = await store.commit(change(A, key="draft:1"))
    assert await store.made_by(HOME, "draft:1") == revision


async def test_what_only_newer_versions_write_is_read_back(store: Store) -> None:
    """A definition that was overtaken, and the day of the last confirmation."""
    told = concept("a", meaning="one")
    definition = replace(told.definitions[0], is_outdated=True)
    marked = replace(told, definitions=(definition,), confirmed=NOON.date())
    await store.commit(change(marked))
    assert await store.concepts(HOME) == (marked,)
    (entry,) = await store.history(HOME)
    assert entry.after == marked


async def test_a_person_is_handed_over_and_forgotten_whole(store: Store) -> None:
    """Every kind of row that names them; what they wrote stays, without their name, and others are not touched."""
    written = change(A, key="k", notices=(replace(notice("n"), recipient=Recipient(MINJI)),))
    await store.commit(replace(written, author=MINJI))
    await store.commit(replace(change(B, based_on=1), author=ALEX))
    await store.choose_language(MINJI, KO)
    await store.give_role(RoleGrant(T1, MINJI, "curator"))
    await store.set_owner(HOME, A.id, MINJI)
    await store.set_known(MINJI, A.id, is_known=True)
    await store.keep_draft(Draft(DraftId("d"), HOME, MINJI, Token("1:add:"), (), EMPTY, NOON + MINUTE))
    await store.want(HOME, Want(MINJI, "kafka", frozenset({"kafka"}), NOON))
    await store.begin(HOME, Progress(MINJI, PackId("p"), Status.READING, 1, NOON), notice("greet"), MINUTE)
    await store.keep_learned(HOME, MINJI, {A.id: Learned(is_read=True)})
    for author, curator, name in ((MINJI, ALEX, "p1"), (ALEX, MINJI, "p2")):
        await store.propose(Proposal(ProposalId(name), HOME, Edit(A.id, None), EMPTY, author, NOON))
        await store.decide(HOME, Decision(ProposalId(name), Verdict.DECLINED, curator, NOON))
    kept = await store.kept_about(MINJI)
    assert {"preferences", "roles", "owners", "known", "drafts", "proposals", "notices"} <= set(kept)
    assert {"wants", "progress", "learning"} <= set(kept)
    assert str(MINJI) in str(kept)
    await store.forget(MINJI)
    assert await store.kept_about(MINJI) == {}
    assert [entry.author for entry in await store.history(HOME)] == [ALEX, None]
    assert await store.concepts(HOME) == (A, B)
    assert await store.roles_in(T1) == {}
    assert await store.known_by(MINJI) == frozenset()
    first, second = [await store.proposal(HOME, ProposalId(name)) for name in ("p1", "p2")]
    assert first is not None
    assert second is not None
    assert second.decision is not None
    assert (first.author, second.author, second.decision.curator) == (None, ALEX, None)
