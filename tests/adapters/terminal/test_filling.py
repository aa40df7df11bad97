"""A form and a script of what is typed go in; the values come out, and what was said meanwhile."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from adapters.terminal.filling import Filling, number_in
from bot.commands import HandedFile, Help, Submitted
from bot.replies import ChannelField, ChoiceField, Field, FileField, Form, LineField, TextField
from bot.wording import wording_in
from tests.adapters.terminal.scripted import INTERRUPT, ScriptedLines, terminal_of
from tests.terms import EN

NAME = LineField("name", "Name", value="Redis", is_required=True, longest=10)
TEXT = TextField("text", "Definition", longest=20)
LANGUAGE = ChoiceField("language", "Language", (("en", "English"), ("ko", "한국어")), value="en")
FILE = FileField("file", "File", hint="Markdown")
TERMS_FILE = HandedFile("terms.md", b"## Redis\nfast")


def form_of(*fields: Field, errors: tuple[tuple[str, str], ...] = ()) -> Form:
    """Make a form."""
    return Form("Edit a term", fields, Help(), "Save", errors)


async def filled(form: Form, *typed: str) -> tuple[Submitted | None, str, list[str]]:
    """Fill in a form: what is submitted, what was shown, and the prompts."""
    lines, paper = ScriptedLines(*typed), io.StringIO()
    submitted = await Filling(terminal_of(lines, paper), wording_in(EN)).of(form)
    return submitted, paper.getvalue(), lines.prompts


async def value_of(field: Field, *typed: str) -> str:
    """Fill in a form of one field and give its value."""
    submitted, _, _ = await filled(form_of(field), *typed)
    assert submitted is not None
    return submitted.values[0][1]


async def test_no_channel_is_asked_for_where_there_is_none() -> None:
    """It is said, and what was chosen elsewhere stays."""
    submitted, shown, prompts = await filled(form_of(ChannelField("channel", "Where", "C1"), NAME), "")
    assert submitted == Submitted(Help(), (("channel", "C1"), ("name", "Redis")))
    assert "Where\n\nA terminal has no channels.\n" in shown
    assert prompts == ["[Redis] "]


async def test_a_whole_form_is_asked_for_field_by_field() -> None:
    """Title first, then each field with its label, hint and options; the values come in the form's order."""
    submitted, shown, prompts = await filled(
        form_of(NAME, TEXT, LANGUAGE, FILE), "Valkey", "Fast", "store", "", "2", "terms.md"
    )
    values = (("name", "Valkey"), ("text", "Fast\nstore"), ("language", "ko"))
    assert submitted == Submitted(Help(), values, (("file", TERMS_FILE),))
    assert shown == (
        "Edit a term\n\n"
        "Enter keeps what is in [brackets], - alone empties a field, Ctrl-C cancels.\n\n"
        "Name\n\n"
        "Definition\n\nSeveral lines are fine; an empty one ends.\n\n"
        "Language\n\n[1] English\n[2] 한국어\n\n"
        "File\n\nMarkdown\n"
    )
    assert prompts == ["[Redis] ", "  ", "  ", "  ", "[English] ", "  "]


@pytest.mark.parametrize(
    ("field", "present"),
    [(NAME, "Redis"), (TextField("t", "T", value="a\nb"), "a\nb"), (LANGUAGE, "en")],
)
async def test_an_empty_line_keeps_what_is_there(field: Field, present: str) -> None:
    """The present value is offered, and Enter takes it."""
    assert await value_of(field, "") == present


@pytest.mark.parametrize("field", [LineField("n", "N", value="x"), TextField("t", "T", value="x"), LANGUAGE])
async def test_a_hyphen_alone_empties_a_field(field: Field) -> None:
    """Since an empty line keeps the value, something else must be able to remove it."""
    assert await value_of(field, "-", "") == ""


async def test_what_is_needed_is_asked_for_until_it_is_there() -> None:
    """A required field takes neither nothing nor the sign for nothing."""
    submitted, shown, _ = await filled(form_of(NAME), "-", "Valkey")
    assert submitted == Submitted(Help(), (("name", "Valkey"),))
    assert shown.endswith("Name\nThis cannot be left empty.\n")


