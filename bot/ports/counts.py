"""What is counted? How often what was asked, and what was shown, without names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from bot.counts import Gap, Lookup, Tally, Use
    from bot.keeping import GlossaryId, Subject
    from glossary.concept import ConceptId


class CountStore(Protocol):
    """Keeps how often what was asked, without names."""

    async def add_counts(self, tally: Tally) -> None:
        """Add what was counted to what is kept."""
        ...

    async def month_key(self, month: date) -> bytes:
        """Tell the secret with which askers are told apart within one month: the same in every process."""
        ...

    async def lookups(self, glossary: GlossaryId, since: date) -> Sequence[tuple[Lookup, int]]:
        """Read how often each lookup was made, from that day on, the most frequent first."""
        ...

    async def gaps(self, glossary: GlossaryId, month: date, limit: int = 20) -> Sequence[Gap]:
        """List what was not found within a month, what most people asked for first."""
        ...

    async def purge_counts(self, before: date) -> None:
        """Let go of the months before that day, of what tells askers apart in them, and of their keys."""
        ...


class UseStore(Protocol):
    """Keeps how often which concept was shown in which place, without names."""

    async def add_uses(self, used: Mapping[Use, int]) -> None:
        """Add how often each was used to what is kept."""
        ...

    async def uses_in(self, glossary: GlossaryId, place: Subject, since: date, limit: int) -> Mapping[ConceptId, int]:
        """Tell how often each concept was used in a place or workspace from that month on, the most used ones."""
        ...

    async def purge_uses(self, before: date) -> None:
        """Let go of the months before that day."""
        ...
