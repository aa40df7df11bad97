"""What is to be said unasked, and who is saying it? Kept in memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from adapters.memory.state import Posted, State
    from bot.keeping import GlossaryId, Holder, Notice, NoticeKey


class MemoryNotices:
    """Fulfils `bot.ports.NoticeStore`."""

    _state: State

    async def post_notices(self, glossary: GlossaryId, caused: Sequence[Notice]) -> None:
        """Keep notices that no change caused, such as a greeting. A key that was there before adds nothing."""
        self._state.post(glossary, tuple(caused))

    async def lease_notices(
        self, whom: str, holder: Holder, now: datetime, until: datetime, limit: int = 100
    ) -> Sequence[tuple[GlossaryId, Notice]]:
        """Take notices that are due and that nobody holds, the one due first first."""
        free = [
            (posted.notice.due, glossary, key, posted)
            for (glossary, key), posted in self._state.notices.items()
            if whom in {posted.notice.platform, posted.notice.recipient} and _is_free(posted, now)
        ]
        taken = sorted(free, key=lambda one: one[:3])[:limit]
        for *_, posted in taken:
            posted.holder, posted.held_until = holder, until
        return [(glossary, posted.notice) for _, glossary, _, posted in taken]

    async def begin_notice(self, glossary: GlossaryId, key: NoticeKey, holder: Holder, now: datetime) -> bool:
        """Say, just before it is sent, that it is being sent; tell whether it may be."""
        posted = self._state.notices.get((glossary, key))
        if posted is None or posted.holder != holder or posted.begun_at is not None:
            return False
        posted.begun_at = now
        return True

    async def finish_notice(self, glossary: GlossaryId, key: NoticeKey, now: datetime) -> None:
        """Say that it was sent, or will never be."""
        self._state.notices[glossary, key].finished_at = now

    async def put_notice_back(self, glossary: GlossaryId, key: NoticeKey, due: datetime) -> None:
        """Say that it was certainly not sent, and when to try again."""
        notice = self._state.notices.pop((glossary, key)).notice
        self._state.post(glossary, (replace(notice, due=due),))

    async def purge_notices(self, finished_before: datetime) -> None:
        """Let go of the notices that were finished before this time, and of their keys."""
        self._state.notices = {
            at: posted
            for at, posted in self._state.notices.items()
            if posted.finished_at is None or posted.finished_at >= finished_before
        }


def _is_free(posted: Posted, now: datetime) -> bool:
    is_open = posted.finished_at is None and posted.begun_at is None and posted.notice.due <= now
    return is_open and (posted.held_until is None or posted.held_until <= now)
