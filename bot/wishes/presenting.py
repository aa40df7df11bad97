"""How is an entry shown? Its title, names, definition and the rest, and the line that tells it from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access import Role
from bot.languages import choose, headword_for, nearest
from bot.prose import blocks_of, first_line_of
from bot.replies import Choice, Heading, Note, Option, Picture, Prose, Span, Style
from bot.wording import plain
from glossary.concept import LabelKind
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.commands import Command
    from bot.replies import Block, Spans
    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.concept import Concept, LanguageTag


def answer_blocks(concept: Concept, named: LanguageTag | None, scene: Scene) -> tuple[Block, ...]:
    """Show a concept as readers get it, without what can be done next; the title comes first."""
    reader = named or scene.reader
    blocks: list[Block] = [Heading(title_of(concept, reader)), *_names(concept, reader, scene.wording)]
    blocks += _replacement(concept, scene)
    chosen = choose(concept, reader, scene.voice.languages)
    if chosen.definition is None:
        blocks.append(Prose(scene.wording.spans("Nobody has written a definition yet.")))
    else:
        if chosen.is_fallback:
            blocks.append(Note(_fallback(reader, chosen.definition.language, scene.wording)))
        blocks += blocks_of(chosen.definition.text)
        if chosen.definition.is_outdated:
            blocks.append(Note(_outdated(concept, scene)))
    blocks += _extras(concept, scene.wording)
    return tuple(blocks)


def _outdated(concept: Concept, scene: Scene) -> Spans:
    """Say that a translation was overtaken: quietly to readers, and to those who can mend it by which language."""
    newer = [one.language for one in concept.definitions if not one.is_outdated]
    if not may_mend(scene) or not newer:
        return scene.wording.spans("Another language of this entry is newer.")
    languages = ", ".join(scene.wording.name_of(language) for language in newer)
    return scene.wording.spans("This may be out of date: the definition in {languages} is newer.", languages=languages)


def title_of(concept: Concept, reader: LanguageTag) -> Spans:
    """Name the concept in the reader's language, with its first name beside it where they differ."""
    name, original = headword_for(concept, reader).text, concept.headword.text
    title = [Span(name)]
    # What is written in either direction stands in spans of its own, so that each can be kept apart from the signs.
    if strict_key(original) != strict_key(name):
        title += [Span(" · "), Span(original)]
    if concept.domain:
        title += [Span(" ("), Span(concept.domain), Span(")")]
    return tuple(title)


def _names(concept: Concept, reader: LanguageTag, wording: Wording) -> Iterator[Block]:
    """Give the other names that are in good use, each once, those in the reader's language first."""
    shown = {strict_key(headword_for(concept, reader).text), strict_key(concept.headword.text)}
    mine = nearest(reader, tuple(dict.fromkeys(label.language for label in concept.labels)))
    names: dict[str, str] = {}
    used = [label for label in concept.labels if label.kind not in {LabelKind.MISSPELLING, LabelKind.AVOIDED}]
    for label in sorted(used, key=lambda label: label.language != mine):
        if (key := strict_key(label.text)) not in shown:
            names.setdefault(key, label.text)
    if names:
        yield Note(wording.spans("Also: {names}", names=wording.listed(map(Span, names.values()))))


def _replacement(concept: Concept, scene: Scene) -> Iterator[Block]:
    successor = scene.catalogue.get(concept.replaced_by) if concept.replaced_by else None
    if successor is not None:
        name = Span(headword_for(successor, scene.reader).text, Style.STRONG)
        yield Note(scene.wording.spans("Replaced by {name}.", name=name))


def _fallback(reader: LanguageTag, shown: LanguageTag, wording: Wording) -> Spans:
    return wording.spans(
        "There is no definition in {wanted} yet; this one is in {shown}.",
        wanted=wording.name_of(reader),
        shown=wording.name_of(shown),
    )


def _extras(concept: Concept, wording: Wording) -> Iterator[Block]:
    if concept.image:
        yield Picture(concept.image.address, concept.image.alternative_text)
    for link in concept.links:
        yield Prose((Span(link.title, address=link.address),))
    if concept.contact:
        yield Note(wording.spans("Who to ask: {contact}", contact=concept.contact))


def may_mend(scene: Scene) -> bool:
    """Tell whether whoever reads it may write; where others read it too, they need not."""
    return scene.role >= Role.EDITOR and not scene.place.is_public


def option_for(concept: Concept, scene: Scene, command: Command, named: LanguageTag | None = None) -> Option:
    """Offer a concept with the one line that tells it from the others."""
    reader = named or scene.reader
    definition = choose(concept, reader, scene.voice.languages).definition
    line = first_line_of(definition.text) if definition else ()
    return Option(Choice(plain(title_of(concept, reader)), command), line)
