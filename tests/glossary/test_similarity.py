"""How alike a reading and a name are, and what that is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from glossary import candidates
from glossary.candidates import Candidate
from glossary.catalogue import Catalogue, Hit
from glossary.forms import Form, spaced
from glossary.readings import readings_of
from glossary.scoring import MOST_LEAD, STANDING, ranked, scored, standing, sureness
from glossary.similarity import FEATURES, Features, features_of
from glossary.slips import KINDS, slips_between
from glossary.spelling import words
from glossary.weights import NEARNESS, SURENESS
from tests.glossary.words import concept

WORD = some.text(alphabet="abceot1ㅏㅔㄱㅋ", min_size=1, max_size=8)


def compared(typed: str, name: str, *known: str) -> Features:
    """Compare what was typed, as it is, with a name."""
    one = concept("x", name)
    hit = Hit(one, one.labels[0], Form.NAME, spaced(words(name)))
    return features_of(Candidate(readings_of(typed)[0], hit), known.__contains__)


@pytest.mark.parametrize(
    ("typed", "name", "slips"),
    [
        ("kuberntes", "kubernetes", {"missing_vowel": 1}),
        ("kubrenetes", "kubernetes", {"swapped": 1}),
        ("redsi", "redis", {"swapped": 1}),
        ("rediss", "redis", {"doubled": 1}),
        ("comit", "commit", {"undoubled": 1}),
        ("kontainer", "container", {"confused": 1}),
        ("cintainer", "container", {"vowel": 1}),
        ("cobtainer", "container", {"neighbour": 1}),
        ("cowtainer", "container", {"replaced": 1}),
        ("conainer", "container", {"missing": 1}),
        ("containper", "container", {"extra": 1}),
        ("containewr", "container", {"extra_neighbour": 1}),
        ("conitainer", "container", {"extra_vowel": 1}),
        ("k9s", "k8s", {"digit": 1}),
        ("k8", "k88", {"digit": 1}),
        ("k88s", "k8s", {"digit": 1}),
        ("ㄹㅐㄷㅣㅆㅡ", "ㄹㅔㄷㅣㅅㅡ", {"confused": 2}),
        ("same", "same", {}),
    ],
)
def test_slips_are_told_by_kind(typed: str, name: str, slips: dict[str, int]) -> None:
    """Which letters, and what happened to them."""
    assert slips_between(typed, name) == slips


@given(WORD, WORD)
def test_slips_have_names_that_have_weights(typed: str, name: str) -> None:
    """Every kind of slip is a feature."""
    assert slips_between(typed, name).keys() <= KINDS <= FEATURES.keys()


@given(some.lists(WORD, min_size=1, max_size=3), some.lists(WORD, min_size=1, max_size=3))
def test_every_feature_has_a_meaning_and_a_weight(typed: list[str], name: list[str]) -> None:
    """Nothing is measured that does not count, and nothing counts that is not measured."""
    assert compared(" ".join(typed), " ".join(name)).keys() <= FEATURES.keys()
    assert NEARNESS.keys() == {*FEATURES, "bias"}
    assert SURENESS.keys() == {*FEATURES, *STANDING, "bias"}


def test_what_is_equal_needs_no_comparison() -> None:
    """Only how short it is matters."""
    assert compared("redis", "Redis") == {"cost": 0.0, "equal": 1.0}
    assert compared("c", "C")["equal_short"] == 3.0
    api = concept("x", "API")
    keyed = next(reading for reading in readings_of("메ㅑ") if reading.letters == "api")
    assert features_of(Candidate(keyed, Hit(api, api.labels[0], Form.NAME, "api")), bool)["keyboard_short"] == 1.0


def test_words_are_matched_one_by_one() -> None:
    """Equal ones first, then those that begin so, then those that are like."""
    assert compared("dev agile", "agile development")["disorder"] == 1.0
    assert compared("center data", "data center")["reordered"] == 1.0
    assert "reordered" not in compared("center data", "big data center")
    assert compared("agile dev", "agile development")["words_begun"] > 0
    assert compared("agile centre", "agile center")["words_mended"] > 0
    assert compared("developers", "developer")["inflected"] == 1.0
    assert compared("fine tune", "fine-tuning")["inflected"] == 1.0
    assert compared("agile", "agile development")["prefix"] == 1.0
    assert compared("develop", "agile development")["inside"] == 1.0
    assert compared("agile unknown", "agile")["within"] == 1.0
    assert compared("agile unknown", "agile")["around"] > 0


def test_ordinary_and_known_words_are_no_slips() -> None:
    """A word of a dictionary, or of another name, is likely meant as it is."""
    assert compared("catalysis", "catalyst")["ordinary"] == 1.0
    assert compared("고집하다", "고집되다")["ordinary_derived"] == 1.0
    assert "ordinary" not in compared("kuberntes", "kubernetes")
    assert compared("blue deployment", "canary deployment", "blue")["known"] == 1.0
    assert compared("blue deployment", "canary deployment")["ordinary_among"] == 1.0


def heard(typed: str, name: str) -> Features:
    """Compare a Korean spelling with a name by its sound."""
    reading = next(reading for reading in readings_of(typed) if reading.forms == (Form.SOUND,))
    catalogue = Catalogue((concept("x", name),))
    (candidate,) = candidates.near([reading], catalogue)
    return features_of(candidate, catalogue.knows)


def test_sounds_are_compared_across_scripts() -> None:
    """A borrowed word sounds like the word it was borrowed from."""
    found = heard("컴파일러", "compiler")
    assert found["same_consonants"] == 1.0
    assert "native" not in found or not found["native"]
    assert heard("step 아웃", "step out")["mixed"] == 1.0
    assert "one_word" not in heard("데이터 센터", "data center")


def test_the_nearest_comes_first_and_its_standing_is_told() -> None:
    """Each concept once, by its best name; who is alone has nobody close behind."""
    catalogue = Catalogue((concept("a", "Redis", "Redix"), concept("b", "Radish")))
    found = [scored(one, catalogue.knows) for one in candidates.near(readings_of("redisx"), catalogue)]
    ranking = ranked(found)
    assert [one.candidate.hit.concept.id for one in ranking][:1] == ["a"]
    assert 0 < ranking[0].likelihood < 1
    assert standing(ranking[:1])["alone"] == 1.0
    assert 0 < sureness(ranking) < 1


def test_what_is_equal_needs_no_lead() -> None:
    """There may be others of the same name."""
    catalogue = Catalogue((concept("a", "SAP"), concept("b", "Sap")))
    ranking = ranked(scored(one, catalogue.knows) for one in candidates.equal(readings_of("sap"), catalogue))
    assert len(ranking) == 2
    assert standing(ranking)["lead"] == MOST_LEAD


def test_of_many_candidates_few_are_compared() -> None:
    """However many names are near, by letters or by sound."""
    names = [f"{letter}ontainer" for letter in "abcdefghijklmnopqrstuvwxyz"]
    catalogue = Catalogue(concept(f"c{place}", name) for place, name in enumerate(names))
    for typed in ("xontainerr", "콘테이너"):
        readings = readings_of(typed)
        assert len(candidates.near(readings, catalogue)) <= 2 * candidates.MOST_CANDIDATES
        assert len(candidates.alike(readings, catalogue)) <= candidates.MOST_CANDIDATES
