"""What is said to the bot in a message."""

from __future__ import annotations

import pytest

from adapters.memory import MemoryStore
from bot.chatting import greets, is_chat
from bot.commands import Add, Said
from bot.counts import Outcome
from bot.replies import Silence
from glossary.concept import Concept, ConceptId, Definition
from tests.fakes import Person, choices_of, words_of
from tests.terms import EN, KO, name


async def test_a_term_that_is_said_is_answered() -> None:
    """Alone and inside a question, counted once."""
    somebody = Person()
    for text in ("mlops", "what is mlops?", "MLOps?"):
        assert words_of(await somebody.asks(Said(text)))[0] == "MLOps"
    assert [looked.outcome for looked in somebody.looked] == [Outcome.ANSWERED] * 3


@pytest.mark.parametrize(
    "text",
    [
        "mlops, redis",
        "mlops and redis?",
        "What are MLOps and Redis?",
        "mlops\nredis",
        "mlops vs redis",
        "mlops / redis",
    ],
)
async def test_several_terms_are_answered_in_one_reply(text: str) -> None:
    """Each with its definition, each counted, and each one click from its whole entry."""
    somebody = Person()
    reply = await somebody.asks(Said(text))
    words = words_of(reply)
    assert "Running models in production." in words
    assert "메모리에 두는 저장소이다." in words
    assert [choice.label for choice in choices_of(reply)] == ["MLOps", "Redis"]
    assert len(somebody.looked) == 2


async def test_korean_terms_are_joined_by_particles() -> None:
    """As people write them."""
    reply = await Person(locale=KO).asks(Said("레디스와 엠엘옵스가 뭐예요?"))
    assert {"레디스 · Redis", "엠엘옵스 · MLOps"} <= set(words_of(reply))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Does anybody here know how Redis talks to our MLOps pipeline these days?", ["Redis", "MLOps"]),
        ("should we really put that thing into redis when nobody looks after it?", ["Redis"]),
    ],
)
async def test_a_question_is_answered_by_the_names_that_stand_in_it(text: str, names: list[str]) -> None:
    """When it asks for no single term, and lists none; a remark that names one is left alone."""
    reply = await Person().asks(Said(text))
    assert [choice.label for choice in choices_of(reply)] == names
    remark = "we have put everything into redis by now and nobody had to stay late for it"
    assert isinstance(await Person().hears(Said(remark)), Silence)


async def test_names_that_are_not_ready_to_be_spotted_are_not_waited_for() -> None:
    """A large glossary is made ready beside; until then a question is looked up as it stands."""
    many = [Concept(ConceptId(f"c{number}"), (name(f"Name {number}"),)) for number in range(600)]
    text = "does anybody here know whether anything of this is written down in some place or other?"
    assert not (await Person(MemoryStore(many)).asks(Said(text))).is_found


async def test_of_several_terms_the_missing_ones_are_named() -> None:
    """And a name with two meanings gives both."""
    somebody = Person()
    reply = await somebody.asks(Said("redis, sap, banana and zebra"))
    words = words_of(reply)
    assert {"Redis", "SAP (company)", "SAP (networking)", "Not in this glossary: “banana”, “zebra”"} <= set(words)
    assert len(somebody.looked) == 4


async def test_many_terms_get_a_line_each() -> None:
    """More than three definitions would fill a screen."""
    reply = await Person().asks(Said("mlops, redis, chef, sap"))
    assert words_of(reply)[0] == "This is what they mean here:"
    assert [choice.label for choice in choices_of(reply)] == [
        "MLOps",
        "Redis",
        "Chef",
        "SAP (company)",
        "SAP (networking)",
    ]


async def test_a_name_that_holds_a_separator_is_one_term() -> None:
    """What the glossary has as a whole is not taken apart."""
    cicd = Concept(ConceptId("cicd"), (name("CI / CD"),), (Definition("Building and shipping.", EN),))
    reply = await Person(MemoryStore([cicd, *()])).asks(Said("ci / cd"))
    assert words_of(reply)[0] == "CI / CD"


@pytest.mark.parametrize(
    "text", ["what is a banana?", "banana", "banana, pear", "tell me if a banana ever helped anybody?"]
)
async def test_a_question_that_finds_nothing_says_so(text: str) -> None:
    """A word or two count as a question."""
    reply = await Person().asks(Said(text))
    assert not reply.is_found


@pytest.mark.parametrize(
    "text", ["thanks!", "ok", "👍", ":thumbsup:", "감사합니다 ㅎㅎ", "Thank you so much, everyone!", "…"]
)
async def test_chat_is_met_with_silence(text: str) -> None:
    """Nothing was asked, so nothing is counted either."""
    somebody = Person()
    assert isinstance(await somebody.hears(Said(text)), Silence)
    assert not somebody.looked


async def test_a_long_remark_that_asks_nothing_is_met_with_silence() -> None:
    """Two people talk about something else, and the bot is merely named."""
    text = "we should have the bot at the meeting tomorrow so that everybody can try it"
    assert isinstance(await Person().hears(Said(text)), Silence)


async def test_nothing_said_and_a_greeting_get_the_short_help() -> None:
    """Somebody calls the bot."""
    for text in ("", "  ", "hello!", "안녕하세요"):
        assert words_of(await Person(locale=EN).asks(Said(text)))[0] in {
            "Type a word, and I tell you what it means here.",
            "단어를 치면 여기서 무슨 뜻으로 쓰는지 알려 드려요.",
        }


async def test_command_words_work_in_a_message_too() -> None:
    """As typed anywhere else, with the same rights."""
    (button,) = choices_of(await Person().asks(Said("add Etcd")))  # a message opens no form, a button does
    assert button.command == Add("Etcd")
    assert words_of(await Person().asks(Said("search production")))[0] == "What speaks of “production”"
    assert words_of(await Person(facts=frozenset()).asks(Said("settings")))[0].startswith("This needs an administrator")
    assert words_of(await Person().asks(Said("history sap")))[0] == "Which one do you mean by “sap”?"


async def test_a_polite_word_that_the_glossary_has_is_looked_up() -> None:
    """A team may define anything."""
    ok = Concept(ConceptId("ok"), (name("OK"),), (Definition("A state of the United States.", EN),))
    assert words_of(await Person(MemoryStore([ok])).asks(Said("ok")))[0] == "OK"


@pytest.mark.parametrize("text", ["it", "redis", "is redis good", "good redis", "the help desk"])
def test_what_may_be_a_term_is_no_chat(text: str) -> None:
    """Words that say nothing beside a polite one may be names when they stand alone."""
    assert not is_chat(text)
    assert not greets(text)
