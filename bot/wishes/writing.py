"""What can be written, and with which form? Forms with the present values in them, and forms read back as a concept."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, assert_never

from bot.commands import Add, Edit, More, Names, Relate, Translate
from bot.languages import choose, wanted
from bot.replies import ChoiceField, FileField, Form, LineField, TextField
from bot.sentences import sentence_of_problem
from bot.tokens import token_of
from bot.wording import available, name_of_language
from glossary.concept import LabelKind, LanguageTag
from glossary.editing import created, defined, detailed, named, related, translated
from glossary.fields import written_concepts, written_image, written_links, written_names, written_tags
from glossary.rules import LONGEST_CONTACT, LONGEST_DEFINITION, LONGEST_DOMAIN, LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.commands import Changing, Resume
    from bot.replies import Field
    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.concept import Concept, Label
    from glossary.editing import Edited

LONGEST_WHY = 200
MOST_LANGUAGES = 25
"""Choices in one field; Discord's limit for a select."""


def form_of(purpose: Add | Changing, scene: Scene, values: Mapping[str, str] | None = None) -> Form | None:
    """Open the form of a command, with the values given or else the present ones; None where its concept is gone."""
    fields = _fields(purpose, scene)
    if fields is None:
        return None
    filled = tuple(_filled(field, values or {}) for field in fields)
    return Form(_title(purpose, scene.wording), filled, _stamped(purpose, scene), scene.wording.text("Continue"))


def written(purpose: Add | Changing, values: Mapping[str, str], scene: Scene, again: Resume) -> Concept | Form | None:
    """Read a form: the concept as it would be; the form with its faults; None where the concept is gone.

    A field that the form did not bring keeps its present value.
    """
    form = form_of(purpose, scene, values)
    if form is None:
        return None
    said = {field.key: getattr(field, "value", "") for field in form.fields} | dict(values)
    edited = _created(said, scene) if isinstance(purpose, Add) else _changed(purpose, said, scene)
    if not isinstance(edited, tuple):
        return edited
    errors = tuple((problem.field, sentence_of_problem(problem, scene.wording)) for problem in edited)
    return replace(form, purpose=again, errors=errors)


def language_of(purpose: Add | Changing, values: Mapping[str, str], scene: Scene) -> LanguageTag:
    """Tell in which language a form is written: the one it names, else the one that the reader sees."""
    if isinstance(purpose, Add):
        return LanguageTag(values.get("language", "") or scene.reader)
    if isinstance(purpose, Edit | Translate) and purpose.language:
        return purpose.language
    concept = scene.catalogue.get(purpose.concept)
    if isinstance(purpose, Edit) and concept is not None:
        shown = choose(concept, scene.reader, scene.voice.languages).definition
        return shown.language if shown else scene.reader
    return scene.reader


def _title(purpose: Add | Changing, wording: Wording) -> str:
    match purpose:
        case Add():
            return wording.text("New entry")
        case Edit():
            return wording.text("Edit")
        case Translate():
            return wording.text("Translate")
        case Names():
            return wording.text("Names")
        case Relate():
            return wording.text("Related")
        case More():
            return wording.text("More")
        case _:
            assert_never(purpose)


def _fields(purpose: Add | Changing, scene: Scene) -> tuple[Field, ...] | None:
    """Make the fields of a form with the present values; None where the concept is gone."""
    if isinstance(purpose, Add):
        return _new_fields(purpose.text, scene)
    concept = scene.catalogue.get(purpose.concept)
    if concept is None:
        return None
    language = language_of(purpose, {}, scene)
    match purpose:
        case Edit():
            return (*said_fields(concept, language, scene), _why(scene))
        case Translate():
            names = written_names(_synonyms(concept, language), language)
            others = TextField("names", scene.wording.text("Other names"), names, _one_a_line(scene))
            return (*said_fields(concept, language, scene), others, _why(scene))
        case Names():
            return (*_name_fields(concept, scene), _why(scene))
        case Relate():
            return _relation_fields(concept, scene)
        case More():
            return _detail_fields(concept, scene)
        case _:
            assert_never(purpose)


def _changed(purpose: Changing, said: Mapping[str, str], scene: Scene) -> Edited:
    """Carry an edit out on the texts of a form; its concept is there, for the form was opened."""
    concept = next(one for one in (scene.catalogue.get(purpose.concept),) if one is not None)
    language = language_of(purpose, said, scene)
    match purpose:
        case Edit():
            return defined(concept, language=language, name=said["name"], definition=said["definition"])
        case Translate():
            name, definition, names = said["name"], said["definition"], said["names"]
            return translated(concept, language=language, name=name, definition=definition, names=names)
        case Names():
            kinds = {key: said[key] for key in _KINDS}
            return named(concept, language=scene.reader, **kinds)
        case Relate():
            return related(concept, scene.catalogue, related=said["related"], replaced_by=said["replaced_by"])
        case More():
            details = {key: said[key] for key in ("domain", "tags", "links", "image", "contact")}
            return detailed(concept, **details)
        case _:
            assert_never(purpose)


