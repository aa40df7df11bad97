"""Everything that a person can do on Slack, as the referee's users do it: over HTTP and over Socket Mode."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.referee.slack.conftest import elements_of, words_of

if TYPE_CHECKING:
    from tests.referee.slack.conftest import Stage


def labels(message: dict[str, Any]) -> list[str]:
    """List what can be pressed."""
    return [one["text"]["text"] for one in elements_of(message) if one.get("type") == "button"]


async def warm(stage: Stage, *users: str) -> None:
    """Let the bot read its glossary, and learn who these are."""
    for user in users or ("U1",):
        await stage.command("help", user, command="/glossary")


async def test_an_answer_is_private_warm_and_without_calls(stage: Stage) -> None:
    """`/define`: the acknowledgement is the answer."""
    await warm(stage)
    before = len(stage.gateway.calls)
    for text in ("mlops", "redsi", "agile", "nosuchword", ""):
        answer = await stage.command(text)
        assert answer["response_type"] == "ephemeral"
    assert len(stage.gateway.calls) == before
    assert "Share here" in labels(await stage.command("mlops"))


async def test_everybody_reads_their_own_language(stage: Stage) -> None:
    """Of definition and of sentences."""
    await warm(stage, "U1", "UK")
    assert "DevOps" in words_of(await stage.command("devops", "U1"))
    assert "데브옵스" in words_of(await stage.command("devops", "UK"))


async def test_sharing_reaches_the_channel_and_each_reader(stage: Stage) -> None:
    """Through the address of the question; who reads another language can see it so."""
    await warm(stage, "U1", "UK")
    url = await stage.press(await stage.command("mlops"), "Share here")
    shared = await stage.said(url)
    assert shared["response_type"] == "in_channel"
    assert "<@U1>" in words_of(shared)
    url = await stage.press(shared, "In my language", "UK", ephemeral=False, message={"ts": "1.1", "blocks": []})
    assert "머신러닝" in words_of(await stage.said(url))


async def test_an_entry_is_written_shown_saved_and_undone(stage: Stage) -> None:
    """Modals all the way, with a fault at its field."""
    await warm(stage)
    await stage.command("add zanzibar", command="/glossary")
    view = await stage.opened()
    assert (await stage.submit(view, name="!!!", definition="x"))["response_action"] == "errors"
    answer = await stage.submit(view, name="Zanzibar", definition="Who may *do* what.")
    preview = {**view, **answer["view"], "id": view["id"]}
    await stage.press(preview, "Save", view=preview, channel=None, response_url=None)
    saved = await stage.opened("views.update")
    assert "is saved" in words_of(saved)
    assert "Who may " in words_of(await stage.command("zanzibar"))
    await stage.press(saved, "Undo", view=saved, channel=None, response_url=None)
    await stage.opened("views.update", 2)
    assert "not in this glossary" in words_of(await stage.command("zanzibar"))


async def test_mentions_and_messages_are_answered_where_they_were_said(stage: Stage) -> None:
    """And not a word when nothing was asked."""
    await stage.event(stage.team.ev_app_mention("what is mlops?", user="U1", channel="C1"))
    first = (await stage.gateway.wait_call("chat.postMessage", timeout=10)).args
    assert first["channel"] == "C1"
    assert first["thread_ts"]
    await stage.event(stage.team.ev_message("레디스가 뭐야?", user="U1", channel="D0"))
    assert "레디스" in words_of((await stage.gateway.wait_call("chat.postMessage", count=2, timeout=10)).args)
    for text in ("thanks!", "ok"):
        await stage.event(stage.team.ev_message(text, user="U1", channel="D0"))
    await stage.event(stage.team.ev_message("mlops", user="U0BOT", channel="D0", bot_id="B0"))
    await stage.event(stage.team.ev_message("mlops and redis", user="U1", channel="D0"))
    third = words_of((await stage.gateway.wait_call("chat.postMessage", count=3, timeout=10)).args)
    assert "MLOps" in third
    assert "Redis" in third


async def test_an_event_is_answered_once(stage: Stage) -> None:
    """However often it comes."""
    event = stage.team.ev_message("mlops", user="U1", channel="D0")
    await stage.event(event, "Ev1", times=3)
    await stage.event(stage.team.ev_message("redis", user="U1", channel="D0"), "Ev2")
    await stage.gateway.wait_call("chat.postMessage", count=2, timeout=10)
    assert len(stage.gateway.made("chat.postMessage")) == 2


async def test_the_terms_of_a_message_are_explained_privately(stage: Stage) -> None:
    """By the message's shortcut, in a modal; from there one can be shared in the thread."""
    await warm(stage)
    message = {"ts": "5.5", "text": "our mlops uses redis", "user": "UK"}
    payload = stage.team.message_action(
        "explain_terms",
        user="U1",
        channel="C1",
        message=message,
        response_url=stage.urls.new(),
    )
    (await stage.slack.interact(payload)).expect()
    shown = words_of(await stage.opened())
    assert "MLOps" in shown
    assert "Redis" in shown


