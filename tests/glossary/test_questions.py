"""The term inside a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.questions import LONGEST_QUESTION, MOST_ASKED, asked_in, is_question

WORDS = st.sampled_from(
    [
        "what",
        "is",
        "are",
        "the",
        "a",
        "mean",
        "meaning",
        "of",
        "define",
        "explain",
        "to",
        "me",
        "plz",
        "?",
        "!",
        "said",
        "about",
        "redis",
        "cache",
        "in",
        "korean",
        "레디스가",
        "뭐야",
        "뜻",
        "그게",
        "요즘",
        "쓰던데",
        "라고",
        "알려줘",
        "とは",
        "是什么",
        "was",
        "ist",
        "“x”",
        "`y`",
        "<@U1>",
        ":tada:",
        "그거는 뭐야",
        "service mesh came up",
        "what is “?”",
        "@bot",
        "hey",
        "please,",
        "docs\n",
    ]
)
ANY = st.text(max_size=80) | st.lists(WORDS, max_size=14).map(" ".join)


@pytest.mark.parametrize(
    ("question", "term", "language"),
    [
        ("what is service mesh?", "service mesh", "en"),
        ("What's service mesh", "service mesh", "en"),
        ("what's the meaning of service mesh", "service mesh", "en"),
        ("what does service mesh mean?", "service mesh", "en"),
        ("define service mesh plz", "service mesh", "en"),
        ("service mesh meaning", "service mesh", "en"),
        ("explain service mesh to me", "service mesh", "en"),
        ("can someone explain service mesh?", "service mesh", "en"),
        ("hey, does anyone know what service mesh means?", "service mesh", "en"),
        ("can someone please explain what a service mesh is in simple terms?", "service mesh", "en"),
        ("what do people mean when they say service mesh", "service mesh", "en"),
        ("what did she mean by “service mesh”?", "service mesh", "en"),
        ("waht is service mesh", "service mesh", "en"),
        ("defien service mesh", "service mesh", "en"),
        ("whats service mesh lol", "service mesh", "en"),
        ("<@U012ABC> what's service mesh? :thinking_face: 🤔", "service mesh", "en"),
        ("@malmoi define service mesh please", "service mesh", "en"),
        ("service mesh가 뭐야?", "service mesh", "ko"),
        ("서비스 메시란?", "서비스 메시", "ko"),
        ("서비스 메시 뜻", "서비스 메시", "ko"),
        ("서비스 메시 뜻이 뭐야", "서비스 메시", "ko"),
        ("서비스 메시가 무슨 뜻이죠", "서비스 메시", "ko"),
        ("서비스 메시 알려줘", "서비스 메시", "ko"),
        ("서비스 메시 알랴줘", "서비스 메시", "ko"),
        ("서비스 메시 뭐에염ㅋㅋ", "서비스 메시", "ko"),
        ("서비스메시뭐야", "서비스메시", "ko"),
        ("서비스 메시에 대해 설명해 주세요", "서비스 메시", "ko"),
        ("혹시 서비스 메시가 뭔지 아시는 분 계신가요?", "서비스 메시", "ko"),
        ("'서비스 메시'가 뭐예요? ㅠㅠ", "서비스 메시", "ko"),
        ("サービスメッシュとは何ですか", "サービスメッシュ", "ja"),
        ("「サービスメッシュ」って何？", "サービスメッシュ", "ja"),
        ("服务网格是什么意思", "服务网格", "zh-Hans"),
        ("请问什么是服务网格？", "服务网格", "zh-Hans"),
        ("服務網格是什麼？", "服務網格", "zh-Hant"),
        ("was ist eine Idempotenz?", "Idempotenz", "de"),
        ("kannst du mir bitte Sharding erklären?", "Sharding", "de"),
        ("o que é observabilidade?", "observabilidade", "pt"),
        ("qu'est-ce qu'une conteneurisation ?", "conteneurisation", "fr"),
        ("c'est quoi l'infrastructure ?", "infrastructure", "fr"),
        ("¿qué es la contenerización?", "contenerización", "es"),
        ("cos'è un container", "container", "it"),
        ("что такое контейнер?", "контейнер", "ru"),
        ("konteyner nedir", "konteyner", "tr"),
        ("container là gì vậy?", "container", "vi"),
        ("apa itu kontainer", "kontainer", "id"),
        ("कंटेनर क्या है", "कंटेनर", "hi"),
        ("wat is een container?", "container", "nl"),
    ],
)
def test_the_term_is_unwrapped(question: str, term: str, language: str) -> None:
    """In the language of the question, among the first three guesses."""
    assert (term, language) in [(asked.text, asked.language) for asked in asked_in(question)[:4]]
    assert is_question(question)


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("요즘 서비스 메시 많이 쓰던데 그게 뭐예요?", "서비스 메시"),
        ("문서에 서비스 메시라고 나오는데 무슨 뜻이죠?", "서비스 메시"),
        ("회의에서 서비스 메시 얘기가 나왔는데 뭔가요?", "서비스 메시"),
        ("어제 회의 때 나온 온콜이 뭐예요?", "온콜"),
        ("In yesterday's meeting someone said service mesh, what does that mean?", "service mesh"),
        ("I keep hearing service mesh, what's that", "service mesh"),
        ("my boss asked me about service mesh and I have no idea what it is", "service mesh"),
        ("everyone is talking about service mesh these days. what is it?", "service mesh"),
        ("service mesh came up in standup, what is it?", "service mesh"),
        ("I saw `idempotency key` in a PR, what does it mean?", "idempotency key"),
        ("service mesh, what is that?", "service mesh"),
    ],
)
def test_the_term_is_found_inside_a_sentence(sentence: str, term: str) -> None:
    """By the frame around it: what tells of it, and the question that follows."""
    assert term in [asked.text for asked in asked_in(sentence)[:4]]


@pytest.mark.parametrize(
    "sentence",
    [
        "service mesh came up in standup",  # said, not asked
        "what is ???",  # nothing is named
        "“…”란?",
        "그게 뭐야? what is «»",
        "그게 뭐야?",
    ],
)
def test_where_no_term_is_asked_about_there_is_only_the_text(sentence: str) -> None:
    """It may still be a name, as it stands."""
    assert [asked.text for asked in asked_in(sentence)] == [sentence]


def test_punctuation_in_the_place_of_a_term_is_none() -> None:
    """Whatever is left of the sentence has letters."""
    assert all(any(map(str.isalnum, asked.text)) for asked in asked_in("what does ... mean"))


@pytest.mark.parametrize(
    ("question", "term", "named"),
    [
        ("mlops in korean", "mlops", "ko"),
        ("what is mlops in korean?", "mlops", "ko"),
        ("mlops가 영어로 뭐야", "mlops", "en"),
        ("define mlops --ja", "mlops", "ja"),
    ],
)
def test_a_language_may_be_asked_for(question: str, term: str, named: str) -> None:
    """With and without other words around the term."""
    assert (term, named) in [(asked.text, asked.named_language) for asked in asked_in(question)]


@pytest.mark.parametrize(
    "chat",
    [
        "who is on call?",
        "점심 뭐 먹지",
        "이게 뭐야",
        "뭐야",
        "what is",
        "what is that?",
        "what",
        "define",
        "회의 언제야?",
        "what time is the meeting",
        "오늘 날씨 어때",
        "thanks!",
        "team building",
        "can you review my PR?",
        "이거 누가 했어?",
        "...",
        "???",
        "<@U012ABCDEF>",
        ":tada:",
        "これ",
        "redis",
    ],
)
def test_chat_asks_about_no_word(chat: str) -> None:
    """It is given back as typed, and nothing is cut out of it."""
    assert [asked.text for asked in asked_in(chat)] == [chat]
    assert not is_question(chat)


def test_a_wrapper_that_fits_the_term_closely_is_likeliest() -> None:
    """The whole wrapper comes off before a part of it."""
    assert [asked.text for asked in asked_in("what is the meaning of life")][1] == "life"


def test_an_empty_text_asks_nothing() -> None:
    """There is no guess at all."""
    assert asked_in(" \n") == ()


def test_a_long_text_is_looked_at_as_typed() -> None:
    """Nobody asks for a word at such length."""
    text = "what is " + "x" * LONGEST_QUESTION
    assert [asked.text for asked in asked_in(text)] == [text]


@given(ANY)
def test_guesses_are_few_different_and_in_order(text: str) -> None:
    """Whatever the text: as typed first and free, then parts of it, cheapest first."""
    guesses = asked_in(text)
    assert len(guesses) <= MOST_ASKED
    assert len({asked.text for asked in guesses}) == len(guesses)
    assert [asked.cost for asked in guesses[:1]] == [0.0] * bool(text.strip())
    assert [round(asked.cost, 2) for asked in guesses] == sorted(round(asked.cost, 2) for asked in guesses)
    assert all(asked.text and asked.text in text and 0 <= asked.cost <= 1 for asked in guesses)


@pytest.mark.parametrize("text", ["그것도 뭐야", "이것까지 뭐야", "이것만 알려줘"])
def test_a_pointing_word_with_a_particle_asks_for_no_term(text: str) -> None:
    """Nothing is named: the text stays as it was typed, and nothing is cut out of it."""
    assert [asked.text for asked in asked_in(text)] == [text]


@pytest.mark.parametrize(
    "question",
    [
        "what does that mean?",
        "what does that even mean",
        "what does it stand for?",
        "what does this word mean",
        "what is the meaning of this?",
        "explain this please",
        "do you know what that means?",
        "i don't know what that is",
        "hey, what's that",
        "그 말이 무슨 뜻이야?",
        "이 단어 뜻이 뭐야?",
        "저건 뭔가요?",
        "그것 좀 알려주세요",
        "그게 뭔지 알려줘",
        "¿Qué significa esta palabra?",
        "o que é isso?",
        "qu'est-ce que c'est que ça ?",
        "was bedeutet dieses Wort?",
        "cosa significa questa parola?",
        "что это такое?",
        "bu kelime ne demek?",
        "cái này là gì?",
        "itu artinya apa?",
        "यह क्या है",
        "ما معنى هذه الكلمة",
        "wat betekent dit woord",
        "що це таке",
        "co to jest?",
        "vad betyder det ordet",
        "これは何ですか",
        "それはどういう意味ですか",
        "那是什么意思",
        "那個是什麼意思",
    ],
)
def test_a_question_that_only_points_asks_for_no_term(question: str) -> None:
    """Neither what is pointed at is a term, nor the words around it, in any language."""
    assert [asked.text for asked in asked_in(question)] == [question]


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("what is on call?", "on call"),
        ("what is this word processor?", "this word processor"),
        ("what does the mean mean?", "mean"),
        ("what is the IT department?", "IT department"),
        ("그 단어장이 뭐야?", "그 단어장"),
        ("그게 뭔지 모르겠는데 레디스란?", "그게 뭔지 모르겠는데 레디스"),
    ],
)
def test_a_word_that_points_does_not_hide_a_term(question: str, term: str) -> None:
    """Only where nothing else is asked about is it no term."""
    assert term in [asked.text for asked in asked_in(question)]
