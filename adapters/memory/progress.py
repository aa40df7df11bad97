"""How far has each newcomer come, and what have they learned? Kept in memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.packs import Standing, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, timedelta

    from adapters.memory.state import State
    from bot.keeping import GlossaryId, Notice
    from bot.packs import Learned, PackId, Progress
    from bot.requests import AccountId
    from glossary.concept import ConceptId

_DONE = (Status.STOPPED, Status.FINISHED)


class MemoryProgress:
    """Fulfils `bot.ports.ProgressStore`."""

    _state: State

    async def begin(self, glossary: GlossaryId, progress: Progress, greeting: Notice, pace: timedelta) -> bool:
        """Let somebody begin a pack and greet them, unless they began it before; tell whether they had not."""
        at = glossary, progress.account, progress.pack
        if at in self._state.progress:
            return False
        self._state.progress[at] = progress
        self._state.post_paced(glossary, greeting, pace)
        return True

    async def remind(self, glossary: GlossaryId, progress: Progress, reminder: Notice, pace: timedelta) -> bool:
        """Remind somebody, unless they were reminded before or have moved since; tell whether they are."""
        at = glossary, progress.account, progress.pack
        if self._state.progress.get(at) != progress:
            return False
        self._state.progress[at] = replace(progress, is_reminded=True)
        self._state.post_paced(glossary, reminder, pace)
        return True

    async def progress_of(self, glossary: GlossaryId, account: AccountId) -> Sequence[Progress]:
        """List what somebody has begun, what they touched last first."""
        mine = [one for at, one in self._state.progress.items() if at[:2] == (glossary, account)]
        return sorted(sorted(mine, key=lambda one: one.pack), key=lambda one: one.at, reverse=True)

    async def keep_progress(self, glossary: GlossaryId, progress: Progress) -> None:
        """Keep how far somebody has come; it takes the place of what was kept."""
        self._state.progress[glossary, progress.account, progress.pack] = progress

    async def silent_in(
        self, glossary: GlossaryId, pack: PackId, since: datetime, limit: int = 100
    ) -> Sequence[Progress]:
        """List who has done nothing since then, has not finished or stopped, and was not reminded."""
        ours = (one for at, one in self._state.progress.items() if (at[0], at[2]) == (glossary, pack))
        silent = [one for one in ours if one.at <= since and one.status not in _DONE and not one.is_reminded]
        return sorted(silent, key=lambda one: (one.at, one.account))[:limit]

    async def standings_in(self, glossary: GlossaryId, pack: PackId) -> Sequence[Standing]:
        """Count who stands where in a pack, by how many terms they have passed."""
        ours = (one for at, one in self._state.progress.items() if (at[0], at[2]) == (glossary, pack))
        people = Counter((one.passed, one.status) for one in ours)
        return [Standing(status, passed, number) for (passed, status), number in sorted(people.items())]

    async def learned_by(self, glossary: GlossaryId, account: AccountId) -> Mapping[ConceptId, Learned]:
        """Tell what somebody has done with each term that they have met."""
        return dict(self._state.learned[glossary, account])

    async def keep_learned(
        self, glossary: GlossaryId, account: AccountId, learned: Mapping[ConceptId, Learned]
    ) -> None:
        """Keep what somebody has done with these terms; it takes the place of what was kept."""
        self._state.learned[glossary, account].update(learned)

    async def asked_about(self, glossary: GlossaryId) -> Mapping[ConceptId, int]:
        """Count how many people wanted to know more about each term."""
        ours = (terms.items() for at, terms in self._state.learned.items() if at[0] == glossary)
        return Counter(concept for terms in ours for concept, learned in terms if learned.is_asked)
