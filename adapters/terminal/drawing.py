"""What does a reply look like in a terminal? Reply → text; the only place that knows bold, columns and cell widths."""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO
from itertools import count
from typing import TYPE_CHECKING, assert_never

from rich.console import Console
from rich.style import Style as Pencil
from rich.text import Text

from bot.directions import isolated
from bot.harmless import harmless, one_line
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
    Style,
)

if TYPE_CHECKING:
    from bot.replies import Block, Choice, Option, Reply, Spans

BULLET = "• "
BETWEEN_CHOICES = "   "
CODE_INDENT = "    "
NARROWEST = 20
"""Columns; below this a hanging indent would leave no room for a word."""
WIDEST = 100
"""Columns; eyes lose the next line after a longer one."""
NUMBER_STYLE = "cyan"
_STYLES = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.EMPHASIS: "italic",
    Style.CODE: "cyan",
    Style.REMOVED: "red strike",
    Style.ADDED: "green",
}
_MARKS = {Style.REMOVED: ("[-", "-]"), Style.ADDED: ("{+", "+}")}
"""What stands around a change, for those who see no colours; GNU wdiff writes it so."""

_EMPHASES = {Emphasis.PLAIN: "", Emphasis.PRIMARY: "bold", Emphasis.DANGER: "red"}


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on. Without a width, a paragraph is one line however long, as a pipe wants it."""

    width: int | None = None
    """Columns, of which one Korean syllable takes two."""
    has_styles: bool = False
    """Whether bold, dim, colours and links may be used."""
    can_pick: bool = True
    """Whether a choice can be picked by its number; otherwise what could be done next is left out."""


def drawn(reply: Reply, canvas: Canvas, first: int = 1) -> str:
    """Draw a reply from top to bottom, an empty line between the blocks; ends with a line break.

    Its choices are numbered from `first` on.
    """
    pen = _Pen(canvas, first)
    blocks = (block for block in reply.blocks if canvas.can_pick or not isinstance(block, Choices))
    return "\n".join(pen.printed(pen.lines_of(block)) for block in blocks)


def drawn_line(spans: Spans, canvas: Canvas, style: str = "") -> str:
    """Draw one paragraph that belongs to no reply, such as a greeting; ends with a line break."""
    pen = _Pen(canvas)
    return pen.printed(pen.wrapped(_text_of(spans, style)))


def picks(reply: Reply) -> tuple[Choice, ...]:
    """Tell what can be picked, in the order of the numbers drawn."""
    return tuple(choice for block in reply.blocks for choice in _choices_of(block))


def _choices_of(block: Block) -> tuple[Choice, ...]:
    match block:
        case Options(options):
            return tuple(option.choice for option in options)
        case Choices(choices):
            return choices
        case _:
            return ()


class _Pen:
    """Draws one document: it counts the choices while it goes down the page."""

    def __init__(self, canvas: Canvas, first: int = 1) -> None:
        self._canvas = canvas
        self._columns = None if canvas.width is None else min(max(canvas.width, NARROWEST), WIDEST)
        self._numbers = count(first)
        self._paper = StringIO()
        self._console = Console(  # rich's own ideas (markup, emoji codes, guesses about the terminal) are switched off
            file=self._paper,
            width=self._columns,
            color_system="standard",
            force_terminal=True,
            no_color=False,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def lines_of(self, block: Block) -> list[Text]:
        """Draw a block as lines that fit."""
        match block:
            case Heading(spans):
                return self.wrapped(_text_of(spans, "bold", is_title=True))
            case Prose(spans):
                return self.wrapped(_text_of(spans))
            case Note(spans):
                return self.wrapped(_text_of(spans, "dim"))
            case Listing(items, is_numbered):
                leads = [f"{number}. " if is_numbered else BULLET for number in range(1, len(items) + 1)]
                pairs = zip(leads, items, strict=True)
                return [line for lead, item in pairs for line in self.wrapped(_text_of(item), Text(lead))]
            case Preformatted(text):
                lines = harmless(text.expandtabs()).rstrip().split("\n")
                return [Text((CODE_INDENT + isolated(line)).rstrip(), "cyan") for line in lines]
            case Picture(address, alternative_text):
                return self.wrapped(_linked(harmless(alternative_text), address, "italic"))
            case Attachment(name, text):
                shown = Preformatted(text.removeprefix("\ufeff"))
                return [*self.wrapped(Text(isolated(one_line(name)), "bold")), *self.lines_of(shown)]
            case Options(options):
                return [line for option in options for line in self._option(option)]
            case Choices(choices):
                return self._side_by_side([self._number() + _label(choice) for choice in choices])
            case _:
                assert_never(block)

    def wrapped(self, text: Text, lead: Text | None = None) -> list[Text]:
        """Break text into lines; the first begins with the lead, the others with as much space."""
        lead = lead or Text()
        lines = list(text.split("\n", allow_blank=True))
        if self._columns is not None:
            room = self._columns - lead.cell_len
            lines = [part for line in lines for part in line.wrap(self._console, room, tab_size=1)]
        for line in lines:
            line.rstrip()
        return [(Text(" " * lead.cell_len) if index else lead) + line for index, line in enumerate(lines)]

    def printed(self, lines: list[Text]) -> str:
        """Write lines down, each with its line break."""
        if not self._canvas.has_styles:
            return "".join(f"{line.plain}\n" for line in lines)
        self._paper.seek(0)
        self._paper.truncate()
        for line in lines:
            self._console.print(line, soft_wrap=True)
        return self._paper.getvalue()

    def _number(self) -> Text:
        return Text.assemble((f"[{next(self._numbers)}] ", NUMBER_STYLE))

    def _option(self, option: Option) -> list[Text]:
        lead = self._number() if self._canvas.can_pick else Text(BULLET)
        label = (isolated(one_line(option.choice.label)), "bold")
        beside = (" — ", _text_of(option.line, is_title=True)) if option.line else ()
        return self.wrapped(Text.assemble(label, *beside), lead)

    def _side_by_side(self, labels: list[Text]) -> list[Text]:
        """Put labels into as few lines as they need; a label is broken only when it alone is too long."""
        lines: list[Text] = []
        for label in labels:
            longer = Text.assemble(lines[-1], BETWEEN_CHOICES, label) if lines else label
            if lines and (self._columns is None or longer.cell_len <= self._columns):
                lines[-1] = longer
            else:
                lines.append(label)
        return [part for line in lines for part in self.wrapped(line)]


def _label(choice: Choice) -> Text:
    return Text(isolated(one_line(choice.label)), _EMPHASES[choice.emphasis])


def _text_of(spans: Spans, style: str = "", *, is_title: bool = False) -> Text:
    text = Text(style=style)
    for span in spans:
        safe = one_line(span.text) if is_title else harmless(span.text)
        if span.address:
            text.append_text(_linked(safe, span.address, _STYLES[span.style]))
        else:
            before, after = _MARKS.get(span.style, ("", ""))
            text.append(f"{before}{isolated(safe)}{after}", _STYLES[span.style])
    return text


def _linked(title: str, address: str, style: str) -> Text:
    """Show where a link leads beside its title, so that following it is never a surprise."""
    safe = one_line(address)
    is_web = safe.isascii() and " " not in safe and safe.startswith(("https://", "http://"))
    shown = Text.assemble((isolated(safe), Pencil(link=safe) if is_web else ""))
    return shown if title in {"", safe} else Text.assemble((isolated(title), style), " (", shown, ")")
