"""What people do on Discord, from beginning to end, judged by a referee: the bot runs as it is deployed."""

from __future__ import annotations

import asyncio
import json
import signal
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest

from adapters.discord.options import Kind
from adapters.discord.table import ROWS
from tests.adapters.documents import HOSTILE
from tests.referee.discord.conftest import words_of

if TYPE_CHECKING:
    from tests.referee.discord.conftest import Begin, World

MANAGE = str(1 << 5)
IN_PLACE, MODAL, MESSAGE = 7, 9, 4


def manager(world: World, name: str = "ada", **more: str) -> Any:  # noqa: ANN401 — the referee says no types
    """Make somebody who may manage the server."""
    role = world.fd.add_role(world.gid, f"{name}s", MANAGE)
    return world.user(name, roles=(role["id"],), **more)


async def write(world: World, user: Any, name: str, definition: str) -> None:  # noqa: ANN401 — as above
    """Add an entry, and save it."""
    opened = await world.slash(user, "glossary term add", term=name[:80])
    preview = await world.submit(user, opened, {"Name": name[:80], "Definition": definition[:4000]})
    await world.click(user, preview.message, label="Save")


async def test_somebody_looks_a_word_up(begin: Begin) -> None:
    """However it is spelt, in the language of whoever asks, privately; and shares it, and takes it back."""
    async with begin() as world:
        kim, ann = world.user("kim", locale="ko"), world.user("ann")
        for typed in ("mlops", "엠엘옵스", "ㅡㅣㅐㅔㄴ", "mlosp"):
            answer = await world.slash(kim, "define", term=typed)
            assert answer.ephemeral
            assert words_of(answer.message)[0] == "엠엘옵스 · MLOps"
        assert words_of((await world.slash(ann, "define", term="mlops")).message)[0] == "MLOps"
        assert words_of((await world.slash(ann, "define", term="mlops", language="ko")).message)[0].startswith(
            "엠엘옵스"
        )
        assert "not in this glossary" in words_of((await world.slash(ann, "define", term="qwxzzy")).message)[0]
        for typed in ("ml", "ㅇㅇㅇㅅ", "엠엘", "엠ㅇ", "ㅡㅣㅐ", "mlosp"):
            assert (await world.autocomplete(kim, "정의", "용어", typed)).choices
        offered = (await world.autocomplete(kim, "define", "term", "엠엘")).choices
        assert offered[0]["name"] == "엠엘옵스 · MLOps"
        assert words_of((await world.slash(kim, "정의", 용어=offered[0]["value"])).message)[0].startswith("엠엘옵스")
        assert len((await world.autocomplete(kim, "define", "term", "")).choices) <= 25
        shared = await world.click(kim, answer.message, label="여기에 공유")
        assert not shared.ephemeral
        mine = await world.click(ann, shared.message, **_labels(shared.message)[0])
        assert mine.ephemeral
        refused = await world.click(ann, shared.message, label=_last(shared.message))
        assert refused.ephemeral
        await world.click(kim, shared.message, label=_last(shared.message))
        await world.fd.wait("message_delete", timeout=2, since=0)
        aloud = await world.slash(ann, "define", term="mlops", public=True)
        assert not aloud.ephemeral
        await world.click(ann, aloud.message, label="Remove")


