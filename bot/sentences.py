"""What is wrong with what was written? One sentence for each rule of the glossary, and only here."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.wording import quoted
from glossary.rules import Rule

if TYPE_CHECKING:
    from bot.wording import Wording
    from glossary.rules import Problem


def sentence_of_problem(problem: Problem, wording: Wording) -> str:  # noqa: C901, PLR0912 — a table: one line for each rule
    """Say what is wrong; the field stands beside it."""
    said = quoted(problem.text)
    match problem.rule:
        case Rule.REQUIRED:
            return wording.text("This cannot be left empty.")
        case Rule.TOO_LONG:
            return wording.text("Too long: at most {limit} characters.", limit=problem.limit)
        case Rule.TOO_MANY:
            return wording.text("Too many: at most {limit}.", limit=problem.limit)
        case Rule.NOTHING_TO_FIND:
            return wording.text("{typed} has no letter or digit that somebody could type.", typed=said)
        case Rule.CONTROL_CHARACTER:
            return wording.text("There is an invisible control character in it.")
        case Rule.WRITING_DIRECTION:
            return wording.text("There is a character in it that turns the direction of writing.")
        case Rule.STANDS_TWICE:
            return wording.text("{typed} stands there twice.", typed=said)
        case Rule.NO_LANGUAGE:
            return wording.text("{typed} is no language tag; one looks like ko or pt-BR.", typed=said)
        case Rule.NO_WEB_ADDRESS:
            return wording.text("{typed} is no web address: it begins with https:// or http://.", typed=said)
        case Rule.NOT_ENCRYPTED:
            return wording.text("The address of an image begins with https://.")
        case Rule.NO_ALTERNATIVE_TEXT:
            return wording.text("Say behind a | what is seen, for those who do not see the image.")
        case Rule.UNKNOWN_CONCEPT:
            return wording.text("{typed} is not in this glossary.", typed=said)
        case Rule.SEVERAL_CONCEPTS:
            return wording.text("{typed} means several things; add the domain in brackets.", typed=said)
        case Rule.ITSELF:
            return wording.text("An entry is not related to itself.")
        case _:
            assert_never(problem.rule)
