"""Are the names of a glossary ready to be spotted? Made so when that is first wanted, if they are many in a thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.growing import WORTH_A_THREAD, growing, settle

if TYPE_CHECKING:
    from glossary.catalogue import Catalogue
    from glossary.concept import Concept, ConceptId
    from glossary.spotting.layers import Layers, Sight


class Spotting:
    """The names of one catalogue, in all its states. For one event loop at a time."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._layers: Layers | None = None
        self._making: asyncio.Task[None] | None = None
        self._meanwhile: dict[ConceptId, Concept | None] = {}
        """What has changed since the making that is under way began."""

    def change(self, concept_id: ConceptId, concept: Concept | None) -> None:
        """Know what became of a concept; None where it has gone."""
        self._meanwhile[concept_id] = concept
        if self._layers is not None:
            self._layers.change(concept_id, concept)

    def ready(self) -> Sight | None:
        """Give what can be used at once, for what goes without; None while a large one is still being made."""
        if self._layers is None or self._layers.is_worn():
            if len(self._catalogue) >= WORTH_A_THREAD:
                self._under_way()
                return None
            self._layers = _made(tuple(self._catalogue))
        return self._layers.sight()

    async def sight(self) -> Sight:
        """Wait until it is ready, and give it as it stands now."""
        while (ready := self.ready()) is None:
            await asyncio.shield(self._under_way())
        return ready

    def _under_way(self) -> asyncio.Task[None]:
        """Begin to make it, unless that was begun."""
        if self._making is None or self._making.done():
            self._meanwhile.clear()
            self._making = asyncio.ensure_future(self._make(tuple(self._catalogue)))
        return self._making

    async def _make(self, concepts: tuple[Concept, ...]) -> None:
        layers = await asyncio.to_thread(_made, concepts)
        settle()
        for concept_id, concept in self._meanwhile.items():
            layers.change(concept_id, concept)
        self._layers = layers


def _made(concepts: tuple[Concept, ...]) -> Layers:
    # Here and not above: most starts spot nothing.
    from glossary.spotting.layers import layers_of  # noqa: PLC0415

    with growing():
        return layers_of(concepts)
