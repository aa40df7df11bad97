"""What is kept of packs, newcomers, and what is missing?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, timedelta

    from bot.digests import Announcing
    from bot.keeping import GlossaryId, Notice, Revision, Subject, Want
    from bot.packs import Learned, Pack, PackId, Progress, Standing
    from bot.requests import AccountId
    from glossary.concept import ConceptId


class WantStore(Protocol):
    """Keeps who waits for a term that is not there, and what nobody wants to see among the gaps any more."""

    async def want(self, glossary: GlossaryId, want: Want) -> Revision:
        """Keep a want; tell the latest revision at that moment.

        A change that is committed later answers it; what an earlier one brought, whoever asked can see.
        """
        ...

    async def wants_of(self, glossary: GlossaryId, account: AccountId) -> Sequence[Want]:
        """List what somebody waits for, the oldest first."""
        ...

    async def drop_want(self, glossary: GlossaryId, account: AccountId, typed: str) -> None:
        """Wait no longer. What is not there stays not there."""
        ...

    async def dismiss(self, glossary: GlossaryId, keys: frozenset[str], at: datetime) -> None:
        """Leave these keys out of the gaps from now on."""
        ...

    async def dismissed(self, glossary: GlossaryId) -> frozenset[str]:
        """Tell the keys that are left out of the gaps."""
        ...

    async def purge_wants(self, before: datetime) -> None:
        """Let go of the wants and dismissals from before this time."""
        ...


class DigestStore(Protocol):
    """Keeps what each channel has heard of, together with the digests that tell it."""

    async def announce(
        self, glossary: GlossaryId, channel: Subject, was: Announcing, now_is: Announcing, caused: Sequence[Notice]
    ) -> bool:
        """Keep how far a channel has heard, with the notices that tell it; tell whether that was done.

        Not where something else is kept than what was there: then another process has done it, or somebody has
        chosen otherwise.
        """
        ...


class PackStore(Protocol):
    """Keeps the packs of each glossary, and to which places they belong."""

    async def packs_of(self, glossary: GlossaryId) -> Sequence[Pack]:
        """List the packs of a glossary by their names."""
        ...

    async def keep_pack(self, glossary: GlossaryId, pack: Pack) -> bool:
        """Keep a pack as its next version; tell whether it was: not over a version that its writer has not seen."""
        ...

    async def drop_pack(self, glossary: GlossaryId, pack: PackId) -> None:
        """Let go of a pack, with its places and everybody's progress. What is not there stays not there."""
        ...

    async def place_pack(self, glossary: GlossaryId, pack: PackId, place: Subject, *, is_placed: bool) -> None:
        """Let who joins a place be greeted with a pack, or no longer; a workspace stands for all who join it."""
        ...

    async def places_of(self, glossary: GlossaryId) -> Sequence[tuple[PackId, Subject]]:
        """List which pack belongs to which place."""
        ...

    async def packs_with_reminder(self) -> Sequence[tuple[GlossaryId, Pack]]:
        """List the packs of all glossaries that remind."""
        ...


class ProgressStore(Protocol):
    """Keeps how far each person has come, and what they have learned; each for themselves."""

    async def begin(self, glossary: GlossaryId, progress: Progress, greeting: Notice, pace: timedelta) -> bool:
        """Let somebody begin a pack and greet them, unless they began it before; tell whether they had not.

        The greeting is due when it says, but at least `pace` after the one before it in the same workspace.
        """
        ...

    async def remind(self, glossary: GlossaryId, progress: Progress, reminder: Notice, pace: timedelta) -> bool:
        """Remind somebody, unless they were reminded before or have moved since; tell whether they are. As `begin`."""
        ...

    async def progress_of(self, glossary: GlossaryId, account: AccountId) -> Sequence[Progress]:
        """List what somebody has begun, what they touched last first."""
        ...

    async def keep_progress(self, glossary: GlossaryId, progress: Progress) -> None:
        """Keep how far somebody has come; it takes the place of what was kept."""
        ...

    async def silent_in(
        self, glossary: GlossaryId, pack: PackId, since: datetime, limit: int = 100
    ) -> Sequence[Progress]:
        """List who did nothing since then, did not finish or stop, and was not reminded: the longest first."""
        ...

    async def standings_in(self, glossary: GlossaryId, pack: PackId) -> Sequence[Standing]:
        """Count who stands where in a pack, by how many terms they have passed."""
        ...

    async def learned_by(self, glossary: GlossaryId, account: AccountId) -> Mapping[ConceptId, Learned]:
        """Tell what somebody has done with each term that they have met."""
        ...

    async def keep_learned(
        self, glossary: GlossaryId, account: AccountId, learned: Mapping[ConceptId, Learned]
    ) -> None:
        """Keep what somebody has done with these terms; it takes the place of what was kept."""
        ...

    async def asked_about(self, glossary: GlossaryId) -> Mapping[ConceptId, int]:
        """Count how many people wanted to know more about each term."""
        ...
