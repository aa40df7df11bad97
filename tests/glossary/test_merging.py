"""What an import would do, asked before it does anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.catalogue import Catalogue
from glossary.clashing import Clash, clashes
from glossary.combining import merged
from glossary.concept import Concept, ConceptId, Definition, Image, Label, LabelKind, Link, concept_id_of
from glossary.formats.choosing import FORMATS, Field, Format, harvest, written
from glossary.formats.mentions import derived_id
from glossary.formats.reading import Proposal
from glossary.lookup import How
from glossary.merging import (
    MOST_GUESSED,
    Added,
    Changed,
    Mode,
    Outcome,
    Refused,
    Unchanged,
    guard_for,
    lacking,
    plan,
    taken_names,
    to_keep,
)
from glossary.rules import MOST_NAMES, MOST_TAGS, Problem, Rule
from tests.glossary.formats.concepts import glossaries
from tests.terms import EN, KO

H, S, A, M = LabelKind.HEADWORD, LabelKind.SYNONYM, LabelKind.ABBREVIATION, LabelKind.MISSPELLING
_PATIENTLY = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
TBX = next(form for form in FORMATS if form.name == "tbx")


def entry(name: str, text: str = "", concept_id: str = "", domain: str = "", names: tuple[Label, ...] = ()) -> Concept:
    """Make a concept as a reader does: without an id of its own it gets one from its name."""
    return Concept(
        ConceptId(concept_id) if concept_id else derived_id(name, domain),
        (Label(name, EN, H), *names),
        (Definition(text, EN),) if text else (),
        domain=domain,
    )


def after(present: tuple[Concept, ...], outcomes: tuple[Outcome, ...]) -> tuple[Concept, ...]:
    """Do what a plan says."""
    catalogue = Catalogue(present)
    for outcome in outcomes:
        match outcome:
            case Added(concept):
                assert concept.id not in catalogue
                catalogue.put(concept)
            case Changed(_, concept):
                catalogue.put(concept)
            case Unchanged() | Refused():
                pass
    return tuple(catalogue)


def test_each_entry_has_its_outcome() -> None:
    """New, changed with its difference, the same, and refused with the name that is taken, in the file's order."""
    redis, kafka = entry("Redis", "a store"), entry("Kafka", "a log", "k", names=(Label("Log", EN, S),))
    better = replace(redis, definitions=(Definition("a fast store", EN),))
    taken = entry("log")
    new = entry("Valkey", "a fork")
    assert plan((redis, kafka, entry("X")), (new, better, taken, entry("X"))) == (
        Added(new),
        Changed(redis, better),
        Refused(taken, (Clash("log", ConceptId("k"), How.ALIAS, is_certain=True),)),
        Unchanged(entry("X")),
    )
    assert Changed(redis, better).fields == ("definitions",)


def test_merging_adds_and_keeps_what_the_file_does_not_say() -> None:
    """Names, texts of other languages, tags and links stay; where both speak, the file wins."""
    before = Concept(
        ConceptId("a"),
        (Label("Redis", EN, H), Label("레디스", KO, H), Label("RD", EN, A)),
        (Definition("old", EN), Definition("오래된 뜻", KO)),
        domain="databases",
        tags=("x", "x"),
        links=(Link("title", "https://x"),),
        contact="@a",
    )
    new = Concept(
        ConceptId("a"),
        (Label("Redis Server", EN, H), Label("RD", EN, S), Label("레디스", KO, S)),
        (Definition("new", EN),),
        tags=("y", "x"),
        related=(ConceptId("a"),),
        links=(Link("", "https://x"), Link("", "https://y")),
        image=Image("https://i", "i"),
        replaced_by=ConceptId("a"),
    )
    (outcome,) = plan((before,), (new,))
    assert isinstance(outcome, Changed)
    assert outcome.after == Concept(
        ConceptId("a"),
        (Label("Redis", EN, S), Label("레디스", KO, H), Label("RD", EN, S), Label("Redis Server", EN, H)),
        (Definition("new", EN), Definition("오래된 뜻", KO)),
        domain="databases",
        tags=("x", "x", "y"),
        related=(ConceptId("a"),),
        replaced_by=ConceptId("a"),
        links=(Link("title", "https://x"), Link("", "https://y")),
        image=Image("https://i", "i"),
        contact="@a",
    )


