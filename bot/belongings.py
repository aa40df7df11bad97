"""What comes along when a workspace joins a glossary? Who looks after its entries, and what its channels pinned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.requests import ChannelId, Place
from glossary.merging import Added, Changed, Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.keeping import GlossaryId
    from bot.ports import CareStore
    from bot.requests import WorkspaceId
    from glossary.concept import Concept, ConceptId
    from glossary.merging import Outcome


@dataclass(frozen=True, slots=True)
class Move:
    """A workspace goes from one glossary to another; its entries, and what each is or would be there."""

    workspace: WorkspaceId
    old: GlossaryId
    new: GlossaryId
    own: Sequence[Concept]
    outcomes: Sequence[Outcome]

    def pairs(self, *, is_merged: bool) -> dict[ConceptId, ConceptId]:
        """Tell which of the own entries is which there; what was new is there only when it was merged."""
        found = {}
        for concept, outcome in zip(self.own, self.outcomes, strict=True):
            if isinstance(outcome, Refused) or (isinstance(outcome, Added) and not is_merged):
                continue
            found[concept.id] = outcome.after.id if isinstance(outcome, Changed) else outcome.concept.id
        return found


async def carry_over(move: Move, store: CareStore, *, is_merged: bool) -> None:
    """Let the owners of what was added look after it there too, and the channels keep what is pinned in them.

    Whoever looks after an entry may decide about it; so what was there before gets no owner from outside.
    """
    pairs = move.pairs(is_merged=is_merged)
    added = {outcome.concept.id for outcome in move.outcomes if isinstance(outcome, Added)}
    for concept, owner in (await store.owners_of(move.old)).items():
        if pairs.get(concept) in added:
            await store.set_owner(move.new, pairs[concept], owner)
    for subject, pinned in (await store.pins_of(move.old)).items():
        if f"{subject}:".startswith(f"{move.workspace}:"):
            channel = subject.removeprefix(move.workspace).removeprefix(":")
            place = Place(move.workspace, ChannelId(channel) if channel else None)
            for concept in sorted(pinned & pairs.keys()):
                await store.pin(move.new, place, pairs[concept], is_pinned=True)
