"""What becomes of the entries of somebody who is gone."""

from __future__ import annotations

from datetime import timedelta

from adapters.memory import MemoryStore
from bot.commands import Delete, Gone, Orphans, Owner, Typed
from bot.keeping import HOME, RoleGrant
from bot.replies import Silence
from bot.requests import Fact, WorkspaceId
from bot.tokens import command_of
from tests.fakes import HERE, Person, choices_of, words_of
from tests.terms import MLOPS, REDIS, TERMS

MEMBER = frozenset({Fact.IS_FULL_MEMBER})


async def left(store: MemoryStore) -> Person:
    """Let somebody look after two entries, then lose their account; curators were named before."""
    mia = Person(store, name="mia", facts=MEMBER)
    for holder, role in (
        ("terminal:cora", "curator"),
        ("terminal:ada", "admin"),
        ("terminal:eve", "editor"),
        ("terminal:mia", "curator"),
        ("S0GROUP", "curator"),
        ("discord:42:7", "curator"),
    ):
        await store.give_role(RoleGrant(HERE.workspace, holder, role))
    for one in (MLOPS, REDIS):
        await mia.asks(Owner(one.id, "me"))
    assert isinstance(await mia.hears(Gone()), Silence)
    return mia


async def test_curators_are_told_that_entries_lost_their_owner() -> None:
    """Each person who was given the role, once; not groups, whom nobody can write to, nor whoever left."""
    store = MemoryStore(TERMS)
    mia = await left(store)
    now = mia.now + timedelta(minutes=1)
    leased = await store.lease_notices("terminal", "p1", now, now + timedelta(hours=1))  # type: ignore[arg-type]  # any holder
    assert sorted(notice.recipient for _, notice in leased) == ["terminal:ada", "terminal:cora"]
    assert {command_of(notice.token) for _, notice in leased} == {Orphans()}
    await mia.hears(Gone())
    assert await store.lease_notices("terminal", "p2", now, now + timedelta(hours=1)) == []  # type: ignore[arg-type]  # as above


async def test_entries_without_their_owner_are_listed_until_somebody_cares() -> None:
    """Or a curator says that nobody needs to; a deleted entry needs nobody."""
    store = MemoryStore(TERMS)
    await left(store)
    cora = Person(store, name="cora", facts=MEMBER)
    reply = await cora.asks(Typed("orphans"))
    assert words_of(reply)[0] == "2 entries have lost their owner"
    assert [choice.label for choice in choices_of(reply)] == ["MLOps", "Redis"]
    owner = await cora.asks(choices_of(reply)[0].command)
    assert words_of(owner) == ["Nobody looks after MLOps.", "[I look after it]", "[Nobody needs to]"]
    await cora.clicks(owner, "I look after it")
    assert words_of(await cora.asks(Orphans()))[0] == "1 entry has lost its owner"
    await cora.clicks(await cora.asks(Owner(REDIS.id)), "Nobody needs to")
    assert words_of(await cora.asks(Orphans())) == ["Every entry that had an owner still has one."]
    assert words_of(await cora.asks(Owner(REDIS.id))) == ["Nobody looks after Redis.", "[I look after it]"]


async def test_a_deleted_entry_needs_no_owner() -> None:
    """And a member is not asked to decide about others' entries."""
    store = MemoryStore(TERMS)
    await left(store)
    await Person(store).asks(Delete(REDIS.id, is_confirmed=True))
    assert words_of(await Person(store).asks(Orphans()))[0] == "1 entry has lost its owner"
    member = Person(store, name="max", facts=MEMBER)
    assert words_of(await member.asks(Owner(MLOPS.id)))[1:] == ["[I look after it]"]
    assert words_of(await member.asks(Orphans()))[0].startswith("This needs a curator.")


async def test_whoever_looked_after_nothing_leaves_in_silence() -> None:
    """Nobody is told anything."""
    sue = Person(name="sue")
    await sue.store.give_role(RoleGrant(WorkspaceId("terminal"), "terminal:ada", "curator"))
    assert isinstance(await sue.hears(Gone()), Silence)
    assert await sue.store.lease_notices("terminal", "p", sue.now, sue.now) == []  # type: ignore[arg-type]  # as above
    assert await sue.store.orphans_of(HOME) == []


async def test_being_forgotten_leaves_entries_without_an_owner_too() -> None:
    """The curators find them in their list."""
    store = MemoryStore(TERMS)
    mia = Person(store, name="mia", facts=MEMBER)
    await mia.asks(Owner(REDIS.id, "me"))
    await mia.clicks(await mia.asks(Typed("forget")), "Forget me")
    assert [choice.label for choice in choices_of(await Person(store).asks(Orphans()))] == ["Redis"]
