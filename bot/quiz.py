"""What is asked next, and which wrong answers are worth a thought? Without chance, so that a click repeats it."""

from __future__ import annotations

import hashlib
import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from bot.languages import choose, headword_for, wanted
from bot.packs import Learned
from bot.prose import first_line_of
from bot.wording import plain
from glossary.candidates import alike
from glossary.readings import plain_reading
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from glossary.catalogue import Catalogue
    from glossary.concept import Concept, ConceptId, LanguageTag

MOST_WRONG = 3
"""Wrong answers beside the right one."""
LONGEST_MEANING = 280
"""Code points of a definition that are shown in a question."""
BLANK = "____"
LOOKED_THROUGH = 300
"""Concepts that have nothing in common with the one that is asked for, and are looked at when too few have."""

_UNASKED = Learned()


def next_asked(concepts: Sequence[Concept], learned: Mapping[ConceptId, Learned], now: datetime) -> Concept | None:
    """Choose what is asked now: what has waited longest, then what was never asked, in the order given."""
    known = [(learned.get(concept.id, _UNASKED), concept) for concept in concepts if concept.definitions]
    waiting = [(one.due, concept.id, concept) for one, concept in known if one.due is not None and one.due <= now]
    if waiting:
        return min(waiting)[2]
    return next((concept for one, concept in known if one.due is None), None)


def is_asked_by_meaning(box: int) -> bool:
    """Tell whether the meaning is shown and the name wanted; in every second box it is the other way round."""
    return box % 2 == 0


def answers_to(concept: Concept, box: int, catalogue: Catalogue) -> tuple[Concept, ...]:
    """Give the right answer among wrong ones that are plausible, in an order that tells nothing."""
    wrong = tuple(islice(_wrong(concept, catalogue), MOST_WRONG))
    return tuple(sorted((concept, *wrong), key=lambda one: _shuffle(concept.id, one.id, box)))


def meaning_of(concept: Concept, reader: LanguageTag) -> str:
    """Say what a concept means in one line for a reader, without saying its names; "" where nobody has defined it."""
    definition = choose(concept, reader, wanted(reader)).definition
    line = plain(first_line_of(definition.text, LONGEST_MEANING)) if definition else ""
    names = sorted({label.text for label in concept.labels}, key=len, reverse=True)
    return re.sub("|".join(map(_as_word, names)), BLANK, line, flags=re.IGNORECASE)


def _as_word(name: str) -> str:
    """Match a name that stands for itself: ``AI`` not inside ``said``; a Korean particle may follow."""
    before = r"(?<![^\W_])" if name[0].isalnum() else ""
    after = r"(?![a-zA-Z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
    return f"{before}{re.escape(name)}{after}"


def _wrong(concept: Concept, catalogue: Catalogue) -> Iterator[Concept]:
    """Give other concepts, each once: of the same domain first, then with the same tags, then of similar names."""
    tags = frozenset(concept.tags)
    same_domain = (one for one in catalogue if concept.domain and one.domain == concept.domain)
    same_tags = (one for one in catalogue if tags.intersection(one.tags))
    reading = plain_reading(concept.headword.text)
    similar = (candidate.hit.concept for candidate in alike([reading] if reading else [], catalogue))
    related = filter(None, map(catalogue.get, concept.related))
    pools: tuple[Iterable[Concept], ...] = (
        sorted(same_domain, key=lambda one: _shuffle(concept.id, one.id, 0)),
        sorted(same_tags, key=lambda one: (-len(tags.intersection(one.tags)), _shuffle(concept.id, one.id, 0))),
        related,
        similar,
        sorted(islice(catalogue, LOOKED_THROUGH), key=lambda one: _shuffle(concept.id, one.id, 0)),
    )
    names = {loose_key(label.text) for label in concept.labels}
    met = {concept.id}
    for one in chain.from_iterable(pools):
        is_same_name = any(loose_key(label.text) in names for label in one.labels)
        if one.id not in met and one.definitions and not is_same_name:
            met.add(one.id)
            yield one


def _shuffle(asked: ConceptId, other: ConceptId, box: int) -> bytes:
    return hashlib.blake2b(f"{asked} {other} {box}".encode(), digest_size=8).digest()


def shown_name(concept: Concept, reader: LanguageTag) -> str:
    """Name an answer; with its domain where it has one, because another may be called the same."""
    name = headword_for(concept, reader).text
    return f"{name} ({concept.domain})" if concept.domain else name
