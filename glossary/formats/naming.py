"""Which names does a heading or a text give its concept? The only place that turns unmarked words into labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from glossary.concept import Label, LabelKind, LanguageTag
from glossary.formats.abbreviating import abbreviates
from glossary.formats.first_sentence import names_said
from glossary.formats.languages import ENGLISH, language_of
from glossary.formats.reading import one_line
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALTERNATIVES = re.compile(r" (?:or|OR|또는|혹은) ")


class HeadingNames(NamedTuple):
    """What a heading says: at least one name, the headword first; and the domain, or ""."""

    labels: tuple[Label, ...]
    domain: str


def names_of_heading(text: str, default: LanguageTag = ENGLISH) -> HeadingNames:
    """Take a heading apart: ``MLOps or ML Ops``; in brackets a name (``Redis (레디스)``, ``… (ERP)``) or the domain."""
    parts = _ALTERNATIVES.split(one_line(text))
    labels: list[Label] = []
    domain = ""
    for part in parts:
        name, inside = _bracketed(part)
        kind = _kind_in_brackets(name, inside, default)
        if inside and kind is None and len(parts) == 1:
            domain = inside
        elif inside and kind is None:
            name = part  # beside other names there is no telling whose domain it would be
        labels.append(_label(name, default))
        if kind is not None:
            labels.append(_label(inside, default, kind))
    return HeadingNames(preferred(labels), domain)


def names_with_text(known: tuple[Label, ...], text: str, default: LanguageTag = ENGLISH) -> tuple[Label, ...]:
    """Add to a concept's names those that its definition gives it. The names it has stay as they are, and first."""
    labels = list(known)
    taken = {strict_key(label.text) for label in known}
    for said in names_said(text, tuple(label.text for label in known), default):
        if strict_key(said.name) not in taken:
            taken.add(strict_key(said.name))
            labels.append(_label(said.name, default, said.kind))
    return preferred(labels)


def preferred(labels: Iterable[Label]) -> tuple[Label, ...]:
    """Make the first synonym of a language that has no headword its headword, and leave out what stands twice."""
    kept: dict[tuple[str, LanguageTag], Label] = {}
    headed: set[LanguageTag] = set()
    for label in labels:
        is_first = label.kind is LabelKind.SYNONYM and label.language not in headed
        kind = LabelKind.HEADWORD if is_first else label.kind
        if kind is LabelKind.HEADWORD:
            headed.add(label.language)
        kept.setdefault((label.text, label.language), Label(label.text, label.language, kind))
    return tuple(kept.values())


def _bracketed(text: str) -> tuple[str, str]:
    """Split ``name (inside)``; inside is "" where there is none or where the brackets are not one pair at the end."""
    name, opening, rest = text.partition(" (")
    inside = rest[:-1].strip()
    is_pair = opening and rest.endswith(")") and name.strip() and inside and not set("()") & set(name + inside)
    return (name.strip(), inside) if is_pair else (text, "")


def _kind_in_brackets(name: str, inside: str, default: LanguageTag) -> LabelKind | None:
    """Tell what a text in brackets is to the name before it; None for no name at all."""
    if not inside:
        return None
    if abbreviates(inside, name):
        return LabelKind.ABBREVIATION
    is_name = abbreviates(name, inside) or language_of(name, default) != language_of(inside, default)
    return LabelKind.SYNONYM if is_name else None


def _label(text: str, default: LanguageTag, kind: LabelKind = LabelKind.SYNONYM) -> Label:
    return Label(text, language_of(text, default), kind)
