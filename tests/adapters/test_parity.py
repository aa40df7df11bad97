"""The same document says the same on every platform: words, choices and their order, from one table of renderers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from adapters.discord.drawing import messages_of
from adapters.discord.filling import modal_of
from adapters.slack.messages import attachments_of, message_of
from adapters.slack.modals import view_of
from adapters.slack.origins import Origin
from adapters.terminal.drawing import Canvas, drawn
from bot.commands import Browse, Define, Help, Show, Typed
from bot.replies import (
    Attachment,
    Choice,
    ChoiceField,
    Choices,
    Emphasis,
    Form,
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
from bot.wording import plain
from tests.adapters.discord.checking import every
from tests.adapters.discord.reading import said_in
from tests.bot.commands import EXAMPLES
from tests.fakes import Person
from tests.terms import MLOPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bot.commands import Command
    from bot.replies import Block

DEVOPS = Choice("DevOps", Show(MLOPS.id), Emphasis.PRIMARY)
BROWSE = Choice("모두 보기", Browse())
BLOCKS: Mapping[str, Block] = {
    "heading": Heading((Span("MLOps"), Span(" · 엠엘옵스"))),
    "prose": Prose((Span("Models "), Span("in production", Style.STRONG), Span(", "), Span("run", Style.EMPHASIS))),
    "change": Prose((Span("old", Style.REMOVED), Span(" "), Span("new", Style.ADDED))),
    "code": Prose((Span("call "), Span("print(x)", Style.CODE))),
    "listing": Listing(((Span("build"),), (Span("run"),))),
    "numbered": Listing(((Span("first"),), (Span("second"),)), is_numbered=True),
    "preformatted": Preformatted("if a:\n    b = 1"),
    "note": Note((Span("You wrote “mlosp”."),)),
    "picture": Picture("https://example.org/loop.png", "A loop"),
    "attachment": Attachment("data.json", "everything"),
    "options": Options((Option(DEVOPS, (Span("how we work"),)), Option(BROWSE, (Span("the whole list"),)))),
    "bare options": Options((Option(DEVOPS, ()), Option(Choice("SAP", Help()), ()))),
    "choices": Choices((DEVOPS, BROWSE, Choice("SAP", Define(None, "sap")))),
    "hostile": Prose((Span("@everyone <@1> [x] https://evil.example *a* _b_ `c` <!channel> &amp;"),)),
}


def in_terminal(reply: Reply) -> str:
    """Read what a terminal shows, without the numbers that choices are picked by."""
    text = drawn(reply, Canvas())
    text = re.sub(r"(?m)^\d+\. ", "", text)
    return re.sub(r"\[-|-\]|\{\+|\+\}|\[\d+\]|\(https?://[^)]*\)", " ", text)


def on_discord(reply: Reply) -> str:
    """Read what Discord shows, with what is in files."""
    messages = messages_of(reply)
    read = [text for message in messages for text in said_in(message.box.to_component_dict())]
    return "\n".join([*read, *(file.fp.read().decode() for message in messages for file in message.files)])


def on_slack(reply: Reply) -> str:
    """Read what Slack shows, with the files that are sent beside it."""
    read = [text for block in message_of(reply)["blocks"] for text in _texts(block)]
    return "\n".join([*read, *(file.text for file in attachments_of(reply))])


def _texts(element: Mapping[str, Any]) -> Iterator[str]:
    """Read an element of Block Kit: the button of a section first, for it names what the line is about."""
    if "accessory" in element:
        label = list(_texts(element["accessory"]))
        yield from label
        yield from ([] if [element["text"]["text"]] == label else [element["text"]["text"]])
        return
    if "alt_text" in element:
        yield element["alt_text"]
    text = element.get("text")
    if isinstance(text, str):
        yield text
    elif text is not None:
        yield text["text"]
    inside = list(element.get("elements", ()))
    is_text = element["type"] in {"rich_text_section", "rich_text_preformatted"}
    parts = [part for child in inside for part in _texts(child)]
    yield from ["".join(parts)] if is_text else parts


RENDERERS: Mapping[str, Callable[[Reply], str]] = {
    "terminal": in_terminal,
    "discord": on_discord,
    "slack": on_slack,
}
"""A new renderer is one entry."""


def words(text: str) -> list[str]:
    """Take text apart into words; signs that a platform adds or escapes are none."""
    return re.findall(r"[^\W_]+", text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def document(reply: Reply) -> str:
    """Read a document as it is, before anything draws it: files come last."""
    lines = [line for block in reply.blocks if not isinstance(block, Attachment) for line in _lines(block)]
    files = [block for block in reply.blocks if isinstance(block, Attachment)]
    return "\n".join([*lines, *(line for file in files for line in (file.name, file.text))])


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(spans) | Prose(spans) | Note(spans):
            yield plain(spans)
        case Listing(items):
            yield from map(plain, items)
        case Preformatted(text) | Picture(_, text) | Attachment(_, text):
            yield text
        case Options(options):
            yield from (f"{option.choice.label}\n{plain(option.line)}" for option in options)
        case Choices(choices):
            yield from (choice.label for choice in choices)


def assert_same(reply: Reply) -> None:
    """Hold every renderer to the words of the document, each of them, in its order."""
    wanted = words(document(reply).replace("&amp;", "&"))
    for name, read in RENDERERS.items():
        assert words(read(reply).replace("&amp;", "&")) == wanted, name


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_kind_of_block_says_the_same_everywhere(kind: str) -> None:
    """Alone, and between others."""
    around = Prose((Span("around"),))
    assert_same(Reply((BLOCKS[kind],)))
    assert_same(Reply((around, BLOCKS[kind], around)) if kind != "attachment" else Reply((around, BLOCKS[kind])))


@pytest.mark.parametrize("command", [*EXAMPLES, Typed("mlops"), Typed("sap"), Typed("help"), Typed("mlosp")])
async def test_every_command_says_the_same_everywhere(command: Command) -> None:
    """What the door answers, whatever that is: each word, and each choice with what it carries."""
    answer = await Person().hears(command)
    if isinstance(answer, Form):
        assert fields_on_discord(answer) == fields_on_slack(answer) == fields_of(answer)
    elif isinstance(answer, Reply):
        assert_same(answer)


def test_choices_carry_the_same_everywhere() -> None:
    """A button means the same wherever it is pressed."""
    reply = Reply((BLOCKS["options"], BLOCKS["choices"]))
    (message,) = messages_of(reply)
    here = [one["custom_id"].split("\x1f")[0] for one in every(message.box.to_component_dict()) if "custom_id" in one]
    there = [element["value"] for block in message_of(reply)["blocks"] for element in _pressable(block)]
    assert here == there


def _pressable(block: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [block["accessory"]] if "accessory" in block else list(block.get("elements", ()))


def fields_of(form: Form) -> list[tuple[str, str, list[str]]]:
    """Read (key, label, what can be picked) of each field."""
    return [(field.key, field.label, _picks(field)) for field in form.fields]


def _picks(field: object) -> list[str]:
    return [said for _, said in field.options] if isinstance(field, ChoiceField) else []


def fields_on_discord(form: Form) -> list[tuple[str, str, list[str]]]:
    """Read the fields of a modal."""
    return [
        (inside["custom_id"], label["label"], [option["label"] for option in inside.get("options", ())])
        for label in modal_of(form).to_dict()["components"]
        for inside in [label["component"]]
    ]


def fields_on_slack(form: Form) -> list[tuple[str, str, list[str]]]:
    """Read the fields of a view."""
    return [
        (
            block["block_id"],
            block["label"]["text"],
            [one["text"]["text"] for one in block["element"].get("options", ())],
        )
        for block in view_of(form, Origin())["blocks"]
        if block["type"] == "input"
    ]
