"""Making the names of a glossary ready to be spotted, beside everything else."""

from __future__ import annotations

import asyncio

from bot.growing import WORTH_A_THREAD
from bot.spotting import Spotting
from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId
from tests.terms import name

MANY = [Concept(ConceptId(f"m{number}"), (name(f"filler{number}"),)) for number in range(WORTH_A_THREAD)]
OLD, NEW = (Concept(ConceptId(one), (name(one),)) for one in ("etcd", "valkey"))
TEXT = "an etcd or a valkey"


def _put(spotting: Spotting, catalogue: Catalogue, concept: Concept) -> None:
    catalogue.put(concept)
    spotting.change(concept.id, concept)


async def _found(spotting: Spotting) -> list[str]:
    return [TEXT[one.start : one.end] for one in (await spotting.sight()).spot(TEXT)]


async def test_few_names_are_ready_at_once() -> None:
    """Also when all of them have changed."""
    catalogue = Catalogue([OLD])
    spotting = Spotting(catalogue)
    assert spotting.ready() is not None
    for number in range(100):
        _put(spotting, catalogue, Concept(ConceptId(f"c{number}"), (name(f"Name{number}"),)))
    _put(spotting, catalogue, NEW)
    assert spotting.ready() is not None
    assert await _found(spotting) == ["etcd", "valkey"]


async def test_nobody_waits_who_can_do_without() -> None:
    """What is wanted at once is not there at first, and it was begun for the next one."""
    spotting = Spotting(Catalogue([OLD, *MANY]))
    assert spotting.ready() is None
    sights = await asyncio.gather(spotting.sight(), spotting.sight())
    assert spotting.ready() is sights[0] is sights[1]


async def test_what_changes_while_it_is_made_is_not_lost() -> None:
    """It was begun without it."""
    catalogue = Catalogue([OLD, *MANY])
    spotting = Spotting(catalogue)
    assert spotting.ready() is None
    _put(spotting, catalogue, NEW)
    spotting.change(OLD.id, None)
    assert await _found(spotting) == ["valkey"]


async def test_when_much_has_changed_it_is_made_anew_once() -> None:
    """Meanwhile those who can do without go without, and those who wait get everything."""
    catalogue = Catalogue([OLD, *MANY])
    spotting = Spotting(catalogue)
    assert await _found(spotting) == ["etcd"]
    for number in range(100):
        _put(spotting, catalogue, Concept(ConceptId(f"c{number}"), (name(f"Name{number}"),)))
    assert spotting.ready() is None
    _put(spotting, catalogue, NEW)
    assert await _found(spotting) == ["etcd", "valkey"]
    assert spotting.ready() is not None
    assert await _found(spotting) == ["etcd", "valkey"]


async def test_who_gives_up_waiting_does_not_stop_it() -> None:
    """Others wait for the same."""
    spotting = Spotting(Catalogue([OLD, *MANY]))
    impatient = asyncio.ensure_future(spotting.sight())
    patient = asyncio.ensure_future(_found(spotting))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == ["etcd"]
