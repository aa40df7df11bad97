"""Which known terms stand in a text?"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind
from glossary.spelling import loose_key
from glossary.spotting.spotter import LONGEST_TEXT, Spotted, Spotter, spotted
from tests.glossary.spotting.marking import HELD_OUT, MARKED, glossary, score_of, sentences
from tests.terms import EN, KO, SAP_COMPANY, SAP_NETWORK, name

if TYPE_CHECKING:
    from pathlib import Path

TEAM = Spotter(glossary())
LEAST = 0.97


def _concept(*names: str, meaning: str = "", kind: LabelKind = LabelKind.SYNONYM) -> Concept:
    first, *others = names
    labels = (name(first), *(Label(other, EN, kind) for other in others))
    return Concept(ConceptId(first[:12]), labels, (Definition(meaning, EN),) if meaning else ())


def _found(text: str, *concepts: Concept) -> list[str]:
    return [text[one.start : one.end] for one in spotted(text, Spotter(concepts))]


def _by_names(text: str, *names: str) -> list[str]:
    return _found(text, *map(_concept, names))


def test_a_text_in_pieces_is_searched_as_if_it_were_whole() -> None:
    """What is found stands where it was typed, not where it would stand when composed."""
    text = unicodedata.normalize("NFD", "우리 레디스는")
    (found,) = spotted(text, Spotter([_concept("레디스")]))
    assert unicodedata.normalize("NFC", text[found.start : found.end]) == "레디스"


@pytest.mark.parametrize("path", [MARKED, HELD_OUT], ids=["marked", "held out"])
def test_what_people_would_mark_is_found_and_hardly_anything_else(path: Path) -> None:
    """At least 0.97 of what is found is marked, and 0.97 of what is marked is found."""
    score = score_of(lambda text: ((one.start, one.end) for one in spotted(text, TEAM)), sentences(path))
    assert score.precision >= LEAST
    assert score.recall >= LEAST


def test_the_marked_sentences_are_many() -> None:
    """At least 150 in the first batch, 60 in the second, in both languages."""
    assert len(sentences(MARKED)) >= 150
    assert len(sentences(HELD_OUT)) >= 60


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("redisx, predis, Redis", ["Redis"], ["Redis"]),
        ("Redis, then redis again", ["Redis"], ["Redis"]),
        ("Redis Cluster and Redis", ["Redis", "Redis Cluster"], ["Redis Cluster", "Redis"]),
        ("Redis Clusters", ["Redis", "Redis Cluster"], ["Redis Cluster"]),
        ("Redis Clusterings", ["Redis", "Redis Cluster"], ["Redis"]),
        ("GPUs, boxes, batches", ["GPU", "box", "batch"], ["GPU", "box", "batch"]),
        ("GPUes", ["GPU"], []),
        ("policies", ["policy"], ["policies"]),
        ("keys", ["key"], ["key"]),
        ("log4j (core) and log4j core", ["Log4j (core)"], ["log4j (core"]),
        ("fin tech", ["FinTech"], ["fin tech"]),
        ("ci cd", ["CI/CD"], ["ci cd"]),
        ("Go, .NET, C++ and C#", ["Go", ".NET", "C++", "C#", "C"], ["Go", ".NET", "C++", "C#"]),
        ("plain net", [".NET"], []),
        ("a#b", ["#", "+"], []),
        ("5 ㎏ and kg", ["g", "kg"], ["㎏"]),
        ("of ﬁ and i", ["fi"], ["ﬁ"]),
        ("ﬁ", ["f"], []),
        ("레디스를 레디스x", ["레디스"], ["레디스"]),
        ("고양이와 고양에서", ["고양"], ["고양"]),
        ("서버가 서버리스", ["서버"], ["서버"]),
        ("서버이", ["서버"], []),
        ("서버였고 문제였다", ["서버"], ["서버"]),
        ("정책였다", ["정책"], []),
        ("배포했고 배포팀은", ["배포"], ["배포"]),
        ("먹는 서버들에서는", ["먹", "서버"], ["서버"]),
        ("운영서버에서", ["서버"], ["서버"]),
        ("레디스카프카를 쓴다", ["레디스", "카프카"], ["레디스", "카프카"]),
        ("레디스카프카판을 쓴다", ["레디스", "카프카"], []),
        ("데이터 베이스", ["데이터베이스"], ["데이터 베이스"]),
        ("카나리배포", ["카나리 배포"], ["카나리배포"]),
        ("카나리 deploys, 카나리 deployx", ["카나리 deploy", "deploy"], ["카나리 deploy"]),
        ("이 것", ["이"], []),
        ("サーバー、サーバーレス", ["サーバー"], ["サーバー"]),
        ("さばを食べる", ["サーバー"], []),
        ("さくらは咲く", ["さくら"], ["さくら"]),
        ("はさくらんぼ", ["さくら"], []),
        ("デプロイパイプライン", ["デプロイ", "パイプライン"], ["デプロイ", "パイプライン"]),
        ("さくらサーバー", ["さくら"], ["さくら"]),
        ("振り返りをする", ["振り返り"], ["振り返り"]),
        ("我们用Redis做缓存", ["Redis", "缓存"], ["Redis", "缓存"]),
        ("网 网络", ["网"], ["网"]),
        ("络网", ["网"], []),
        ("redis_url and _redis_ and my_redis", ["redis"], ["redis"]),
        ("redis_url", ["redis"], []),
        ("my_redis", ["redis"], []),
    ],
)
def test_a_name_begins_and_ends_as_words_do(text: str, names: list[str], found: list[str]) -> None:
    """Each script by its own rule; of names that overlap the longest counts; each is found once."""
    assert _by_names(text, *names) == found


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("let it go", ["IT", "Go"], []),
        ("written in Go for IT", ["IT", "Go"], ["Go", "IT"]),
        ("Go home", ["Go"], []),
        ("Go is fast. Go compiles.", ["Go"], ["Go"]),
        ("Done. Rust, then", ["Rust"], ["Rust"]),
        ("Rust’s borrow checker", ["Rust"], ["Rust"]),
        ("Go 1.22", ["Go"], ["Go"]),
        ("LET IT GO NOW PLEASE", ["IT", "Go"], []),
        ("it팀에서 go로", ["IT", "Go"], ["it", "go"]),
        ("우리 rust 코드", ["Rust"], ["rust"]),
        ("rust", ["Rust"], []),
        ("written in R, not r", ["R"], ["R"]),
        ("R&D and R-squared and Plan R", ["R"], []),
        ("ASK R FOR THE NUMBERS", ["R"], []),
        ("the ticket of a sprint", ["ticket"], ["ticket"]),
        ("it is", ["it"], []),
        ("the sap", ["SAP"], []),
    ],
)
def test_an_ordinary_word_is_no_name(text: str, names: list[str], found: list[str]) -> None:
    """What is also an ordinary word, or a letter, counts as it is written in the glossary only."""
    assert _by_names(text, *names) == found


def test_a_definition_tells_that_a_name_is_a_noun() -> None:
    """The capital of ``Sprint`` is a title's where its own definition writes it small, after an article."""
    assert _found("our sprint", _concept("Sprint", meaning="A sprint is two weeks.")) == ["sprint"]
    assert _found("our sprint", _concept("Sprint", meaning="Two weeks.")) == []


