"""What stands in the fields of a form, written and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.catalogue import Catalogue
from glossary.concept import Concept, ConceptId, Image, Label, LabelKind, LanguageTag, Link
from glossary.fields import (
    read_concepts,
    read_image,
    read_links,
    read_names,
    read_tags,
    split_language,
    written_concepts,
    written_image,
    written_links,
    written_names,
    written_tags,
)
from glossary.rules import LONGEST_TAG, MOST_LINKS, MOST_RELATED, MOST_TAGS, Problem, Rule, line_of
from tests.terms import EN, KO, MLOPS, REDIS, SAP_COMPANY, SAP_NETWORK, TERMS, name

DEV = LanguageTag("dev")
LINES = st.text(st.sampled_from("ab가(): |,#/"), min_size=1, max_size=8).map(line_of).filter(bool)
NAMES = st.tuples(LINES, st.sampled_from(["", " (ko)", " (en)", "(it)", " (IT)", " (dev)", " (und)"])).map("".join)
LANGUAGES = st.sampled_from([EN, KO, DEV, LanguageTag("pt-BR"), LanguageTag("und")])
LABELS = st.lists(st.builds(Label, NAMES.map(line_of), LANGUAGES), max_size=5, unique=True).map(tuple)


@given(LABELS, LANGUAGES)
def test_names_are_read_as_they_were_written(labels: tuple[Label, ...], language: LanguageTag) -> None:
    """A form that is submitted untouched changes nothing, even where a name ends like a language."""
    known = {label.language for label in labels}
    assert read_names(written_names(labels, language), LabelKind.SYNONYM, language, known) == labels


def test_a_language_is_written_only_where_it_must_be() -> None:
    """Most names are in the language that the form is about."""
    assert (
        written_names((name("model"), name("모델", KO), name("모델 (ko)", EN)), EN)
        == "model\n모델 (ko)\n모델 (ko) (en)"
    )


@pytest.mark.parametrize(
    ("line", "text", "language"),
    [
        ("모델 (ko)", "모델", KO),
        ("모델(ko)", "모델", KO),
        ("modelo (pt-BR)", "modelo", LanguageTag("pt-BR")),
        ("Information Technology (IT)", "Information Technology (IT)", EN),
        ("staging (dev)", "staging (dev)", EN),
        ("staging (prod)", "staging (prod)", EN),
        ("hello (xx)", "hello (xx)", EN),
        ("(ko)", "(ko)", EN),
        ("f()", "f()", EN),
    ],
)
def test_only_a_language_in_brackets_is_a_language(line: str, text: str, language: LanguageTag) -> None:
    """Abbreviations and short words in brackets belong to the name."""
    assert split_language(line, EN, {EN}) == (text, language)


def test_a_language_of_three_letters_counts_where_it_is_known() -> None:
    """Nearly every word of three letters is some language; that of a name which is there already is meant."""
    assert split_language("staging (dev)", EN, {DEV}) == ("staging", DEV)


def test_empty_lines_and_names_that_stand_twice_are_left_out() -> None:
    """Writing a name twice in one field is no fault worth a question."""
    read = read_names("\n a \r\n\na\nb", LabelKind.AVOIDED, EN, ())
    assert read == (name("a", kind=LabelKind.AVOIDED), name("b", kind=LabelKind.AVOIDED))


def twin(number: int, *, text: str = "Twin", domain: str = "") -> Concept:
    """Make one of several concepts of one name."""
    return Concept(ConceptId(f"twin{number}"), (name(text),), domain=domain)


@given(
    st.lists(st.tuples(st.sampled_from(["Twin", "twin", "Twin (x)", "#twin1"]), st.sampled_from(["", "x", "y", "X"])))
)
def test_concepts_are_read_as_they_were_written(drawn: list[tuple[str, str]]) -> None:
    """However alike the names of two concepts are, each is written so that it alone is read."""
    concepts = [twin(number, text=text, domain=domain) for number, (text, domain) in enumerate(drawn)]
    catalogue, problems = Catalogue(concepts), list[Problem]()
    ids = tuple(concept.id for concept in concepts[:MOST_RELATED])
    assert read_concepts(written_concepts(ids, catalogue), "related", catalogue, problems) == ids
    assert problems == []


def test_concepts_are_written_by_name_by_domain_or_by_id() -> None:
    """The shortest that tells them apart; what is not in the catalogue is not written."""
    catalogue = Catalogue((*TERMS, twin(1), twin(2)))
    ids = (REDIS.id, SAP_COMPANY.id, ConceptId("gone"), ConceptId("twin1"))
    assert written_concepts(ids, catalogue) == "Redis\nSAP (company)\n#twin1"


def test_concepts_are_found_by_any_of_their_names() -> None:
    """Who writes in Korean writes the Korean name; case does not matter, and a headword goes before other names."""
    catalogue = Catalogue((*TERMS, Concept(ConceptId("reddis"), (name("Reddis"),))))
    problems: list[Problem] = []
    read = read_concepts("레디스\nsap (NETWORKING)\nreddis\n엠엘옵스", "related", catalogue, problems)
    assert read == (REDIS.id, SAP_NETWORK.id, ConceptId("reddis"), MLOPS.id)
    assert problems == []


def test_a_concept_is_found_by_its_id_where_its_name_is_not_enough() -> None:
    """As it was written."""
    problems: list[Problem] = []
    assert read_concepts("#twin2\nRedis", "related", Catalogue((REDIS, twin(1), twin(2))), problems) == (
        "twin2",
        REDIS.id,
    )
    assert problems == []


def test_unknown_and_doubtful_concepts_are_problems() -> None:
    """A relation to something else than was meant would be worse than a question."""
    problems: list[Problem] = []
    assert read_concepts("nothing\nSAP\nSAP (music)\n#gone", "related", Catalogue(TERMS), problems) == ()
    assert [(problem.rule, problem.text) for problem in problems] == [
        (Rule.UNKNOWN_CONCEPT, "nothing"),
        (Rule.SEVERAL_CONCEPTS, "SAP"),
        (Rule.UNKNOWN_CONCEPT, "SAP (music)"),
        (Rule.UNKNOWN_CONCEPT, "#gone"),
    ]


ADDRESSES = st.sampled_from(["https://example.com", "http://example.com/a,b", "https://example.com/#x"])
LINKS = st.lists(st.one_of(st.builds(Link, LINES, ADDRESSES), ADDRESSES.map(lambda one: Link(one, one))), unique=True)


@given(LINKS.map(lambda links: links[:MOST_LINKS]))
def test_links_are_read_as_they_were_written(links: list[Link]) -> None:
    """A title may hold the very sign that separates it."""
    problems: list[Problem] = []
    assert read_links(written_links(links), "links", problems) == tuple(links)
    assert problems == []


def test_each_link_is_checked() -> None:
    """Every line is told about, and too many are too many."""
    problems: list[Problem] = []
    read_links("Site | example.com\n" + "x" * 81 + " | https://example.com\nhttps://a\n" * 6, "links", problems)
    assert [problem.rule for problem in problems] == [Rule.NO_WEB_ADDRESS, Rule.TOO_LONG]
    problems.clear()
    read_links("\n".join(f"https://example.com/{number}" for number in range(7)), "links", problems)
    assert problems == [Problem("links", Rule.TOO_MANY, limit=6)]


@given(st.none() | st.builds(Image, st.just("https://example.com/a.png"), LINES))
def test_an_image_is_read_as_it_was_written(image: Image | None) -> None:
    """The text for those who do not see it may hold any sign."""
    problems: list[Problem] = []
    assert read_image(written_image(image), "image", problems) == image
    assert problems == []


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("http://example.com/a.png | a", [Rule.NOT_ENCRYPTED]),
        ("https://example.com/a.png", [Rule.NO_ALTERNATIVE_TEXT]),
        ("a.png |", [Rule.NO_WEB_ADDRESS, Rule.NO_ALTERNATIVE_TEXT]),
        ("https://example.com | " + "x" * 301, [Rule.TOO_LONG]),
    ],
)
def test_an_image_is_encrypted_and_told_in_words(line: str, rules: list[Rule]) -> None:
    """Platforms show https images only, and nobody is left out."""
    problems: list[Problem] = []
    read_image(line, "image", problems)
    assert [problem.rule for problem in problems] == rules


def test_tags_are_written_in_one_line() -> None:
    """And read back, each once."""
    problems: list[Problem] = []
    assert written_tags(("data", "사내 용어")) == "data, 사내 용어"
    assert read_tags("data, 사내 용어,, data", "tags", problems) == ("data", "사내 용어")
    assert problems == []


TAGS = st.lists(
    st.text(st.sampled_from("ab가 #-"), min_size=1, max_size=LONGEST_TAG).map(line_of).filter(bool),
    max_size=5,
    unique=True,
)


@given(TAGS.map(tuple))
def test_tags_are_read_as_they_were_written(tags: tuple[str, ...]) -> None:
    """A comma alone separates them."""
    problems: list[Problem] = []
    assert read_tags(written_tags(tags), "tags", problems) == tags
    assert problems == []


def test_tags_are_few_and_short() -> None:
    """Both limits are told about."""
    problems: list[Problem] = []
    assert read_tags("a，b、a,,", "tags", problems) == ("a", "b")
    read_tags(",".join(["x" * 41, *map(str, range(MOST_TAGS))]), "tags", problems)
    assert [problem.rule for problem in problems] == [Rule.TOO_LONG, Rule.TOO_MANY]
