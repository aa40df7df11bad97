"""What may be written, and what is said about the rest."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.concept import Concept, ConceptId, Definition, Label, LabelKind, LanguageTag
from glossary.rules import (
    LONGEST_ADDRESS,
    LONGEST_DEFINITION,
    LONGEST_DOMAIN,
    LONGEST_NAME,
    MOST_LANGUAGES,
    MOST_NAMES,
    Problem,
    Rule,
    check_address,
    check_definition,
    check_name,
    language_tag_of,
    line_of,
    oversize,
    prose_of,
    read_language,
    tidied,
)

TEXTS = st.text(alphabet=st.sampled_from("a가́é \t\n\r\u2028\ufeff\u200b\xa0"))


def rules_of_name(name: str) -> set[Rule]:
    """Check a name, and list the rules that it breaks."""
    problems: list[Problem] = []
    check_name(name, "name", problems)
    return {problem.rule for problem in problems}


@pytest.mark.parametrize(
    "name", ["MLOps", "레디스", "C++", "C#", "🚀 launch", "نیم‌فاصله", "हिन्दी", "A" * LONGEST_NAME, "O'Reilly"]
)
def test_ordinary_names_of_any_script_may_be_written(name: str) -> None:
    """No rule may stand in the way of a real name, the joiner in a Persian one included."""
    assert rules_of_name(name) == set()


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("A" * (LONGEST_NAME + 1), Rule.TOO_LONG),
        ("\u0301\u0308", Rule.NOTHING_TO_FIND),
        ("...", Rule.NOTHING_TO_FIND),
        ("\u3164\uffa0", Rule.NOTHING_TO_FIND),
        ("a\x07b", Rule.CONTROL_CHARACTER),
        ("a\nb", Rule.CONTROL_CHARACTER),
        ("a\ud800", Rule.CONTROL_CHARACTER),
        ("a\u202egnp.exe", Rule.WRITING_DIRECTION),
        ("a\u2066b\u2069", Rule.WRITING_DIRECTION),
    ],
)
def test_each_bad_name_breaks_its_own_rule(name: str, rule: Rule) -> None:
    """A form says exactly what is wrong, and nothing else."""
    assert rules_of_name(name) == {rule}


def test_a_problem_carries_the_field_the_text_and_the_limit() -> None:
    """The sentence for people needs no other facts."""
    problems: list[Problem] = []
    check_definition("x" * (LONGEST_DEFINITION + 1), "definition", problems)
    assert problems == [Problem("definition", Rule.TOO_LONG, "x" * 60, LONGEST_DEFINITION)]


def test_all_that_is_wrong_with_one_name_is_said_at_once() -> None:
    """Nobody is sent back twice for one name."""
    assert rules_of_name("\u202e\x00" * LONGEST_NAME) == {
        Rule.TOO_LONG,
        Rule.CONTROL_CHARACTER,
        Rule.WRITING_DIRECTION,
        Rule.NOTHING_TO_FIND,
    }


def test_a_definition_may_have_lines_and_tabs_and_no_other_control_characters() -> None:
    """Prose and code have lines; a bell or a zero byte has no place in them."""
    problems: list[Problem] = []
    check_definition("one\n\n\ttwo", "definition", problems)
    assert problems == []
    check_definition("one\x00two", "definition", problems)
    assert [problem.rule for problem in problems] == [Rule.CONTROL_CHARACTER]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com",
        "http://example.com:8080/a?b=c#d",
        "HTTPS://한국어.example/가",
        "https://[::1]/",
        "https://example.com?q",
        "https://example.com/@someone",
    ],
)
def test_web_addresses_may_be_written(address: str) -> None:
    """Ports, other scripts, numbers and fragments are all web addresses."""
    problems: list[Problem] = []
    check_address(address, "links", problems)
    assert problems == []


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.com",
        "javascript:alert(1)",
        "ftp://example.com",
        "https://",
        "https:///path",
        "https://a b",
        "https://example.com/a b",
        "https://example.com:port/",
        "https://bank.example@other.example/",
        "https://example.com/<x>",
    ],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    """Other schemes, spaces, and a host that hides behind a name are not led to."""
    problems: list[Problem] = []
    check_address(address, "links", problems)
    assert [problem.rule for problem in problems] == [Rule.NO_WEB_ADDRESS]


def test_an_address_has_a_greatest_length() -> None:
    """A button that leads somewhere holds no more."""
    problems: list[Problem] = []
    check_address("https://example.com/" + "x" * LONGEST_ADDRESS, "links", problems)
    assert [problem.rule for problem in problems] == [Rule.TOO_LONG]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("ko", "ko"),
        (" pt_br ", "pt-BR"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("eng", "en"),
        ("iw", "he"),
        ("fil", "fil"),
        ("und", "und"),
        ("", None),
        ("xx", None),
        ("prod", None),
        ("klingon!", None),
        ("x-secret", None),
        ("en-" + "a" * 40, None),
    ],
)
def test_language_tags_are_read_into_their_canonical_form(written: str, tag: str | None) -> None:
    """What BCP 47 knows is kept in one spelling; what it does not know is no language."""
    assert language_tag_of(written) == tag


@given(
    st.sampled_from(
        [
            "ko",
            "pt-BR",
            "zh-Hant-TW",
            "sr-Latn",
            "sh",
            "cmn",
            "sgn-us",
            "de-1996",
            "zh-min-nan",
            "in",
            "mo",
            "de-DE-u-co-phonebk",
        ]
    )
)
def test_a_canonical_language_tag_stays_as_it_is(written: str) -> None:
    """Reading a tag twice must give what reading it once gives."""
    tag = language_tag_of(written)
    assert tag is not None
    assert language_tag_of(tag) == tag


def test_a_missing_language_and_a_wrong_one_are_two_problems() -> None:
    """Who wrote nothing is asked for it; who wrote rubbish is told so."""
    problems: list[Problem] = []
    assert read_language(" ", "language", problems) is None
    assert read_language("xx", "language", problems) is None
    assert read_language("ko", "language", problems) == "ko"
    assert [problem.rule for problem in problems] == [Rule.REQUIRED, Rule.NO_LANGUAGE]


@given(TEXTS)
def test_tidying_twice_changes_nothing(text: str) -> None:
    """What is kept is in one form, and in NFC, however often it passes through a form."""
    for tidy in (tidied, line_of, prose_of):
        once = tidy(text)
        assert tidy(once) == once
        assert unicodedata.is_normalized("NFC", once)


def test_prose_keeps_its_paragraphs_and_nothing_more() -> None:
    """Line ends of every system become one, and any number of empty lines becomes one."""
    assert prose_of("\ufeff a\r\n\r\n \r\n\rb  c\u2028d \n") == "a\n\nb  c\nd"


def test_a_line_keeps_one_space_between_words() -> None:
    """The spaces of word processors and of Korean keyboards are spaces."""
    assert line_of("\u200b ML\xa0\u3000 Ops\t") == "ML Ops"


def test_a_whole_concept_has_the_limits_of_its_fields() -> None:
    """Each name and text, how many names and languages there are, and the domain."""
    head = Label("x" * (LONGEST_NAME + 1), LanguageTag("en"), LabelKind.HEADWORD)
    names = tuple(Label(f"n{number}", LanguageTag(f"l{number}")) for number in range(MOST_NAMES))
    texts = (Definition("x" * (LONGEST_DEFINITION + 1), LanguageTag("en")),)
    large = Concept(ConceptId("a"), (head, *names), texts, domain="x" * (LONGEST_DOMAIN + 1))
    assert [(problem.field, problem.rule, problem.limit) for problem in oversize(large)] == [
        ("name", Rule.TOO_LONG, LONGEST_NAME),
        ("definition", Rule.TOO_LONG, LONGEST_DEFINITION),
        ("domain", Rule.TOO_LONG, LONGEST_DOMAIN),
        ("names", Rule.TOO_MANY, MOST_NAMES),
        ("languages", Rule.TOO_MANY, MOST_LANGUAGES),
    ]
    assert oversize(Concept(ConceptId("a"), (Label("Redis", LanguageTag("en"), LabelKind.HEADWORD),))) == ()
