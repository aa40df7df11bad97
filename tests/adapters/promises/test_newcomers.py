"""What the stores of packs, progress, learning and wants promise."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.digests import ANNOUNCING, Announcing, Every
from bot.keeping import HOME, GlossaryId, Holder, Revision, Want
from bot.packs import Learned, Pack, PackId, Progress, Standing, Status
from bot.requests import AccountId, WorkspaceId
from glossary.concept import ConceptId
from glossary.errors import ChangedMeanwhileError
from tests.adapters.promises.changes import ALEX, MINJI, MINUTE, NOON, change, concept, notice
from tests.terms import EN, KO

if TYPE_CHECKING:
    from datetime import datetime

    from bot.ports import Store

ME = Holder("p1")
SECOND = timedelta(seconds=1)
A, B = ConceptId("a"), ConceptId("b")
P1, P2 = PackId("p1"), PackId("p2")
FIRST = Pack(P1, "First week", (B, A), welcomes=((EN, "Hello"), (KO, "안녕하세요\n“반가워요”")), reminder_days=3)
TAGGED = Pack(P2, "Data", tag="data")
BEGUN = Progress(MINJI, P1, Status.GREETED, 0, NOON, KO)


async def due(store: Store, at: datetime, platform: str = "slack") -> list[tuple[str, str, datetime]]:
    """List what is to be said, to whom, and from when on."""
    leased = await store.lease_notices(platform, ME, at, at + MINUTE, limit=1000)
    return [(one.key, one.recipient, one.due) for _, one in leased]


# ── packs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_pack_is_kept_whole_as_a_new_version(store: Store) -> None:
    """By the order of its names; a version that its writer has not seen is not overwritten."""
    await store.commit(change(concept("a")))
    assert await store.keep_pack(HOME, FIRST)
    assert await store.keep_pack(HOME, TAGGED)
    assert not await store.keep_pack(HOME, replace(FIRST, name="Lost"))
    assert list(await store.packs_of(HOME)) == [replace(TAGGED, version=1), replace(FIRST, version=1)]
    assert await store.keep_pack(HOME, replace(FIRST, name="A week", concepts=(A,), version=1))
    assert not await store.keep_pack(HOME, replace(FIRST, name="Lost", version=1))
    assert not await store.keep_pack(HOME, replace(FIRST, id=PackId("none"), version=1))
    assert list(await store.packs_of(HOME)) == [
        replace(FIRST, name="A week", concepts=(A,), version=2),
        replace(TAGGED, version=1),
    ]


async def test_a_pack_belongs_to_places(store: Store) -> None:
    """Placing twice is placing; a place can have several."""
    await store.commit(change(concept("a")))
    for pack, place in ((P1, "slack:T1:C1"), (P1, "slack:T1:C1"), (P2, "slack:T1:C1"), (P1, "slack:T1")):
        await store.place_pack(HOME, pack, place, is_placed=True)
    assert list(await store.places_of(HOME)) == [(P1, "slack:T1"), (P1, "slack:T1:C1"), (P2, "slack:T1:C1")]
    await store.place_pack(HOME, P1, "slack:T1:C1", is_placed=False)
    await store.place_pack(HOME, P1, "slack:T9", is_placed=False)
    assert list(await store.places_of(HOME)) == [(P1, "slack:T1"), (P2, "slack:T1:C1")]


async def test_a_pack_goes_with_all_that_is_its_own(store: Store) -> None:
    """Others stay; what people learned stays too."""
    await store.commit(change(concept("a")))
    for pack in (FIRST, TAGGED):
        await store.keep_pack(HOME, pack)
        await store.place_pack(HOME, pack.id, "slack:T1", is_placed=True)
        await store.keep_progress(HOME, replace(BEGUN, pack=pack.id))
    await store.drop_pack(HOME, P1)
    await store.drop_pack(HOME, P1)
    assert [pack.id for pack in await store.packs_of(HOME)] == [P2]
    assert list(await store.places_of(HOME)) == [(P2, "slack:T1")]
    assert [one.pack for one in await store.progress_of(HOME, MINJI)] == [P2]


async def test_the_packs_that_remind_are_found_in_every_glossary(store: Store) -> None:
    """And only those."""
    await store.commit(change(concept("a")))
    for pack in (FIRST, TAGGED):
        await store.keep_pack(HOME, pack)
    assert list(await store.packs_with_reminder()) == [(HOME, replace(FIRST, version=1))]


async def test_a_channel_hears_of_a_revision_once(store: Store) -> None:
    """The digest is kept together with how far it goes: not where that has changed, or was switched off."""
    await store.commit(change(concept("a")))
    channel = "slack:T1:C1"
    was = Announcing(Every.DAY, Revision(0), NOON)
    now_is = was.after(Revision(1), HOME, NOON)
    assert not await store.announce(HOME, channel, was, now_is, [notice("unwanted", channel)])
    await store.set_setting(channel, ANNOUNCING, was.kept())
    stamp = store.stamp(channel)
    assert await store.announce(HOME, channel, was, now_is, [notice("digest", channel)])
    assert store.stamp(channel) != stamp
    assert not await store.announce(HOME, channel, was, now_is, [notice("digest again", channel)])
    assert await store.settings_of(channel) == {ANNOUNCING: now_is.kept()}
    assert await due(store, NOON) == [("digest", channel, NOON)]


# ── progress ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_somebody_is_greeted_once_for_a_pack(store: Store) -> None:
    """However often they join, and after the greeting itself is long purged."""
    await store.commit(change(concept("a")))
    assert await store.begin(HOME, BEGUN, notice("greet"), SECOND)
    assert not await store.begin(HOME, replace(BEGUN, status=Status.READING), notice("greet again"), SECOND)
    assert await due(store, NOON) == [("greet", MINJI, NOON)]
    await store.finish_notice(HOME, notice("greet").key, NOON)
    await store.purge_notices(NOON + MINUTE)
    assert not await store.begin(HOME, BEGUN, notice("greet"), SECOND)
    assert await due(store, NOON + MINUTE) == []
    assert list(await store.progress_of(HOME, MINJI)) == [BEGUN]


async def test_who_joins_in_a_crowd_is_greeted_at_the_pace_of_their_workspace(store: Store) -> None:
    """One after the other in one workspace, whatever happens elsewhere; and at once when the crowd is gone."""
    await store.commit(change(concept("a")))
    crowd = [AccountId(f"slack:T1:U{number}") for number in range(20)]
    other = AccountId("slack:T2:U1")
    greetings = (
        store.begin(HOME, replace(BEGUN, account=account), notice(f"greet {account}", account), SECOND)
        for account in (*crowd, other)
    )
    assert all(await asyncio.gather(*greetings))
    times = {recipient: at for _, recipient, at in await due(store, NOON + MINUTE)}
    assert sorted(times[account] for account in crowd) == [NOON + number * SECOND for number in range(20)]
    assert times[other] == NOON
    late = AccountId("slack:T1:late")
    await store.begin(HOME, replace(BEGUN, account=late), notice("late", late, due=NOON + 2 * MINUTE), SECOND)
    assert ("late", late, NOON + 2 * MINUTE) in await due(store, NOON + 2 * MINUTE)


async def test_progress_is_kept_until_something_newer(store: Store) -> None:
    """What was touched last comes first; nobody sees anybody else's."""
    await store.commit(change(concept("a")))
    await store.keep_progress(HOME, BEGUN)
    later = replace(BEGUN, pack=P2, at=NOON + MINUTE, language=None)
    await store.keep_progress(HOME, later)
    assert list(await store.progress_of(HOME, MINJI)) == [later, BEGUN]
    moved = replace(BEGUN, status=Status.FINISHED, passed=7, at=NOON + 2 * MINUTE, is_reminded=True)
    await store.keep_progress(HOME, moved)
    assert list(await store.progress_of(HOME, MINJI)) == [moved, later]
    assert list(await store.progress_of(HOME, ALEX)) == []


