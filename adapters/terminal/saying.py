"""What does the terminal itself say? The few sentences that only a terminal needs; all others are the bot's replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.vocabulary import words_in

if TYPE_CHECKING:
    from bot.wording import Wording


def greeting(wording: Wording) -> tuple[str, str]:
    """Welcome, and say how to go on and how to end."""
    return (
        wording.text("Malmoi here. Type a word, and I tell you what it means."),
        wording.text("{help} shows what else there is; Ctrl-D ends.", help=words_in(wording)["help"]),
    )


def farewell(wording: Wording) -> str:
    """End."""
    return wording.text("See you!")


def how_to_fill(wording: Wording, emptying: str) -> str:
    """Say how a form works here."""
    return wording.text(
        "Enter keeps what is in [brackets], {sign} alone empties a field, Ctrl-C cancels.", sign=emptying
    )


def no_channels(wording: Wording) -> str:
    """Say why no channel is asked for."""
    return wording.text("A terminal has no channels.")


def how_to_end_text(wording: Wording) -> str:
    """Say how several lines are ended."""
    return wording.text("Several lines are fine; an empty one ends.")


def cancelled(wording: Wording) -> str:
    """Confirm that nothing was sent."""
    return wording.text("Cancelled. Nothing has changed.")


def needed(wording: Wording) -> str:
    """Ask again for what cannot be left out."""
    return wording.text("This cannot be left empty.")


def too_long(wording: Wording, length: int, longest: int) -> str:
    """Ask again for something shorter."""
    return wording.text("This has {length} characters; {longest} fit.", length=length, longest=longest)


def no_such_number(wording: Wording, last: int) -> str:
    """Ask again for one of the numbers that are there."""
    return wording.text("Please type a number from 1 to {last}.", last=last)


def unreadable(wording: Wording, path: str) -> str:
    """Ask again for a file that is there and is text."""
    return wording.text("I cannot read {path}.", path=path)


def needs_a_look(wording: Wording, number: int, file: str) -> str:
    """Tell that a glossary is in use although parts of it are not, and how to see which."""
    spans = wording.count(
        "{number} line needs a look: malmoi check {file}",
        "{number} lines need a look: malmoi check {file}",
        number,
        file=file,
    )
    return "".join(span.text for span in spans)