def test_replacing_keeps_only_what_the_format_cannot_hold() -> None:
    """TBX knows no misspellings, contacts or successors; a synonym that is gone from the file goes."""
    before = replace(
        entry("Redis", "a store", names=(Label("Radis", EN, M), Label("RDS", EN, S))),
        contact="@a",
        links=(Link("t", "https://x"),),
    )
    new = entry("Redis", "b")
    (outcome,) = plan((before,), (new,), Mode.REPLACE, TBX.keeps)
    assert isinstance(outcome, Changed)
    assert outcome.after == replace(new, labels=(*new.labels, Label("Radis", EN, M)), contact="@a")
    assert plan((before,), (new,), Mode.REPLACE) == (Changed(before, new),)
    (kept,) = plan((before,), (new,), Mode.REPLACE, frozenset())
    assert isinstance(kept, Changed)
    assert kept.after == replace(before, definitions=new.definitions)


@pytest.mark.parametrize("mode", Mode)
def test_a_text_that_has_not_changed_stays_as_outdated_as_it_is(mode: Mode) -> None:
    """A format that cannot say so takes no mark away; a new text has none."""
    before = replace(
        entry("A"), definitions=(Definition("x", EN, is_outdated=True), Definition("뜻", KO, is_outdated=True))
    )
    new = replace(entry("A"), definitions=(Definition("x", EN), Definition("새 뜻", KO)))
    (outcome,) = plan((before,), (new,), mode, TBX.keeps)
    assert isinstance(outcome, Changed)
    assert outcome.after.definitions == (Definition("x", EN, is_outdated=True), Definition("새 뜻", KO))


def test_replacing_does_not_put_names_into_another_order() -> None:
    """A format without an order says nothing about it; neither does one without titles of links."""
    before = replace(entry("Redis", "x", names=(Label("B", EN, S), Label("A", EN, S))), links=(Link("t", "https://x"),))
    before = replace(before, definitions=(*before.definitions, Definition("뜻", KO)))
    new = replace(before, labels=(before.labels[0], *before.labels[:0:-1]), definitions=before.definitions[::-1])
    new = replace(new, links=(Link("https://x", "https://x"),))
    keeps = frozenset(Field) - {Field.ORDER, Field.LINK_TITLES}
    assert plan((before,), (new,), Mode.REPLACE, keeps) == (Unchanged(before),)
    assert plan((before,), (new,), Mode.REPLACE) == (Changed(before, new),)


def test_an_entry_is_found_by_its_name_where_its_id_is_none_of_its_own() -> None:
    """Its references lead to what is there; a name without a domain means the only one of that name."""
    present = (entry("Redis", concept_id="r"), entry("SAP", concept_id="s", domain="company"))
    first, second = plan(present, (replace(entry("REDIS", "x"), related=(entry("SAP").id,)), entry("SAP", "y")))
    assert isinstance(first, Changed)
    assert (first.after.id, first.after.related) == ("r", ("s",))
    assert isinstance(second, Changed)
    assert (second.after.id, second.after.domain) == ("s", "company")


def test_entries_of_one_name_are_told_apart_by_their_texts() -> None:
    """Rows that changed places are unchanged, and none of several unknown ones is guessed at."""
    one, two = entry("bps", "bits", "1"), entry("bps", "bytes", "2")
    rows = (entry("bps", "bytes"), replace(entry("bps", "bits"), id=concept_id_of("bps", "", "bits")))
    assert plan((one, two), rows) == (Unchanged(two), Unchanged(one))
    (refused,) = plan((one, two), (entry("bps", "boats"),))
    assert isinstance(refused, Refused)
    assert [(clash.name, clash.concept) for clash in refused.clashes] == [("bps", "1"), ("bps", "2")]


