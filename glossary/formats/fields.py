"""Which fields does an entry have in YAML? The same words as in the head of a table, with texts, lists or languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from glossary.concept import LabelKind
from glossary.formats.addresses import image_in, links_in, write_image, write_links
from glossary.formats.cells import language_in, marked
from glossary.formats.columns import KINDS, Column, column_of
from glossary.formats.entries import Entry, Name, Text
from glossary.formats.entry_list import Key
from glossary.formats.languages import language_of
from glossary.formats.yaml_tree import Fields, Node, Scalar, texts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from glossary.concept import Concept, ConceptId, Label, LanguageTag
    from glossary.formats.mentions import Mentions
    from glossary.formats.yaml_writing import Value

NAME_FIELDS: Final = {
    LabelKind.HEADWORD: "headword",
    LabelKind.SYNONYM: "names",
    LabelKind.ABBREVIATION: "abbreviations",
    LabelKind.MISSPELLING: "misspellings",
    LabelKind.AVOIDED: "avoided",
}


def fill(entry: Entry, word: str, node: Node) -> bool:
    """Put one field into an entry; False where the word means nothing."""
    column = column_of(" ".join(word.replace("_", " ").split()).casefold())
    texts = texts_in(node)
    single = texts[0] if texts else ""
    match column:
        case None:
            return False
        case (
            Column.TERM
            | Column.ANY_NAMES
            | Key.HEADWORD
            | Key.NAMES
            | Key.ABBREVIATIONS
            | Key.MISSPELLINGS
            | Key.AVOIDED
        ):
            kind = KINDS[column] if isinstance(column, Key) else None
            entry.names += [name_of(text, LabelKind.HEADWORD if column is Column.TERM else kind) for text in texts]
        case Column.DEFINITION:
            entry.texts += definitions_in(node)
        case Column.CONCEPT_ID:
            entry.id = single
        case Key.TAGS | Column.WORDS:
            entry.tags += [text for text in texts if text not in entry.tags or column is Key.TAGS]
        case Key.RELATED:
            entry.related += texts
        case _:
            _fill_single(entry, column, texts, single)
    return True


def _fill_single(entry: Entry, column: Column | Key, texts: list[str], single: str) -> None:
    match column:
        case Key.DOMAIN:
            entry.domain = single
        case Key.REPLACED_BY:
            entry.replaced_by = single
        case Key.CONTACT:
            entry.contact = single
        case Key.LINKS:
            for text in texts:
                links, rest = links_in(text)
                entry.links += [(link.title, link.address) for link in links] + ([("", rest)] if rest else [])
        case Key.IMAGE if single:
            image = image_in(single)
            entry.image = (image.address, image.alternative_text) if image else (single, "")
        case _:
            pass


def name_of(text: str, kind: LabelKind | None, language: str = "") -> Name:
    """Read a name with the language that stands behind it, if any."""
    plain, said = language_in(text.strip())
    return Name(plain, kind, said or language)


def definitions_in(node: Node) -> list[Text]:
    """Read one text, or a text for each language."""
    if isinstance(node, Fields):
        return [Text(text.text, name.text) for name, text in node.fields if isinstance(text, Scalar)]
    return [Text(text) for text in texts_in(node)]


def name_values(labels: Iterable[Label], guess: Callable[[str], LanguageTag]) -> dict[str, Value]:
    """Write names by their kinds, each with its language where a reader would guess another."""
    labels = tuple(labels)
    return {
        word: [marked(label.text, label.language, guess(label.text)) for label in labels if label.kind is kind]
        for kind, word in NAME_FIELDS.items()
    }


def guess_by_script(default: LanguageTag) -> Callable[[str], LanguageTag]:
    """Guess as a reader with this default does."""
    return lambda text: language_of(text, default)


def other_values(concept: Concept, mentions: Mentions, by_id: Mapping[ConceptId, Concept]) -> dict[str, Value]:
    """Write everything but names and definitions."""
    replaced_by = by_id.get(concept.replaced_by) if concept.replaced_by else None
    return {
        "domain": concept.domain,
        "tags": concept.tags,
        "related": [mentions.name(by_id[other]) for other in concept.related if other in by_id],
        "replaced_by": mentions.name(replaced_by) if replaced_by else "",
        "links": [write_links([link]) for link in concept.links],
        "image": write_image(concept.image) if concept.image else "",
        "contact": concept.contact,
    }
