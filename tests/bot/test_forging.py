"""Whatever a button says that somebody presses: it gives no right, and reaches nothing of another team."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from adapters.memory import MemoryStore
from bot.commands import Add, Submitted
from bot.keeping import HOME, Draft, DraftId, Edit, GlossaryId, Proposal, ProposalId, Revision
from bot.packs import Pack, PackId
from bot.requests import AccountId, ChannelId, Fact, Place, WorkspaceId
from bot.tokens import carried
from glossary.concept import Definition
from tests.adapters.promises.changes import change
from tests.bot.commands import EXAMPLES
from tests.fakes import HERE, NOON, Person
from tests.terms import EN, MLOPS, REDIS, TERMS

if TYPE_CHECKING:
    from bot.commands import Carried

ADA = AccountId("terminal:ada")
ROOM = Place(HERE.workspace, ChannelId("C1"))
T1 = WorkspaceId("slack:T1")
PRIVATE = ("what was proposed", "what was drafted", "why it was proposed")
"""What Ada has written, and nobody else may read yet."""
WORDS = (*PRIVATE, "What newcomers", "production", "메모리에")
"""What stands anywhere in the glossary at home."""


async def _written() -> MemoryStore:
    """Fill a store in which each id of the examples, ``x``, is of something real."""
    store = MemoryStore(TERMS)
    await store.settle(HERE.workspace, HOME, (), NOON)
    proposed = replace(REDIS, definitions=(*REDIS.definitions, Definition(PRIVATE[0], EN)))
    edit = Edit(REDIS.id, proposed)
    await store.commit(change(replace(MLOPS, tags=("tag",)), based_on=1))
    await store.propose(Proposal(ProposalId("x"), HOME, edit, Revision(1), ADA, NOON, PRIVATE[2]), [])
    values = (("name", "Kafka"), ("definition", PRIVATE[1]))
    await store.keep_draft(
        Draft(DraftId("x"), HOME, ADA, carried(Add()), values, Revision(1), NOON + timedelta(days=1))
    )
    assert await store.keep_pack(HOME, Pack(PackId("x"), "First", (MLOPS.id,), welcomes=((EN, "What newcomers read"),)))
    return store


async def _kept(store: MemoryStore) -> dict[str, Any]:
    """Take down all that is the team's."""
    return deepcopy(
        {
            "entries": sorted(await store.concepts(HOME), key=lambda one: one.id),
            "revision": await store.revision_of(HOME),
            "proposal": await store.proposal(HOME, ProposalId("x")),
            "proposals": await store.open_proposals(HOME, 10),
            "draft": await store.draft(HOME, DraftId("x"), ADA, NOON),
            "packs": await store.packs_of(HOME),
            "places": list(await store.places_of(HOME)),
            "pins": await store.pins_of(HOME),
            "owners": await store.owners_of(HOME),
            "roles": await store.roles_in(HERE.workspace),
            "settings": await store.settings_of(HERE.workspace),
            "channel": await store.settings_of(ROOM.subject),
            "invitations": await store.settings_of("invitations"),
            "dismissed": await store.dismissed(HOME),
            "uses": await store.glossary_of(HERE.workspace),
        }
    )


@pytest.mark.parametrize("place", [HERE, ROOM, replace(ROOM, is_public=True)], ids=["alone", "in a room", "aloud"])
@pytest.mark.parametrize("wish", EXAMPLES, ids=repr)
async def test_a_reader_who_forges_a_button_changes_nothing_and_reads_nothing_private(
    wish: Carried, place: Place
) -> None:
    """Neither by pressing it nor by sending in its form: what waits for others stays theirs."""
    store = await _written()
    guest = Person(store, name="mallory", facts=frozenset({Fact.IS_GUEST}), place=place)
    before = await _kept(store)
    for command in (wish, Submitted(wish, (("name", "evil"), ("definition", "evil"), ("code", "evil")))):
        said = repr(await guest.hears(command))
        assert not [words for words in PRIVATE if words in said]
    assert await _kept(store) == before


@pytest.mark.parametrize("wish", EXAMPLES, ids=repr)
async def test_an_administrator_of_another_team_reaches_nothing_of_this_one(wish: Carried) -> None:
    """With the very ids of it: they mean nothing in a glossary of one's own."""
    store = await _written()
    await store.settle(T1, GlossaryId(T1), (), NOON)
    stranger = Person(store, name="mallory", place=Place(T1, ChannelId("C1")))
    before = await _kept(store)
    for command in (wish, Submitted(wish, (("name", "evil"), ("definition", "evil"), ("code", "evil")))):
        said = repr(await stranger.hears(command))
        assert not [words for words in WORDS if words in said]
    after = await _kept(store)
    assert {**after, "invitations": {}} == before
