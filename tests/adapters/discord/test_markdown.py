"""Whatever was typed is only read: nothing of it becomes markup, a mention, or a link that leads elsewhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.discord.markdown import escaped, fenced, link_to, plain_line, units, written
from bot.harmless import harmless
from bot.replies import Span, Style
from tests.adapters.discord.checking import length
from tests.adapters.discord.reading import LINE_MARKS, MARKS, read_text

MARKUP = st.text(st.sampled_from("\\*_~`|[]()<>#-+.:/@ \n1aevryonh가\u200b"), max_size=60)
ANY_TEXT = MARKUP | st.text(max_size=60)


def is_only_text(markdown: str) -> bool:
    """Tell whether the client finds nothing but text: every mark is escaped, also those at the beginning of a line."""
    without_escapes = re.sub(r"\\[^A-Za-z0-9\s]", "", markdown)
    is_marked = any(mark in without_escapes for mark in (*MARKS, "\\")) or LINE_MARKS.search(
        re.sub(r"\\(?=[^A-Za-z0-9\s])", "\0", markdown)
    )
    return not is_marked and not re.search(r"(?<!\\)(?:://|@everyone|@here)", markdown, re.IGNORECASE)


@given(ANY_TEXT)
@example("# a\n- b\n1. c\n> d\n-# e\n+ f\n 12) g")
@example("[click](https://evil.example) <@1> <#1> <@&1> @everyone @Here </x:1> <t:1> <:a:1> ||no||")
@example("**__~~`code```block```~~__**\\")
def test_escaped_text_is_read_as_it_was_typed(text: str) -> None:
    """All of it, and nothing as markup."""
    text = harmless(text)
    assert is_only_text(escaped(text))
    assert read_text(escaped(text)) == text.translate({0x200B: None, 0x2060: None})


@given(MARKUP)
def test_what_does_not_begin_a_line_is_escaped_as_well(text: str) -> None:
    """Behind other text the first character begins no line; all others are as dangerous as before."""
    assert is_only_text("x" + escaped(text, is_first=False))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((Span("a "), Span("b", Style.STRONG), Span(" c")), "a **b** c"),
        ((Span(" b ", Style.STRONG),), " **b** "),
        ((Span("b", Style.STRONG), Span("c", Style.EMPHASIS)), "**b**\N{WORD JOINER}*c*"),
        ((Span("b", Style.STRONG), Span("c", Style.STRONG)), "**bc**"),
        ((Span("a_b", Style.CODE),), "`a_b`"),
        ((Span("a`b*", Style.CODE),), "a\\`b\\*"),
        ((Span("old", Style.REMOVED), Span(" "), Span("new", Style.ADDED)), "~~old~~ **new**"),
        ((Span("site", address="https://example.com/a(b) c"),), "[site](<https://example.com/a%28b%29%20c>)"),
        ((Span("[x]", address="https://example.com"),), "[\\[x\\]](<https://example.com>)"),
        ((Span("bank.example", address="https://evil.example"),), "bank.example (<https://evil.example>)"),
        ((Span("site", address="javascript:alert(1)"),), "site"),
        ((Span("7", account="discord:42:7"),), "<@7>"),
        ((Span("8", account="8"),), "<@&8>"),
        ((Span("U1", account="slack:T1:U1"),), "U1"),
        ((Span("7", account="discord:42:7> @everyone <"),), "7"),
        ((Span("", Style.STRONG), Span("   ", Style.STRONG)), "   "),
        ((Span("a\n", Style.PLAIN), Span("# b")), "a\n\\# b"),
    ],
)
def test_spans_are_written_with_their_styles(spans: tuple[Span, ...], expected: str) -> None:
    """Markers hug the words; neighbours do not run into each other; links lead where they say."""
    assert written(spans) == expected


def test_right_to_left_text_does_not_pull_at_what_stands_beside_it() -> None:
    """It is isolated, and an override is shown instead of obeyed."""
    assert written((Span("قاموس"), Span(" (x)", Style.STRONG))) == "\u2068قاموس\u2069 **(x)**"
    assert "\u202e" not in written((Span("\u202egnp.exe"),))


@given(st.text(max_size=200))
@example("```\nx\n```")
@example("`" * 30)
def test_code_cannot_close_its_own_block(text: str) -> None:
    """Three backticks in a row are only those around it."""
    assert fenced(text).count("```") == 2


@given(st.text(max_size=300), st.integers(2, 100))
def test_a_label_fits_and_is_never_blank(text: str, longest: int) -> None:
    """As many units as Discord takes, on one line, with something to see."""
    line = plain_line(text, longest)
    assert 1 <= length(line) <= longest
    assert line.strip()
    assert "\n" not in line
    assert units(line) == length(line)


@given(st.text(max_size=300))
def test_an_address_stays_between_its_brackets(text: str) -> None:
    """What would close the link early is written as percents; what is no address of the web is none."""
    link = link_to(f"https://x{text}")
    assert not re.search(r"[\s<>()]", link)
    assert link_to(text) == "" or text.lower().startswith("http")
