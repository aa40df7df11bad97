"""What is said unasked: leased, answered by the door, sent at most once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.commands import Barred, Help, Language
from bot.delivering import APART, AT_ONCE, LOOK_EVERY, MOST_TRIES, Deliveries, NotSent, Sent
from bot.keeping import HOME, Holder, Notice, NoticeKey, Recipient
from bot.replies import Form, Prose, Reply, Silence, Span
from bot.tokens import Token, carried
from glossary.errors import UnavailableError
from tests.adapters.platforms import FakePlatform
from tests.fakes import NOON

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.keeping import GlossaryId
    from bot.requests import Request

SORRY = Reply((Prose((Span("Hello."),)),))


class Post:
    """A store with notices for Slack, and what delivers them at a time that the test sets."""

    def __init__(self, *tokens: str) -> None:
        self.store = MemoryStore()
        self.platform = FakePlatform()
        self.now = NOON
        self.asked: list[Request] = []
        self.answer: Reply | Form | Silence = SORRY
        self.deliveries = Deliveries(self.store, self._reply_to, lambda: self.now, Holder("p1"))
        self.tokens = tokens or (carried(Help()),)

    async def _reply_to(self, request: Request) -> Reply | Form | Silence:
        self.asked.append(request)
        return self.answer

    async def begin(self) -> Post:
        """Post the notices, due now."""
        await self.store.post_notices(HOME, [self.notice(str(n), token) for n, token in enumerate(self.tokens)])
        return self

    def notice(self, key: str, token: str) -> Notice:
        """Make a notice that is due now."""
        return Notice(NoticeKey(key), Recipient(f"slack:T1:U{key}"), Token(token), self.now)

    async def pass_on(self, wait: timedelta = timedelta(0)) -> int:
        """Let time pass, and deliver what is due then."""
        self.now += wait
        return await self.deliveries.deliver_due(self.platform)


async def test_a_notice_is_answered_as_if_its_recipient_had_asked_and_sent_once() -> None:
    """Its command goes through the door, and what comes out is sent."""
    post = await Post(carried(Language())).begin()
    assert await post.pass_on() == 1
    assert post.asked[0].command == Language()
    assert post.asked[0].asker.account == "slack:T1:U0"
    assert post.platform.sent == [(Recipient("slack:T1:U0"), SORRY)]
    assert await post.pass_on(timedelta(days=1)) == 0


async def test_after_a_downtime_there_is_no_flood() -> None:
    """One workspace is told one thing after the other, however many are due; another one need not wait for it."""
    post = await Post(*[carried(Help())] * 30).begin()
    elsewhere = replace(post.notice("x", carried(Help())), recipient=Recipient("slack:T2:U1"))
    await post.store.post_notices(HOME, [elsewhere])
    passing = count()  # no two looks at a clock see the same time

    def now() -> datetime:
        return post.now + timedelta(microseconds=next(passing))

    post.deliveries = Deliveries(post.store, post._reply_to, now, Holder("p1"), APART)  # noqa: SLF001 — as below
    told: list[int] = []
    while len(post.platform.sent) < 31:
        before = len(post.platform.sent)
        while await post.pass_on() == AT_ONCE:
            pass
        told.append(len(post.platform.sent) - before)
        post.now += timedelta(seconds=LOOK_EVERY)
    assert told == [2, *[1] * 29]
    assert len({recipient for recipient, _ in post.platform.sent}) == 31


async def test_whoever_asks_for_what_is_theirs_gets_all_of_it() -> None:
    """At once: nobody else is told anything by it."""
    post = Post()
    post.deliveries = Deliveries(post.store, post._reply_to, lambda: post.now, Holder("p1"), APART)  # noqa: SLF001 — as below
    mine = Recipient("slack:T1:U0")
    await post.store.post_notices(HOME, [replace(post.notice(key, carried(Help())), recipient=mine) for key in "ab"])
    assert await post.deliveries.deliver_due(post.platform, to=mine) == 2
    assert [recipient for recipient, _ in post.platform.sent] == [mine, mine]


async def test_what_was_certainly_not_sent_is_tried_again_when_the_platform_says() -> None:
    """Not earlier."""
    post = await Post().begin()
    post.platform.outcomes = [NotSent(NOON + timedelta(minutes=10))]
    assert await post.pass_on() == 1
    assert await post.pass_on(timedelta(minutes=9)) == 0
    assert await post.pass_on(timedelta(minutes=1)) == 1
    assert len(post.platform.sent) == 1


async def test_without_a_word_of_the_platform_the_waits_double_up_to_an_hour() -> None:
    """And after a day or so it is given up."""
    post = await Post().begin()
    post.platform.outcomes = [NotSent()] * (MOST_TRIES + 1)
    waits = []
    for _ in range(MOST_TRIES):
        assert await post.pass_on() == 1
        waits.append(await _wait(post))
    assert waits[:8] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert waits[-1] == 0
    assert post.platform.sent == []


async def _wait(post: Post) -> int:
    """Tell after how many minutes the notice is due again, and go there; 0 for never."""
    posted = post.store._state.notices[HOME, NoticeKey("0")]  # noqa: SLF001 — no port tells when a notice is due
    if posted.finished_at is not None:
        return 0
    wait = posted.notice.due - post.now
    post.now = posted.notice.due
    return round(wait.total_seconds() / 60)


@pytest.mark.parametrize("outcome", [Sent.GONE, RuntimeError("nobody knows")])
async def test_what_may_have_been_sent_or_has_no_reader_is_never_tried_again(outcome: Sent | Exception) -> None:
    """At most once is the promise."""
    post = await Post().begin()
    post.platform.outcomes = [outcome]
    assert await post.pass_on() == 1
    assert await post.pass_on(timedelta(days=1)) == 0
    assert post.platform.sent == []


async def test_the_door_is_told_where_the_bot_may_not_post() -> None:
    """As nobody, in that place; and the notice is not tried again."""
    post = await Post().begin()
    post.platform.outcomes = [Sent.BARRED]
    assert await post.pass_on() == 1
    assert [request.command for request in post.asked] == [Help(), Barred()]
    assert post.asked[0].place == post.asked[1].place
    assert await post.pass_on(timedelta(days=1)) == 0


@pytest.mark.parametrize("token", ["9:unknown", "1:nothing:of:this"])
async def test_a_notice_of_another_version_is_let_go(token: str) -> None:
    """Nothing is said that nobody understands."""
    post = await Post(token).begin()
    assert await post.pass_on() == 1
    assert post.asked == []
    assert post.platform.sent == []


async def test_what_has_nothing_to_say_is_not_sent() -> None:
    """A form is opened by a click only."""
    post = await Post().begin()
    post.answer = Silence()
    assert await post.pass_on() == 1
    assert post.platform.sent == []


async def test_a_backlog_is_told_however_seldom_it_is_looked_at() -> None:
    """One each time, because the others are put off; and when nothing is left the next one need not wait."""
    post = await Post(*[carried(Help())] * (2 * AT_ONCE)).begin()
    post.deliveries = Deliveries(post.store, post._reply_to, lambda: post.now, Holder("p1"), timedelta(seconds=1))  # noqa: SLF001 — as above
    looks = 0
    while len(post.platform.sent) < 2 * AT_ONCE:
        before = len(post.platform.sent)
        await post.pass_on(timedelta(seconds=2.5))
        assert len(post.platform.sent) <= before + 1
        looks += 1
    assert looks <= 3 * AT_ONCE
    await post.store.post_notices(HOME, [post.notice("late", carried(Help()))])
    await post.pass_on(timedelta(seconds=1))
    assert len(post.platform.sent) == 2 * AT_ONCE + 1


async def test_two_processes_deliver_each_notice_once() -> None:
    """Whichever leases it."""
    post = await Post(*[carried(Help())] * 5).begin()
    other = Deliveries(post.store, post._reply_to, lambda: post.now, Holder("p2"))  # noqa: SLF001 — the same door
    await asyncio.gather(post.deliveries.deliver_due(post.platform, 3), other.deliver_due(post.platform, 3))
    assert len({recipient for recipient, _ in post.platform.sent}) == 5
    assert len(post.platform.sent) == 5


async def test_a_notice_whose_lease_ran_out_is_left_to_who_took_it_over() -> None:
    """The door was slow, and another process has it now."""
    post = await Post(*[carried(Help())] * 2).begin()
    slow, may_go = asyncio.Event(), asyncio.Event()

    async def reply_to(_: Request) -> Reply:
        slow.set()
        await may_go.wait()
        return SORRY

    first = Deliveries(post.store, reply_to, lambda: post.now, Holder("p0"))
    task = asyncio.create_task(first.deliver_due(post.platform))
    await slow.wait()
    assert await post.pass_on(timedelta(minutes=3)) == 1
    may_go.set()
    await task
    assert len(post.platform.sent) == 2


async def test_when_it_is_told_to_end_the_one_being_sent_is_finished_and_the_others_given_back() -> None:
    """Stopped in order, each is sent exactly once: the next process finds them at once."""
    post = await Post(*[carried(Help())] * 3).begin()
    sending, may_go = asyncio.Event(), asyncio.Event()

    async def reply_to(_: Request) -> Reply:
        sending.set()
        await may_go.wait()
        return SORRY

    first = Deliveries(post.store, reply_to, lambda: post.now, Holder("p0"))
    task = asyncio.create_task(first.run(post.platform, asyncio.Event().wait))  # type: ignore[arg-type]  # its value is dropped
    await sending.wait()
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    may_go.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [recipient for recipient, _ in post.platform.sent] == ["slack:T1:U0"]
    assert await post.pass_on() == 2
    assert [recipient for recipient, _ in post.platform.sent] == ["slack:T1:U0", "slack:T1:U1", "slack:T1:U2"]


async def test_a_long_queue_is_emptied_before_the_pause() -> None:
    """And a store that does not answer is asked again after it."""

    class Away(MemoryStore):
        """A store that is away at first."""

        times = 0

        async def lease_notices(
            self, whom: str, holder: Holder, now: datetime, until: datetime, limit: int = 100
        ) -> Sequence[tuple[GlossaryId, Notice]]:
            """Fail once."""
            self.times += 1
            if self.times == 1:
                raise UnavailableError("database")
            return await super().lease_notices(whom, holder, now, until, limit)

    post = Post(*[carried(Help())] * (2 * AT_ONCE + 1))
    post.store = Away()
    post.deliveries = Deliveries(post.store, post._reply_to, lambda: post.now, Holder("p1"))  # noqa: SLF001 — as above
    await post.begin()
    pauses: list[int] = []
    done = asyncio.Event()

    async def pause() -> None:
        pauses.append(len(post.platform.sent))
        if len(pauses) == 2:
            done.set()
        await asyncio.sleep(0)

    task = asyncio.create_task(post.deliveries.run(post.platform, pause))
    await done.wait()
    task.cancel()
    assert pauses[:2] == [0, 2 * AT_ONCE + 1]


@pytest.mark.parametrize(
    "answer", [replace(SORRY, is_found=False, is_away=True), replace(SORRY, is_found=False, is_mistake=True)]
)
async def test_what_the_door_could_not_answer_is_asked_again(answer: Reply) -> None:
    """Nobody is told unasked that something went wrong."""
    post = await Post().begin()
    post.answer = answer
    assert await post.pass_on() == 1
    assert post.platform.sent == []
    post.answer = SORRY
    assert await post.pass_on(timedelta(minutes=1)) == 1
    assert [reply for _, reply in post.platform.sent] == [SORRY]


async def test_that_something_is_gone_is_told_to_nobody_who_did_not_ask() -> None:
    """What the notice was about went while it waited."""
    post = await Post().begin()
    post.answer = replace(SORRY, is_found=False)
    assert await post.pass_on() == 1
    assert await post.pass_on(timedelta(days=1)) == 0
    assert post.platform.sent == []
