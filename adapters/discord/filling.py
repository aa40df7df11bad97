"""What does a form look like on Discord? Form → modal, and a modal that came back → `Submitted`.

A modal holds at most five fields, which is what a `Form` promises. None can be opened in answer to another one: what is
wrong with a form that came back is said in a message, with a button that opens the form again (`bot.reopening`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

import discord
from discord import ui

from adapters.discord.buttons import LONGEST, CustomIds, pressed
from adapters.discord.markdown import plain_line, units
from adapters.discord.naming import channel_of
from bot.commands import Submitted
from bot.replies import ChannelField, ChoiceField, FileField, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.commands import HandedFile
    from bot.replies import Field, Form

    Component = Mapping[str, Any]
    """A component as it came back: its type, its custom_id, and what was written or picked."""

LONGEST_TITLE = 45
LONGEST_LABEL = 45
LONGEST_HINT = 100
LONGEST_TEXT = 4000
"""Of what can be written into a field: discord-api-docs, components/reference, Text Input."""
LONGEST_OPTION = 100
NOTHING = "-"
"""Stands for a choice of "", for Discord wants a value that is not empty."""


def modal_of(form: Form, guild: int | None = None) -> ui.Modal:
    """Draw a form.

    Raises:
        ValueError: Its purpose does not fit into a modal; a mistake of the program.
    """
    custom_id = CustomIds(guild).of(form.purpose)
    if custom_id is None:
        raise ValueError(f"{type(form.purpose).__name__} opens a form, and fits into no button")
    modal = ui.Modal(title=plain_line(form.title, LONGEST_TITLE), custom_id=custom_id)
    wrong = dict(form.errors)
    for field in form.fields:
        said = wrong.get(field.key) or field.hint
        hint = plain_line(said, LONGEST_HINT) if said.strip() else None
        modal.add_item(ui.Label(text=plain_line(field.label, LONGEST_LABEL), description=hint, component=_input(field)))
    return modal


def submitted(custom_id: str, components: Sequence[Component], files: Mapping[str, HandedFile]) -> Submitted | None:
    """Read what came back, with the files by the key of their field; None for a modal that is not ours."""
    purpose = pressed(custom_id)
    if purpose is None:
        return None
    values = ((key, _value(component)) for key, component in _filled(components) if not _is_upload(component))
    return Submitted(purpose.command, tuple(values), tuple(files.items()))


def uploads_in(components: Sequence[Component]) -> Iterator[tuple[str, str]]:
    """Tell (key of the field, id of the attachment) of each file that came back; the first of a field only."""
    for key, component in _filled(components):
        if _is_upload(component) and component.get("values"):
            yield key, component["values"][0]


def _filled(components: Sequence[Component]) -> Iterator[tuple[str, Component]]:
    for component in components:
        inner = component.get("component")
        if inner is not None:
            yield inner["custom_id"], inner


def _is_upload(component: Component) -> bool:
    return bool(component["type"] == discord.ComponentType.file_upload.value)


def _value(component: Component) -> str:
    if "values" in component:
        picked = next(iter(component["values"]), "")
        if component["type"] == discord.ComponentType.channel_select.value:
            return channel_of(int(picked)) if picked else ""
        return "" if picked == NOTHING else str(picked)
    return str(component.get("value") or "")


def _input(field: Field) -> ui.Item[Any]:
    match field:
        case LineField():
            return _text_input(field, discord.TextStyle.short)
        case TextField():
            return _text_input(field, discord.TextStyle.paragraph)
        case ChoiceField():
            return _select(field)
        case ChannelField():
            return _channels(field)
        case FileField():
            return ui.FileUpload(custom_id=field.key, required=field.is_required, max_values=1)
        case _:
            assert_never(field)


def _text_input(field: LineField | TextField, style: discord.TextStyle) -> ui.TextInput[Any]:
    longest = min(field.longest, LONGEST_TEXT)
    return ui.TextInput(
        custom_id=field.key,
        style=style,
        default=_cut(field.value, longest) or None,
        required=field.is_required,
        max_length=longest,
    )


def _select(field: ChoiceField) -> ui.Select[Any]:
    options = [
        discord.SelectOption(
            label=plain_line(said, LONGEST_OPTION), value=value or NOTHING, default=value == field.value
        )
        for value, said in field.options
        if len(value) <= LONGEST
    ]
    least = int(field.is_required)
    return ui.Select(custom_id=field.key, options=options, required=field.is_required, min_values=least)


def _channels(field: ChannelField) -> ui.ChannelSelect[Any]:
    """Draw a choice among the channels of the server in which one can write."""
    chosen = field.value.removeprefix("#")
    kind = discord.SelectDefaultValueType.channel
    return ui.ChannelSelect(
        custom_id=field.key,
        channel_types=[discord.ChannelType.text, discord.ChannelType.news],
        required=field.is_required,
        min_values=int(field.is_required),
        default_values=[discord.SelectDefaultValue(id=int(chosen), type=kind)] if chosen.isdecimal() else [],
    )


def _cut(text: str, longest: int) -> str:
    """Keep as many characters as fit, measured as Discord may measure them."""
    while units(text) > longest:
        text = text[: len(text) - max(1, (units(text) - longest) // 2)]
    return text
