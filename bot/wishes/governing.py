"""Who may do what here, and what did this workspace decide? Roles and settings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.commands import Settings
from bot.keeping import RoleGrant
from bot.policy import REVIEW, REVIEW_CHANNEL, STALE_CHOICES, STALE_MONTHS, YES
from bot.replies import ChannelField, ChoiceField, Form, Listing, Prose, Reply, Span, Style
from bot.requests import AccountId, ChannelId
from bot.vocabulary import role_words_in
from bot.wishes import posting
from bot.wishes.people import person
from bot.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.commands import Roles
    from bot.desk import Desk
    from bot.scene import Scene
    from bot.wording import Wording

NO_ROLE = "none"
_IS_SOMEBODY = re.compile(r":|^[A-Z0-9]+$")
"""An account, as mentions are handed on, or the id that a platform gave a group; a name alone says nobody."""


async def give_roles(wish: Roles, scene: Scene, desk: Desk) -> Reply:
    """Show who has which role; with a holder and a role, give it, and with ``none`` take it away."""
    workspace = scene.place.workspace
    if not wish.holder:
        return _listed(await desk.store.roles_in(workspace), scene.wording)
    if not _IS_SOMEBODY.search(wish.holder):
        unknown = scene.wording.spans(
            "I do not know who {typed} is. Mention them, or write an account such as {account}.",
            typed=quoted(wish.holder),
            account=Span(scene.asker.account, Style.CODE),
        )
        return Reply((Prose(unknown),), is_found=False)
    names = role_words_in(scene.wording)
    if wish.role == NO_ROLE:
        await desk.store.take_role(workspace, wish.holder)
        return Reply((Prose(scene.wording.spans("{who} has no role any more.", who=person(AccountId(wish.holder)))),))
    if wish.role not in names:
        all_names = scene.wording.listed(map(Span, names.values()))
        wrong = scene.wording.spans(
            "There is no role {typed}. Roles: {names}.", typed=quoted(wish.role), names=all_names
        )
        return Reply((Prose(wrong),), is_found=False)
    await desk.store.give_role(RoleGrant(workspace, wish.holder, wish.role))
    role = Span(names[wish.role], Style.STRONG)
    given = scene.wording.spans("{who} is {role} now.", who=person(AccountId(wish.holder)), role=role)
    return Reply((Prose(given),))


def settings(scene: Scene) -> Form:
    """Open the form with the policy of the workspace."""
    wording = scene.wording
    review = ((YES, wording.text("Everybody proposes, curators decide")), ("", wording.text("Members write at once")))
    months = tuple((str(number), _months(number, wording)) for number in STALE_CHOICES)
    fields = (
        ChoiceField(REVIEW, wording.text("Who may write"), review, YES if scene.policy.is_reviewed else ""),
        ChannelField(
            REVIEW_CHANNEL,
            wording.text("Where proposals are shown"),
            scene.policy.review_channel or "",
            wording.text("Curators decide there. Without a channel proposals wait in the queue."),
        ),
        ChoiceField(STALE_MONTHS, wording.text("Second look"), months, str(scene.policy.stale_months)),
    )
    return Form(wording.text("Settings"), fields, Settings(), wording.text("Save"))


async def keep_settings(values: Mapping[str, str], scene: Scene, desk: Desk) -> Reply:
    """Keep the policy."""
    for name in (REVIEW, STALE_MONTHS):
        await desk.store.set_setting(scene.place.workspace, name, values.get(name) or None)
    blocks = [Prose(scene.wording.spans("The settings are kept."))]
    channel = ChannelId(values.get(REVIEW_CHANNEL, scene.policy.review_channel or "")) or None
    if channel != scene.policy.review_channel:
        blocks.append(Prose(await posting.choose(channel, scene, desk)))
    return Reply(tuple(blocks))


def _listed(roles: Mapping[str, str], wording: Wording) -> Reply:
    if not roles:
        return Reply((Prose(wording.spans("Nobody was given a role; what the platform says of people decides.")),))
    names = role_words_in(wording)
    items = tuple((*person(AccountId(holder)), Span(f": {names[role]}")) for holder, role in sorted(roles.items()))
    return Reply((Prose(wording.spans("Roles that were given here:")), Listing(items)))


def _months(number: int, wording: Wording) -> str:
    if not number:
        return wording.text("Never")
    return "".join(span.text for span in wording.count("After {number} month", "After {number} months", number))
