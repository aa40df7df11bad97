"""A server and its glossary: adding the bot and removing it, sharing a glossary, and who may do what."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Any

import pytest

from tests.referee.discord.acting import kept, labels, manager, role_of, told, words_of, write

if TYPE_CHECKING:
    from tests.referee.discord.acting import Message, User
    from tests.referee.discord.conftest import Begin, World

APART = {"MALMOI_HOME": "discord:1"}
"""Each server has a glossary of its own."""


async def add(world: World, owner: User, name: str = "Other") -> Any:  # noqa: ANN401 — the referee says no types
    """Let somebody add the bot to a server of theirs; give a channel of it."""
    guild = world.fd.add_guild(name, owner=owner)
    gid = guild["obj"]["id"]
    await world.fd.dispatch("GUILD_CREATE", world.fd.guild_create(gid), guild_id=gid)
    return world.fd.channels[guild["channels"][0]]


async def remove(world: World, gid: str) -> None:
    """Remove the bot from a server."""
    await world.fd.dispatch("GUILD_DELETE", {"id": gid}, guild_id=gid)


async def write_there(world: World, user: User, channel: Message) -> None:
    """Add an entry to the glossary of another server."""
    opened = await world.slash(user, "glossary term add", channel=channel, term="Kafka")
    preview = await world.submit(user, opened, {"Definition": "A log."})
    await world.click(user, preview.message, label="Save")


async def test_a_server_adds_the_bot_removes_it_and_comes_back(begin: Begin) -> None:
    """Whoever added it is told how to begin; what was written is there when it comes back, and nowhere else."""
    async with begin(env=APART) as world:
        owner, mark = world.fd.add_user("owner"), len(world.fd.log)
        there = await add(world, owner)
        assert words_of(await told(world, since=mark, to=owner))
        await write_there(world, owner, there)
        await remove(world, there["guild_id"])
        mark = len(world.fd.log)
        gid = there["guild_id"]
        await asyncio.sleep(0.2)
        await world.fd.dispatch("GUILD_CREATE", world.fd.guild_create(gid), guild_id=gid)
        await told(world, since=mark, to=owner)
        assert "A log." in words_of((await world.slash(owner, "define", channel=there, term="kafka")).message)
        elsewhere = await world.slash(world.user("ann"), "define", term="kafka")
        assert "A log." not in words_of(elsewhere.message)


@pytest.mark.parametrize("while_it_ran", [True, False])
async def test_the_glossary_of_a_server_that_stays_away_is_deleted_with_a_line_in_the_log(
    begin: Begin, *, while_it_ran: bool
) -> None:
    """After as many days as the settings say; also when the bot was removed while no process ran."""
    async with begin(env={**APART, "MALMOI_KEEP_REMOVED_DAYS": "0"}) as world:
        owner, mark = world.fd.add_user("owner"), len(world.fd.log)
        there = await add(world, owner)
        await told(world, since=mark, to=owner)
        await write_there(world, owner, there)
        gid = there["guild_id"]
        if while_it_ran:
            await remove(world, gid)
            await asyncio.sleep(0.5)
        assert await world.bot.stop(signal.SIGTERM) == 0
        world.fd.guilds.pop(gid)
        await world.start_bot()
        await world.ready(commands=False)
        line = f"glossary discord:{gid} is deleted"
        async with asyncio.timeout(90):  # what is due is looked for once a minute
            while not any(line in said for said in world.bot.lines):  # noqa: ASYNC110 — of another process
                await asyncio.sleep(0.2)
        assert kept(world.folder, "select count(*) from concepts where glossary = ?", f"discord:{gid}") == [(0,)]


async def test_one_server_uses_the_glossary_of_another_by_a_code_that_works_once(begin: Begin) -> None:
    """An admin of the other side makes it, and it is shown to them alone."""
    async with begin(env=APART) as world:
        ada, owner, third = manager(world), world.fd.add_user("owner"), world.fd.add_user("third")
        await write(world, ada, "Kafka", "A log.")
        there, late = await add(world, owner), await add(world, third, "Third")
        refused = await world.slash(world.user("tom"), "glossary team invite")
        assert not any(word.count("-") == 2 for line in words_of(refused.message) for word in line.split())
        made = await world.slash(ada, "glossary team invite")
        assert made.ephemeral
        code = next(word for line in words_of(made.message) for word in line.split() if word.count("-") == 2)
        code = code.strip(".,:")
        asked = await world.slash(owner, "glossary team join", channel=there, code=code)
        await world.click(owner, asked.message, **labels(asked.message)[0])
        assert "A log." in words_of((await world.slash(owner, "define", channel=there, term="kafka")).message)
        again = await world.slash(third, "glossary team join", channel=late, code=code)
        assert labels(again.message) == []
        assert "A log." not in words_of((await world.slash(third, "define", channel=late, term="kafka")).message)


async def give_role(world: World, user: User, role: Message) -> Any:  # noqa: ANN401 — as above
    """Let those who have a role be curators; the referee's people can only name each other."""
    command = world.find(user, "glossary", 1)
    holder = {"name": "holder", "type": 9, "value": role["id"]}
    chosen: dict[str, Any] = {
        "name": "roles",
        "type": 1,
        "options": [holder, {"name": "role", "type": 3, "value": "curator"}],
    }
    data = world._command_data(  # noqa: SLF001 — as said
        command, [{"name": "team", "type": 2, "options": [chosen]}], {"roles": {role["id"]: role}}
    )
    return await world._go(world.fd.make_interaction(2, user, world.channel, data, command=command), None)  # noqa: SLF001 — as said


async def test_a_role_of_the_server_lets_its_members_decide(begin: Begin) -> None:
    """Whoever may manage the server gives it; everybody else proposes."""
    async with begin() as world:
        ada = manager(world)
        role = await role_of(world, "wordsmiths")
        cleo, tom = world.user("cleo", roles=(role["id"],)), world.user("tom")
        for user in (cleo, tom):
            opened = await world.slash(user, "glossary term add", term="Kafka")
            preview = await world.submit(user, opened, {"Definition": "A log."})
            assert "[Propose]" in words_of(preview.message)
        refused = await give_role(world, tom, role)
        assert "is curator now." not in " ".join(words_of(refused.message))
        given = await give_role(world, ada, role)
        assert "is curator now." in " ".join(words_of(given.message))
        await write(world, cleo, "Kafka", "A log.")
        assert "A log." in words_of((await world.slash(tom, "define", term="kafka")).message)
        opened = await world.slash(tom, "glossary term add", term="Etcd")
        preview = await world.submit(tom, opened, {"Definition": "A store."})
        assert "[Propose]" in words_of(preview.message)