def test_an_id_that_is_taken_by_a_namesake_is_given_anew() -> None:
    """Two rows, of which the first is found by its text under the id that the second would have."""
    own = entry("bps").id
    present = (entry("bps", "bits", own), entry("x"))
    first, second = plan(present, (replace(entry("bps", "bits"), id=ConceptId("other")), entry("bps", "bytes")))
    assert isinstance(first, Unchanged)
    assert isinstance(second, Added)
    assert second.concept.id not in {own, "other"}


def test_a_domain_tells_names_apart() -> None:
    """The same name in another domain is no clash, and neither is a name without letters."""
    present = (entry("SAP", "x", "s", domain="company"), entry("()", "x", "b"))
    outcomes = plan(present, (entry("SAP", "y", "t", domain="networking"), entry("[]", "z", "c")))
    assert isinstance(plan(present, (entry("x", "y", "u", names=(Label("sap", EN, S),)),))[0], Refused)
    assert [type(outcome) for outcome in outcomes] == [Added, Added]


def test_a_reference_to_what_is_refused_is_left_out() -> None:
    """Also one to what is neither in the file nor in the glossary."""
    present = (entry("Log", concept_id="l"),)
    refused = entry("Kafka", concept_id="k", names=(Label("log", EN, S),))
    pointing = replace(entry("Redis"), related=(ConceptId("k"), ConceptId("?"), ConceptId("l")), replaced_by=refused.id)
    outcomes = plan(present, (refused, pointing))
    assert isinstance(outcomes[0], Refused)
    assert outcomes[1] == Added(replace(pointing, related=(ConceptId("l"),), replaced_by=None))


def test_a_reference_that_an_entry_has_already_stays() -> None:
    """What it leads to may be restored, and an import has nothing to say about it."""
    redis = replace(entry("Redis"), related=(ConceptId("gone"),), replaced_by=ConceptId("away"))
    assert plan((redis,), (entry("Redis", "a store"),)) == (
        Changed(redis, replace(redis, definitions=(Definition("a store", EN),))),
    )


def test_an_entry_that_grows_too_large_is_refused_and_lists_beside_it_stop_growing() -> None:
    """Names are what an entry is; tags, links and relations are taken as far as there is room."""
    names = tuple(Label(f"store {number}", EN, S) for number in range(MOST_NAMES - 1))
    redis = replace(entry("Redis"), tags=tuple(map(str, range(MOST_TAGS - 1))))
    (refused,) = plan((redis,), (entry("Redis", names=(*names, Label("one more", EN, S))),))
    assert isinstance(refused, Refused)
    assert refused.problems == (Problem("names", Rule.TOO_MANY, limit=MOST_NAMES),)
    (changed,) = plan((redis,), (replace(entry("Redis"), tags=("a", "b")),))
    assert isinstance(changed, Changed)
    assert changed.after.tags == (*redis.tags, "a")


def test_a_name_found_in_a_text_is_told_only_where_the_entry_will_lack_it() -> None:
    """Not of an entry that is refused, nor one that the entry has already, in any case."""
    redis = entry("Redis", names=(Label("RDS", EN, A),))
    harvested = (entry("Redis", "a store"), entry("REDIS server"), entry("Kafka", "a log"))
    outcomes = (Changed(redis, merged(redis, harvested[0])), Refused(harvested[1], ()), Added(harvested[2]))
    names = ("rds", "server", "KFK")
    proposals = [
        Proposal(one.id, Label(name, EN), "x.csv", line)
        for line, (one, name) in enumerate(zip(harvested, names, strict=True), 2)
    ]
    assert list(lacking(harvested, outcomes, proposals)) == [(harvested[2], proposals[2])]