def _created(said: Mapping[str, str], scene: Scene) -> Edited:
    """Make a new concept under an id that is free."""
    texts = {key: said[key] for key in ("name", "definition", "names", "domain")}
    texts["language"] = said["language"] or scene.reader
    tries = (created(salt="+" * number, **texts) for number in count())
    return next(made for made in tries if isinstance(made, tuple) or made.id not in scene.catalogue)


_KINDS: Mapping[str, LabelKind] = {
    "synonyms": LabelKind.SYNONYM,
    "abbreviations": LabelKind.ABBREVIATION,
    "misspellings": LabelKind.MISSPELLING,
    "avoided": LabelKind.AVOIDED,
}


def _new_fields(text: str, scene: Scene) -> tuple[Field, ...]:
    wording = scene.wording
    tags = wanted(scene.reader, *(LanguageTag(tag) for tag in sorted(available())))[:MOST_LANGUAGES]
    languages = tuple((tag, name_of_language(tag, tag)) for tag in tags)
    domain_hint = wording.text("Only when the name means other things too: company, networking …")
    return (
        LineField("name", wording.text("Name"), text, is_required=True, longest=LONGEST_NAME),
        TextField("definition", wording.text("Definition"), longest=LONGEST_DEFINITION),
        ChoiceField("language", wording.text("Language"), languages, scene.reader),
        TextField("names", wording.text("Other names"), hint=_one_a_line(scene)),
        LineField("domain", wording.text("Domain"), hint=domain_hint, longest=LONGEST_DOMAIN),
    )


def said_fields(concept: Concept, language: LanguageTag, scene: Scene) -> tuple[LineField, TextField]:
    """Make the fields for name and definition in one language, with the present ones."""
    headword, definition = concept.headword_in(language), concept.definition_in(language)
    where = scene.wording.name_of(language)
    name = scene.wording.text("Name ({language})", language=where)
    text = scene.wording.text("Definition ({language})", language=where)
    return (
        LineField("name", name, headword.text if headword else "", longest=LONGEST_NAME),
        TextField("definition", text, definition.text if definition else "", longest=LONGEST_DEFINITION),
    )


def _name_fields(concept: Concept, scene: Scene) -> tuple[Field, ...]:
    wording = scene.wording
    titles = {
        "synonyms": wording.text("Other names"),
        "abbreviations": wording.text("Abbreviations"),
        "misspellings": wording.text("Common misspellings"),
        "avoided": wording.text("Names to avoid"),
    }

    def present(kind: LabelKind) -> str:
        return written_names((label for label in concept.labels if label.kind is kind), scene.reader)

    return tuple(TextField(key, titles[key], present(kind), _one_a_line(scene)) for key, kind in _KINDS.items())


def _relation_fields(concept: Concept, scene: Scene) -> tuple[Field, ...]:
    wording = scene.wording
    relations = written_concepts(concept.related, scene.catalogue)
    successor = written_concepts((concept.replaced_by,) if concept.replaced_by else (), scene.catalogue)
    return (
        TextField("related", wording.text("Related entries"), relations, _one_a_line(scene)),
        LineField("replaced_by", wording.text("Replaced by"), successor, longest=LONGEST_NAME + LONGEST_DOMAIN),
    )


def _detail_fields(concept: Concept, scene: Scene) -> tuple[Field, ...]:
    wording = scene.wording
    return (
        LineField("domain", wording.text("Domain"), concept.domain, longest=LONGEST_DOMAIN),
        LineField(
            "tags", wording.text("Tags"), written_tags(concept.tags), wording.text("Separated by commas"), longest=1000
        ),
        TextField("links", wording.text("Links"), written_links(concept.links), wording.text("title | https://…")),
        LineField(
            "image",
            wording.text("Image"),
            written_image(concept.image),
            wording.text("https://… | what is seen"),
            longest=1000,
        ),
        LineField("contact", wording.text("Who to ask"), concept.contact, longest=LONGEST_CONTACT),
    )


def _why(scene: Scene) -> Field:
    return LineField("why", scene.wording.text("Why"), hint=scene.wording.text("For the history"), longest=LONGEST_WHY)


def _one_a_line(scene: Scene) -> str:
    return scene.wording.text("One a line; (ko) behind a name says its language")


def _synonyms(concept: Concept, language: LanguageTag) -> list[Label]:
    return [label for label in concept.labels if label.kind is LabelKind.SYNONYM and label.language == language]


def _filled(field: Field, values: Mapping[str, str]) -> Field:
    """Put a value that was written into its field."""
    return field if field.key not in values or isinstance(field, FileField) else replace(field, value=values[field.key])


def _stamped(purpose: Add | Changing, scene: Scene) -> Add | Changing:
    """Say in the command which language and which state of the glossary the form shows."""
    match purpose:
        case Edit() | Translate():
            language = language_of(purpose, {}, scene)
            return replace(purpose, language=language, seen=purpose.seen or scene.revision)
        case Names() | Relate() | More():
            return replace(purpose, seen=purpose.seen or scene.revision)
        case Add():
            return purpose if token_of(purpose) else Add()  # its text stands in the form
        case _:
            assert_never(purpose)
