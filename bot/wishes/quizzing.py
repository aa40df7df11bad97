"""What have I kept? A question at a time: meaning to term, term to meaning, and again later what was missed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.commands import Guess, Onboarding, Quiz, Show
from bot.packs import Learned, box_after, due_in, terms_of
from bot.quiz import answers_to, is_asked_by_meaning, meaning_of, next_asked, shown_name
from bot.replies import Choice, Choices, Emphasis, Heading, Option, Options, Prose, Reply, Span, Style
from bot.wishes.defining import gone
from bot.wishes.onboarding import found, no_pack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.desk import Desk
    from bot.scene import Scene
    from glossary.concept import Concept, ConceptId

_UNMET = Learned()


async def quiz(wish: Quiz, scene: Scene, desk: Desk) -> Reply:
    """Ask what is due, else something new; say when it goes on where neither is left."""
    pack = await found(wish.pack, scene, desk) if wish.pack else None
    if wish.pack and pack is None:
        return no_pack(scene)
    learned = await desk.store.learned_by(scene.context.glossary, scene.asker.account)
    concepts = terms_of(pack, scene.catalogue) if pack else await _met(learned, scene, desk)
    if not any(concept.definitions for concept in concepts):
        nothing = scene.wording.spans("There is nothing to ask you yet: read something first.")
        return Reply((Prose(nothing), Choices((_read_on(wish.pack, scene),))), is_found=False)
    asked = next_asked(concepts, learned, scene.now)
    if asked is None:
        return _rest(wish.pack, concepts, learned, scene)
    return _question(wish.pack, asked, learned.get(asked.id, _UNMET).box, scene)


async def _met(learned: Mapping[ConceptId, Learned], scene: Scene, desk: Desk) -> Sequence[Concept]:
    """Give what the asker has met, then the rest of the packs that they began; each once."""
    glossary = scene.context.glossary
    begun = {one.pack for one in await desk.store.progress_of(glossary, scene.asker.account)}
    packs = [pack for pack in await desk.store.packs_of(glossary) if pack.id in begun]
    met = [concept for concept in map(scene.catalogue.get, learned) if concept is not None]
    rest = [concept for pack in packs for concept in terms_of(pack, scene.catalogue)]
    return tuple({concept.id: concept for concept in (*met, *rest)}.values())


def _question(pack: str, asked: Concept, box: int, scene: Scene) -> Reply:
    answers = answers_to(asked, box, scene.catalogue)
    commands = [Guess(pack, asked.id, box, one.id) for one in answers]
    if is_asked_by_meaning(box):
        heading = Heading(scene.wording.spans("What is this?"))
        choices = (
            Choice(shown_name(one, scene.reader), command) for one, command in zip(answers, commands, strict=True)
        )
        return Reply((heading, Prose((Span(meaning_of(asked, scene.reader)),)), Choices(tuple(choices))))
    name = Span(shown_name(asked, scene.reader), Style.STRONG)
    heading = Heading(scene.wording.spans("What does {name} mean?", name=name))
    options = (
        Option(Choice(letter, command), (Span(meaning_of(one, scene.reader)),))
        for letter, one, command in zip("ABCDEFG", answers, commands, strict=False)
    )
    return Reply((heading, Options(tuple(options))))


async def guess(wish: Guess, scene: Scene, desk: Desk) -> Reply:
    """Say whether an answer was right, and put the term into its next box: once for each question, however old."""
    asked = scene.catalogue.get(wish.concept)
    if asked is None:
        return gone(scene)
    is_right = wish.picked == wish.concept
    glossary, account = scene.context.glossary, scene.asker.account
    kept = (await desk.store.learned_by(glossary, account)).get(asked.id, _UNMET)
    if kept.box == wish.box:
        box = box_after(wish.box, is_right=is_right)
        kept = replace(kept, box=box, due=due_in(box, scene.now))
        await desk.store.keep_learned(glossary, account, {asked.id: kept})
    name = Span(shown_name(asked, scene.reader), Style.STRONG)
    if is_right:
        said = scene.wording.spans("Right: {name}.", name=name)
    else:
        said = scene.wording.spans("Not quite. The answer is {name}.", name=name)
    meaning = Prose((Span(meaning_of(asked, scene.reader)),))
    choices = (
        Choice(scene.wording.text("Next question"), Quiz(wish.pack), Emphasis.PRIMARY),
        Choice(scene.wording.text("Show the entry"), Show(asked.id)),
        _read_on(wish.pack, scene),
    )
    return Reply((Prose(said), meaning, Choices(choices)))


def _rest(pack: str, concepts: Sequence[Concept], learned: Mapping[ConceptId, Learned], scene: Scene) -> Reply:
    """Say when the quiz goes on."""
    dues = [one.due for concept in concepts for one in (learned.get(concept.id, _UNMET),) if one.due]
    said = scene.wording.spans("That is all for now. The next question comes {when}.", when=_when(min(dues), scene))
    return Reply((Prose(said), Choices((_read_on(pack, scene),))))


def _when(due: datetime, scene: Scene) -> str:
    if due.date() == scene.now.date():
        return scene.wording.text("later today")
    return scene.wording.text("on {day}", day=scene.wording.day(due.date()))


def _read_on(pack: str, scene: Scene) -> Choice:
    return Choice(scene.wording.text("Go on reading"), Onboarding(pack))
