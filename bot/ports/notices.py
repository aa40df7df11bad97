"""What is kept until it was said unasked? The notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.keeping import GlossaryId, Holder, Notice, NoticeKey


class NoticeStore(Protocol):
    """Keeps what is to be said unasked until it was said: by one process, and never twice."""

    async def post_notices(self, glossary: GlossaryId, caused: Sequence[Notice]) -> None:
        """Keep notices that no change caused, such as a greeting. A key that was there before adds nothing."""
        ...

    async def lease_notices(
        self, whom: str, holder: Holder, now: datetime, until: datetime, limit: int = 100
    ) -> Sequence[tuple[GlossaryId, Notice]]:
        """Take notices that are due and that nobody holds, the one due first first.

        They are for a platform, such as ``slack``, or for one recipient, such as ``terminal:noa``.
        What a process held whose lease ran out is taken over, unless it had called `begin_notice` for it.
        """
        ...

    async def begin_notice(self, glossary: GlossaryId, key: NoticeKey, holder: Holder, now: datetime) -> bool:
        """Say, just before it is sent, that it is being sent; tell whether it may be.

        From here on nobody else gets it, even when this process dies: it is said at most once.
        """
        ...

    async def finish_notice(self, glossary: GlossaryId, key: NoticeKey, now: datetime) -> None:
        """Say that it was sent, or will never be."""
        ...

    async def put_notice_back(self, glossary: GlossaryId, key: NoticeKey, due: datetime) -> None:
        """Say that it was certainly not sent, and when to try again."""
        ...

    async def purge_notices(self, finished_before: datetime) -> None:
        """Let go of the notices that were finished before this time, and of their keys."""
        ...
