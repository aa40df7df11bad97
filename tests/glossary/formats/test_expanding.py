"""How well short forms are found that a text explains, measured on sentences marked up by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind
from glossary.formats.expanding import Expansion, expansions_in
from glossary.formats.languages import ENGLISH
from glossary.formats.proposing import proposed
from tests.glossary.formats.expansions import MARKED
from tests.terms import EN, KO

LEAST_PRECISION = 0.97
LEAST_RECALL = 0.93


def test_what_a_text_explains_is_found() -> None:
    """Nearly all that is found is right, and nearly all that is there is found."""
    found = {(text, (one.short, one.long)) for text, _ in MARKED for one in expansions_in(text)}
    there = {(text, pair) for text, pairs in MARKED for pair in pairs}
    assert len(MARKED) >= 80
    right = found & there
    figures = f"precision {len(right)}/{len(found)}, recall {len(right)}/{len(there)}"
    assert len(right) / len(found) >= LEAST_PRECISION, f"{figures}: {found - there}"
    assert len(right) / len(there) >= LEAST_RECALL, f"{figures}: {there - found}"


@given(st.text("abAB가나 ().,-", max_size=60))
def test_any_text_is_searched(text: str) -> None:
    """What is found stands in the text, the short form being the shorter one."""
    for short, long, at in expansions_in(text):
        assert text[at] == "("
        assert len(short) < len(long)
        assert short in text


def test_the_place_is_that_of_the_brackets() -> None:
    """So that a person can look at it."""
    assert list(expansions_in("Use continuous integration (CI).")) == [Expansion("CI", "continuous integration", 27)]


def test_names_are_proposed_and_not_added() -> None:
    """The other half of an explained short form, and what the first sentence calls the concept; none that it has."""
    concept = Concept(
        ConceptId("a"),
        (Label("CI", EN, LabelKind.HEADWORD), Label("merging", EN)),
        (
            Definition("CI, also known as merging, is good. Continuous integration (CI) is a habit.", EN),
            Definition("씨아이(CI)는 습관이다. 사람들은 CI(continuous integration)라고 한다.", KO),
        ),
    )
    assert [(label.text, label.kind) for label in proposed(concept, ENGLISH)] == [
        ("Continuous integration", LabelKind.SYNONYM),
        ("씨아이", LabelKind.HEADWORD),
    ]
    long = Concept(
        ConceptId("b"),
        (Label("Continuous integration", EN, LabelKind.HEADWORD),),
        (Definition("It is good. Most say continuous integration (CI).", EN),),
    )
    assert proposed(long, ENGLISH) == (Label("CI", EN, LabelKind.ABBREVIATION),)
