"""The words a newcomer needs, when they need them: explained on the spot, read term by term, and what is missing."""

from __future__ import annotations

import asyncio
import signal
from typing import TYPE_CHECKING, Any

import pytest

from tests.referee.discord.acting import kept, labels, manager, pack, role_of, told, told_to, words_of, write

if TYPE_CHECKING:
    from tests.referee.discord.acting import Message, User
    from tests.referee.discord.conftest import Begin, World

GREETING = {"DISCORD_GREET_MEMBERS": "yes"}
STEPS = ("Next", "I know this", "Ask about it", "Quiz me", "Not now", "Stop")
FIRST_WEEK = {"name": "First week", "terms": "MLOps\n레디스\nagile", "welcome": "Welcome aboard!"}
YESTERDAY = "2020-01-01 00:00:00.000000"


async def explained(world: World, user: User, message: Message) -> list[str]:
    """Explain a message from its menu; only whoever asked reads it."""
    answer = await world.message_menu(user, "Explain terms", message)
    assert answer.ephemeral
    return words_of(answer.message)


async def test_what_is_in_front_of_somebody_is_explained_to_them_alone(begin: Begin) -> None:
    """From the menu of a message, and by mention in a reply to it; what they know is left out."""
    async with begin() as world:
        ann, kim, me = world.user("ann"), world.user("kim", locale="ko"), f"<@{world.fd.bot['id']}>"
        said, _, _ = await world.say(kim, "레디스를 redisx 옆에 두고 MLOps는 나중에, GPUs too", reply=False)
        lines = await explained(world, ann, said)
        assert lines[0] == "2 terms in this text"
        assert {"[Redis]", "[MLOps]"} <= set(lines)
        assert "[레디스 · Redis]" in await explained(world, kim, said)
        menu = await world.message_menu(ann, "Explain terms", said)
        opened = await world.click(ann, menu.message, **labels(menu.message)[0])
        assert words_of(opened.message)[0] in {"Redis", "MLOps"}
        reference = {"message_id": said["id"], "channel_id": said["channel_id"]}
        mark = len(world.fd.log)
        await world.say(ann, f"{me} explain", reply=False, message_reference=reference)
        assert "[Redis]" in words_of(await told(world, since=mark, to=ann))
        await world.slash(ann, "glossary term known", term="redis")
        assert "[Redis]" not in await explained(world, ann, said)
        assert "[MLOps]" in await explained(world, ann, said)


async def test_a_pack_is_made_changed_and_placed_in_chat(begin: Begin) -> None:
    """In one form; with a welcome in another language, in another order, by a tag; for a channel, a role, everybody."""
    async with begin() as world:
        ada, tom = manager(world), world.user("tom")
        made = await pack(world, ada, **FIRST_WEEK)
        assert words_of(made)[:3] == ["This is how newcomers get it:", "First week", "Welcome aboard!"]
        opened = await world.click(ada, made, label="Welcome (Korean)")
        both = await world.submit(ada, opened, {"welcome": "어서 오세요!"})
        assert "First week" in words_of(both.message)
        opened = await world.slash(ada, "glossary pack order", pack="first week")
        ordered = await world.submit(ada, opened, {"terms": "agile\nredis\nmlops"})
        assert "3 terms to know here: Agile software development, Redis, MLOps" in words_of(ordered.message)
        wrong = await world.submit(
            ada, await world.slash(ada, "glossary pack edit", pack="First week"), {"terms": "qwxzzy"}
        )
        assert "[Open the form]" in words_of(wrong.message)
        tagged = await pack(world, ada, name="Databases", tag="database")
        assert "Redis" in words_of(tagged)
        role = await role_of(world, "new here")
        placed = await world.slash(ada, "glossary pack here", pack="First week")
        assert "It greets who joins this channel." in words_of(placed.message)
        given = await world.slash(ada, "glossary pack here", pack="First week", role=role)
        assert "It greets who is given one of these roles:" in words_of(given.message)
        everybody = await world.click(ada, given.message, label="Greet everybody who joins")
        assert "It greets everybody who joins." in words_of(everybody.message)
        shown = await world.slash(ada, "glossary pack preview", pack="First week")
        assert shown.ephemeral
        listed = await world.slash(ada, "glossary pack list")
        assert {"[First week]", "[Databases]"} <= set(words_of(listed.message))
        refused = await world.slash(tom, "glossary pack new")
        assert not refused.modal
        asked = await world.slash(ada, "glossary pack delete", pack="Databases")
        await world.click(ada, asked.message, label="Delete")
        assert "[Databases]" not in words_of((await world.slash(ada, "glossary pack list")).message)


