"""How is a pack made, and whom does it greet? Forms, the preview, places, and how far people get."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from bot.commands import PackDelete, PackEdit, PackHere, PackNew, PackOrder, PackPreview, PackReport
from bot.languages import headword_for, nearest
from bot.packs import (
    LONGEST_PACK_NAME,
    LONGEST_WELCOME,
    MOST_TERMS,
    REMINDERS,
    Pack,
    PackId,
    pack_called,
    terms_of,
)
from bot.replies import (
    Choice,
    ChoiceField,
    Choices,
    Emphasis,
    FileField,
    Form,
    Heading,
    LineField,
    Listing,
    Note,
    Option,
    Options,
    Prose,
    Reply,
    Span,
    Style,
    TextField,
)
from bot.requests import AccountId, place_of_group
from bot.sentences import sentence_of_problem
from bot.wishes.onboarding import found, no_pack, welcome_blocks
from bot.wishes.people import person
from bot.wording import available, plain
from glossary.concept import LanguageTag
from glossary.fields import read_concepts, written_concepts
from glossary.rules import LONGEST_TAG, Problem, Rule, check_text, line_of, prose_of
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.desk import Desk
    from bot.replies import Block, Field, Spans
    from bot.scene import Scene

LONGEST_FIELD = 4000
"""Code points; Discord's limit for a text input."""
NAME, TERMS, TAG, WELCOME, REMINDER = "name", "terms", "tag", "welcome", "reminder"
MOST_OTHER_LANGUAGES = 6
"""Buttons that lead to the welcome in another language."""


async def listed(scene: Scene, desk: Desk) -> Reply:
    """List the packs, and offer to make one."""
    packs = await desk.store.packs_of(scene.context.glossary)
    new = Choices((Choice(scene.wording.text("New pack"), PackNew()),))
    if not packs:
        return Reply((Prose(scene.wording.spans("Nobody has made a pack for newcomers yet.")), new))
    options = tuple(Option(Choice(pack.name, PackPreview(pack.id)), _size(pack, scene)) for pack in packs)
    return Reply((Heading(scene.wording.spans("Packs")), Options(options), new))


def _size(pack: Pack, scene: Scene) -> tuple[Span, ...]:
    return scene.wording.count("{number} term", "{number} terms", len(terms_of(pack, scene.catalogue)))


# ── forms ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def make(wish: PackNew, scene: Scene) -> Form:
    """Open the form for a new pack, with the name that was said."""
    name = wish.name[:LONGEST_PACK_NAME]
    return _form(Pack(_fresh_id(), name), PackNew(name), scene.reader, scene)


