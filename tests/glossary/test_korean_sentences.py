"""Korean sentences that tell of a word before they ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.korean_sentences import is_clause, terms_told


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("요즘 서비스 메시 많이 쓰던데", "서비스 메시"),
        ("회의에서 서비스 메시 얘기가 나왔는데", "서비스 메시"),
        ("문서에 서비스 메시라고 나오는데", "서비스 메시"),
        ("팀장님이 서비스 메시 도입하자고 하시는데", "서비스 메시"),
        ("코드 리뷰에서 LGTM이라고 하던데", "LGTM"),
        ("어제 회의 때 나온 온콜", "온콜"),
        ("카나리라는 말을 들었는데", "카나리"),
    ],
)
def test_the_term_is_found(sentence: str, term: str) -> None:
    """Without the circumstances before it and the verb after it; it is the cheapest guess."""
    assert is_clause(sentence)
    assert min(terms_told(sentence), key=lambda told: told[1])[0] == term


@pytest.mark.parametrize("text", ["", "서비스 메시", "그라데", "redis cluster", "라고"])
def test_a_name_is_no_sentence(text: str) -> None:
    """One word, or words without a verb that goes on."""
    assert not is_clause(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "요즘",
                "회의에서",
                "데이터",
                "센터",
                "얘기가",
                "라고",
                "컨테이너라고",
                "나오는데",
                "쓰던데",
                "나온",
                "많이",
                "x",
            ]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_told_is_a_part_of_the_sentence(words: list[str]) -> None:
    """Never empty, in order, at a cost."""
    sentence = " ".join(words)
    for term, cost in terms_told(sentence):
        assert term
        assert term in sentence
        assert 0 < cost < 1
