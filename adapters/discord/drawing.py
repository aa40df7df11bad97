"""What does a reply look like on Discord? Reply → messages; the only place that knows its components.

A message is one box of Components V2 and not an embed: its blocks keep their order, a choice stands beside the line it
belongs to, a picture has the text for those who do not see it, and it is shown where embeds are switched off or not
permitted. The price is 4 000 characters a message instead of 6 000; what is longer goes on in the next message.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, assert_never
from zipfile import ZIP_DEFLATED, ZipFile

import discord
from discord import ui

from adapters.discord.buttons import CustomIds
from adapters.discord.markdown import link_to, on_one_line, plain_line, units
from adapters.discord.paging import Code, Page, Text, Thing, pages_of
from bot.replies import (
    Attachment,
    Choices,
    Emphasis,
    Heading,
    Listing,
    Note,
    Options,
    Picture,
    Preformatted,
    Prose,
    Span,
    Style,
)
from bot.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.discord.paging import Part
    from bot.replies import Block, Choice, Option, Reply, Spans

LONGEST_BUTTON = 80
LONGEST_OPTION = 100
LONGEST_DESCRIPTION = 1024
"""Of a picture: discord-api-docs, components/reference, Unfurled Media Item and its gallery."""
LONGEST_LINE = 600
"""Units of the text beside a button; what is longer is continued below."""
ROW = 5
SELECT = 25
MOST_BUTTONS = 20
"""Choices; more become lists to pick from."""
MOST_SECTIONS = 10
"""Options, each with a button beside it; more become lists to pick from, for a box of 40 components is soon full."""
LARGEST_FILE = 10_000_000
"""Bytes; what every server takes, boosted or not. What is larger is sent as a ZIP archive."""
ACCENT = 0x3E7B5A

_STYLES = {
    Emphasis.PLAIN: discord.ButtonStyle.secondary,
    Emphasis.PRIMARY: discord.ButtonStyle.primary,
    Emphasis.DANGER: discord.ButtonStyle.danger,
}
_Anything = TypeVar("_Anything")
_NOT_IN_FILE_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Message:
    """One message: what is in its box, and the files that go with it."""

    box: ui.Container[ui.LayoutView]
    files: tuple[discord.File, ...] = ()


def messages_of(reply: Reply, guild: int | None = None) -> tuple[Message, ...]:
    """Draw a reply as one message, or as several where it is too long for one.

    With a guild, the buttons say which glossary they are about: in a direct message nothing else does.
    """
    pen = _Pen(CustomIds(guild))
    pages = pages_of((part for block in reply.blocks for part in pen.parts_of(block)), _whole)
    return tuple(Message(_box(page, is_found=reply.is_found), tuple(page.files)) for page in pages)


def _box(page: Page, *, is_found: bool) -> ui.Container[ui.LayoutView]:
    items = [part.item if isinstance(part, Thing) else ui.TextDisplay(part) for part in page.parts]
    return ui.Container(*(items or [ui.TextDisplay("…")]), accent_colour=ACCENT if is_found else None)


class _Pen:
    """Draws one document: it sees to it that no two buttons of it have the same id."""

    def __init__(self, ids: CustomIds) -> None:
        self._ids = ids
        self._files = 0

    def parts_of(self, block: Block) -> Iterator[Part]:  # noqa: C901 — a table: one case for each kind of block
        """Draw a block, in parts that are laid out later."""
        match block:
            case Heading(spans):
                yield from _text(on_one_line(spans), "### ")
            case Prose(spans):
                yield from _text(spans)
            case Note(spans):
                yield from _text(on_one_line(spans), "-# ")
            case Listing(items, is_numbered):
                for number, item in enumerate(items, 1):
                    yield from _text(on_one_line(item), f"{number}. " if is_numbered else "- ")
            case Preformatted(text):
                if text.strip():
                    yield Code(text.rstrip().strip("\n"))
            case Picture(address, alternative_text):
                yield _picture(address, alternative_text)
            case Attachment(name, text):
                yield self._file(name, text)
            case Options(options):
                yield from self._options(options)
            case Choices(choices):
                yield from self._choices(choices)
            case _:
                assert_never(block)

    def _options(self, options: Sequence[Option]) -> Iterator[Part]:
        if len(options) > MOST_SECTIONS:
            for option in options:
                lead = (Span(option.choice.label, Style.STRONG), *([Span(" — ")] if option.line else []))
                yield from _text(on_one_line((*lead, *option.line)), "- ")
            yield from self._selects([(option.choice, plain(option.line)) for option in options])
            return
        for option in options:
            button = self._button(option.choice)
            yield from [] if button is None else _section(option, button)

    def _choices(self, choices: Sequence[Choice]) -> Iterator[Part]:
        if len(choices) > MOST_BUTTONS:
            yield from self._selects([(choice, "") for choice in choices])
            return
        buttons = [button for choice in choices if (button := self._button(choice))]
        for row in _portions(buttons, ROW):
            yield Thing(ui.ActionRow(*row), 1 + len(row), is_row=True)

    def _button(self, choice: Choice) -> ui.Button[ui.LayoutView] | None:
        custom_id = self._ids.of(choice.command)
        if custom_id is None:
            return None
        label = plain_line(choice.label, LONGEST_BUTTON)
        return ui.Button(style=_STYLES[choice.emphasis], label=label, custom_id=custom_id)

    def _selects(self, choices: Sequence[tuple[Choice, str]]) -> Iterator[Part]:
        for portion in _portions(choices, SELECT):
            options = [
                discord.SelectOption(
                    label=plain_line(choice.label, LONGEST_OPTION),
                    value=value,
                    description=plain_line(line, LONGEST_OPTION) if line.strip() else None,
                )
                for choice, line in portion
                if (value := self._ids.of(choice.command)) is not None
            ]
            if options:
                select: ui.Select[ui.LayoutView] = ui.Select(custom_id=self._ids.of_list(), options=options)
                yield Thing(ui.ActionRow(select), 2, is_row=True)

    def _file(self, name: str, text: str) -> Thing:
        """Attach a text; in a place of its own among the files, for two may have one name."""
        self._files += 1
        safe = _NOT_IN_FILE_NAMES.sub("_", name).strip("._") or "file"
        return _file(safe if self._files == 1 else f"{self._files}-{safe}", text)


def _text(spans: Spans, lead: str = "") -> Iterator[Text]:
    if plain(spans).strip():
        yield Text(spans, lead)


def _section(option: Option, button: ui.Button[ui.LayoutView]) -> Iterator[Part]:
    """Put the line of an option beside its button, and its name into the line where the button cannot say it whole."""
    label = option.choice.label
    is_whole = button.label == label and plain(option.line).strip()
    name = () if is_whole else (Span(label, Style.STRONG), *([Span(" — ")] if option.line else []))
    line, rest = Text(on_one_line((*name, *option.line))).cut(LONGEST_LINE)
    shown = line if line.strip() else "…"
    yield Thing(ui.Section(shown, accessory=button), 3, units(shown), plain=label)
    if rest is not None:
        yield rest


def _picture(address: str, alternative_text: str) -> Part:
    link = link_to(address)
    if link.startswith("https://"):
        description = plain_line(alternative_text, LONGEST_DESCRIPTION)
        item = discord.MediaGalleryItem(link, description=description)
        return Thing(ui.MediaGallery(item), 1, plain=f"{alternative_text} ({address})")
    return Text((Span(alternative_text.strip() or address, address=address),))


def _file(name: str, text: str) -> Thing:
    content = text.encode("utf-8", "replace")
    if len(content) > LARGEST_FILE:
        name, content = f"{name}.zip", _zipped(name, content)
    file = discord.File(io.BytesIO(content), name)
    return Thing(ui.File(file), 1, file=file, plain=text)


def _zipped(name: str, content: bytes) -> bytes:
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as files:
        files.writestr(name, content)
    return archive.getvalue()


def _whole(text: str) -> Thing:
    """Attach what is too long to be said in messages."""
    return _file("malmoi.txt", text)


def _portions(things: Sequence[_Anything], size: int) -> Iterator[Sequence[_Anything]]:
    return (things[start : start + size] for start in range(0, len(things), size))
