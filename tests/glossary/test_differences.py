"""What differs between two states of a concept, and how a change is taken back."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.concept import Concept, ConceptId, Definition, Image, Label, LabelKind, Link
from glossary.differences import (
    Aspect,
    Change,
    Conflict,
    Difference,
    Segment,
    TakenBack,
    differences,
    segments,
    taken_back,
)
from glossary.rules import LONGEST_DEFINITION
from tests.terms import CHEF, DE, EN, KO, MLOPS, REDIS, SAP_COMPANY, name

SYNONYM = LabelKind.SYNONYM
KEPT, REMOVED, ADDED = Change.KEPT, Change.REMOVED, Change.ADDED


def test_nothing_is_different_between_equal_concepts() -> None:
    """Nor between two that are not there."""
    assert differences(MLOPS, MLOPS) == ()
    assert differences(None, None) == ()


def test_a_changed_headword_is_one_difference() -> None:
    """What went and what came stand together, in their language."""
    after = replace(MLOPS, labels=(name("MLOperations"), *MLOPS.labels[1:]))
    headword = LabelKind.HEADWORD
    assert differences(MLOPS, after) == (Difference(Aspect.HEADWORD, ("MLOps",), ("MLOperations",), EN, headword),)


def test_names_are_told_by_kind_and_language() -> None:
    """A synonym that is now avoided went there and came here."""
    after = replace(MLOPS, labels=(MLOPS.labels[0], name("ML Ops", kind=LabelKind.AVOIDED), MLOPS.labels[2]))
    assert differences(MLOPS, after) == (
        Difference(Aspect.NAMES, ("ML Ops",), (), EN, SYNONYM),
        Difference(Aspect.NAMES, (), ("ML Ops",), EN, LabelKind.AVOIDED),
    )


def test_a_definition_is_laid_over_the_old_one() -> None:
    """Word by word, in its language; that of another language is not mentioned."""
    after = replace(MLOPS, definitions=(Definition("Running models there.", EN), MLOPS.definitions[1]))
    old, new = "Running *models* in production.", "Running models there."
    assert differences(MLOPS, after) == (
        Difference(Aspect.DEFINITION, (old,), (new,), EN, segments=segments(old, new)),
    )


def test_every_other_aspect_is_told_in_order() -> None:
    """Values as forms write them, concepts by their ids."""
    after = replace(
        SAP_COMPANY,
        domain="",
        tags=("erp",),
        related=(CHEF.id,),
        replaced_by=REDIS.id,
        links=(*SAP_COMPANY.links, Link("https://a.example", "https://a.example")),
        image=Image("https://example.com/b.png", "B"),
        contact="",
    )
    assert differences(SAP_COMPANY, after) == (
        Difference(Aspect.DOMAIN, ("company",)),
        Difference(Aspect.TAGS, (), ("erp",)),
        Difference(Aspect.RELATED, (), ("chef",)),
        Difference(Aspect.REPLACED_BY, (), ("redis",)),
        Difference(Aspect.LINKS, (), ("https://a.example",)),
        Difference(Aspect.IMAGE, ("https://example.com/logo.png | Three letters",), ("https://example.com/b.png | B",)),
        Difference(Aspect.CONTACT, ("#erp-team",)),
    )


def test_a_new_concept_is_all_added_and_a_deleted_one_all_removed() -> None:
    """The two are each other's mirror."""
    born, died = differences(None, SAP_COMPANY), differences(SAP_COMPANY, None)
    assert [one.aspect for one in born] == [one.aspect for one in died]
    assert all(one.added and not one.removed for one in born)
    assert [one.added for one in born] == [one.removed for one in died]


