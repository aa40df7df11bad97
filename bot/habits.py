"""What is likely meant in a place? What is pinned and read there, and how often what was shown there.

How often is remembered, so that nobody waits for the database: what this process shows counts at once, and what others
show when it is read again. Numbers without names: who asked is never known here. A conversation with the bot alone
counts for the workspace only, and each concept in it once: what one person looks up there again and again is theirs.
"""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.counts import Use
from bot.keeping import GlossaryId
from bot.months import months_before
from bot.recalling import Limits, Recall
from glossary.errors import UnavailableError
from glossary.likelihood import FEWEST_USES, Likelihood, prevailing
from glossary.spelling import strict_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.breaker import Breaker
    from bot.keeping import Revision, Subject
    from bot.ports import UseStore
    from bot.remembering import Known, Standing
    from bot.requests import Place
    from glossary.concept import ConceptId

    _Used = tuple[GlossaryId, Subject, ConceptId]

MOST_USED = 300
"""Concepts of a place whose uses are remembered, the most used ones."""
MONTHS = 3
"""What was used longer ago says little about what is meant now; the present month is the first of them."""
READ_EVERY = 3600.0
"""Seconds after which the uses of a place are read again."""
MOST_PLACES = 10_000
"""Places of which it is remembered what is usual there."""
MOST_WAITING = 100_000
"""Uses; while the store is away no more than these are kept."""
USE_BYTES = 120
_BETWEEN = " "
"""Stands between a glossary and a place in a key; neither holds one."""
HABIT_LIMITS = Limits(bytes=16_000_000)


@dataclass(frozen=True, slots=True)
class Habit:
    """What is usual in one place: what is likely meant there, and what learns from what is shown there."""

    likelihood: Likelihood
    glossary: GlossaryId
    counted: tuple[tuple[Subject, Counter[ConceptId]], ...]
    """What a use counts for, and how often what was used there so far; the likelihood sees what is added."""
    waiting: Counter[_Used]
    forget: Callable[[], None]
    """Makes it anew, because what the place is about may have changed."""
    told: set[ConceptId] | None
    """What counted already in a conversation with the bot alone; None elsewhere."""

    def note(self, concept: ConceptId) -> None:
        """Learn that a concept was shown: at once, and without asking the store."""
        if self.told is not None:
            if concept in self.told:
                return
            self.told.add(concept)
        for subject, times in self.counted:
            times[concept] += 1
            used = self.glossary, subject, concept
            if used in self.waiting or len(self.waiting) < MOST_WAITING:
                self.waiting[used] += 1
            # Among many, one more changes little of what the place is about: that is seen in the next hour.
            if times[concept] == FEWEST_USES and len(times) <= MOST_USED:
                self.forget()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A habit, and from what it was made: as long as that is the same, so is the habit."""

    standing: Standing
    revision: Revision
    hour: int
    habit: Habit


class Habits:
    """Knows what is usual where, and learns from what is shown."""

    def __init__(
        self,
        store: UseStore,
        now: Callable[[], datetime],
        *,
        breaker: Breaker | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        async def read(key: str, before: Counter[ConceptId] | None) -> Counter[ConceptId]:
            del before
            glossary, _, place = key.partition(_BETWEEN)
            since = months_before(now().date(), MONTHS - 1)
            return Counter(await store.uses_in(GlossaryId(glossary), place, since, MOST_USED))

        self._store = store
        self._now = now
        self._hours = _Hours(clock)
        self._waiting: Counter[_Used] = Counter()
        self._uses: Recall[str, Counter[ConceptId]] = Recall(self._hours, read, _weight, HABIT_LIMITS, breaker)
        self._kept: OrderedDict[Subject, _Kept] = OrderedDict()
        self._told: OrderedDict[Subject, set[ConceptId]] = OrderedDict()

    async def of(self, standing: Standing, place: Place, known: Known) -> Habit:
        """Tell what is usual in a place; while the store is away, as far as is known."""
        kept, hour = self._kept.get(place.subject), self._hours.stamp(place.subject)
        if kept and kept.standing is standing and kept.revision == known.revision and kept.hour == hour:
            return kept.habit
        try:
            around = (await self._uses.of(_key(standing.glossary, place.workspace))).value
            here = (await self._uses.of(_key(standing.glossary, place.subject))).value
        except UnavailableError:
            return self._made(standing, place, known, Counter(), Counter())
        habit = self._made(standing, place, known, here, around)
        self._kept[place.subject] = _Kept(standing, known.revision, hour, habit)
        if len(self._kept) > MOST_PLACES:
            self._kept.popitem(last=False)
        return habit

    def _made(
        self, standing: Standing, place: Place, known: Known, here: Counter[ConceptId], around: Counter[ConceptId]
    ) -> Habit:
        subject = place.subject
        is_apart = subject != place.workspace and not place.is_direct  # nobody but the asker is in a direct message
        counted = ((place.workspace, around), *([(subject, here)] if is_apart else []))
        likelihood = _likelihood(standing, subject, known, here, around)
        told = self._told_in(subject) if place.is_direct else None
        return Habit(likelihood, standing.glossary, counted, self._waiting, lambda: self._forget(subject), told)

    def _told_in(self, subject: Subject) -> set[ConceptId]:
        """Give what counted already in a conversation with the bot alone."""
        told = self._told.setdefault(subject, set())
        self._told.move_to_end(subject)
        if len(self._told) > MOST_PLACES:
            self._told.popitem(last=False)
        return told

    def _forget(self, subject: Subject) -> None:
        self._kept.pop(subject, None)

    async def flush(self) -> None:
        """Write what was learned since the last time; what cannot be written waits for the next time."""
        if not self._waiting:
            return
        month = self._now().date().replace(day=1)
        waiting = dict(self._waiting)
        self._waiting.clear()
        try:
            await self._store.add_uses({Use(*used, month): times for used, times in waiting.items()})
        except UnavailableError:
            self._waiting.update(waiting)


def _likelihood(
    standing: Standing, place: Subject, known: Known, here: Counter[ConceptId], around: Counter[ConceptId]
) -> Likelihood:
    """Put together what speaks for a meaning in a place. The counters stay those that learn."""
    pinned = standing.pins.get(place, frozenset())
    packs = standing.packs.get(place, ())
    listed = frozenset(concept for pack in packs if not pack.tag for concept in pack.concepts)
    habitual = {concept for concept, times in here.items() if times >= FEWEST_USES}
    at_home = filter(None, map(known.catalogue.get, sorted(pinned | listed | habitual)))
    topics = prevailing(at_home) | {strict_key(pack.tag) for pack in packs if pack.tag}
    return Likelihood(pinned, listed, topics, here, around)


def _key(glossary: GlossaryId, place: Subject) -> str:
    return f"{glossary}{_BETWEEN}{place}"


def _weight(times: Counter[ConceptId]) -> int:
    return USE_BYTES * (len(times) + 1)


@dataclass(frozen=True, slots=True)
class _Hours:
    """Fulfils `bot.ports.Freshness` by the clock: what was read is good until the hour is over."""

    clock: Callable[[], float]

    def stamp(self, subject: Subject) -> int:
        """Tell which hour it is, for every subject."""
        del subject
        return int(self.clock() // READ_EVERY)
