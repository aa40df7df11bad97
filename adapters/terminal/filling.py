"""How is a form filled in without a mouse? Field by field: the only place that asks for the values of a form."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, assert_never

from adapters.terminal import saying
from bot.commands import HandedFile, Submitted
from bot.harmless import one_line
from bot.replies import (
    ChannelField,
    ChoiceField,
    FileField,
    Heading,
    LineField,
    Note,
    Preformatted,
    Prose,
    Reply,
    Span,
    TextField,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.terminal.screen import Terminal
    from bot.replies import Block, Field, Form
    from bot.wording import Wording

EMPTYING = "-"
"""Typed alone, it empties a field, because an empty line keeps what is there."""
TEXT_PROMPT = "  "
MOST_DIGITS = 3

_Value = str | HandedFile | None
"""What was given for a field; None for no file."""


class Filling:
    """Fills in forms at one terminal, in one language."""

    def __init__(self, terminal: Terminal, wording: Wording) -> None:
        self._lines = terminal.lines
        self._screen = terminal.screen
        self._bytes_of = terminal.bytes_of
        self._wording = wording

    async def of(self, form: Form) -> Submitted | None:
        """Ask for each field in turn; None when the form was given up."""
        self._screen.show(Reply(tuple(self._opening(form))))
        wrong = dict(form.errors)
        try:
            given = [(field.key, await self._asked(field, wrong.get(field.key))) for field in form.fields]
        except (EOFError, KeyboardInterrupt):
            self._screen.say(saying.cancelled(self._wording))
            return None
        return Submitted(
            form.purpose,
            tuple((key, value) for key, value in given if isinstance(value, str)),
            tuple((key, value) for key, value in given if isinstance(value, HandedFile)),
        )

    def _opening(self, form: Form) -> Iterator[Block]:
        yield Heading((Span(form.title),))
        yield Note((Span(saying.how_to_fill(self._wording, EMPTYING)),))

    async def _asked(self, field: Field, wrong: str | None) -> _Value:
        """Ask until there is a value that the field takes."""
        self._screen.show(Reply(tuple(self._introduction(field, wrong))))
        while True:
            value, objection = await self._tried(field)
            if objection is None and field.is_required and not (value.strip() if isinstance(value, str) else value):
                objection = saying.needed(self._wording)
            if objection is None:
                return value
            self._screen.say(objection, "red")

    def _introduction(self, field: Field, wrong: str | None) -> Iterator[Block]:
        yield Prose((Span(field.label),))
        if wrong:
            yield Prose((Span(wrong),))
        if field.hint:
            yield Note((Span(field.hint),))
        match field:
            case ChoiceField(options=options):
                listed = "\n".join(f"[{number}] {one_line(says)}" for number, (_, says) in enumerate(options, 1))
                yield Prose((Span(listed),))
            case TextField(value=value):
                if value:
                    yield Preformatted(value)
                yield Note((Span(saying.how_to_end_text(self._wording)),))
            case ChannelField():
                yield Note((Span(saying.no_channels(self._wording)),))
            case LineField() | FileField():
                pass
            case _:
                assert_never(field)

    async def _tried(self, field: Field) -> tuple[_Value, str | None]:
        """Take one attempt: the value, and what is wrong with it."""
        match field:
            case LineField(value=value, longest=longest):
                return self._measured(_kept(await self._lines.value(_prompt(value)), value), longest)
            case TextField(value=value, longest=longest):
                return self._measured(_kept(await self._text(), value), longest)
            case ChoiceField():
                return await self._chosen(field)
            case ChannelField(value=value):
                return value, None
            case FileField(most_bytes=most):
                return self._read(_kept(await self._lines.value(_prompt("")), ""), most)
            case _:
                assert_never(field)

    def _measured(self, value: str, longest: int) -> tuple[str, str | None]:
        return value, saying.too_long(self._wording, len(value), longest) if len(value) > longest else None

    async def _text(self) -> str:
        """Take lines up to an empty one, or to the end of what is there."""
        lines: list[str] = []
        while True:
            try:
                line = await self._lines.value(TEXT_PROMPT)
            except EOFError:
                if not lines:
                    raise
                break
            if not line.strip():
                break
            lines.append(line)
        return "\n".join(lines)

    async def _chosen(self, field: ChoiceField) -> tuple[str, str | None]:
        present = next((says for value, says in field.options if value == field.value), "")
        typed = (await self._lines.value(_prompt(present))).strip()
        if typed in {"", EMPTYING}:
            return _kept(typed, field.value), None
        number = number_in(typed)
        if number is None or number > len(field.options):
            return "", saying.no_such_number(self._wording, len(field.options))
        return field.options[number - 1][0], None

    def _read(self, path: str, most: int) -> tuple[_Value, str | None]:
        if not path:
            return None, None
        try:
            return HandedFile(PurePath(path).name, self._bytes_of(path, most + 1)), None
        except (OSError, ValueError):  # not there, or no path at all
            return None, saying.unreadable(self._wording, path)


def number_in(typed: str) -> int | None:
    """Read the number of a choice, ``2`` or ``[2]``, in any script's digits; None for anything else."""
    digits = typed.strip().removeprefix("[").removesuffix("]")
    return int(digits) or None if digits.isdecimal() and len(digits) <= MOST_DIGITS else None


def _prompt(present: str) -> str:
    return f"[{one_line(present)}] " if present else TEXT_PROMPT


def _kept(typed: str, present: str) -> str:
    if typed.strip() == EMPTYING:
        return ""
    return typed.strip() or present
