"""Taking Korean particles off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.particles import MOST_STEMS, Ending, ending_of, is_particle, without_particles


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("레디스는", "레디스"),
        ("레디스에서는", "레디스"),
        ("서버에서까지도", "서버"),
        ("메서드로부터", "메서드"),
        ("디버깅으로", "디버깅"),
        ("모델로", "모델"),
        ("SQL을", "SQL"),
        ("git clone가", "git clone"),
        ("git clone이", "git clone"),
        ("K8S의", "K8S"),
        ("파이프라고", "파이프"),
        ("웹훅이란", "웹훅"),
        ("모드란?", "모드"),
        ("Redis 는", "Redis"),
        ('"레디스"는', '"레디스"'),
        ("컨테이너에서만요!!", "컨테이너"),
    ],
)
def test_the_particle_comes_off(text: str, stem: str) -> None:
    """Alone, stacked, after Latin words, after a space or a quotation mark, and with punctuation behind."""
    assert without_particles(text)[0].text == stem


@pytest.mark.parametrize(
    ("text", "particle", "agrees"),
    [
        ("책은", "은", True),
        ("책는", "는", False),
        ("나무을", "을", False),
        ("길로", "로", True),
        ("길으로", "으로", False),
    ],
)
def test_a_particle_that_does_not_agree_is_doubted(text: str, particle: str, agrees: bool) -> None:  # noqa: FBT001 - a column of the table
    """It still comes off, and costs more than the right one."""
    wrong_or_right = {stem.particle: stem for stem in without_particles(text)}[particle]
    assert wrong_or_right.agrees is agrees
    assert agrees is (wrong_or_right.cost <= 0.3)


def test_agreement_decides_between_two_ways_to_cut() -> None:
    """``스파이라고`` is 스파이 + 라고 and not 스파 + 이라고."""
    assert [stem.text for stem in without_particles("스파이라고")] == ["스파이", "스파"]


@pytest.mark.parametrize("text", ["", "는", "에서는", "?!", "redis", "레디스 ", "  "])
def test_without_a_particle_there_is_no_stem(text: str) -> None:
    """A text that is a particle and nothing else keeps it."""
    assert all(stem.text for stem in without_particles(text))
    assert text not in {"", "는", "redis", "레디스 ", "?!", "  "} or without_particles(text) == ()


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("나무", Ending.VOWEL),
        ("길", Ending.RIEUL),
        ("책", Ending.CONSONANT),
        ("SQL", Ending.RIEUL),
        ("RAM", Ending.CONSONANT),
        ("API", Ending.VOWEL),
        ("redis", Ending.VOWEL),
        ("git", Ending.UNKNOWN),
        ("model", Ending.RIEUL),
        ("10", Ending.CONSONANT),
        ("8", Ending.RIEUL),
        ("레디스(책)", Ending.CONSONANT),
        ("容器", Ending.UNKNOWN),
        ("…", Ending.UNKNOWN),
    ],
)
def test_the_end_of_a_word_is_heard(text: str, ending: Ending) -> None:
    """Hangul by its final consonant, capitals and digits by their names, small letters by their sound."""
    assert ending_of(text) is ending


@given(st.text(max_size=60) | st.text("가나는은을를에서까지도로으이란라고 ab?", max_size=60))
def test_stems_are_few_never_empty_and_cheapest_first(text: str) -> None:
    """Whatever the text, each stem begins it, and costs are shares in order."""
    stems = without_particles(text)
    assert len(stems) <= MOST_STEMS
    assert all(stem.text and text.startswith(stem.text) and 0 <= stem.cost <= 1 for stem in stems)
    assert [stem.cost for stem in stems] == sorted(stem.cost for stem in stems)


def test_a_particle_has_the_form_that_the_word_before_it_asks_for() -> None:
    """One or several; and what is no particle is none after any word."""
    assert is_particle("를", "레디스")
    assert is_particle("에서는", "레디스")
    assert not is_particle("을", "레디스")
    assert not is_particle("판", "레디스")