async def test_who_fell_silent_is_reminded_once(store: Store) -> None:
    """Not who has finished, stopped, or moved in the meantime."""
    await store.commit(change(concept("a")))
    people = {
        status: replace(BEGUN, account=AccountId(f"slack:T1:{status.value}"), status=status, at=NOON + number * MINUTE)
        for number, status in enumerate(Status)
    }
    for one in people.values():
        await store.keep_progress(HOME, one)
    silent = [people[status] for status in (Status.GREETED, Status.READING, Status.LATER)]
    assert list(await store.silent_in(HOME, P1, NOON + 5 * MINUTE)) == silent
    assert list(await store.silent_in(HOME, P1, NOON + MINUTE, limit=1)) == silent[:1]
    assert list(await store.silent_in(HOME, P2, NOON + 5 * MINUTE)) == []
    first, second, third = silent
    assert await store.remind(HOME, first, notice("r1", first.account), SECOND)
    assert not await store.remind(HOME, first, notice("r1 again", first.account), SECOND)
    await store.keep_progress(HOME, replace(second, passed=2))
    assert not await store.remind(HOME, second, notice("r2", second.account), SECOND)
    assert await store.remind(HOME, third, notice("r3", third.account), SECOND)
    assert [key for key, *_ in await due(store, NOON + MINUTE)] == ["r1", "r3"]
    assert [one.account for one in await store.silent_in(HOME, P1, NOON + 5 * MINUTE)] == [second.account]


