"""Who reads an answer: shared, taken back, said aloud, or put in the place of a message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from adapters.memory import MemoryStore
from bot.commands import (
    Accept,
    Add,
    Browse,
    Define,
    Delete,
    Forget,
    History,
    MyData,
    Resume,
    RollBack,
    Said,
    Settings,
    Share,
    Show,
    Submitted,
    TakeBack,
)
from bot.keeping import HOME
from bot.replies import Delivery, Reply
from bot.requests import ChannelId, Fact, Place, WorkspaceId
from glossary.concept import Concept, ConceptId, Definition
from tests.fakes import Person, choices_of, words_of
from tests.terms import EN, KO, MLOPS, REDIS, SAP_NETWORK, TERMS, name

CHANNEL = Place(WorkspaceId("terminal"), ChannelId("C1"))
ALOUD = replace(CHANNEL, is_public=True)
DIRECT = replace(CHANNEL, is_direct=True)
MEMBER = frozenset({Fact.IS_FULL_MEMBER})


def labels(reply: Reply) -> list[str]:
    """List what can be pressed."""
    return [choice.label for choice in choices_of(reply)]


async def test_a_private_answer_in_a_channel_can_be_shared() -> None:
    """Everybody there reads it then, learns who shared it, and can get it in a language of their own."""
    sue = Person(name="sue", place=CHANNEL)
    private = await sue.asks(Define(None, "mlops"))
    assert private.delivery is Delivery.ASKER
    shared = await sue.clicks(private, "Share here")
    assert isinstance(shared, Reply)
    assert shared.delivery is Delivery.CHANNEL
    assert words_of(shared)[:2] == ["sue shared this.", "MLOps"]
    assert "Running models in production." in words_of(shared)
    assert labels(shared) == ["In my language", "Remove"]
    kim = Person(sue.store, KO, "kim", MEMBER, CHANNEL)
    mine = await kim.clicks(shared, "In my language")
    assert isinstance(mine, Reply)
    assert "모델을 운영하는 일이다." in words_of(mine)
    assert mine.delivery is Delivery.ASKER


async def test_what_is_shared_comes_in_the_language_of_the_place() -> None:
    """Also where nobody chose one and the platform says it, whatever whoever shares it reads."""
    kim = Person(locale=KO, place=replace(CHANNEL, locale=EN))
    shared = await kim.asks(Share(MLOPS.id))
    assert "Running models in production." in words_of(shared)
    sue = Person(kim.store, EN, place=replace(CHANNEL, locale=KO))
    assert "모델을 운영하는 일이다." in words_of(await sue.asks(Share(MLOPS.id)))


@pytest.mark.parametrize("place", [Place(WorkspaceId("terminal")), DIRECT, ALOUD])
async def test_where_nobody_else_would_read_it_nothing_is_shared(place: Place) -> None:
    """In a terminal, in a direct message, and where the answer is read by all already."""
    somebody = Person(place=place)
    assert "Share here" not in labels(await somebody.asks(Define(None, "mlops")))
    assert (await somebody.asks(Share(MLOPS.id))).delivery is Delivery.ASKER


async def test_what_is_gone_cannot_be_shared() -> None:
    """It is said to whoever pressed, and nobody else."""
    reply = await Person(place=CHANNEL).asks(Share(ConceptId("gone")))
    assert not reply.is_found
    assert reply.delivery is Delivery.ASKER


async def test_what_was_shared_is_taken_back_by_whoever_shared_it_or_a_curator() -> None:
    """Nobody else: they learn who could."""
    sue = Person(name="sue", facts=MEMBER, place=CHANNEL)
    shared = await sue.asks(Share(MLOPS.id))
    remove = choices_of(shared)[-1].command
    assert remove == TakeBack(sue.asker.account)
    other = await Person(sue.store, name="oli", facts=MEMBER, place=CHANNEL).asks(remove)
    assert words_of(other)[0].startswith("This needs a curator.")
    assert other.delivery is Delivery.ASKER
    for person in (sue, Person(sue.store, name="ada", place=CHANNEL)):
        reply = await person.asks(remove)
        assert reply.delivery is Delivery.REMOVED
        assert words_of(reply) == ["Removed."]


async def test_a_mention_is_answered_for_all_who_read_it() -> None:
    """What is about the asker stays between them and the bot."""
    somebody = Person(place=ALOUD)
    assert (await somebody.asks(Said("mlops"))).delivery is Delivery.CHANNEL
    assert (await somebody.asks(Said("what are mlops and redis?"))).delivery is Delivery.CHANNEL
    assert (await somebody.asks(Said("banana?"))).delivery is Delivery.CHANNEL
    assert (await somebody.asks(Said("data"))).delivery is Delivery.ASKER
    assert (await somebody.asks(Said("roles"))).delivery is Delivery.ASKER
    assert (await somebody.asks(MyData())).delivery is Delivery.ASKER
    assert (await Person(place=DIRECT).asks(Said("mlops"))).delivery is Delivery.ASKER


async def test_an_answer_that_was_asked_for_aloud_can_be_taken_back_by_whoever_asked() -> None:
    """The button stands behind the others, and is the only one where there were none."""
    somebody = Person(place=ALOUD)
    answer = await somebody.asks(Said("mlops"))
    assert labels(answer).count("Remove") == 1
    assert (await somebody.asks(choices_of(answer)[-1].command)).delivery is Delivery.REMOVED
    alone = await Person(MemoryStore((SAP_NETWORK,)), place=ALOUD).asks(Said("sap"))
    assert labels(alone)[-1] == "Remove"


async def test_a_command_can_be_answered_aloud() -> None:
    """What was found is for everybody; what was not, and what concerns the asker, is between the two."""
    somebody = Person(place=ALOUD)
    assert (await somebody.asks(Define(None, "mlops"))).delivery is Delivery.CHANNEL
    assert (await somebody.asks(Define(None, "banana"))).delivery is Delivery.ASKER
    assert (await somebody.asks(Show(MLOPS.id))).delivery is Delivery.CHANNEL
    assert (await Person(place=DIRECT).asks(Define(None, "mlops"))).delivery is Delivery.ASKER


async def test_pages_are_turned_in_place() -> None:
    """A list that is opened goes to the asker; the pages after it take its place, also back to the first."""
    concepts = [Concept(ConceptId(f"c{n}"), (name(f"Name {n}"),), (Definition("A.", EN),)) for n in range(11)]
    somebody = Person(MemoryStore(concepts))
    first = await somebody.asks(Browse())
    assert first.delivery is Delivery.ASKER
    second = await somebody.clicks(first, "Next page")
    assert isinstance(second, Reply)
    assert second.delivery is Delivery.IN_PLACE
    again = await somebody.clicks(second, "Previous page")
    assert isinstance(again, Reply)
    assert again.delivery is Delivery.IN_PLACE
    assert again.blocks == first.blocks


async def test_the_steps_of_a_draft_take_the_place_of_the_one_before() -> None:
    """The preview of a form goes to its writer; what is pressed on it replaces it, and a refusal does not."""
    mia = Person(name="mia", facts=MEMBER)
    preview = await mia.fills(await mia.opens(Add("Etcd")), definition="A store.")
    assert preview.delivery is Delivery.ASKER
    again = await mia.opens(next(choice.command for choice in choices_of(preview) if choice.label == "Edit again"))
    assert isinstance(again.purpose, Resume)
    preview = await mia.fills(again, definition="A small store.")
    assert preview.delivery is Delivery.IN_PLACE
    saved = await mia.clicks(preview, "Save")
    assert isinstance(saved, Reply)
    assert saved.delivery is Delivery.IN_PLACE
    undone = await mia.clicks(saved, "Undo")
    assert isinstance(undone, Reply)
    assert undone.delivery is Delivery.IN_PLACE
    lost = await mia.asks(Submitted(Resume("unknown"), ()))
    assert lost.delivery is Delivery.ASKER


async def test_a_question_is_replaced_by_what_came_of_it() -> None:
    """Deleting, going back, being forgotten; the question itself goes to whoever asked."""
    ada = Person()
    for asked, confirmed in (
        (Delete(REDIS.id), Delete(REDIS.id, is_confirmed=True)),
        (RollBack(REDIS.id, 1), RollBack(REDIS.id, 1, is_confirmed=True)),
        (Forget(), Forget(is_confirmed=True)),
    ):
        assert (await ada.asks(asked)).delivery is Delivery.ASKER
        assert (await ada.asks(confirmed)).delivery is Delivery.IN_PLACE
    assert (await ada.asks(History(REDIS.id))).delivery is Delivery.ASKER
    assert (await ada.asks(History(REDIS.id, before=2))).delivery is Delivery.IN_PLACE
    assert (await ada.asks(Show(REDIS.id))).delivery is Delivery.ASKER


async def test_a_decided_proposal_is_replaced_whoever_decided() -> None:
    """Also by the sentence that it was decided already; forms of other wishes go to the asker."""
    store = MemoryStore(TERMS)
    pat, ada = Person(store, name="pat", facts=frozenset()), Person(store, name="ada")
    await pat.clicks(await pat.fills(await pat.opens(Add("Etcd")), definition="A store."), "Propose")
    proposal = (await store.open_proposals(HOME))[0].id
    assert (await ada.asks(Accept(proposal))).delivery is Delivery.IN_PLACE
    late = await ada.asks(Accept(proposal))
    assert not late.is_found
    assert late.delivery is Delivery.IN_PLACE
    assert (await ada.fills(await ada.opens(Settings()))).delivery is Delivery.ASKER
