"""How is a pack written? Its forms, what is wrong in them, and what is kept."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from bot.commands import PackEdit, PackNew, PackOrder, PackPreview
from bot.packs import LONGEST_PACK_NAME, LONGEST_WELCOME, MOST_TERMS, REMINDERS, Pack, PackId, pack_called
from bot.replies import ChoiceField, FileField, Form, LineField, Prose, Reply, Span, Style, TextField
from bot.sentences import sentence_of_problem
from bot.wishes.onboarding import found, no_pack
from bot.wishes.packing import language_of_welcome, preview
from bot.wording import plain
from glossary.fields import read_concepts, written_concepts
from glossary.rules import LONGEST_TAG, Problem, Rule, check_text, line_of, prose_of
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.desk import Desk
    from bot.replies import Field
    from bot.scene import Scene
    from glossary.concept import LanguageTag

LONGEST_FIELD = 4000
"""Code points; Discord's limit for a text input."""
NAME, TERMS, TAG, WELCOME, REMINDER = "name", "terms", "tag", "welcome", "reminder"


def make(scene: Scene) -> Form:
    """Open the form for a new pack."""
    return _form(Pack(_fresh_id(), ""), PackNew(), scene.reader, scene)


async def edit(wish: PackEdit, scene: Scene, desk: Desk) -> Reply | Form:
    """Open the form of a pack with what is in it."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    language = wish.language or language_of_welcome(pack, scene)
    return _form(pack, PackEdit(pack.id, language, pack.version), language, scene)


async def order(wish: PackOrder, scene: Scene, desk: Desk) -> Reply | Form:
    """Open the form with what is in a pack, in its order."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    if pack.tag:
        by_name = scene.wording.spans(
            "{name} holds what has the tag {tag}, by name: there is no other order.",
            name=Span(pack.name, Style.STRONG),
            tag=pack.tag,
        )
        return Reply((Prose(by_name),), is_found=False)
    field = replace(_terms_field(pack, scene), is_required=True)
    return Form(scene.wording.text("Order"), (field,), PackOrder(pack.id, pack.version), scene.wording.text("Save"))


def _form(pack: Pack, purpose: PackNew | PackEdit, language: LanguageTag, scene: Scene) -> Form:
    wording = scene.wording
    days = tuple((str(number), _days(number, scene)) for number in REMINDERS)
    title = wording.text("New pack") if isinstance(purpose, PackNew) else wording.text("Edit the pack")
    welcome = wording.text("Welcome ({language})", language=wording.name_of(language))
    fields: tuple[Field, ...] = (
        LineField(NAME, wording.text("Name"), pack.name, is_required=True, longest=LONGEST_PACK_NAME),
        _terms_field(pack, scene),
        LineField(TAG, wording.text("Or everything with this tag"), pack.tag, longest=LONGEST_TAG),
        TextField(WELCOME, welcome, dict(pack.welcomes).get(language, ""), longest=LONGEST_WELCOME),
        ChoiceField(REMINDER, wording.text("Remind once"), days, str(pack.reminder_days)),
    )
    return Form(title, fields, purpose, wording.text("Save"))


def _terms_field(pack: Pack, scene: Scene) -> TextField:
    written = written_concepts(pack.concepts, scene.catalogue)
    if len(written) > LONGEST_FIELD:
        written = "\n".join(f"#{concept}" for concept in pack.concepts if concept in scene.catalogue)
    hint = scene.wording.text("Names of entries, one a line, in the order in which they are read")
    return TextField(TERMS, scene.wording.text("Entries"), written, hint, longest=LONGEST_FIELD)


async def submit(
    wish: PackNew | PackEdit | PackOrder, values: Mapping[str, str], scene: Scene, desk: Desk
) -> Reply | Form:
    """Keep a pack as it was written, and show it; the form comes back where something is wrong with it."""
    packs = await desk.store.packs_of(scene.context.glossary)
    pack = Pack(_fresh_id(), "") if isinstance(wish, PackNew) else pack_called(wish.pack, packs)
    if pack is None:
        return no_pack(scene)
    problems: list[Problem] = []
    after = _written(pack, values, _language_in(wish, scene), scene, problems)
    errors = [(problem.field, sentence_of_problem(problem, scene.wording)) for problem in problems]
    if pack_called(after.name, [one for one in packs if one.id != pack.id]):
        errors.append((NAME, scene.wording.text("There is a pack of this name already.")))
    is_seen = isinstance(wish, PackNew) or wish.seen == pack.version
    if not errors and not (is_seen and await desk.store.keep_pack(scene.context.glossary, after)):
        key = TERMS if isinstance(wish, PackOrder) else NAME
        errors.append((key, scene.wording.text("Somebody changed this pack meanwhile; saving again replaces it.")))
    if errors:
        return await _returned(wish, values, tuple(errors), scene, desk)
    return await preview(PackPreview(after.id), scene, desk)


async def _returned(
    wish: PackNew | PackEdit | PackOrder,
    values: Mapping[str, str],
    errors: tuple[tuple[str, str], ...],
    scene: Scene,
    desk: Desk,
) -> Reply | Form:
    """Give a form back with what was written in it, based on what is kept now."""
    match wish:
        case PackNew():
            form: Reply | Form = make(scene)
        case PackEdit():
            form = await edit(wish, scene, desk)
        case PackOrder():
            form = await order(wish, scene, desk)
        case _:
            assert_never(wish)
    if isinstance(form, Reply):
        return form
    return replace(form, fields=tuple(_filled(field, values) for field in form.fields), errors=errors)


def _filled(field: Field, values: Mapping[str, str]) -> Field:
    return (
        replace(field, value=values[field.key]) if field.key in values and not isinstance(field, FileField) else field
    )


def _written(
    pack: Pack, values: Mapping[str, str], language: LanguageTag, scene: Scene, problems: list[Problem]
) -> Pack:
    """Read a form; a field that it did not bring keeps its value."""
    name, tag = line_of(values.get(NAME, pack.name)), line_of(values.get(TAG, pack.tag))
    check_text(name, NAME, LONGEST_PACK_NAME, problems)
    check_text(tag, TAG, LONGEST_TAG, problems)
    if not loose_key(name):
        problems.append(Problem(NAME, Rule.REQUIRED))
    concepts = pack.concepts
    if TERMS in values:
        concepts = read_concepts(values[TERMS], TERMS, scene.catalogue, problems, MOST_TERMS)
    if not tag and not concepts and not problems:
        problems.append(Problem(TERMS, Rule.REQUIRED))
    welcomes = dict(pack.welcomes)
    if WELCOME in values:
        welcomes[language] = prose_of(values[WELCOME])
        check_text(welcomes[language], WELCOME, LONGEST_WELCOME, problems, allowed="\n\t")
    days = {str(number): number for number in REMINDERS}.get(values.get(REMINDER, ""), pack.reminder_days)
    kept = tuple((one, text) for one, text in welcomes.items() if text)
    return replace(pack, name=name, concepts=concepts, tag=tag, welcomes=kept, reminder_days=days)


def _language_in(wish: PackNew | PackEdit | PackOrder, scene: Scene) -> LanguageTag:
    return (wish.language if isinstance(wish, PackEdit) else None) or scene.reader


def _days(number: int, scene: Scene) -> str:
    if not number:
        return scene.wording.text("Never")
    return plain(scene.wording.count("After {number} day of silence", "After {number} days of silence", number))


def _fresh_id() -> PackId:
    return PackId(secrets.token_hex(4))
