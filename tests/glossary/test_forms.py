"""In which ways names are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from glossary.forms import Form, forms_of, in_latin_letters, key_of
from glossary.sounds import WordSounds


def forms(name: str) -> dict[Form, set[str]]:
    """Collect the spellings of a name by form."""
    found: dict[Form, set[str]] = {}
    for form, places, spellings in forms_of(["before", name, "뒤"], WordSounds()):
        mine = {letters for place, letters in zip(places, spellings, strict=True) if place == 1}
        found |= {form: mine} if mine else {}
    return found


def test_an_english_name_has_an_acronym_a_numeronym_and_a_sound() -> None:
    """Small words count in one acronym and not in the other."""
    found = forms("Function as a Service")
    assert found[Form.NAME] == {"function as a service"}
    assert found[Form.ACRONYM] == {"faas", "fs"}
    assert found[Form.NUMERONYM] == {"f16e"}
    assert found[Form.SOUND]
    assert Form.INITIALS not in found
    assert Form.ROMANIZED not in found


def test_a_korean_name_has_initials_and_a_latin_spelling() -> None:
    """Words stay apart in what can be compared word by word."""
    found = forms("데이터 센터")
    assert found[Form.NAME] == {"ㄷㅔㅣㅌㅓ ㅅㅔㄴㅌㅓ"}
    assert found[Form.INITIALS] == {"ㄷㅇㅌㅅㅌ"}
    assert found[Form.ROMANIZED] == {"deiteo senteo"}


def test_a_letter_that_no_latin_letter_stands_for_is_only_itself() -> None:
    """The glottal stop has no Latin spelling."""
    assert forms("ʔ") == {Form.NAME: {"ʔ"}}


def test_joined_names_are_found_one_by_one() -> None:
    """A semicolon and parentheses join names."""
    assert forms("Continuous Delivery; CD")[Form.PART] == {"continuous delivery", "cd"}
    assert forms("(Containers as a Service)")[Form.PART] == {"containers as a service"}


@pytest.mark.parametrize("name", ["", "???", "—"])
def test_a_name_without_letters_is_typed_in_no_way(name: str) -> None:
    """Nothing can be looked up by it."""
    assert forms(name) == {}


def test_a_long_name_has_no_acronym() -> None:
    """Nobody types more than a few first letters; a short word has no numeronym."""
    assert Form.ACRONYM not in forms("one two three four five six seven eight nine ten")
    assert Form.NUMERONYM not in forms("Git")


def test_sounds_are_written_in_latin_letters() -> None:
    """Any script, word by word; Latin stays."""
    assert in_latin_letters(["код", "api"]) == "kod api"


def test_keys_know_forms_and_no_spaces() -> None:
    """The same letters in another form are another key."""
    assert key_of("ml ops") == key_of("mlops")
    assert key_of("cd") != key_of("dc")


@given(some.lists(some.text(alphabet="aB c;()/레강ㅏ담 요이-.ñ9", max_size=12), max_size=6))
def test_many_names_have_the_forms_that_each_has_by_itself(names: list[str]) -> None:
    """They are worked on together only because that is quicker."""
    together: dict[int, set[tuple[Form, str]]] = {place: set() for place in range(len(names))}
    for form, places, spellings in forms_of(names, WordSounds()):
        for place, letters in zip(places, spellings, strict=True):
            assert letters
            together[place].add((form, letters))
    for place, name in enumerate(names):
        alone = {(form, letters) for form, _, spellings in forms_of([name], WordSounds()) for letters in spellings}
        assert together[place] == alone