async def test_somebody_writes_an_entry(begin: Begin) -> None:
    """In a form; a fault in it loses nothing; a manager saves, others propose and are told what came of it."""
    async with begin() as world:
        ada, tom = manager(world), world.user("tom")
        await write(world, ada, "Kafka", "A *log* that keeps everything.")
        assert "A log that keeps everything." in words_of((await world.slash(tom, "define", term="kafka")).message)
        opened = await world.slash(tom, "glossary term edit", term="kafka")
        assert opened.type == MODAL
        preview = await world.submit(tom, opened, {"definition": "A log, said better."})
        proposed = await world.click(tom, preview.message, label="Propose")
        assert proposed.type == IN_PLACE
        queue = await world.slash(ada, "glossary team queue")
        option = next(iter(_labels(queue.message)))
        review = await world.click(ada, queue.message, **option)
        told = asyncio.create_task(world.fd.wait("bot_message", timeout=10))
        await asyncio.sleep(0)
        await world.click(ada, review.message, label="Accept")
        _, (_, message) = await told
        assert "Kafka" in " ".join(words_of(message))
        assert "A log, said better." in words_of((await world.slash(tom, "define", term="kafka")).message)
        wrong = await world.slash(ada, "glossary term add", term="Etcd")
        again = await world.submit(ada, wrong, {"Name": "!!!", "Definition": "A store."})
        assert again.type == MESSAGE
        reopened = await world.click(ada, again.message, label="Open the form")
        assert reopened.type == MODAL
        better = await world.submit(ada, reopened, {"Name": "Etcd"})
        await world.click(ada, better.message, label="Save")
        assert "A store." in words_of((await world.slash(tom, "define", term="etcd")).message)
        asked = await world.slash(ada, "glossary term delete", term="etcd")
        await world.click(ada, asked.message, label=_last(asked.message))


def _labels(message: dict[str, Any]) -> list[dict[str, str]]:
    """Name what can be pressed, in order."""
    found = []
    for box in message["components"]:
        for one in box["components"]:
            found += [{"custom_id": inner["custom_id"]} for inner in one.get("components", ()) if "custom_id" in inner]
            found += [{"custom_id": one["accessory"]["custom_id"]}] if "accessory" in one else []
    return found


def _last(message: dict[str, Any]) -> str:
    return next(line for line in reversed(words_of(message)) if line.startswith("[")).strip("[]")


async def test_every_command_of_the_table_is_answered(begin: Begin) -> None:
    """By somebody who may everything, and by somebody who may little; in a server and in private."""
    async with begin() as world:
        ada, tom = manager(world), world.user("tom", locale="ko")
        private = world.fd.dm_channel(tom)
        for row in ROWS:
            name = " ".join(filter(None, ("glossary", row.group.name if row.group else "", row.word)))
            given = {
                option.key: {Kind.TERM: "mlops", Kind.LANGUAGE: "ko"}.get(option.kind, "mlops and redis")
                for option in row.options
                if option.is_required or option.kind is Kind.LANGUAGE
            }
            for user, channel in ((ada, None), (tom, None), (tom, private)):
                answer = await world.slash(user, name, channel=channel, **given)
                assert answer.modal or words_of((await answer.settled()).message), name


async def test_messages_are_answered_where_they_are_said(begin: Begin) -> None:
    """By mention, in private, in reply; several terms in one; and nothing else is."""
    async with begin() as world:
        me, kim, ann = f"<@{world.fd.bot['id']}>", world.user("kim", locale="ko"), world.user("ann")
        asked, _, answer = await world.say(ann, f"{me} what is mlops?")
        assert words_of(answer)[0] == "MLOps"
        assert answer["message_reference"]["message_id"] == asked["id"]
        _, _, both = await world.say(ann, f"{me} devops, mlops")
        assert {"DevOps", "MLOps"} <= set(words_of(both))
        first, _, _ = await world.say(kim, "we do mlops here", reply=False)
        reference = {"message_id": first["id"], "channel_id": first["channel_id"]}
        _, _, replied = await world.say(ann, f"{me} mlops?", message_reference=reference)
        assert replied["message_reference"]["message_id"] == first["id"]
        _, _, private = await world.say(kim, "엠엘옵스가 뭐야?", world.fd.dm_channel(kim))
        assert words_of(private)[0] == "엠엘옵스 · MLOps"
        _, _, mine = await world.say(ann, f"{me} data")
        assert mine["channel_id"] != world.channel["id"]
        for text in ("mlops", f"{me} thanks!", "👍"):
            await world.silent(ann, text, wait=0.3)
        await world.silent(kim, "ㅋㅋㅋ", world.fd.dm_channel(kim), wait=0.3)
        menu = await world.message_menu(ann, "Explain terms", first)
        assert "MLOps" in " ".join(words_of(menu.message))
        assert menu.ephemeral


