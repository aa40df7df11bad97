"""What if it is not there? Asking for a term, and being told when it is defined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Define, Show, Unask
from bot.counting import LONGEST_KEY, Looked, writable
from bot.counts import Outcome
from bot.keeping import Want
from bot.replies import Choice, Choices, Note, Prose, Reply
from bot.tokens import token_of
from bot.wishes.defining import define, gone, not_found, show
from bot.wording import quoted
from glossary.gathering import keys_of, keys_of_name
from glossary.lookup import Ambiguous, Answer, How, Query, resolve

if TYPE_CHECKING:
    from bot.commands import Ask, Fulfilled
    from bot.desk import Desk
    from bot.scene import Scene
    from glossary.concept import Concept

_GUESSED = (How.CORRECTED, How.ROMANIZED, How.PART)


async def ask(wish: Ask, scene: Scene, desk: Desk) -> Reply:
    """Keep that the asker waits for a term; what is there already is shown."""
    if _is_there(wish.text, scene):
        return define(Define(None, wish.text), scene, desk.count)
    typed = writable(" ".join(wish.text.split()))[:LONGEST_KEY]
    keys = keys_of(typed)
    if not keys:
        return not_found(wish.text, scene)
    desk.count(_missed(typed, scene))
    want = Want(scene.asker.account, typed, keys, scene.now)
    if await desk.store.want(scene.context.glossary, want) != scene.revision:
        defined = await _defined_meanwhile(want, scene, desk)
        if defined is not None:
            await desk.store.drop_want(scene.context.glossary, want.account, typed)
            return Reply((_there(scene), *show(Show(defined.id), scene).blocks))
    said = Prose(scene.wording.spans("I will tell you when {typed} is defined.", typed=quoted(typed)))
    never_mind = [Choice(scene.wording.text("Never mind"), Unask(typed))] if token_of(Unask(typed)) else []
    return Reply((said, *([Choices(tuple(never_mind))] if never_mind else [])))


def _is_there(text: str, scene: Scene) -> bool:
    """Tell whether a term is found without guessing: what was mended may be another word, so it can be asked for."""
    match resolve(Query(text, scene.reader), scene.catalogue, scene.likelihood):
        case Answer(match):
            return match.how not in _GUESSED
        case Ambiguous():
            return True
        case _:
            return False


def _missed(typed: str, scene: Scene) -> Looked:
    """Count it among what is missing, also where a lookup guessed at something else."""
    surface, account = scene.place.surface, scene.asker.account
    return Looked(scene.context.glossary, typed, typed, Outcome.NOT_FOUND, scene.reader, surface, account)


async def _defined_meanwhile(want: Want, scene: Scene, desk: Desk) -> Concept | None:
    """Find what was defined after the asker looked and before they asked."""
    changes = await desk.store.changes(scene.context.glossary, scene.revision)
    named = (one for one in changes.put if any(want.keys & keys_of_name(label.text) for label in one.labels))
    return next((concept for concept in named if concept.definitions), None)


async def unask(wish: Unask, scene: Scene, desk: Desk) -> Reply:
    """Wait no longer."""
    await desk.store.drop_want(scene.context.glossary, scene.asker.account, wish.text)
    return Reply((Prose(scene.wording.spans("All right, you do not wait for it any more.")),))


def fulfilled(wish: Fulfilled, scene: Scene) -> Reply:
    """Tell somebody that what they asked for is there, and show it."""
    concept = scene.catalogue.get(wish.concept)
    return gone(scene) if concept is None else Reply((_there(scene), *show(Show(concept.id), scene).blocks))


def _there(scene: Scene) -> Note:
    return Note(scene.wording.spans("You asked for this, and now it is here:"))
