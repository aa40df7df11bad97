"""When two spellings are the same word."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from glossary.spelling import folded, humps, letters_of, loose_key, strict_key, words

TEXTS = some.text(max_size=40) | some.text(alphabet="aA ㅋ가ㄱ각레é+#.-'Aéガｶﾞ서ㅎㅏㄴ", max_size=20)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A key is its own key, strict and loose."""
    assert strict_key(strict_key(text)) == strict_key(text)
    assert loose_key(loose_key(text)) == loose_key(text)


@given(TEXTS)
def test_a_loose_key_is_coarser_than_a_strict_one(text: str) -> None:
    """What is the same word strictly is the same word loosely."""
    assert loose_key(strict_key(text)) == loose_key(text)


@given(TEXTS)
def test_unicode_forms_are_one_spelling(text: str) -> None:
    """NFC and NFD fold alike."""
    assert strict_key(unicodedata.normalize("NFD", text)) == strict_key(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "spellings",
    [
        ("ML-Ops", "ml ops", "ML_Ops", "ｍｌｏｐｓ", "ml\u200bops"),
        ("Café", "cafe", "CAFÉ"),
        ("Don't Repeat Yourself", "dont repeat yourself"),
        ("サーバー", "サーバ", "さーば"),
        ("Geliştirme Arayüzü", "GELISTIRME ARAYUZU", "gelıstirme arayuzu"),
        ("القاعدة ٦٨", "القاعدة 68"),
        ("데이터 센터", "데이터센터", unicodedata.normalize("NFD", "데이터-센터")),
        ("레디ﾡ", "레디ㄱ"),
    ],
)
def test_variants_are_one_word(spellings: tuple[str, ...]) -> None:
    """Case, width, accents, punctuation, spaces and invisible characters do not make another word."""
    assert len({loose_key(spelling) for spelling in spellings}) == 1


def test_programming_languages_stay_apart() -> None:
    """C, C++ and C# are three, .NET is no net, and signs may stand apart from their letter."""
    names = ("C", "C++", "C#", ".NET", "net", "R", "Go", "F#")
    assert len(set(map(loose_key, names))) == len(names)
    assert loose_key("C ++") == loose_key("c++")


def test_vowels_of_indic_scripts_are_letters() -> None:
    """A mark that is a vowel tells words apart."""
    assert loose_key("कोड") != loose_key("कड")


def test_words_are_what_spaces_and_punctuation_part() -> None:
    """Words are folded, and nothing is left of a text without letters."""
    assert words("CI/CD: what's ТЕСТ?") == ["ci", "cd", "whats", "тест"]
    assert words(".NET Core") == [".net", "core"]
    assert words("...") == words("") == []


def test_letters_are_what_was_typed() -> None:
    """Hangul comes apart, without the ㅇ that nobody hears; a half-typed syllable is no exception."""
    assert letters_of("레디스") == "ㄹㅔㄷㅣㅅㅡ"
    assert letters_of("아이콘") == "ㅏㅣㅋㅗㄴ"
    assert letters_of("쿠버네ㅌ") == "ㅋㅜㅂㅓㄴㅔㅌ"
    assert letters_of("redis") == "redis"


def test_capitals_part_the_words_of_a_name() -> None:
    """A hump is where a small letter meets a capital."""
    assert humps("FinTech MLOps") == "Fin Tech MLOps"


def test_a_text_is_folded_in_place() -> None:
    """Character by character, as its words are, with a space where they are cut."""
    assert folded("Café, サーバー’s") == "cafe  さばs"
