"""What becomes of a name that a text seems to give its entry? A proposal, for curators to decide about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.keeping import Edit
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary.catalogue import Catalogue
    from glossary.concept import Concept, ConceptId, Label
    from glossary.formats.reading import Proposal


def edits_for(
    found: Iterable[tuple[Concept, Proposal]], kept: Sequence[Concept], before: Catalogue
) -> Iterator[tuple[Edit, str]]:
    """Give each concept that an import kept the names that lead nowhere yet; say in which file and line the first was.

    The catalogue is the one from before the import.
    """
    taken = {loose_key(label.text) for concept in kept for label in concept.labels}
    names: defaultdict[ConceptId, list[Label]] = defaultdict(list)
    places: dict[ConceptId, str] = {}
    for concept, said in found:
        if loose_key(said.label.text) not in taken and not before.named(said.label.text):
            names[concept.id].append(said.label)
            places.setdefault(concept.id, f"{said.file}:{said.line}")
    for concept in kept:
        if concept.id in names:
            yield Edit(concept.id, replace(concept, labels=(*concept.labels, *names[concept.id]))), places[concept.id]
