"""What happens to the connection and to calls happens to nobody who asks: the bot goes on, and says truly how it is."""

from __future__ import annotations

import asyncio
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.referee.conftest import free_port
from tests.referee.discord.acting import MEMBERS, status, words_of
from tests.referee.discord.conftest import MALMOI

if TYPE_CHECKING:
    from tests.referee.discord.conftest import Begin, World

REGISTERING = "bulk_set_application_commands"


async def asks(world: World, term: str = "mlops", says: str = "MLOps") -> None:
    """Look a word up, and get it."""
    assert words_of((await world.slash(world.user("ann"), "define", term=term)).message)[0] == says


@pytest.mark.parametrize("kind", ["drop", "reconnect", "invalid", "resumable", "closed"])
async def test_the_gateway_comes_and_goes(begin: Begin, kind: str) -> None:
    """Whatever happens to the connection, the next question is answered."""
    async with begin() as world:
        await asks(world)
        mark = len(world.fd.log)
        match kind:
            case "drop":
                await world.fd.drop_gateway()
                await world.fd.wait("resumed", timeout=15, since=mark)
            case "reconnect":
                await world.fd.ask_reconnect()
                await world.fd.wait("resumed", timeout=15, since=mark)
            case "resumable":
                await world.fd.invalidate_session(resumable=True)
                await world.fd.wait("resumed", timeout=20, since=mark)
            case "invalid":
                await world.fd.invalidate_session()
                await world.fd.wait("ready", timeout=20, since=mark)
            case _:
                world.fd.reject_resume = True
                await world.fd.drop_gateway(4009)
                await world.fd.wait("ready", timeout=25, since=mark)
        await asks(world)


async def test_what_is_asked_while_the_connection_is_away_is_answered_when_it_is_resumed(begin: Begin) -> None:
    """Discord sends what was missed, and it may still be in time."""
    async with begin() as world:
        ann = world.user("ann")
        await asks(world)
        for _ in range(3):
            await world.fd.drop_gateway()
            assert words_of((await world.slash(ann, "define", term="redis", timeout=4)).message)[0] == "Redis"


async def becomes(world: World, code: int, seconds: float) -> bool:
    """Tell whether `/readyz` answers so within some time."""
    until = time.monotonic() + seconds
    while await status(world, "readyz") != code:
        if time.monotonic() > until:
            return False
    return True


async def test_readiness_tells_when_the_connection_is_gone(begin: Begin) -> None:
    """And when it is there again; alive it is all the while."""
    async with begin() as world:
        await asks(world)
        assert await status(world, "readyz") == 200
        for _ in range(5):  # the pause before a connection is resumed is drawn by lot, and may be very short
            await world.fd.drop_gateway()
            if await becomes(world, 503, 1):
                break
            assert await becomes(world, 200, 10)
        else:
            raise AssertionError("it was ready all the while")
        assert await status(world, "healthz") == 200
        assert await becomes(world, 200, 15)
        await asks(world)


async def test_a_first_connection_that_fails_is_tried_again_and_readiness_tells_the_truth(begin: Begin) -> None:
    """Alive all the while, ready only afterwards."""
    async with begin(is_awaited=False) as world:
        world.fd.fail("get_my_user", 503, times=2)
        world.fd.fail("get_bot_gateway", 503, times=1)
        while await status(world, "healthz") != 200:  # noqa: ASYNC110 — of another process
            await asyncio.sleep(0.1)
        assert await status(world, "readyz") == 503
        await world.ready(timeout=30)
        await asks(world)
        assert await status(world, "readyz") == 200


CALLS = ("create_interaction_response", "execute_webhook", "create_message", "create_dm")


@pytest.mark.parametrize("code", [429, 500])
async def test_limits_and_errors_are_survived(begin: Begin, code: int) -> None:
    """On each kind of call: it is tried again, and arrives once."""
    async with begin() as world:
        ann, me = world.user("ann"), f"<@{world.fd.bot['id']}>"
        for call in CALLS:
            if code == 429:
                world.fd.rate_limit(call, retry_after=0.2)
            else:
                world.fd.fail(call, code)
        answer = await world.slash(ann, "define", term="mlops")
        assert words_of(answer.message)[0] == "MLOps"
        shared = await world.click(ann, answer.message, label="Share here")
        await world.click(ann, shared.message, label="Remove")
        _, _, said = await world.say(ann, f"{me} mlops", timeout=10)
        assert words_of(said)[0] == "MLOps"
        _, _, mine = await world.say(ann, f"{me} data", timeout=10)
        assert mine["channel_id"] != world.channel["id"]
        for call in CALLS:
            assert sum(fault.hits for fault in world.fd.faults if fault.op == call) == 1, call