async def edit(wish: PackEdit, scene: Scene, desk: Desk) -> Reply | Form:
    """Open the form of a pack with what is in it."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    language = wish.language or _language_of(pack, scene)
    return _form(pack, PackEdit(pack.id, language, pack.version), language, scene)


async def order(wish: PackOrder, scene: Scene, desk: Desk) -> Reply | Form:
    """Open the form with what is in a pack, in its order."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    if pack.tag:
        by_name = scene.wording.spans(
            "{name} holds what has the tag {tag}, by name: there is no other order.", name=_strong(pack), tag=pack.tag
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
    if after.tag and after.concepts:
        errors.append((TAG, scene.wording.text("A pack has entries or a tag. Empty one of the two.")))
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
            form: Reply | Form = make(wish, scene)
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


def _language_of(pack: Pack, scene: Scene) -> LanguageTag:
    """Tell which welcome is opened: the one that the asker would be given, else one in their own language."""
    return nearest(scene.reader, tuple(language for language, _ in pack.welcomes)) or scene.reader


def _days(number: int, scene: Scene) -> str:
    if not number:
        return scene.wording.text("Never")
    return plain(scene.wording.count("After {number} day of silence", "After {number} days of silence", number))


def _fresh_id() -> PackId:
    return PackId(secrets.token_hex(4))


# ── what it is, and whom it greets ────────────────────────────────────────────────────────────────────────────────────


async def preview(wish: PackPreview, scene: Scene, desk: Desk) -> Reply:
    """Show a pack as newcomers get it, all its terms, and whom it greets."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    terms = terms_of(pack, scene.catalogue)
    names = Listing(tuple((Span(headword_for(concept, scene.reader).text),) for concept in terms), is_numbered=True)
    places = [place for one, place in await desk.store.places_of(scene.context.glossary) if one == pack.id]
    shown = Note(scene.wording.spans("This is how newcomers get it:"))
    blocks: list[Block] = [shown, *welcome_blocks(pack, scene)]
    blocks.append(names if terms else Note(_nothing_in(pack, scene)))
    blocks += _greeted_by(pack, places, scene)
    return Reply((*blocks, Choices((*_placing(pack, places, scene), *_changing(pack, scene)))))


def _nothing_in(pack: Pack, scene: Scene) -> Spans:
    """Say why a pack is empty."""
    if pack.tag:
        return scene.wording.spans("No entry has the tag {tag} yet.", tag=pack.tag)
    return scene.wording.spans("None of its entries is in the glossary any more.")


def _greeted_by(pack: Pack, places: Sequence[str], scene: Scene) -> Iterator[Block]:
    """Say whom a pack greets: who joins somewhere, and who is given a role."""
    groups = _groups_among(places, scene)
    if not groups or len(groups) < len(places):
        yield Note(_greets(places, scene))
    if groups:
        yield Note(scene.wording.spans("It greets who is given one of these roles:"))
        yield Options(tuple(_no_longer(pack, group, scene) for group in groups))


def _groups_among(places: Sequence[str], scene: Scene) -> list[str]:
    """List the roles and user groups of this workspace among the places of a pack."""
    lead = replace(scene.place, channel=place_of_group("")).subject
    return [place.removeprefix(lead) for place in places if place.startswith(lead)]


def _no_longer(pack: Pack, group: str, scene: Scene) -> Option:
    stop = PackHere(pack.id, is_placed=False, group=group)
    return Option(Choice(scene.wording.text("No longer greet"), stop), person(AccountId(group)))


def _greets(places: Sequence[str], scene: Scene) -> Spans:
    channels = len(places) - len(_groups_among(places, scene))
    if scene.place.workspace in places:
        return scene.wording.spans("It greets everybody who joins.")
    if scene.place.subject in places:
        return scene.wording.spans("It greets who joins this channel.")
    if channels:
        return scene.wording.count(
            "It greets who joins {number} other channel.", "It greets who joins {number} other channels.", channels
        )
    return scene.wording.spans("It greets nobody yet.")


def _placing(pack: Pack, places: Sequence[str], scene: Scene) -> Iterator[Choice]:
    wording = scene.wording
    if _is_channel(scene):
        if scene.place.subject in places:
            yield Choice(wording.text("No longer greet in this channel"), PackHere(pack.id, is_placed=False))
        else:
            yield Choice(wording.text("Greet who joins this channel"), PackHere(pack.id), Emphasis.PRIMARY)
    if scene.place.workspace in places:
        yield Choice(wording.text("No longer greet everybody"), PackHere(pack.id, is_for_all=True, is_placed=False))
    else:
        yield Choice(wording.text("Greet everybody who joins"), PackHere(pack.id, is_for_all=True))


def _changing(pack: Pack, scene: Scene) -> Iterator[Choice]:
    wording = scene.wording
    shown = _language_of(pack, scene)
    yield Choice(wording.text("Edit"), PackEdit(pack.id, shown))
    if not pack.tag:
        yield Choice(wording.text("Order"), PackOrder(pack.id))
    spoken = (LanguageTag(tag) for tag in sorted(available()))
    others = [tag for tag in dict.fromkeys((*dict(pack.welcomes), *spoken)) if tag != shown]
    for tag in others[:MOST_OTHER_LANGUAGES]:
        yield Choice(wording.text("Welcome ({language})", language=wording.name_of(tag)), PackEdit(pack.id, tag))
    yield Choice(wording.text("Report"), PackReport(pack.id))
    yield Choice(wording.text("Delete"), PackDelete(pack.id), Emphasis.DANGER)


def _is_channel(scene: Scene) -> bool:
    return scene.place.channel is not None and not scene.place.is_direct


async def place(wish: PackHere, scene: Scene, desk: Desk) -> Reply:
    """Let a pack greet who joins here or is given a role, or no longer, and show it.

    A place without channels is the workspace.
    """
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    is_for_all = not wish.group and (wish.is_for_all or scene.place.channel is None)
    if not is_for_all and not wish.group and not _is_channel(scene):
        return Reply((Prose(scene.wording.spans("Write this in the channel that it is about.")),), is_found=False)
    where = replace(scene.place, channel=place_of_group(wish.group)) if wish.group else scene.place
    place = where.workspace if is_for_all else where.subject
    await desk.store.place_pack(scene.context.glossary, pack.id, place, is_placed=wish.is_placed)
    return await preview(PackPreview(pack.id), scene, desk)


async def delete(wish: PackDelete, scene: Scene, desk: Desk) -> Reply:
    """Ask first, then let go of a pack; the entries in it stay."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    if not wish.is_confirmed:
        question = scene.wording.spans(
            "Delete the pack {name}? How far people have come with it is lost; the entries stay.", name=_strong(pack)
        )
        yes = Choice(scene.wording.text("Delete"), PackDelete(pack.id, is_confirmed=True), Emphasis.DANGER)
        return Reply((Prose(question), Choices((yes,))))
    await desk.store.drop_pack(scene.context.glossary, pack.id)
    return Reply((Prose(scene.wording.spans("{name} is deleted.", name=_strong(pack))),))


def _strong(pack: Pack) -> Span:
    return Span(pack.name, Style.STRONG)
