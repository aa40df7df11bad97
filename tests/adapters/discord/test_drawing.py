"""A reply goes in, what Discord is sent comes out: in order, within every limit, with nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings

from adapters.discord.buttons import pressed
from adapters.discord.drawing import messages_of
from bot.commands import Browse, Define, Help, Show
from bot.replies import (
    Attachment,
    Block,
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
from tests.adapters.discord.checking import BUTTON, SELECT, TEXT, every, faults_of, length
from tests.adapters.discord.reading import said_in
from tests.adapters.documents import REPLIES

if TYPE_CHECKING:
    from collections.abc import Mapping

DEVOPS = Choice("DevOps", Show(ConceptId("devops")))
BROWSE = Choice("모두 보기", Browse(), Emphasis.PRIMARY)
WIPE = Choice("Wipe", Help(), Emphasis.DANGER)


def boxes_of(*blocks: Block, guild: int | None = None) -> list[Mapping[str, Any]]:
    """Draw blocks, and give the box of each message as Discord gets it."""
    messages = messages_of(Reply(blocks), guild)
    boxes: list[Mapping[str, Any]] = [message.box.to_component_dict() for message in messages]
    for box, message in zip(boxes, messages, strict=True):
        assert faults_of(box, len(message.files)) == []
    return boxes


def said(*blocks: Block) -> list[str]:
    """Draw blocks, and read all messages aloud."""
    return [text for box in boxes_of(*blocks) for text in said_in(box)]


def prose(text: str) -> Prose:
    """Make a paragraph of one span."""
    return Prose((Span(text),))


def test_a_whole_reply_is_one_box_in_its_own_order() -> None:
    """Every kind of block; text that follows text is one component."""
    (box,) = boxes_of(
        Heading((Span("MLOps"), Span(" · 엠엘옵스"))),
        Note((Span("Found by another spelling."),)),
        Prose((Span("Models "), Span("in production", Style.STRONG), Span("."))),
        Listing(((Span("build"),), (Span("run"),))),
        Listing(((Span("first"),), (Span("second"),)), is_numbered=True),
        Preformatted("if a:\n\tb\n"),
        Picture("https://example.org/loop.png", "A loop"),
        Options((Option(DEVOPS, (Span("how we work"),)), Option(Choice("SAP", Help()), ()))),
        Choices((BROWSE, WIPE)),
    )
    text, gallery, devops, sap, row = box["components"]
    assert text["content"] == (
        "### MLOps · 엠엘옵스\n-# Found by another spelling.\nModels **in production**.\n"
        "- build\n- run\n1. first\n2. second\n```\nif a:\n    b\n```"
    )
    assert gallery["items"][0]["media"]["url"] == "https://example.org/loop.png"
    assert gallery["items"][0]["description"] == "A loop"
    assert devops["components"][0]["content"] == "how we work"
    assert devops["accessory"]["label"] == "DevOps"
    assert sap["components"][0]["content"] == "**SAP**"
    assert [(button["label"], button["style"]) for button in row["components"]] == [("모두 보기", 1), ("Wipe", 4)]


@settings(deadline=None)  # some are ten messages long
@given(REPLIES)
def test_whatever_document_comes_out_discord_takes_it(reply: Reply) -> None:
    """Every limit of the platform holds, whoever wrote the text and however much of it there is."""
    messages = messages_of(reply, 42)
    assert 1 <= len(messages) <= 5
    for message in messages:
        assert faults_of(message.box.to_component_dict(), len(message.files)) == []


@settings(deadline=None)  # some are ten messages long
@given(REPLIES)
def test_every_button_carries_its_command(reply: Reply) -> None:
    """What is read back from a button is the command of the choice; two of one command differ in their ids."""
    wanted = {choice.command for block in reply.blocks for choice in _choices(block)}
    for message in messages_of(reply, 42):
        for one in every(message.box.to_component_dict()):
            ids = (
                [one["custom_id"]] if one["type"] == BUTTON else [option["value"] for option in one.get("options", ())]
            )
            for custom_id in ids:
                found = pressed(custom_id)
                assert found is not None
                assert found.command in wanted
                assert found.guild in {None, 42}


def _choices(block: Block) -> tuple[Choice, ...]:
    match block:
        case Options(options):
            return tuple(option.choice for option in options)
        case Choices(choices):
            return choices
        case _:
            return ()


@pytest.mark.parametrize("size", [1, 1_999, 2_000, 3_999, 4_000, 4_001, 4_096, 6_000, 12_000])
def test_a_long_text_is_said_whole(size: int) -> None:
    """However many messages it takes, every word is said, in order, and no word is broken."""
    words = " ".join(f"word{number}" for number in range(size // 5))[:size] or "x"
    assert " ".join(said(prose(words))).split() == words.split()


@pytest.mark.parametrize("text", ["*" * 4_000, "가" * 9_000, "😀" * 4_000, "`" * 3_000])
def test_what_has_no_space_is_cut_between_characters(text: str) -> None:
    """Never inside an escape or in the middle of a character."""
    assert "".join(said(prose(text))) == text


def test_code_is_cut_between_lines() -> None:
    """Each piece is a block of code of its own."""
    code = "\n".join(f"line {number}" for number in range(900))
    boxes = boxes_of(Preformatted(code))
    texts = [one["content"] for box in boxes for one in every(box) if one["type"] == TEXT]
    assert all(text.startswith("```\nline ") and text.endswith("\n```") for text in texts)
    assert "\n".join(said(Preformatted(code))) == code


def test_a_link_that_is_cut_still_leads_where_it_did() -> None:
    """Both halves are links."""
    span = Span("word " * 1_500, address="https://example.com/x")
    texts = [one["content"] for box in boxes_of(Prose((span,))) for one in every(box) if one["type"] == TEXT]
    assert len(texts) > 1
    assert all(text.count("](<https://example.com/x>)") == 1 for text in texts)


def test_what_is_too_much_for_five_messages_comes_as_a_file() -> None:
    """Where the bot is no member Discord takes five answers and no more; nothing is lost."""
    text = " ".join(f"word{number}" for number in range(5_000))
    messages = messages_of(Reply((prose(text), Note((Span("the end"),)))))
    assert len(messages) == 5
    (file,) = messages[-1].files
    read = " ".join(text for message in messages[:-1] for text in said_in(message.box.to_component_dict()))
    assert f"{read} {file.fp.read().decode()}".split() == [*text.split(), "the", "end"]


def test_the_buttons_of_a_long_answer_stand_on_its_first_message() -> None:
    """Pressed, they change the message with which the answer begins, and not the rest of it."""
    boxes = boxes_of(prose("word " * 900), Choices((DEVOPS,)))
    assert len(boxes) == 2
    assert [one["type"] for one in boxes[0]["components"]] == [TEXT, 1]
    assert [one["type"] for one in boxes[1]["components"]] == [TEXT]


def test_what_has_nothing_to_say_still_takes_room() -> None:
    """A sign stands in its place, and counts among the 4 000."""
    nameless = Option(Choice("", Help()), ())
    boxes = boxes_of(Options((nameless,) * 3), prose("😀" * 2_000))
    assert sum(length(one["content"]) for box in boxes for one in every(box) if one["type"] == TEXT) >= 4_003


def test_many_options_become_lists_to_pick_from() -> None:
    """Each with its line, 25 in a list, and every one of them once."""
    options = tuple(
        Option(Choice(f"Term {number}", Show(ConceptId(f"t{number}"))), (Span(f"line {number}"),))
        for number in range(26)
    )
    (box,) = boxes_of(Options(options))
    lists = [one for one in every(box) if one["type"] == SELECT]
    assert [len(one["options"]) for one in lists] == [25, 1]
    assert lists[0]["options"][0] == {
        "label": "Term 0",
        "value": "1:show:t0:",
        "default": False,
        "description": "line 0",
    }
    assert "Term 25 — line 25" in " ".join(said_in(box)).splitlines()[-1]


def test_more_choices_than_rows_become_lists() -> None:
    """Twenty buttons fit; the twenty-first would push the text away."""
    choices = tuple(Choice(f"{number}", Browse("", number)) for number in range(21))
    (rows,) = boxes_of(Choices(choices[:20]))
    assert [len(row["components"]) for row in rows["components"]] == [5, 5, 5, 5]
    (lists,) = boxes_of(Choices(choices))
    assert [one["type"] for one in every(lists["components"][0])] == [1, SELECT]


def test_a_name_over_eighty_characters_is_cut_on_the_button_and_whole_beside_it() -> None:
    """The button says as much as it can."""
    name = "n" * 120
    (box,) = boxes_of(Options((Option(Choice(name, Help()), (Span("what it is"),)),)))
    (section,) = box["components"]
    assert section["accessory"]["label"] == "n" * 79 + "…"
    assert section["components"][0]["content"] == f"**{name}** — what it is"


def test_two_buttons_with_one_command_differ() -> None:
    """Discord refuses a message in which an id stands twice."""
    (box,) = boxes_of(Choices((DEVOPS, Choice("데브옵스", DEVOPS.command))))
    first, second = (one["custom_id"] for one in every(box) if one["type"] == BUTTON)
    assert first == "1:show:devops:"
    assert first != second
    assert pressed(second) == pressed(first)


def test_in_a_direct_message_a_button_says_whose_glossary_it_is_about() -> None:
    """Nothing else does."""
    (box,) = boxes_of(Choices((DEVOPS,)), guild=42)
    (custom_id,) = (one["custom_id"] for one in every(box) if one["type"] == BUTTON)
    found = pressed(custom_id)
    assert found is not None
    assert (found.command, found.guild) == (DEVOPS.command, 42)


def test_an_id_that_is_not_ours_says_nothing() -> None:
    """From another version, or tampered with."""
    assert pressed("1:nothing") is None
    assert pressed("") is None
    assert pressed("1:help\x1fx\x1fy") is not None


def test_a_command_with_control_characters_gets_no_button() -> None:
    """Discord would refuse the whole message."""
    (box,) = boxes_of(
        prose("x"), Choices((Choice("odd", Define(None, "a\x1fb")), Choice("half", Define(None, "\ud800"))))
    )
    assert [one["type"] for one in every(box)] == [17, TEXT]


def test_what_no_button_carries_gets_none() -> None:
    """A query of more than sixty characters does not fit."""
    (box,) = boxes_of(prose("x"), Choices((Choice("long", Define(None, "q" * 61)),)))
    assert [one["type"] for one in every(box)] == [17, TEXT]


def test_a_file_is_attached_under_a_name_that_discord_keeps() -> None:
    """Letters, digits, dot and dash; two of one name are told apart."""
    messages = messages_of(Reply((Attachment("my data.json", "{}"), Attachment("my data.json", "[]"))))
    assert [(file.filename, file.fp.read()) for file in messages[0].files] == [
        ("my_data.json", b"{}"),
        ("2-my_data.json", b"[]"),
    ]


def test_a_large_file_is_packed() -> None:
    """Ten megabytes are what every server takes."""
    (message,) = messages_of(Reply((Attachment("all.jsonl", "가나다\n" * 1_100_000),)))
    (file,) = message.files
    assert file.filename == "all.jsonl.zip"
    assert file.fp.read(2) == b"PK"


def test_a_picture_without_an_encrypted_address_is_a_link() -> None:
    """Discord shows no other."""
    (box,) = boxes_of(Picture("http://example.org/a.png", "A loop"))
    assert box["components"][0]["content"] == "[A loop](<http://example.org/a.png>)"


def test_a_reply_with_nothing_to_see_is_still_an_answer() -> None:
    """Discord refuses an empty message."""
    assert said(prose("")) == ["…"]
    assert length("…") == 1
