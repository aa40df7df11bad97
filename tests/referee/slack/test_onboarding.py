"""Newcomers, reading lists, gaps and news on Slack, as the referee's users live through them: HTTP and Socket Mode."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.referee.slack.acting import (
    announce_earlier,
    clicked,
    do_due,
    greeted,
    let_pass,
    make_due,
    options_of,
    pack,
    pressed,
    read_aloud,
    told,
    typed,
    written,
)
from tests.referee.slack.conftest import words_of
from tests.referee.slack.test_journeys import labels, warm

if TYPE_CHECKING:
    from tests.referee.slack.conftest import Stage

STEPS = ["Next", "I know this", "Ask about it", "Quiz me", "Not now", "Stop"]


# ── packs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_curator_makes_a_pack_and_says_whom_it_greets(stage: Stage) -> None:
    """New, edited, put into another order, shown as newcomers get it, by a tag, and counted without names."""
    await warm(stage, "UADMIN")
    preview = await pack(stage, welcome="Welcome *all*!")
    assert "Welcome " in words_of(preview)
    assert "3 terms to know here: MLOps, Redis, Agile software development" in read_aloud(preview)
    await typed(stage, "pack edit First week")
    view = await stage.opened(count=2)
    assert "errors" in (await stage.submit(view, "UADMIN", terms="MLOps\nnosuchentry"))["response_action"]
    await stage.submit(view, "UADMIN", welcome="Good that you are here!")
    await typed(stage, "pack order First week")
    await stage.submit(await stage.opened(count=3), "UADMIN", terms="Redis\nMLOps\nAgile")
    shown = await typed(stage, "pack preview First week")
    assert "Good that you are here!" in words_of(shown)
    assert "Redis, MLOps, Agile" in words_of(shown)
    placed = await clicked(stage, shown, "Greet who joins this channel")
    assert "who joins this channel" in words_of(placed)
    await typed(stage, "pack new")
    tagged = await stage.submit(await stage.opened(count=4), "UADMIN", name="By tag", tag="practice")
    assert "By tag" in words_of(tagged["view"])
    packs = read_aloud(await typed(stage, "pack"))
    assert "First week" in packs
    assert "By tag" in packs
    assert "curator" in words_of(await typed(stage, "pack new", "U1"))


async def test_a_newcomer_reads_a_pack_to_its_end(stage: Stage) -> None:
    """The steps take each other's place; it goes on wherever it is asked for, from where it was left, to its end."""
    await warm(stage, "UADMIN", "U1")
    await pack(stage, welcome="Welcome!")
    await typed(stage, "pack here First week")
    greeting = await greeted(stage)
    assert labels(greeting)[-6:] == STEPS
    second = await pressed(stage, greeting, "Next")
    assert second["replace_original"]
    assert "Redis" in words_of(second)
    assert "1 of 3" in words_of(second)
    asked = await pressed(stage, second, "Ask about it")
    assert "Nobody looks after Redis yet" in read_aloud(asked)
    later = await pressed(stage, asked, "Not now")
    assert "Later, then." in read_aloud(later)
    resumed = await written(stage, "onboarding")
    assert "1 of 3" in words_of(resumed)
    third = await pressed(stage, resumed, "I know this")
    assert "Agile software development" in words_of(third)
    stopped = await pressed(stage, third, "Stop")
    assert "If you change your mind" in read_aloud(stopped)
    done = await pressed(stage, await written(stage, "onboarding"), "Next")
    assert "You have read everything in " in read_aloud(done)
    report = read_aloud(await typed(stage, "pack report First week"))
    assert "U1" not in report


async def test_who_joins_the_workspace_is_greeted_once_in_their_language(stage: Stage) -> None:
    """By `team_join` and by every channel that has the same pack; nobody who comes back, and no bot."""
    await warm(stage, "UADMIN")
    preview = await pack(stage)
    await stage.press(preview, "Greet everybody who joins", "UADMIN", view=preview, channel=None, response_url=None)
    assert "everybody who joins" in words_of(await stage.opened("views.update"))
    await typed(stage, "pack here First week")
    for user in ("UK", "U1"):
        await stage.event(
            stage.team.ev_team_join(user=user, locale="ko-KR" if user == "UK" else "en-US"), f"Ev{user}", 3
        )
        await stage.event(stage.team.ev_member_joined(user=user, channel="C1"))
    stage.web.add_user("UBOT", is_bot=True)
    await stage.event({**stage.team.ev_team_join(user="UBOT"), "user": {"id": "UBOT", "team_id": "T1", "is_bot": True}})
    korean, english = await told(stage, "UK"), await told(stage, "U1")
    assert "다음" in labels(korean)
    assert "엠엘옵스" in words_of(korean)
    assert "Next" in labels(english)
    await stage.event(stage.team.ev_member_joined(user="U1", channel="C1"))
    await stage.event(stage.team.ev_team_join(user="U1"))
    assert "MLOps" in words_of(await written(stage, "mlops"))
    assert [call.args["channel"] for call in stage.gateway.made("chat.postMessage")].count("U1") == 1
    assert not [call for call in stage.gateway.made("chat.postMessage") if call.args["channel"] == "UBOT"]


