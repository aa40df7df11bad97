"""Who asks, where, and for what? The one shape in which every adapter brings a wish to the door."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from bot.commands import Command
    from glossary.concept import LanguageTag

WorkspaceId = NewType("WorkspaceId", str)
"""A Slack team, a Discord server or the terminal: platform and the platform's own id, such as ``slack:T0123``."""

AccountId = NewType("AccountId", str)
"""One platform user in one workspace, such as ``slack:T0123:U0456``."""


def person_of(account: AccountId) -> str:
    """Name the person behind an account, in whichever workspace: ``discord:42:7`` gives ``discord:7``.

    What a platform keeps about somebody beyond one workspace is kept under this name, and is theirs to see and remove.
    """
    return f"{account.partition(':')[0]}:{account.rpartition(':')[2]}"


ChannelId = NewType("ChannelId", str)
"""The platform's own id of a channel or direct message, unique within its workspace."""


def place_of_group(group: str) -> ChannelId:
    """Name a role or user group as a place, for whoever is given it comes there; no channel's id begins so."""
    return ChannelId(f"&{group}")


def channel_among(place: str, workspace: WorkspaceId) -> str:
    """Read the channel in the name of a place; "" for a workspace, and for a group."""
    channel = place.removeprefix(workspace).removeprefix(":")
    return "" if channel.startswith(place_of_group("")) else channel


class Fact(StrEnum):
    """What a platform says of an asker that decides what they may do."""

    OWNS_OR_ADMINISTERS = "administrator"
    IS_FULL_MEMBER = "member"
    """Belongs to the workspace without limits: the platform tells full members from guests."""
    IS_GUEST = "guest"
    IS_FROM_ELSEWHERE = "elsewhere"
    """From another company, in a shared channel."""
    IS_BOT = "bot"
    """No person, but a program."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: an account, with what the platform says of it without being asked."""

    account: AccountId
    locale: LanguageTag | None = None
    """The language of the platform's own buttons as this person sees them; not a choice made for this bot."""
    facts: frozenset[Fact] = frozenset()
    groups: frozenset[str] = frozenset()
    """The platform's own ids of the roles or user groups that the asker has."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it was asked, and who can read the answer there."""

    workspace: WorkspaceId
    channel: ChannelId | None = None
    """None where there is no channel: the terminal."""
    is_public: bool = False
    """Whether others will read the reply."""
    is_direct: bool = False
    """Whether the channel is a conversation of the asker with the bot alone."""
    surface: str = "terminal"
    """By which part of the platform it was asked, such as ``slack command``: for the counts, and for nothing else."""
    locale: LanguageTag | None = None
    """The language that the platform says is spoken here; not a choice made for this bot. None where it says none."""

    @property
    def can_share(self) -> bool:
        """Tell whether there are others here who do not read the reply, and could."""
        return self.channel is not None and not self.is_direct and not self.is_public

    @property
    def subject(self) -> str:
        """Name the place among all that settings can be kept for; a workspace where there is no channel."""
        return self.workspace if self.channel is None else f"{self.workspace}:{self.channel}"


@dataclass(frozen=True, slots=True)
class Request:
    """One wish, however it arrived: typed, clicked, submitted, picked from a menu, or caused by a person joining."""

    asker: Asker
    place: Place
    command: Command
    takes_forms: bool = True
    """Whether a form can be opened in answer; otherwise the reply holds a button that opens it."""