def test_a_misspelling_that_is_a_word_is_not_looked_for() -> None:
    """It is what people type when they ask, and not what they mean when they write."""
    wrong = _concept("Docker", "docket", kind=LabelKind.MISSPELLING)
    assert _found("docket and dockre", wrong, _concept("x", "dockre", kind=LabelKind.MISSPELLING)) == ["dockre"]


def test_every_meaning_of_a_name_is_told() -> None:
    """In the order of the glossary; and what is written just so comes before what only folds to it."""
    found = spotted("SAP", Spotter([SAP_COMPANY, SAP_NETWORK]))
    assert [meaning.concept for meaning in found[0].meanings] == [SAP_COMPANY, SAP_NETWORK]
    both = Spotter([_concept("ab-test"), _concept("abtest")])
    assert [meaning.label.text for meaning in spotted("an ab-test", both)[0].meanings] == ["ab-test"]
    twice = Spotter([_concept("on call", "on-call"), _concept("oncall")])
    assert [meaning.label.text for meaning in spotted("ONCALL", twice)[0].meanings] == ["oncall"]


def test_two_names_of_one_concept_are_one_term() -> None:
    """Only the first place counts."""
    redis = Concept(ConceptId("redis"), (name("Redis"), name("레디스", KO)))
    assert _found("레디스 (Redis)", redis) == ["레디스"]
    alike = Concept(ConceptId("alike"), (name("on-call"), Label("on call", EN)))
    assert [len(one.meanings) for one in spotted("oncall", Spotter([alike]))] == [1]


def test_a_text_is_read_up_to_a_limit() -> None:
    """What comes after a hundred thousand code points is not looked at."""
    assert _by_names(f"{'x ' * (LONGEST_TEXT // 2)}Redis", "Redis") == []


def test_a_newer_spotter_knows_what_has_changed() -> None:
    """The old names of a changed concept do not count any more."""
    old, new = _concept("Redis", "dictionary server"), _concept("Redis", "valkey")
    found = spotted("dictionary server, valkey", Spotter([old]), Spotter([new]), {old.id})
    assert [(one.start, one.meanings[0].concept) for one in found] == [(19, new)]
    assert spotted("redis", Spotter([old]), None, {old.id}) == []


_PIECES = st.sampled_from(
    [
        " ",
        "\n",
        "\u0301",
        "\u200b",
        *"""
        Redis redis 레디스 클러스터 쿠버네티스 サーバー ｻｰﾊﾞｰ さば 服务器 缓存 C++ C# C .NET R&D r d Node.js Go go GO it
        IT 로그 인 고양 이 를 에서 는 했다 들 파이 프라인
        데이터 베이스 s es 's ’s ies polic policies ＧＰＵ GPU A/B test
        é ß ﬁ ㄱ ㅏ ー ﾞ ㎏ İ ∑ 😀 _ - . , ! ` < > :: @ # + / ( ) Conway’s law
        """.split(),  # noqa: SIM905 - rows of pieces read better
    ]
)
TEXTS = st.lists(_PIECES | st.just(" ") | st.characters(), max_size=25).map("".join)


@given(TEXTS)
@settings(max_examples=300)
def test_a_spotted_name_folds_to_a_label_of_its_concept(text: str) -> None:
    """Whatever surrounds it; only the plural of a name in -y is longer than its label."""
    reached = 0
    for one in spotted(text, TEAM):
        assert reached <= one.start < one.end <= len(text)
        reached = one.end
        key = loose_key(text[one.start : one.end])
        for concept, label in one.meanings:
            assert label in concept.labels
            assert key in {loose_key(label.text), loose_key(label.text).removesuffix("y") + "ies"}


@given(TEXTS)
@settings(max_examples=300)
def test_composed_and_decomposed_texts_hold_the_same(text: str) -> None:
    """The same names at the same places: what stands before each of them is the same text."""
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    places = [
        [(_composed(each[: one.start]), _composed(each[one.start : one.end]), _ids(one)) for one in spotted(each, TEAM)]
        for each in (composed, decomposed)
    ]
    assert places[0] == places[1]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _ids(one: Spotted) -> list[str]:
    return [concept.id for concept, _ in one.meanings]
