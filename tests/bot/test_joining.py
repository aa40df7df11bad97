"""How two workspaces come to share one glossary."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot import invitations
from bot.commands import Define, History, Invite, Join, Leave, Put, Queue, Review, Typed
from bot.keeping import HOME, GlossaryId
from bot.replies import Attachment, Delivery, Form, Preformatted, Reply
from bot.requests import ChannelId, Fact, Place, WorkspaceId
from bot.tokens import token_of
from glossary.concept import Concept, ConceptId, Definition
from tests.fakes import Person, choices_of, words_of
from tests.terms import EN, KO, MLOPS, REDIS, SAP_COMPANY, TERMS, name

if TYPE_CHECKING:
    from collections.abc import Mapping

T1 = WorkspaceId("slack:T1")
THEIRS = GlossaryId(T1)
KAFKA = Concept(ConceptId("kafka"), (name("Kafka"),), (Definition("A log.", EN),), related=(REDIS.id,))
REMOTE = Concept(ConceptId("remote"), (name("RE-DIS"),), (Definition("A band.", EN),))


async def two(*own: Concept) -> tuple[Person, Person]:
    """Give the administrators of two workspaces: one at home, one with these entries of its own."""
    store = MemoryStore(TERMS)
    await store.settle(T1, THEIRS, own, Person().now)
    return Person(store, name="ada"), Person(store, name="tom", place=Place(T1))


async def code_of(person: Person) -> str:
    """Get a code."""
    reply = await person.asks(Invite())
    return next(block.text for block in reply.blocks if isinstance(block, Preformatted))


async def asked(host: Person, guest: Person) -> Reply:
    """Show a code in the other workspace, and get the question about its own entries."""
    form = await guest.opens(Join())
    return await guest.fills(form, code=await code_of(host))


class Together(MemoryStore):
    """A store in which two read the open codes before either of them uses one up."""

    def __init__(self) -> None:
        super().__init__(TERMS)
        self.both = asyncio.Barrier(2)

    async def settings_of(self, subject: str) -> Mapping[str, str]:
        """Wait for the other one."""
        settings = await super().settings_of(subject)
        if subject == invitations.INVITATIONS:
            await self.both.wait()
        return settings


async def test_a_code_that_two_workspaces_show_at_the_same_moment_admits_one() -> None:
    """Whoever has read it over somebody's shoulder comes too late, or the other one learns that it was used."""
    store, letters = Together(), "ABCDEFGHJKLM"
    kept = hashlib.sha256(f"malmoi invitation {letters}".encode()).hexdigest()
    now = Person().now
    await store.set_setting(invitations.INVITATIONS, kept, f"{(now + timedelta(minutes=1)).isoformat()} {HOME}")
    shown = (
        invitations.admitted_by(letters, WorkspaceId(workspace), store, now) for workspace in ("slack:T1", "slack:T2")
    )
    assert sum(found is not None for found in await asyncio.gather(*shown)) == 1


async def test_a_code_lets_another_workspace_use_the_glossary() -> None:
    """Everybody there gets its answers from then on."""
    ada, tom = await two(KAFKA)
    assert not (await tom.asks(Define(None, "mlops"))).is_found
    question = await asked(ada, tom)
    assert words_of(question)[0] == ("This workspace will use the other glossary. What becomes of its own 1 entry?")
    done = await tom.clicks(question, "Merge them")
    assert isinstance(done, Reply)
    assert done.delivery is Delivery.IN_PLACE
    assert words_of(done) == [
        "This workspace uses the other glossary now.",
        "1 added, 0 proposed to its curators",
        "[Undo]",
    ]
    assert (await tom.asks(Define(None, "mlops"))).is_found
    assert words_of(await ada.asks(Define(None, "kafka")))[:2] == ["Kafka", "A log."]
    assert await tom.store.glossary_of(T1) == HOME
    assert "tom: new entry" in words_of(await ada.asks(History(KAFKA.id)))[1]


async def test_a_merge_is_undone_like_any_change() -> None:
    """The workspace keeps using the other glossary."""
    ada, tom = await two(KAFKA)
    done = await tom.clicks(await asked(ada, tom), "Merge them")
    assert isinstance(done, Reply)
    await tom.clicks(done, "Undo")
    assert not (await ada.asks(Define(None, "kafka"))).is_found
    assert (await tom.asks(Define(None, "mlops"))).is_found


async def test_what_would_change_or_clash_is_proposed_to_the_curators() -> None:
    """What both have alike is passed over; nothing of the other glossary changes without them."""
    rewritten = replace(MLOPS, definitions=(Definition("Something else.", EN),))
    ada, tom = await two(KAFKA, REMOTE, rewritten, SAP_COMPANY)
    done = await tom.clicks(await asked(ada, tom), "Merge them")
    assert isinstance(done, Reply)
    assert "1 added, 2 proposed to its curators" in words_of(done)
    assert "Running models in production." in words_of(await ada.asks(Define(None, "mlops")))
    queue = await ada.asks(Queue())
    assert sorted(choice.label for choice in choices_of(queue)) == ["MLOps", "RE-DIS"]
    clashing = next(choice.command for choice in choices_of(queue) if choice.label == "RE-DIS")
    assert isinstance(clashing, Review)
    review = words_of(await ada.asks(clashing))
    assert "from the glossary that joined" in review
    assert "“RE-DIS” leads to Redis already." in review


