"""Which known terms stand in this text? Explained to the asker alone, without those that the asker knows already."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.commands import Define, Explained, Known, Show
from bot.languages import headword_for
from bot.replies import Choice, Choices, Heading, Note, Options, Prose, Reply, Span, Style
from bot.scene import in_private
from bot.tokens import token_of
from bot.vocabulary import words_in
from bot.wishes.defining import gone, pick
from bot.wishes.mentioning import likeliest
from bot.wishes.presenting import option_for
from glossary.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.commands import Explain
    from bot.ports import KnownStore
    from bot.replies import Block
    from bot.scene import Scene
    from glossary.concept import Concept, ConceptId
    from glossary.spotting.layers import Sight
    from glossary.spotting.spotter import Spotted

MOST_IN_LINES = 20
"""Terms with a line each; of more, the names are listed, so that every platform can show all of them."""
LONG = 10_000
"""Code points; a longer text is looked through beside, so that others are answered meanwhile."""


@dataclass(frozen=True, slots=True)
class _Term:
    """A name in the text: how it is written there, and its meanings (at least one), the likeliest first."""

    written: str
    meanings: tuple[Concept, ...]


async def explain(wish: Explain, scene: Scene, store: KnownStore) -> Reply:
    """Give a line to each known term in a text, in the order in which they appear."""
    scene = in_private(scene)
    if not wish.text.strip():
        return _asking_for_a_text(scene)
    sight = await scene.spotting().sight()
    spotted = await _spotted(wish.text, sight)
    known = await _known(scene, store) if spotted else frozenset()
    terms = tuple(_terms(spotted, wish.text, known, scene))
    notes = tuple(_notes(wish.text, len(spotted) - len(terms), scene))
    if terms:
        return Reply((*_explained(terms, scene), *notes))
    if spotted:
        nothing = scene.wording.spans("You know every term in this text.")
        return Reply((Prose(nothing), *notes[1:]))
    nothing = scene.wording.spans("No term of this glossary stands in this text.")
    return Reply((Prose(nothing), *notes), is_found=False)


def show_explained(wish: Explained, scene: Scene) -> Reply:
    """Show a concept, and offer to explain it no more."""
    shown = pick(Show(wish.concept), scene)
    if not shown.is_found:
        return shown
    *before, last = shown.blocks
    known = Choice(scene.wording.text("I know this"), Known(wish.concept))
    if isinstance(last, Choices):
        return Reply((*before, Choices((*last.choices, known))))
    return Reply((*shown.blocks, Choices((known,))))


async def know(wish: Known, scene: Scene, store: KnownStore) -> Reply:
    """Keep that the asker knows a concept, or no longer; offer the contrary."""
    concept = scene.catalogue.get(wish.concept)
    if concept is None:
        return gone(scene)
    await store.set_known(scene.asker.account, wish.concept, is_known=wish.is_known)
    name = Span(headword_for(concept, scene.reader).text, Style.STRONG)
    if wish.is_known:
        said = scene.wording.spans("You know {name}: it will not be explained to you any more.", name=name)
        contrary = Choice(scene.wording.text("Explain it again"), Known(wish.concept, is_known=False))
    else:
        said = scene.wording.spans("{name} will be explained to you again.", name=name)
        contrary = Choice(scene.wording.text("I know this"), Known(wish.concept))
    return Reply((Prose(said), Choices((contrary,))))


def _asking_for_a_text(scene: Scene) -> Reply:
    word = Span(words_in(scene.wording)["explain"], Style.CODE)
    wanted = scene.wording.spans("Which text? Write {word} and the text behind it, or ask in a thread.", word=word)
    return Reply((Prose(wanted),), is_found=False)


async def _spotted(text: str, sight: Sight) -> list[Spotted]:
    return sight.spot(text) if len(text) < LONG else await asyncio.to_thread(sight.spot, text)


async def _known(scene: Scene, store: KnownStore) -> frozenset[ConceptId]:
    """Tell what the asker knows; while the store is away everything is explained, which is better than nothing."""
    try:
        return await store.known_by(scene.asker.account)
    except UnavailableError:
        return frozenset()


def _terms(spotted: Sequence[Spotted], text: str, known: frozenset[ConceptId], scene: Scene) -> Iterator[_Term]:
    """Leave out the terms of which the asker knows the meaning that is likely meant."""
    for one in spotted:
        meanings = likeliest(one.meanings, scene)
        if meanings[0].id not in known:
            yield _Term(text[one.start : one.end], meanings)


def _explained(terms: tuple[_Term, ...], scene: Scene) -> Iterator[Block]:
    yield Heading(scene.wording.count("{number} term in this text", "{number} terms in this text", len(terms)))
    first = [term.meanings[0] for term in terms]
    yield Options(tuple(option_for(concept, scene, Explained(concept.id)) for concept in first[:MOST_IN_LINES]))
    if further := first[MOST_IN_LINES:]:
        names = scene.wording.listed(Span(headword_for(concept, scene.reader).text) for concept in further)
        yield Prose(scene.wording.spans("Further: {names}", names=names))
    others = tuple(_other_meanings(terms[:MOST_IN_LINES], scene))
    if others:
        yield Choices(others)


def _other_meanings(terms: tuple[_Term, ...], scene: Scene) -> Iterator[Choice]:
    """Lead to all meanings of each name that has several."""
    for term in terms:
        everything = Define(None, " ".join(term.written.split()))
        if len(term.meanings) > 1 and token_of(everything):
            yield Choice(scene.wording.text("{name}: other meanings", name=everything.text), everything)


def _notes(text: str, left_out: int, scene: Scene) -> Iterator[Block]:
    from glossary.spotting.spotter import LONGEST_TEXT  # noqa: PLC0415 — most starts spot nothing

    if left_out:
        yield Note(
            scene.wording.count("{number} that you know is left out.", "{number} that you know are left out.", left_out)
        )
    if len(text) > LONGEST_TEXT:
        limit = scene.wording.spans("Only the first {number} characters were looked at.", number=LONGEST_TEXT)
        yield Note(limit)