async def test_the_quiz_asks_both_ways_and_comes_back_to_what_was_missed(stage: Stage) -> None:
    """What was missed is due in ten minutes; what was known a day later, and then the other way round."""
    await warm(stage, "UADMIN", "U1")
    await pack(stage, terms="MLOps\nRedis")
    await typed(stage, "pack here First week")
    question = await pressed(stage, await greeted(stage), "Quiz me")
    assert "What is this?" in words_of(question)
    assert "MLOps" in labels(question)
    wrong = next(label for label in labels(question) if label != "MLOps")
    missed = await pressed(stage, question, wrong)
    assert "Not quite. The answer is " in read_aloud(missed)
    known = await pressed(stage, await pressed(stage, missed, "Next question"), "Redis")
    assert "Right: " in read_aloud(known)
    rest = await pressed(stage, known, "Next question")
    assert "That is all for now." in words_of(rest)
    let_pass(stage, "learning", "due", timedelta(minutes=11))
    again = await written(stage, "quiz")
    assert "What does " in read_aloud(again)
    assert "MLOps" in read_aloud(again)
    assert len([label for label in labels(again) if label in "ABCD"]) >= 2
    right = next(one for one in options_of(again) if "machine learning" in one[1] or "models" in one[1])
    assert "Right: " in read_aloud(await pressed(stage, again, right[0]))
    assert "That is all for now." in words_of(await written(stage, "quiz"))


async def test_who_is_silent_is_reminded_once_where_the_pack_says_so(stage: Stage) -> None:
    """By one of two processes that find it due; not who has stopped, and not by a pack that does not remind."""
    await warm(stage, "UADMIN")
    await pack(stage, reminder="=3")
    await pack(stage, "Silent", terms="DevOps")
    for name in ("First week", "Silent"):
        await typed(stage, f"pack here {name}")
    for user in ("U1", "UK"):
        await stage.event(stage.team.ev_member_joined(user=user, channel="C1"))
        await told(stage, user, after=1)
    first = next(call.args for call in stage.gateway.made("chat.postMessage") if call.args["channel"] == "UK")
    await pressed(stage, first, "그만", "UK")
    await stage.event(stage.team.ev_message("onboarding", user="UADMIN", channel="DUADMIN"))
    assert await do_due(stage) == ["digests", "forgetting", "reminders", "removing", "tidying"]
    let_pass(stage, "progress", "at", timedelta(days=4))
    make_due(stage)
    assert (await do_due(stage)).count("reminders") == 1
    reminder = await told(stage, "U1", after=2)
    assert "First week is waiting for you." in read_aloud(reminder).replace("*", "")
    assert labels(reminder)[-6:] == STEPS
    let_pass(stage, "progress", "at", timedelta(days=40))
    make_due(stage)
    await do_due(stage)
    assert "MLOps" in words_of(await written(stage, "mlops", "U1"))
    sent = [call.args["channel"] for call in stage.gateway.made("chat.postMessage")]
    assert (sent.count("U1"), sent.count("UK")) == (3, 2)


