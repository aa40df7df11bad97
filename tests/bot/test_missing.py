"""What is not there: asking for it, being told, and closing the gaps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from adapters.memory import MemoryStore
from bot.commands import (
    Add,
    Ask,
    AskTranslation,
    Define,
    Delete,
    Dismiss,
    Fulfilled,
    Gaps,
    Means,
    Meant,
    Missing,
    MyData,
    Names,
    Nearby,
    Restore,
    Submitted,
    Typed,
    Unask,
)
from bot.counting import Counting
from bot.counts import Outcome
from bot.keeping import HOME, GlossaryId, Holder, Revision
from bot.replies import Delivery, Form, Reply
from bot.requests import AccountId, Asker, Place, WorkspaceId
from bot.tokens import carried
from glossary.concept import Concept, ConceptId, Definition
from tests.adapters.promises.changes import change
from tests.bot.newcomers import Team
from tests.bot.test_curating import saved
from tests.bot.test_exchanging import taken
from tests.bot.test_joining import asked as asked_to_join
from tests.fakes import NOON, Person, choices_of, words_of
from tests.terms import DE, EN, KO, MLOPS, REDIS, TERMS, name

if TYPE_CHECKING:
    from bot.keeping import Want


async def counted(people: list[Person]) -> None:
    """Write what these people looked up."""
    store = people[0].store
    for person in people:
        counting = Counting(store, lambda person=person: person.now.date())  # type: ignore[misc]
        for looked in person.looked:
            counting.count(looked)
        await counting.flush()
        person.looked.clear()


# ── asking ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_whoever_asks_is_told_when_it_is_defined() -> None:
    """Privately, once, and then no longer; however they wrote it, and whoever defines it."""
    team = Team()
    noa, gil = team.newcomer("noa"), team.newcomer("gil", KO)
    asked = await noa.clicks(await noa.asks(Typed("what is kafka?")), "Ask for it")
    assert isinstance(asked, Reply)
    assert words_of(asked) == ["I will tell you when “kafka” is defined.", "[Never mind]"]
    assert words_of(await gil.asks(Typed("부탁 카프카")))[0] == "“카프카”의 뜻이 올라오면 알려 드릴게요."
    await gil.asks(Ask("zookeeper"))
    await team.ada.asks(Ask("kafka"))
    await saved(team.ada, Add("Kafka"), definition="A log.")
    told: dict[str, Reply] = dict(await team.told())
    assert sorted(told) == ["terminal:gil", "terminal:noa"]
    assert words_of(told["terminal:noa"])[:3] == ["You asked for this, and now it is here:", "Kafka", "A log."]
    assert [want.typed for want in await team.store.wants_of(HOME, gil.asker.account)] == ["zookeeper"]
    await saved(team.ada, Names(ConceptId("redis")), synonyms="kafka cache")
    assert await team.told() == []


async def test_another_name_of_an_entry_answers_too() -> None:
    """Taught from a suggestion, or as a proposal that is accepted."""
    team = Team()
    noa = team.newcomer()
    await noa.asks(Ask("cachet"))
    preview = await team.ada.asks(Meant(REDIS.id, "cachet"))
    await team.ada.clicks(preview, "Save")
    assert [account for account, _ in await team.told()] == ["terminal:noa"]
    await noa.asks(Ask("zeta"))
    pat = Person(team.store, name="pat", facts=frozenset())
    await pat.clicks(await pat.fills(await pat.opens(Add("Zeta")), definition="A letter."), "Propose")
    assert await team.told() == []
    await team.ada.clicks(await team.ada.asks(choices_of(await team.ada.asks(Typed("queue")))[0].command), "Accept")
    told = {str(account): words_of(reply)[0] for account, reply in await team.told()}
    assert told["terminal:noa"] == "You asked for this, and now it is here:"


async def test_what_comes_back_answers_as_what_is_new() -> None:
    """An entry that was deleted, and a name that waited for its definition."""
    team = Team()
    noa = team.newcomer()
    await team.ada.asks(Delete(REDIS.id, is_confirmed=True))
    await noa.asks(Ask("redis"))
    await team.ada.asks(Restore(REDIS.id))
    assert len(await team.told()) == 1


async def test_an_imported_file_answers_too() -> None:
    """With every word of it that somebody waited for, in the language of each."""
    team = Team()
    noa, gil = team.newcomer("noa"), team.newcomer("gil", KO)
    for word in ("kafka", "etcd"):
        await noa.asks(Ask(word))
    await gil.asks(Ask("카프카"))
    await taken(team.ada, "term,also known as,definition\nKafka,카프카,A log.\netcd,,A store.\nSpark,,\n")
    told = [(account, words_of(reply)[0]) for account, reply in await team.told()]
    assert sorted(told) == [
        ("terminal:gil", "부탁하신 말이 이제 올라왔어요."),
        ("terminal:noa", "You asked for this, and now it is here:"),
        ("terminal:noa", "You asked for this, and now it is here:"),
    ]
    assert not await team.store.wants_of(HOME, noa.asker.account)


async def test_a_glossary_that_is_joined_answers_at_once() -> None:
    """What people of the workspace waited for may be there; and what it brings answers those who were there before."""
    team = Team()
    t1 = WorkspaceId("slack:T1")
    own = Concept(ConceptId("kafka"), (name("Kafka"),), (Definition("A log.", EN),))
    await team.store.settle(t1, GlossaryId(t1), (own,), NOON)
    tom, zoe = (Person(team.store, name=one, place=Place(t1)) for one in ("tom", "zoe"))
    zoe.asker = Asker(AccountId("slack:T1:zoe"), EN)
    await zoe.asks(Ask("mlops"))
    await zoe.asks(Ask("etcd"))
    noa = team.newcomer()
    await noa.asks(Ask("kafka"))
    await tom.clicks(await asked_to_join(team.ada, tom), "Merge them")
    ((_, answer),) = await team.store.lease_notices("slack", Holder("test"), NOON, NOON)
    assert (answer.recipient, answer.token) == ("slack:T1:zoe", carried(Fulfilled(MLOPS.id)))
    assert [account for account, _ in await team.told()] == ["terminal:noa"]
    assert [want.typed for want in await team.store.wants_of(HOME, zoe.asker.account)] == ["etcd"]


async def test_what_is_there_is_shown_instead() -> None:
    """By its name; what was only guessed at can be asked for all the same."""
    noa = Team().newcomer()
    assert words_of(await noa.asks(Ask("mlops")))[0] == "MLOps"
    assert words_of(await noa.asks(Ask("SAP")))[0] == "SAP means 2 different things here:"
    assert words_of(await noa.asks(Ask("?!"))) == ["Which word would you like to know?"]
    corrected = await noa.asks(Typed("reedis"))
    assert words_of(corrected)[0] == "Redis"
    nothing = await noa.asks(Nearby("reedis"))
    asked = await noa.clicks(nothing, "Ask for it")
    assert isinstance(asked, Reply)
    assert words_of(asked)[0] == "I will tell you when “reedis” is defined."
    assert noa.looked[-1].outcome is Outcome.NOT_FOUND


async def test_who_asks_can_think_better_of_it() -> None:
    """Nothing is told then; what is waited for is part of what is kept about a person."""
    team = Team()
    noa = team.newcomer()
    asked = await noa.asks(Ask("kafka"))
    assert "kafka" in str(await noa.asks(MyData()))
    dropped = await noa.clicks(asked, "Never mind")
    assert isinstance(dropped, Reply)
    assert (words_of(dropped), dropped.delivery) == (
        ["All right, you do not wait for it any more."],
        Delivery.IN_PLACE,
    )
    await saved(team.ada, Add("Kafka"), definition="A log.")
    assert await team.told() == []
    await noa.asks(Ask("zeta"))
    await noa.clicks(await noa.asks(Typed("forget")), "Forget me")
    await saved(team.ada, Add("Zeta"), definition="A letter.")
    assert await team.told() == []


async def test_a_long_question_gets_no_button_that_would_have_to_carry_it() -> None:
    """It can be asked for in words, up to the length of a name."""
    noa = Team().newcomer()
    long = "kafka " * 12
    assert "Ask for it" not in [choice.label for choice in choices_of(await noa.asks(Define(None, long)))]
    reply = await noa.asks(Ask(long))
    assert len(reply.blocks) == 1
    (want,) = await noa.store.wants_of(HOME, noa.asker.account)
    assert len(want.typed) <= 80


class SlowStore(MemoryStore):
    """A store in which something is committed just before a want is kept."""

    def __init__(self, *meanwhile: Concept) -> None:
        super().__init__(TERMS)
        self._meanwhile = meanwhile

    async def want(self, glossary: GlossaryId, want: Want) -> Revision:
        """Let somebody else be first."""
        await self.commit(change(*self._meanwhile, based_on=1))
        return await super().want(glossary, want)


@pytest.mark.parametrize(
    ("meanwhile", "first"),
    [
        (Concept(ConceptId("kafka"), (name("Kafka"),), (Definition("A log.", EN),)), "You asked for this, and now"),
        (Concept(ConceptId("kafka"), (name("Kafka"),)), "I will tell you when"),
        (Concept(ConceptId("zeta"), (name("Zeta"),), (Definition("A letter.", EN),)), "I will tell you when"),
    ],
)
async def test_what_was_defined_a_moment_before_is_shown_at_once(meanwhile: Concept, first: str) -> None:
    """Between looking and asking; the change that brought it could not know of who asks now."""
    noa = Person(SlowStore(meanwhile), name="noa")
    reply = await noa.asks(Ask("카프카"))
    assert words_of(reply)[0].startswith(first)
    assert bool(await noa.store.wants_of(HOME, noa.asker.account)) == first.startswith("I will")


async def test_an_entry_that_is_gone_again_is_said_to_be() -> None:
    """The notice is older than its deletion."""
    assert not (await Team().newcomer().asks(Fulfilled(ConceptId("gone")))).is_found


# ── gaps ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def with_gaps() -> Team:
    """Let people ask in vain: Kafka in three ways, toil, and one thing that was defined since."""
    team = Team()
    questions = {
        "a": ["kafka", "toil", "etcd"],
        "b": ["카프카", "what is kafka"],
        "c": ["zkvmzk", "kafka"],
        "d": ["toil"],
    }
    people = [team.newcomer(each) for each in questions]
    for person, asked in zip(people, questions.values(), strict=True):
        for text in asked:
            await person.asks(Typed(text))
    await counted(people)
    await saved(team.ada, Add("etcd"), definition="A store.")
    return team


async def test_gaps_are_gathered_and_ranked_by_how_many_asked() -> None:
    """Over spellings, scripts and keyboards; what was defined since is none."""
    team = await with_gaps()
    assert words_of(await team.ada.asks(Typed("gaps"))) == [
        "Asked for and not found",
        "[kafka] 3 people: what is kafka, zkvmzk, 카프카",
        "[toil] 2 people",
    ]


async def test_a_gap_is_closed_in_three_ways() -> None:
    """Defined, said to be another name, or dismissed; each way leads on."""
    team = await with_gaps()
    gap = await team.ada.clicks(await team.ada.asks(Gaps()), "kafka")
    assert isinstance(gap, Reply)
    assert words_of(gap)[:2] == ["“kafka”", "3 people: what is kafka, zkvmzk, 카프카"]
    labels = [choice.label for choice in choices_of(gap)]
    assert (labels[0], labels[-3:]) == ("Define it", ["It means …", "Dismiss", "All gaps"])
    form = await team.ada.clicks(gap, "Define it")
    assert isinstance(form, Form)
    await team.ada.clicks(await team.ada.fills(form, definition="A log."), "Save")
    assert words_of(await team.ada.asks(Gaps()))[1:] == ["[toil] 2 people"]
    rest = await team.ada.clicks(await team.ada.asks(Missing("toil")), "Dismiss")
    assert isinstance(rest, Reply)
    assert words_of(rest) == ["“toil” is dismissed.", "Nothing was asked for in vain lately."]
    assert rest.delivery is Delivery.IN_PLACE
    assert words_of(await team.ada.asks(Gaps(1))) == ["Nothing was asked for in vain lately."]


async def test_what_is_dismissed_stays_so_in_every_spelling() -> None:
    """Also when it is asked for again."""
    team = await with_gaps()
    await team.ada.asks(Dismiss("kafka"))
    again = team.newcomer("e")
    await again.asks(Typed("카프카란?"))
    await counted([again])
    assert [line for line in words_of(await team.ada.asks(Gaps())) if "kafka" in line or "카프카" in line] == []


async def test_a_gap_becomes_another_name_of_an_entry() -> None:
    """Shown before it is saved, through the guard of clashes; whoever waits is told."""
    team = await with_gaps()
    noa = team.newcomer()
    await noa.asks(Ask("zkvmzk"))
    form = await team.ada.clicks(await team.ada.asks(Missing("kafka")), "It means …")
    assert isinstance(form, Form)
    assert form.fields[0].hint == "“kafka” becomes another name of it."
    for entry, error in (("", "This cannot be left empty."), ("nothing", "“nothing” is not in this glossary.")):
        back = await team.ada.gets(Submitted(Means("kafka"), (("entry", entry),)))
        assert isinstance(back, Form)
        assert back.errors == (("entry", error),)
    preview = await team.ada.fills(form, entry="redis")
    assert "Also: kafka, 레디스" in words_of(preview)
    await team.ada.clicks(preview, "Save")
    assert words_of(await team.ada.asks(Typed("kafka")))[0] == "Redis"
    assert [account for account, _ in await team.told()] == ["terminal:noa"]
    taken = await team.ada.fills(form, entry="SAP (company)")
    assert "[Add the name to Redis] “kafka” leads to Redis" in words_of(taken)


async def test_what_is_wanted_in_another_language_is_a_gap_too() -> None:
    """Closed by a translation; for each language, and never mixed with a term that is spelled like it."""
    team = Team()
    people = [team.newcomer("a"), team.newcomer("b")]
    for person in people:
        await person.asks(AskTranslation(REDIS.id, EN))
    await people[0].asks(AskTranslation(REDIS.id, DE))
    await people[0].asks(Typed("redis cluster mode"))
    await people[0].asks(Define(None, "zeta (xx)"))
    await counted(people)
    listed = words_of(await team.ada.asks(Gaps()))
    assert listed[1:3] == ["[Redis (en)] 2 people", "[Redis (de)] 1 person"]
    gap = await team.ada.asks(Missing("Redis (en)"))
    assert [choice.label for choice in choices_of(gap)] == ["Translate it", "Dismiss", "All gaps"]
    await team.ada.asks(Dismiss("Redis (de)"))
    assert "[Redis (en)] 2 people" in words_of(await team.ada.asks(Gaps()))
    form = await team.ada.clicks(gap, "Translate it")
    assert isinstance(form, Form)
    await team.ada.clicks(await team.ada.fills(form, definition="A store."), "Save")
    assert [line for line in words_of(await team.ada.asks(Gaps())) if line.startswith("[Redis")] == []
    await people[1].asks(AskTranslation(MLOPS.id, DE))
    await counted(people)
    await team.ada.asks(Delete(MLOPS.id, is_confirmed=True))
    assert "[MLOps] 1 person: MLOps (de)" in words_of(await team.ada.asks(Gaps()))


async def test_what_comes_near_a_gap_is_offered() -> None:
    """As what it may mean."""
    team = Team()
    person = team.newcomer()
    await person.asks(Typed("mlops platform"))
    await counted([person])
    gap = await team.ada.asks(choices_of(await team.ada.asks(Gaps()))[0].command)
    meant = [choice for choice in choices_of(gap) if isinstance(choice.command, Meant)]
    assert [(choice.label, choice.command) for choice in meant] == [
        ("It means MLOps", Meant(MLOPS.id, "mlops platform"))
    ]


async def test_gaps_have_pages_and_two_months() -> None:
    """A person counts once a month, and is not followed into the next."""
    team = Team()
    somebody = team.newcomer()
    words = [
        "abacus",
        "bivouac",
        "caravan",
        "dirigible",
        "elephant",
        "fjord",
        "giraffe",
        "hammock",
        "iguana",
        "jubilee",
    ]
    somebody.now = NOON - timedelta(days=30)
    await somebody.asks(Typed("kiwi"))
    somebody.now = NOON
    for word in (*words, "kiwi"):
        await somebody.asks(Typed(word))
    await counted([somebody])
    first = await team.ada.asks(Gaps())
    assert len(choices_of(first)) == 11
    second = await team.ada.clicks(first, "Next page")
    assert isinstance(second, Reply)
    assert words_of(second) == ["Asked for and not found", "[kiwi] 1 person", "[Previous page]"]
    team.ada.now = NOON + timedelta(days=90)
    assert words_of(await team.ada.asks(Gaps())) == ["Nothing was asked for in vain lately."]


async def test_a_question_too_long_to_be_a_term_is_no_gap() -> None:
    """No button could carry it, and nobody would define it; a gap that is no longer listed can still be looked at."""
    team = Team()
    somebody = team.newcomer()
    await somebody.asks(Define(None, "why " * 30))
    await counted([somebody])
    assert words_of(await team.ada.asks(Gaps())) == ["Nothing was asked for in vain lately."]
    assert words_of(await team.ada.asks(Missing("toil")))[:2] == ["“toil”", "0 people"]
    assert (await team.ada.asks(Unask("never asked"))).is_found
