"""What did people and workspaces choose, which roles were given, and who looks after what? Kept in memory."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from bot.digests import ANNOUNCING
from bot.keeping import Preferences
from bot.requests import person_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from adapters.memory.state import Glossary, State
    from bot.digests import Announcing
    from bot.keeping import GlossaryId, HistoryEntry, Notice, Proposal, RoleGrant, Subject
    from bot.requests import AccountId, Place, WorkspaceId
    from glossary.concept import ConceptId, LanguageTag


class MemoryPreferences:
    """Fulfils `bot.ports.PreferenceStore`."""

    _state: State

    async def preferences_of(self, account: AccountId) -> Preferences:
        """Read what is kept about how an account reads."""
        return self._state.preferences.get(account, Preferences())

    async def choose_language(self, account: AccountId, language: LanguageTag | None) -> None:
        """Keep the choice of an account, or forget it with None."""
        self._keep(account, replace(await self.preferences_of(account), language=language))

    async def remember_locale(self, account: AccountId, locale: LanguageTag) -> None:
        """Keep the locale that a platform told of an account; the one that is known writes nothing."""
        known = await self.preferences_of(account)
        if known.locale != locale:
            self._keep(account, replace(known, locale=locale))

    def _keep(self, account: AccountId, preferences: Preferences) -> None:
        self._state.preferences[account] = preferences
        self._state.versions[account] += 1


class MemorySettings:
    """Fulfils `bot.ports.SettingStore` and `bot.ports.DigestStore`."""

    _state: State

    async def settings_of(self, subject: Subject) -> Mapping[str, str]:
        """Read every setting of a workspace or place; empty for one that never set anything."""
        return dict(self._state.settings.get(subject, {}))

    async def settings_named(self, name: str) -> Mapping[Subject, str]:
        """Tell who set this setting, and to what."""
        return {subject: kept[name] for subject, kept in self._state.settings.items() if name in kept}

    async def announce(
        self, glossary: GlossaryId, channel: Subject, was: Announcing, now_is: Announcing, caused: Sequence[Notice]
    ) -> bool:
        """Keep how far a channel has heard, with the notices that tell it; tell whether that was done."""
        kept = self._state.settings[channel]
        if kept.get(ANNOUNCING) != was.kept():
            return False
        kept[ANNOUNCING] = now_is.kept()
        self._state.versions[channel] += 1
        self._state.post(glossary, tuple(caused))
        return True

    async def set_setting(self, subject: Subject, name: str, value: str | None) -> None:
        """Keep a setting, or forget it with None."""
        if value is None:
            self._state.settings[subject].pop(name, None)
        else:
            self._state.settings[subject][name] = value
        self._state.versions[subject] += 1


class MemoryCare:
    """Fulfils `bot.ports.CareStore`."""

    _state: State

    async def owner_of(self, glossary: GlossaryId, concept: ConceptId) -> AccountId | None:
        """Tell who looks after a concept; None for nobody."""
        return self._state.owners.get((glossary, concept))

    async def owners_of(self, glossary: GlossaryId) -> Mapping[ConceptId, AccountId]:
        """Tell who looks after the concepts that somebody looks after."""
        return {at[1]: owner for at, owner in self._state.owners.items() if at[0] == glossary and owner is not None}

    async def set_owner(self, glossary: GlossaryId, concept: ConceptId, owner: AccountId | None) -> None:
        """Let somebody look after a concept, or nobody."""
        if owner is None:
            self._state.owners.pop((glossary, concept), None)
        else:
            self._state.owners[glossary, concept] = owner

    async def lose_owner(self, account: AccountId) -> Mapping[GlossaryId, Sequence[ConceptId]]:
        """Let what an account looked after have lost its owner; tell which concepts those are."""
        lost: dict[GlossaryId, list[ConceptId]] = {}
        for (glossary, concept), owner in sorted(self._state.owners.items()):
            if owner == account:
                self._state.owners[glossary, concept] = None
                lost.setdefault(glossary, []).append(concept)
        return lost

    async def orphans_of(self, glossary: GlossaryId) -> Sequence[ConceptId]:
        """List the concepts that lost their owner and have found no other, in the order of their ids."""
        return sorted(concept for (at, concept), owner in self._state.owners.items() if at == glossary and not owner)

    async def pins_of(self, glossary: GlossaryId) -> Mapping[Subject, frozenset[ConceptId]]:
        """Tell which concepts come first in each place that has any."""
        return {place: frozenset(pinned) for place, pinned in self._state.pins[glossary].items() if pinned}

    async def pin(self, glossary: GlossaryId, place: Place, concept: ConceptId, *, is_pinned: bool) -> None:
        """Let a concept come first in a place, or no longer."""
        pins = self._state.pins[glossary].setdefault(place.subject, set())
        (pins.add if is_pinned else pins.discard)(concept)
        self._state.versions[place.workspace] += 1


class MemoryKnown:
    """Fulfils `bot.ports.KnownStore`."""

    _state: State

    async def known_by(self, account: AccountId) -> frozenset[ConceptId]:
        """Tell which concepts an account said it knows."""
        return frozenset(self._state.known.get(account, ()))

    async def set_known(self, account: AccountId, concept: ConceptId, *, is_known: bool) -> None:
        """Keep that an account knows a concept, or no longer."""
        known = self._state.known.setdefault(account, set())
        (known.add if is_known else known.discard)(concept)


class MemoryPeople:
    """Fulfils `bot.ports.PersonStore`."""

    _state: State

    async def kept_about(self, account: AccountId) -> Mapping[str, Sequence[Mapping[str, object]]]:
        """Read everything that names an account, by its kind; kinds without any are left out."""
        state = self._state
        kinds: dict[str, list[Mapping[str, object]]] = {
            "preferences": [
                *_preferred(state.preferences.get(account, Preferences())),
                *_settings((account, person_of(account)), state),
            ],
            "roles": [{"workspace": at, "role": held[account]} for at, held in state.roles.items() if account in held],
            "owners": [{"concept": at[1]} for at, owner in state.owners.items() if owner == account],
            "known": [{"concept": concept} for concept in sorted(state.known.get(account, ()))],
            "drafts": [asdict(draft) for draft in state.drafts.values() if draft.owner == account],
            "proposals": [asdict(one) for one in state.proposals.values() if account in _people_in(one)],
            "wants": [asdict(want) for want in state.wants.values() if want.account == account],
            "progress": [asdict(one) for one in state.progress.values() if one.account == account],
            "learning": [
                {"concept": concept, **asdict(learned)}
                for at, terms in state.learned.items()
                if at[1] == account
                for concept, learned in terms.items()
            ],
            "notices": [asdict(one.notice) for one in state.notices.values() if str(one.notice.recipient) == account],
            "history": [asdict(one) for kept in state.glossaries.values() for one in _written_by(account, kept)],
        }
        return {kind: found for kind, found in kinds.items() if found}

    async def forget(self, account: AccountId) -> None:
        """Remove what is only about the person, and take the name out of the rest."""
        forget_those(lambda one: one == account, self._state)
        for held in self._state.roles.values():
            held.pop(account, None)
        self._state.settings.pop(person_of(account), None)
        for name in (account, person_of(account)):
            self._state.versions[name] += 1


def forget_those(is_one: Callable[[str], bool], state: State) -> None:
    """Remove what is only about some people, and take their names out of the rest."""
    for subject in [one for one in state.settings if is_one(one)]:
        del state.settings[subject]
    for kept in (state.preferences, state.known):
        for account in [one for one in kept if is_one(one)]:
            del kept[account]
    state.owners = {at: None if owner and is_one(owner) else owner for at, owner in state.owners.items()}
    state.drafts = {at: draft for at, draft in state.drafts.items() if not is_one(draft.owner)}
    state.notices = {at: one for at, one in state.notices.items() if not is_one(one.notice.recipient)}
    state.proposals = {at: _without(is_one, one) for at, one in state.proposals.items()}
    state.wants = {at: want for at, want in state.wants.items() if not is_one(want.account)}
    state.progress = {at: one for at, one in state.progress.items() if not is_one(one.account)}
    for at in [at for at in state.learned if is_one(at[1])]:
        del state.learned[at]
    for glossary in state.glossaries.values():
        glossary.history = [
            replace(one, author=None) if one.author and is_one(one.author) else one for one in glossary.history
        ]


def _preferred(preferences: Preferences) -> list[Mapping[str, object]]:
    return [{"name": name, "value": value} for name, value in asdict(preferences).items() if value]


def _settings(subjects: Sequence[Subject], state: State) -> list[Mapping[str, object]]:
    return [
        {"name": name, "value": value}
        for subject in subjects
        for name, value in state.settings.get(subject, {}).items()
    ]


def _written_by(account: AccountId, kept: Glossary) -> list[HistoryEntry]:
    return [entry for entry in kept.history if entry.author == account]


def _people_in(proposal: Proposal) -> set[AccountId | None]:
    return {proposal.author, proposal.decision.curator if proposal.decision else None}


def _without(is_one: Callable[[str], bool], proposal: Proposal) -> Proposal:
    decision = proposal.decision
    if decision is not None and decision.curator and is_one(decision.curator):
        decision = replace(decision, curator=None)
    author = None if proposal.author and is_one(proposal.author) else proposal.author
    return replace(proposal, author=author, decision=decision)


class MemoryRoles:
    """Fulfils `bot.ports.RoleStore`."""

    _state: State

    async def roles_in(self, workspace: WorkspaceId) -> Mapping[str, str]:
        """Tell the role of each account and group that was given one."""
        return dict(self._state.roles[workspace])

    async def give_role(self, grant: RoleGrant) -> None:
        """Give a role; it takes the place of an earlier one."""
        self._state.roles[grant.workspace][grant.holder] = grant.role
        self._state.versions[grant.workspace] += 1

    async def take_role(self, workspace: WorkspaceId, holder: str) -> None:
        """Take the role of an account or group away. Who has none stays without."""
        self._state.roles[workspace].pop(holder, None)
        self._state.versions[workspace] += 1