async def test_entries_are_set_aside_as_a_file() -> None:
    """Which any glossary can import; nothing of them is in the other glossary."""
    ada, tom = await two(KAFKA)
    done = await tom.clicks(await asked(ada, tom), "Set them aside as a file")
    assert isinstance(done, Reply)
    (file,) = [block for block in done.blocks if isinstance(block, Attachment)]
    assert file.name.endswith(".jsonl")
    assert "Kafka" in file.text
    assert not (await ada.asks(Define(None, "kafka"))).is_found
    assert (await tom.asks(Define(None, "mlops"))).is_found


async def test_a_workspace_without_entries_gets_no_file_and_adds_nothing() -> None:
    """It simply uses the other glossary."""
    ada, tom = await two()
    done = await tom.clicks(await asked(ada, tom), "Set them aside as a file")
    assert isinstance(done, Reply)
    assert words_of(done) == ["This workspace uses the other glossary now."]
    ada, tom = await two()
    done = await tom.clicks(await asked(ada, tom), "Merge them")
    assert isinstance(done, Reply)
    assert words_of(done)[1:] == ["0 added, 0 proposed to its curators"]


@pytest.mark.parametrize(("button", "kafka"), [("Merge them", {KAFKA.id}), ("Set them aside as a file", set())])
async def test_owners_and_pins_come_along(button: str, kafka: set[ConceptId]) -> None:
    """With what was added; a pin also to what both have. What was there before gets no owner from outside."""
    ada, tom = await two(KAFKA, REMOTE, replace(MLOPS, definitions=(Definition("Else.", EN),)), SAP_COMPANY)
    store = ada.store
    for concept in (KAFKA, MLOPS, SAP_COMPANY):
        await store.set_owner(THEIRS, concept.id, tom.asker.account)
    await store.set_owner(THEIRS, REMOTE.id, tom.asker.account)
    channel, elsewhere = Place(T1, ChannelId("C1")), Place(WorkspaceId("slack:T11"), ChannelId("C1"))
    for place, concept in (
        (channel, KAFKA),
        (channel, REMOTE),
        (channel, SAP_COMPANY),
        (Place(T1), MLOPS),
        (elsewhere, KAFKA),
    ):
        await store.pin(THEIRS, place, concept.id, is_pinned=True)
    await tom.clicks(await asked(ada, tom), button)
    assert await store.owners_of(HOME) == dict.fromkeys(kafka, tom.asker.account)
    assert await store.pins_of(HOME) == {channel.subject: {SAP_COMPANY.id, *kafka}, T1: {MLOPS.id}}


# ── leaving ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_leaves_gets_back_what_they_had() -> None:
    """After a question; the shared glossary loses nothing, and can be taken along before."""
    ada, tom = await two(KAFKA)
    await tom.clicks(await asked(ada, tom), "Merge them")
    question = await tom.asks(Typed("leave"))
    assert words_of(question) == [
        "Leave this glossary? This workspace gets back its own, with 1 entry.",
        "The shared glossary stays as it is for the others. Export it first to take it along.",
        "[Leave it]",
        "[Export]",
    ]
    assert await tom.store.glossary_of(T1) == HOME
    before = await tom.store.concepts(HOME)
    left = await tom.clicks(question, "Leave it")
    assert isinstance(left, Reply)
    assert (words_of(left), left.delivery) == (["This workspace uses a glossary of its own again."], Delivery.IN_PLACE)
    assert await tom.store.concepts(HOME) == before
    assert not (await tom.asks(Define(None, "mlops"))).is_found
    assert (await tom.asks(Define(None, "kafka"))).is_found
    assert (await ada.asks(Define(None, "kafka"))).is_found
    assert not (await tom.asks(Typed("leave"))).is_found


async def test_who_never_had_a_glossary_gets_a_new_one() -> None:
    """With the starter, as every new glossary."""
    store = MemoryStore(TERMS)
    await store.settle(T1, HOME, (), Person().now)
    tom = Person(store, name="tom", place=Place(T1))
    tom.starter = (MLOPS,)
    question = await tom.asks(Leave())
    assert words_of(question)[0].startswith("Leave this glossary? This workspace gets a new one of its own, with the")
    await tom.clicks(question, "Leave it")
    assert await store.glossary_of(T1) == THEIRS
    assert list(await store.concepts(THEIRS)) == [MLOPS]
    assert words_of(await Person(store).asks(Leave())) == ["This workspace uses a glossary of its own already."]


