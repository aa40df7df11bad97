"""Where no form can be opened, there is a button that opens it."""

from __future__ import annotations

from dataclasses import replace

from bot.commands import Add, Edit, Submitted
from bot.reopening import instead_of
from bot.replies import Choice, Emphasis, Form, LineField, Reply
from bot.requests import Request
from bot.wording import wording_in
from tests.fakes import Person, choices_of, words_of
from tests.terms import EN, MLOPS

WORDING = wording_in(EN)


def test_a_form_becomes_a_title_and_a_button() -> None:
    """The button carries the command of the form."""
    form = Form("Edit", (LineField("name", "Name"),), Edit(MLOPS.id), "Continue")
    reply = instead_of(form, WORDING)
    assert words_of(reply) == ["This needs a form. The button opens it.", "[Edit]"]
    assert choices_of(reply) == [Choice("Edit", Edit(MLOPS.id), Emphasis.PRIMARY)]
    assert reply.is_found


def test_what_is_wrong_is_said_behind_the_name_of_its_field() -> None:
    """In the order of the faults; nothing was saved."""
    form = Form("Edit", (LineField("name", "Name"),), Edit(MLOPS.id), "Continue", (("name", "Too long."),))
    reply = instead_of(form, WORDING)
    assert words_of(reply) == ["Edit", "Name: Too long.", "Nothing is saved yet.", "[Open the form]"]
    assert not reply.is_found


async def test_the_door_says_it_in_the_readers_language_where_no_form_can_be_opened() -> None:
    """And what was written is still in the form that the button opens."""
    mia = Person()
    request = Request(mia.asker, mia.place, Submitted(Add("kafka"), (("name", "n" * 81),)), takes_forms=False)
    reply = await mia.replies_to(request)
    assert isinstance(reply, Reply)
    assert words_of(reply)[1:3] == ["Name: Too long: at most 80 characters.", "Nothing is saved yet."]
    (choice,) = choices_of(reply)
    form = await mia.replies_to(replace(request, command=choice.command, takes_forms=True))
    assert isinstance(form, Form)
    assert getattr(form.fields[0], "value", "") == "n" * 81


async def test_a_form_for_a_long_name_says_the_name_in_its_field() -> None:
    """A name too long for a button is not lost: the form that comes back brings it."""
    form = await Person().opens(Add("n" * 70))
    assert form.purpose == Add()
    assert getattr(form.fields[0], "value", "") == "n" * 70
    assert isinstance(await Person().fills(form, definition="x"), Reply)