@pytest.mark.parametrize("code", [429, 500])
async def test_limits_and_errors_of_what_is_changed_later_are_survived(begin: Begin, code: int) -> None:
    """A message that is taken away, one that is followed by another, and the question who is a member."""
    calls = ("delete_original_webhook_message", "execute_webhook", "get_guild_member")
    async with begin() as world:
        ann = world.user("ann")
        for call in calls:
            if code == 429:
                world.fd.rate_limit(call, retry_after=0.2)
            else:
                world.fd.fail(call, code)
        aloud = await world.slash(ann, "define", term="mlops", public=True)
        removed = await world.click(ann, aloud.message, label="Remove")
        assert words_of(await removed.followup()) == ["Removed."]
        assert aloud.message is None
        _, _, private = await world.say(ann, "mlops", world.fd.dm_channel(ann), timeout=10)
        assert words_of(private)[0] == "MLOps"
        for call in calls:
            assert sum(fault.hits for fault in world.fd.faults if fault.op == call) == 1, call


@pytest.mark.parametrize("code", [429, 500, 503])
async def test_limits_and_errors_of_registering_the_commands_are_survived(begin: Begin, code: int) -> None:
    """They are there a moment later, registered once; who writes to the bot is answered meanwhile."""
    async with begin(is_awaited=False) as world:
        if code == 429:
            world.fd.rate_limit(REGISTERING, retry_after=1.0, times=2)
        else:
            world.fd.fail(REGISTERING, code, times=2)
        await world.fd.wait("ready", timeout=20)
        ann = world.user("ann")
        _, _, said = await world.say(ann, f"<@{world.fd.bot['id']}> mlops", timeout=10)
        assert words_of(said)[0] == "MLOps"
        await world.fd.wait("commands", timeout=20, since=0)
        await asks(world)
        tried = [request.status for request in world.fd.requests if request.op == REGISTERING]
        assert tried == [code, code, 200]


async def test_a_limit_on_one_call_is_obeyed(begin: Begin) -> None:
    """Nothing is sent while it lasts."""
    async with begin() as world:
        ann, me = world.user("ann"), f"<@{world.fd.bot['id']}>"
        world.fd.set_bucket("create_message", 1, 1.0)
        for _ in range(3):
            _, _, said = await world.say(ann, f"{me} mlops", timeout=10)
            assert words_of(said)[0] == "MLOps"


async def test_a_limit_on_all_calls_is_waited_for(begin: Begin) -> None:
    """By whatever is not the answer to an interaction, for which there is none."""
    async with begin() as world:
        ann, me = world.user("ann"), f"<@{world.fd.bot['id']}>"
        world.fd.rate_limit("create_message", retry_after=1.0, global_=True)
        begun = time.monotonic()
        _, _, said = await world.say(ann, f"{me} mlops", timeout=10)
        assert words_of(said)[0] == "MLOps"
        assert time.monotonic() - begun >= 1
        await asks(world)


async def test_a_hundred_commands_at_once(begin: Begin) -> None:
    """Each is answered, within Discord's three seconds."""
    async with begin(validate="later") as world:
        people = [world.user(f"user{number}") for number in range(20)]
        await world.slash(people[0], "define", term="mlops")
        asked = (world.slash(people[number % 20], "define", term="mlops") for number in range(100))
        answers = await asyncio.gather(*asked)
        assert all(words_of(answer.message)[0] == "MLOps" for answer in answers)
        assert world.fd.validate_pending() == []


async def test_who_asks_faster_than_anybody_reads_is_told_when_to_go_on(begin: Begin) -> None:
    """In a sentence of their language; others are answered."""
    async with begin(validate="later") as world:
        fast = world.user("fast", locale="ko")
        said = []
        for _ in range(5):
            answers = await asyncio.gather(*(world.slash(fast, "define", term="redis") for _ in range(40)))
            said += [words_of(answer.message)[0] for answer in answers]
        assert 120 <= sum(line.startswith("레디스") for line in said) < len(said)
        assert any("초" in line for line in said)
        await asks(world)
        assert world.fd.validate_pending() == []


