"""Where does one begin? The page that greets everybody, and what whoever installed the bot is told first."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.access import Role
from bot.commands import (
    Browse,
    Define,
    Import,
    Language,
    Orphans,
    Queue,
    Random,
    Recent,
    Roles,
    Search,
    Settings,
    Show,
    Starter,
)
from bot.counts import Outcome
from bot.languages import headword_for
from bot.replies import Choice, Choices, Emphasis, Heading, Listing, Options, Prose, Reply, Span
from bot.wishes.listing import letters, recently_changed
from bot.wishes.presenting import option_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.desk import Desk
    from bot.replies import Block
    from bot.scene import Scene
    from glossary.concept import Concept

MOST_SHOWN = 5
"""Entries in each list of the page."""
MOST_COUNTED = 100
"""Proposals and words not found; beyond that it is many."""
POPULAR_FOR = timedelta(days=30)
_ANSWERED = (Outcome.ANSWERED, Outcome.CORRECTED)


async def home(scene: Scene, desk: Desk) -> Reply:
    """Show the way in: looking up, what is new, what others ask for, the letters, and what waits for the asker."""
    wording = scene.wording
    ways = (
        Choice(wording.text("Search"), Search(""), Emphasis.PRIMARY),
        Choice(wording.text("Show all names"), Browse()),
        Choice(wording.text("What changed last"), Recent()),
        Choice(wording.text("Show any entry"), Random()),
        Choice(wording.text("Choose a language"), Language()),
    )
    changed = await recently_changed(scene, desk, MOST_SHOWN)
    blocks: list[Block] = [
        Heading(wording.spans("Type a word, and I tell you what it means here.")),
        Prose(
            wording.spans(
                "Misspelt, abbreviated, in another language or on the wrong keyboard: I look for what you meant."
            )
        ),
        Choices(ways),
        *_list(wording.text("Asked for most this month"), await _popular(scene, desk), scene),
        *_list(wording.text("New or changed"), [one for one, _ in changed], scene),
    ]
    alphabet = letters(scene)
    if alphabet:
        blocks += [Heading(wording.spans("By letter")), Choices(alphabet)]
    blocks += await _waiting(scene, desk)
    return Reply(tuple(blocks))


async def _popular(scene: Scene, desk: Desk) -> list[Concept]:
    """Give the entries that were asked for most, the most frequent first."""
    times: dict[str, int] = {}
    for lookup, number in await desk.store.lookups(scene.context.glossary, scene.now.date() - POPULAR_FOR):
        if lookup.outcome in _ANSWERED:
            times[lookup.key] = times.get(lookup.key, 0) + number
    found: dict[str, Concept] = {}
    for key in sorted(times, key=lambda key: (-times[key], key)):
        for concept, _ in scene.catalogue.named(key)[:1]:
            found.setdefault(concept.id, concept)
        if len(found) == MOST_SHOWN:
            break
    return list(found.values())


def _list(title: str, concepts: list[Concept], scene: Scene) -> Iterator[Block]:
    if concepts:
        yield Heading((Span(title),))
        yield Options(tuple(option_for(concept, scene, Show(concept.id)) for concept in concepts))


async def _waiting(scene: Scene, desk: Desk) -> list[Block]:
    """Show what waits: for the asker the proposals that nobody has decided, for curators what there is to do."""
    wording, glossary = scene.wording, scene.context.glossary
    proposals = await desk.store.open_proposals(glossary, MOST_COUNTED)
    blocks: list[Block] = []
    mine = [one for one in proposals if one.author == scene.asker.account][:MOST_SHOWN]
    if mine:
        concepts = (one.edit.after or scene.catalogue.get(one.edit.concept) for one in mine)
        names = tuple((Span(headword_for(concept, scene.reader).text),) for concept in concepts if concept)
        blocks += [Heading(wording.spans("Your proposals that wait")), Listing(names)]
    if scene.role >= Role.CURATOR:
        blocks += [Heading(wording.spans("For curators")), *await _work(len(proposals), scene, desk)]
    return blocks


async def _work(proposals: int, scene: Scene, desk: Desk) -> tuple[Block, ...]:
    wording, glossary = scene.wording, scene.context.glossary
    gaps = len(await desk.store.gaps(glossary, scene.now.date().replace(day=1), MOST_COUNTED))
    orphans = len(await desk.store.orphans_of(glossary))
    lines = (
        wording.count("{number} proposal waits", "{number} proposals wait", proposals),
        wording.count("{number} word was not found this month", "{number} words were not found this month", gaps),
        wording.count("{number} entry lost its owner", "{number} entries lost their owner", orphans),
    )
    choices = [Choice(wording.text("Proposals"), Queue())] if proposals else []
    choices += [Choice(wording.text("Entries without an owner"), Orphans())] if orphans else []
    return (Listing(lines), Choices(tuple(choices))) if choices else (Listing(lines),)


def first_run(scene: Scene) -> Reply:
    """Tell whoever installed the bot what it does, and the few things that are worth doing first."""
    wording = scene.wording
    examples = tuple(one.headword.text for one, _ in zip(scene.catalogue, range(1), strict=False))
    steps = (
        wording.spans("Choose the language that this workspace reads."),
        wording.spans("Bring in the glossary that you have: a spreadsheet, Markdown, or another format."),
        wording.spans("Say who may edit. By default members do, and every change can be undone."),
        wording.spans("Keep the starter entries that help you, and take out the rest."),
    )
    choices = (
        Choice(wording.text("Choose a language"), Language(), Emphasis.PRIMARY),
        Choice(wording.text("Import"), Import()),
        Choice(wording.text("Settings"), Settings()),
        Choice(wording.text("Roles"), Roles()),
        Choice(wording.text("Take out the starter"), Starter()),
        *(Choice(wording.text("Try it: {name}", name=name), Define(None, name)) for name in examples),
    )
    return Reply(
        (
            Heading(wording.spans("Hello! I tell people what words mean in your team.")),
            Prose(wording.spans("Everybody can ask me, misspelt or in any language, and reads the answer in theirs.")),
            Listing(steps, is_numbered=True),
            Choices(choices),
        )
    )
