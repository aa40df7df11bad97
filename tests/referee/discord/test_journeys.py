"""What people do on Discord, from beginning to end, judged by a referee: the bot runs as it is deployed."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from adapters.discord.options import Kind
from adapters.discord.table import ROWS
from tests.adapters.documents import HOSTILE
from tests.referee.discord.acting import labels, last, manager, words_of, write

if TYPE_CHECKING:
    from tests.referee.discord.conftest import Begin

IN_PLACE, MODAL, MESSAGE = 7, 9, 4


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
        mine = await world.click(ann, shared.message, **labels(shared.message)[0])
        assert mine.ephemeral
        refused = await world.click(ann, shared.message, label=last(shared.message))
        assert refused.ephemeral
        await world.click(kim, shared.message, label=last(shared.message))
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
        option = next(iter(labels(queue.message)))
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
        await world.click(ada, asked.message, label=last(asked.message))


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


async def test_a_glossary_comes_in_by_attachment_and_goes_out_as_a_file(begin: Begin) -> None:
    """Beside the command, or into the form that it opens."""
    async with begin() as world:
        ada = manager(world)
        table = "name,definition,language\nKafka,A log.,en\n"
        read = await world.slash(ada, "glossary team import", file=("terms.csv", table.encode()))
        await read.settled()
        await world.click(ada, read.message, **labels(read.message)[0])
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
        await world.click(ann, asked.message, label=last(asked.message))
