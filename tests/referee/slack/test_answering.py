"""What is answered, to whom, and where: before the referee, over HTTP and Socket Mode."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.referee.slack.conftest import elements_of, words_of
from tests.referee.slack.test_journeys import labels

if TYPE_CHECKING:
    from tests.referee.slack.conftest import Stage

TWO_MEANINGS = b"term,definition,domain\nSAP,A company.,company\nSAP,A service access point.,networking\n"


async def bring_in(stage: Stage, raw: bytes, name: str = "words.csv") -> None:
    """Let an administrator bring a file in."""
    opened = len(stage.gateway.made("views.open"))
    await stage.command("import", "UADMIN", command="/glossary")
    view = await stage.opened(count=opened + 1)
    answer = await stage.submit(view, "UADMIN", file=[stage.web.offer_file(raw, name)])
    shown = {**view, **answer["view"], "id": view["id"]}
    updated = len(stage.gateway.made("views.update"))
    await stage.press(shown, "Import", "UADMIN", view=shown, channel=None, response_url=None)
    await stage.opened("views.update", updated + 1)


async def test_every_outcome_says_what_comes_next(stage: Stage) -> None:
    """One meaning, two of them, a slip, nothing, nothing typed, and a call for help."""
    await bring_in(stage, TWO_MEANINGS)
    one = await stage.command("redsi")
    assert "redsi" in words_of(one), "why it matched"
    assert "Not what I meant" in labels(one)
    url = await stage.press(one, "Not what I meant")
    assert elements_of(await stage.said(url))
    two = await stage.command("sap")
    assert "company" in words_of(two)
    assert "networking" in words_of(two)
    chosen = await stage.said(await stage.press(two, labels(two)[0]))
    assert "A company." in words_of(chosen) or "A service access point." in words_of(chosen)
    nothing = await stage.command("zanzibar")
    assert {"Add it", "Ask for it"} <= set(labels(nothing))
    asked = await stage.said(await stage.press(nothing, "Ask for it"))
    assert "zanzibar" in words_of(asked).lower()
    for text in ("", "help"):
        assert "Type a word" in words_of(await stage.command(text))


async def test_an_entry_leads_to_its_other_languages_and_relatives(stage: Stage) -> None:
    """By the buttons below it, privately."""
    answer = await stage.command("mlops")
    languages = [label for label in labels(answer) if label in {"한국어", "Korean"}]
    assert languages
    assert "머신러닝" in words_of(await stage.said(await stage.press(answer, languages[0])))
    related = [label for label in labels(answer) if label == "DevOps"]
    assert related
    shown = await stage.said(await stage.press(answer, "DevOps"))
    assert shown["response_type"] == "ephemeral"
    assert "DevOps" in words_of(shown)


async def test_sharing_goes_on_when_the_address_for_answers_is_used_up(stage: Stage) -> None:
    """As a message of the bot's; where it is no member it says what to do."""
    stage.web.add_channel("C4", "U1")
    answer = await stage.command("mlops")
    for channel in ("C1", "C4"):
        dead = f"{stage.urls.base}/response/none"
        await stage.press(answer, "Share here", channel=channel, response_url=dead)
    await stage.gateway.wait_call("chat.postMessage", count=2, timeout=10)
    assert {call.args["channel"]: call.response["ok"] for call in stage.gateway.made("chat.postMessage")} == {
        "C1": True,
        "C4": False,
    }
    assert "MLOps" in words_of(stage.web.messages["C1"][-1])
    told = (await stage.gateway.wait_call("chat.postEphemeral", timeout=10)).args
    assert told["channel"] == "C4"
    assert "/invite" in words_of(told)