async def test_how_far_people_come_is_counted_without_names(store: Store) -> None:
    """For each point of a pack."""
    await store.commit(change(concept("a")))
    for number, passed in enumerate((0, 2, 2, 0, 2)):
        one = replace(BEGUN, account=AccountId(f"slack:T1:U{number}"), passed=passed, status=Status.READING)
        await store.keep_progress(HOME, one)
    assert list(await store.standings_in(HOME, P1)) == [
        Standing(Status.READING, 0, 2),
        Standing(Status.READING, 2, 3),
    ]
    assert list(await store.standings_in(HOME, P2)) == []


# ── learning ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_what_somebody_has_learned_is_theirs(store: Store) -> None:
    """Every field of it, and nobody else's."""
    await store.commit(change(concept("a"), concept("b")))
    met = {A: Learned(box=2, due=NOON), B: Learned(is_read=True, is_asked=True)}
    await store.keep_learned(HOME, MINJI, met)
    assert await store.learned_by(HOME, MINJI) == met
    await store.keep_learned(HOME, MINJI, {A: Learned()})
    assert await store.learned_by(HOME, MINJI) == {**met, A: Learned()}
    assert await store.learned_by(HOME, ALEX) == {}


async def test_how_many_wanted_to_know_more_is_counted_without_names(store: Store) -> None:
    """For each term; one person counts once."""
    await store.commit(change(concept("a"), concept("b")))
    for account in (MINJI, ALEX, MINJI):
        await store.keep_learned(HOME, account, {A: Learned(is_asked=True), B: Learned(is_asked=account == ALEX)})
    assert await store.asked_about(HOME) == {A: 2, B: 1}


# ── wants ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def want(account: AccountId, typed: str, *keys: str) -> Want:
    """Make a want of noon."""
    return Want(account, typed, frozenset(keys or (typed,)), NOON)


async def test_who_waits_is_told_with_the_change_that_answers(store: Store) -> None:
    """By any of the keys, once for a change, and then waits no longer; who made the change knows it."""
    await store.commit(change(concept("b")))
    for one in (
        want(ALEX, "kafka", "kafka", "k-p-k"),
        want(ALEX, "카프카"),
        want(ALEX, "etcd"),
        want(ALEX, "other"),
        want(MINJI, "kafka"),
    ):
        assert await store.want(HOME, one) == 1
    await store.commit(change(concept("a", "Kafka"), based_on=1))
    assert len(await store.wants_of(HOME, ALEX)) == 4, "a name without a definition answers nobody"
    bring = (concept("a", "Kafka", "카프카", meaning="A log."), concept("e", "etcd", meaning="A store."))
    await store.commit_all([change(bring[0], based_on=2), change(bring[1], based_on=3)])
    assert await due(store, NOON, "discord") == [
        (f"answer:{n}:{one}:{ALEX}", ALEX, NOON) for n, one in ((3, "a"), (4, "e"))
    ]
    assert await due(store, NOON) == []
    assert list(await store.wants_of(HOME, ALEX)) == [want(ALEX, "other")]
    assert list(await store.wants_of(HOME, MINJI)) == []