async def test_only_administrators_let_a_workspace_leave() -> None:
    """And only where "leave" is no term of the glossary."""
    ada, tom = await two(KAFKA)
    await tom.clicks(await asked(ada, tom), "Merge them")
    somebody = Person(tom.store, name="zoe", facts=frozenset({Fact.IS_FULL_MEMBER}), place=Place(T1))
    assert not (await somebody.asks(Leave(is_confirmed=True))).is_found
    assert await tom.store.glossary_of(T1) == HOME
    await ada.asks(Put(EN, "Leave", "A day off."))
    assert words_of(await tom.asks(Typed("leave")))[0] == "Leave"


async def test_a_code_works_once_and_for_ten_minutes() -> None:
    """Then it is as wrong as any other; spaces and small letters are read as they are meant."""
    ada, tom = await two(KAFKA)
    code = await code_of(ada)
    assert (await tom.asks(Typed(f"join {code.lower().replace('-', ' ')}"))).is_found
    assert words_of(await tom.asks(Join(code)))[0].startswith("This code is wrong, used, or older")
    late = await code_of(ada)
    tom.now += timedelta(minutes=10)
    assert not (await tom.asks(Join(late))).is_found
    ada.now = tom.now
    await code_of(ada)
    await code_of(ada)
    assert len(await ada.store.settings_of(invitations.INVITATIONS)) == 2


async def test_only_a_hash_of_a_code_is_kept_and_no_button_carries_one() -> None:
    """Whoever reads the database or a message cannot join with it."""
    ada, tom = await two(KAFKA)
    code = await code_of(ada)
    kept = str(await ada.store.settings_of(invitations.INVITATIONS))
    assert code not in kept
    assert code.replace("-", "") not in kept
    assert token_of(Join(code)) is None
    question = await tom.asks(Join(code))
    assert all(code not in str(token_of(choice.command)) for choice in choices_of(question))
    assert all(token_of(choice.command) for choice in choices_of(question))


async def test_five_tries_an_hour_are_enough() -> None:
    """A right code is refused after them too; another workspace has tries of its own, and so has the next hour."""
    ada, tom = await two(KAFKA)
    code = await code_of(ada)
    for _ in range(5):
        assert words_of(await tom.asks(Join("AAAA-AAAA-AAAA")))[0].startswith("This code is wrong")
    assert words_of(await tom.asks(Join(code)))[0].startswith("Too many codes were tried here.")
    assert (await Person(ada.store, name="oli", place=Place(WorkspaceId("slack:T2"))).asks(Join(code))).is_found
    ada.now = tom.now = tom.now + timedelta(hours=1)
    assert (await tom.asks(Join(await code_of(ada)))).is_found


async def test_who_has_not_shown_a_code_cannot_join() -> None:
    """Nor ten minutes after having shown it, nor twice."""
    ada, tom = await two(KAFKA)
    assert not (await tom.asks(Join(own="merge"))).is_found
    question = await asked(ada, tom)
    tom.now += timedelta(minutes=10)
    late = await tom.clicks(question, "Merge them")
    assert isinstance(late, Reply)
    assert not late.is_found
    ada.now = tom.now
    await tom.clicks(await asked(ada, tom), "Merge them")
    assert not (await tom.asks(Join(own="merge"))).is_found


async def test_a_workspace_is_told_that_it_uses_that_glossary_already() -> None:
    """Nothing is asked then."""
    ada, _ = await two()
    assert words_of(await ada.asks(Join(await code_of(ada)))) == ["This workspace uses that glossary already."]


@pytest.mark.parametrize("command", [Invite(), Join(), Join("AAAA-AAAA-AAAA"), Join(own="merge")])
async def test_only_administrators_share_glossaries(command: Invite | Join) -> None:
    """On both sides."""
    member = Person(facts=frozenset({Fact.IS_FULL_MEMBER}))
    assert words_of(await member.asks(command)) == ["This needs an administrator of this workspace."]


async def test_a_name_that_is_given_away_meanwhile_stops_the_merge() -> None:
    """Nothing has changed then, and trying again proposes what clashes now."""
    ada, tom = await two(KAFKA)

    class Late(MemoryStore):
        """A store in which somebody adds the same name just before."""

        is_late = False

        def __init__(self, store: MemoryStore) -> None:
            self._state = store._state  # noqa: SLF001 — the same data

        async def commit(self, change: object) -> object:  # type: ignore[override]  # passed on as it is
            if not self.is_late:
                self.is_late = True
                await ada.asks(Put(EN, "Kafka", "A writer."))
            return await super().commit(change)  # type: ignore[arg-type]  # as above

    late = Person(Late(tom.store), name="tom", place=Place(T1))
    question = await asked(ada, late)
    refused = await late.clicks(question, "Merge them")
    assert isinstance(refused, Reply)
    assert words_of(refused)[0].startswith("Somebody gave one of these names away")
    again = await late.clicks(question, "Merge them")
    assert isinstance(again, Reply)
    assert "0 added, 1 proposed to its curators" in words_of(again)


async def test_words_are_no_codes() -> None:
    """Somebody may ask what joining is."""
    reply = await Person(locale=KO).asks(Typed("join the two tables on their key"))
    assert not reply.is_found
    assert isinstance(await Person().gets(Typed("join")), Form)