async def press(world: World, user: User, message: Message, label: str) -> Message:
    """Press a button, and give what is there then."""
    answer = await world.click(user, message, label=label)
    await answer.settled()
    return dict(answer.message)


async def test_a_newcomer_is_greeted_once_and_reads_term_by_term(begin: Begin) -> None:
    """In a direct message; every step works there, and it goes on in a channel, after days, in another process."""
    async with begin(env=GREETING) as world:
        ada, noa = manager(world), world.user("noa", member=False)
        made = await pack(world, ada, **FIRST_WEEK)
        await world.click(ada, made, label="Greet everybody who joins")
        _, greeting = await world.join(noa, timeout=15)
        assert greeting["channel_id"] == world.fd.dm_channel(noa)["id"]
        assert words_of(greeting)[:2] == ["First week", "Welcome aboard!"]
        assert {f"[{step}]" for step in STEPS} <= set(words_of(greeting))
        second = await press(world, noa, greeting, "Next")
        assert second["id"] == greeting["id"]
        assert words_of(second)[0] == "Redis"
        asked = await press(world, noa, second, "Ask about it")
        assert words_of(asked)[0] == "Nobody looks after Redis yet. Ask where you met the word."
        third = await press(world, noa, asked, "I know this")
        assert words_of(third)[0] == "Agile software development"
        later = await press(world, noa, third, "Not now")
        assert words_of(later)[0].startswith("Later, then.")
        again = await world.slash(noa, "glossary me onboarding")
        assert again.ephemeral
        assert words_of(again.message)[0] == "Agile software development"
        stopped = await press(world, noa, dict(again.message), "Stop")
        assert words_of(stopped)[0].startswith("All right.")
        assert await world.bot.stop(signal.SIGTERM) == 0
        await world.start_bot()
        await world.ready(commands=False)
        again = await world.slash(noa, "glossary me onboarding")
        read = await press(world, noa, again.message, "Next")
        assert words_of(read)[0] == "You have read everything in First week. Well done!"
        await world.fd.dispatch("GUILD_MEMBER_REMOVE", {"guild_id": world.gid, "user": noa}, guild_id=world.gid)
        await world.fd.join(noa, world.gid)
        other = world.user("other", member=False)
        mark = len(world.fd.log)
        await world.fd.join(other, world.gid)
        assert words_of(await told(world, since=mark, to=other))[0] == "First week"
        assert len(told_to(world, noa)) == 1


async def test_a_role_or_channel_that_means_new_here_greets_and_closed_doors_are_respected(begin: Begin) -> None:
    """A role that is given later, once; who takes no direct messages is told where they came, and they alone."""
    async with begin(env=GREETING) as world:
        ada, noa, gil = manager(world), world.user("noa", member=False), world.user("gil", member=False)
        await pack(world, ada, **FIRST_WEEK)
        role = await role_of(world, "new here")
        await world.slash(ada, "glossary pack here", pack="First week", role=role)
        await world.fd.join(noa, world.gid)
        await change(world, noa, [role["id"]])
        await told(world, since=0, to=noa)
        for roles in ([], [role["id"]]):
            await change(world, noa, roles)
        await world.slash(ada, "glossary pack here", pack="First week")
        world.fd.fail("create_message", 403, code=50007)
        mark = len(world.fd.log)
        await world.fd.join(gil, world.gid)
        aside = await told(world, since=mark)
        assert aside["channel_id"] == world.channel["id"]
        assert words_of(aside)[1:] == ["[Begin]"]
        (request,) = [one for one in world.fd.requests if one.op == "create_message" and one.status == 200][-1:]
        assert request.body["allowed_mentions"] == {"parse": [], "users": [int(gil["id"])]}
        begun = await world.click(gil, aside, label="Begin")
        assert begun.ephemeral
        assert words_of(begun.message)[0] == "MLOps"
        assert len(told_to(world, noa)) == 1


