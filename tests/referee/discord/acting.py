"""What people in a journey do again and again, and how they read what they get."""

from __future__ import annotations

import asyncio
import sqlite3
import urllib.error
import urllib.request
from contextlib import closing
from typing import TYPE_CHECKING, Any

from tests.adapters.discord.reading import said_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.referee.discord.conftest import World

    User = Any
    """As the referee has it; it says no types."""
    Message = dict[str, Any]

MANAGE = str(1 << 5)
MEMBERS = 1 << 1
"""The intent by which Discord tells who joins."""


def words_of(message: Message) -> list[str]:
    """Read a message aloud, line by line."""
    return [line for box in message["components"] for text in said_in(box) for line in text.split("\n")]


def labels(message: Message) -> list[dict[str, str]]:
    """Name what can be pressed, in order."""
    found = []
    for box in message["components"]:
        for one in box["components"]:
            found += [{"custom_id": inner["custom_id"]} for inner in one.get("components", ()) if "custom_id" in inner]
            found += [{"custom_id": one["accessory"]["custom_id"]}] if "accessory" in one else []
    return found


def last(message: Message) -> str:
    """Give the label of the last button."""
    return next(line for line in reversed(words_of(message)) if line.startswith("[")).strip("[]")


def manager(world: World, name: str = "ada", **more: str) -> User:
    """Make somebody who may manage the server."""
    role = world.fd.add_role(world.gid, f"{name}s", MANAGE)
    return world.user(name, roles=(role["id"],), **more)


async def let_clients_know(world: World) -> None:
    """Tell clients of the roles that were made meanwhile, as Discord does."""
    for role in world.fd.guilds[world.gid]["roles"].values():
        await world.fd.dispatch("GUILD_ROLE_CREATE", {"guild_id": world.gid, "role": role}, guild_id=world.gid)


async def role_of(world: World, name: str) -> dict[str, Any]:
    """Make a role that gives nothing, of which clients hear."""
    role: dict[str, Any] = world.fd.add_role(world.gid, name)
    await let_clients_know(world)
    return role


async def write(world: World, user: User, name: str, definition: str) -> None:
    """Add an entry, and save it."""
    opened = await world.slash(user, "glossary term add", term=name[:80])
    preview = await world.submit(user, opened, {"Name": name[:80], "Definition": definition[:4000]})
    await world.click(user, preview.message, label="Save")


async def pack(world: World, user: User, **values: str) -> Message:
    """Make a reading list, and give the message that shows it."""
    opened = await world.slash(user, "glossary pack new")
    made = await world.submit(user, opened, values)
    assert made.message is not None
    return dict(made.message)


async def told(world: World, *, since: int, within: float = 15, to: User = None) -> Message:
    """Wait for a message that the bot says unasked, to somebody if that is said."""
    where = world.fd.dm_channel(to)["id"] if to else None
    _, (_, message) = await world.fd.wait(
        "bot_message", lambda said: where in {None, said[1]["channel_id"]}, timeout=within, since=since
    )
    return dict(message)


def told_to(world: World, user: User) -> list[Message]:
    """List what the bot has said to somebody in direct messages."""
    channel, bot = world.fd.dm_channel(user)["id"], world.fd.bot["id"]
    return [one for one in world.fd.messages.values() if (one["channel_id"], one["author"]["id"]) == (channel, bot)]


def kept(folder: Path, statement: str, *values: object) -> list[Any]:
    """Ask the database of a journey, or let something be there that takes long to come about, such as a day."""
    with closing(sqlite3.connect(folder / "malmoi.sqlite3", timeout=10)) as connection, connection:
        return connection.execute(statement, values).fetchall()


async def status(world: World, page: str) -> int:
    """Ask a page for its status; 0 where nobody answers."""
    return await asyncio.to_thread(_status, f"http://127.0.0.1:{world.port}/{page}")


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310 — on loopback
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0
