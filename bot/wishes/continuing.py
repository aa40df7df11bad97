"""What can be done next with an entry that is shown? Other languages, what is related, sharing, and mending it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.access import Role
from bot.commands import Edit, Nearby, Share, Show, StillTrue
from bot.languages import Reason, choose, headword_for
from bot.policy import is_stale
from bot.replies import Choice
from bot.tokens import token_of
from bot.wishes import translating
from bot.wishes.mentioning import mentioned_in
from bot.wishes.presenting import may_mend
from bot.wording import name_of_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.concept import Concept, LanguageTag

MOST_RELATED = 5
"""Buttons; the related concepts beyond that are reached through these."""
MOST_MENTIONED = 5
"""Buttons for what a definition mentions."""


def next_steps(concept: Concept, named: LanguageTag | None, scene: Scene, doubtful: str = "") -> Iterator[Choice]:
    """Offer what can be done next; what was typed is `doubtful` where something else may have been meant by it."""
    yield from _languages(concept, named, scene)
    yield from _related(concept, named, scene)
    yield from islice(_mentioned(concept, named, scene), MOST_MENTIONED)
    yield from _sharing(concept, scene)
    yield from _not_it(doubtful, scene.wording) if doubtful else ()
    yield from _mending(concept, named, scene)
    yield from _confirming(concept, scene)


def _languages(concept: Concept, named: LanguageTag | None, scene: Scene) -> Iterator[Choice]:
    """Offer the definition in other languages, and what can be done where the wanted one is missing.

    Each language is offered by its own name. Where others read along, everybody is offered their own instead.
    """
    chosen = choose(concept, named or scene.reader, scene.voice.languages)
    if scene.place.is_public:
        yield Choice(scene.wording.text("In my language"), Show(concept.id))
    else:
        shown = chosen.definition.language if chosen.definition else None
        for language in (definition.language for definition in concept.definitions):
            if language != shown:
                yield Choice(name_of_language(language, language), Show(concept.id, language))
    if chosen.is_fallback:
        yield from translating.offers(concept, named or scene.reader, scene)


def carried(named: LanguageTag | None, scene: Scene) -> LanguageTag | None:
    """Tell which language a button must carry so that what it leads to comes in the language of the question."""
    return named or (scene.reader if scene.voice.reason is Reason.QUESTION else None)


def _related(concept: Concept, named: LanguageTag | None, scene: Scene) -> Iterator[Choice]:
    successor = (concept.replaced_by,) if concept.replaced_by else ()
    for concept_id in dict.fromkeys((*successor, *concept.related[:MOST_RELATED])):
        related = scene.catalogue.get(concept_id)
        if related is not None:
            yield Choice(headword_for(related, named or scene.reader).text, Show(related.id, carried(named, scene)))


def _mentioned(concept: Concept, named: LanguageTag | None, scene: Scene) -> Iterator[Choice]:
    """Offer the known terms in the definition that is shown, but those that are offered as related."""
    definition = choose(concept, named or scene.reader, scene.voice.languages).definition
    offered = {concept.id, concept.replaced_by, *concept.related[:MOST_RELATED]}
    for other in mentioned_in(definition.text, scene) if definition else ():
        if other.id not in offered:
            yield Choice(headword_for(other, named or scene.reader).text, Show(other.id, carried(named, scene)))


def _sharing(concept: Concept, scene: Scene) -> Iterator[Choice]:
    if scene.place.can_share:
        yield Choice(scene.wording.text("Share here"), Share(concept.id))


def _not_it(typed: str, wording: Wording) -> Iterator[Choice]:
    if token_of(Nearby(typed)):
        yield Choice(wording.text("Not what I meant"), Nearby(typed))


def _mending(concept: Concept, named: LanguageTag | None, scene: Scene) -> Iterator[Choice]:
    """Offer those who may write to bring an overtaken translation up to date."""
    shown = choose(concept, named or scene.reader, scene.voice.languages).definition
    if shown is not None and shown.is_outdated and may_mend(scene):
        yield Choice(scene.wording.text("Edit"), Edit(concept.id, shown.language))


def _confirming(concept: Concept, scene: Scene) -> Iterator[Choice]:
    """Offer those who look after the glossary to say that an entry is still right, when it is time."""
    if scene.role >= Role.EDITOR and is_stale(concept, scene.policy, scene.now.date()):
        yield Choice(scene.wording.text("Still true"), StillTrue(concept.id))
