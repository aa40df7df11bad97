"""What is in the glossary? Names in pages, those of one letter, what changed last, and one at random."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bot.commands import Browse, Random, Show
from bot.languages import headword_for
from bot.replies import Block, Choice, Choices, Heading, Option, Options, Prose, Reply
from bot.wishes.defining import show
from bot.wishes.presenting import option_for, title_of
from bot.wording import plain
from glossary.collating import place_of
from glossary.letters import letter_of

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.keeping import HistoryEntry
    from bot.replies import Spans
    from bot.scene import Scene
    from glossary.collating import Place
    from glossary.concept import Concept, ConceptId

PAGE = 10
"""Names; with the two buttons that turn the page they stay within every platform's limits."""
MOST_LETTERS = 12
"""Buttons; where names begin with more letters than that, neighbours share one."""
LOOKED_THROUGH = 200
"""Changes that are looked through for the entries that changed last."""
TO = "–"
"""Between the first and the last letter of a button that stands for several."""


def browse(wish: Browse, scene: Scene) -> Reply:
    """List a page of the names; a page beyond the end is the last one."""
    concepts = sorted(_within(wish.letter, scene), key=lambda concept: _place_of(concept, scene))
    if not concepts:
        return _nothing(wish, scene)
    last = (len(concepts) - 1) // PAGE + 1
    page = min(max(wish.page, 1), last)
    shown = concepts[(page - 1) * PAGE : page * PAGE]
    blocks: list[Block] = [
        Heading(_title(wish, len(concepts), scene)),
        Options(tuple(option_for(concept, scene, Show(concept.id)) for concept in shown)),
    ]
    turning = []
    if page > 1:
        turning.append(Choice(scene.wording.text("Previous page"), Browse(wish.letter, page - 1)))
    if page < last:
        turning.append(Choice(scene.wording.text("Next page"), Browse(wish.letter, page + 1)))
    if turning:
        blocks.append(Choices(tuple(turning)))
    return Reply(tuple(blocks))


def letters(scene: Scene) -> tuple[Choice, ...]:
    """Offer the letters that names begin with; nothing where one page holds all names."""
    if len(scene.catalogue) <= PAGE:
        return ()
    alphabet = _alphabet(scene)
    share = -(-len(alphabet) // MOST_LETTERS)
    ranges = (alphabet[begin : begin + share] for begin in range(0, len(alphabet), share))
    names = (each[0] if len(each) == 1 else f"{each[0]}{TO}{each[-1]}" for each in ranges)
    return tuple(Choice(name, Browse(name)) for name in names)


async def recent(scene: Scene, desk: Desk) -> Reply:
    """List what was added or changed last, the newest first."""
    changed = await recently_changed(scene, desk)
    if not changed:
        return Reply((Prose(scene.wording.spans("This glossary is still empty.")),))
    options = tuple(_recent_option(concept, entry, scene) for concept, entry in changed)
    return Reply((Heading(scene.wording.spans("What changed last")), Options(options)))


async def recently_changed(scene: Scene, desk: Desk, most: int = PAGE) -> list[tuple[Concept, HistoryEntry]]:
    """Give the entries that changed last with their last change, the newest first."""
    found: dict[ConceptId, tuple[Concept, HistoryEntry]] = {}
    for entry in await desk.store.history(scene.context.glossary, limit=LOOKED_THROUGH):
        concept = scene.catalogue.get(entry.concept)
        if concept is not None and len(found) < most:
            found.setdefault(concept.id, (concept, entry))
    return list(found.values())


def at_random(scene: Scene) -> Reply:
    """Show an entry that nobody asked for."""
    concepts = tuple(scene.catalogue)
    if not concepts:
        return Reply((Prose(scene.wording.spans("This glossary is still empty.")),))
    shown = show(Show(secrets.choice(concepts).id), scene)
    return Reply((*shown.blocks, Choices((Choice(scene.wording.text("Another one"), Random()),))))


def _within(letter: str, scene: Scene) -> list[Concept]:
    """Give the concepts whose names stand under a letter, or under those from one to another; all without a letter."""
    if not letter:
        return list(scene.catalogue)
    first, _, last = letter.partition(TO)
    alphabet = _alphabet(scene)
    wanted = {letter, letter_of(letter)}
    if first in alphabet and last in alphabet:
        wanted.update(alphabet[alphabet.index(first) : alphabet.index(last) + 1])
    return [concept for concept in scene.catalogue if letter_of(_name_of(concept, scene)) in wanted]


def _alphabet(scene: Scene) -> list[str]:
    """Give the letters that names begin with, in the order of the names."""
    found = {letter_of(_name_of(concept, scene)) for concept in scene.catalogue}
    return sorted(found, key=lambda letter: place_of(letter, scene.reader))


def _title(wish: Browse, number: int, scene: Scene) -> Spans:
    if wish.letter:
        return scene.wording.count("{letter}: {number} entry", "{letter}: {number} entries", number, letter=wish.letter)
    return scene.wording.count("{number} entry", "{number} entries", number)


def _nothing(wish: Browse, scene: Scene) -> Reply:
    if not wish.letter:
        return Reply((Prose(scene.wording.spans("This glossary is still empty.")),))
    nothing = scene.wording.spans("No name begins with {letter}.", letter=wish.letter)
    return Reply((Prose(nothing),), is_found=False)


def _recent_option(concept: Concept, entry: HistoryEntry, scene: Scene) -> Option:
    day = scene.wording.day(entry.at.date())
    if entry.before is None:
        line = scene.wording.spans("added {day}", day=day)
    else:
        line = scene.wording.spans("changed {day}", day=day)
    return Option(Choice(plain(title_of(concept, scene.reader)), Show(concept.id)), line)


def _name_of(concept: Concept, scene: Scene) -> str:
    return headword_for(concept, scene.reader).text


def _place_of(concept: Concept, scene: Scene) -> Place:
    return place_of(_name_of(concept, scene), scene.reader)
