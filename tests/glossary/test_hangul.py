"""Letters, keyboards, initial consonants and romanization of Korean."""

from __future__ import annotations

import unicodedata

import hangulpy
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary.hangul import (
    LEAST_WELL_FORMED,
    MOST_LAYOUTS,
    are_initials,
    has_hangul,
    initials_of,
    jamo_of,
    other_keyboard,
    plain_initials,
    romanized,
    romanized_words,
    well_formedness,
)

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=12)
TYPED = st.text(max_size=60) | st.text("ㄱㄴㄷㅏㅗㅘㅄ가나달 \tabXYZ019-ﾡￂᄒ", max_size=60)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("쿠버네티스", "ㅋㅜㅂㅓㄴㅔㅌㅣㅅㅡ"),
        ("쿠버ㄴㅔ", "ㅋㅜㅂㅓㄴㅔ"),
        ("ㅎㅏㄴ", "ㅎㅏㄴ"),
        ("과값", "ㄱㅗㅏㄱㅏㅂㅅ"),
        ("ㅘㅄ", "ㅗㅏㅂㅅ"),
        ("꺾다", "ㄲㅓㄲㄷㅏ"),
        ("API 키", "API ㅋㅣ"),
        ("ﾡￂ", "ㄱㅏ"),
        ("", ""),
    ],
)
def test_a_syllable_comes_apart_into_one_letter_a_keystroke(text: str, letters: str) -> None:
    """Compound vowels and finals are two keystrokes, doubled consonants one."""
    assert jamo_of(text) == letters


@pytest.mark.parametrize(
    ("text", "letters"), [("아이", "ㅏㅣ"), ("강아", "ㄱㅏㅇㅏ"), ("영", "ㅕㅇ"), ("ㅇㅏ", "ㅏ"), ("ㅇㅇ", "ㅇㅇ")]
)
def test_an_initial_that_only_carries_a_vowel_may_be_left_out(text: str, letters: str) -> None:
    """The final ㅇ is a sound and stays."""
    assert jamo_of(text, silent=False) == letters


@given(HANGUL)
def test_half_typed_gives_the_same_letters_as_finished(text: str) -> None:
    """Loose letters, the decomposed Unicode form and the composed one agree, with and without silent letters."""
    for silent in (True, False):
        whole = jamo_of(text, silent=silent)
        assert jamo_of(jamo_of(text), silent=silent) == whole
        assert jamo_of(unicodedata.normalize("NFD", text), silent=silent) == whole


@given(TYPED)
def test_letters_of_any_text_are_letters_already(text: str) -> None:
    """Taking apart twice changes nothing."""
    assert jamo_of(jamo_of(text)) == jamo_of(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fpeltm", "레디스"),
        ("epqmdhqtm", "데브옵스"),
        ("ㅡㅣㅐㅔㄴ", "mlops"),
        ("ㄱㄷ야ㄴ", "redis"),
        ("ㅏ8ㄴ", "k8s"),
        ("mlㅐㅔㄴ", "mlops"),
        ("ejr xkdlvld", "덕 타이핑"),
        ("API rpdlxmdnpdl", "API 게이트웨이"),
        ("클라우드 spdlxlqm", "클라우드 네이티브"),
        ("FPELTM", "레디스"),
        ("Fpeltm", "레디스"),
        ("QKQh", "빠뽀"),
    ],
)
def test_what_was_typed_on_the_other_keyboard_is_read(typed: str, meant: str) -> None:
    """Both ways, with capitals, and where only some of the words are concerned."""
    assert meant in other_keyboard(typed)


@pytest.mark.parametrize("text", ["", "redis", "mlops", "k8s", "12:30", "Редис", "容器", "\ud800"])
def test_what_does_not_compose_has_no_other_reading(text: str) -> None:
    """Latin letters that leave loose consonants were meant as they are."""
    assert other_keyboard(text) == ()


@given(HANGUL)
def test_hangul_typed_in_latin_letters_comes_back(text: str) -> None:
    """The keystrokes of well-formed words lead back to the words."""
    if well_formedness(text) == 1.0:
        (keystrokes,) = other_keyboard(text)
        assert other_keyboard(keystrokes)[0] == text


