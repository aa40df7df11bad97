"""Type-ahead."""

from __future__ import annotations

import pytest

from glossary.completing import LONGEST_PREFIX
from glossary.concept import LanguageTag
from tests.glossary.words import small

CATALOGUE = small()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("kube", "Kubernetes"),
        ("K", "Kubernetes"),
        ("쿠버ㄴ", "쿠버네티스"),
        ("ㅋㅂㄴ", "쿠버네티스"),
        ("znqj", "쿠버네티스"),
        ("kubre", "Kubernetes"),
        ("cent", "Data Center"),
        ("datac", "Data Center"),
        ("инфра", "Инфраструктура как код"),
        ("oftwar", "Agile Software Development"),
    ],
)
def test_what_is_typed_so_far_is_completed(typed: str, name: str) -> None:
    """Half a syllable, initials, the other keyboard, a slip, a later word: all lead to the name."""
    assert CATALOGUE.complete(typed)[0][1].text == name


def test_the_language_asked_for_comes_first() -> None:
    """Of names that fit equally well, the reader's."""
    catalogue = small()
    assert catalogue.complete("r", LanguageTag("en"))[0][1].text in {"R", "Redis"}
    assert all(label.text for _, label in catalogue.complete("re", LanguageTag("ko")))


def test_completions_are_few_and_each_concept_stands_once() -> None:
    """A menu has room for some."""
    found = CATALOGUE.complete("c", None, 3)
    assert len(found) == 3
    assert len({concept.id for concept, _ in found}) == 3


@pytest.mark.parametrize("typed", ["", "?", "zzzzzz", "x" * (LONGEST_PREFIX + 1)])
def test_nothing_begins_so(typed: str) -> None:
    """Nothing typed, nothing like it, or too much."""
    assert CATALOGUE.complete(typed) == ()
