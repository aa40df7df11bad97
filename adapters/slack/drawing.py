"""What does a document look like on Slack? Blocks of a reply → Block Kit; the only place that chooses which of them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, assert_never

from adapters.slack import limits
from adapters.slack.spans import cut_apart, elements_of, is_web_address, mrkdwn_of, words_of
from adapters.slack.texts import harmless, one_line, pieces, shortened
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
from bot.tokens import token_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from adapters.slack.spans import Element
    from bot.replies import Block, Choice, Option, Spans

PRESSED = "do"
"""How the action_id of every button begins; its value is the token of the command."""
MOST_BESIDE = 12
"""Options with a button beside each; more are listed first, and their buttons stand together below."""
NAMELESS = "…"

_EMPHASES = {Emphasis.PLAIN: {}, Emphasis.PRIMARY: {"style": "primary"}, Emphasis.DANGER: {"style": "danger"}}


def blocks_of(document: Sequence[Block], most: int = limits.BLOCKS_OF_MESSAGE) -> list[Element]:
    """Draw a document from top to bottom, within the limits; empty for one without a visible character."""
    numbers = count()
    blocks = [drawn for block in document for drawn in _drawn(block, numbers)]
    return blocks if len(blocks) <= most else _fitted(blocks, most)


def _drawn(block: Block, numbers: Iterator[int]) -> Iterator[Element]:
    match block:
        case Heading(spans):
            yield from _heading(spans)
        case Prose(spans):
            yield from _rich(elements_of(spans))
        case Listing(items, is_numbered):
            yield from _listing(items, is_numbered=is_numbered)
        case Preformatted(text):
            yield from _preformatted(text)
        case Note(spans):
            yield from _note(spans)
        case Picture(address, alternative_text):
            yield _picture(address, alternative_text)
        case Attachment(name, _):
            yield from _rich(elements_of((Span("📎 "), Span(one_line(name), Style.CODE))))
        case Options(options):
            yield from _options(options, numbers)
        case Choices(choices):
            yield from _actions(choices, numbers)
        case _:
            assert_never(block)


def _heading(spans: Spans) -> Iterator[Element]:
    title = one_line(words_of(spans))
    if not title:
        return
    if len(title) <= limits.HEADER and not any(span.account or span.address for span in spans):
        yield {"type": "header", "text": _plain(title)}
    else:  # a header holds plain text only, and not much of it
        yield from _rich(elements_of(spans, is_bold=True))


def _rich(elements: Iterable[Element]) -> Iterator[Element]:
    for share in cut_apart(elements, limits.RICH_TEXT):
        if any(element.get("text", "x").strip() for element in share):
            yield {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": share}]}


def _listing(items: Sequence[Spans], *, is_numbered: bool) -> Iterator[Element]:
    """Draw a list, in several blocks when it is long; a numbered one goes on counting."""
    style = "ordered" if is_numbered else "bullet"
    entries: list[Element] = []
    room, first = limits.RICH_TEXT, 0
    for number, item in enumerate(items):
        shares = list(cut_apart(elements_of(item), limits.RICH_TEXT)) or [[{"type": "text", "text": " "}]]
        length = sum(len(words_of((span,))) for span in item)
        if entries and length > room:
            yield _list_block(entries, style, first)
            entries, room, first = [], limits.RICH_TEXT, number
        entries += ({"type": "rich_text_section", "elements": share} for share in shares)
        room -= length
    if entries:
        yield _list_block(entries, style, first)


def _list_block(entries: list[Element], style: str, first: int) -> Element:
    offset = {"offset": first} if first and style == "ordered" else {}
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_list", "style": style, "elements": entries, **offset}],
    }


def _preformatted(text: str) -> Iterator[Element]:
    for piece in pieces(harmless(text), limits.RICH_TEXT):
        code = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": piece}]}
        yield {"type": "rich_text", "elements": [code]}


def _note(spans: Spans) -> Iterator[Element]:
    drawn = mrkdwn_of(spans)
    if not drawn["text"].strip():
        return
    if len(drawn["text"]) <= limits.CONTEXT:
        yield {"type": "context", "elements": [drawn]}
    else:
        yield from _rich(elements_of(spans))


def _picture(address: str, alternative_text: str) -> Element:
    """Show an image; an address that is none is said as its text."""
    seen = one_line(alternative_text) or one_line(address) or NAMELESS
    if is_web_address(address):
        return {"type": "image", "image_url": address, "alt_text": shortened(seen, limits.ALTERNATIVE_TEXT)}
    return {"type": "context", "elements": [{"type": "plain_text", "text": shortened(seen, limits.CONTEXT)}]}


def _options(options: Sequence[Option], numbers: Iterator[int]) -> Iterator[Element]:
    if len(options) <= MOST_BESIDE:
        for option in options:
            yield _beside(option, numbers)
        return
    lines = tuple((Span(option.choice.label, Style.STRONG), *_dash(option.line)) for option in options)
    yield from _listing(lines, is_numbered=True)
    yield from _actions([option.choice for option in options], numbers)


def _beside(option: Option, numbers: Iterator[int]) -> Element:
    """Put the line that tells an option from the others beside its button."""
    line = one_line(words_of(option.line)) or one_line(option.choice.label) or NAMELESS
    section: Element = {"type": "section", "text": _plain(shortened(line, limits.SECTION))}
    button = _button(option.choice, numbers)
    return section | ({"accessory": button} if button else {})


def _dash(line: Spans) -> Spans:
    return (Span(" — "), *line) if line else ()


def _actions(choices: Iterable[Choice], numbers: Iterator[int]) -> Iterator[Element]:
    buttons = [button for choice in choices if (button := _button(choice, numbers))]
    for start in range(0, len(buttons), limits.ACTIONS):
        yield {"type": "actions", "elements": buttons[start : start + limits.ACTIONS]}


def _button(choice: Choice, numbers: Iterator[int]) -> Element | None:
    """Draw a button; none for a command that no button can carry."""
    token = token_of(choice.command)
    if token is None:
        return None
    label = shortened(one_line(choice.label) or NAMELESS, limits.BUTTON)
    button: Element = {"type": "button", "action_id": f"{PRESSED}:{next(numbers)}", "text": _plain(label)}
    return button | {"value": token} | _EMPHASES[choice.emphasis]


def _plain(text: str) -> Element:
    return {"type": "plain_text", "text": text, "emoji": False}


def _fitted(blocks: list[Element], most: int) -> list[Element]:
    """Lay texts that follow one another into one block; when that is not enough, the end is left out and that shows."""
    joined: list[Element] = []
    for block in blocks:
        if joined and block["type"] == joined[-1]["type"] == "rich_text":
            gap = {"type": "rich_text_section", "elements": [{"type": "text", "text": "\n"}]}
            joined[-1] = {"type": "rich_text", "elements": [*joined[-1]["elements"], gap, *block["elements"]]}
        else:
            joined.append(block)
    left_out = {"type": "context", "elements": [{"type": "plain_text", "text": "…"}]}
    return joined if len(joined) <= most else [*joined[: most - 1], left_out]