@given(TYPED)
def test_other_readings_are_few_different_and_best_formed_first(text: str) -> None:
    """Any text has at most the named number of readings on the other keyboard, and itself is none of them."""
    found = other_keyboard(text)
    assert len(set(found)) == len(found) <= MOST_LAYOUTS
    assert text not in found


@pytest.mark.parametrize(
    ("text", "measure"),
    [("레디스", 1.0), ("ㄱㄷ얀", 0.6), ("ㅋㅋ", 0.0), ("redis", 0.0), ("", 0.0), ("뷁", 0.0), ("k8s는", 1.0)],
)
def test_syllables_in_use_are_well_formed(text: str, measure: float) -> None:
    """Loose letters count against it, and so do syllables that no word needs."""
    assert well_formedness(text) == pytest.approx(measure)


@given(TYPED)
def test_well_formedness_lies_between_none_and_all(text: str) -> None:
    """It is a share, and 0 without Hangul."""
    assert 0 <= well_formedness(text) <= has_hangul(text)


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("쿠버네티스", "ㅋㅂㄴㅌㅅ"),
        ("데이터 센터", "ㄷㅇㅌ ㅅㅌ"),
        ("3웨이", "3ㅇㅇ"),
        ("ㄳ", "ㄱㅅ"),
        ("깃", "ㄱ"),
        ("끝", "ㄲ"),
        ("API", "API"),
        ("", ""),
    ],
)
def test_every_syllable_has_an_initial(text: str, initials: str) -> None:
    """What is no syllable stays, and joined consonants come apart."""
    assert initials_of(text) == initials


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ㅋㅂㄴㅌㅅ", True),
        ("ㄷㅇㅌ ㅅㅌ", True),
        ("ㄳ", True),
        ("3ㅇㅇ!", True),
        ("ㅏ", False),
        ("ㄱ가", False),
        ("abc", False),
        ("ㄱa", False),
        ("", False),
        ("3", False),
    ],
)
def test_initials_are_told_from_other_text(text: str, answer: bool) -> None:  # noqa: FBT001 - a column of the table
    """Consonants only; digits, spaces and punctuation between them do not matter."""
    assert are_initials(text) is answer


@given(TYPED)
def test_initials_of_initials_are_themselves(text: str) -> None:
    """Taking initials twice changes nothing."""
    assert initials_of(initials_of(text)) == initials_of(text)


def test_double_initials_fold_to_single_ones() -> None:
    """Shift is often left out."""
    assert plain_initials("ㄲㄸㅃㅆㅉㅎ") == "ㄱㄷㅂㅅㅈㅎ"


@pytest.mark.parametrize(
    ("text", "latin"), [("레디스", "rediseu"), ("클라우드 API", "keullaudeu API"), ("redis", "redis"), ("", "")]
)
def test_hangul_is_written_in_latin_letters(text: str, latin: str) -> None:
    """By the Revised Romanization; the rest stays."""
    assert romanized(text) == latin


@given(TYPED)
def test_romanization_leaves_no_syllable(text: str) -> None:
    """Whatever the text, no whole syllable is left in it."""
    assert not any("가" <= character <= "힣" for character in romanized(text))


@given(HANGUL | TYPED)
@example("굳이")
@example("담요를")
@example("신문로")
@example("신라")
@example("좋다")
@example("독립문")
def test_romanization_by_tables_is_that_of_the_library(text: str) -> None:
    """Putting words together from what finals and initials do to each other changes nothing."""
    assert romanized(text) == hangulpy.romanize(text)


@given(st.lists(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=6)))
@example(["담요", "신문로", "값", "꽃잎"])
def test_many_words_are_romanized_as_each_by_itself(words: list[str]) -> None:
    """Nothing of one word gets into the next."""
    assert romanized_words(words) == list(map(romanized, words))


@given(st.text(st.sampled_from("rstfqgkhnmljoptTQREYXZabp"), min_size=1, max_size=12))
def test_keys_write_what_the_library_says(keys: str) -> None:
    """Syllable by syllable, where what they write looks like words."""
    written = hangulpy.convert_qwerty_to_hangul(keys)
    if well_formedness(written) >= LEAST_WELL_FORMED:
        assert written in other_keyboard(keys)
