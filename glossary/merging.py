"""What would an import change? Compares what a glossary holds with what a file gave; nothing is changed by asking.

Which entry of the file is which of the glossary is said in `identifying`, and what becomes of both in `combining`.
Planning the same import on what it left is all ``Unchanged``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from glossary.catalogue import Catalogue
from glossary.clashing import Clash, clashes
from glossary.combining import merged, replaced
from glossary.concept import Concept, ConceptId
from glossary.formats.choosing import Field
from glossary.freshness import freshened
from glossary.identifying import targets
from glossary.lookup import How
from glossary.rules import oversize
from glossary.spelling import loose_key, strict_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from glossary.formats.reading import Proposal
    from glossary.rules import Problem

_EVERYTHING: Final = frozenset(Field)


class Mode(StrEnum):
    """What becomes of an entry that is there already. No entry is ever taken out of the glossary."""

    MERGE = "merge"
    """The file adds to it, and wins where both say something; what the file does not say stays."""
    REPLACE = "replace"
    """It becomes what the file says; only what the format cannot hold stays."""


@dataclass(frozen=True, slots=True)
class Added:
    """A new concept."""

    concept: Concept


@dataclass(frozen=True, slots=True)
class Changed:
    """A concept as it is, and as it would be."""

    before: Concept
    after: Concept

    @property
    def fields(self) -> tuple[str, ...]:
        """Name the fields of the concept that differ, at least one."""
        names = (field.name for field in fields(Concept))
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after, name))


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A concept that is already all that the file says."""

    concept: Concept


@dataclass(frozen=True, slots=True)
class Refused:
    """What the entry would be, and why it is not taken: at least one certain clash, or problem of its size."""

    concept: Concept
    clashes: tuple[Clash, ...]
    problems: tuple[Problem, ...] = ()


Outcome = Added | Changed | Unchanged | Refused
Guard = Callable[[Concept, Catalogue], Sequence[Clash]]
"""What a concept as it would be clashes with, in a catalogue that has it as it is; ``clashing.clashes`` is one too."""


def taken_names(concept: Concept, catalogue: Catalogue) -> tuple[Clash, ...]:
    """Find new names of a concept that lead to another one in any folding, with no other domain to tell them apart.

    The quick one of the two guards: it looks names up, and guesses at nothing, so that a large file takes seconds.
    """
    present = catalogue.get(concept.id)
    old = {loose_key(label.text) for label in present.labels} if present else set()
    domain = strict_key(concept.domain)
    return tuple(
        Clash(text, other.id, How.FOLDED, is_certain=True)
        for key, text in {loose_key(label.text): label.text for label in concept.labels}.items()
        if key and key not in old
        for other, _ in catalogue.named(text)
        if not (domain and other.domain and strict_key(other.domain) != domain)
    )


MOST_GUESSED = 5_000
"""Entries of a file that are compared with others by sound, keyboard and word order too; more would take minutes."""


def guard_for(number: int) -> Guard:
    """Choose the guard for a file of so many entries: that of forms, or the quick one for a large file."""
    return clashes if number <= MOST_GUESSED else taken_names


def plan(
    present: Iterable[Concept],
    harvested: Iterable[Concept],
    mode: Mode = Mode.MERGE,
    keeps: frozenset[Field] = _EVERYTHING,
    guard: Guard | None = None,
) -> tuple[Outcome, ...]:
    """Say for each harvested concept, in their order, what an import would do.

    Without a guard the number of entries chooses one.

    The harvested ids all differ. What the format ``keeps`` decides what a replacement may take away. Names may clash
    with concepts that the import does not touch; that entries of one file share a name is what the file says. A
    reference to a concept that is neither there nor taken is left out.
    """
    entries = tuple(harvested)
    return _Plan(present, entries, mode, keeps).outcomes(guard or guard_for(len(entries)))


def to_keep(outcomes: Iterable[Outcome], today: date, keeps: frozenset[Field]) -> tuple[Concept, ...]:
    """List what an import writes: new and changed concepts, confirmed on the day that the file tells, or else today."""
    return tuple(_dated(outcome, today, keeps) for outcome in outcomes if isinstance(outcome, Added | Changed))


