"""Would Slack take it? The rules of Block Kit for what this project sends, as docs.slack.dev states them.

It knows no more than the blocks that are drawn here: anything else is a fault. Faults are sentences with their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    Json = Mapping[str, Any]

_TEXTS = {"section": 3000, "header": 150}
_KEYS = {
    "section": {"text", "accessory"},
    "header": {"text"},
    "context": {"elements"},
    "actions": {"elements"},
    "image": {"image_url", "alt_text"},
    "input": {"label", "hint", "optional", "element"},
    "rich_text": {"elements"},
}
_LEAVES = {"text": {"text"}, "link": {"url", "text"}, "user": {"user_id"}}
_STYLES = {"bold", "italic", "strike", "code"}


def faults_of_message(message: Json) -> list[str]:
    """List what Slack would refuse in a message."""
    faults = [] if 0 < len(message.get("text", "")) <= 4000 else ["text: a message with blocks needs a fallback"]
    if "<!" in message.get("text", "") or "<@" in message.get("text", ""):
        faults.append("text: it calls somebody")
    if message.get("unfurl_links", True) or message.get("unfurl_media", True):
        faults.append("links unfold")
    return faults + list(_blocks(message.get("blocks", []), 50))


def faults_of_view(view: Json) -> list[str]:
    """List what Slack would refuse in a modal or a Home."""
    blocks = view["blocks"]
    faults = list(_blocks(blocks, 100))
    if not blocks:
        faults.append("blocks: none")
    if len(view.get("private_metadata", "")) > 3000:
        faults.append("private_metadata: too long")
    if view["type"] == "modal":
        for name in ("title", "submit", "close"):
            if name in view:
                faults += _text(view[name], name, 24, plain=True)
        if any(block["type"] == "input" for block in blocks) and "submit" not in view:
            faults.append("submit: a view with inputs needs it")
    return faults


def _blocks(blocks: Sequence[Json], most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"blocks: {len(blocks)}"
    names = [block["block_id"] for block in blocks if "block_id" in block]
    if len(names) > len(set(names)):
        yield "block_id: twice"
    for number, block in enumerate(blocks):
        at = f"{number} {block['type']}"
        if block["type"] not in _KEYS:
            yield f"{at}: unknown"
        elif unknown := block.keys() - _KEYS[block["type"]] - {"type", "block_id"}:
            yield f"{at}: {unknown}"
        else:
            yield from _CHECKS[block["type"]](block, at)


def _titled(block: Json, at: str) -> Iterator[str]:
    yield from _text(block["text"], at, _TEXTS[block["type"]], plain=block["type"] == "header")
    if "accessory" in block:
        yield from _element(block["accessory"], at)


def _context(block: Json, at: str) -> Iterator[str]:
    if not 1 <= len(block["elements"]) <= 10:
        yield f"{at}: {len(block['elements'])} elements"
    for element in block["elements"]:
        yield from _text(element, at, 3000)


def _actions(block: Json, at: str) -> Iterator[str]:
    names = [element["action_id"] for element in block["elements"]]
    if not 1 <= len(names) <= 25 or len(names) > len(set(names)):
        yield f"{at}: too many, none, or one action_id twice"
    for element in block["elements"]:
        yield from _element(element, at)


def _image(block: Json, at: str) -> Iterator[str]:
    if not (
        block["image_url"].startswith("http") and len(block["image_url"]) <= 3000 and " " not in block["image_url"]
    ):
        yield f"{at}: image_url"
    if not 1 <= len(block["alt_text"]) <= 2000:
        yield f"{at}: alt_text"


def _input(block: Json, at: str) -> Iterator[str]:
    yield from _text(block["label"], at, 2000, plain=True)
    if "hint" in block:
        yield from _text(block["hint"], at, 2000, plain=True)
    yield from _element(block["element"], at)


def _element(element: Json, at: str) -> Iterator[str]:  # noqa: C901, PLR0912 — a table: one case for each element
    if not 1 <= len(element["action_id"]) <= 255:
        yield f"{at}: action_id"
    match element["type"]:
        case "button":
            yield from _text(element["text"], at, 75, plain=True)
            if not 1 <= len(element["value"]) <= 2000 or element.get("style", "primary") not in {"primary", "danger"}:
                yield f"{at}: value or style"
        case "plain_text_input":
            if not len(element.get("initial_value", "")) <= element["max_length"] <= 3000 or not element["max_length"]:
                yield f"{at}: max_length {element['max_length']}"
        case "static_select":
            yield from faults_of_options(element["options"])
            if element.get("initial_option", element["options"][0]) not in element["options"]:
                yield f"{at}: initial_option"
        case "multi_conversations_select":
            if not len(element.get("initial_conversations", ())) <= element["max_selected_items"]:
                yield f"{at}: initial_conversations"
            if not element["filter"].get("exclude_external_shared_channels"):
                yield f"{at}: other companies would read it"
        case "file_input":
            if not 1 <= element["max_files"] <= 10:
                yield f"{at}: max_files"
        case "external_select":
            yield from _text(element["placeholder"], at, 150, plain=True)
        case other:
            yield f"{at}: {other}"


def faults_of_options(options: Sequence[Json], *, may_be_empty: bool = False) -> Iterator[str]:
    """List what Slack would refuse in the options of a select."""
    if len(options) > 100 or not (options or may_be_empty):
        yield f"options: {len(options)}"
    for option in options:
        yield from _text(option["text"], "option", 75, plain=True)
        if not 1 <= len(option["value"]) <= 150:
            yield "option: value"


def _rich(block: Json, at: str) -> Iterator[str]:
    if not block["elements"]:
        yield f"{at}: empty"
    for part in block["elements"]:
        match part["type"]:
            case "rich_text_list":
                if part["style"] not in {"bullet", "ordered"} or part.get("offset", 0) < 0 or not part["elements"]:
                    yield f"{at}: list"
                for item in part["elements"]:
                    yield from _leaves(item["elements"], at)
            case "rich_text_section" | "rich_text_preformatted":
                yield from _leaves(part["elements"], at)
            case other:
                yield f"{at}: {other}"


def _leaves(leaves: Sequence[Json], at: str) -> Iterator[str]:
    if not leaves:
        yield f"{at}: an empty section"
    for leaf in leaves:
        if leaf.keys() - _LEAVES[leaf["type"]] - {"type", "style"} or leaf.get("style", {}).keys() - _STYLES:
            yield f"{at}: {leaf['type']}"
        if leaf["type"] == "text" and not leaf["text"]:
            yield f"{at}: empty text"
        if "style" in leaf and not leaf["style"]:
            yield f"{at}: empty style"


def _text(text: Json, at: str, longest: int, *, plain: bool = False) -> Iterator[str]:
    if not 1 <= len(text["text"]) <= longest or not text["text"].strip():
        yield f"{at}: {len(text['text'])} of {longest}"
    if text["type"] == "mrkdwn":
        if plain or "<!" in text["text"]:
            yield f"{at}: mrkdwn"
    elif text["type"] != "plain_text":
        yield f"{at}: {text['type']}"


_CHECKS: Mapping[str, Callable[[Json, str], Iterator[str]]] = {
    "section": _titled,
    "header": _titled,
    "context": _context,
    "actions": _actions,
    "image": _image,
    "input": _input,
    "rich_text": _rich,
}
