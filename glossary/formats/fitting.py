"""What of a file's entry fits into a glossary? The limits of `rules`, which hold for files as they do for forms.

What makes the entry itself, its names, definitions and domain, is taken whole or not at all; what stands beside it
and is too much is left out, and a finding says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from glossary.formats.reading import Rule
from glossary.rules import (
    LONGEST_ADDRESS,
    LONGEST_ALTERNATIVE_TEXT,
    LONGEST_CONTACT,
    LONGEST_TAG,
    LONGEST_TITLE,
    MOST_LINKS,
    MOST_TAGS,
    oversize,
)

if TYPE_CHECKING:
    from glossary.concept import Concept, Image, Link

Value = TypeVar("Value")
Finder = Callable[[Rule, str, int], None]
"""Takes what was found of an entry: the rule, the field and the limit."""


def fitted(concept: Concept, find: Finder) -> Concept | None:
    """Give a concept without what is too much beside it; None where its names, definitions or domain are."""
    problems = oversize(concept)
    for problem in problems:
        find(Rule.TOO_LONG if problem.text else Rule.TOO_MANY, problem.field, problem.limit)
    if problems:
        return None
    tags = tuple(tag for tag in concept.tags if _is_short(tag, LONGEST_TAG, "tag", find))
    links = tuple(link for link in concept.links if _is_short_link(link, find))
    return replace(
        concept,
        tags=first_of(tags, MOST_TAGS, "tags", find),
        links=first_of(links, MOST_LINKS, "links", find),
        image=concept.image if concept.image and _is_short_image(concept.image, find) else None,
        contact=concept.contact if _is_short(concept.contact, LONGEST_CONTACT, "contact", find) else "",
    )


def first_of(values: Sequence[Value], most: int, field: str, find: Finder) -> tuple[Value, ...]:
    """Take as many values as a field may hold."""
    if len(values) > most:
        find(Rule.SURPLUS, field, most)
    return tuple(values[:most])


def _is_short(text: str, longest: int, field: str, find: Finder) -> bool:
    if len(text) > longest:
        find(Rule.LENGTHY, field, longest)
    return len(text) <= longest


def _is_short_link(link: Link, find: Finder) -> bool:
    title = "" if link.title == link.address else link.title
    return _is_short(link.address, LONGEST_ADDRESS, "link", find) and _is_short(title, LONGEST_TITLE, "link", find)


def _is_short_image(image: Image, find: Finder) -> bool:
    return _is_short(image.address, LONGEST_ADDRESS, "image", find) and _is_short(
        image.alternative_text, LONGEST_ALTERNATIVE_TEXT, "image", find
    )
