"""Type-ahead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from adapters.memory import MemoryStore
from bot.commands import Complete, Show
from bot.tokens import token_of
from glossary.concept import Concept, ConceptId
from tests.fakes import AwayStore, Person, choices_of
from tests.terms import KO, MLOPS, REDIS, SAP_COMPANY, TERMS, name


async def test_what_is_being_typed_is_gone_on_with() -> None:
    """In the reader's language with the original beside it; each leads to its entry, and nothing is counted."""
    kim = Person(locale=KO)
    reply = await kim.asks(Complete("레"))
    assert [(choice.label, choice.command) for choice in choices_of(reply)] == [("레디스 · Redis", Show(REDIS.id))]
    assert choices_of(await kim.asks(Complete("mlo")))[0].label == "엠엘옵스 · MLOps"
    assert not kim.looked


async def test_nothing_that_goes_on_so_is_an_empty_list() -> None:
    """Which a platform shows as such."""
    reply = await Person().asks(Complete("zzzzzz"))
    assert not reply.is_found
    assert choices_of(reply) == []


async def test_before_anything_is_typed_the_newest_come_first() -> None:
    """At most as many as Discord shows, each of a length that it takes."""
    new = replace(SAP_COMPANY, confirmed=date(2026, 11, 20))
    many = [Concept(ConceptId(f"c{number}"), (name(f"{number} " + "x" * 120),)) for number in range(40)]
    choices = choices_of(await Person(MemoryStore([MLOPS, *many, new])).asks(Complete(" ")))
    assert len(choices) == 25
    assert [choice.label for choice in choices[:2]] == ["SAP (company)", "MLOps"]
    assert max(len(choice.label) for choice in choices) == 100
    assert all(token_of(choice.command) for choice in choices)


async def test_type_ahead_goes_on_while_the_database_is_away() -> None:
    """It is answered from memory."""
    store = AwayStore(TERMS)
    somebody = Person(store)
    await somebody.asks(Complete("mlo"))
    store.is_away = True
    assert choices_of(await somebody.asks(Complete("mlo")))[0].command == Show(MLOPS.id)
