"""Whom does a change answer? The only place that says which names of it somebody may have waited for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.commands import Fulfilled
from bot.keeping import Answering
from bot.tokens import carried
from glossary.gathering import keys_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.keeping import Change
    from glossary.catalogue import Catalogue
    from glossary.concept import Concept


def with_answers(change: Change, catalogue: Catalogue) -> Change:
    """Let a change tell those who have asked for what it brings, when it is committed."""
    return replace(change, answering=tuple(_answering(change, catalogue)))


def _answering(change: Change, catalogue: Catalogue) -> Iterator[Answering]:
    for edit in change.edits:
        if edit.after is None or not edit.after.definitions:
            continue
        names = _new_names(catalogue.get(edit.concept), edit.after)
        keys = frozenset().union(*map(keys_of_name, names))
        if keys:
            yield Answering(keys, carried(Fulfilled(edit.concept)))


def _new_names(before: Concept | None, after: Concept) -> set[str]:
    """Give the names that lead to a definition from now on, and did not before."""
    names = {label.text for label in after.labels}
    return names - {label.text for label in before.labels} if before and before.definitions else names
