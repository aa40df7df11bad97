"""What does a newcomer read, and what next? A pack term by term, resumed wherever one left off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.bars import bar
from bot.commands import AskAbout, Know, Next, NotNow, Onboarding, Quiz, Show, Stop
from bot.languages import headword_for
from bot.packs import Learned, Pack, Progress, Status, pack_called, terms_of, unread
from bot.replies import Choice, Choices, Emphasis, Heading, Note, Option, Options, Prose, Reply, Span, Style
from bot.wishes.defining import gone
from bot.wishes.people import person
from bot.wishes.presenting import answer_blocks

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from bot.desk import Desk
    from bot.replies import Block
    from bot.scene import Scene
    from glossary.concept import Concept, ConceptId

FIRST_TERMS = 5
"""Names in a greeting."""
_UNMET = Learned()


async def onboard(wish: Onboarding, scene: Scene, desk: Desk) -> Reply:
    """Go on with a pack; without one, with the only one there is, or let the asker choose."""
    if wish.pack:
        pack = await found(wish.pack, scene, desk)
        return await _resumed(pack, scene, desk) if pack else no_pack(scene)
    packs = await _offered(scene, desk)
    if not packs:
        return Reply((Prose(scene.wording.spans("Nobody has made a pack for newcomers yet.")),), is_found=False)
    if len(packs) == 1:
        return await _resumed(packs[0], scene, desk)
    done = await passed_terms(scene, desk)
    options = tuple(_option(pack, done, scene) for pack in packs)
    return Reply((Heading(scene.wording.spans("What would you like to read?")), Options(options)))


async def _offered(scene: Scene, desk: Desk) -> Sequence[Pack]:
    """Give the packs that concern the asker: begun, or of this place or workspace; all where none does."""
    glossary = scene.context.glossary
    packs = await desk.store.packs_of(glossary)
    begun = [one.pack for one in await desk.store.progress_of(glossary, scene.asker.account)]
    here = {scene.place.subject, scene.place.workspace}
    placed = {pack for pack, place in await desk.store.places_of(glossary) if place in here}
    mine = [pack for pack in packs if pack.id in placed or pack.id in begun]
    order = {pack: number for number, pack in enumerate(begun)}
    return sorted(mine, key=lambda pack: order.get(pack.id, len(order))) or packs


def _option(pack: Pack, done: Container[ConceptId], scene: Scene) -> Option:
    return Option(
        Choice(pack.name, Onboarding(pack.id)), (Span(_how_far(terms_of(pack, scene.catalogue), done, scene)),)
    )


async def _resumed(pack: Pack, scene: Scene, desk: Desk) -> Reply:
    done = await passed_terms(scene, desk)
    await _moved(pack, done, scene, desk)
    return Reply(card(pack, done, scene))


async def go_on(wish: Next | Know, scene: Scene, desk: Desk) -> Reply:
    """Keep that a term is read, or known, and show the next one."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    await _learn(wish.concept, scene, desk, is_read=True)
    if isinstance(wish, Know):
        await desk.store.set_known(scene.asker.account, wish.concept, is_known=True)
    done = await passed_terms(scene, desk)
    await _moved(pack, done, scene, desk)
    return Reply(card(pack, done, scene))


async def tell_more(wish: AskAbout, scene: Scene, desk: Desk) -> Reply:
    """Say whom to ask about a term, and keep that somebody wanted to know more: curators see how many, not who."""
    pack = await found(wish.pack, scene, desk)
    concept = scene.catalogue.get(wish.concept)
    if pack is None or concept is None:
        return gone(scene) if pack else no_pack(scene)
    await _learn(concept.id, scene, desk, is_asked=True)
    owner = await desk.store.owner_of(scene.context.glossary, concept.id)
    name = _strong(headword_for(concept, scene.reader).text)
    if owner is not None:
        whom = scene.wording.spans("{who} looks after {name}: ask there.", who=person(owner), name=name)
    elif concept.contact:
        whom = scene.wording.spans("About {name}, ask: {contact}", name=name, contact=concept.contact)
    else:
        whom = scene.wording.spans("Nobody looks after {name} yet. Ask where you met the word.", name=name)
    seen = Note(scene.wording.spans("The curators see that somebody asked about it, and not who."))
    return Reply((Prose(whom), seen, *_steps(pack, concept, scene)))


