"""Finding known phrases at the ends of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some
from rapidfuzz.distance import OSA

from glossary.glued_questions import KO
from glossary.phrases import Cut, Kind, NearWords, expanded, glued_phrases, spaced_phrases


def test_choices_are_written_out() -> None:
    """Every combination, one of which may be nothing."""
    assert list(expanded("(a|b|) _ (c|d)")) == ["a _ c", "a _ d", "b _ c", "b _ d", " _ c", " _ d"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("what", ("what", 0)),
        ("waht", ("what", 1)),
        ("hat", ("what", 1)),
        ("whhat", ("what", 1)),
        ("whet", ("what", 1)),
        ("wxyz", None),
        ("ix", None),
        ("", None),
    ],
)
def test_a_word_is_found_with_one_slip(word: str, found: tuple[str, int] | None) -> None:
    """A letter too many, too few, another one, or two swapped; short words only as they are."""
    assert NearWords(["what", "is"], shortest=4).nearest(word) == found


def test_the_longest_form_around_the_term_is_found() -> None:
    """All forms that fit are given, and each leaves a word."""
    cuts = list(spaced_phrases().cuts(["what", "is", "the", "meaning", "of", "redis"]))
    assert Cut(Kind.ASKING, cuts[0].language, 5, 0) in cuts
    assert all(cut.before + cut.after < 6 for cut in cuts)


def test_any_word_may_stand_in_a_place() -> None:
    """``in the docs`` and ``in the docs folder`` are both beside the question."""
    for words in (["redis", "in", "the", "docs"], ["redis", "in", "the", "docs", "folder"]):
        asides = [cut for cut in spaced_phrases().cuts(words) if cut.kind is Kind.ASIDE]
        assert max(cut.after for cut in asides) == len(words) - 1


def test_a_korean_form_is_found_with_one_slip() -> None:
    """The slip is in one letter, of which a syllable has several."""
    phrases = glued_phrases(KO)
    assert phrases.misspelt_cut("레디스설멍해줘") == Cut(Kind.ASKING, KO, 0, 4, 1)
    assert phrases.misspelt_cut("레디스") is None


WORD = some.text(alphabet="abcde", max_size=9)


@given(some.lists(WORD, max_size=8), WORD)
def test_no_word_is_near_that_is_further_away(words: list[str], word: str) -> None:
    """What is refused quickly is refused rightly: a word is found where one is one slip away, and only there."""
    near = [known for known in words if len(known) >= 4 and OSA.distance(word, known) <= 1]
    found = NearWords(words, shortest=4).nearest(word)
    if word in words:
        assert found == (word, 0)
    elif near:
        assert found is not None
        assert found[0] in near
    else:
        assert found is None
