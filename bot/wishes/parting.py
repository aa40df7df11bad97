"""Who looks after the entries of somebody who is gone? Nobody, until the curators, who are told, find one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access import Role
from bot.commands import Orphans, Owner
from bot.desk import notice_to
from bot.languages import headword_for
from bot.replies import Choice, Heading, Note, Option, Options, Prose, Reply, Silence
from bot.requests import AccountId

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.scene import Scene

MOST_SHOWN = 10
"""Entries; each has a button, and the next ones come up as these find somebody."""
CURATING = frozenset({Role.CURATOR.name.lower(), Role.ADMIN.name.lower()})


async def part(scene: Scene, desk: Desk) -> Silence:
    """Let what the account looked after have lost its owner, and tell those who were given the role of a curator."""
    lost = await desk.store.lose_owner(scene.asker.account)
    inside = f"{scene.place.workspace}:"
    curators = [
        AccountId(holder)
        for holder, role in sorted(scene.context.standing.roles.items())
        if role in CURATING and holder.startswith(inside) and holder != scene.asker.account
    ]
    for glossary in lost:
        notices = [notice_to(one, Orphans(), f"orphans:{one}:{scene.now.isoformat()}", scene) for one in curators]
        await desk.store.post_notices(glossary, notices)
    return Silence()


async def orphans(scene: Scene, desk: Desk) -> Reply:
    """List the entries whose owner is gone; each leads to where somebody can look after it."""
    lost = [scene.catalogue.get(concept) for concept in await desk.store.orphans_of(scene.context.glossary)]
    concepts = [concept for concept in lost if concept is not None]
    if not concepts:
        return Reply((Prose(scene.wording.spans("Every entry that had an owner still has one.")),))
    heading = scene.wording.count(
        "{number} entry has lost its owner", "{number} entries have lost their owner", len(concepts)
    )
    shown = concepts[:MOST_SHOWN]
    options = (Option(Choice(headword_for(one, scene.reader).text, Owner(one.id)), ()) for one in shown)
    note = scene.wording.spans("Whoever looked after them is not here any more. Find somebody, or let them be without.")
    return Reply((Heading(heading), Note(note), Options(tuple(options))))
