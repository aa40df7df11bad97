"""What is a pack, and whom does it greet? The list, the preview, its places, and its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.commands import PackDelete, PackEdit, PackHere, PackNew, PackOrder, PackPreview, PackReport
from bot.languages import headword_for, nearest
from bot.packs import Pack, terms_of
from bot.replies import Choice, Choices, Emphasis, Heading, Listing, Note, Option, Options, Prose, Reply, Span, Style
from bot.requests import AccountId, place_of_group
from bot.wishes.greeting import welcome_blocks
from bot.wishes.onboarding import found, no_pack
from bot.wishes.people import person
from bot.wording import available
from glossary.concept import LanguageTag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.desk import Desk
    from bot.replies import Block, Spans
    from bot.scene import Scene

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


def language_of_welcome(pack: Pack, scene: Scene) -> LanguageTag:
    """Tell which welcome is opened: the one that the asker would be given, else one in their own language."""
    return nearest(scene.reader, tuple(language for language, _ in pack.welcomes)) or scene.reader


async def preview(wish: PackPreview, scene: Scene, desk: Desk) -> Reply:
    """Show a pack as newcomers get it, all its terms, and whom it greets."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    terms = terms_of(pack, scene.catalogue)
    names = Listing(tuple((Span(headword_for(concept, scene.reader).text),) for concept in terms), is_numbered=True)
    places = [place for one, place in await desk.store.places_of(scene.context.glossary) if one == pack.id]
    shown = Note(scene.wording.spans("This is how newcomers get it:"))
    blocks: list[Block] = [shown, *welcome_blocks(pack, scene), *([names] if terms else [])]
    blocks += _greeted_by(pack, places, scene)
    return Reply((*blocks, Choices((*_placing(pack, places, scene), *_changing(pack, scene)))))


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
    shown = language_of_welcome(pack, scene)
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
            "Delete the pack {name}? How far people have come with it is lost; the entries stay.",
            name=Span(pack.name, Style.STRONG),
        )
        yes = Choice(scene.wording.text("Delete"), PackDelete(pack.id, is_confirmed=True), Emphasis.DANGER)
        return Reply((Prose(question), Choices((yes,))))
    await desk.store.drop_pack(scene.context.glossary, pack.id)
    return Reply((Prose(scene.wording.spans("{name} is deleted.", name=Span(pack.name, Style.STRONG))),))
