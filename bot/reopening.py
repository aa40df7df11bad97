"""What is said where a form cannot be opened? Why it is there, and a button that opens it.

A message that was typed opens nothing, and Discord opens no form in answer to a form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Choice, Choices, Emphasis, Heading, Listing, Note, Prose, Reply, Span, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.replies import Block, Form
    from bot.wording import Wording


def instead_of(form: Form, wording: Wording) -> Reply:
    """Offer to open a form; one that came back says what is wrong, each fault behind the name of its field."""
    if form.errors:
        return Reply(tuple(_faults(form, wording)), is_found=False)
    said = Prose(wording.spans("This needs a form. The button opens it."))
    return Reply((said, Choices((Choice(form.title, form.purpose, Emphasis.PRIMARY),))))


def _faults(form: Form, wording: Wording) -> Iterator[Block]:
    labels = {field.key: field.label for field in form.fields}
    yield Heading((Span(form.title),))
    yield Listing(tuple((Span(labels[key], Style.STRONG), Span(f": {wrong}")) for key, wrong in form.errors))
    yield Note(wording.spans("Nothing is saved yet."))
    yield Choices((Choice(wording.text("Open the form"), form.purpose, Emphasis.PRIMARY),))
