"""Words that sound alike, over scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import sounds
from glossary.sounds import skeleton_of, sounds_alike
from glossary.spelling import words


def sound_of(text: str) -> str:
    """Fold a text, and give its sound."""
    return sounds.sound_of(words(text))


ANY = st.text(max_size=60) | st.text("abceghiorstuwxy 가나은을츠 カ容и", max_size=40)


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("container", "KoNTeiNa"),
        ("컨테이너", "KaNTeiNa"),
        ("server", "SaBa"),
        ("서버", "SaBa"),
        ("sandbox", "SeNDBoKS"),
        ("샌드박스", "SeNDBaKS"),
        ("k8s", "K8S"),
        ("knight", "NaiT"),
        ("phone", "PoN"),
        ("edge", "eJi"),
        ("엣지", "eJi"),
        ("에지", "eJi"),
        ("rediseu", "LeDiS"),
        ("레디스", "LeDiS"),
        ("!?", ""),
        ("", ""),
    ],
)
def test_a_word_has_a_sound(text: str, sound: str) -> None:
    """English by its spelling rules, Korean by its syllables, romanized Korean by its own."""
    assert sound_of(text) == sound


@pytest.mark.parametrize(
    ("korean", "english", "other"),
    [
        ("리모트 프러시저 콜", "remote procedure call", "remote control"),
        ("데브섹옵스", "DevSecOps", "DevOps"),
        ("아키텍처", "architecture", "archetype"),
        ("캐시", "cache", "catch"),
        ("스레드", "thread", "tree"),
        ("커넥션", "connection", "collection"),
        ("퀵 스타트", "quick start", "kick off"),
        ("하이라이트", "highlight", "hypervisor"),
        ("액세스", "access", "axis"),
        ("가디언", "guardian", "garden"),
    ],
)
def test_a_borrowed_word_is_nearest_to_its_origin(korean: str, english: str, other: str) -> None:
    """The English word sounds more like it than another one of the same kind."""
    sound = sound_of(korean)
    assert sounds_alike(sound, sound_of(english)) > sounds_alike(sound, sound_of(other))


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("애텀", "아톰"),
        ("포토숍", "포토샵"),
        ("에지", "엣지"),
        ("데이타", "데이터"),
        ("클라우드", "keullaudeu"),
        ("컨텐츠", "콘텐츠"),
    ],
)
def test_variants_of_a_borrowed_word_sound_nearly_equal(one: str, another: str) -> None:
    """A vowel more or less, or another one, is forgiven."""
    assert sounds_alike(sound_of(one), sound_of(another)) >= 0.7


@pytest.mark.parametrize(
    ("written", "latin"),
    [("カオスエンジニアリング", "kaosuenjiniaringu"), ("容器", "rongqi"), ("redaktor", "редактор")],
)
def test_other_scripts_sound_like_their_latin_forms(written: str, latin: str) -> None:
    """Whichever side is written in Latin letters."""
    assert sounds_alike(sound_of(written), sound_of(latin)) >= 0.9


@given(ANY)
def test_a_sound_is_consonants_vowels_and_digits(text: str) -> None:
    """Whatever the text: no space and no other letter; and it is itself as alike as can be."""
    sound = sound_of(text)
    assert all(character in "BCDGHJKLMNPSTaeiou" or character.isdigit() for character in sound)
    assert sounds_alike(sound, sound) == 1.0


@given(ANY, ANY)
def test_likeness_is_a_share_and_knows_no_order(first: str, second: str) -> None:
    """0 … 1, the same from both sides."""
    likeness = sounds_alike(sound_of(first), sound_of(second))
    assert 0 <= likeness <= 1
    assert likeness == sounds_alike(sound_of(second), sound_of(first))


@given(ANY)
def test_a_skeleton_of_a_skeleton_is_itself(text: str) -> None:
    """Only consonants are left, and voice is gone."""
    skeleton = skeleton_of(sound_of(text))
    assert skeleton_of(skeleton) == skeleton
    assert not set(skeleton) & set("BGDJCaeiou")


def test_the_words_that_are_kept_are_bounded() -> None:
    """After so many, it begins anew."""
    known = sounds.WordSounds(most=2)
    assert sounds.sounds_of([["code"], ["test", "code"], ["data"]], known) == [
        sound_of("code"),
        sound_of("test code"),
        sound_of("data"),
    ]
    assert len(known) == 1


@given(st.lists(st.lists(st.sampled_from(["kit", "tin", "set", "키트", "트리", "ㅋ", "3", "s", "a"]), max_size=4)))
def test_many_names_sound_as_each_by_itself(names: list[list[str]]) -> None:
    """Where two words meet, a sound that both have is said once."""
    assert sounds.sounds_of(names, sounds.WordSounds()) == [sounds.sound_of(name) for name in names]
