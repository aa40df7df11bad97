"""A language named in what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.named_languages import language_in_words, named_language


@pytest.mark.parametrize(
    ("text", "rest", "language"),
    [
        ("mlops in korean", "mlops", "ko"),
        ("mlops in the Korean", "mlops in the", "ko"),
        ("mlops --ko", "mlops", "ko"),
        ("mlops --lang=pt", "mlops", "pt"),
        ("mlops lang:zh-tw", "mlops", "zh-Hant"),
        ("mlops (jp)", "mlops", "ja"),
        ("mlops --pt-BR", "mlops", "pt-BR"),
        ("mlops --pt_br", "mlops", "pt-BR"),
        ("mlops --es-419", "mlops", "es-419"),
        ("mlops --zh-hant", "mlops", "zh-Hant"),
        ("mlops 한국어로", "mlops", "ko"),
        ("mlops 영어", "mlops", "en"),
        ("redis en español", "redis", "es"),
        ("redis auf Deutsch", "redis", "de"),
        ("redis bằng tiếng Việt", "redis", "vi"),
        ("redis dalam bahasa indonesia", "redis", "id"),
        ("エンジン 日本語で", "エンジン", "ja"),
        ("редис по-русски", "редис", "ru"),
        ("한국어로 mlops", "mlops", "ko"),
        ("in french redis cache", "redis cache", "fr"),
        ("redis korean", "redis", "ko"),
    ],
)
def test_a_named_language_is_heard(text: str, rest: str, language: str) -> None:
    """At the end, at the beginning, as a flag, and in the words of many languages."""
    assert (rest, language) in [(found.strip(), tag) for found, tag, _ in named_language(text)]


@pytest.mark.parametrize(
    "text", ["", "korean", "in korean", "redis", "redis --zz", "redis en linea", "internet indonesia", "in korean?"]
)
def test_what_names_no_language_stays(text: str) -> None:
    """A language without a term is no term in a language, and neither is a country."""
    assert list(named_language(text)) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("korean", "ko"),
        ("in Korean", "ko"),
        ("한국어", "ko"),
        ("한국어로", "ko"),
        ("по-русски", "ru"),
        ("auf Deutsch", "de"),
        ("in", None),
        ("redis", None),
        ("redis in korean", None),
        ("", None),
    ],
)
def test_the_name_of_a_language_alone(text: str, language: str | None) -> None:
    """With or without what leads to it; nothing else is one."""
    assert language_in_words(text) == language


def test_a_bare_name_is_doubted() -> None:
    """It may be a part of the term."""
    ((_, _, bare),) = named_language("redis korean")
    ((_, _, said),) = named_language("redis in korean")
    assert bare > said


@given(
    st.text(max_size=40)
    | st.lists(
        st.sampled_from(["in", "korean", "한국어로", "--ko", "redis", "en", "auf", "(it)", "по-русски"]), max_size=6
    ).map(" ".join)
)
def test_what_is_left_is_shorter_and_not_empty(text: str) -> None:
    """Whatever the text."""
    for rest, language, cost in named_language(text):
        assert rest.strip()
        assert rest in text
        assert language
        assert 0 < cost < 1