async def test_what_is_asked_in_a_thread_is_answered_and_shared_there(stage: Stage) -> None:
    """By a mention with several terms; and from the shortcut of a message in the thread."""
    event = stage.team.ev_app_mention("what are mlops and redis?", user="U1", channel="C1", thread_ts="5.5", ts="6.6")
    await stage.event(event)
    said = (await stage.gateway.wait_call("chat.postMessage", timeout=10)).args
    assert said["thread_ts"] == "5.5"
    assert "MLOps" in words_of(said)
    assert "Redis" in words_of(said)
    message = {"ts": "7.7", "thread_ts": "5.5", "text": "our mlops", "user": "UK"}
    url = stage.urls.new()
    payload = stage.team.message_action("explain_terms", user="U1", channel="C1", message=message, response_url=url)
    (await stage.slack.interact(payload)).expect()
    view = await stage.opened()
    updated = len(stage.gateway.made("views.update"))
    await stage.press(view, labels(view)[0], view=view, channel=None, response_url=None)
    entry = await stage.opened("views.update", updated + 1)
    await stage.press(entry, "Share here", view=entry, channel=None, response_url=None)
    shared = await stage.said(url)
    assert (shared["response_type"], shared["thread_ts"]) == ("in_channel", "5.5")


async def test_people_of_another_company_get_nothing_of_the_glossary(stage: Stage) -> None:
    """By no way in: command, button, shortcut, type-ahead, direct message or Home."""
    answer = await stage.command("mlops")
    stranger = await stage.command("help", "UFAR", command="/glossary")
    assert "Only members of this workspace" in words_of(stranger)
    assert "Only members of this workspace" in words_of(await stage.command("mlops", "UFAR"))
    told = await stage.said(await stage.press(answer, "Share here", "UFAR"))
    assert "Only members of this workspace" in words_of(told)
    suggestion = stage.team.block_suggestion("find", "ml", user="UFAR", block_id="find")
    offered = (await stage.slack.interact(suggestion)).expect().json
    assert "MLOps" not in json.dumps(offered)
    await stage.event(stage.team.ev_message("mlops", user="UFAR", channel="D9"))
    await stage.event(stage.team.ev_app_home_opened(user="UFAR"))
    message = {"ts": "5.5", "text": "our mlops uses redis", "user": "U1"}
    payload = stage.team.message_action(
        "explain_terms", user="UFAR", channel="C1", message=message, response_url=stage.urls.new()
    )
    (await stage.slack.interact(payload)).expect()
    shown = [*stage.gateway.made("views.open"), await stage.gateway.wait_call("views.publish", timeout=10)]
    assert "MLOps" not in json.dumps([call.args for call in shown])
    assert stage.gateway.made("chat.postMessage") == []


async def test_home_leads_to_everything_and_changes_with_what_is_done(stage: Stage) -> None:
    """Letters with pages, and for curators what there is to do; in another language once that is chosen there."""
    many = "".join(f"{letter}{number:02},Word {number}.\n" for letter in "abcdefgh" for number in range(15))
    await bring_in(stage, f"term,definition\n{many}".encode())
    await stage.event(stage.team.ev_app_home_opened(user="UADMIN"))
    home = await stage.opened("views.publish")
    assert "For curators" in words_of(home)
    (letter,) = [label for label in labels(home) if label == "B"]
    listed = await in_home(stage, home, letter)
    assert "b00" in labels(listed)
    more = await in_home(stage, listed, "Next page")
    assert "b14" in labels(more)
    picker = await in_home(stage, home, "Choose a language")
    await stage.press(picker, "한국어", "UADMIN", view=picker, channel=None, response_url=None)
    count = 2  # it was drawn anew before, when something was asked for
    while "큐레이터가 할 일" not in words_of(await stage.opened("views.publish", count)):
        count += 1


async def in_home(stage: Stage, view: dict[str, Any], label: str) -> dict[str, Any]:
    """Press a button in a Home, or in the modal that it opened; give the modal."""
    method = "views.update" if view["type"] == "modal" else "views.open"
    before = len(stage.gateway.made(method))
    await stage.press(view, label, "UADMIN", view=view, channel=None, response_url=None)
    return dict(await stage.opened(method, before + 1))


async def test_a_change_from_home_is_seen_in_home(stage: Stage) -> None:
    """The list of what is new, once it is saved."""
    await stage.event(stage.team.ev_app_home_opened(user="U1"))
    await stage.opened("views.publish")
    await stage.command("add zanzibar", command="/glossary")
    view = await stage.opened()
    answer: dict[str, Any] = await stage.submit(view, name="Zanzibar", definition="Who may do what.")
    preview = {**view, **answer["view"], "id": view["id"]}
    await stage.press(preview, "Save", view=preview, channel=None, response_url=None)
    renewed = await stage.opened("views.publish", 2)
    assert "Zanzibar" in words_of(renewed)
