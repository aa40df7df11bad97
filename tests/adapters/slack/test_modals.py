"""Tests of `adapters.slack.modals` and `adapters.slack.origins`."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.modals import errors_of, values_of, view_of, view_of_reply
from adapters.slack.origins import Origin, Remembered, remembered
from bot.commands import Add, Edit
from bot.replies import ChannelField, ChoiceField, FileField, Form, LineField, Prose, Reply, Span, TextField
from glossary.concept import ConceptId
from tests.adapters.documents import FORMS, REPLIES
from tests.adapters.slack.checking import faults_of_view

HERE = Origin("C1", "123.4", "https://hooks.example/1")


def form_of(*fields: Any, errors: tuple[tuple[str, str], ...] = ()) -> Form:  # noqa: ANN401 — any field
    """Make a form of some fields."""
    return Form("Edit", fields, Edit(ConceptId("redis")), "Continue", errors)


def sent_back(view: dict[str, Any]) -> dict[str, Any]:
    """Give a view as Slack sends it when nothing was changed in it."""
    values: dict[str, Any] = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            kind = element["type"]
            answer = {
                "plain_text_input": {"value": element.get("initial_value")},
                "static_select": {"selected_option": element.get("initial_option")},
                "multi_conversations_select": {"selected_conversations": element.get("initial_conversations", [])},
                "file_input": {"files": []},
            }[kind]
            values[block["block_id"]] = {element["action_id"]: {"type": kind, **answer}}
    return view | {"state": {"values": values}}


@given(FORMS)
def test_whatever_is_asked_slack_takes_it(form: Form) -> None:
    """Within every limit, whatever the fields hold."""
    assert faults_of_view(view_of(form, HERE)) == []


@given(REPLIES)
def test_whatever_is_said_fits_a_modal(reply: Reply) -> None:
    """Also a reply without a visible character."""
    assert faults_of_view(view_of_reply(reply, HERE)) == []


def test_the_present_values_come_back_as_they_were() -> None:
    """In the order of the form; a choice that means nothing has an empty value, and Slack takes none such."""
    form = form_of(
        LineField("name", "Name", "Redis", longest=80),
        TextField("definition", "Definition", "Two\n\nlines"),
        ChoiceField("review", "Who", (("yes", "All propose"), ("", "Members write")), ""),
        ChannelField("channel", "Channel", "C1"),
        FileField("file", "File"),
    )
    written = (("name", "Redis"), ("definition", "Two\n\nlines"), ("review", ""))
    expected = (*written, ("channel", "C1"), ("file", ""))
    assert values_of(sent_back(view_of(form_of(ChannelField("none", "Channel")), HERE))) == (("none", ""),)
    assert values_of(sent_back(view_of(form, HERE))) == expected


@given(st.lists(st.sampled_from(["word ", "line\n", "paragraph\n\n", "x" * 700]), max_size=2000).map("".join))
def test_a_text_longer_than_one_input_comes_back_whole(text: str) -> None:
    """Slack's inputs take 3 000 characters, a definition may have 4 000: it stands in as many as it needs."""
    view = view_of(form_of(TextField("definition", "Definition", text)), HERE)
    assert dict(values_of(sent_back(view)))["definition"] == text


def test_there_is_room_to_write_on() -> None:
    """A definition that nearly fills its input may go on in a second one, and an empty one adds nothing."""
    view = view_of(form_of(TextField("definition", "Definition", "x" * 2900)), HERE)
    assert len(view["blocks"]) == 2
    assert dict(values_of(sent_back(view)))["definition"] == "x" * 2900


def test_an_error_stands_at_its_field() -> None:
    """In the modal that is open, where the field is in it; else above the field of a modal that is drawn anew."""
    form = form_of(LineField("name", "Name"), errors=(("name", "Too long."),))
    view = view_of(form, HERE)
    assert view["blocks"][0]["elements"][0]["text"] == "⚠️ Too long."
    assert errors_of(form, view) == {"name": "Too long."}
    assert errors_of(form, {"blocks": []}) is None
    assert errors_of(form_of(LineField("name", "Name")), view) is None


def test_a_new_entry_may_have_any_name() -> None:
    """What is too long for a button is no reason to refuse a form: the name stands in its field."""
    form = Form("New", (LineField("name", "Name", "x" * 80),), Add("x" * 80), "Continue")
    assert remembered(view_of(form, HERE)) == Remembered(HERE, "1:add:")


@pytest.mark.parametrize("metadata", ["", "no json", "[]", '{"purpose": 1, "channel": null}'])
def test_what_a_modal_did_not_keep_counts_as_nothing(metadata: str) -> None:
    """Whatever comes back."""
    assert remembered({"private_metadata": metadata}) == Remembered()


def test_an_address_that_is_too_long_is_let_go_of_first() -> None:
    """The purpose must not be lost."""
    kept = Remembered(Origin("C1", "1.2", "https://hooks.example/" + "x" * 3000), "1:help")
    assert remembered({"private_metadata": kept.written()}) == Remembered(Origin("C1", "1.2"), "1:help")


def test_a_reply_in_a_modal_needs_no_submit() -> None:
    """There is nothing to fill in."""
    view = view_of_reply(Reply((Prose((Span("Saved."),)),)), HERE)
    assert "submit" not in view
    assert view["title"]["text"] == "Malmoi"
