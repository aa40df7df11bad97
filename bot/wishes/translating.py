"""What if it is not there in my language? Writing it, or asking others to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access import Role
from bot.commands import AskTranslation, Show, Translate
from bot.counting import LONGEST_KEY, Looked
from bot.counts import Outcome
from bot.languages import choose, headword_for
from bot.replies import Choice, Choices, Prose, Reply, Span, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.scene import Scene
    from glossary.concept import Concept, LanguageTag


def offers(concept: Concept, wanted: LanguageTag, scene: Scene) -> Iterator[Choice]:
    """Offer to write what is missing, to those who may at least propose; and to ask for it, to everybody."""
    if scene.role >= Role.CONTRIBUTOR:
        yield Choice(scene.wording.text("Translate it"), Translate(concept.id, wanted))
    yield Choice(scene.wording.text("Ask for a translation"), AskTranslation(concept.id, wanted))


def ask(wish: AskTranslation, scene: Scene, count: Callable[[Looked], None]) -> Reply:
    """Count that an entry is wanted in a language, among what was not found."""
    concept = scene.catalogue.get(wish.concept)
    if concept is None:
        return Reply((Prose(scene.wording.spans("This entry is no longer in the glossary.")),), is_found=False)
    found = choose(concept, wish.language)
    if found.definition is not None and not found.is_fallback:
        there = Choice(scene.wording.text("Show the entry"), Show(concept.id, wish.language))
        return Reply((Prose(scene.wording.spans("Somebody has written it by now.")), Choices((there,))))
    missing = _missing(concept.headword.text, wish.language)
    glossary, surface, asker = scene.context.glossary, scene.place.surface, scene.asker.account
    count(Looked(glossary, missing, missing, Outcome.UNTRANSLATED, wish.language, surface, asker))
    name = headword_for(concept, scene.reader).text
    asked = scene.wording.spans(
        "Noted: {name} is wanted in {language}. Those who look after the glossary see it among what is missing.",
        name=Span(name, Style.STRONG),
        language=scene.wording.name_of(wish.language),
    )
    return Reply((Prose(asked),))


def _missing(name: str, language: LanguageTag) -> str:
    """Name what is missing as it would be written in one line: ``MLOps (ko)``, however long the name is."""
    behind = f" ({language})"
    return name[: LONGEST_KEY - len(behind)] + behind
