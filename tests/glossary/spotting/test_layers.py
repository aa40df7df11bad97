"""Spotting the names of a glossary that changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary.concept import Concept, ConceptId, Label, LabelKind
from glossary.spotting.layers import MOST_CHANGED, Layers, layers_of
from glossary.spotting.spotter import Spotter, spotted
from tests.terms import EN

TEXT = "alpha beta gamma delta alphabet"


def _concept(number: int, *names: str) -> Concept:
    kinds = (LabelKind.HEADWORD, *(LabelKind.SYNONYM,) * len(names))
    return Concept(
        ConceptId(f"c{number}"), tuple(Label(one, EN, kind) for one, kind in zip(names, kinds, strict=False))
    )


def _put(layers: Layers, concept: Concept) -> None:
    layers.change(concept.id, concept)


def _found(layers: Layers) -> list[str]:
    return [TEXT[one.start : one.end] for one in layers.sight().spot(TEXT)]


def test_a_change_is_seen_at_once() -> None:
    """What is new is found, what has gone is not, and old names of what was renamed are not."""
    layers = layers_of([_concept(1, "alpha"), _concept(2, "beta"), _concept(3, "gamma")])
    assert _found(layers) == ["alpha", "beta", "gamma"]
    _put(layers, _concept(4, "delta"))
    _put(layers, _concept(1, "alphabet"))
    layers.change(ConceptId("c2"), None)
    assert _found(layers) == ["gamma", "delta", "alphabet"]


def test_what_was_seen_stays_as_it_was() -> None:
    """A sight may be in use in another thread."""
    layers = layers_of([_concept(1, "alpha")])
    before = layers.sight()
    assert layers.sight() is before
    layers.change(ConceptId("c1"), None)
    assert [one.start for one in before.spot(TEXT)] == [0]
    assert layers.sight().spot(TEXT) == []


def test_many_changes_wear_the_automaton_out() -> None:
    """Up to a number, or a share of what it holds, the small one above it does."""
    layers = layers_of([])
    for number in range(MOST_CHANGED):
        _put(layers, _concept(number, f"name {number}"))
    assert not layers.is_worn()
    _put(layers, _concept(MOST_CHANGED, "one more"))
    assert layers.is_worn()
    large = layers_of([_concept(number, f"name {number}") for number in range(8 * MOST_CHANGED + 8)])
    for number in range(MOST_CHANGED + 1):
        _put(large, _concept(number, f"name {number}"))
    assert not large.is_worn()


def test_what_a_definition_mentions_is_remembered() -> None:
    """Each concept once, in order; those of a name with several meanings together."""
    both = layers_of([_concept(1, "alpha"), _concept(2, "alpha"), _concept(3, "beta")])
    sight = both.sight()
    mentioned = sight.mentioned_in("beta and alpha and beta")
    assert [[meaning.concept.id for meaning in meanings] for meanings in mentioned] == [["c3"], ["c1", "c2"]]
    assert sight.mentioned_in("beta and alpha and beta") is mentioned


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([*TEXT.split(), ""])), max_size=12), st.integers(0, 12))
def test_layers_find_what_one_automaton_finds(changes: list[tuple[int, str]], made_after: int) -> None:
    """Wherever in a series of changes the large automaton was made."""
    present: dict[ConceptId, Concept] = {}
    layers = layers_of([])
    for number, (concept, text) in enumerate(changes):
        if number == made_after:
            layers = layers_of(present.values())
        changed = _concept(concept, text or "nothing")
        if text:
            present[changed.id] = changed
            layers.change(changed.id, changed)
        else:
            present.pop(changed.id, None)
            layers.change(changed.id, None)
    expected = {(one.start, one.end, frozenset(one.meanings)) for one in spotted(TEXT, Spotter(present.values()))}
    assert {(one.start, one.end, frozenset(one.meanings)) for one in layers.sight().spot(TEXT)} == expected
