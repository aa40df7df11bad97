"""Who else is to read it? Showing an entry to everybody in a place, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.access import Role, require
from bot.commands import Show, TakeBack
from bot.replies import Choice, Choices, Delivery, Note, Prose, Reply
from bot.scene import in_public
from bot.wishes.defining import gone, show
from bot.wishes.people import person
from bot.wishes.presenting import answer_blocks

if TYPE_CHECKING:
    from bot.commands import Share
    from bot.scene import Scene


def share(wish: Share, scene: Scene) -> Reply:
    """Show an entry to everybody here; where there is nobody else, to the asker."""
    concept = scene.catalogue.get(wish.concept)
    if concept is None:
        return gone(scene)
    if not scene.place.can_share:
        return show(Show(concept.id), scene)
    who, public = scene.asker.account, in_public(scene)
    said = Note(public.wording.spans("{who} shared this.", who=person(who)))
    choices = (
        Choice(public.wording.text("In my language"), Show(concept.id)),
        Choice(public.wording.text("Remove"), TakeBack(who)),
    )
    return Reply((said, *answer_blocks(concept, None, public), Choices(choices)), delivery=Delivery.CHANNEL)


def take_back(wish: TakeBack, scene: Scene) -> Reply:
    """Take away what the asker shared, or as a curator what anybody shared.

    Raises:
        NotPermittedError: Somebody else shared it, and the asker is no curator.
    """
    if wish.account != scene.asker.account:
        require(scene.role, Role.CURATOR)
    return Reply((Prose(scene.wording.spans("Removed.")),), delivery=Delivery.REMOVED)
