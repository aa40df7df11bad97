"""What becomes of two records of one concept? One adds to the other, or takes its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from glossary.concept import Concept, Definition, Label, LabelKind, LanguageTag
from glossary.formats.choosing import Field
from glossary.rules import MOST_LINKS, MOST_RELATED, MOST_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Value = TypeVar("Value")

_KINDS: Final = {
    LabelKind.SYNONYM: Field.SYNONYMS,
    LabelKind.ABBREVIATION: Field.ABBREVIATIONS,
    LabelKind.MISSPELLING: Field.MISSPELLINGS,
    LabelKind.AVOIDED: Field.AVOIDED,
}


def merged(before: Concept, new: Concept) -> Concept:
    """Add to a concept what another one of the same id says, which wins where both say something."""
    texts = {text.language: text for text in (*before.definitions, *_marked(before, new.definitions))}
    addresses = {link.address for link in before.links}
    return replace(
        before,
        labels=_merged_labels(before.labels, new.labels),
        definitions=tuple(texts.values()),
        domain=new.domain or before.domain,
        tags=_joined(before.tags, new.tags, MOST_TAGS),
        related=_joined(before.related, new.related, MOST_RELATED),
        replaced_by=new.replaced_by or before.replaced_by,
        links=_joined(before.links, [link for link in new.links if link.address not in addresses], MOST_LINKS),
        image=new.image or before.image,
        contact=new.contact or before.contact,
        confirmed=new.confirmed or before.confirmed,
    )


def _joined(before: tuple[Value, ...], new: Iterable[Value], most: int) -> tuple[Value, ...]:
    """Add what is new, as far as there is room; what is there stays."""
    return before + tuple(value for value in new if value not in before)[: max(0, most - len(before))]


def _marked(before: Concept, texts: Sequence[Definition]) -> tuple[Definition, ...]:
    """Leave a text that has not changed as outdated as it is: few formats can say so, and none that it is not."""
    outdated = {(text.text, text.language) for text in before.definitions if text.is_outdated}
    return tuple(
        replace(text, is_outdated=text.is_outdated or (text.text, text.language) in outdated) for text in texts
    )


def _merged_labels(before: Sequence[Label], new: Sequence[Label]) -> tuple[Label, ...]:
    """Add names. A new headword makes the one before it a synonym; a headword stays one that a list calls a synonym."""
    headed = {label.language: label.text for label in new if label.kind is LabelKind.HEADWORD}
    labels: dict[tuple[str, LanguageTag], Label] = {}
    for label in (*before, *new):
        key = label.text, label.language
        is_head = label.kind is LabelKind.HEADWORD or (key in labels and labels[key].kind is LabelKind.HEADWORD)
        if is_head and headed.get(label.language, label.text) == label.text:
            labels[key] = replace(label, kind=LabelKind.HEADWORD)
        else:
            labels[key] = replace(label, kind=LabelKind.SYNONYM) if is_head else label
    return tuple(labels.values())


def replaced(before: Concept, new: Concept, keeps: frozenset[Field]) -> Concept:
    """Give what the file says, with what its format cannot hold as it was."""
    names = {(label.text, label.language) for label in new.labels}
    lost = [
        label
        for label in before.labels
        if _KINDS.get(label.kind, Field.HEADWORDS) not in keeps and (label.text, label.language) not in names
    ]
    labels = (*new.labels, *lost)
    texts = new.definitions if Field.OUTDATED in keeps else _marked(before, new.definitions)
    if Field.ORDER not in keeps and set(labels) == set(before.labels):
        labels = before.labels
    if Field.ORDER not in keeps and set(texts) == set(before.definitions):
        texts = before.definitions
    titles = {} if Field.LINK_TITLES in keeps else {link.address: link for link in before.links}
    return replace(
        new,
        labels=labels,
        definitions=texts,
        replaced_by=new.replaced_by if Field.REPLACED_BY in keeps else before.replaced_by,
        links=tuple(titles.get(link.address, link) for link in new.links),
        image=new.image if Field.IMAGE in keeps else before.image,
        contact=new.contact if Field.CONTACT in keeps else before.contact,
        confirmed=new.confirmed if Field.CONFIRMED in keeps else before.confirmed,
    )
