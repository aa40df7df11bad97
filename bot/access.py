"""Who may do what? Decided here alone: by platform facts, the roles that were given, and the workspace's policy."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from bot import commands as c
from bot.requests import Fact
from glossary.errors import NotPermittedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.commands import Command
    from bot.requests import Asker


class Role(IntEnum):
    """What somebody may do; each role includes those below it."""

    READER = 0
    """Looks up."""
    CONTRIBUTOR = 1
    """Proposes: what they write waits for somebody who may save it."""
    EDITOR = 2
    """Writes: every change is kept in the history and can be undone."""
    CURATOR = 3
    """Decides about proposals, pins, deletes, reassigns owners."""
    ADMIN = 4
    """Gives roles and sets the policy."""


_BY_NAME = {role.name.lower(): role for role in Role}

NEEDED: Mapping[type[Command], Role] = {
    **dict.fromkeys((c.Typed, c.Said, c.Aimed, c.Submitted), Role.READER),  # what they turn out to be is asked again
    **dict.fromkeys(
        (c.Define, c.Show, c.Nearby, c.Why, c.Browse, c.Search, c.Language, c.Help, c.MyData, c.Forget, c.Decided),
        Role.READER,
    ),
    **dict.fromkeys((c.Recent, c.Random, c.Home, c.FirstRun), Role.READER),
    **dict.fromkeys((c.Gone, c.Barred), Role.READER),  # no person brings it
    **dict.fromkeys((c.Explain, c.Explained, c.Known), Role.READER),
    c.AskTranslation: Role.READER,
    c.PlaceLanguage: Role.READER,  # to see; to choose is asked again with `require`
    **dict.fromkeys((c.Share, c.TakeBack, c.Complete), Role.READER),  # what others shared is asked again
    **dict.fromkeys((c.History, c.Owner), Role.READER),  # to see; a change of owner is asked again with `require`
    **dict.fromkeys((c.Add, c.Put, c.Edit, c.Translate, c.Names, c.Relate, c.More, c.Meant), Role.CONTRIBUTOR),
    **dict.fromkeys((c.Save, c.Resume, c.Discard, c.Separate, c.AddThere), Role.CONTRIBUTOR),
    **dict.fromkeys((c.Undo, c.RollBack, c.Restore, c.StillTrue), Role.EDITOR),
    c.Delete: Role.READER,  # a curator's, or the owner's: asked again once the owner is known
    **dict.fromkeys((c.Review, c.Accept, c.Decline), Role.READER),  # as with Delete
    **dict.fromkeys((c.Posted, c.ReviewedHere, c.Unposted), Role.READER),  # as with Review, but in the chosen channel
    **dict.fromkeys((c.Pin, c.Queue, c.Stale, c.Orphans), Role.CURATOR),
    **dict.fromkeys((c.Joined, c.Greet, c.Remind, c.Onboarding, c.Next, c.Know, c.AskAbout), Role.READER),
    **dict.fromkeys((c.NotNow, c.Stop, c.Quiz, c.Guess, c.Ask, c.Unask, c.Fulfilled, c.Digest), Role.READER),
    **dict.fromkeys((c.Packs, c.PackNew, c.PackEdit, c.PackOrder, c.PackPreview, c.PackReport), Role.CURATOR),
    **dict.fromkeys((c.PackHere, c.PackDelete, c.Gaps, c.Missing, c.Means, c.Dismiss), Role.CURATOR),
    **dict.fromkeys((c.Stats, c.Announce), Role.CURATOR),
    **dict.fromkeys((c.Roles, c.Settings, c.ReviewHere), Role.ADMIN),
    **dict.fromkeys((c.Import, c.Bring, c.Export), Role.ADMIN),
    **dict.fromkeys((c.Starter, c.Invite, c.Join, c.Leave), Role.ADMIN),
}
"""The lowest role for each command. A command that is missing here is refused to all but admins, and fails a test."""


def role_of(asker: Asker, given: Mapping[str, str], *, is_reviewed: bool) -> Role:
    """Tell an asker's role: the highest that was given to them or to their groups, else what the platform's facts give.

    Whom the platform calls an administrator is one whatever was given. Where everything is reviewed, full members
    propose instead of writing; who was given a role keeps it.
    """
    by_platform = _role_by_platform(asker, is_reviewed=is_reviewed)
    held = (_BY_NAME.get(given.get(holder, "")) for holder in (asker.account, *asker.groups))
    granted = [role for role in held if role is not None]
    return by_platform if by_platform is Role.ADMIN or not granted else max(granted)


def permitted(command: Command, role: Role) -> None:
    """Let a command pass that the role may give; a form that came back is the command that opened it.

    Raises:
        NotPermittedError: The role is too low.
    """
    if isinstance(command, c.Submitted):
        permitted(command.purpose, role)
    require(role, NEEDED.get(type(command), Role.ADMIN))


def require(role: Role, needed: Role) -> None:
    """Let those with the needed role pass.

    Raises:
        NotPermittedError: The role is too low.
    """
    if role < needed:
        raise NotPermittedError(needed.name.lower())


def _role_by_platform(asker: Asker, *, is_reviewed: bool) -> Role:
    if Fact.OWNS_OR_ADMINISTERS in asker.facts:
        return Role.ADMIN
    if asker.facts & {Fact.IS_GUEST, Fact.IS_FROM_ELSEWHERE}:
        return Role.READER
    if Fact.IS_FULL_MEMBER in asker.facts and not is_reviewed:
        return Role.EDITOR
    return Role.CONTRIBUTOR
