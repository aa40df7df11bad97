"""How concepts change, and what is said when they may not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, Definition, Image, Label, LabelKind, LanguageTag, Link, concept_id_of
from glossary.editing import Edited, created, defined, detailed, named, related, translated
from glossary.fields import written_concepts, written_image, written_links, written_names, written_tags
from glossary.rules import MOST_LANGUAGES, MOST_NAMES, Problem, Rule
from tests.terms import CHEF, DE, EN, KO, MLOPS, REDIS, SAP_COMPANY, TERMS, name

CATALOGUE = Catalogue(TERMS)
SYNONYM, AVOIDED = LabelKind.SYNONYM, LabelKind.AVOIDED


def concept(edited: Edited) -> Concept:
    """Take the concept of an edit that has no problems."""
    assert isinstance(edited, Concept), edited
    return edited


def rules(edited: Edited) -> list[tuple[str, Rule]]:
    """List what is wrong with an edit: field and rule."""
    assert not isinstance(edited, Concept)
    return [(problem.field, problem.rule) for problem in edited]


def texts(edited: Edited, kind: LabelKind) -> list[tuple[str, str]]:
    """List the names of one kind, each with its language."""
    return [(label.text, label.language) for label in concept(edited).labels if label.kind is kind]


def kept_names(concept: Concept, language: LanguageTag) -> dict[str, str]:
    """Write what the form for names shows."""
    fields = {
        "synonyms": LabelKind.SYNONYM,
        "abbreviations": LabelKind.ABBREVIATION,
        "misspellings": LabelKind.MISSPELLING,
        "avoided": LabelKind.AVOIDED,
    }
    return {
        field: written_names([label for label in concept.labels if label.kind is kind], language)
        for field, kind in fields.items()
    }


def test_a_new_concept_has_what_the_form_says() -> None:
    """Name, definition, other names and domain are kept in their tidied form."""
    made = created(
        name=" ML\u00a0Ops ", language="EN", definition="a\r\n\r\n\r\nb ", names="엠엘옵스 (ko)", domain=" it "
    )
    assert made == Concept(
        concept_id_of("ml ops", "it", ""),
        (name("ML Ops"), name("엠엘옵스", KO, SYNONYM)),
        (Definition("a\n\nb", EN),),
        "it",
    )


def test_a_concept_without_a_definition_is_a_word_that_waits() -> None:
    """A missing definition is no fault."""
    assert concept(created(name="x", language="en")).definitions == ()


def test_the_id_comes_of_name_domain_and_salt() -> None:
    """The same word again is the same concept, in any case; another meaning, or a salt, is another."""
    ids = [
        concept(created(name=word, language="en", domain=domain, salt=salt)).id
        for word, domain, salt in [("SAP", "", ""), ("sap", "", ""), ("SAP", "company", ""), ("SAP", "", "2")]
    ]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3


def test_the_headword_among_the_other_names_is_left_out() -> None:
    """Who repeats the name means no second one."""
    assert texts(created(name="x", language="en", names="y\nx"), SYNONYM) == [("y", EN)]


def test_every_problem_of_a_form_is_told_at_its_field() -> None:
    """Nobody has to submit a form five times to learn of five faults."""
    made = created(name="\u0301", language="xx", definition="\x00", names="a\u202e", domain="x" * 41)
    assert sorted(rules(made)) == [
        ("definition", Rule.CONTROL_CHARACTER),
        ("domain", Rule.TOO_LONG),
        ("language", Rule.NO_LANGUAGE),
        ("name", Rule.NOTHING_TO_FIND),
        ("names", Rule.WRITING_DIRECTION),
    ]


def test_a_new_concept_needs_a_name_and_a_language() -> None:
    """Everything else may come later."""
    assert rules(created(name=" ", language="")) == [("language", Rule.REQUIRED), ("name", Rule.REQUIRED)]


def test_there_are_not_more_names_than_the_limit() -> None:
    """The headword counts as well."""
    names = "\n".join(f"n{number}" for number in range(MOST_NAMES))
    assert created(name="x", language="en", names=names) == (Problem("names", Rule.TOO_MANY, limit=MOST_NAMES),)


@pytest.mark.parametrize("field", ["language", "names"])
def test_there_are_not_more_languages_than_the_limit(field: str) -> None:
    """A definition counts, and so does a name; the field of the language is told where there is no field of names."""
    labels = tuple(name("x", LanguageTag(f"x-{number}")) for number in range(MOST_LANGUAGES - 1))
    full = Concept(ConceptId("full"), labels, (Definition("d", KO),))
    edited = (
        defined(full, language="en", name="y", definition="")
        if field == "language"
        else translated(full, language="en", name="y", definition="", names="")
    )
    assert edited == (Problem(field, Rule.TOO_MANY, limit=MOST_LANGUAGES),)


def test_a_new_name_stands_instead_of_the_old() -> None:
    """A slip that was mended leaves no trace, and everything else stays as it is."""
    edited = concept(defined(MLOPS, language="en", name="MLOperations", definition="New."))
    assert edited.labels == (name("MLOperations"), *MLOPS.labels[1:])
    assert edited.definitions == (Definition("New.", EN), MLOPS.definitions[1])
    assert (edited.id, edited.related) == (MLOPS.id, MLOPS.related)


def test_a_name_that_is_there_already_changes_places_with_the_headword() -> None:
    """The old headword is still what people ask for."""
    edited = concept(defined(MLOPS, language="en", name="ML Ops", definition="x"))
    assert edited.labels == (name("ML Ops"), name("MLOps", kind=SYNONYM), MLOPS.labels[2])


def test_a_first_headword_in_a_language_takes_a_name_that_is_there() -> None:
    """A name in use becomes the headword, and stands once."""
    before = Concept(ConceptId("a"), (name("a"), name("가", KO, SYNONYM)))
    assert concept(defined(before, language="ko", name="가", definition="")).labels == (name("a"), name("가", KO))


def test_a_headword_and_a_definition_can_be_taken_out_of_one_language() -> None:
    """As long as the concept has a name left in another."""
    edited = concept(defined(MLOPS, language="ko", name="", definition=""))
    assert edited.labels == MLOPS.labels[:2]
    assert edited.definitions == MLOPS.definitions[:1]
    assert rules(defined(CHEF, language="en", name="", definition="x")) == [("name", Rule.REQUIRED)]


def test_a_language_without_a_headword_can_have_a_definition() -> None:
    """Many names are the same in every language, and are written once."""
    edited = concept(defined(MLOPS, language="de", name="", definition="Betrieb."))
    assert edited.labels == MLOPS.labels
    assert edited.definitions == (*MLOPS.definitions, Definition("Betrieb.", DE))


def test_a_translation_brings_its_names_and_touches_no_other_language() -> None:
    """All lines are in the language of the translation, even those that end like another."""
    edited = translated(
        MLOPS, language="de", name="ML-Betrieb", definition="Betrieb.", names="Betrieb (it)\nML-Betrieb"
    )
    assert concept(edited).labels == (*MLOPS.labels, name("ML-Betrieb", DE), name("Betrieb (it)", DE, SYNONYM))


def test_the_names_of_a_translation_stand_instead_of_the_old_ones() -> None:
    """What was taken out of the field is taken out of the concept."""
    edited = translated(MLOPS, language="en", name="MLOps", definition="x", names="Model operations")
    assert texts(edited, SYNONYM) == [("Model operations", EN)]


def test_a_headword_that_changes_places_is_kept_among_the_names_of_a_translation() -> None:
    """It could not stand in the field when the form was opened."""
    edited = translated(MLOPS, language="en", name="ML Ops", definition="x", names="ML Ops\nMLO")
    assert texts(edited, SYNONYM) == [("MLOps", EN), ("MLO", EN)]


def test_a_translation_does_not_turn_an_avoided_name_into_a_good_one() -> None:
    """The same name cannot be both."""
    edited = translated(SAP_COMPANY, language="en", name="SAP", definition="x", names="SAP AG")
    assert edited == (Problem("names", Rule.STANDS_TWICE, "SAP AG"),)


def test_names_are_said_anew_by_kind_and_language() -> None:
    """A name can move from one kind to another; headwords are not in question."""
    edited = named(MLOPS, language=EN, abbreviations="MLO", avoided="ML Ops\n엠옵 (ko)")
    assert concept(edited).labels == (
        MLOPS.labels[0],
        MLOPS.labels[2],
        name("MLO", kind=LabelKind.ABBREVIATION),
        name("ML Ops", kind=AVOIDED),
        name("엠옵", KO, AVOIDED),
    )


def test_one_name_in_two_fields_is_a_problem_at_the_second() -> None:
    """Nobody can tell which of the two was meant; the headword counts as a field."""
    edited = named(MLOPS, language=EN, synonyms="a\n\u0301", misspellings="a", avoided="MLOps")
    assert rules(edited) == [
        ("synonyms", Rule.NOTHING_TO_FIND),
        ("misspellings", Rule.STANDS_TWICE),
        ("avoided", Rule.STANDS_TWICE),
    ]


def test_relations_are_said_by_name() -> None:
    """In any language; what took the place of a concept is one other concept."""
    edited = concept(related(REDIS, CATALOGUE, related="엠엘옵스\nChef", replaced_by="sap (company)"))
    assert edited.related == (MLOPS.id, CHEF.id)
    assert edited.replaced_by == SAP_COMPANY.id


def test_relations_to_what_is_deleted_stay() -> None:
    """They stand in no form, and hold again when the concept is restored."""
    edited = concept(related(MLOPS, CATALOGUE, related="Chef", replaced_by=""))
    assert edited.related == (CHEF.id, ConceptId("gone"))
    waiting = Concept(ConceptId("old"), (name("old"),), replaced_by=ConceptId("gone"))
    assert concept(related(waiting, CATALOGUE, related="", replaced_by="")).replaced_by == "gone"


def test_a_successor_can_be_taken_out() -> None:
    """An empty field says that nothing took the place."""
    assert concept(related(CHEF, CATALOGUE, related="", replaced_by="")).replaced_by is None


def test_no_concept_is_related_to_itself_or_has_two_successors() -> None:
    """And every such fault is told at its field."""
    edited = related(MLOPS, CATALOGUE, related="MLOps\nnone", replaced_by="엠엘옵스\nRedis")
    assert rules(edited) == [
        ("related", Rule.UNKNOWN_CONCEPT),
        ("related", Rule.ITSELF),
        ("replaced_by", Rule.ITSELF),
        ("replaced_by", Rule.TOO_MANY),
    ]


def test_everything_else_is_said_anew_in_one_form() -> None:
    """Five fields, which is what a form can hold."""
    image, link = "https://example.com/a.png | A", "https://example.com"
    edited = concept(detailed(MLOPS, domain=" it ", tags="a,b", links=link, image=image, contact=" #ml "))
    assert (edited.domain, edited.tags, edited.contact) == ("it", ("a", "b"), "#ml")
    assert (edited.links, edited.image) == ((Link(link, link),), Image("https://example.com/a.png", "A"))
    assert edited.labels == MLOPS.labels
    assert edited.related == MLOPS.related


def test_each_of_the_details_is_checked() -> None:
    """Every fault at its field."""
    edited = detailed(MLOPS, domain="x" * 41, tags="x" * 41, links="x", image="x | x", contact="x" * 101)
    assert sorted(rules(edited)) == [
        ("contact", Rule.TOO_LONG),
        ("domain", Rule.TOO_LONG),
        ("image", Rule.NO_WEB_ADDRESS),
        ("links", Rule.NO_WEB_ADDRESS),
        ("tags", Rule.TOO_LONG),
    ]


WORDS = st.sampled_from(["a", "b", "가", "SAP", "Redis", "x (ko)", "MLOps"])
OTHER_KINDS = st.sampled_from([kind for kind in LabelKind if kind is not LabelKind.HEADWORD])
EXTRA = st.lists(st.builds(Label, WORDS, st.sampled_from([EN, KO, DE]), OTHER_KINDS), unique_by=lambda one: one.text)


@given(EXTRA, st.sampled_from([EN, KO, DE]), st.sampled_from(TERMS))
def test_forms_that_are_submitted_untouched_change_nothing(
    extra: list[Label], language: LanguageTag, term: Concept
) -> None:
    """Each form shows the present values, and reading them gives the very same concept."""
    taken = {label.text for label in term.labels}
    labels = (*term.labels, *(label for label in extra if label.text not in taken))
    present = Concept(term.id, labels, term.definitions, term.domain, ("a", "b"), term.related, term.replaced_by)
    catalogue = Catalogue([*(one for one in TERMS if one.id != term.id), present])
    headword, definition = present.headword_in(language), present.definition_in(language)
    said = {"name": headword.text if headword else "", "definition": definition.text if definition else ""}
    synonyms = [label.text for label in labels if (label.kind, label.language) == (SYNONYM, language)]
    successor = [present.replaced_by] if present.replaced_by else []
    assert defined(present, language=language, **said) is present
    assert translated(present, language=language, names="\n".join(synonyms), **said) is present
    assert named(present, language=language, **kept_names(present, language)) is present
    assert (
        related(
            present,
            catalogue,
            related=written_concepts(present.related, catalogue),
            replaced_by=written_concepts(successor, catalogue),
        )
        is present
    )
    more = {
        "domain": present.domain,
        "tags": written_tags(present.tags),
        "links": written_links(present.links),
        "image": written_image(present.image),
        "contact": present.contact,
    }
    assert detailed(present, **more) is present
