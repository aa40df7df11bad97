"""A reply goes in, what a terminal shows comes out: whole, to the letter."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from adapters.terminal.drawing import Canvas, drawn, drawn_line, picks
from bot.commands import Browse, Define, Help
from bot.replies import (
    Choice,
    Choices,
    Emphasis,
    Heading,
    Listing,
    Note,
    Option,
    Options,
    Picture,
    Preformatted,
    Prose,
    Reply,
    Span,
    Style,
)

if TYPE_CHECKING:
    from bot.replies import Block

PIPE = Canvas()
NARROW = Canvas(width=24)
STYLED = Canvas(width=60, has_styles=True)
DEVOPS = Choice("DevOps", Define(None, "devops"))
BROWSE = Choice("모두 보기", Browse(), Emphasis.PRIMARY)
WIPE = Choice("Wipe", Help(), Emphasis.DANGER)
SAP = Option(Choice("SAP", Help()), (Span("the company"),))
ACCESS_POINT = Option(Choice("SAP", Browse()), ())
SENTENCE = "말모이는 사람들이 입력하는 대로 낱말을 알아듣는 용어집이다."


def only(block: Block) -> Reply:
    """Make a reply of one block."""
    return Reply((block,))


def prose(*spans: Span) -> Reply:
    """Make a reply of one paragraph."""
    return only(Prose(spans))


def test_a_whole_reply_is_drawn_from_top_to_bottom() -> None:
    """Every kind of block, an empty line between them, and the choices counted through."""
    reply = Reply(
        (
            Heading((Span("MLOps"), Span(" · 엠엘옵스"))),
            Prose((Span("Models "), Span("in production", Style.STRONG), Span("."))),
            Listing(((Span("build"),), (Span("run"),))),
            Listing(((Span("first"),), (Span("second"),)), is_numbered=True),
            Preformatted("if a:\n\tb\n"),
            Picture("https://example.org/loop.png", "A loop"),
            Options((SAP, ACCESS_POINT)),
            Choices((DEVOPS, BROWSE)),
            Note((Span("Found by another spelling."),)),
        )
    )
    assert drawn(reply, PIPE) == (
        "MLOps · 엠엘옵스\n\n"
        "Models in production.\n\n"
        "• build\n• run\n\n"
        "1. first\n2. second\n\n"
        "    if a:\n            b\n\n"
        "A loop (https://example.org/loop.png)\n\n"
        "[1] SAP — the company\n[2] SAP\n\n"
        "[3] DevOps   [4] 모두 보기\n\n"
        "Found by another spelling.\n"
    )
    assert picks(reply) == (SAP.choice, ACCESS_POINT.choice, DEVOPS, BROWSE)


def test_where_nothing_can_be_picked_choices_have_no_numbers() -> None:
    """One answer on the command line says what is near; it promises no number and no button that nobody reads."""
    reply = Reply((Options((SAP,)), Choices((DEVOPS, BROWSE)), Note((Span("end"),))))
    assert drawn(reply, Canvas(can_pick=False)) == "• SAP — the company\n\nend\n"


def test_a_pipe_gets_a_paragraph_on_one_line() -> None:
    """What reads from a pipe breaks lines itself, or searches in them."""
    assert drawn(prose(Span(SENTENCE * 5)), PIPE) == SENTENCE * 5 + "\n"


def test_korean_is_wrapped_by_the_columns_it_takes() -> None:
    """A syllable takes two columns; lines are filled as far as they go and no farther."""
    assert drawn(prose(Span(SENTENCE)), NARROW) == "말모이는 사람들이\n입력하는 대로 낱말을\n알아듣는 용어집이다.\n"


def test_an_item_continues_below_its_own_beginning() -> None:
    """The second line of an item starts where its text starts, not below its bullet."""
    reply = only(Listing(((Span("a rather long item that wraps"),), (Span("b"),)), is_numbered=True))
    assert drawn(reply, NARROW) == "1. a rather long item\n   that wraps\n2. b\n"


def test_choices_go_to_the_next_line_and_are_not_broken() -> None:
    """Side by side while there is room for the whole label."""
    reply = only(Choices((DEVOPS, BROWSE, DEVOPS)))
    assert drawn(reply, NARROW) == "[1] DevOps\n[2] 모두 보기\n[3] DevOps\n"
    assert drawn(reply, Canvas(width=40)) == "[1] DevOps   [2] 모두 보기   [3] DevOps\n"


def test_a_line_break_in_prose_is_kept() -> None:
    """An author's line break is one in the terminal too."""
    assert drawn(prose(Span("one\ntwo")), NARROW) == "one\ntwo\n"


