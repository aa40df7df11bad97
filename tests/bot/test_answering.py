"""Whom does a change answer?"""

from __future__ import annotations

import pytest

from bot.answering import Occasion, answers, new_names
from bot.commands import Fulfilled
from bot.keeping import Revision, Want
from bot.tokens import carried
from glossary.concept import Concept, ConceptId, Definition
from glossary.gathering import keys_of
from tests.adapters.promises.changes import ALEX, MINJI, NOON
from tests.terms import EN, KO, name

NAMED = Concept(ConceptId("kafka"), (name("Kafka"),))
DEFINED = Concept(NAMED.id, NAMED.labels, (Definition("A log.", EN),))
WIDER = Concept(NAMED.id, (*NAMED.labels, name("카프카", KO)), DEFINED.definitions)
OCCASION = Occasion(Revision(7), NOON, MINJI)


def waiting(*typed: str) -> list[Want]:
    """Let Alex wait for what was typed."""
    return [Want(ALEX, one, keys_of(one), NOON) for one in typed]


@pytest.mark.parametrize(
    ("before", "after", "names"),
    [
        (None, NAMED, set()),
        (None, DEFINED, {"Kafka"}),
        (NAMED, DEFINED, {"Kafka"}),
        (DEFINED, DEFINED, set()),
        (DEFINED, WIDER, {"카프카"}),
        (NAMED, WIDER, {"Kafka", "카프카"}),
        (WIDER, DEFINED, set()),
        (DEFINED, NAMED, set()),
    ],
)
def test_a_name_is_new_when_it_begins_to_lead_to_a_definition(
    before: Concept | None, after: Concept, names: set[str]
) -> None:
    """Added, defined, given to an entry, or back after it was away."""
    assert new_names(before, after) == names


def test_one_concept_tells_one_person_once() -> None:
    """However many of its names they waited under."""
    found = answers(waiting("카프카", "kafka", "etcd"), [(None, WIDER)], OCCASION)
    (notice,) = found.notices
    assert (str(notice.recipient), notice.token, notice.due) == (str(ALEX), carried(Fulfilled(NAMED.id)), NOON)
    assert {want.typed for want in found.met} == {"카프카", "kafka"}


def test_who_wrote_it_knows_it() -> None:
    """They wait no longer, and are not told."""
    found = answers([Want(MINJI, "kafka", keys_of("kafka"), NOON)], [(None, DEFINED)], OCCASION)
    assert (found.notices, [want.account for want in found.met]) == ((), [MINJI])


def test_what_goes_away_answers_nobody() -> None:
    """Nor does anything where nobody waits."""
    assert not answers(waiting("kafka"), [(DEFINED, None)], OCCASION).met
    assert not answers([], [(None, DEFINED)], OCCASION).met
