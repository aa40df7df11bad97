"""Texts that ask for the same thing, which is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.gathering import gathered, keys_of, keys_of_name

texts = st.text(max_size=30)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("kafka", "Kafka"),
        ("what is Kafka?", "kafka"),
        ("카프카", "Kafka"),
        ("카프카가 뭐야", "Kafka"),
        ("zkvmzk", "카프카"),
        ("zkvmzk", "Kafka"),
        ("Terraform", "테라폼"),
        ("쿠버네티스란?", "쿠버네티스"),
        ("on-call", "On Call"),
        ("에이피아이", "API"),
        ("カナリア", "카나리아"),
        ("mode", "모드"),
    ],
)
def test_a_name_answers_who_asked_for_it_in_another_way(asked: str, name: str) -> None:
    """In another spelling, inside a question, in another script, on the other keyboard."""
    assert keys_of(asked) & keys_of_name(name)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("kafka", "coffee"),
        ("카프카", "커피"),
        ("toil", "tool"),
        ("operation", "evaluation"),
        ("CI", "CD"),
        ("사과", "사과문"),
        ("c", "C++"),
        ("!!!", "???"),
        ("", ""),
    ],
)
def test_a_name_does_not_answer_for_what_only_comes_near(asked: str, name: str) -> None:
    """Neither by a sound within one script, nor by nothing at all."""
    assert not keys_of(asked) & keys_of_name(name)


def test_what_asks_for_the_same_is_gathered() -> None:
    """Over spellings, scripts, keyboards and slips, also when only a third text joins two; the others stay alone."""
    texts = ["Kafka", "toil", "카프카", "kubernetes", "zkvmzk", "what is kafka", "kuberntes", "toll"]
    assert gathered(texts) == ((0, 2, 4, 5), (1,), (3, 6), (7,))
    assert gathered(["kubernetes", "kubbernetess", "kubernetess"]) == ((0, 1, 2),)
    assert gathered([]) == ()


@given(st.lists(texts, max_size=8))
def test_every_text_is_in_one_group(several: list[str]) -> None:
    """And what is written alike is together."""
    groups = gathered(several)
    assert sorted(place for group in groups for place in group) == list(range(len(several)))
    assert all(list(group) == sorted(group) for group in groups)


@given(texts)
def test_a_name_answers_who_asks_by_it(text: str) -> None:
    """Unless there is neither letter nor digit in it."""
    assert bool(keys_of(text) & keys_of_name(text)) == bool(keys_of_name(text))
