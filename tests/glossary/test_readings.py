"""What may have been meant by what was typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from glossary.readings import LONGEST_OTHER_KEYBOARD, MOST_READINGS, Means, plain_reading, readings_of


def letters(text: str, means: Means | None = None) -> list[str]:
    """Collect the letters of the readings that came about in a way (None: as typed)."""
    return [
        reading.letters for reading in readings_of(text) if (means in reading.means if means else not reading.means)
    ]


def test_a_word_is_read_as_typed_first() -> None:
    """The plainest guess costs nothing."""
    first = readings_of("Kubernetes")[0]
    assert (first.letters, first.cost, first.means) == ("kubernetes", 0.0, frozenset())
    assert plain_reading("Kubernetes") == first


def test_a_question_asks_for_what_it_asks_about() -> None:
    """The words of the question are no part of the name."""
    assert "mlops" in letters("what is mlops?", Means.ASKED)
    assert "mlops" in letters("mlops가 뭐야?", Means.ASKED)


def test_the_language_that_is_named_is_kept() -> None:
    """Asking for an answer in a language is not asking for a word."""
    asked = [reading for reading in readings_of("mlops in korean") if reading.letters == "mlops"]
    assert asked[0].language == "ko"


def test_particles_are_taken_off() -> None:
    """레디스에서는 is about 레디스."""
    assert "ㄹㅔㄷㅣㅅㅡ" in letters("레디스에서는", Means.STEM)


def test_both_keyboards_are_read() -> None:
    """The keys are what counts; English that cannot be keystrokes is not read so."""
    assert letters("ㅡㅣㅐㅔㄴ", Means.KEYBOARD) == ["mlops"]
    assert "ㄹㅔㄷㅣㅅㅡ" in letters("fpeltm", Means.KEYBOARD)
    assert letters("xxrstt", Means.KEYBOARD) == []
    assert letters("가" * (LONGEST_OTHER_KEYBOARD + 1), Means.KEYBOARD) == []


def test_initials_letter_names_and_sounds_are_read() -> None:
    """Each is a guess of its own."""
    assert letters("ㅋㅂㄴㅌㅅ", Means.INITIALS) == ["ㅋㅂㄴㅌㅅ"]
    assert letters("씨아이", Means.SPELLED_OUT) == ["ci"]
    assert letters("컨테이너", Means.SOUND)
    assert letters("код", Means.SOUND) == ["kod"]
    assert letters("아이", Means.SOUND) == []
    assert letters("ʔ", Means.SOUND) == []
    assert letters("😀код") == ["код"]


def test_what_has_no_letters_has_no_reading() -> None:
    """Punctuation, emoji and nothing at all are no names."""
    assert plain_reading("?!") is None
    assert readings_of("?!") == readings_of("") == readings_of("😀") == readings_of("++") == ()


@given(some.text(max_size=200))
def test_readings_are_few_and_ordered(text: str) -> None:
    """Any text has few readings, the cheapest first, none without a letter."""
    readings = readings_of(text)
    assert len(readings) <= MOST_READINGS
    assert [reading.cost for reading in readings] == sorted(reading.cost for reading in readings)
    assert all(any(map(str.isalnum, reading.letters)) for reading in readings)
