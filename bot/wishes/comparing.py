"""What would this change? Differences between two states of a concept, as blocks and in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from bot.languages import headword_for
from bot.replies import Listing, Note, Span, Style
from glossary.concept import ConceptId, LabelKind
from glossary.differences import Aspect, Change, differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.replies import Block, Spans
    from bot.scene import Scene
    from bot.wording import Wording
    from glossary.concept import Concept
    from glossary.differences import Difference

_MARKS = {Change.KEPT: Style.PLAIN, Change.REMOVED: Style.REMOVED, Change.ADDED: Style.ADDED}


def compared(before: Concept | None, after: Concept | None, scene: Scene) -> tuple[Block, ...]:
    """Show each difference on a line of its own: what goes and what comes are marked."""

    def name_of(concept_id: ConceptId) -> str:
        concept = scene.catalogue.get(concept_id)
        return headword_for(concept, scene.reader).text if concept else concept_id

    lines = difference_lines(before, after, scene.wording, name_of)
    return (Listing(lines),) if lines else (Note(scene.wording.spans("Nothing would change.")),)


def difference_lines(
    before: Concept | None, after: Concept | None, wording: Wording, name_of: Callable[[ConceptId], str]
) -> tuple[Spans, ...]:
    """Say each difference on a line of its own; `name_of` gives the names of the concepts that are referred to."""
    return tuple(_line(one, wording, name_of) for one in differences(before, after))


def summary(before: Concept | None, after: Concept | None, wording: Wording) -> Spans:
    """Name what changed in a few words: "new entry", "definition (Korean), tags"."""
    if after is None:
        return wording.spans("deleted")
    if before is None:
        return wording.spans("new entry")
    aspects = dict.fromkeys(_title(one, wording) for one in differences(before, after))
    return (Span(", ".join(aspects) or wording.text("confirmed")),)


def _line(one: Difference, wording: Wording, name_of: Callable[[ConceptId], str]) -> Spans:
    title = Span(_title(one, wording) + ": ")
    if one.segments:
        return (title, *(Span(segment.text, _MARKS[segment.change]) for segment in one.segments))
    removed = [Span(_shown(value, one.aspect, name_of), Style.REMOVED) for value in one.removed]
    added = [Span(_shown(value, one.aspect, name_of), Style.ADDED) for value in one.added]
    spans: list[Span] = [title]
    for place, span in enumerate((*removed, *added)):
        spans += [Span(", ")] * (place > 0) + [span]
    return tuple(spans)


def _shown(value: str, aspect: Aspect, name_of: Callable[[ConceptId], str]) -> str:
    """Show a related concept by its name; everything else as it is."""
    return name_of(ConceptId(value)) if aspect in {Aspect.RELATED, Aspect.REPLACED_BY} else value


def _title(one: Difference, wording: Wording) -> str:
    name = _aspect(one, wording)
    return f"{name} ({wording.name_of(one.language)})" if one.language else name


def _aspect(one: Difference, wording: Wording) -> str:  # noqa: C901 — a table: one line for each aspect
    match one.aspect:
        case Aspect.HEADWORD:
            return wording.text("name")
        case Aspect.NAMES:
            return _names(one.kind, wording)
        case Aspect.DEFINITION:
            return wording.text("definition")
        case Aspect.DOMAIN:
            return wording.text("domain")
        case Aspect.TAGS:
            return wording.text("tags")
        case Aspect.RELATED:
            return wording.text("related")
        case Aspect.REPLACED_BY:
            return wording.text("replaced by")
        case Aspect.LINKS:
            return wording.text("links")
        case Aspect.IMAGE:
            return wording.text("image")
        case Aspect.CONTACT:
            return wording.text("who to ask")
        case _:
            assert_never(one.aspect)


def _names(kind: LabelKind | None, wording: Wording) -> str:
    if kind is LabelKind.ABBREVIATION:
        return wording.text("abbreviations")
    if kind is LabelKind.MISSPELLING:
        return wording.text("misspellings")
    if kind is LabelKind.AVOIDED:
        return wording.text("names to avoid")
    return wording.text("other names")
