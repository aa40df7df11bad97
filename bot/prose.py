"""What does a definition look like when it is shown? Markdown → blocks; the only place that reads markup.

HTML is text like any other, pictures become links, and what a reply has no block for is said plainly.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, assert_never

from bot.replies import Heading, Listing, Preformatted, Prose, Span, Spans, Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

REMEMBERED = 2048
"""Definitions whose blocks are kept: some megabytes; what a team asks for most is read once."""

Written = Heading | Prose | Listing | Preformatted
"""The blocks that Markdown has."""

_STYLES = {"strong_open": Style.STRONG, "em_open": Style.EMPHASIS}


@lru_cache(maxsize=REMEMBERED)
def blocks_of(markdown: str) -> tuple[Written, ...]:
    """Read a definition. Empty for text without a visible character."""
    return tuple(_blocks(_parser().parse(markdown)))


def first_line_of(markdown: str, longest: int = 120) -> Spans:
    """Give the beginning of a definition on one line, at most this many code points, cut between words."""
    words = " ".join(_words_of(blocks_of(markdown))).split()
    line = " ".join(words)
    if len(line) <= longest:
        return (Span(line),) if line else ()
    cut = line[: longest - 1]
    return (Span((cut.rpartition(" ")[0] or cut) + "…"),)


@cache
def _parser() -> MarkdownIt:
    # Here and not above: a lookup that finds nothing needs no parser.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline"])


def _blocks(tokens: Sequence[Token]) -> Iterator[Written]:
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = _end_of(tokens, position)
        match token.type:
            case "inline":
                if spans := _spans(token.children or []):
                    yield Prose(spans)
            case "heading_open":
                yield Heading(_spans(tokens[position + 1].children or []))
            case "bullet_list_open" | "ordered_list_open":
                items = tuple(_items(tokens[position + 1 : end]))
                yield Listing(items, is_numbered=token.type == "ordered_list_open")
            case "fence" | "code_block":
                yield Preformatted(token.content.rstrip("\n"))
            case _:  # a paragraph or a quotation: what counts stands inside
                yield from _blocks(tokens[position + 1 : end])
        position = end + 1


def _end_of(tokens: Sequence[Token], start: int) -> int:
    """Find the token that closes the one at the start: itself, unless it opens something."""
    depths = accumulate(token.nesting for token in tokens[start:])
    return next(start + distance for distance, depth in enumerate(depths) if depth == 0)


def _items(tokens: Sequence[Token]) -> Iterator[Spans]:
    """Go through the items of a list; a list within a list follows its item, so that nothing is lost."""
    position = 0
    while position < len(tokens):
        end = _end_of(tokens, position)
        for block in _blocks(tokens[position + 1 : end]):
            yield from _lines_of(block)
        position = end + 1


def _lines_of(block: Written) -> Iterator[Spans]:
    match block:
        case Listing(items):
            yield from items
        case Preformatted(text):
            yield (Span(text, Style.CODE),)
        case Heading(spans) | Prose(spans):
            yield spans
        case _:
            assert_never(block)


def _words_of(blocks: Sequence[Written]) -> Iterator[str]:
    for block in blocks:
        for spans in _lines_of(block):
            yield "".join(span.text for span in spans)


def _spans(tokens: Sequence[Token]) -> Spans:
    spans: list[Span] = []
    styles, address = [Style.PLAIN], ""
    for token in tokens:
        style = styles[-1]
        match token.type:
            case "strong_open" | "em_open":
                styles.append(_STYLES[token.type])
            case "strong_close" | "em_close":
                styles.pop()
            case "link_open":
                address = _address(token.attrGet("href"))
            case "link_close":
                address = ""
            case "code_inline":
                spans.append(Span(token.content, Style.CODE, address))
            case "softbreak" | "hardbreak":
                spans.append(Span(" " if token.type == "softbreak" else "\n", style, address))
            case "image":
                source = _address(token.attrGet("src"))
                spans.append(Span(token.content or source, style, source))
            case _:
                spans.append(Span(token.content, style, address))
    return _joined(spans)


def _address(found: object) -> str:
    """Let only web addresses through: a link to a script or a file is shown as its text."""
    return found if isinstance(found, str) and found.lower().startswith(("http://", "https://")) else ""


def _joined(spans: Sequence[Span]) -> Spans:
    joined: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if joined and (joined[-1].style, joined[-1].address) == (span.style, span.address):
            joined[-1] = Span(joined[-1].text + span.text, span.style, span.address)
        else:
            joined.append(span)
    return tuple(joined)