def _dated(outcome: Added | Changed, today: date, keeps: frozenset[Field]) -> Concept:
    if isinstance(outcome, Added):
        is_told = Field.CONFIRMED in keeps
        return outcome.concept if is_told else replace(outcome.concept, confirmed=today)
    before, after = outcome.before, outcome.after
    return after if after.confirmed != before.confirmed else freshened(before, after, today)


def free_names(outcomes: Iterable[Outcome], catalogue: Catalogue) -> tuple[str, ...]:
    """List the new names that lead to nothing yet: what must still be so when the import is carried out."""
    names = dict[str, None]()
    for outcome in outcomes:
        if isinstance(outcome, Added | Changed):
            after = outcome.concept if isinstance(outcome, Added) else outcome.after
            names.update(dict.fromkeys(label.text for label in after.labels if not catalogue.named(label.text)))
    return tuple(names)


def lacking(
    harvested: Sequence[Concept], outcomes: Sequence[Outcome], proposals: Iterable[Proposal]
) -> Iterator[tuple[Concept, Proposal]]:
    """Go through the names that texts seem to give and that the concept, as it will be, does not have."""
    becomes = {concept.id: outcome for concept, outcome in zip(harvested, outcomes, strict=True)}
    for proposal in proposals:
        outcome = becomes[proposal.concept]
        if not isinstance(outcome, Refused):
            concept = outcome.after if isinstance(outcome, Changed) else outcome.concept
            if strict_key(proposal.label.text) not in {strict_key(label.text) for label in concept.labels}:
                yield concept, proposal


class _Plan:
    def __init__(
        self, present: Iterable[Concept], harvested: Sequence[Concept], mode: Mode, keeps: frozenset[Field]
    ) -> None:
        self._present = present if isinstance(present, Catalogue) else Catalogue(present)
        self._harvested = harvested
        # A format without ids holds too little of a concept to replace one.
        self._mode = mode if Field.ID in keeps else Mode.MERGE
        self._keeps = keeps
        self._targets = targets(self._present, harvested)

    def outcomes(self, guard: Guard) -> tuple[Outcome, ...]:
        touched = set(self._targets.values())
        others = Catalogue(concept for concept in self._present if concept.id not in touched)
        wanted = [self._wanted(concept) for concept in self._harvested]
        refused = {}
        for concept in wanted:
            found, problems = self._clashes(concept, others, guard), oversize(concept)
            if found or problems:
                refused[concept.id] = Refused(concept, found, problems)
        known = {concept.id for concept in wanted} - refused.keys() | {concept.id for concept in self._present}
        return tuple(refused.get(concept.id) or self._outcome(concept, known) for concept in wanted)

    def _clashes(self, concept: Concept, others: Catalogue, guard: Guard) -> tuple[Clash, ...]:
        """Ask the guard, which sees the concept as it is among those that the import does not touch."""
        if not others:
            return ()
        before = self._present.get(concept.id)
        if before is not None:
            others.put(before)
        found = tuple(clash for clash in guard(concept, others) if clash.is_certain)
        others.remove(concept.id)
        return found

    def _outcome(self, wanted: Concept, known: Collection[ConceptId]) -> Outcome:
        before = self._present.get(wanted.id)
        after = _without(wanted, known, before)
        if before is None:
            return Added(after)
        return Unchanged(before) if before == after else Changed(before, after)

    def _wanted(self, harvested: Concept) -> Concept:
        """Give what the concept would become, its references already by the ids of the glossary."""
        targets = self._targets
        new = replace(
            harvested,
            id=targets[harvested.id],
            related=tuple(targets.get(other, other) for other in harvested.related),
            replaced_by=targets.get(harvested.replaced_by, harvested.replaced_by) if harvested.replaced_by else None,
        )
        before = self._present.get(new.id)
        if before is None:
            return new
        return merged(before, new) if self._mode is Mode.MERGE else replaced(before, new, self._keeps)


def _without(concept: Concept, known: Collection[ConceptId], before: Concept | None) -> Concept:
    """Leave out references to what is not there, but for those that the concept had: it may be restored."""
    had = {*before.related, before.replaced_by} if before else set()
    return replace(
        concept,
        related=tuple(other for other in concept.related if other in known or other in had),
        replaced_by=concept.replaced_by if concept.replaced_by in known or concept.replaced_by in had else None,
    )
