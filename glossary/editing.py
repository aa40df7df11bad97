"""How does a concept change? One function for each kind of edit, each with the texts as a form brings them.

An edit gives the changed concept, or every problem that it has; nothing that it does not mention is lost. The names of
the parameters are the names of the fields, in forms and in problems. An edit that changes nothing gives the concept
itself. Who takes a concept out has no text to check, and needs no function.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.concept import (
    UNDETERMINED,
    Concept,
    Definition,
    Label,
    LabelKind,
    LanguageTag,
    concept_id_of,
)
from glossary.fields import check_names, lines_of, read_concepts, read_image, read_links, read_names, read_tags
from glossary.rules import (
    LONGEST_CONTACT,
    LONGEST_DOMAIN,
    MOST_LANGUAGES,
    MOST_NAMES,
    SHOWN,
    Problem,
    Rule,
    check_definition,
    check_name,
    check_text,
    line_of,
    prose_of,
    read_language,
)
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from glossary.catalogue import Catalogue
    from glossary.concept import ConceptId

Edited = Concept | tuple[Problem, ...]
"""The concept as it would be, or everything that is wrong with the edit (at least one problem)."""


def created(  # noqa: PLR0913 — the five fields of the form, and what tells its id from one that is taken
    *, name: str, language: str, definition: str = "", names: str = "", domain: str = "", salt: str = ""
) -> Edited:
    """Make a new concept; without a definition it is a word that waits for one.

    The id comes of the name, the domain and the salt: give another salt while it is taken.
    """
    problems: list[Problem] = []
    tag = read_language(language, "language", problems) or UNDETERMINED
    labels = _headworded((), _read_headword(name, problems), tag)
    if not labels:
        problems.append(Problem("name", Rule.REQUIRED))
    others = [label for label in read_names(names, LabelKind.SYNONYM, tag, {tag}) if label.text != line_of(name)]
    check_names(others, "names", problems)
    subject = _read_domain(domain, problems)
    definitions = _defined((), _read_definition(definition, problems), tag)
    labels = (*labels, *others)
    _check_size(labels, definitions, "names", problems)
    if problems:
        return tuple(problems)
    concept_id = concept_id_of(strict_key(labels[0].text), strict_key(subject), salt)
    return Concept(concept_id, labels, definitions, subject)


def defined(concept: Concept, *, language: str, name: str, definition: str) -> Edited:
    """Say name and definition in one language anew.

    A name that the concept has already becomes the headword, and the headword a synonym; otherwise the new name
    stands instead of the old. An empty name or definition takes it out, as long as one headword is left.
    """
    return _said(concept, language=language, name=name, definition=definition, names=None)


def translated(concept: Concept, *, language: str, name: str, definition: str, names: str) -> Edited:
    """Say everything in one language anew: as `defined`, and the synonyms, one a line, all in this language."""
    return _said(concept, language=language, name=name, definition=definition, names=names)


def named(  # noqa: PLR0913 — the four fields of the form, and the language that it is about
    concept: Concept,
    *,
    language: LanguageTag,
    synonyms: str = "",
    abbreviations: str = "",
    misspellings: str = "",
    avoided: str = "",
) -> Edited:
    """Say all names but the headwords anew, by kind; the language is that of the lines which name none."""
    known = {label.language for label in concept.labels}
    fields = (
        ("synonyms", synonyms, LabelKind.SYNONYM),
        ("abbreviations", abbreviations, LabelKind.ABBREVIATION),
        ("misspellings", misspellings, LabelKind.MISSPELLING),
        ("avoided", avoided, LabelKind.AVOIDED),
    )
    problems: list[Problem] = []
    wanted: list[Label] = []
    kept = tuple(label for label in concept.labels if label.kind is LabelKind.HEADWORD)
    for field, text, kind in fields:
        read = read_names(text, kind, language, known)
        check_names(read, field, problems)
        _check_new(read, (*kept, *wanted), field, problems)
        wanted.extend(read)
    labels = _relabelled(concept.labels, kept, wanted)
    _check_size(labels, concept.definitions, "synonyms", problems)
    return tuple(problems) or _changed(concept, labels=labels)


def related(concept: Concept, catalogue: Catalogue, *, related: str, replaced_by: str) -> Edited:
    """Say anew what the concept is related to and what took its place, by their names.

    Relations to what the catalogue does not hold stand in no form, and stay: it may be restored.
    """
    problems: list[Problem] = []
    relations = read_concepts(related, "related", catalogue, problems)
    successors = read_concepts(replaced_by, "replaced_by", catalogue, problems)
    for field, ids in (("related", relations), ("replaced_by", successors)):
        if concept.id in ids:
            problems.append(Problem(field, Rule.ITSELF, concept.headword.text))
    if len(successors) > 1:
        problems.append(Problem("replaced_by", Rule.TOO_MANY, limit=1))
    hidden = tuple(other for other in concept.related if other not in catalogue)
    if relations == tuple(other for other in concept.related if other in catalogue):
        relations, hidden = concept.related, ()
    successor: ConceptId | None = next(iter(successors), None)
    if successor is None and concept.replaced_by not in catalogue:
        successor = concept.replaced_by
    return tuple(problems) or _changed(concept, related=(*relations, *hidden), replaced_by=successor)


def detailed(  # noqa: PLR0913 — the five fields of the form
    concept: Concept, *, domain: str, tags: str, links: str, image: str, contact: str
) -> Edited:
    """Say everything else anew."""
    problems: list[Problem] = []
    person = line_of(contact)
    check_text(person, "contact", LONGEST_CONTACT, problems)
    changes = {
        "domain": _read_domain(domain, problems),
        "tags": read_tags(tags, "tags", problems),
        "links": read_links(links, "links", problems),
        "image": read_image(image, "image", problems),
        "contact": person,
    }
    return tuple(problems) or _changed(concept, **changes)


def _said(concept: Concept, *, language: str, name: str, definition: str, names: str | None) -> Edited:
    problems: list[Problem] = []
    tag = read_language(language, "language", problems) or UNDETERMINED
    labels = _headworded(concept.labels, _read_headword(name, problems), tag)
    if not any(label.kind is LabelKind.HEADWORD for label in labels):
        problems.append(Problem("name", Rule.REQUIRED))
    definitions = _defined(concept.definitions, _read_definition(definition, problems), tag)
    if names is not None:
        lines = [Label(line, tag) for line in lines_of(names) if line != line_of(name)]
        check_names(lines, "names", problems)
        kept = tuple(label for label in labels if label.kind is not LabelKind.SYNONYM or label.language != tag)
        _check_new(lines, kept, "names", problems)
        # A headword that gave way to another name is a synonym since a moment, and could not stand in the form.
        given_way = [label for label in labels if label not in (*kept, *concept.labels, *lines)]
        labels = _relabelled(labels, kept, [*given_way, *lines])
    _check_size(labels, definitions, "name" if names is None else "names", problems)
    return tuple(problems) or _changed(concept, labels=labels, definitions=definitions)


def _read_headword(name: str, problems: list[Problem]) -> str:
    line = line_of(name)
    if line:
        check_name(line, "name", problems)
    return line


def _read_definition(definition: str, problems: list[Problem]) -> str:
    text = prose_of(definition)
    check_definition(text, "definition", problems)
    return text


def _read_domain(domain: str, problems: list[Problem]) -> str:
    line = line_of(domain)
    check_text(line, "domain", LONGEST_DOMAIN, problems)
    return line


def _headworded(labels: tuple[Label, ...], name: str, language: LanguageTag) -> tuple[Label, ...]:
    """Make a name the headword of its language, in the place of the old one; "" leaves the language without."""
    old = next((one for one in labels if one.kind is LabelKind.HEADWORD and one.language == language), None)
    same = next((one for one in labels if (one.text, one.language) == (name, language)), None)
    new = (Label(name, language, LabelKind.HEADWORD),) if name else ()
    if same is not None and same == old:
        return labels
    if old is None:
        return (*(one for one in labels if one != same), *new)
    given_way = (Label(old.text, language),)
    places = {old: new, same: given_way}
    return tuple(label for one in labels for label in places.get(one, (one,)))


def _defined(definitions: tuple[Definition, ...], text: str, language: LanguageTag) -> tuple[Definition, ...]:
    """Put the definition in its language in the place of the old one; "" takes it out."""
    new = (Definition(text, language),) if text else ()
    if all(definition.language != language for definition in definitions):
        return (*definitions, *new)
    return tuple(
        one for definition in definitions for one in (new if definition.language == language else (definition,))
    )


def _relabelled(labels: tuple[Label, ...], kept: Collection[Label], wanted: Sequence[Label]) -> tuple[Label, ...]:
    """Keep what is kept or wanted where it stands, and add what is new."""
    remaining = tuple(label for label in labels if label in kept or label in wanted)
    return (*remaining, *(label for label in wanted if label not in remaining))


def _check_new(read: Iterable[Label], beside: Iterable[Label], field: str, problems: list[Problem]) -> None:
    taken = {(label.text, label.language) for label in beside}
    problems.extend(
        Problem(field, Rule.STANDS_TWICE, label.text[:SHOWN]) for label in read if (label.text, label.language) in taken
    )


def _check_size(
    labels: Sequence[Label], definitions: Sequence[Definition], field: str, problems: list[Problem]
) -> None:
    if len(labels) > MOST_NAMES:
        problems.append(Problem(field, Rule.TOO_MANY, limit=MOST_NAMES))
    languages = {label.language for label in labels} | {definition.language for definition in definitions}
    if len(languages) > MOST_LANGUAGES:
        problems.append(Problem("language" if field == "name" else field, Rule.TOO_MANY, limit=MOST_LANGUAGES))


def _changed(concept: Concept, **changes: object) -> Concept:
    changed = replace(concept, **changes)  # type: ignore[arg-type]
    return concept if changed == concept else changed