# ── what is missing ───────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_asked_is_told_when_a_gap_is_closed(stage: Stage) -> None:
    """Asked for in vain, gathered over spellings, closed as a new entry, as another name, or left alone."""
    await warm(stage, "UADMIN", "U1", "UK")
    for text, user in (("kanban", "U1"), ("칸반", "UK"), ("zzkey", "U1"), ("yarak", "UK")):
        missing = await stage.command(text, user)
        asking = "Ask for it" if user == "U1" else "설명 부탁하기"
        assert asking in labels(missing), labels(missing)
        await clicked(stage, missing, asking, user)
    await asyncio.sleep(1.5)  # counts are written every second
    gaps = await typed(stage, "gaps")
    assert "2 people" in read_aloud(gaps)
    assert "curator" in words_of(await typed(stage, "gaps", "U1"))
    closing = await clicked(stage, gaps, "kanban" if "kanban" in labels(gaps) else "칸반")
    await stage.press(closing, "Define it", "UADMIN")
    answer = await stage.submit(await stage.opened(), "UADMIN", name="Kanban", definition="A board of work.")
    view = {**(await stage.opened()), **answer["view"]}
    await stage.press(view, "Save", "UADMIN", view=view, channel=None, response_url=None)
    assert "You asked for this, and now it is here:" in read_aloud(await told(stage, "U1"))
    assert "부탁하신 말이 이제 올라왔어요." in words_of(await told(stage, "UK"))
    gaps = await typed(stage, "gaps")
    means = await clicked(stage, gaps, "zzkey")
    await stage.press(means, "It means …", "UADMIN")
    answer = await stage.submit(await stage.opened(count=2), "UADMIN", entry="Redis")
    view = {**(await stage.opened(count=2)), **answer["view"]}
    await stage.press(view, "Save", "UADMIN", view=view, channel=None, response_url=None)
    assert "Redis" in words_of(await told(stage, "U1", after=1))
    assert "Redis" in words_of(await stage.command("zzkey"))
    await clicked(stage, await clicked(stage, await typed(stage, "gaps"), "yarak"), "Dismiss")
    assert "yarak" not in words_of(await typed(stage, "gaps"))
    assert len([call for call in stage.gateway.made("chat.postMessage") if call.args["channel"] == "UK"]) == 1


async def test_who_asked_is_told_of_every_word_that_a_file_brings(stage: Stage) -> None:
    """Each on its own; a word that came without a definition is still waited for."""
    await warm(stage, "UADMIN", "U1")
    for text in ("kanban", "yarak", "zuul"):
        await clicked(stage, await stage.command(text), "Ask for it", "U1")
    await typed(stage, "import")
    table = b"term,definition\nKanban,A board of work.\nYarak,A hawk's mood.\nZuul,\n"
    view = await stage.opened()
    answer = await stage.submit(view, "UADMIN", file=[stage.web.offer_file(table, "words.csv")])
    shown = answer["view"] if answer and "view" in answer else await stage.opened("views.update")
    view = {**view, **shown, "id": view["id"]}
    await stage.press(view, "Import", "UADMIN", view=view, channel=None, response_url=None)
    messages = [read_aloud(await told(stage, "U1", after=number)) for number in range(2)]
    assert sorted(name for name in ("Kanban", "Yarak", "Zuul") for one in messages if name in one) == [
        "Kanban",
        "Yarak",
    ]


async def test_a_channel_hears_of_news_at_most_once_a_day(stage: Stage) -> None:
    """In one message, however many changes there were and however long the bot was away; and `stats` counts."""
    await warm(stage, "UADMIN", "U1")
    assert "once a day" in read_aloud(await typed(stage, "announce day"))
    for name in ("Kanban", "Yarak"):
        await stage.command(f"{name} = A word of ours.", "UADMIN")
    make_due(stage)
    await do_due(stage)
    await asyncio.sleep(1.5)
    assert not [call for call in stage.gateway.made("chat.postMessage") if call.args["channel"] == "C1"]
    announce_earlier(stage, timedelta(days=30))
    make_due(stage)
    await do_due(stage)
    digest = await told(stage, "C1")
    assert "Kanban" in words_of(digest)
    assert "Yarak" in words_of(digest)
    make_due(stage)
    await do_due(stage)
    await written(stage, "mlops")
    await asyncio.sleep(1.5)  # counts are written every second
    assert len([call for call in stage.gateway.made("chat.postMessage") if call.args["channel"] == "C1"]) == 1
    stats = read_aloud(await typed(stage, "stats"))
    assert "U1" not in stats
    assert "MLOps" in stats


# ── what is in front of me ────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_thread_is_explained_to_the_asker_alone(stage: Stage) -> None:
    """What was said above the mention; what they know is left out, and other meanings are one click away."""
    await warm(stage, "U1")
    for text in ("our mlops uses redis", "and Agile too"):
        stage.web.messages["C1"].append(
            {
                "ts": "5.5" if text[0] == "o" else "5.6",
                "thread_ts": "5.5",
                "text": text,
                "user": "UK",
                "type": "message",
            }
        )
    await stage.event(stage.team.ev_app_mention("explain", user="U1", channel="C1", thread_ts="5.5"))
    shown = (await stage.gateway.wait_call("chat.postEphemeral", timeout=15)).args
    assert (shown["user"], shown["thread_ts"]) == ("U1", "5.5")
    for name in ("MLOps", "Redis", "Agile software development"):
        assert name in labels(shown)