async def test_somebody_who_installed_the_bot_uses_it_everywhere(begin: Begin) -> None:
    """In a group of friends, and in a server that the bot is not in: with the glossary they used last, as a reader."""
    async with begin() as world:
        ann, tom = world.user("ann"), world.user("tom")
        await world.slash(ann, "define", term="mlops")
        friends = world.fd.dm_channel(ann, tom)
        assert words_of((await world.slash(ann, "define", term="mlops", channel=friends)).message)[0] == "MLOps"
        foreign = {**world.fd.add_channel(world.gid, "elsewhere"), "guild_id": world.gid}
        refused = await world.slash(ann, "glossary team settings", channel=friends)
        assert refused.type == MESSAGE
        assert foreign


async def test_hostile_texts_are_only_read(begin: Begin) -> None:
    """Whatever stands in a name, in a definition or in a question: nobody is pinged, and nothing is refused."""
    async with begin() as world:
        ada, ann = manager(world), world.user("ann")
        for number, text in enumerate(one for one in HOSTILE if one.isprintable() and one.strip()):
            await write(world, ada, f"Hostile {number}", text)
            answer = await world.slash(ann, "define", term=f"hostile {number}", public=True)
            assert answer.message["mentions"] == []
            assert answer.message["mention_everyone"] is False
            await world.slash(ann, "define", term=text[:6000])
            await world.autocomplete(ann, "define", "term", text[:100])
            await world.slash(ann, "glossary explain", text=text[:6000])
            await world.slash(ann, "glossary term add", term=text[:100])
        me = f"<@{world.fd.bot['id']}>"
        await world.say(ann, f"{me} @everyone <@1> [x](https://evil.example)?", reply=True)


@pytest.mark.parametrize("kind", ["drop", "reconnect", "invalid", "resumable", "closed"])
async def test_the_gateway_comes_and_goes(begin: Begin, kind: str) -> None:
    """Whatever happens to the connection, the next question is answered."""
    async with begin() as world:
        ann = world.user("ann")
        await world.slash(ann, "define", term="mlops")
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
        assert words_of((await world.slash(ann, "define", term="mlops")).message)[0] == "MLOps"


CALLS = ("create_interaction_response", "execute_webhook", "create_message", "create_dm")


@pytest.mark.parametrize("status", [429, 500])
async def test_limits_and_errors_are_survived(begin: Begin, status: int) -> None:
    """On each kind of call: it is tried again, and arrives once."""
    async with begin() as world:
        ann, me = world.user("ann"), f"<@{world.fd.bot['id']}>"
        for call in CALLS:
            if status == 429:
                world.fd.rate_limit(call, retry_after=0.2)
            else:
                world.fd.fail(call, status)
        answer = await world.slash(ann, "define", term="mlops")
        assert words_of(answer.message)[0] == "MLOps"
        shared = await world.click(ann, answer.message, label="Share here")
        await world.click(ann, shared.message, label="Remove")
        _, _, said = await world.say(ann, f"{me} mlops", timeout=10)
        assert words_of(said)[0] == "MLOps"
        _, _, mine = await world.say(ann, f"{me} data", timeout=10)
        assert mine["channel_id"] != world.channel["id"]


async def test_a_limit_on_all_calls_is_obeyed(begin: Begin) -> None:
    """Nothing is sent while it lasts."""
    async with begin() as world:
        ann, me = world.user("ann"), f"<@{world.fd.bot['id']}>"
        world.fd.set_bucket("create_message", 1, 1.0)
        for _ in range(3):
            _, _, said = await world.say(ann, f"{me} mlops", timeout=10)
            assert words_of(said)[0] == "MLOps"