@pytest.mark.parametrize(
    ("before", "after", "laid_over"),
    [
        ("", "", ()),
        ("a b", "a b", (Segment("a b", KEPT),)),
        ("", "a b", (Segment("a b", ADDED),)),
        ("a b", "", (Segment("a b", REMOVED),)),
        (
            "one two three.",
            "one new three!",
            (
                Segment("one ", KEPT),
                Segment("two", REMOVED),
                Segment("new", ADDED),
                Segment(" three", KEPT),
                Segment(".", REMOVED),
                Segment("!", ADDED),
            ),
        ),
        (
            "keep one two keep",
            "keep three four keep",
            (Segment("keep ", KEPT), Segment("one two", REMOVED), Segment("three four", ADDED), Segment(" keep", KEPT)),
        ),
        ("모델을 본다", "모델이 본다", (Segment("모델을", REMOVED), Segment("모델이", ADDED), Segment(" 본다", KEPT))),
        (
            "機械学習",
            "深層学習",
            (Segment("機械", REMOVED), Segment("深層", ADDED), Segment("学習", KEPT)),
        ),
        ("a ", "b ", (Segment("a", REMOVED), Segment("b", ADDED), Segment(" ", KEPT))),
    ],
)
def test_texts_are_laid_over_each_other(before: str, after: str, laid_over: tuple[Segment, ...]) -> None:
    """By words, Chinese and Japanese by characters; a space between two changes belongs to them."""
    assert segments(before, after) == laid_over


PROSE = st.text(st.sampled_from("ab 가学.\n"), max_size=30)


@given(PROSE, PROSE)
def test_both_texts_can_be_read_out_of_what_is_laid_over(before: str, after: str) -> None:
    """Nothing is lost, nothing is empty, and two neighbours are of different kinds."""
    laid_over = segments(before, after)
    assert "".join(segment.text for segment in laid_over if segment.change is not ADDED) == before
    assert "".join(segment.text for segment in laid_over if segment.change is not REMOVED) == after
    assert all(segment.text for segment in laid_over)
    assert all(one.change is not other.change for one, other in pairwise(laid_over))


