"""What does a form look like on Slack, and how does it come back? Forms and replies as modals, and their values."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, assert_never

from adapters.slack import limits
from adapters.slack.drawing import NAMELESS, blocks_of
from adapters.slack.origins import Remembered
from adapters.slack.texts import one_line, pieces, shortened
from bot.replies import ChannelField, ChoiceField, FileField, LineField, TextField
from bot.tokens import token_of_purpose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from adapters.slack.origins import Origin
    from adapters.slack.spans import Element
    from bot.replies import Field, Form, Reply

FORM = "form"
"""The callback_id of every form."""
VALUE = "value"
"""The action_id of every field; its block_id is the field's key."""
NAME = "Malmoi"
_CHOSEN = "="
"""Before the value of an option, because Slack takes none that is empty."""
_JOINTS = {"p": "\n\n", "l": "\n", "s": " ", "n": ""}
"""What stood between two fields of one text: the block_id of the second ends in ``+``, the letter and a number."""
_NEARLY_FULL = 2000
"""Characters in a field, from which on a second one is offered where more may be written than one takes."""


def view_of(form: Form, origin: Origin) -> Element:
    """Draw a form as a modal with its present values and its errors."""
    errors = dict(form.errors)
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": _plain(form.title, limits.VIEW_TITLE),
        "submit": _plain(form.submit, limits.VIEW_TITLE),
        "private_metadata": Remembered(origin, token_of_purpose(form.purpose)).written(),
        "blocks": [block for field in form.fields for block in _inputs(field, errors.get(field.key, ""))],
    }


def view_of_reply(reply: Reply, origin: Origin, above: tuple[Element, ...] = ()) -> Element:
    """Draw a reply as a modal that there is nothing to fill in in."""
    blocks = [*above, *blocks_of(reply.blocks, limits.BLOCKS_OF_VIEW - len(above))]
    return {
        "type": "modal",
        "title": _plain(NAME, limits.VIEW_TITLE),
        "private_metadata": Remembered(origin).written(),
        "blocks": blocks or [{"type": "section", "text": _plain(NAMELESS, limits.SECTION)}],
    }


def values_of(view: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """Read what was filled in, in the order of the form; the value of a file is the id that Slack gave it."""
    state = (view.get("state") or {}).get("values") or {}
    values: dict[str, str] = {}
    for block in view.get("blocks", ()):
        answer = (state.get(block.get("block_id", "")) or {}).get(VALUE)
        if answer is None:
            continue
        key, _, joint = block["block_id"].partition("+")
        value = _value(answer)
        if key in values:
            values[key] += (_JOINTS.get(joint[:1], "") + value) if value else ""
        else:
            values[key] = value
    return tuple(values.items())


def errors_of(form: Form, view: Mapping[str, Any]) -> dict[str, str] | None:
    """Say what is wrong at each field of the modal that is open; None when one of them is not in it."""
    shown = {block.get("block_id") for block in view.get("blocks", ()) if block.get("type") == "input"}
    errors = {key: shortened(one_line(sentence), limits.ERROR) or NAMELESS for key, sentence in form.errors}
    return errors if errors and errors.keys() <= shown else None


def file_fields(view: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Find the files that were handed over, by the key of their field."""
    state = (view.get("state") or {}).get("values") or {}
    found = {key: (answers.get(VALUE) or {}).get("files") or [] for key, answers in state.items()}
    return {key: files[0] for key, files in found.items() if files}


def _value(answer: Mapping[str, Any]) -> str:
    match answer.get("type"):
        case "static_select":
            return str((answer.get("selected_option") or {}).get("value", "")).removeprefix(_CHOSEN)
        case "multi_conversations_select":
            return str(next(iter(answer.get("selected_conversations") or ()), ""))
        case "file_input":
            return ""
        case _:
            return answer.get("value") or ""


def _inputs(field: Field, error: str) -> Iterator[Element]:
    """Draw a field; what is wrong with it stands above."""
    if error:
        yield {"type": "context", "elements": [_plain(f"⚠️ {error}", limits.CONTEXT)]}
    match field:
        case LineField() | TextField():
            yield from _texts(field)
        case ChoiceField():
            yield _input(field, _select(field)) if field.options else _nothing_to_pick(field)
        case ChannelField():
            yield _input(field, _channels(field))
        case FileField():
            yield _input(field, {"type": "file_input", "action_id": VALUE, "max_files": 1})
        case _:
            assert_never(field)


def _texts(field: LineField | TextField) -> Iterator[Element]:
    """Draw a field for text; one that may be longer than Slack's inputs are continued in another."""
    first, joint, rest = _halves(field.value)
    yield _input(field, _text(field, first))
    for number in count(1):
        has_room = number * limits.INPUT_TEXT < field.longest and len(first) > _NEARLY_FULL
        if not rest and not has_room:
            return
        key = f"{field.key}+{joint}{number}"
        first, joint, rest = _halves(rest)
        yield _input(field, _text(field, first), key) | {"optional": True}


def _text(field: LineField | TextField, value: str) -> Element:
    longest = min(max(field.longest, len(value), 1), limits.INPUT_TEXT)
    text: Element = {"type": "plain_text_input", "action_id": VALUE, "max_length": longest}
    return text | {"multiline": isinstance(field, TextField)} | ({"initial_value": value} if value else {})


def _halves(text: str) -> tuple[str, str, str]:
    """Cut a text where one input ends: the part, the letter of what stood between, and the rest."""
    if len(text) <= limits.INPUT_TEXT:
        return text, "l", ""
    for letter, joint in _JOINTS.items():
        seam = text.rfind(joint, 1, limits.INPUT_TEXT) if joint else -1
        if seam > limits.INPUT_TEXT // 2:
            return text[:seam], letter, text[seam + len(joint) :]
    first = next(pieces(text, limits.INPUT_TEXT))
    return first, "n", text[len(first) :]


def _nothing_to_pick(field: ChoiceField) -> Element:
    """Draw a choice among nothing: Slack takes no such select."""
    return {"type": "section", "text": _plain(field.label, limits.SECTION)}


def _select(field: ChoiceField) -> Element:
    options = [{"text": _plain(said, limits.OPTION), "value": f"{_CHOSEN}{value}"} for value, said in field.options]
    chosen = [option for option in options if option["value"] == f"{_CHOSEN}{field.value}"]
    select: Element = {"type": "static_select", "action_id": VALUE, "options": options}
    return select | ({"initial_option": chosen[0]} if chosen else {})


def _channels(field: ChannelField) -> Element:
    """Draw a choice among channels: one of those of several, for a choice of a single one cannot be emptied again.

    Not among those that other companies read: docs.slack.dev/reference/block-kit/composition-objects.
    """
    within = {"include": ["public", "private"], "exclude_external_shared_channels": True, "exclude_bot_users": True}
    select: Element = {
        "type": "multi_conversations_select",
        "action_id": VALUE,
        "max_selected_items": 1,
        "filter": within,
    }
    return select | ({"initial_conversations": [field.value]} if field.value else {})


def _input(field: Field, element: Element, key: str = "") -> Element:
    block: Element = {
        "type": "input",
        "block_id": key or field.key,
        "label": _plain(field.label, limits.INPUT_LABEL),
        "element": element,
        "optional": not field.is_required,
    }
    hint = shortened(one_line(field.hint), limits.INPUT_LABEL)
    return block | ({"hint": _plain(hint, limits.INPUT_LABEL)} if hint else {})


def _plain(text: str, longest: int) -> Element:
    return {"type": "plain_text", "text": shortened(one_line(text) or NAMELESS, longest), "emoji": False}
