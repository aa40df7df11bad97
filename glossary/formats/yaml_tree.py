"""What does a YAML text say? A tree of texts, and nothing that could run, grow or be something else than it looks.

Every scalar is the text that stands there: ``no`` is a word and ``2024-01-01`` is one too. Tags, anchors and aliases
are refused: a glossary needs none, and they are what YAML is attacked with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from glossary.formats.reading import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST: Final = 20
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; "" for what stands for nothing. Lines count from 1."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: list[Node] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fields:
    """Names with values, in the file's order; a name may stand twice."""

    line: int
    fields: list[tuple[Scalar, Node]] = field(default_factory=list)


Node = Scalar | Items | Fields


@dataclass(frozen=True, slots=True)
class Broken:
    """Why the text cannot be read, and on which line."""

    rule: Rule
    line: int
    text: str


class _RefusedError(Exception):
    def __init__(self, broken: Broken) -> None:
        super().__init__(broken.text)
        self.broken = broken


def tree_of(text: str, first_line: int = 1) -> Node | Broken:
    """Read the first document of a YAML text."""
    try:
        return _tree(text, first_line)
    except _RefusedError as refused:
        return refused.broken
    except MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        return Broken(Rule.MALFORMED, first_line + line, str(error.problem))
    except YAMLError as error:
        return Broken(Rule.MALFORMED, first_line, type(error).__name__)


def _tree(text: str, first_line: int) -> Node:
    root = Items(first_line)
    open_nodes: list[Items | Fields] = [root]
    names: list[Scalar | None] = [None]  # the name that waits for its value, for each open node
    for event in YAML(typ="safe", pure=True).parse(text):
        line = first_line + event.start_mark.line
        if isinstance(event, NodeEvent):
            _refuse_magic(event, line)
        match event:
            case ScalarEvent():
                is_nothing = event.style is None and event.value in _NOTHING
                _put(open_nodes, names, Scalar("" if is_nothing else event.value, line))
            case SequenceStartEvent() | MappingStartEvent():
                node = Items(line) if isinstance(event, SequenceStartEvent) else Fields(line)
                _put(open_nodes, names, node)
                open_nodes.append(node)
                names.append(None)
                if len(open_nodes) > _DEEPEST:
                    raise _RefusedError(Broken(Rule.FORBIDDEN, line, "nesting"))
            case SequenceEndEvent() | MappingEndEvent():
                open_nodes.pop()
                names.pop()
            case DocumentEndEvent():
                break
            case _:  # the beginning of the stream and of the document
                pass
    return root.items[0] if root.items else Scalar("", first_line)


def _refuse_magic(event: NodeEvent, line: int) -> None:
    tag = getattr(event, "tag", None)
    if isinstance(event, AliasEvent) or event.anchor is not None:
        raise _RefusedError(Broken(Rule.FORBIDDEN, line, f"&{event.anchor}"))
    if tag is not None:
        raise _RefusedError(Broken(Rule.FORBIDDEN, line, str(tag)))


def _put(open_nodes: list[Items | Fields], names: list[Scalar | None], node: Node) -> None:
    parent, name = open_nodes[-1], names[-1]
    if isinstance(parent, Items):
        parent.items.append(node)
    elif name is None:
        # A list or a mapping can be a name in YAML; here it stands for one that nobody knows.
        names[-1] = node if isinstance(node, Scalar) else Scalar("", node.line)
    else:
        parent.fields.append((name, node))
        names[-1] = None


def texts_in(node: Node) -> list[str]:
    """Take a text, or a list of texts, as a list; what is empty or no text is left out."""
    nodes: Iterator[Node] = iter(node.items if isinstance(node, Items) else [node])
    return [each.text for each in nodes if isinstance(each, Scalar) and each.text.strip()]