async def leave(wish: NotNow | Stop, scene: Scene, desk: Desk) -> Reply:
    """Leave a pack for later, or for good; how far somebody came is kept either way."""
    pack = await found(wish.pack, scene, desk)
    if pack is None:
        return no_pack(scene)
    is_later = isinstance(wish, NotNow)
    await _moved(pack, await passed_terms(scene, desk), scene, desk, Status.LATER if is_later else Status.STOPPED)
    word = Span(scene.wording.word("command", "onboarding"), Style.CODE)
    if not is_later:
        said = scene.wording.spans("All right. If you change your mind, write {word}.", word=word)
    elif pack.reminder_days:
        said = scene.wording.count(
            "Later, then. I remind you once, in {number} day; or write {word}.",
            "Later, then. I remind you once, in {number} days; or write {word}.",
            pack.reminder_days,
            word=word,
        )
    else:
        said = scene.wording.spans("Later, then. Write {word} to go on.", word=word)
    return Reply((Prose(said),))


async def found(name: str, scene: Scene, desk: Desk) -> Pack | None:
    """Find a pack by its id or its name."""
    return pack_called(name, await desk.store.packs_of(scene.context.glossary))


def no_pack(scene: Scene) -> Reply:
    """Say that a pack is not there."""
    return Reply((Prose(scene.wording.spans("There is no such pack here.")),), is_found=False)


async def passed_terms(scene: Scene, desk: Desk) -> frozenset[ConceptId]:
    """Tell which terms the asker has read, or said anywhere that they know."""
    account = scene.asker.account
    learned = await desk.store.learned_by(scene.context.glossary, account)
    return await desk.store.known_by(account) | {concept for concept, one in learned.items() if one.is_read}


async def _learn(
    concept: ConceptId, scene: Scene, desk: Desk, *, is_read: bool = False, is_asked: bool = False
) -> None:
    """Keep what the asker has done with a term, beside what they did before."""
    glossary, account = scene.context.glossary, scene.asker.account
    before = (await desk.store.learned_by(glossary, account)).get(concept, _UNMET)
    after = replace(before, is_read=before.is_read or is_read, is_asked=before.is_asked or is_asked)
    await desk.store.keep_learned(glossary, account, {concept: after})


async def _moved(
    pack: Pack, done: Container[ConceptId], scene: Scene, desk: Desk, status: Status = Status.READING
) -> None:
    """Keep how far the asker has come with a pack, now."""
    glossary, account = scene.context.glossary, scene.asker.account
    terms = terms_of(pack, scene.catalogue)
    left = len(unread(terms, done))
    begun = await desk.store.progress_of(glossary, account)
    new = Progress(account, pack.id, status, 0, scene.now, scene.context.locale)
    before = next((one for one in begun if one.pack == pack.id), new)
    is_done = status is Status.READING and not left
    after = replace(before, status=Status.FINISHED if is_done else status, passed=len(terms) - left, at=scene.now)
    await desk.store.keep_progress(glossary, after)


def card(pack: Pack, done: Container[ConceptId], scene: Scene) -> tuple[Block, ...]:
    """Show the first term that is not read, as readers get it; or that all are."""
    terms = terms_of(pack, scene.catalogue)
    left = unread(terms, done)
    how_far = Note((Span(_how_far(terms, done, scene)),))
    if left:
        return (*answer_blocks(left[0], None, scene), how_far, *_steps(pack, left[0], scene))
    read = Prose(scene.wording.spans("You have read everything in {name}. Well done!", name=_strong(pack.name)))
    quiz = Choice(scene.wording.text("Quiz me"), Quiz(pack.id), Emphasis.PRIMARY)
    shown = (Choice(headword_for(concept, scene.reader).text, Show(concept.id)) for concept in terms[:FIRST_TERMS])
    return (read, how_far, Choices((quiz, *shown)))


def _how_far(terms: Sequence[Concept], done: Container[ConceptId], scene: Scene) -> str:
    passed = len(terms) - len(unread(terms, done))
    return f"{bar(passed, len(terms))} " + scene.wording.text("{number} of {total}", number=passed, total=len(terms))


def _steps(pack: Pack, concept: Concept, scene: Scene) -> tuple[Choices]:
    wording = scene.wording
    return (
        Choices(
            (
                Choice(wording.text("Next"), Next(pack.id, concept.id), Emphasis.PRIMARY),
                Choice(wording.text("I know this"), Know(pack.id, concept.id)),
                Choice(wording.text("Ask about it"), AskAbout(pack.id, concept.id)),
                Choice(wording.text("Quiz me"), Quiz(pack.id)),
                Choice(wording.text("Not now"), NotNow(pack.id)),
                Choice(wording.text("Stop"), Stop(pack.id)),
            )
        ),
    )


def _strong(name: str) -> Span:
    return Span(name, Style.STRONG)
