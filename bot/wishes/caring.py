"""Who looks after an entry, and is it still right? Owners, pins, and what wants a second look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.access import Role, require
from bot.commands import Owner, Pin, Show, StillTrue
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
    from bot.scene import Scene
    from glossary.concept import Concept

ME = "me"
NOBODY = "nobody"
MOST_STALE = 10
"""Entries on one page; each has a button."""


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
        return _owner(concept, owner, scene)
    require(scene.role, Role.CONTRIBUTOR if owner in {None, scene.asker.account} else Role.CURATOR)
    heir = {ME: scene.asker.account, NOBODY: None}.get(wish.to, AccountId(wish.to))
    await desk.store.set_owner(scene.context.glossary, concept.id, heir)
    if heir is None:
        return Reply((Prose(scene.wording.spans("Nobody looks after {name} now.", name=name)),))
    return Reply((Prose(scene.wording.spans("{who} looks after {name} now.", who=person(heir), name=name)),))


def _owner(concept: Concept, owner: AccountId | None, scene: Scene) -> Reply:
    name = Span(headword_for(concept, scene.reader).text, Style.STRONG)
    if owner is None:
        claim = Choice(scene.wording.text("I look after it"), Owner(concept.id, ME))
        return Reply((Prose(scene.wording.spans("Nobody looks after {name}.", name=name)), Choices((claim,))))
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


def stale(scene: Scene) -> Reply:
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
    options = tuple(_stale_option(concept, scene) for concept in waiting[:MOST_STALE])
    return Reply((Heading(heading), Options(options)))


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
