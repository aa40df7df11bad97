"""What Discord holds a message and a form to: its documented limits, written down a second time, for the tests alone.

Source: discord-api-docs, components/reference and resources/message. Lengths are measured in UTF-16.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Component = Mapping[str, Any]

ROW, BUTTON, SELECT, SECTION, TEXT, GALLERY, FILE, BOX, LABEL = 1, 2, 3, 9, 10, 12, 13, 17, 18
ADDRESS = re.compile(r"https://[^\s<>]+")


def length(text: str) -> int:
    """Measure text in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def every(component: Component) -> Iterator[Component]:
    """Walk through a component and all inside, from top to bottom."""
    yield component
    for inner in component.get("components", ()):
        yield from every(inner)
    if "accessory" in component:
        yield from every(component["accessory"])


def faults_of(box: Component, files: int = 0) -> list[str]:
    """List what Discord would refuse in a message; empty for none."""
    components = list(every(box))
    ids = [one["custom_id"] for one in components if "custom_id" in one]
    texts = [one["content"] for one in components if one["type"] == TEXT]
    found = [
        *(["more than 40 components"] * (len(components) > 40)),
        *(["an empty box"] * (not box["components"])),
        *(["two with the same id"] * (len(set(ids)) < len(ids))),
        *(["more than 4000 characters"] * (sum(map(length, texts)) > 4000)),
        *(["as many files as boxes for them"] * (sum(one["type"] == FILE for one in components) != files)),
        *(["more than ten files"] * (files > 10)),
    ]
    return found + [fault for one in components for fault in _faults(one)]


def _faults(one: Component) -> Iterator[str]:  # noqa: C901, PLR0912 — a table: one case for each kind of component
    if "custom_id" in one and not 1 <= length(one["custom_id"]) <= 100:
        yield f"an id of {length(one['custom_id'])}"
    match one["type"]:
        case 1:
            yield from _row(one["components"])
        case 2:
            if not 1 <= length(one["label"].strip()) <= 80:
                yield f"a label of {length(one['label'])}"
        case 3:
            yield from _select(one)
        case 9:
            if not 1 <= len(one["components"]) <= 3 or one["accessory"]["type"] != BUTTON:
                yield "a section of another kind"
        case 10:
            if not one["content"].strip():
                yield "a text without text"
        case 12:
            yield from _gallery(one["items"])
        case 13:
            if not re.fullmatch(r"attachment://[A-Za-z0-9._-]+", one["file"]["url"]):
                yield f"a file called {one['file']['url']}"
        case 17:
            pass
        case _:
            yield f"a component of type {one['type']}"


def _row(inside: list[Component]) -> Iterator[str]:
    kinds = {one["type"] for one in inside}
    if not (kinds == {BUTTON} and 1 <= len(inside) <= 5) and not (kinds == {SELECT} and len(inside) == 1):
        yield "a row of another kind"


def _select(one: Component) -> Iterator[str]:
    options = one["options"]
    values = [option["value"] for option in options]
    if not 1 <= len(options) <= 25 or len(set(values)) < len(values):
        yield "a list with too many, too few or the same"
    for option in options:
        texts = [option["label"], option["value"], option.get("description") or "-"]
        if not all(1 <= length(text.strip()) <= 100 for text in texts):
            yield "an option that is empty or too long"
    if sum(bool(option.get("default")) for option in options) > 1:
        yield "two options chosen beforehand"


def _gallery(items: list[Component]) -> Iterator[str]:
    for item in items:
        if not ADDRESS.fullmatch(item["media"]["url"]) or length(item.get("description") or "") > 1024:
            yield "a picture that is none"


def faults_of_modal(modal: Component) -> list[str]:
    """List what Discord would refuse in a modal; empty for none."""
    found = []
    if not 1 <= length(modal["title"].strip()) <= 45 or not 1 <= length(modal["custom_id"]) <= 100:
        found.append("a title or id that is empty or too long")
    if not 1 <= len(modal["components"]) <= 5:
        found.append(f"{len(modal['components'])} fields")
    ids = [label["component"]["custom_id"] for label in modal["components"]]
    if len(set(ids)) < len(ids):
        found.append("two with the same id")
    return found + [fault for label in modal["components"] for fault in _field(label)]


def _field(label: Component) -> Iterator[str]:
    inside = label["component"]
    if label["type"] != LABEL or not 1 <= length(label["label"].strip()) <= 45:
        yield "a label that is empty or too long"
    if length(label.get("description") or "") > 100:
        yield "a hint that is too long"
    if not 1 <= length(inside["custom_id"]) <= 100:
        yield "an id that is empty or too long"
    if inside["type"] == SELECT:
        yield from _select(inside)
    if inside["type"] == 4:
        most = inside.get("max_length") or 4000
        if not 1 <= most <= 4000 or length(inside.get("value") or "") > most:
            yield "a field with more than fits"