async def test_a_hundred_commands_at_once(begin: Begin) -> None:
    """Each is answered, within Discord's three seconds."""
    async with begin(validate="later") as world:
        people = [world.user(f"user{number}") for number in range(20)]
        await world.slash(people[0], "define", term="mlops")
        asked = (world.slash(people[number % 20], "define", term="mlops") for number in range(100))
        answers = await asyncio.gather(*asked)
        assert all(words_of(answer.message)[0] == "MLOps" for answer in answers)
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
        registered = [request for request in world.fd.requests if request.op == "bulk_set_application_commands"]
        assert len(registered) == 1


async def test_what_is_in_flight_is_answered_before_the_end(begin: Begin) -> None:
    """The process is asked to end right after the question."""
    async with begin() as world:
        ann = world.user("ann")
        await world.slash(ann, "define", term="mlops")
        world.fd.slow("create_interaction_response", 1.0)
        asking = asyncio.create_task(world.slash(ann, "define", term="devops"))
        await asyncio.sleep(0.2)
        assert await world.bot.stop(signal.SIGTERM) == 0
        assert words_of((await asking).message)[0] == "DevOps"


async def test_a_first_connection_that_fails_is_tried_again_and_readiness_tells_the_truth(begin: Begin) -> None:
    """Alive all the while, ready only afterwards, and not ready when the connection is gone."""
    async with begin(is_awaited=False) as world:
        world.fd.fail("get_my_user", 503, times=2)
        world.fd.fail("get_bot_gateway", 503, times=1)
        while (status := await asyncio.to_thread(_status, world.port, "healthz")) != 200:  # noqa: ASYNC110 — of another process
            await asyncio.sleep(0.1)
        assert await asyncio.to_thread(_status, world.port, "readyz") == 503
        await world.ready(timeout=30)
        await world.slash(world.user("ann"), "define", term="mlops")
        assert await asyncio.to_thread(_status, world.port, "readyz") == 200
        assert status == 200


def _status(port: str, page: str) -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{page}", timeout=2) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


async def test_a_server_adds_the_bot_removes_it_and_comes_back(begin: Begin) -> None:
    """Whoever added it is told how to begin; what was written is there when it comes back."""
    async with begin(env={"MALMOI_HOME": "discord:1"}) as world:
        owner = world.fd.add_user("owner")
        other = world.fd.add_guild("Other", owner=owner)
        gid = other["obj"]["id"]
        told = asyncio.create_task(world.fd.wait("bot_message", timeout=10))
        await asyncio.sleep(0)
        await world.fd.dispatch("GUILD_CREATE", world.fd.guild_create(gid), guild_id=gid)
        _, (_, message) = await told
        assert world.fd.channels[message["channel_id"]]["recipients"] == [owner]
        there = world.fd.channels[other["channels"][0]]
        opened = await world.slash(owner, "glossary term add", channel=there, term="Kafka")
        preview = await world.submit(owner, opened, {"Definition": "A log."})
        await world.click(owner, preview.message, label="Save")
        await world.fd.dispatch("GUILD_DELETE", {"id": gid}, guild_id=gid)
        again = asyncio.create_task(world.fd.wait("bot_message", timeout=10))
        await asyncio.sleep(0.2)
        await world.fd.dispatch("GUILD_CREATE", world.fd.guild_create(gid), guild_id=gid)
        await again
        assert "A log." in words_of((await world.slash(owner, "define", channel=there, term="kafka")).message)
        elsewhere = await world.slash(world.user("ann"), "define", term="kafka")
        assert "A log." not in words_of(elsewhere.message)


