"""Which channel hears of what is new, and what does it hear? The choice, and the digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands import Announce, Show
from bot.digests import ANNOUNCING, LOOKED_THROUGH, Announcing, Every, announcing_of, news_in
from bot.keeping import Revision
from bot.replies import Choice, Choices, Heading, Note, Options, Prose, Reply
from bot.wishes.presenting import option_for

if TYPE_CHECKING:
    from bot.commands import Digest
    from bot.desk import Desk
    from bot.replies import Block, Spans
    from bot.scene import Scene

MOST_NEWS = 10
"""Entries in a digest; of the others it says how many they are."""
NEVER = "never"


async def announce(wish: Announce, scene: Scene, desk: Desk) -> Reply:
    """Show or choose how often this channel hears of new and changed entries."""
    if scene.place.channel is None or scene.place.is_direct:
        return Reply((Prose(scene.wording.spans("Write this in the channel that it is about.")),), is_found=False)
    subject = scene.place.subject
    if wish.every == NEVER:
        await desk.store.set_setting(subject, ANNOUNCING, None)
    elif wish.every in set(Every):
        every = Every(wish.every)
        chosen = Announcing(every, scene.revision, scene.now + every.time, scene.context.glossary)
        await desk.store.set_setting(subject, ANNOUNCING, chosen.kept())
    kept = announcing_of((await desk.store.settings_of(subject)).get(ANNOUNCING))
    return Reply((Prose(_in_force(kept, scene)), Choices(_offers(kept, scene))))


def _in_force(kept: Announcing | None, scene: Scene) -> Spans:
    if kept is None:
        return scene.wording.spans("This channel hears nothing of new and changed entries.")
    if kept.every is Every.DAY:
        return scene.wording.spans("This channel hears of new and changed entries, at most once a day.")
    return scene.wording.spans("This channel hears of new and changed entries, at most once a week.")


def _offers(kept: Announcing | None, scene: Scene) -> tuple[Choice, ...]:
    labels = {
        Every.DAY.value: scene.wording.text("Once a day"),
        Every.WEEK.value: scene.wording.text("Once a week"),
        NEVER: scene.wording.text("Never"),
    }
    present = kept.every.value if kept else NEVER
    return tuple(Choice(label, Announce(every)) for every, label in labels.items() if every != present)


async def digest(wish: Digest, scene: Scene, desk: Desk) -> Reply:
    """Announce what was added and changed after one revision, up to another, as far as it is still there."""
    entries = await desk.store.history(scene.context.glossary, None, Revision(wish.until + 1), LOOKED_THROUGH)
    news = news_in(entry for entry in entries if entry.revision > wish.since)
    found = [(one, scene.catalogue.get(one.concept)) for one in news]
    there = [(one, concept) for one, concept in found if concept is not None]
    if not there:
        return Reply((Prose(scene.wording.spans("Nothing is new any more.")),), is_found=False)
    blocks: list[Block] = [Heading(scene.wording.spans("New in this glossary"))]
    for is_new in (True, False):
        shown = [concept for one, concept in there[:MOST_NEWS] if one.is_new == is_new]
        options = [option_for(concept, scene, Show(concept.id)) for concept in shown]
        if options and not is_new:
            blocks.append(Prose(scene.wording.spans("Changed")))
        if options:
            blocks.append(Options(tuple(options)))
    if len(there) > MOST_NEWS:
        more = len(there) - MOST_NEWS
        blocks.append(Note(scene.wording.count("and {number} more", "and {number} more", more)))
    return Reply(tuple(blocks))