async def change(world: World, user: User, roles: list[str]) -> None:
    """Give somebody these roles, in the place of those that they had."""
    member = world.fd.guilds[world.gid]["members"][user["id"]]
    member["roles"] = roles
    await world.fd.dispatch("GUILD_MEMBER_UPDATE", {**member, "guild_id": world.gid}, guild_id=world.gid, intent=2)


def right_in(message: Message) -> dict[str, str]:
    """Find the button of the right answer: its token names the term that is asked for twice."""
    for button in labels(message):
        *_, concept, _, picked = button["custom_id"].split("\x1f")[0].split(":")
        if concept == picked:
            return button
    raise AssertionError(words_of(message))


def wrong_in(message: Message) -> dict[str, str]:
    """Find the button of a wrong answer."""
    return next(button for button in labels(message) if button != right_in(message))


async def test_the_quiz_asks_both_ways_and_comes_back_to_what_was_missed(begin: Begin) -> None:
    """A meaning for a name first, then a name for a meaning; what was missed after ten minutes, which are let pass."""
    async with begin() as world:
        ada, noa = manager(world), world.user("noa")
        await pack(world, ada, **FIRST_WEEK)
        seen = set()
        card = (await world.slash(noa, "glossary me onboarding", pack="First week")).message
        question = await press(world, noa, dict(card), "Quiz me")
        for turn in range(3):
            seen.add(words_of(question)[0].split(" ")[2])
            assert len(labels(question)) >= 3
            answer = await world.click(noa, question, **(wrong_in(question) if turn == 0 else right_in(question)))
            assert words_of(answer.message)[0].startswith("Not quite." if turn == 0 else "Right: ")
            question = await press(world, noa, dict(answer.message), "Next question")
        assert words_of(question)[0].startswith("That is all for now. The next question comes ")
        account = f"discord:{world.gid}:{noa['id']}"
        boxes = kept(world.folder, "select box from learning where account = ? order by box", account)
        assert [box for (box,) in boxes] == [1, 2, 2]
        kept(world.folder, "update learning set due = ? where account = ?", YESTERDAY, account)
        question = (await world.slash(noa, "glossary me quiz")).message
        seen.add(words_of(question)[0].split(" ")[2])
        answer = await world.click(noa, question, **right_in(question))
        assert words_of(answer.message)[0].startswith("Right: ")
        assert len(seen) >= 2


async def test_a_report_tells_how_far_people_get_and_no_names(begin: Begin) -> None:
    """And no group so small that somebody could be told."""
    async with begin() as world:
        ada = manager(world)
        await pack(world, ada, **FIRST_WEEK)
        people = [world.user(f"person{number}") for number in range(4)]
        for person in people:
            card = (await world.slash(person, "glossary me onboarding", pack="First week")).message
            asked = await press(world, person, dict(card), "Ask about it")
            await press(world, person, asked, "Next")
        report = await world.slash(ada, "glossary pack report", pack="First week")
        said = " ".join(words_of(report.message))
        assert report.ephemeral
        assert "4" in said
        assert "MLOps" in said
        assert not any(person["username"] in said or person["id"] in said for person in people)
        refused = await world.slash(people[0], "glossary pack report", pack="First week")
        assert "curator" in " ".join(words_of(refused.message))


async def counted(world: World, user: User, name: str, until: str) -> Any:  # noqa: ANN401 — the referee says no types
    """Give a command until what was counted is written, which takes a second."""
    async with asyncio.timeout(10):
        while True:
            answer = await world.slash(user, name)
            if until in " ".join(words_of(answer.message)):
                return answer
            await asyncio.sleep(0.2)


