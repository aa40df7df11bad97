"""What does an XML text say? Elements with the lines they begin on; whatever could grow or fetch is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from glossary.formats.reading import Rule

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LINE: Final = "{}line"
"""No name in an XML text can be this one."""
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_DEEPEST: Final = 100


@dataclass(frozen=True, slots=True)
class Broken:
    """Why the text cannot be read, and on which line."""

    rule: Rule
    line: int
    text: str


class _TooDeepError(Exception):
    pass


class _WithLines(TreeBuilder):
    """Builds elements that know where they begin."""

    def __init__(self) -> None:
        super().__init__()
        self.parser: DefusedXMLParser | None = None
        self._depth = 0

    @property
    def line(self) -> int:
        """The line that is being read."""
        return int(self.parser.parser.CurrentLineNumber) if self.parser else 1

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _TooDeepError
        return super().start(tag, {**attrs, _LINE: str(self.line)})

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)


def root_of(data: bytes) -> Element | Broken:
    """Read an XML text: its root, or why it is none. A document type may be named, and define nothing."""
    builder = _WithLines()
    parser = DefusedXMLParser(target=builder, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    builder.parser = parser
    try:
        parser.feed(data)
        root: Element = parser.close()
    except ParseError as error:
        return Broken(Rule.MALFORMED, error.position[0], str(error).partition(":")[0])
    except DefusedXmlException as error:
        return Broken(Rule.FORBIDDEN, builder.line, type(error).__name__)
    except _TooDeepError:
        return Broken(Rule.FORBIDDEN, builder.line, "nesting")
    except (LookupError, ValueError) as error:  # an encoding that Python does not know, or cannot map to single bytes
        return Broken(Rule.MALFORMED, 1, type(error).__name__)
    return root


def line_of(element: Element) -> int:
    """Tell where an element begins."""
    return int(element.get(_LINE, "1"))


def language_of_element(element: Element) -> str:
    """Tell which language an element says its texts are in; "" for none."""
    return element.get(_LANGUAGE, "")


def name_of(element: Element) -> str:
    """Name an element without its namespace; ``<descrip type="definition">`` is the same as ``<definition>``."""
    local = str(element.tag).rpartition("}")[2]
    return element.get("type", local) if local in _WITH_TYPE else local


_WITH_TYPE: Final = frozenset({"descrip", "termNote", "admin", "ref", "xref", "transac", "adminNote"})
"""The elements of TBX's other style (*data category as attribute*), whose attribute says what they are."""


def text_of_element(element: Element) -> str:
    """Join all texts in an element, those of elements in it too."""
    return "".join(element.itertext())
