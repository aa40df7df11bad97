"""How people act on Slack before the referee, and how time passes there: what journeys of newcomers have in common."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from adapters.assembling import tasks_of
from adapters.sql.maintaining import open_store
from adapters.sql.settings import Settings
from bot.digests import ANNOUNCING, announcing_of
from bot.housing import Housing
from bot.keeping import Holder
from bot.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.referee.slack.conftest import Stage


async def typed(stage: Stage, text: str, user: str = "UADMIN") -> Any:  # noqa: ANN401 — an answer
    """Type a word of the command table in a channel; give the answer."""
    return await stage.command(text, user, command="/glossary")


async def written(stage: Stage, text: str, user: str = "U1") -> Any:  # noqa: ANN401 — a message
    """Write to the bot in a direct message, and wait for its answer."""
    posted = len(stage.gateway.made("chat.postMessage"))
    await stage.event(stage.team.ev_message(text, user=user, channel=f"D{user}"))
    return (await stage.gateway.wait_call("chat.postMessage", count=posted + 1, timeout=15)).args


async def told(stage: Stage, user: str, after: int = 0) -> Any:  # noqa: ANN401 — a message
    """Wait for what a person is told unasked, with so many messages before it."""
    async with asyncio.timeout(20):
        while True:
            messages = [call.args for call in stage.gateway.made("chat.postMessage") if call.args["channel"] == user]
            if len(messages) > after:
                return messages[after]
            await asyncio.sleep(0.05)


async def pressed(stage: Stage, shown: Mapping[str, Any], label: str, user: str = "U1") -> Any:  # noqa: ANN401 — a message
    """Press a button of a direct message, and wait for what takes its place."""
    message = {"type": "message", "ts": "1.1", "text": "", "blocks": shown["blocks"]}
    url = await stage.press(shown, label, user, channel=f"D{user}", ephemeral=False, message=message)
    return await stage.said(url)


async def clicked(stage: Stage, shown: Mapping[str, Any], label: str, user: str = "UADMIN") -> Any:  # noqa: ANN401 — a message
    """Press a button of a private answer in a channel, and wait for what comes of it."""
    return await stage.said(await stage.press(shown, label, user))


async def pack(stage: Stage, name: str = "First week", **values: str) -> Any:  # noqa: ANN401 — a view
    """Make a pack in a modal; give the modal as it shows what newcomers get."""
    opened = len(stage.gateway.made("views.open"))
    await typed(stage, "pack new")
    view = await stage.opened(count=opened + 1)
    values = {"terms": "MLOps\nRedis\nAgile"} | values
    answer = await stage.submit(view, "UADMIN", name=name, **{key: value for key, value in values.items() if value})
    return {**view, **answer["view"], "id": view["id"]}


async def greeted(stage: Stage, user: str = "U1") -> Any:  # noqa: ANN401 — a message
    """Let somebody join the channel; give their greeting."""
    await stage.event(stage.team.ev_member_joined(user=user, channel="C1"))
    return await told(stage, user)


def database(stage: Stage) -> sqlite3.Connection:
    """Open the bot's database: what only time could change is changed there."""
    return sqlite3.connect(stage.environment["DATABASE_URL"].removeprefix("sqlite:///"), timeout=10)


async def do_due(stage: Stage, processes: int = 2) -> list[str]:
    """Do what is due in several processes at the same time; tell what was done by any of them."""
    settings = Settings.of(stage.environment)
    stores = [await open_store(settings) for _ in range(processes)]

    def now() -> datetime:
        return datetime.now(UTC)

    schedules = [
        Schedule(store, tasks_of(store, Housing(store, set(), tuple, now), {}), Holder(f"p{number}"), now)
        for number, store in enumerate(stores)
    ]
    done = await asyncio.gather(*(schedule.do_due() for schedule in schedules))
    for store in stores:
        await store.close()
    return sorted(name for each in done for name in each)


def read_aloud(message: Mapping[str, Any]) -> str:
    """Read a message aloud, whatever is strong in it."""

    def texts(node: object) -> list[str]:
        match node:
            case {"type": "rich_text" | "rich_text_section", "elements": elements}:
                return ["".join(text for one in elements for text in texts(one))]
            case {"type": "text" | "plain_text" | "mrkdwn", "text": str(text)}:
                return [text]
            case dict():
                return [text for value in node.values() for text in texts(value)]
            case list():
                return [text for value in node for text in texts(value)]
            case _:
                return []

    return " ".join(texts(message.get("blocks"))).replace("*", "")


def options_of(message: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Read what can be chosen: the label, and the line beside it."""
    blocks = message["blocks"]
    return [
        (block["accessory"]["text"]["text"], read_aloud({"blocks": [{**block, "accessory": None}]}))
        for block in blocks
        if (block.get("accessory") or {}).get("type") == "button"
    ]


def let_pass(stage: Stage, table: str, column: str, time: timedelta) -> None:
    """Let it be so long ago what was kept at some time."""
    earlier = f"strftime('%Y-%m-%d %H:%M:%f', {column}, '-{time.total_seconds():.0f} seconds') || '000'"
    with closing(database(stage)) as connection, connection:
        connection.execute(f"UPDATE {table} SET {column} = {earlier} WHERE {column} IS NOT NULL")  # noqa: S608 — our own names


def make_due(stage: Stage) -> None:
    """Let every task of the schedule be due again."""
    with closing(database(stage)) as connection, connection:
        connection.execute("DELETE FROM leases WHERE name LIKE 'task:%'")


def announce_earlier(stage: Stage, time: timedelta) -> None:
    """Let it be so long ago when a channel heard of news."""
    with closing(database(stage)) as connection, connection:
        subject, kept = connection.execute(
            "SELECT subject, value FROM preferences WHERE name = ?", (ANNOUNCING,)
        ).fetchone()
        announcing = announcing_of(kept)
        assert announcing is not None
        earlier = replace(announcing, due=announcing.due - time).kept()
        connection.execute(
            "UPDATE preferences SET value = ? WHERE subject = ? AND name = ?", (earlier, subject, ANNOUNCING)
        )