def test_the_longest_definitions_are_laid_over_in_bounded_time() -> None:
    """Two texts without a word in common, each character its own word: the hardest there are."""
    before, after = "天地" * (LONGEST_DEFINITION // 2), "地人天" * (LONGEST_DEFINITION // 3)
    start = time.process_time()
    segments(before, after)
    assert time.process_time() - start < 0.5


def test_the_newest_change_is_taken_back_whatever_it_was() -> None:
    """Making, changing and deleting alike."""
    after = replace(MLOPS, domain="it")
    assert taken_back(after, MLOPS, after) == TakenBack(MLOPS)
    assert taken_back(MLOPS, None, MLOPS) == TakenBack(None)
    assert taken_back(None, MLOPS, None) == TakenBack(MLOPS)


def test_what_others_changed_since_is_kept() -> None:
    """In other fields, and in the same lists."""
    after = replace(MLOPS, domain="it", tags=("a",), labels=(*MLOPS.labels, name("MLO", kind=SYNONYM)))
    labels = (*after.labels, name("엠옵", KO, SYNONYM))
    now = replace(after, contact="#ml", tags=("a", "b"), labels=labels)
    reverted = replace(MLOPS, contact="#ml", tags=("b",), labels=(*MLOPS.labels, labels[-1]))
    assert taken_back(now, MLOPS, after) == TakenBack(reverted)


def test_what_was_removed_comes_back_in_its_place() -> None:
    """And what came since stands behind it."""
    before = replace(MLOPS, tags=("a", "b", "c"))
    after = replace(before, tags=("a", "c"))
    now = replace(after, tags=("a", "c", "d"))
    assert taken_back(now, before, after) == TakenBack(replace(before, tags=("a", "b", "c", "d")))


def test_what_somebody_brought_back_already_does_not_come_twice() -> None:
    """Taking back what is taken back is no fault."""
    before, after = replace(MLOPS, tags=("a", "b")), replace(MLOPS, tags=("a",))
    assert taken_back(replace(MLOPS, tags=("a", "b", "c")), before, after) == TakenBack(
        replace(MLOPS, tags=("a", "b", "c"))
    )


@pytest.mark.parametrize(
    ("after", "now", "aspects"),
    [
        (replace(MLOPS, domain="it"), replace(MLOPS, domain="ops"), (Aspect.DOMAIN,)),
        (replace(MLOPS, replaced_by=REDIS.id), MLOPS, (Aspect.REPLACED_BY,)),
        (replace(MLOPS, tags=("a", "b")), replace(MLOPS, tags=("b",)), (Aspect.TAGS,)),
        (
            replace(MLOPS, labels=(name("A"), *MLOPS.labels[1:]), definitions=()),
            replace(MLOPS, labels=(name("B"), *MLOPS.labels[1:]), definitions=(Definition("x", EN),)),
            (Aspect.NAMES, Aspect.DEFINITION),
        ),
        (
            replace(MLOPS, labels=(*MLOPS.labels, name("B", DE))),
            replace(MLOPS, labels=(name("B", DE),)),
            (Aspect.NAMES,),
        ),
        (
            replace(MLOPS, labels=MLOPS.labels[:2]),
            replace(MLOPS, labels=(*MLOPS.labels[:2], name("다른", KO))),
            (Aspect.NAMES,),
        ),
        (
            replace(MLOPS, labels=(MLOPS.labels[0], MLOPS.labels[2])),
            replace(MLOPS, labels=(MLOPS.labels[0], name("ML Ops", kind=LabelKind.AVOIDED))),
            (Aspect.NAMES,),
        ),
        (None, MLOPS, ()),
        (replace(MLOPS, domain="it"), None, ()),
    ],
)
def test_a_change_that_does_not_stand_any_more_is_not_taken_back(
    after: Concept | None, now: Concept | None, aspects: tuple[Aspect, ...]
) -> None:
    """The aspects in the way are named, and no concept comes out that could not be written."""
    assert taken_back(now, MLOPS, after) == Conflict(aspects)


def test_a_concept_that_was_made_and_changed_since_is_not_unmade() -> None:
    """That would take somebody else's work away."""
    assert taken_back(replace(MLOPS, domain="it"), None, MLOPS) == Conflict(())


TEXTS = st.sampled_from(["a", "b", "c"])
LANGUAGES = st.sampled_from([EN, KO, DE])


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    """Draw a small concept, which differs from another in a few values."""
    headwords = draw(st.dictionaries(LANGUAGES, TEXTS, min_size=1))
    labels = [name(text, language) for language, text in headwords.items()]
    other = st.builds(Label, TEXTS, LANGUAGES, st.sampled_from([SYNONYM, LabelKind.AVOIDED]))
    extra = draw(st.lists(other, max_size=3, unique_by=lambda label: (label.text, label.language)))
    labels += [label for label in extra if headwords.get(label.language) != label.text]
    definitions = draw(st.dictionaries(LANGUAGES, TEXTS))
    return Concept(
        ConceptId("one"),
        tuple(labels),
        tuple(Definition(text, language) for language, text in definitions.items()),
        draw(st.sampled_from(["", "it"])),
        tuple(draw(st.lists(TEXTS, unique=True))),
        replaced_by=draw(st.sampled_from([None, ConceptId("x"), ConceptId("y")])),
    )


@given(st.lists(st.none() | concepts(), min_size=1))
def test_any_changes_taken_back_newest_first_give_the_first_state(states: list[Concept | None]) -> None:
    """Whatever happened to a concept, its history leads back."""
    current = states[-1]
    for before, after in reversed(list(pairwise(states))):
        reverted = taken_back(current, before, after)
        assert isinstance(reverted, TakenBack)
        current = reverted.concept
    assert current == states[0]


@given(concepts(), concepts(), concepts())
def test_taking_back_undoes_exactly_the_differences_of_the_change(
    before: Concept, after: Concept, now: Concept
) -> None:
    """Nothing that the change added stays, all that it removed is back, and what it did not touch is as it is now."""
    reverted = taken_back(now, before, after)
    if isinstance(reverted, Conflict):
        assert reverted.aspects
        return
    assert reverted.concept is not None
    there, came = set(reverted.concept.tags), set(after.tags) - set(before.tags)
    if now != after and before.tags != after.tags:
        assert not came & there
    assert set(before.tags) - set(after.tags) <= there
    assert set(now.tags) - set(after.tags) <= there
    if before.domain == after.domain:
        assert reverted.concept.domain == now.domain
    if before.labels == after.labels:
        assert reverted.concept.labels == now.labels