def test_a_large_file_is_compared_by_spelling_alone() -> None:
    """What is guessed by sound would take minutes."""
    assert (guard_for(MOST_GUESSED), guard_for(MOST_GUESSED + 1)) == (clashes, taken_names)
    clash = Clash("REDIS", ConceptId("r"), How.FOLDED, is_certain=True)
    known = Catalogue((entry("Redis", concept_id="r", domain="databases"),))
    assert taken_names(entry("REDIS"), known) == (clash,)
    assert taken_names(entry("REDIS", domain="plants"), known) == ()
    assert taken_names(entry("Redis", concept_id="r"), known) == ()


def test_what_is_kept_was_confirmed_on_the_day_that_the_file_tells() -> None:
    """Where its format can tell none it is today; a text that was rewritten leaves those in other languages behind."""
    today, earlier = date(2026, 11, 25), date(2026, 1, 2)
    new = entry("Kafka", "a log")
    told = replace(new, confirmed=earlier)
    assert to_keep((Added(new), Refused(new, ())), today, TBX.keeps) == (replace(new, confirmed=today),)
    assert to_keep((Added(new), Added(told)), today, frozenset(Field)) == (new, told)
    before = replace(new, definitions=(*new.definitions, Definition("기록", KO)), confirmed=earlier)
    after = replace(before, definitions=(Definition("another log", EN), before.definitions[1]))
    (kept,) = to_keep((Changed(before, after),), today, TBX.keeps)
    assert (kept.confirmed, [text.is_outdated for text in kept.definitions]) == (today, [False, True])
    (kept,) = to_keep((Changed(before, replace(after, confirmed=today)),), today, frozenset(Field))
    assert kept == replace(after, confirmed=today)


def test_a_guard_decides_about_clashes() -> None:
    """Whoever knows more about names, such as the keyboard on which they were typed, is asked instead."""
    kafka, redis = entry("Kafka", "a log"), entry("Redis")
    seen: list[tuple[Concept | None, tuple[Concept, ...]]] = []

    def guard(concept: Concept, catalogue: Catalogue) -> tuple[Clash, ...]:
        seen.append((catalogue.get(concept.id), tuple(catalogue)))
        return (Clash("x", redis.id, How.CORRECTED, is_certain=concept.headword.text != "Kafka"),)

    known, new = plan((kafka, redis), (kafka, entry("Kavka")), guard=guard)
    assert known == Unchanged(kafka)
    assert isinstance(new, Refused)
    assert seen == [(kafka, (redis, kafka)), (None, (redis,))]
    assert isinstance(plan((kafka, redis), (entry("X", names=(Label("KAFKA", EN, S),)),), guard=clashes)[0], Refused)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(present=glossaries(), exported=glossaries(), mode=st.sampled_from(Mode))
def test_importing_twice_changes_nothing_the_second_time(
    form: Format, present: tuple[Concept, ...], exported: tuple[Concept, ...], mode: Mode
) -> None:
    """Whatever was there, whatever the format keeps, in both modes; what was refused is refused again."""
    found = harvest(form, written(form, exported), "x").concepts
    first = plan(present, found, mode, form.keeps)
    left = after(present, first)
    second = plan(left, found, mode, form.keeps)
    assert [type(one) for one in second] == [Refused if isinstance(one, Refused) else Unchanged for one in first]


@_PATIENTLY
@given(glossaries(), st.sampled_from(Mode))
def test_an_empty_glossary_becomes_the_one_that_was_exported(concepts: tuple[Concept, ...], mode: Mode) -> None:
    """Nothing is refused, and every reference leads where it led."""
    form = next(form for form in FORMATS if form.name == "jsonl")
    outcomes = plan((), harvest(form, written(form, concepts), "x").concepts, mode)
    assert set(after((), outcomes)) == set(concepts)
