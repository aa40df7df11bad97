"""How is a newcomer met? The greeting when somebody joins, and the one reminder of what they left unread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.commands import Greet, Onboarding
from bot.desk import notice_to
from bot.languages import headword_for
from bot.packs import Pack, Progress, Status, terms_of, welcome_of
from bot.prose import blocks_of
from bot.replies import Aside, Choice, Choices, Emphasis, Heading, Note, Prose, Reply, Silence, Span, Style
from bot.requests import ChannelId, Fact, channel_among
from bot.scene import in_public
from bot.wishes.onboarding import FIRST_TERMS, card, found, no_pack, passed_terms
from bot.wishes.people import person

if TYPE_CHECKING:
    from bot.commands import Joined, Remind
    from bot.desk import Desk
    from bot.packs import PackId
    from bot.replies import Block
    from bot.scene import Scene


async def joined(wish: Joined, scene: Scene, desk: Desk) -> Silence:
    """Greet whoever joined with each pack of where they came; neither a bot, nor somebody who was greeted before."""
    if Fact.IS_BOT in scene.asker.facts:
        return Silence()
    reached = {scene.place.subject, *(replace(scene.place, channel=one).subject for one in wish.channels)}
    here: dict[PackId, str] = {}
    for one, place in await desk.store.places_of(scene.context.glossary):
        if place in reached:
            here[one] = here.get(one) or channel_among(place, scene.place.workspace)
    packs = await desk.store.packs_of(scene.context.glossary) if here else ()
    for pack in packs:
        if pack.id in here and (terms_of(pack, scene.catalogue) or pack.welcomes):
            await _greeted(pack, here[pack.id], scene, desk)
    return Silence()


async def _greeted(pack: Pack, channel: str, scene: Scene, desk: Desk) -> None:
    account, locale = scene.asker.account, scene.context.locale
    greeting = notice_to(account, Greet(pack.id, locale, channel), f"greet:{pack.id}:{account}", scene)
    begun = Progress(account, pack.id, Status.GREETED, 0, scene.now, locale)
    await desk.store.begin(scene.context.glossary, begun, greeting, desk.pace)


async def greet(wish: Greet, scene: Scene, desk: Desk) -> Reply:
    """Welcome a newcomer: what the curators wrote, what comes, and the first term that they have not read."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    blocks = (*welcome_blocks(pack, scene), *card(pack, await passed_terms(scene, desk), scene))
    return Reply(blocks, aside=_aside(pack, wish.channel, scene))


def _aside(pack: Pack, channel: str, scene: Scene) -> Aside:
    """Say in front of others only that there is something to read; what is read and learned stays private."""
    account, wording = scene.asker.account, in_public(scene).wording
    said = wording.spans(
        "{who}, there is a short reading list for you here: {name}. Only you see what you read.",
        who=person(account),
        name=Span(pack.name, Style.STRONG),
    )
    begin = Choices((Choice(wording.text("Begin"), Onboarding(pack.id), Emphasis.PRIMARY),))
    return Aside((Prose(said), begin), account, ChannelId(channel) if channel else None)


def welcome_blocks(pack: Pack, scene: Scene) -> tuple[Block, ...]:
    """Say what newcomers are told first, and name what comes first."""
    terms = terms_of(pack, scene.catalogue)
    names = ", ".join(headword_for(concept, scene.reader).text for concept in terms[:FIRST_TERMS])
    more = " …" if len(terms) > FIRST_TERMS else ""
    count = scene.wording.count(
        "{number} term to know here: {names}",
        "{number} terms to know here: {names}",
        len(terms),
        names=f"{names}{more}",
    )
    private = scene.wording.spans("How far you are is only for you.")
    return (Heading((Span(pack.name),)), *blocks_of(welcome_of(pack, scene.reader)), Prose(count), Note(private))


async def remind(wish: Remind, scene: Scene, desk: Desk) -> Reply:
    """Remind somebody, with the term that comes next."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    said = scene.wording.spans(
        "{name} is waiting for you. This is where you left off:", name=Span(pack.name, Style.STRONG)
    )
    return Reply((Prose(said), *card(pack, await passed_terms(scene, desk), scene)))
