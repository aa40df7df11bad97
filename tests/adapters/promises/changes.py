"""The concepts and changes that the promises are about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.keeping import HOME, Change, Edit, Notice, NoticeKey, Recipient, Revision
from bot.requests import AccountId
from bot.tokens import Token
from glossary.concept import Concept, ConceptId, Definition
from tests.terms import EN, KO, name

if TYPE_CHECKING:
    from glossary.concept import Label

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MINJI = AccountId("slack:T1:U1")
ALEX = AccountId("discord:42:7")


def concept(concept_id: str, *names: str, meaning: str = "") -> Concept:
    """Make a small concept; its headword is its id unless names are given."""
    labels: tuple[Label, ...] = tuple(
        name(text, EN if number == 0 else KO) for number, text in enumerate(names or (concept_id,))
    )
    return Concept(ConceptId(concept_id), labels, (Definition(meaning, EN),) if meaning else ())


def change(*after: Concept, based_on: int = 0, **details: Any) -> Change:  # noqa: ANN401 — any field of a Change
    """Make a change of the home glossary that puts these concepts."""
    edits = tuple(Edit(one.id, one) for one in after)
    return Change(HOME, edits, Revision(based_on), **{"author": MINJI, "at": NOON, **details})


def removal(concept_id: str, based_on: int) -> Change:
    """Make a change of the home glossary that removes a concept."""
    return Change(HOME, (Edit(ConceptId(concept_id), None),), Revision(based_on), MINJI, NOON)


def notice(key: str, recipient: str = "slack:T1:U1", due: datetime = NOON) -> Notice:
    """Make a notice that is due at noon."""
    return Notice(NoticeKey(key), Recipient(recipient), Token("1:show:mlops:"), due)
