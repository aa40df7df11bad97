"""Journeys over HTTP: the two shortcuts, the field that looks up while one types, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.adapters.slack.standin import buttons_of, words_of

if TYPE_CHECKING:
    from tests.adapters.slack.standin import Slack, StandIn


async def test_a_term_is_picked_while_it_is_typed(slack: Slack, standin: StandIn) -> None:
    """In the reader's language, with a modal that then shows it."""
    await slack.command("/glossary", "help", "UK")
    await slack.interact("shortcut", "UK", callback_id="look_up")
    opened = (await standin.heard("views.open"))["view"]
    assert opened["blocks"][0]["elements"][0]["min_query_length"] == 1
    view = {**opened, "id": "V1"}
    offered = await slack.interact("block_suggestion", "UK", action_id="find", block_id="find", value="레", view=view)
    assert offered["options"][0]["text"]["text"].startswith("레디스")
    action = {"type": "external_select", "action_id": "find", "selected_option": offered["options"][0]}
    await slack.interact("block_actions", "UK", actions=[action], view=view)
    assert "메모리에 두는 저장소이다." in words_of((await standin.heard("views.update"))["view"])


async def test_what_nothing_begins_with_can_be_looked_up_as_it_is(slack: Slack) -> None:
    """So that one hears here, too, that it is missing."""
    offered = await slack.interact("block_suggestion", action_id="find", block_id="find", value="qqqzz")
    assert [option["value"] for option in offered["options"]] == ["1:define::qqqzz"]
    offered = await slack.interact("block_suggestion", action_id="find", block_id="find", value="x" * 200)
    assert offered["options"] == []


async def test_the_terms_of_a_message_are_explained_in_a_modal(slack: Slack, standin: StandIn) -> None:
    """Only whoever asked sees it; an entry can be shared from there, in the thread of the message."""
    await slack.interact("message_action", **on_message("We run mlops on redis", standin))
    view = {**(await standin.heard("views.open"))["view"], "id": "V1"}
    assert "MLOps" in words_of(view)
    place: dict[str, Any] = {"view": view, "channel": None, "response_url": ""}
    await slack.press(next(iter(buttons_of(view).values())), "U1", **place)
    shown = {**(await standin.heard("views.update"))["view"], "id": "V1"}
    await slack.press(buttons_of(shown)["Share here"], "U1", **{**place, "view": shown})
    shared = await standin.heard("response_url")
    assert (shared["response_type"], shared["thread_ts"]) == ("in_channel", "5.5")


async def test_a_modal_that_slack_no_longer_opens_is_said_to_be_late(slack: Slack, standin: StandIn) -> None:
    """Where there is a way to say so."""
    standin.failures.append(("views.open", 200, {}, {"ok": False, "error": "expired_trigger_id"}))
    await slack.command("/glossary", "add")
    assert "took too long" in words_of(await standin.heard("response_url"))


async def test_a_file_is_read_once_and_shown_as_what_it_would_change(slack: Slack, standin: StandIn) -> None:
    """From the address that Slack names, with the token of the workspace."""
    standin.files["F1"] = b"term,definition\nKafka,A log of events.\n"
    await slack.command("/glossary", "import", "UADMIN")
    opened = (await standin.heard("views.open"))["view"]
    answer = await slack.submit(opened, "UADMIN", file="F1")
    assert "Kafka" in words_of(answer["view"])
    gone = await slack.submit(opened, "UADMIN", file="F404")
    assert "could not read that file" in words_of(gone["view"])


async def test_the_glossary_comes_as_a_file_by_direct_message(slack: Slack, standin: StandIn) -> None:
    """In the format that is picked."""
    formats = await slack.command("/glossary", "export", "UADMIN")
    await slack.press(next(iter(buttons_of(formats).values())), "UADMIN")
    assert (await standin.heard("files.completeUploadExternal"))["channel_id"] == "DADMIN"
    assert any(b"MLOps" in raw for raw in standin.files.values())


def on_message(text: str, standin: StandIn) -> dict[str, Any]:
    """Take a shortcut on a message."""
    return {
        "callback_id": "explain_terms",
        "channel": {"id": "C1"},
        "message": {"type": "message", "ts": "5.5", "text": text, "thread_ts": "5.5"},
        "response_url": standin.response_url(),
    }
