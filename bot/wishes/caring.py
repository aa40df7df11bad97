"""Who looks after an entry, and is it still right? Owners, pins, and what wants a second look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.access import Role, require
from bot.commands import Edit, Owner, Pin, Show, Stale, StillTrue
from bot.keeping import Change, Deed
from bot.keeping import Edit as ConceptEdit
from bot.languages import headword_for
from bot.policy import is_stale
from bot.replies import Choice, Choices, Heading, Option, Options, Prose, Reply, Span, Style
from bot.requests import AccountId
from bot.wishes.defining import gone
from bot.wishes.keeping import confirmation
from bot.wishes.people import person

if TYPE_CHECKING:
    from bot.desk import Desk
    from bot.replies import Block
    from bot.scene import Scene
    from glossary.concept import Concept

ME = "me"
NOBODY = "nobody"
PAGE = 5
"""Entries that want a second look on one page; each has three buttons."""


async def own(wish: Owner, scene: Scene, desk: Desk) -> Reply:
    """Show who looks after an entry; claim it, let it go, or hand it over.

    Raises:
        NotPermittedError: It is somebody else's, and the asker is no curator; or the asker only reads.
    """
    concept = scene.catalogue.get(wish.concept)
    if concept is None:
        return gone(scene)
    owner = await desk.store.owner_of(scene.context.glossary, concept.id)
    name = Span(headword_for(concept, scene.reader).text, Style.STRONG)
    if not wish.to:
        is_orphan = owner is None and concept.id in await desk.store.orphans_of(scene.context.glossary)
        return _owner(concept, owner, scene, is_orphan=is_orphan)
    require(scene.role, Role.CONTRIBUTOR if owner in {None, scene.asker.account} else Role.CURATOR)
    heir = {ME: scene.asker.account, NOBODY: None}.get(wish.to, AccountId(wish.to))
    await desk.store.set_owner(scene.context.glossary, concept.id, heir)
    if heir is None:
        return Reply((Prose(scene.wording.spans("Nobody looks after {name} now.", name=name)),))
    return Reply((Prose(scene.wording.spans("{who} looks after {name} now.", who=person(heir), name=name)),))


def _owner(concept: Concept, owner: AccountId | None, scene: Scene, *, is_orphan: bool) -> Reply:
    name = Span(headword_for(concept, scene.reader).text, Style.STRONG)
    if owner is None:
        choices = [Choice(scene.wording.text("I look after it"), Owner(concept.id, ME))]
        if is_orphan and scene.role >= Role.CURATOR:
            choices.append(Choice(scene.wording.text("Nobody needs to"), Owner(concept.id, NOBODY)))
        return Reply((Prose(scene.wording.spans("Nobody looks after {name}.", name=name)), Choices(tuple(choices))))
    said = Prose(scene.wording.spans("{who} looks after {name}.", who=person(owner), name=name))
    if owner != scene.asker.account:
        return Reply((said,))
    return Reply((said, Choices((Choice(scene.wording.text("Let it go"), Owner(concept.id, NOBODY)),))))


async def pin(wish: Pin, scene: Scene, desk: Desk) -> Reply:
    """Say which meaning is meant in this channel."""
    concept = scene.catalogue.get(wish.concept)
    if concept is None:
        return gone(scene)
    if scene.place.channel is None:
        return Reply((Prose(scene.wording.spans("A meaning is pinned in a channel; this is none.")),), is_found=False)
    await desk.store.pin(scene.context.glossary, scene.place, concept.id, is_pinned=wish.is_pinned)
    name = Span(headword_for(concept, scene.reader).text, Style.STRONG)
    if wish.is_pinned:
        return Reply((Prose(scene.wording.spans("In this channel {name} means this one first.", name=name)),))
    return Reply((Prose(scene.wording.spans("No meaning of {name} comes first here any more.", name=name)),))


def stale(wish: Stale, scene: Scene) -> Reply:
    """List what nobody wrote or confirmed within the workspace's term, the longest unconfirmed first."""
    if not scene.policy.stale_months:
        off = scene.wording.spans(
            "Reminders are off. The settings say after how many months an entry wants a second look."
        )
        return Reply((Prose(off),))
    waiting = sorted(
        (concept for concept in scene.catalogue if is_stale(concept, scene.policy, scene.now.date())),
        key=lambda concept: (concept.confirmed or date.min, concept.headword.text),
    )
    if not waiting:
        return Reply((Prose(scene.wording.spans("Nothing waits for a second look.")),))
    heading = scene.wording.count(
        "{number} entry wants a second look", "{number} entries want a second look", len(waiting)
    )
    last = (len(waiting) - 1) // PAGE + 1
    page = min(max(wish.page, 1), last)
    shown = waiting[(page - 1) * PAGE : page * PAGE]
    turning = [Choice(scene.wording.text("Previous page"), Stale(page - 1))] if page > 1 else []
    turning += [Choice(scene.wording.text("Next page"), Stale(page + 1))] if page < last else []
    entries = (block for concept in shown for block in _stale_entry(concept, scene))
    return Reply((Heading(heading), *entries, *([Choices(tuple(turning))] if turning else [])))


def _stale_entry(concept: Concept, scene: Scene) -> tuple[Block, ...]:
    """Show an entry with what can be done about it."""
    choices = (
        Choice(scene.wording.text("Still true"), StillTrue(concept.id)),
        Choice(scene.wording.text("Edit"), Edit(concept.id)),
    )
    return (Options((_stale_option(concept, scene),)), Choices(choices))


def _stale_option(concept: Concept, scene: Scene) -> Option:
    when = scene.wording.day(concept.confirmed) if concept.confirmed else scene.wording.text("never")
    line = scene.wording.spans("last confirmed: {day}", day=when)
    return Option(Choice(headword_for(concept, scene.reader).text, Show(concept.id)), line)


async def confirm(wish: StillTrue, scene: Scene, desk: Desk) -> Reply:
    """Keep that an entry is still right, all its definitions included.

    Raises:
        ChangedMeanwhileError: Somebody changed the entry in the meantime.
    """
    concept = scene.catalogue.get(wish.concept)
    if concept is None:
        return gone(scene)
    fresh = tuple(replace(definition, is_outdated=False) for definition in concept.definitions)
    after = replace(concept, definitions=fresh, confirmed=scene.now.date())
    edits = (ConceptEdit(concept.id, after),)
    change = Change(scene.context.glossary, edits, scene.revision, scene.asker.account, scene.now, Deed.CONFIRMED)
    revision = await desk.store.commit(change)
    return confirmation(
        scene.wording.spans("Thank you. It counts as confirmed from today."), revision, concept.id, scene
    )
