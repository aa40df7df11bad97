"""What does a page of a Hugo site say, and where does it belong? The fields at its top, and the text below them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from glossary.formats.languages import tag_of
from glossary.formats.reading import Finding, Rule, Unreadable, text_of
from glossary.formats.yaml_tree import Broken, Fields, tree_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary.concept import LanguageTag

LARGEST_PAGE: Final = 1_000_000
"""Bytes."""
_CONTENT: Final = "content"
_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOOLTIP = re.compile(r"\{\{[<%]\s*glossary_(?:tooltip|definition)\s+([^{}]*?)[>%]\}\}")
_ATTRIBUTE = re.compile(r'(text|term_id)\s*=\s*"([^"]*)"')
_INNER_LINK = re.compile(r"\[([^\[\]]*)\]\((/[^()\s]*|\.\.?/[^()\s]*|[^()\s:/]+\.md)\)")
_MORE = re.compile(r"[ \t]*<!--\s*more\s*-->[ \t]*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: its language, and what it is called in every language."""

    language: LanguageTag
    slug: str
    """The path below the language, without the ending."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that can be read."""

    path: str
    place: Place
    fields: Fields
    text: str


def is_outside(path: str) -> bool:
    """Tell whether a path could lead out of the folder that it is unpacked in, on any system."""
    parts = re.split(r"[/\\]", path)
    return path.startswith(("/", "\\")) or ".." in parts or "\x00" in path or bool(re.match(r"[A-Za-z]:", path))


def place_of(path: str, default: LanguageTag) -> Place | None:
    """Tell what a page is about; None for what is no entry: no Markdown, or called ``_index`` or the like."""
    parts = PurePosixPath(path)
    if parts.suffix != ".md" or parts.name.startswith(("_", ".")) or parts.name.casefold() in {"readme.md", "index.md"}:
        return None
    folders = list(parts.parts[:-1])
    is_content = _CONTENT in folders
    if is_content:
        folders = folders[folders.index(_CONTENT) + 1 :]
    # Three letters are a language's tag as well, but elsewhere they are more often a word.
    may_be_language = folders and folders[0].islower() and (is_content or folders[0][2:3] in {"", "-"})
    language = tag_of(folders[0]) if may_be_language else None
    below = folders[1:] if language else folders
    return Place(language or default, "/".join([*below, parts.stem]))


def page_of(path: str, place: Place, data: bytes) -> Page | Finding:
    """Read a page."""
    text = text_of(data, path, LARGEST_PAGE)
    if isinstance(text, Unreadable):
        return text.finding
    match = _FRONT_MATTER.match(text)
    if match is None:
        return Finding(Rule.NO_FRONT_MATTER, path, 1)
    tree = tree_of(match[1], 2)
    if isinstance(tree, Broken):
        return Finding(tree.rule, path, tree.line, tree.text)
    if not isinstance(tree, Fields):
        return Finding(Rule.BAD_VALUE, path, 2, "front matter")
    return Page(path, place, tree, text[match.end() :])


def plain_text(text: str, known: Callable[[str], str | None]) -> tuple[str, list[str]]:
    """Take out what only the site understands; also give the entries that it led to, as ``known`` calls them.

    ``known`` is asked for the last part of an address, or for a term's id, and says None where it is no entry.
    """
    mentioned: list[str] = []

    def tooltip(match: re.Match[str]) -> str:
        said: dict[str, str] = dict(_ATTRIBUTE.findall(match[1]))
        slug = said.get("term_id", "")
        mentioned.extend(filter(None, [known(slug)]))
        return said.get("text") or slug.replace("-", " ")

    def link(match: re.Match[str]) -> str:
        address = match[2].partition("#")[0].rstrip("/")
        name = known(address.rpartition("/")[2].removesuffix(".md"))
        mentioned.extend(filter(None, [name]))
        return match[1] if name else match[0]

    return _INNER_LINK.sub(link, _TOOLTIP.sub(tooltip, _MORE.sub("", text))), mentioned