async def test_buttons_survive_a_restart_and_commands_are_not_registered_again(begin: Begin) -> None:
    """The same token means the same on another process; the process ends within five seconds."""
    async with begin() as world:
        ann = world.user("ann")
        answer = await world.slash(ann, "define", term="mlops")
        begun = time.monotonic()
        assert await world.bot.stop(signal.SIGTERM) == 0
        assert time.monotonic() - begun < 5
        await world.start_bot()
        await world.ready(commands=False)
        again = await world.click(ann, answer.message, label="한국어")
        assert words_of(again.message)[0] == "엠엘옵스 · MLOps"
        assert len([request for request in world.fd.requests if request.op == REGISTERING]) == 1


async def test_what_is_in_flight_is_answered_before_the_end(begin: Begin) -> None:
    """The process is asked to end right after the question, and ends within five seconds."""
    async with begin() as world:
        ann = world.user("ann")
        await asks(world)
        world.fd.slow("create_interaction_response", 1.0)
        asking = asyncio.create_task(world.slash(ann, "define", term="devops"))
        await asyncio.sleep(0.2)
        begun = time.monotonic()
        assert await world.bot.stop(signal.SIGTERM) == 0
        assert time.monotonic() - begun < 5
        assert words_of((await asking).message)[0] == "DevOps"


async def test_two_processes_share_the_servers_of_a_bot(begin: Begin) -> None:
    """Each answers in those of its shards; the commands are registered once."""
    async with begin(is_awaited=False, env={"DISCORD_SHARDS": "0/2", "MALMOI_HOME": "discord:1"}, shards=2) as world:
        parity = {int(gid) >> 22 & 1: gid for gid in world.fd.guilds}
        while len(parity) < 2:
            await asyncio.sleep(0.001)
            gid = world.fd.add_guild("Other")["obj"]["id"]
            parity.setdefault(int(gid) >> 22 & 1, gid)
        await world.ready()
        environment = {**world.bot_env(), "DISCORD_SHARDS": "1/2", "PORT": str(free_port())}
        second = await type(world.bot)([str(MALMOI), "run", "discord"], environment, world.folder).start()
        try:
            await world.fd.wait("ready", lambda session: session.shard == (1, 2), timeout=20)
            ann = world.user("ann")
            for gid in parity.values():
                channel = world.fd.channels[world.fd.guilds[gid]["channels"][0]]
                for _ in range(10):  # a glossary that is begun while the other process writes may have to wait
                    answer = await world.slash(ann, "define", channel=channel, term="mlops")
                    if words_of(answer.message)[0] == "MLOps":
                        break
                    await asyncio.sleep(1)
                else:
                    raise AssertionError(words_of(answer.message))
            assert {session.shard for session in world.fd.sessions.values()} == {(0, 2), (1, 2)}
            assert len([request for request in world.fd.requests if request.op == REGISTERING]) == 1
        finally:
            assert await second.stop(signal.SIGTERM) == 0
        assert [line for line in second.lines if "Traceback" in line] == []


async def test_no_more_is_asked_of_discord_than_is_needed(begin: Begin) -> None:
    """No content of messages, nobody's presence, and members only where they are greeted."""
    async with begin() as world:
        (session,) = world.fd.sessions.values()
        assert session.intents == 1 | 1 << 9 | 1 << 12
        assert session.intents & MEMBERS == 0


async def test_an_intent_that_is_refused_is_done_without(begin: Begin) -> None:
    """The bot starts all the same, the doctor says so, and newcomers begin by themselves."""
    async with begin(env={"DISCORD_GREET_MEMBERS": "yes"}, allowed_privileged=0) as world:
        await asks(world)
        doctor = await asyncio.create_subprocess_exec(
            MALMOI,
            "doctor",
            env=world.bot_env(),
            cwd=world.folder,
            stdout=asyncio.subprocess.PIPE,
        )
        said, _ = await doctor.communicate()
        assert b"PROBLEM Nobody who joins is greeted: switch the Server Members Intent on" in said
        assert doctor.returncode == 1
        asked = await world.slash(world.user("new"), "glossary me onboarding")
        assert words_of(asked.message) == ["Nobody has made a pack for newcomers yet."]


async def test_while_somebody_works_on_them_one_server_alone_gets_the_commands(begin: Begin) -> None:
    """Nothing is registered anywhere else."""
    async with begin(sync_guild=True) as world:
        await asks(world)
        assert world.fd.commands[None] == {}