async def test_what_is_too_long_is_asked_for_again() -> None:
    """Lengths are counted in code points, for one line and for several."""
    submitted, shown, _ = await filled(form_of(NAME, TEXT), "레" * 11, "레" * 10, "x" * 21, "", "x" * 20, "")
    assert submitted == Submitted(Help(), (("name", "레" * 10), ("text", "x" * 20)))
    assert "This has 11 characters; 10 fit." in shown
    assert "This has 21 characters; 20 fit." in shown


@pytest.mark.parametrize("wrong", ["0", "3", "ko", "-1", "99999999"])
async def test_a_number_that_is_not_offered_is_asked_for_again(wrong: str) -> None:
    """Only the numbers on the screen count."""
    submitted, shown, _ = await filled(form_of(LANGUAGE), wrong, "[2]")
    assert submitted == Submitted(Help(), (("language", "ko"),))
    assert "Please type a number from 1 to 2." in shown


async def test_a_file_that_is_not_there_is_asked_for_again() -> None:
    """The path is named, and the next one is tried."""
    submitted, shown, _ = await filled(form_of(FILE), "gone.md", "terms.md")
    assert submitted == Submitted(Help(), (), (("file", TERMS_FILE),))
    assert "I cannot read gone.md." in shown


async def test_no_file_is_handed_over_as_nothing() -> None:
    """An empty line gives a file that is not required neither a name nor a value."""
    assert (await filled(form_of(FILE), ""))[0] == Submitted(Help(), ())


async def test_a_file_that_is_required_is_asked_for_until_it_is_there() -> None:
    """As with any other field."""
    submitted, shown, _ = await filled(form_of(replace(FILE, is_required=True)), "", "terms.md")
    assert submitted == Submitted(Help(), (), (("file", TERMS_FILE),))
    assert "This cannot be left empty." in shown


async def test_no_more_of_a_file_is_read_than_one_byte_beyond_what_is_taken() -> None:
    """That is enough for the door to see that it is too large."""
    submitted, _, _ = await filled(form_of(replace(FILE, most_bytes=3)), "terms.md")
    assert submitted == Submitted(Help(), (), (("file", HandedFile("terms.md", b"## R")),))


async def test_a_form_that_comes_back_says_what_is_wrong() -> None:
    """The objection stands below the label of its field."""
    _, shown, _ = await filled(form_of(NAME, errors=(("name", "This name is taken."),)), "Valkey")
    assert shown.endswith("Name\n\nThis name is taken.\n")


async def test_a_text_shows_what_it_holds_before_it_is_replaced() -> None:
    """Several lines fit into no brackets."""
    _, shown, _ = await filled(form_of(TextField("t", "T", value="a\nb")), "")
    assert "T\n\n    a\n    b\n\nSeveral lines" in shown


async def test_the_end_of_the_input_ends_a_text() -> None:
    """Ctrl-D after some lines means that this was all."""
    submitted, _, _ = await filled(form_of(TEXT), "Fast", "store")
    assert submitted == Submitted(Help(), (("text", "Fast\nstore"),))


@pytest.mark.parametrize("typed", [(), ("Valkey",), ("Valkey", INTERRUPT), (INTERRUPT,)])
async def test_a_form_can_be_given_up_at_any_point(typed: tuple[str, ...]) -> None:
    """Ctrl-C, or the end of the input before the last field has anything: nothing is submitted."""
    submitted, shown, _ = await filled(form_of(NAME, TEXT), *typed)
    assert submitted is None
    assert shown.endswith("Cancelled. Nothing has changed.\n")


@pytest.mark.parametrize(
    ("typed", "number"),
    [("2", 2), (" [12] ", 12), ("２", 2), ("0", None), ("", None), ("1.", None), ("x", None), ("9" * 5000, None)],
)
def test_numbers_are_read_as_people_type_them(typed: str, number: int | None) -> None:
    """With or without brackets, full-width too; a number too long to be one is none."""
    assert number_in(typed) == number
