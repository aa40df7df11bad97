"""Who may do what? Decided here alone: by platform facts, the roles that were given, and the workspace's policy."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from bot.commands import (
    Accept,
    Add,
    AddThere,
    Aimed,
    Browse,
    Decided,
    Decline,
    Define,
    Delete,
    Discard,
    Edit,
    Forget,
    Help,
    History,
    Language,
    Meant,
    More,
    MyData,
    Names,
    Nearby,
    Owner,
    Pin,
    Put,
    Queue,
    Relate,
    Restore,
    Resume,
    Review,
    Roles,
    RollBack,
    Save,
    Search,
    Separate,
    Settings,
    Show,
    Stale,
    StillTrue,
    Submitted,
    Translate,
    Typed,
    Undo,
    Why,
)
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


NEEDED: Mapping[type[Command], Role] = {
    **dict.fromkeys((Typed, Aimed, Submitted), Role.READER),  # what they turn out to be is asked again
    **dict.fromkeys((Define, Show, Nearby, Why, Browse, Search, Language, Help, MyData, Forget, Decided), Role.READER),
    **dict.fromkeys((History, Owner), Role.READER),  # to see; a change of owner is asked again with `require`
    **dict.fromkeys((Add, Put, Edit, Translate, Names, Relate, More, Meant), Role.CONTRIBUTOR),
    **dict.fromkeys((Save, Resume, Discard, Separate, AddThere), Role.CONTRIBUTOR),
    **dict.fromkeys((Undo, RollBack, Restore, StillTrue), Role.EDITOR),
    Delete: Role.READER,  # a curator's, or the owner's: asked again once the owner is known
    **dict.fromkeys((Review, Accept, Decline), Role.READER),  # as with Delete
    **dict.fromkeys((Pin, Queue, Stale), Role.CURATOR),
    **dict.fromkeys((Roles, Settings), Role.ADMIN),
}
"""The lowest role for each command. A command that is missing here is refused to all but admins, and fails a test."""


def role_of(asker: Asker, given: Mapping[str, str], *, is_reviewed: bool) -> Role:
    """Tell an asker's role: the highest that was given to them or to their groups, else what the platform's facts give.

    Whom the platform calls an administrator is one whatever was given. Where everything is reviewed, full members
    propose instead of writing; who was given a role keeps it.
    """
    by_platform = _role_by_platform(asker, is_reviewed=is_reviewed)
    names = {role.name.lower(): role for role in Role}
    granted = [names[given[holder]] for holder in (asker.account, *asker.groups) if given.get(holder) in names]
    return by_platform if by_platform is Role.ADMIN or not granted else max(granted)


def permitted(command: Command, role: Role) -> None:
    """Let a command pass that the role may give; a form that came back is the command that opened it.

    Raises:
        NotPermittedError: The role is too low.
    """
    if isinstance(command, Submitted):
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
