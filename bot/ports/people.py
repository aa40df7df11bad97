"""What is kept of people? What they chose and know, their roles and what they look after, and all of it on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.ports.glossaries import Freshness

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.keeping import GlossaryId, Preferences, RoleGrant, Subject
    from bot.requests import AccountId, Place, WorkspaceId
    from glossary.concept import ConceptId, LanguageTag


class PreferenceStore(Freshness, Protocol):
    """Keeps what people chose for themselves."""

    async def preferences_of(self, account: AccountId) -> Preferences:
        """Read what is kept about how an account reads."""
        ...

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None."""
        ...

    async def remember_locale(self, account: AccountId, locale: LanguageTag) -> None:
        """Keep the locale that a platform told of an account after it was asked; the one that is known writes nothing.

        The next answer knows it, in every process.
        """
        ...


class SettingStore(Freshness, Protocol):
    """Keeps what workspaces decided for themselves."""

    async def settings_of(self, subject: Subject) -> Mapping[str, str]:
        """Read every setting of a workspace or place; empty for one that never set anything."""
        ...

    async def set_setting(self, subject: Subject, name: str, value: str | None) -> None:
        """Keep a setting, or forget it with None."""
        ...

    async def settings_named(self, name: str) -> Mapping[Subject, str]:
        """Tell who set this setting, and to what."""
        ...


class CareStore(Freshness, Protocol):
    """Keeps who looks after which entry, and which meaning is meant where."""

    async def owner_of(self, glossary: GlossaryId, concept: ConceptId) -> AccountId | None:
        """Tell who looks after a concept; None for nobody."""
        ...

    async def owners_of(self, glossary: GlossaryId) -> Mapping[ConceptId, AccountId]:
        """Tell who looks after the concepts that somebody looks after."""
        ...

    async def set_owner(self, glossary: GlossaryId, concept: ConceptId, owner: AccountId | None) -> None:
        """Let somebody look after a concept, or nobody."""
        ...

    async def lose_owner(self, account: AccountId) -> Mapping[GlossaryId, Sequence[ConceptId]]:
        """Let what an account looked after have lost its owner; tell which concepts those are."""
        ...

    async def orphans_of(self, glossary: GlossaryId) -> Sequence[ConceptId]:
        """List the concepts that lost their owner and have found no other, in the order of their ids.

        What somebody let go of, or what never had an owner, is not among them.
        """
        ...

    async def pins_of(self, glossary: GlossaryId) -> Mapping[Subject, frozenset[ConceptId]]:
        """Tell which concepts come first in each place that has any."""
        ...

    async def pin(self, glossary: GlossaryId, place: Place, concept: ConceptId, *, is_pinned: bool) -> None:
        """Let a concept come first in a place, or no longer."""
        ...


class KnownStore(Protocol):
    """Keeps which concepts people said they know, so that nobody explains these to them."""

    async def known_by(self, account: AccountId) -> frozenset[ConceptId]:
        """Tell which concepts an account said it knows."""
        ...

    async def set_known(self, account: AccountId, concept: ConceptId, *, is_known: bool) -> None:
        """Keep that an account knows a concept, or no longer."""
        ...


class PersonStore(Protocol):
    """Knows what of all that is kept is about a person."""

    async def kept_about(self, account: AccountId) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Read every row that names an account or its person, by the kind of row; kinds without one are left out."""
        ...

    async def forget(self, account: AccountId) -> None:
        """Remove the rows that are only about the person, and take the name out of the others."""
        ...


class RoleStore(Freshness, Protocol):
    """Keeps the roles that were given in each workspace."""

    async def roles_in(self, workspace: WorkspaceId) -> Mapping[str, str]:
        """Tell the role of each account and group that was given one."""
        ...

    async def give_role(self, grant: RoleGrant) -> None:
        """Give a role; it takes the place of an earlier one."""
        ...

    async def take_role(self, workspace: WorkspaceId, holder: str) -> None:
        """Take the role of an account or group away. Who has none stays without."""
        ...