async def test_who_waits_is_told_of_each_concept_that_one_change_brings(store: Store) -> None:
    """An import brings many at once: none of those that somebody waited for is passed over, and none is told twice."""
    await store.commit(change(concept("b")))
    for word in ("kafka", "etcd"):
        await store.want(HOME, want(ALEX, word))
    imported = (concept("k", "Kafka", meaning="x"), concept("e", "etcd", meaning="y"), concept("z", "z", meaning="z"))
    await store.commit(change(*imported, based_on=1, author=None))
    assert sorted(await due(store, NOON, "discord")) == [(f"answer:2:{one}:{ALEX}", ALEX, NOON) for one in ("e", "k")]
    assert not await store.wants_of(HOME, ALEX)


async def test_a_change_that_is_refused_tells_nobody(store: Store) -> None:
    """Of several that go together too: who waited waits on."""
    await store.commit(change(concept("b")))
    await store.want(HOME, want(ALEX, "kafka"))
    later = [change(concept("k", "Kafka", meaning="x"), based_on=1), change(concept("b", meaning="y"))]
    with pytest.raises(ChangedMeanwhileError):
        await store.commit_all(later)
    assert await due(store, NOON, "discord") == []
    assert list(await store.wants_of(HOME, ALEX)) == [want(ALEX, "kafka")]


async def test_who_waits_in_a_workspace_waits_in_the_glossary_that_it_joins(store: Store) -> None:
    """What is there already is told at once; others go on waiting where they are."""
    here, there = WorkspaceId("discord:42"), WorkspaceId("slack:T1")
    own = GlossaryId("discord:42")
    await store.settle(there, HOME, (concept("k", "Kafka", meaning="x"), concept("n", "Nifi")), NOON)
    await store.settle(here, own, (), NOON)
    for word in ("kafka", "nifi"):
        await store.want(own, want(ALEX, word))
    await store.want(HOME, want(ALEX, "nifi"))
    await store.want(own, want(AccountId("discord:421:7"), "kafka"))
    await store.join(here, HOME, NOON)
    assert await due(store, NOON, "discord") == [(f"answer:1:k:{ALEX}", ALEX, NOON)]
    assert list(await store.wants_of(HOME, ALEX)) == [want(ALEX, "nifi")]
    assert list(await store.wants_of(own, ALEX)) == []
    assert len(await store.wants_of(own, AccountId("discord:421:7"))) == 1


async def test_a_want_tells_which_changes_it_came_too_late_for(store: Store) -> None:
    """So that whoever asked can be shown what was defined a moment before."""
    await store.commit(change(concept("b")))
    assert await store.want(HOME, want(ALEX, "kafka")) == 1
    await store.commit(change(concept("a", meaning="x"), based_on=1))
    assert await store.want(HOME, want(MINJI, "kafka")) == 2


async def test_a_want_is_kept_once_and_can_be_dropped(store: Store) -> None:
    """The oldest comes first."""
    await store.commit(change(concept("b")))
    older = replace(want(ALEX, "zookeeper", "x", "y"), at=NOON - MINUTE)
    for one in (want(ALEX, "kafka"), want(ALEX, "kafka"), older):
        await store.want(HOME, one)
    assert list(await store.wants_of(HOME, ALEX)) == [older, want(ALEX, "kafka")]
    await store.drop_want(HOME, ALEX, "zookeeper")
    await store.drop_want(HOME, ALEX, "zookeeper")
    assert list(await store.wants_of(HOME, ALEX)) == [want(ALEX, "kafka")]


async def test_dismissals_and_old_wants_go_together(store: Store) -> None:
    """What is younger stays."""
    await store.commit(change(concept("b")))
    await store.dismiss(HOME, frozenset({"foo", "bar"}), NOON)
    await store.dismiss(HOME, frozenset({"foo", "new"}), NOON + MINUTE)
    await store.want(HOME, want(ALEX, "kafka"))
    assert await store.dismissed(HOME) == {"foo", "bar", "new"}
    await store.purge_wants(NOON)
    assert len(await store.wants_of(HOME, ALEX)) == 1
    await store.purge_wants(NOON + MINUTE)
    assert await store.dismissed(HOME) == {"foo", "new"}
    assert list(await store.wants_of(HOME, ALEX)) == []
