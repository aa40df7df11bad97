"""What the stores of preferences, roles, drafts and proposals promise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.keeping import (
    EMPTY,
    HOME,
    Decision,
    Draft,
    DraftId,
    Edit,
    Holder,
    Preferences,
    Proposal,
    ProposalId,
    RoleGrant,
    Verdict,
)
from bot.requests import AccountId, WorkspaceId, person_of
from bot.tokens import Token
from glossary.concept import ConceptId, LanguageTag
from glossary.errors import ChangedMeanwhileError
from tests.adapters.promises.changes import ALEX, MINJI, MINUTE, NOON, change, concept, notice
from tests.terms import EN, KO

if TYPE_CHECKING:
    from bot.ports import Store

T1, T2 = WorkspaceId("slack:T1"), WorkspaceId("slack:T2")
ME = Holder("p1")
DRAFT = Draft(
    DraftId("d1"), HOME, MINJI, Token("1:add:"), (("name", "레디스"), ("meaning", "a\nb")), EMPTY, NOON + MINUTE
)
NEW = concept("a", meaning="new")
PROPOSAL = Proposal(
    ProposalId("p1"), HOME, Edit(concept("a").id, concept("a", meaning="new")), EMPTY, MINJI, NOON, "why"
)
YES = Decision(ProposalId("p1"), Verdict.ACCEPTED, ALEX, NOON, "")
NO = Decision(ProposalId("p1"), Verdict.DECLINED, ALEX, NOON + MINUTE, "we have it")


async def test_a_language_is_kept_until_it_is_forgotten(store: Store) -> None:
    """For one account only."""
    assert (await store.preferences_of(MINJI)).language is None
    await store.choose_language(MINJI, EN)
    await store.choose_language(MINJI, KO)
    assert ((await store.preferences_of(MINJI)).language, (await store.preferences_of(ALEX)).language) == (KO, None)
    await store.choose_language(MINJI, None)
    await store.choose_language(ALEX, None)
    assert (await store.preferences_of(MINJI)).language is None


def test_a_person_has_one_name_in_all_workspaces() -> None:
    """Also where there are no workspaces."""
    assert person_of(AccountId("discord:42:7")) == person_of(AccountId("discord:43:7")) == "discord:7"
    assert person_of(AccountId("terminal:noa")) == "terminal:noa"


async def test_a_locale_is_remembered_beside_the_choice(store: Store) -> None:
    """One is not the other, and both are about the person."""
    await store.remember_locale(MINJI, KO)
    await store.remember_locale(MINJI, KO)
    await store.choose_language(MINJI, EN)
    await store.remember_locale(MINJI, LanguageTag("ko-KR"))
    assert await store.preferences_of(MINJI) == Preferences(EN, LanguageTag("ko-KR"))
    await store.choose_language(MINJI, None)
    assert await store.preferences_of(MINJI) == Preferences(None, LanguageTag("ko-KR"))
    kept = await store.kept_about(MINJI)
    assert [(row["name"], row["value"]) for row in kept["preferences"]] == [("locale", "ko-KR")]
    await store.forget(MINJI)
    assert await store.preferences_of(MINJI) == Preferences()


async def test_what_is_kept_about_a_person_beyond_one_workspace_is_theirs_to_see_and_remove(store: Store) -> None:
    """Such as where somebody was last; that of others stays."""
    mine, others = person_of(MINJI), person_of(ALEX)
    for subject in (mine, others):
        await store.set_setting(subject, "workspace", "T2")
    kept = await store.kept_about(MINJI)
    assert [(row["name"], row["value"]) for row in kept["preferences"]] == [("workspace", "T2")]
    stamp = store.stamp(mine)
    await store.forget(MINJI)
    assert await store.settings_of(mine) == {}
    assert store.stamp(mine) != stamp
    assert await store.settings_of(others) == {"workspace": "T2"}
    assert await store.kept_about(MINJI) == {}


async def test_what_somebody_knows_is_kept_until_it_is_taken_back(store: Store) -> None:
    """For one account only; saying it twice changes nothing, and a concept need not be there any more."""
    redis, gone = ConceptId("redis"), ConceptId("gone")
    assert await store.known_by(MINJI) == frozenset()
    for concept_id in (redis, redis, gone):
        await store.set_known(MINJI, concept_id, is_known=True)
    assert await store.known_by(MINJI) == {redis, gone}
    assert await store.known_by(ALEX) == frozenset()
    for account in (MINJI, ALEX):
        await store.set_known(account, gone, is_known=False)
    assert await store.known_by(MINJI) == {redis}


async def test_a_role_is_kept_until_it_is_taken(store: Store) -> None:
    """For accounts and groups, in one workspace."""
    await store.commit(change(concept("a")))
    await store.give_role(RoleGrant(T1, MINJI, "contributor"))
    await store.give_role(RoleGrant(T1, MINJI, "curator"))
    await store.give_role(RoleGrant(T1, "group:S1", "admin"))
    assert await store.roles_in(T1) == {MINJI: "curator", "group:S1": "admin"}
    assert await store.roles_in(T2) == {}
    await store.take_role(T1, MINJI)
    await store.take_role(T1, "nobody")
    assert await store.roles_in(T1) == {"group:S1": "admin"}


async def test_a_draft_is_for_its_owner_until_it_expires(store: Store) -> None:
    """Everything that was written is in it."""
    await store.commit(change(concept("a")))
    await store.keep_draft(DRAFT)
    assert await store.draft(HOME, DRAFT.id, MINJI, NOON) == DRAFT
    assert await store.draft(HOME, DRAFT.id, ALEX, NOON) is None
    assert await store.draft(HOME, DRAFT.id, MINJI, DRAFT.expires) is None
    assert await store.draft(HOME, DraftId("other"), MINJI, NOON) is None
    again = replace(DRAFT, values=(("name", "redis"),))
    await store.keep_draft(again)
    assert await store.draft(HOME, DRAFT.id, MINJI, NOON) == again


async def test_drafts_go_when_dropped_or_expired(store: Store) -> None:
    """The others stay."""
    await store.commit(change(concept("a")))
    late = replace(DRAFT, id=DraftId("d2"), expires=NOON + 2 * MINUTE)
    dropped = replace(late, id=DraftId("d3"))
    for draft in (DRAFT, late, dropped):
        await store.keep_draft(draft)
    await store.drop_draft(HOME, dropped.id)
    await store.drop_draft(HOME, dropped.id)
    await store.purge_drafts(NOON + MINUTE)
    found = [await store.draft(HOME, draft.id, MINJI, NOON) for draft in (DRAFT, late, dropped)]
    assert found == [None, late, None]


async def test_a_proposal_waits_with_its_notice(store: Store) -> None:
    """The oldest comes first; proposed twice it is there once."""
    await store.commit(change(concept("b")))
    older = replace(PROPOSAL, id=ProposalId("p0"), at=NOON - MINUTE, edit=Edit(concept("b").id, None), author=None)
    for proposal in (PROPOSAL, older, PROPOSAL):
        await store.propose(proposal, [notice("to the curators")])
    assert list(await store.open_proposals(HOME)) == [older, PROPOSAL]
    assert list(await store.open_proposals(HOME, limit=1)) == [older]
    assert await store.proposal(HOME, PROPOSAL.id) == PROPOSAL
    assert await store.proposal(HOME, ProposalId("none")) is None
    assert len(await store.lease_notices("slack", ME, NOON, NOON + MINUTE)) == 1


async def test_a_proposal_is_decided_once(store: Store) -> None:
    """Whoever is second changes nothing and says nothing."""
    await store.commit(change(concept("b")))
    await store.propose(PROPOSAL)
    assert await store.decide(HOME, NO, [notice("declined")])
    assert not await store.decide(HOME, replace(NO, curator=MINJI), [notice("declined again")])
    assert not await store.decide(HOME, replace(NO, proposal=ProposalId("none")))
    assert await store.proposal(HOME, PROPOSAL.id) == replace(PROPOSAL, decision=NO)
    assert list(await store.open_proposals(HOME)) == []
    assert [one.key for _, one in await store.lease_notices("slack", ME, NOON, NOON + MINUTE)] == ["declined"]


async def test_accepting_a_proposal_and_carrying_it_out_is_one_change(store: Store) -> None:
    """Two curators who accept at the same moment make one revision."""
    await store.commit(change(concept("b")))
    await store.propose(PROPOSAL)
    accepted = change(concept("a", meaning="new"), based_on=1, decision=YES)
    await store.commit(accepted)
    with pytest.raises(ChangedMeanwhileError):
        await store.commit(change(concept("c"), based_on=2, decision=replace(YES, curator=MINJI)))
    with pytest.raises(ChangedMeanwhileError):
        await store.commit(change(based_on=2, decision=YES))
    assert await store.revision_of(HOME) == 2
    assert await store.proposal(HOME, PROPOSAL.id) == replace(PROPOSAL, decision=YES)
