"""How do the values of a concept stand in a field of a form? Both ways, and the only place that knows the forms.

===========  ==================================================================================================
names        one a line; ``모델 (ko)`` where the language is not the one that the form is about
concepts     one a line by name; ``SAP (company)`` where the domain must tell; ``#id`` where nothing else does
tags         separated by commas
links        one a line: ``title | https://…``, or the address alone
image        ``https://… | what is seen in it``
===========  ==================================================================================================

Reading what was written gives the same values. A reader notes what is wrong in `problems` and goes on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from glossary.concept import UNDETERMINED, Image, Label, LabelKind, LanguageTag, Link
from glossary.rules import (
    LONGEST_ALTERNATIVE_TEXT,
    LONGEST_TAG,
    LONGEST_TITLE,
    MOST_LINKS,
    MOST_RELATED,
    MOST_TAGS,
    SHOWN,
    Problem,
    Rule,
    check_address,
    check_name,
    check_text,
    language_tag_of,
    line_of,
    tidied,
)
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from glossary.catalogue import Catalogue
    from glossary.concept import Concept, ConceptId

_IN_BRACKETS: Final = re.compile(r"(?P<name>.+?) ?\((?P<inside>[^()]+)\)")
_SEPARATOR: Final = " | "
_COMMAS: Final = re.compile("[,，、\n]")


def lines_of(text: str) -> tuple[str, ...]:
    """List the lines in which something stands, tidied, each once."""
    return tuple(dict.fromkeys(filter(None, map(line_of, tidied(text).split("\n")))))


def written_names(labels: Iterable[Label], language: LanguageTag) -> str:
    """Write names, one a line, for a form about one language."""
    labels = tuple(labels)
    known = {label.language for label in labels}
    return "\n".join(_written_name(label, language, known) for label in labels)


def read_names(text: str, kind: LabelKind, language: LanguageTag, known: Collection[LanguageTag]) -> tuple[Label, ...]:
    """Read names of one kind, each once; see `split_language` for the languages known."""
    split = (split_language(line, language, known) for line in lines_of(text))
    return tuple(dict.fromkeys(Label(name, tag, kind) for name, tag in split))


def split_language(line: str, language: LanguageTag, known: Collection[LanguageTag]) -> tuple[str, LanguageTag]:
    """Split ``모델 (ko)`` into the name and its language; the given language where none is named.

    What only looks like a language stays in the name: a tag counts in its canonical case, so that ``(IT)`` is no
    Italian, and one of three letters, as almost every short word is, only where it is known already.
    """
    found = _IN_BRACKETS.fullmatch(line)
    if found is None:
        return line, language
    tag = LanguageTag(found["inside"])
    is_common = len(tag.partition("-")[0]) == len("ko") or tag == UNDETERMINED
    if (is_common or tag in known) and language_tag_of(tag) == tag:
        return found["name"], tag
    return line, language


def check_names(labels: Iterable[Label], field: str, problems: list[Problem]) -> None:
    """Note what is wrong with each of these names."""
    for label in labels:
        check_name(label.text, field, problems)


def written_concepts(concepts: Iterable[ConceptId], catalogue: Catalogue) -> str:
    """Write concepts by their names, one a line; what the catalogue does not hold is left out."""
    held = (concept for concept in map(catalogue.get, concepts) if concept is not None)
    return "\n".join(_written_concept(concept, catalogue) for concept in held)


def read_concepts(
    text: str, field: str, catalogue: Catalogue, problems: list[Problem], most: int = MOST_RELATED
) -> tuple[ConceptId, ...]:
    """Read concepts by their names, each once and at most so many."""
    read: list[ConceptId] = []
    for line in lines_of(text):
        found = _concepts_called(line, catalogue)
        if len(found) == 1:
            read.append(found[0].id)
        else:
            rule = Rule.SEVERAL_CONCEPTS if found else Rule.UNKNOWN_CONCEPT
            problems.append(Problem(field, rule, line[:SHOWN]))
    _check_count(read, field, most, problems)
    return tuple(dict.fromkeys(read))


def written_tags(tags: Iterable[str]) -> str:
    """Write tags in one line."""
    return ", ".join(tags)


def read_tags(text: str, field: str, problems: list[Problem]) -> tuple[str, ...]:
    """Read tags, each once."""
    tags = tuple(dict.fromkeys(filter(None, map(line_of, _COMMAS.split(tidied(text))))))
    for tag in tags:
        check_text(tag, field, LONGEST_TAG, problems)
    _check_count(tags, field, MOST_TAGS, problems)
    return tags


def written_links(links: Iterable[Link]) -> str:
    """Write links, one a line."""
    return "\n".join(
        link.address if link.title == link.address else f"{link.title}{_SEPARATOR}{link.address}" for link in links
    )


def read_links(text: str, field: str, problems: list[Problem]) -> tuple[Link, ...]:
    """Read links; one without a title is called by its address."""
    links: list[Link] = []
    for line in lines_of(text):
        title, _, address = (part.strip() for part in line.rpartition(_SEPARATOR.strip()))
        check_address(address, field, problems)
        check_text(title, field, LONGEST_TITLE, problems)
        links.append(Link(title or address, address))
    _check_count(links, field, MOST_LINKS, problems)
    return tuple(links)


def written_image(image: Image | None) -> str:
    """Write an image in one line; nothing where there is none."""
    return "" if image is None else f"{image.address}{_SEPARATOR}{image.alternative_text}"


def read_image(text: str, field: str, problems: list[Problem]) -> Image | None:
    """Read an image; None where nothing is written."""
    line = line_of(text)
    if not line:
        return None
    address, _, alternative = (part.strip() for part in line.partition(_SEPARATOR.strip()))
    check_address(address, field, problems)
    if address.lower().startswith("http:"):
        problems.append(Problem(field, Rule.NOT_ENCRYPTED, address[:SHOWN]))
    if not alternative:
        problems.append(Problem(field, Rule.NO_ALTERNATIVE_TEXT))
    check_text(alternative, field, LONGEST_ALTERNATIVE_TEXT, problems)
    return Image(address, alternative)


def _written_name(label: Label, language: LanguageTag, known: Collection[LanguageTag]) -> str:
    is_plain = split_language(label.text, language, known) == (label.text, label.language)
    return label.text if is_plain else f"{label.text} ({label.language})"


def _written_concept(concept: Concept, catalogue: Catalogue) -> str:
    name = concept.headword.text
    for line in (name, f"{name} ({concept.domain})"):
        if _concepts_called(line, catalogue) == (concept,):
            return line
    return f"#{concept.id}"


def _concepts_called(line: str, catalogue: Catalogue) -> tuple[Concept, ...]:
    by_id = catalogue.get(line.removeprefix("#")) if line.startswith("#") else None  # type: ignore[arg-type]
    if by_id is not None:
        return (by_id,)
    found = _concepts_named(line, catalogue)
    bracketed = _IN_BRACKETS.fullmatch(line)
    if len(found) == 1 or bracketed is None:
        return found
    domain = strict_key(bracketed["inside"])
    inside = tuple(c for c in _concepts_named(bracketed["name"], catalogue) if strict_key(c.domain) == domain)
    return inside or found


def _concepts_named(name: str, catalogue: Catalogue) -> tuple[Concept, ...]:
    """Find the concepts of this name: those of exactly this headword where there are any, else by any name."""
    found = catalogue.named(name)
    exactly = [
        c for c, label in found if label.kind is LabelKind.HEADWORD and strict_key(label.text) == strict_key(name)
    ]
    return tuple(exactly) or tuple(concept for concept, _ in found)


def _check_count(values: Collection[object], field: str, most: int, problems: list[Problem]) -> None:
    if len(values) > most:
        problems.append(Problem(field, Rule.TOO_MANY, limit=most))
