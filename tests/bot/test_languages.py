"""Which language answers."""

from __future__ import annotations

import pytest

from bot.languages import choose, headword_for, language_called, languages_of, nearest, sentence_language, wanted
from glossary.concept import LanguageTag
from tests.terms import CHEF, DE, EN, KO, MLOPS, REDIS, TERMS


def tags(written: str) -> tuple[LanguageTag, ...]:
    """Read tags separated by spaces."""
    return tuple(map(LanguageTag, written.split()))


@pytest.mark.parametrize(
    ("reader", "available", "found"),
    [
        ("pt", "pt-BR", "pt-BR"),
        ("pt-AO", "pt-BR pt-PT", "pt-PT"),
        ("zh-TW", "zh-Hans zh-Hant", "zh-Hant"),
        ("zh-CN", "zh-Hant zh-Hans", "zh-Hans"),
        ("es-MX", "es-419 es", "es-419"),
        ("en-AU", "en", "en"),
        ("nb", "no", "no"),
        ("nn", "nb", "nb"),
        ("ko-KR", "ko", "ko"),
        ("ko", "en ko", "ko"),
        ("ca", "es", None),
        ("eu", "es", None),
        ("da", "nb", None),
        ("ko", "", None),
        ("", "ko", None),
        ("not a tag", "ko", None),
    ],
)
def test_a_reader_gets_a_language_that_they_read_as_their_own(reader: str, available: str, found: str | None) -> None:
    """CLDR's distances decide, and a neighbour's language is not taken for one's own."""
    assert nearest(LanguageTag(reader), tags(available)) == found


def test_the_definition_falls_back_honestly() -> None:
    """The reader's language, else the next one they would read, else any; and it says when it fell back."""
    assert choose(MLOPS, KO).definition == MLOPS.definition_in(KO)
    assert not choose(MLOPS, KO).is_fallback
    assert choose(MLOPS, DE, (KO, EN)).definition == MLOPS.definition_in(KO)
    assert choose(MLOPS, DE, (KO, EN)).is_fallback
    assert choose(REDIS, DE, (EN,)).definition == REDIS.definition_in(KO)
    assert choose(REDIS, DE, (EN,)).is_fallback
    assert choose(CHEF, DE).definition is None
    assert not choose(CHEF, DE).is_fallback


def test_the_name_is_in_the_readers_language_where_there_is_one() -> None:
    """Else it is the first name that the concept has."""
    assert headword_for(MLOPS, KO).text == "엠엘옵스"
    assert headword_for(MLOPS, DE).text == "MLOps"


def test_wanted_languages_stand_once_and_english_comes_last() -> None:
    """What is not known is left out."""
    assert wanted(KO, None, KO, DE) == (KO, DE, EN)
    assert wanted(EN, KO) == (EN, KO)


def test_the_languages_of_a_glossary_are_counted() -> None:
    """The most frequent language of its definitions comes first."""
    assert languages_of(TERMS) == (EN, KO)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("ko", "ko"),
        ("KO", "ko"),
        ("korean", "ko"),
        ("한국어", "ko"),
        ("Deutsch", "de"),
        ("pt-br", "pt-BR"),
        ("desk", None),
        ("in korean", "ko"),
        ("한국어로", "ko"),
        ("繁體中文", "zh-Hant"),
        ("ko-KR-u-nu-latn", "ko-KR"),
        ("no such thing at all", None),
    ],
)
def test_a_language_is_known_by_its_tag_and_by_its_name(name: str, language: str | None) -> None:
    """In any language, in any case."""
    assert language_called(name) == language


def test_a_tag_that_is_well_formed_and_means_nothing_is_no_language() -> None:
    """``xx`` could be a tag, and none has been given to it."""
    assert language_called("xx") is None
    assert language_called("") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("redis", None),
        ("redis?", None),
        ("ml ops pipeline", None),
        ("123", None),
        ("", None),
        ("레디스", None),
        ("レディス", None),
        ("what is redis", "en"),
        ("qu'est-ce que redis", "fr"),
        ("redis是什么", "zh-Hans"),
        ("что такое redis", "ru"),
        ("레디스가 뭐야", None),
        ("redis가 뭐야", "ko"),
        ("レディスとは", None),
        ("레디스란?", None),
        ("what is 레디스?", "en"),
        ("definition of done", None),
        ("mlops in korean", None),
    ],
)
def test_a_sentence_tells_the_language_of_a_question(text: str, language: str | None) -> None:
    """A bare word says nothing but what its script does, and neither does a name that reads like a sentence."""
    assert sentence_language(text, lambda text: text == "definition of done") == language
