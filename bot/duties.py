"""What is there to do when nobody asks? Digests, reminders, and letting go of what need not be kept any longer.

Each bears to be done twice: what was announced, or somebody was reminded of, is kept together with the notice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.commands import Digest, Remind
from bot.desk import PACE
from bot.digests import ANNOUNCING, LOOKED_THROUGH, announcing_of, news_in
from bot.keeping import Notice, NoticeKey, Recipient, Revision
from bot.months import months_before
from bot.requests import WorkspaceId
from bot.schedule import Task
from bot.tokens import carried

if TYPE_CHECKING:
    from datetime import datetime

    from bot.digests import Announcing
    from bot.keeping import GlossaryId, Subject
    from bot.packs import Pack
    from bot.ports import Store

MOST_REMINDED = 100
"""People of one pack at a time."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How long what is kept."""

    months: int = 12
    """Of counts and uses, of who waits for a term, and of what was dismissed."""
    events: timedelta = timedelta(hours=25)
    """Slack repeats an event for a day at most: apis/events-api, Delayed Events."""
    notices: timedelta = timedelta(days=90)
    """After they were sent; as long as that nobody is told the same twice."""


def duties(store: Store, keeping: Keeping | None = None, pace: timedelta = PACE) -> tuple[Task, ...]:
    """List what is to be done again and again."""
    kept = keeping or Keeping()

    async def remind(now: datetime) -> None:
        for glossary, pack in await store.packs_with_reminder():
            await _remind(store, glossary, pack, pace, now)

    async def tidy(now: datetime) -> None:
        await store.purge_drafts(now)
        await store.purge_events(now - kept.events)

    async def forget(now: datetime) -> None:
        await store.purge_notices(now - kept.notices)
        oldest = months_before(now.date(), kept.months)
        await store.purge_counts(oldest)
        await store.purge_uses(oldest)
        await store.purge_wants(now - (now.date() - oldest))

    return (
        Task("digests", timedelta(minutes=5), lambda now: announce(store, now)),
        Task("reminders", timedelta(minutes=15), remind),
        Task("tidying", timedelta(hours=1), tidy),
        Task("forgetting", timedelta(days=1), forget),
    )


async def announce(store: Store, now: datetime) -> None:
    """Let each channel hear of what is new that has waited long enough."""
    for channel, kept in (await store.settings_named(ANNOUNCING)).items():
        announcing = announcing_of(kept)
        if announcing is not None and announcing.due <= now:
            await _announce(store, channel, announcing, now)


async def _announce(store: Store, channel: Subject, announcing: Announcing, now: datetime) -> None:
    glossary = await store.glossary_of(WorkspaceId(channel.rpartition(":")[0]))
    if glossary is None:
        return
    revision = await store.revision_of(glossary)
    entries = await store.history(glossary, None, Revision(revision + 1), LOOKED_THROUGH)
    heard = announcing.heard_in(glossary, revision)
    news = news_in(entry for entry in entries if entry.revision > heard)
    token = carried(Digest(heard, revision))
    digest = Notice(NoticeKey(f"digest:{channel}:{revision}"), Recipient(channel), token, now)
    now_is = announcing.after(revision, glossary, now)
    await store.announce(glossary, channel, announcing, now_is, [digest] if news else [])


async def _remind(store: Store, glossary: GlossaryId, pack: Pack, pace: timedelta, now: datetime) -> None:
    silent = await store.silent_in(glossary, pack.id, now - timedelta(days=pack.reminder_days), MOST_REMINDED)
    for progress in silent:
        account = progress.account
        token = carried(Remind(pack.id, progress.language))
        reminder = Notice(NoticeKey(f"remind:{pack.id}:{account}"), Recipient(account), token, now)
        await store.remind(glossary, progress, reminder, pace)