def test_a_terminal_gets_bold_italic_dim_and_colour() -> None:
    """Each style of the document has its own look, and each ends where its span ends."""
    reply = Reply(
        (
            Heading((Span("Redis"),)),
            Prose((Span("a", Style.STRONG), Span("b", Style.EMPHASIS), Span("c", Style.CODE), Span("d"))),
            Note((Span("small"),)),
            Choices((WIPE, BROWSE)),
        )
    )
    assert drawn(reply, STYLED) == (
        "\x1b[1mRedis\x1b[0m\n\n"
        "\x1b[1ma\x1b[0m\x1b[3mb\x1b[0m\x1b[36mc\x1b[0md\n\n"
        "\x1b[2msmall\x1b[0m\n\n"
        "\x1b[36m[1] \x1b[0m\x1b[31mWipe\x1b[0m   \x1b[36m[2] \x1b[0m\x1b[1m모두 보기\x1b[0m\n"
    )


def test_a_link_shows_where_it_leads() -> None:
    """Title and address both; an address that is its own title stands once."""
    address = "https://example.org/Redis?a=1"
    assert drawn(prose(Span("more", address=address)), PIPE) == f"more ({address})\n"
    assert drawn(prose(Span(address, address=address)), PIPE) == f"{address}\n"
    styled = re.sub(r"id=[^;]*", "id=0", drawn(prose(Span("more", address=address)), STYLED))
    assert styled == f"more (\x1b]8;id=0;{address}\x1b\\{address}\x1b]8;;\x1b\\)\n"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://a\x1b\\b", "https://a b", "https://аpple.example"])
def test_what_is_no_plain_web_address_is_shown_and_cannot_be_followed(address: str) -> None:
    """Only http and https in ASCII become links that a terminal opens."""
    assert "\x1b]8" not in drawn(prose(Span("x", address=address)), STYLED)


def test_markup_of_other_systems_is_only_text() -> None:
    """Neither rich's own markup nor its emoji codes mean anything in what people typed."""
    hostile = "[red]x[/red] :smile: <b> `a` *b* [/] 1234 'q'"
    assert drawn(prose(Span(hostile)), Canvas(width=80, has_styles=True)) == f"{hostile}\n"


def test_a_label_cannot_pretend_to_be_two() -> None:
    """A line break inside a label is a space, so no false number stands at the beginning of a line."""
    assert drawn(only(Choices((Choice("a\n[2] b", Help()),))), PIPE) == "[1] a [2] b\n"


def test_right_to_left_spans_are_isolated() -> None:
    """The Hebrew word does not pull the number that follows it to its other side."""
    assert drawn(prose(Span("מלה"), Span(" 1")), PIPE) == "\u2068מלה\u2069 1\n"


def test_a_single_line_can_be_drawn_in_a_style() -> None:
    """A greeting belongs to no reply, and is drawn with the same pen."""
    assert drawn_line((Span("hello"),), STYLED, "dim") == "\x1b[2mhello\x1b[0m\n"


SPANS = st.lists(st.builds(Span, st.text(st.characters(codec=None)), st.sampled_from(Style), st.text())).map(tuple)
CHOICE = st.builds(Choice, st.text(), st.just(Help()), st.sampled_from(Emphasis))
BLOCKS = st.one_of(
    st.builds(Heading, SPANS),
    st.builds(Prose, SPANS),
    st.builds(Note, SPANS),
    st.builds(Listing, st.lists(SPANS).map(tuple), st.booleans()),
    st.builds(Preformatted, st.text(st.characters(codec=None))),
    st.builds(Picture, st.text(), st.text()),
    st.builds(Options, st.lists(st.builds(Option, CHOICE, SPANS)).map(tuple)),
    st.builds(Choices, st.lists(CHOICE).map(tuple)),
)
REPLIES = st.builds(Reply, st.lists(BLOCKS, min_size=1).map(tuple))
OWN_SEQUENCES = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^;\x1b]*;[!-~]*\x1b\\")


@given(REPLIES, st.integers(min_value=0, max_value=200))
def test_only_our_own_escape_sequences_reach_the_terminal(reply: Reply, width: int) -> None:
    """Whatever people typed, what is left without the styles and links that we wrote has no control character."""
    left = OWN_SEQUENCES.sub("", drawn(reply, Canvas(width=width, has_styles=True)))
    assert not [character for character in left if unicodedata.category(character) == "Cc" and character != "\n"]
    left.encode()


@given(REPLIES, st.integers(min_value=20, max_value=100))
def test_no_wrapped_line_is_wider_than_the_terminal(reply: Reply, width: int) -> None:
    """Only code keeps its lines whatever their length."""
    blocks = tuple(block for block in reply.blocks if not isinstance(block, Preformatted))
    for line in drawn(Reply(blocks), Canvas(width=width)).split("\n"):
        assert cell_len(line) <= width


@given(REPLIES)
def test_styles_change_no_letter(reply: Reply) -> None:
    """Without its styles, a drawing on a terminal is the drawing on paper."""
    styled = drawn(reply, Canvas(width=60, has_styles=True))
    assert OWN_SEQUENCES.sub("", styled) == drawn(reply, Canvas(width=60))
