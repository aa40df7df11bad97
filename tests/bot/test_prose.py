"""Definitions as blocks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.prose import blocks_of, first_line_of
from bot.replies import Heading, Listing, Preformatted, Prose, Span, Style
from bot.wording import plain


def test_a_definition_becomes_blocks_of_styled_spans() -> None:
    """Paragraphs, headings, lists, quotations and code, with the styles inside them."""
    markdown = """\
One *two* **three *four*** `five`
six\\
seven [eight](https://example.com) ![nine](http://example.com/p.png)

## Ten

> eleven

* twelve
  1. thirteen

         code

---

```
a  b
```
"""
    assert blocks_of(markdown) == (
        Prose(
            (
                Span("One "),
                Span("two", Style.EMPHASIS),
                Span(" "),
                Span("three ", Style.STRONG),
                Span("four", Style.EMPHASIS),
                Span(" "),
                Span("five", Style.CODE),
                Span(" six\nseven "),
                Span("eight", address="https://example.com"),
                Span(" "),
                Span("nine", address="http://example.com/p.png"),
            )
        ),
        Heading((Span("Ten"),)),
        Prose((Span("eleven"),)),
        Listing(((Span("twelve"),), (Span("thirteen"),), (Span("code", Style.CODE),))),
        Preformatted("a  b"),
    )


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "<!channel>", "@everyone <@1>", "&lt;b&gt;".replace("&", "&amp;"), "<b>x</b>"],
)
def test_markup_of_other_languages_is_text(hostile: str) -> None:
    """HTML and the mentions of platforms are shown as they were typed (entities are Markdown's, and are resolved)."""
    assert "".join(map(_text, blocks_of(hostile))) == hostile.replace("&amp;", "&")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/relative", ""])
def test_only_web_addresses_become_links(address: str) -> None:
    """A link to anything else leads nowhere."""
    assert [span.address for block in blocks_of(f"[x](<{address}>)") for span in _spans(block)] in ([""], [])


@given(st.text(max_size=200))
def test_any_text_can_be_shown(text: str) -> None:
    """Whatever is in a definition, blocks come out, and its first line is one line of at most the given length."""
    assert all(span.text for block in blocks_of(text) for span in _spans(block))
    line = plain(first_line_of(text, longest=20))
    assert len(line) <= 20
    assert "\n" not in line


def test_a_picture_without_a_text_shows_its_address() -> None:
    """A definition is read without its pictures; nothing vanishes."""
    address = "https://example.com/p.png"
    assert blocks_of(f"![]({address})") == (Prose((Span(address, address=address),)),)
    assert blocks_of("![]()") == ()


def test_the_first_line_is_cut_between_words() -> None:
    """A line that is too long ends with a whole word; a single long word is cut inside."""
    assert plain(first_line_of("one *two* three", longest=10)) == "one two…"
    assert plain(first_line_of("x" * 30, longest=10)) == "x" * 9 + "…"
    assert plain(first_line_of("one\n\n* two")) == "one two"
    assert first_line_of("") == ()


def _spans(block: object) -> tuple[Span, ...]:
    return block.spans if isinstance(block, Heading | Prose) else ()


def _text(block: object) -> str:
    return plain(_spans(block))
