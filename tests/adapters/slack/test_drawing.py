"""Tests of `adapters.slack.drawing` and `adapters.slack.messages`."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from adapters.slack.drawing import blocks_of
from adapters.slack.messages import message_of, spoken
from bot.commands import Define, Help, Show
from bot.replies import (
    Attachment,
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
from glossary.concept import ConceptId
from tests.adapters.documents import REPLIES
from tests.adapters.slack.checking import faults_of_message


def section(*elements: dict[str, Any]) -> dict[str, Any]:
    """Make a block of rich text with one paragraph."""
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}


def plain(text: str) -> dict[str, Any]:
    """Make a text in which nothing is markup."""
    return {"type": "plain_text", "text": text, "emoji": False}


def button(number: int, label: str, token: str, **more: str) -> dict[str, Any]:
    """Make a button."""
    return {"type": "button", "action_id": f"do:{number}", "text": plain(label), "value": token, **more}


def test_a_whole_document_is_drawn() -> None:
    """Every kind of block has its counterpart, in order; buttons are numbered through, so that no id stands twice."""
    show = Show(ConceptId("redis"))
    document = (
        Heading((Span("Redis"), Span(" (cache)"))),
        Note((Span("You wrote "), Span("redsi", Style.STRONG), Span("."))),
        Prose((Span("Keeps "), Span("data", Style.EMPHASIS), Span(" at "), Span("a", address="https://a.example"))),
        Listing(((Span("one"),), (Span("two", Style.CODE),)), is_numbered=True),
        Preformatted("GET a\n  1"),
        Picture("https://a.example/a.png", "A tree"),
        Attachment("a.json", "{}"),
        Options((Option(Choice("Redis", show), (Span("a cache"),)),)),
        Choices((Choice("Help", Help(), Emphasis.PRIMARY), Choice("No", Help(), Emphasis.DANGER))),
    )
    link = {"type": "link", "url": "https://a.example", "text": "a"}
    entries = [
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]},
        {"type": "rich_text_section", "elements": [{"type": "text", "text": "two", "style": {"code": True}}]},
    ]
    code = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "GET a\n  1"}]}
    assert blocks_of(document) == [
        {"type": "header", "text": plain("Redis (cache)")},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "You wrote *redsi*.", "verbatim": True}]},
        section(
            {"type": "text", "text": "Keeps "},
            {"type": "text", "text": "data", "style": {"italic": True}},
            {"type": "text", "text": " at "},
            link,
        ),
        {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "ordered", "elements": entries}]},
        {"type": "rich_text", "elements": [code]},
        {"type": "image", "image_url": "https://a.example/a.png", "alt_text": "A tree"},
        section({"type": "text", "text": "📎 "}, {"type": "text", "text": "a.json", "style": {"code": True}}),
        {"type": "section", "text": plain("a cache"), "accessory": button(0, "Redis", "1:show:redis:")},
        {
            "type": "actions",
            "elements": [
                button(1, "Help", "1:help", style="primary"),
                button(2, "No", "1:help", style="danger"),
            ],
        },
    ]


@given(REPLIES)
def test_whatever_is_said_slack_takes_it(reply: Reply) -> None:
    """Within every limit, with a fallback, calling nobody, unfolding nothing, and as JSON that UTF-8 can write."""
    message = message_of(reply)
    assert faults_of_message(message) == []
    json.dumps(message, ensure_ascii=False).encode()


@pytest.mark.parametrize("hostile", ["<!channel>", "<@U123>", "<#C1|x>", "a & b", "&lt;", "*bold*", "`code`"])
def test_text_is_shown_as_it_is(hostile: str) -> None:
    """In rich text and plain text nothing is markup; elsewhere the three characters that count are escaped."""
    assert blocks_of((Prose((Span(hostile),)),)) == [section({"type": "text", "text": hostile})]
    shown = blocks_of((Note((Span(hostile),)),))[0]["elements"][0]
    escaped = hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown["text"] == (hostile if shown["type"] == "plain_text" else escaped)
    assert spoken(Reply((Prose((Span(hostile),)),))) == escaped


def test_a_long_definition_is_split_and_nothing_is_lost() -> None:
    """The pieces together are the text; a code span that is cut goes on as code."""
    text, code = "word " * 900, "x" * 3500
    blocks = blocks_of((Prose((Span(text), Span(code, Style.CODE))),))
    leaves = [leaf for block in blocks for leaf in block["elements"][0]["elements"]]
    assert all(sum(len(leaf["text"]) for leaf in block["elements"][0]["elements"]) <= 3000 for block in blocks)
    assert "".join(leaf["text"] for leaf in leaves if "style" not in leaf) == text
    assert "".join(leaf["text"] for leaf in leaves if "style" in leaf) == code


def test_a_fallback_is_never_cut_inside_an_escape() -> None:
    """What is left of the text still reads as text."""
    said = spoken(Reply((Prose((Span("&" * 4000),)),)))
    assert len(said) <= 3000
    assert said.removesuffix("…").replace("&amp;", "") == ""


def test_an_emoji_of_several_characters_is_not_cut_apart() -> None:
    """A family stays a family where the text has to be cut, also when there is no space in it."""
    family = "👩‍👩‍👧‍👦"
    blocks = blocks_of((Prose((Span("a" + family * 900),)),))
    for block in blocks[:-1]:
        assert block["elements"][0]["elements"][-1]["text"].endswith("👦")


def test_right_to_left_text_is_isolated_and_cannot_turn_the_rest() -> None:
    """A name in Hebrew keeps to itself, and an override is shown as a sign."""
    assert blocks_of((Prose((Span("שלום"),)),)) == [section({"type": "text", "text": "\u2068שלום\u2069"})]
    assert blocks_of((Prose((Span("a\u202eb"),)),)) == [section({"type": "text", "text": "a\ufffdb"})]


def test_many_options_are_all_there() -> None:
    """More than fit beside buttons of their own are listed, with all their buttons below."""
    options = tuple(Option(Choice(f"N{number}", Define(None, f"n{number}")), ()) for number in range(60))
    blocks = blocks_of((Options(options),))
    buttons = [element for block in blocks if block["type"] == "actions" for element in block["elements"]]
    assert [one["text"]["text"] for one in buttons] == [f"N{number}" for number in range(60)]


def test_a_person_is_shown_by_name_and_others_by_their_words() -> None:
    """Slack shows the name of its own users; an account of another platform stays text."""
    mine, other = Span("U1", account="slack:T1:U1"), Span("bob", account="discord:1:2")
    assert blocks_of((Prose((mine, other)),)) == [
        section({"type": "user", "user_id": "U1"}, {"type": "text", "text": "bob"})
    ]
    assert blocks_of((Note((mine, other)),))[0]["elements"][0]["text"] == "<@U1>bob"


def test_a_mark_that_touches_a_korean_particle_is_left_out() -> None:
    """Slack would show the asterisks: its bold needs a border between words."""
    spans = (Span("레디스", Style.STRONG), Span("입니다"))
    assert blocks_of((Note(spans),))[0]["elements"][0]["text"] == "레디스입니다"


def test_what_is_too_much_for_one_message_is_left_out_and_that_shows() -> None:
    """Texts that follow one another are one block first; of the rest the beginning is shown."""
    blocks = tuple(
        block for number in range(60) for block in (Prose((Span(str(number)),)), Choices((Choice("Help", Help()),)))
    )
    message = message_of(Reply(blocks))
    assert len(message["blocks"]) == 50
    assert message["blocks"][-1]["elements"][0]["text"] == "…"
    texts = message_of(Reply(tuple(Prose((Span(str(number)),)) for number in range(60))))
    assert len(texts["blocks"]) == 1
