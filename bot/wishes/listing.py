"""What is in the glossary? Names in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Browse, Show
from bot.languages import choose, headword_for
from bot.prose import first_line_of
from bot.replies import Block, Choice, Choices, Heading, Option, Options, Prose, Reply
from bot.wishes.defining import title_of
from bot.wording import plain
from glossary.collating import place_of

if TYPE_CHECKING:
    from bot.scene import Scene
    from glossary.collating import Place
    from glossary.concept import Concept

PAGE = 10
"""Names; with the two buttons that turn the page they stay within every platform's limits."""


def browse(wish: Browse, scene: Scene) -> Reply:
    """List a page of the names; a page beyond the end is the last one."""
    concepts = sorted(scene.catalogue, key=lambda concept: _place_of(concept, scene))
    if not concepts:
        return Reply((Prose(scene.wording.spans("This glossary is still empty.")),))
    last = (len(concepts) - 1) // PAGE
    page = min(max(wish.page, 0), last)
    shown = concepts[page * PAGE : (page + 1) * PAGE]
    count = scene.wording.count("{number} entry", "{number} entries", len(concepts))
    blocks: list[Block] = [Heading(count), Options(tuple(_option(concept, scene) for concept in shown))]
    turning = []
    if page > 0:
        turning.append(Choice(scene.wording.text("Previous page"), Browse(page - 1)))
    if page < last:
        turning.append(Choice(scene.wording.text("Next page"), Browse(page + 1)))
    if turning:
        blocks.append(Choices(tuple(turning)))
    return Reply(tuple(blocks))


def _place_of(concept: Concept, scene: Scene) -> Place:
    return place_of(headword_for(concept, scene.reader).text, scene.reader)


def _option(concept: Concept, scene: Scene) -> Option:
    definition = choose(concept, scene.reader, scene.voice.languages).definition
    line = first_line_of(definition.text) if definition else ()
    return Option(Choice(plain(title_of(concept, scene.reader)), Show(concept.id)), line)
