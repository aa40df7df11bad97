"""A form goes in, a modal comes out; a modal comes back, and its values go in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from adapters.discord.filling import modal_of, submitted, uploads_in
from bot.commands import Add, Edit, HandedFile, Put, Settings, Submitted
from bot.replies import ChannelField, ChoiceField, FileField, Form, LineField, TextField
from glossary.concept import ConceptId
from tests.adapters.discord.checking import faults_of_modal
from tests.adapters.documents import FORMS
from tests.terms import KO

if TYPE_CHECKING:
    from collections.abc import Mapping

EDIT = Edit(ConceptId("redis"), KO, 7)


def drawn(form: Form) -> Mapping[str, Any]:
    """Draw a form as Discord gets it."""
    modal = modal_of(form)
    return modal.to_dict()


@given(FORMS)
def test_whatever_form_comes_out_discord_takes_it(form: Form) -> None:
    """Every limit of the platform holds."""
    assert faults_of_modal(drawn(form)) == []


def test_each_kind_of_field_has_its_component() -> None:
    """A line, a text, a list and a file, with what is in them already."""
    fields = (
        LineField("name", "Name", "Redis", "As it is said", is_required=True, longest=80),
        TextField("definition", "Definition", "A store."),
        ChoiceField("language", "Language", (("", "Any"), ("ko", "한국어")), "ko"),
        ChannelField("channel", "Where", "#42"),
        FileField("file", "File"),
    )
    modal = drawn(Form("Edit", fields, EDIT, "Continue"))
    assert (modal["title"], modal["custom_id"]) == ("Edit", "1:edit:redis:ko:7")
    name, definition, language, channel, file = (label["component"] for label in modal["components"])
    assert modal["components"][0]["description"] == "As it is said"
    assert (name["type"], name["style"], name["value"], name["required"]) == (4, 1, "Redis", True)
    assert (definition["style"], definition["value"], definition["required"]) == (2, "A store.", False)
    assert [(option["value"], option["default"]) for option in language["options"]] == [("-", False), ("ko", True)]
    assert (channel["type"], channel["default_values"]) == (8, [{"id": 42, "type": "channel"}])
    assert (channel["min_values"], channel["required"]) == (0, False)
    assert (file["type"], file["custom_id"]) == (19, "file")


def test_what_is_wrong_stands_at_its_field() -> None:
    """In the place of the hint, when a form comes back that can be opened at once."""
    form = Form("Edit", (LineField("name", "Name", hint="hint"),), EDIT, "Continue", (("name", "Too long."),))
    assert drawn(form)["components"][0]["description"] == "Too long."


def test_a_form_that_no_button_could_open_is_a_mistake_of_the_program() -> None:
    """Its purpose has to come back with it."""
    with pytest.raises(ValueError, match="Put opens a form"):
        modal_of(Form("x", (LineField("a", "A"),), Put(None, "a", "b"), "ok"))


def test_what_comes_back_is_read_field_by_field() -> None:
    """Written, picked, uploaded, or left alone."""
    components: list[Mapping[str, Any]] = [
        {"type": 18, "component": {"type": 4, "custom_id": "name", "value": "Redis"}},
        {"type": 18, "component": {"type": 4, "custom_id": "definition", "value": ""}},
        {"type": 18, "component": {"type": 3, "custom_id": "language", "values": ["ko"]}},
        {"type": 18, "component": {"type": 3, "custom_id": "review", "values": ["-"]}},
        {"type": 18, "component": {"type": 3, "custom_id": "months", "values": []}},
        {"type": 18, "component": {"type": 8, "custom_id": "channel", "values": ["42"]}},
        {"type": 18, "component": {"type": 8, "custom_id": "nowhere", "values": []}},
        {"type": 18, "component": {"type": 19, "custom_id": "file", "values": ["99"]}},
        {"type": 10},
    ]
    assert list(uploads_in(components)) == [("file", "99")]
    file = HandedFile("terms.csv", b"a,b")
    assert submitted("1:add:redis", components, {"file": file}) == Submitted(
        Add("redis"),
        (
            *(("name", "Redis"), ("definition", ""), ("language", "ko"), ("review", ""), ("months", "")),
            *(("channel", "#42"), ("nowhere", "")),
        ),
        (("file", file),),
    )
    assert submitted("1:settings", components[:0], {}) == Submitted(Settings(), ())
    assert submitted("nonsense", components, {}) is None
