"""How much goes into one message? Text is cut between words, and what is too much becomes the next message."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from adapters.discord.markdown import fenced, units, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import discord
    from discord import ui

    from bot.replies import Spans

MOST_COMPONENTS = 40
MOST_UNITS = 4000
"""Of all text in one message: discord-api-docs, components/reference, and discord.py on `LayoutView`."""
MOST_FILES = 10
MOST_ROWS = 4
"""Rows that are kept together at the end of the first page."""
MOST_PAGES = 5
"""Messages; where the bot is no member of a server, Discord takes five answers to one question and no more."""
SHORTEST = 200
"""Units; with less room than this a text begins in the next message."""


@dataclass(frozen=True, slots=True)
class Text:
    """Text that may be cut between words, with what stands before each line and each piece of it."""

    spans: Spans
    lead: str = ""

    def cut(self, room: int) -> tuple[str, Text | None]:
        """Write as much as there is room for, at least one character, and give what is left."""
        whole = self.lead + written(self.spans)
        if units(whole) <= room:
            return whole, None
        length = sum(len(span.text) for span in self.spans)

        def fits(count: int) -> bool:
            return units(self.lead + written(_beginning(self.spans, count))) <= room

        count = _between_words(self.spans, max(1, _most(fits, min(length, room))))
        while count > 1 and not fits(count):
            count -= 1
        piece = self.lead + written(_beginning(self.spans, count))
        return piece, replace(self, spans=_ending(self.spans, count))

    @property
    def plain(self) -> str:
        """Give the text without any style."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Code:
    """Text whose line breaks count; it is cut between lines, and each piece is fenced."""

    text: str

    def cut(self, room: int) -> tuple[str, Code | None]:
        """Write as many lines as there is room for, at least one character, and give what is left."""
        whole = fenced(self.text)
        if units(whole) <= room:
            return whole, None
        count = max(1, _most(lambda count: units(fenced(self.text[:count])) <= room, min(len(self.text), room)))
        line_end = self.text.rfind("\n", 0, count)
        count = line_end + 1 if line_end > 0 else count
        return fenced(self.text[:count].removesuffix("\n")), Code(self.text[count:])

    @property
    def plain(self) -> str:
        """Give the text as it is."""
        return self.text


@dataclass(frozen=True, slots=True)
class Thing:
    """What is not cut: a row of buttons, a picture, a file."""

    item: ui.Item[ui.LayoutView]
    components: int
    """How many Discord counts, with those inside."""
    units: int = 0
    file: discord.File | None = None
    plain: str = ""
    """What it says, where it stands in a text file."""
    is_row: bool = False
    """Whether it is a row of buttons, or a list to pick from."""


Part = Text | Code | Thing


@dataclass(slots=True)
class Page:
    """What goes into one message."""

    parts: list[str | Thing] = field(default_factory=list)
    components: int = 1
    """The box around all of it is one."""
    units: int = 0
    files: list[discord.File] = field(default_factory=list)

    def has_room_for(self, thing: Thing) -> bool:
        """Tell whether something that is not cut still fits."""
        return (
            self.components + thing.components <= MOST_COMPONENTS
            and self.units + thing.units <= MOST_UNITS
            and len(self.files) + (thing.file is not None) <= MOST_FILES
        )

    def add(self, thing: Thing) -> None:
        """Put something in."""
        self.parts.append(thing)
        self.components += thing.components
        self.units += thing.units
        self.files += [thing.file] if thing.file else []

    def room(self) -> int:
        """Tell how much more text fits, in units."""
        return MOST_UNITS - self.units - 1 if self.components < MOST_COMPONENTS else 0

    def write(self, text: str) -> None:
        """Put text in; what follows text is one component with it."""
        if self.parts and isinstance(last := self.parts[-1], str):
            self.parts[-1] = f"{last}\n{text}"
            self.units += 1 + units(text)
        else:
            self.parts.append(text)
            self.components += 1
            self.units += units(text)


def pages_of(parts: Iterable[Part], file_of: Callable[[str], Thing]) -> list[Page]:
    """Lay parts out, the first first; at least one page, and what is too much for the last one goes into a file.

    The buttons at the end stand on the first page: pressed, they change that message, with which the answer begins.
    """
    left = list(parts)
    last: list[Thing] = []
    while left and isinstance(thing := left[-1], Thing) and thing.is_row and len(last) < MOST_ROWS:
        last.insert(0, thing)
        left.pop()
    pages = [Page(components=1 + sum(thing.components for thing in last))]
    while left:
        rest = _put(left[0], pages[-1])
        if rest is None:
            left.pop(0)
            continue
        left[0] = rest
        if len(pages) == MOST_PAGES - 1 and _is_too_much(left):
            left = [file_of("\n\n".join(part.plain for part in left if part.plain))]
        pages.append(Page())
    pages[0].parts += last
    return pages


def _put(part: Part, page: Page) -> Part | None:
    """Put as much of a part into a page as fits, and give what is left."""
    if isinstance(part, Thing):
        if page.has_room_for(part):
            page.add(part)
            return None
        return part
    room = page.room()
    if room < SHORTEST:
        return part
    piece, rest = part.cut(room)
    if rest is not None and page.parts and units(piece) < SHORTEST:
        return part
    if piece.strip():  # Discord refuses a text in which nothing is to be seen
        page.write(piece)
    return rest


def _is_too_much(parts: list[Part]) -> bool:
    page = Page()
    return any(_put(part, page) is not None for part in parts)


def _beginning(spans: Spans, count: int) -> Spans:
    kept = []
    for span in spans:
        kept.append(replace(span, text=span.text[:count]))
        count -= len(span.text)
        if count <= 0:
            break
    return tuple(kept)


def _ending(spans: Spans, count: int) -> Spans:
    kept = []
    for span in spans:
        if count < len(span.text):
            kept.append(replace(span, text=span.text[max(0, count) :]))
        count -= len(span.text)
    return tuple(kept)


def _between_words(spans: Spans, count: int) -> int:
    """Step back to behind the last space, if that does not cost more than half."""
    text = "".join(span.text for span in spans)[:count]
    space = max(text.rfind(" "), text.rfind("\n"))
    return space + 1 if space > count // 2 else count


def _most(fits: Callable[[int], bool], highest: int) -> int:
    """Find by halving how many fit."""
    low, high = 0, highest
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
