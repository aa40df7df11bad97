"""What is to be said unasked, and who is saying it?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, or_, select, tuple_, update

from adapters.sql.tables import lanes, notices
from bot.keeping import GlossaryId, Notice, NoticeKey, Recipient
from bot.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection

    from adapters.sql.database import Database
    from bot.keeping import Holder


class SqlNotices:
    """Fulfils `bot.ports.NoticeStore`."""

    _database: Database

    async def post_notices(self, glossary: GlossaryId, caused: Sequence[Notice]) -> None:
        """Keep notices that no change caused, such as a greeting. A key that was there before adds nothing."""
        async with self._database.writing() as connection:
            await self._database.add(connection, notices, rows_of(glossary, caused))

    async def lease_notices(
        self, whom: str, holder: Holder, now: datetime, until: datetime, limit: int = 100
    ) -> Sequence[tuple[GlossaryId, Notice]]:
        """Take notices that are due and that nobody holds, the one due first first."""
        n = notices.c
        platform, colon, _ = whom.partition(":")
        theirs = [n.recipient == whom] if colon else []
        free = (
            select(n.glossary, n.key, n.recipient, n.token, n.due)
            .where(n.platform == platform, *theirs, n.finished_at.is_(None), n.due <= now, n.begun_at.is_(None))
            .where(or_(n.held_until.is_(None), n.held_until <= now))
            .order_by(n.due, n.glossary, n.key)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        async with self._database.writing() as connection:
            taken = (await connection.execute(free)).all()
            if taken:
                these = tuple_(n.glossary, n.key).in_([(row.glossary, row.key) for row in taken])
                held = update(notices).where(these).values(holder=holder, held_until=until)
                await connection.execute(held)
        return [
            (GlossaryId(row.glossary), Notice(NoticeKey(row.key), Recipient(row.recipient), Token(row.token), row.due))
            for row in taken
        ]

    async def begin_notice(self, glossary: GlossaryId, key: NoticeKey, holder: Holder, now: datetime) -> bool:
        """Say, just before it is sent, that it is being sent; tell whether it may be."""
        mine = _one(glossary, key) & (notices.c.holder == holder) & notices.c.begun_at.is_(None)
        async with self._database.writing() as connection:
            begun = await connection.execute(update(notices).where(mine).values(begun_at=now))
            return begun.rowcount == 1

    async def finish_notice(self, glossary: GlossaryId, key: NoticeKey, now: datetime) -> None:
        """Say that it was sent, or will never be."""
        async with self._database.writing() as connection:
            await connection.execute(update(notices).where(_one(glossary, key)).values(finished_at=now))

    async def put_notice_back(self, glossary: GlossaryId, key: NoticeKey, due: datetime) -> None:
        """Say that it was certainly not sent, and when to try again."""
        again = {"due": due, "holder": None, "held_until": None, "begun_at": None}
        async with self._database.writing() as connection:
            await connection.execute(update(notices).where(_one(glossary, key)).values(again))

    async def purge_notices(self, finished_before: datetime) -> None:
        """Let go of the notices that were finished before this time, and of their keys."""
        async with self._database.writing() as connection:
            await connection.execute(delete(notices).where(notices.c.finished_at < finished_before))


async def post_paced(
    database: Database, connection: AsyncConnection, glossary: GlossaryId, notice: Notice, pace: timedelta
) -> None:
    """Keep a notice, due no earlier than the pace after the last one of its workspace, whichever process that made."""
    lane = lanes.c.lane == notice.lane
    await database.add(connection, lanes, [{"lane": notice.lane, "free_at": notice.due}])
    free_at = (await connection.execute(select(lanes.c.free_at).where(lane).with_for_update())).scalar_one()
    due = max(notice.due, free_at)
    await connection.execute(update(lanes).where(lane).values(free_at=due + pace))
    await database.add(connection, notices, rows_of(glossary, [replace(notice, due=due)]))


def rows_of(glossary: GlossaryId, caused: Sequence[Notice]) -> list[dict[str, Any]]:
    """Write notices as rows, nobody holding them."""
    return [
        {
            "glossary": glossary,
            "key": notice.key,
            "platform": notice.platform,
            "recipient": notice.recipient,
            "token": notice.token,
            "due": notice.due,
        }
        for notice in caused
    ]


def _one(glossary: GlossaryId, key: NoticeKey) -> ColumnElement[bool]:
    return (notices.c.glossary == glossary) & (notices.c.key == key)