async def test_one_server_uses_the_glossary_of_another(begin: Begin) -> None:
    """By a code that an admin of the other made."""
    async with begin(env={"MALMOI_HOME": "discord:1"}) as world:
        ada, owner = manager(world), world.fd.add_user("owner")
        await write(world, ada, "Kafka", "A log.")
        other = world.fd.add_guild("Other", owner=owner)
        gid = other["obj"]["id"]
        await world.fd.dispatch("GUILD_CREATE", world.fd.guild_create(gid), guild_id=gid)
        there = world.fd.channels[other["channels"][0]]
        made = await world.slash(ada, "glossary team invite")
        code = next(word for line in words_of(made.message) for word in line.split() if word.count("-") == 2)
        asked = await world.slash(owner, "glossary team join", channel=there, code=code.strip(".,:"))
        option = _labels(asked.message)[0]
        await world.click(owner, asked.message, **option)
        assert "A log." in words_of((await world.slash(owner, "define", channel=there, term="kafka")).message)


async def test_a_newcomer_is_greeted_privately_and_once(begin: Begin) -> None:
    """By the pack of the server; who comes back is not greeted again."""
    async with begin(env={"DISCORD_GREET_MEMBERS": "yes"}) as world:
        ada, me = manager(world), f"<@{world.fd.bot['id']}>"
        *_, role = world.fd.guilds[world.gid]["roles"].values()  # what it gives is known to clients before it counts
        await world.fd.dispatch("GUILD_ROLE_CREATE", {"guild_id": world.gid, "role": role}, guild_id=world.gid)
        _, _, offered = await world.say(ada, f"{me} pack new")
        opened = await world.click(ada, offered, **_labels(offered)[0])
        made = await world.submit(ada, opened, {"name": "First week", "terms": "MLOps\nRedis"})
        await world.click(ada, made.message, label="Greet everybody who joins")
        newcomer = world.user("new", member=False)
        _, greeting = await world.join(newcomer, timeout=15)
        assert greeting["channel_id"] == world.fd.dm_channel(newcomer)["id"]
        assert words_of(greeting)[0] == "First week"
        other = world.user("other", member=False)
        await world.fd.join(newcomer, world.gid)
        _, greeting = await world.join(other, timeout=15)
        assert greeting["channel_id"] == world.fd.dm_channel(other)["id"]


async def test_an_intent_that_is_refused_is_done_without(begin: Begin) -> None:
    """The bot starts all the same."""
    async with begin(env={"DISCORD_GREET_MEMBERS": "yes"}, allowed_privileged=0) as world:
        assert words_of((await world.slash(world.user("ann"), "define", term="mlops")).message)[0] == "MLOps"


async def test_while_somebody_works_on_them_one_server_alone_gets_the_commands(begin: Begin) -> None:
    """Nothing is registered anywhere else."""
    async with begin(sync_guild=True) as world:
        assert words_of((await world.slash(world.user("ann"), "define", term="mlops")).message)[0] == "MLOps"
        assert world.fd.commands[None] == {}


async def test_a_glossary_comes_in_by_attachment_and_goes_out_as_a_file(begin: Begin) -> None:
    """Beside the command, or into the form that it opens."""
    async with begin() as world:
        ada = manager(world)
        table = "name,definition,language\nKafka,A log.,en\n"
        read = await world.slash(ada, "glossary team import", file=("terms.csv", table.encode()))
        await read.settled()
        await world.click(ada, read.message, **_labels(read.message)[0])
        assert "A log." in words_of((await world.slash(ada, "define", term="kafka")).message)
        assert (await world.slash(ada, "glossary team import")).modal
        out = await world.slash(ada, "glossary team export", format="csv")
        await out.settled()
        (file,) = out.message["attachments"]
        assert "Kafka" in world.fd.files[file["url"].partition(world.fd.base)[2]].decode()


async def test_what_is_kept_is_handed_over_as_a_file_and_forgotten(begin: Begin) -> None:
    """A file of one's own."""
    async with begin() as world:
        ann = world.user("ann")
        await world.slash(ann, "glossary me language", language="ko")
        answer = await world.slash(ann, "glossary me data")
        (file,) = answer.message["attachments"]
        kept = json.loads(world.fd.files[file["url"].partition(world.fd.base)[2]])
        assert kept["preferences"]
        asked = await world.slash(ann, "glossary me forget")
        await world.click(ann, asked.message, label=_last(asked.message))