async def test_what_was_asked_in_vain_is_gathered_and_closed_and_who_waited_is_told(begin: Begin) -> None:
    """Defined, said to be another name, or dismissed; whoever asked for it hears of it privately."""
    async with begin() as world:
        ada, noa, kim = manager(world), world.user("noa"), world.user("kim", locale="ko")
        lost = await world.slash(noa, "define", term="canary")
        waiting = await world.click(noa, lost.message, label="Ask for it")
        assert "I will tell you when “canary” is defined." in words_of(waiting.message)
        await world.slash(kim, "glossary term ask", term="카나리")
        for user in (kim, world.user("tom")):
            await world.slash(user, "define", term="canary")
        for word in ("zanzibar", "qwxzzy"):
            await world.slash(noa, "define", term=word)
        listed = await counted(world, ada, "glossary team gaps", until="qwxzzy")
        assert words_of(listed.message)[0] == "Asked for and not found"
        assert {"[canary]", "[zanzibar]", "[qwxzzy]"} <= set(words_of(listed.message))
        gap = await press(world, ada, dict(listed.message), "canary")
        opened = await world.click(ada, gap, label="Define it")
        preview = await world.submit(ada, opened, {"Definition": "A release for a few people first."})
        mark = len(world.fd.log)
        await world.click(ada, preview.message, label="Save")
        defined = await told(world, since=mark, to=noa)
        assert "canary" in " ".join(words_of(defined)).lower()
        gap = await press(world, ada, dict(listed.message), "zanzibar")
        opened = await world.click(ada, gap, label="It means …")
        preview = await world.submit(ada, opened, {"entry": "Redis"})
        await world.click(ada, preview.message, label="Save")
        assert words_of((await world.slash(noa, "define", term="zanzibar")).message)[0] == "Redis"
        gap = await press(world, ada, dict(listed.message), "qwxzzy")
        await world.click(ada, gap, label="Dismiss")
        left = await world.slash(ada, "glossary team gaps")
        assert not {"[canary]", "[zanzibar]", "[qwxzzy]"} & set(words_of(left.message))
        assert len(told_to(world, noa)) == 1


async def test_the_numbers_name_nobody(begin: Begin) -> None:
    """How often what was asked, with small bars, for curators."""
    async with begin() as world:
        ada, noa = manager(world), world.user("noa")
        for term in ("mlops", "redis", "redsi", "qwxzzy"):
            await world.slash(noa, "define", term=term)
        said = words_of((await counted(world, ada, "glossary team stats", until="not found")).message)
        assert said[0].startswith("What was asked since ")
        assert any("█" in line for line in said)
        assert noa["username"] not in " ".join(said)


@pytest.mark.parametrize("every", ["day", "week"])
async def test_a_channel_hears_of_news_in_one_digest(begin: Begin, every: str) -> None:
    """Not before its time, which is let come about; everything in one message, in the language of the server."""
    async with begin(guild={"locale": "ko"}) as world:
        ada = manager(world)
        await world.slash(ada, "glossary team announce", every=every)
        for number in range(3):
            await write(world, ada, f"Word {number}", "Something new.")
        mark = len(world.fd.log)
        ((value,),) = kept(world.folder, "select value from preferences where name = 'announcing'")
        name, heard, due, glossary = value.split()
        assert due > "2026"
        late = f"{name} {heard} 2026-01-01T00:00:00+00:00 {glossary}"
        kept(world.folder, "update preferences set value = ? where name = 'announcing'", late)
        digest = await told(world, since=mark, within=90)
        assert digest["channel_id"] == world.channel["id"]
        assert {f"[Word {number}]" for number in range(3)} <= set(words_of(digest))
        assert words_of(digest)[0] != "New in this glossary"
        ((value,),) = kept(world.folder, "select value from preferences where name = 'announcing'")
        assert value.split()[2] > "2026-06"


async def test_where_discord_does_not_tell_who_joins_newcomers_begin_by_themselves(begin: Begin) -> None:
    """With one command, or one word in a direct message."""
    async with begin(env=GREETING, allowed_privileged=0) as world:
        ada, noa = manager(world), world.user("noa", member=False)
        made = await pack(world, ada, **FIRST_WEEK)
        await world.click(ada, made, label="Greet everybody who joins")
        await world.fd.join(noa, world.gid)
        card = await world.slash(noa, "glossary me onboarding")
        assert words_of(card.message)[0] == "MLOps"
        await press(world, noa, dict(card.message), "Next")
        _, _, said = await world.say(noa, "onboarding", world.fd.dm_channel(noa))
        assert words_of(said)[0] == "Redis"
