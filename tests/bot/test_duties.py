"""What is done when nobody asks: digests, reminders, and letting go."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.commands import Add, Announce, Delete, Digest, Joined, Next, PackHere, Stop, Typed
from bot.counts import Lookup, Outcome, Tally
from bot.digests import Announcing, Every, announcing_of, news_in
from bot.duties import Keeping, announce, duties
from bot.keeping import HOME, Deed, Draft, DraftId, GlossaryId, HistoryEntry, Holder, Revision, Want
from bot.replies import Delivery, Reply
from bot.schedule import Schedule
from bot.tokens import Token, command_of
from glossary.spelling import LooseKey
from tests.adapters.promises.changes import change, concept
from tests.bot.newcomers import CHANNEL, DIRECT, Team
from tests.bot.test_curating import saved
from tests.fakes import HERE, NOON, words_of
from tests.terms import EN, MLOPS, REDIS

if TYPE_CHECKING:
    from datetime import datetime

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


async def done(team: Team, now: datetime, *processes: str) -> None:
    """Let processes do what is due at a time."""
    for holder in processes or ("p1", "p2"):
        await Schedule(team.store, duties(team.store), Holder(holder), lambda: now).do_due()


async def digests(team: Team, now: datetime) -> list[Digest]:
    """Take the digests that are due."""
    leased = await team.store.lease_notices("terminal", Holder("test"), now, now + WEEK)
    for glossary, notice in leased:
        await team.store.finish_notice(glossary, notice.key, now)
    commands = [command_of(notice.token) for _, notice in leased]
    return [command for command in commands if isinstance(command, Digest)]


# ── digests ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_channel_hears_of_news_at_most_once_a_day() -> None:
    """Of what is new and what changed since the last time; of nothing, where nothing happened."""
    team = Team()
    chosen = await team.ada.asks(Typed("announce day"))
    assert words_of(chosen) == [
        "This channel hears of new and changed entries, at most once a day.",
        "[Once a week]",
        "[Never]",
    ]
    assert chosen.delivery is Delivery.IN_PLACE
    await done(team, NOON + DAY)
    assert await digests(team, NOON + DAY) == []
    await saved(team.ada, Add("Kafka"), definition="A log.")
    await saved(team.ada, Add("Zeta"), definition="A letter.")
    await done(team, NOON + 1.5 * DAY)
    assert await digests(team, NOON + 1.5 * DAY) == []
    await done(team, NOON + 2 * DAY)
    (digest,) = await digests(team, NOON + 2 * DAY)
    assert words_of(await team.ada.asks(digest)) == ["New in this glossary", "[Zeta] A letter.", "[Kafka] A log."]
    await done(team, NOON + 3 * DAY)
    assert await digests(team, NOON + 3 * DAY) == []


async def test_after_a_downtime_there_is_one_digest() -> None:
    """At the same hour as ever; a week later the next one."""
    team = Team()
    await team.ada.asks(Announce("week"))
    await saved(team.ada, Add("Kafka"), definition="A log.")
    await done(team, NOON + 5 * WEEK + DAY)
    assert len(await digests(team, NOON + 5 * WEEK + DAY)) == 1
    await saved(team.ada, Add("Zeta"), definition="A letter.")
    await done(team, NOON + 6 * WEEK - timedelta(minutes=1))
    assert await digests(team, NOON + 6 * WEEK) == []
    await done(team, NOON + 6 * WEEK + timedelta(minutes=10))
    assert len(await digests(team, NOON + 7 * WEEK)) == 1


async def test_a_digest_is_made_once_though_two_processes_try() -> None:
    """Whoever is second finds that the channel has heard; nor is what somebody chose meanwhile overwritten."""
    team = Team()
    await team.ada.asks(Announce("day"))
    await saved(team.ada, Add("Kafka"), definition="A log.")
    for _ in range(2):
        await announce(team.store, NOON + DAY)
    assert len(await digests(team, NOON + DAY)) == 1
    was = Announcing(Every.DAY, Revision(1), NOON)
    assert not await team.store.announce(HOME, CHANNEL.subject, was, was, [])


@pytest.mark.parametrize("changes", [0, 3])
async def test_a_channel_of_a_workspace_that_changed_its_glossary_hears_of_what_is_new_from_then_on(
    changes: int,
) -> None:
    """Neither is all that stood there before news to it, nor is it silent until as much has happened there."""
    team, other = Team(), GlossaryId("slack:T9")
    for number in range(changes):
        await saved(team.ada, Add(f"Zeta {number}"), definition="A letter.")
    await team.ada.asks(Announce("day"))
    for number in range(2):
        await team.store.commit(replace(change(concept(f"old{number}"), based_on=number), glossary=other))
    await team.store.join(CHANNEL.workspace, other, NOON)
    await done(team, NOON + DAY)
    assert await digests(team, NOON + DAY) == []
    await team.store.commit(replace(change(concept("new", meaning="It is."), based_on=2), glossary=other))
    await done(team, NOON + 2 * DAY)
    (digest,) = await digests(team, NOON + 2 * DAY)
    assert words_of(await team.ada.asks(digest)) == ["New in this glossary", "[new] It is."]


async def test_what_is_announced_can_be_seen_and_changed() -> None:
    """In the channel that it is about; what is not understood announces nothing."""
    team = Team()
    assert words_of(await team.ada.asks(Typed("announce"))) == [
        "This channel hears nothing of new and changed entries.",
        "[Once a day]",
        "[Once a week]",
    ]
    weekly = await team.ada.clicks(await team.ada.asks(Announce()), "Once a week")
    assert isinstance(weekly, Reply)
    assert "at most once a week" in words_of(weekly)[0]
    never = await team.ada.clicks(weekly, "Never")
    assert isinstance(never, Reply)
    assert words_of(never)[0] == "This channel hears nothing of new and changed entries."
    assert words_of(await team.ada.asks(Announce("hour")))[0] == words_of(never)[0]
    for place in (DIRECT, HERE):
        team.ada.place = place
        assert words_of(await team.ada.asks(Announce("day"))) == ["Write this in the channel that it is about."]
    await team.store.set_setting("slack:T9:C1", "announcing", "day 0 2020-01-01T00:00:00+00:00")
    await team.store.set_setting("slack:T9:C2", "announcing", "rubbish")
    await done(team, NOON)
    assert await digests(team, NOON) == []


async def test_a_digest_is_about_what_is_there() -> None:
    """What was added and deleted again is no news; of many, some are named."""
    team = Team()
    await saved(team.ada, Add("Zeta"), definition="A letter.")
    zeta = next(one.id for one in await team.store.concepts(HOME) if one.headword.text == "Zeta")
    await team.ada.asks(Delete(zeta, is_confirmed=True))
    assert words_of(await team.ada.asks(Digest(1, 3))) == ["Nothing is new any more."]
    for number in range(11):
        await saved(team.ada, Add(f"Term {number}"), definition="x")
    await saved(team.ada, Typed("edit mlops"), definition="Anew.")
    told = words_of(await team.ada.asks(Digest(1, 15)))
    assert (told[0], told[1], told[-3:]) == (
        "New in this glossary",
        "[Term 10] x",
        ["Changed", "[MLOps] Anew.", "and 2 more"],
    )
    only_changed = words_of(await team.ada.asks(Digest(14, 15)))
    assert only_changed == ["New in this glossary", "Changed", "[MLOps] Anew."]
    await team.ada.asks(Delete(MLOPS.id, is_confirmed=True))
    assert not (await team.ada.asks(Digest(14, 15))).is_found


def test_news_is_what_differs_in_the_end() -> None:
    """Not what was only confirmed, nor the starter, nor what was changed and changed back."""

    def entry(revision: int, before: object, after: object, deed: Deed = Deed.EDITED) -> HistoryEntry:
        return HistoryEntry(Revision(revision), REDIS.id, before, after, None, NOON, deed, "")  # type: ignore[arg-type]

    renamed = replace(REDIS, domain="x")
    assert [one.is_new for one in news_in([entry(2, REDIS, renamed), entry(1, None, REDIS)])] == [True]
    assert [one.is_new for one in news_in([entry(1, REDIS, renamed)])] == [False]
    assert news_in([entry(2, renamed, REDIS), entry(1, REDIS, renamed)]) == ()
    assert news_in([entry(1, REDIS, renamed, Deed.CONFIRMED), entry(1, None, REDIS, Deed.STARTED)]) == ()


def test_a_setting_is_read_as_it_was_written() -> None:
    """And nothing else is read at all."""
    for kept in (Announcing(Every.WEEK, Revision(7), NOON), Announcing(Every.DAY, Revision(7), NOON, HOME)):
        assert announcing_of(kept.kept()) == kept
    assert [announcing_of(rubbish) for rubbish in (None, "", "day", "hour 1 x", "day x y")] == [None] * 5


# ── reminders ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_fell_silent_is_reminded_once_where_the_pack_says_so() -> None:
    """After its days, one after the other; not who stopped, nor where the pack does not remind."""
    team = Team()
    reminding, silent = await team.make(reminder="3"), await team.make("Quiet")
    for pack in (reminding, silent):
        await team.ada.asks(PackHere(pack))
    noa, gil, sam = (team.newcomer(each) for each in ("noa", "gil", "sam"))
    for person in (noa, gil, sam):
        await person.asks(Next(reminding, MLOPS.id))
        await person.asks(Next(silent, MLOPS.id))
    await sam.asks(Stop(reminding))
    await done(team, NOON + 3 * DAY - timedelta(minutes=1))
    assert await team.told(NOON + 3 * DAY) == []
    await done(team, NOON + 3 * DAY + timedelta(minutes=15))
    told = dict(await team.told())
    assert set(told) == {noa.asker.account, gil.asker.account}
    assert words_of(told[noa.asker.account])[0].startswith("First week is waiting for you.")
    await done(team, NOON + 30 * DAY)
    assert await team.told() == []


# ── letting go ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_what_need_not_be_kept_is_let_go() -> None:
    """Drafts after a day, events after 25 hours, notices after 90 days, counts and wants after a year."""
    team = Team()
    account = team.ada.asker.account
    await team.store.keep_draft(Draft(DraftId("d"), HOME, account, Token("1:add:"), (), Revision(1), NOON + DAY))
    await team.store.is_first("Ev1", NOON)
    lookup = Lookup(HOME, LooseKey("redis"), Outcome.ANSWERED, EN, "terminal", NOON.date())
    await team.store.add_counts(Tally(((lookup, 1),)))
    await team.store.want(HOME, Want(account, "kafka", frozenset({"kafka"}), NOON))

    async def kept(now: datetime) -> list[bool]:
        await done(team, now)
        is_drafted = await team.store.draft(HOME, DraftId("d"), account, NOON) is not None
        is_met = not await team.store.is_first("Ev1", NOON)
        is_counted = bool(await team.store.lookups(HOME, NOON.date()))
        return [is_drafted, is_met, is_counted, bool(await team.store.wants_of(HOME, account))]

    assert await kept(NOON + timedelta(hours=23)) == [True, True, True, True]
    assert await kept(NOON + timedelta(hours=26)) == [False, False, True, True]
    assert (await kept(NOON + 365 * DAY))[2:] == [True, True]
    assert (await kept(NOON + 374 * DAY))[2:] == [False, False]


async def test_a_notice_is_remembered_for_its_time() -> None:
    """So that it is not said again; then its key goes, and what it was about remembers for itself."""
    team = Team()
    pack = await team.make()
    await team.ada.asks(PackHere(pack))
    noa = team.newcomer()
    await noa.hears(Joined())
    assert len(await team.told(NOON)) == 1
    tasks = {task.name: task for task in duties(team.store, Keeping(notices=DAY))}
    for later in (NOON + DAY, NOON + 2 * DAY):
        await tasks["forgetting"].do(later)
        kept = await team.store.kept_about(noa.asker.account)
        assert ("notices" in kept) == (later == NOON + DAY)
    await noa.hears(Joined())
    assert await team.told() == []