async def test_a_term_is_looked_up_while_it_is_typed(stage: Stage) -> None:
    """By the global shortcut: a Korean initial is enough."""
    await warm(stage, "UK")
    payload = stage.team.shortcut("look_up", user="UK")
    (await stage.slack.interact(payload)).expect()
    view = await stage.opened()
    suggestion = stage.team.block_suggestion("find", "레디", user="UK", block_id="find", view=view)
    offered = (await stage.slack.interact(suggestion)).expect().json
    stage.block_kit.check(stage.block_kit.validate_options(offered))
    assert any("레디스" in option["text"]["text"] for option in offered["options"])
    action = {
        "type": "external_select",
        "action_id": "find",
        "block_id": "find",
        "selected_option": offered["options"][0],
    }
    pressed = stage.team.block_actions(action, user="UK", view=view)
    (await stage.slack.interact(pressed)).expect()
    assert "레디스" in words_of(await stage.opened("views.update"))


async def test_home_is_drawn_and_renewed(stage: Stage) -> None:
    """When it is opened, and after a change from it."""
    await stage.event(stage.team.ev_app_home_opened(user="U1"))
    home = await stage.opened("views.publish")
    assert "external_select" in json.dumps(home)
    assert home["type"] == "home"


async def test_files_come_in_by_a_modal_and_go_out_by_direct_message(stage: Stage) -> None:
    """Each is read once."""
    await warm(stage, "UADMIN")
    await stage.command("import", "UADMIN", command="/glossary")
    view = await stage.opened()
    handed = stage.web.offer_file(b"term,definition\nZanzibar,Who may do what.\n", "words.csv")
    answer = await stage.submit(view, "UADMIN", file=[handed])
    assert "Zanzibar" in json.dumps(answer)
    await stage.command("export csv", "UADMIN", command="/glossary")
    await stage.gateway.wait_call("files.completeUploadExternal", timeout=10)


async def test_people_of_another_company_are_not_answered(stage: Stage) -> None:
    """In a channel that is shared with them."""
    await stage.event(stage.team.ev_app_mention("what is mlops?", user="UFAR", channel="C1"))
    await stage.event(stage.team.ev_app_mention("what is redis?", user="U1", channel="C1"))
    await stage.gateway.wait_call("chat.postMessage", timeout=10)
    assert len(stage.gateway.made("chat.postMessage")) == 1


async def test_an_administrator_decides_and_a_member_does_not(stage: Stage) -> None:
    """At the first wish of either."""
    await stage.command("settings", "UADMIN", command="/glossary")
    await stage.opened()
    assert "administrator" in words_of(await stage.command("settings", "U1", command="/glossary"))


async def test_a_newcomer_is_greeted_privately_and_once(stage: Stage) -> None:
    """By the pack of the channel; the bot, which joins channels too, and guests from elsewhere are not."""
    await warm(stage, "UADMIN")
    await stage.command("pack new", "UADMIN", command="/glossary")
    view = await stage.opened()
    await stage.submit(view, "UADMIN", name="First week", terms="MLOps\nRedis")
    await stage.command("pack here First week", "UADMIN", command="/glossary")
    for user in ("U0BOT", "UFAR", "UK"):
        joined = stage.team.ev_member_joined(user=user, channel="C1")
        await stage.event(joined, f"Ev{user}", times=2)
    greeting = (await stage.gateway.wait_call("chat.postMessage", timeout=15)).args
    assert greeting["channel"] == "UK"
    assert "First week" in words_of(greeting)
    assert "엠엘옵스" in words_of(greeting)
    await stage.event(stage.team.ev_member_joined(user="U1", channel="C1"))
    second = (await stage.gateway.wait_call("chat.postMessage", count=2, timeout=15)).args
    assert second["channel"] == "U1"
    assert len(stage.gateway.made("chat.postMessage")) == 2
