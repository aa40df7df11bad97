"""What is said about files and entries that cannot be read, or only with a doubt."""

from __future__ import annotations

import pytest

from glossary.concept import ConceptId
from glossary.formats.markdown import LARGEST_FILE, read, write
from glossary.formats.reading import Harvest, Rule, Severity


def found(text: str) -> Harvest:
    """Read a text as a file."""
    return read(text.encode(), "words.md")


REFUSED = [
    ("", [(Rule.NO_HEADING, 1, "")]),
    ("# Title\nprose\n", [(Rule.NO_HEADING, 1, "")]),
    ("##\ntext\n", [(Rule.NO_NAME, 1, "")]),
    ("## A\n\n## B\nb\n", [(Rule.NO_TEXT, 1, "A")]),
    ("## A\n```\n\n```\n", [(Rule.NO_TEXT, 1, "A")]),
    ("## A\n### ko\n### en\nb\n", [(Rule.NO_TEXT, 2, "ko")]),
    ("## A\n### en\na\n### English\nb\n", [(Rule.DEFINITION_TWICE, 4, "English")]),
    ("## A\na\n### English\nb\n", [(Rule.DEFINITION_TWICE, 3, "English")]),
    ("## A\n```\na\n", [(Rule.UNCLOSED_FENCE, 2, "A")]),
    ("## A\n```\na\n\n## B\n\n```\nb\n```\n", [(Rule.UNCLOSED_FENCE, 2, "A")]),
    ("## A\na\n\n~~~\n```\n## B\nb\n", [(Rule.UNCLOSED_FENCE, 4, "A")]),
    ("## A\na\x00\x01\n", [(Rule.CONTROL_CHARACTER, 2, "U+0000")]),
    ("\x1f\n## A\na\n", [(Rule.CONTROL_CHARACTER, 1, "U+001F")]),
    ("## A\na\u202eb\n", [(Rule.BIDI_CONTROL, 2, "U+202E")]),
    ("## A\n- Headword (en): B\n", [(Rule.HEADWORD_TWICE, 2, "B")]),
    ("## A\n- Id: 1234567890123\n", [(Rule.BAD_ID, 2, "1234567890123")]),
    ("## A\n- Id:\n", [(Rule.BAD_ID, 2, "")]),
]
WARNED = [
    ("## A\n- Tags: x\n- **Nope**: x\n", [(Rule.UNKNOWN_KEY, 3, "Nope")]),
    ("## A\n- Domain: x\n- Domain: y\n", [(Rule.KEY_TWICE, 3, "y")]),
    ("## A\n- Names: b, c\n- Avoided: b\n", [(Rule.NAME_REPEATED, 3, "b")]),
    ("## A\n- Names (mine!): b\n", [(Rule.UNKNOWN_LANGUAGE, 2, "mine!")]),
    ("## A\n- Links: [x](ftp://x)\n", [(Rule.BAD_ADDRESS, 2, "[x](ftp://x)")]),
    ("## A\n- Links: https://x, y\n", [(Rule.BAD_ADDRESS, 2, "y")]),
    ("## A\n- Image: https://x\n", [(Rule.BAD_ADDRESS, 2, "https://x")]),
    ("## A\n- Image: ![](https://x)\n", [(Rule.BAD_ADDRESS, 2, "![](https://x)")]),
    ("## A\n- Related: B\n", [(Rule.UNKNOWN_TERM, 2, "B")]),
    ("## A\n- Replaced by: id:b\n", [(Rule.UNKNOWN_TERM, 2, "id:b")]),
    ("## A\nna\ufffdve\n", [(Rule.DAMAGED_TEXT, 2, "na\ufffdve")]),
    ("## A\ncafÃ© and https://x.test/?a/ and /a?b/\n", [(Rule.DAMAGED_TEXT, 2, "Ã©")]),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_a_bad_entry_is_refused_with_its_line(text: str, expected: list[tuple[Rule, int, str]]) -> None:
    """The other entries stay usable."""
    harvest = found(text + "\n## Good\ngood\n" if text.startswith("## ") and "~~~" not in text else text)
    assert [(one.rule, one.line, one.text) for one in harvest.findings] == expected
    assert harvest.findings[0].severity is Severity.ERROR
    assert "A" not in {concept.headword.text for concept in harvest.concepts} or expected[0][1] == 1


@pytest.mark.parametrize(("text", "expected"), WARNED)
def test_a_doubtful_entry_is_taken_with_a_warning(text: str, expected: list[tuple[Rule, int, str]]) -> None:
    """What is in doubt is named, with its line."""
    harvest = found(text)
    assert [(one.rule, one.line, one.text) for one in harvest.findings] == expected
    assert harvest.findings[0].severity is Severity.WARNING
    assert harvest.concepts[0].headword.text == "A"


def test_the_entry_after_a_forgotten_mark_is_usable() -> None:
    """A fence that follows an entry's heading is that entry's own."""
    assert [one.headword.text for one in found("## A\n```\na\n\n## B\n\n```\nb\n```\n").concepts] == ["B"]


@pytest.mark.parametrize(
    ("text", "rule", "what"),
    [
        ("## A\na\n\n## a\nb\n", Rule.NAME_TWICE, "a"),
        ("## A\n- Id: x\n\n## B\n- Id: x\n", Rule.ID_TWICE, "x"),
    ],
)
def test_the_same_entry_twice_names_both_lines(text: str, rule: Rule, what: str) -> None:
    """The first is taken, the second refused."""
    harvest = found(text)
    (finding,) = harvest.findings
    assert (finding.rule, finding.text, finding.line, finding.other_line) == (rule, what, 4, 1)
    assert len(harvest.concepts) == 1


def test_entries_of_one_name_are_told_apart() -> None:
    """By domain or by id; a reference to the bare name leads to none of them."""
    harvest = found("## A (x)\na\n\n## A (y)\n- Id: y\n\nb\n\n## B\n- Related: A, A (y)\n")
    assert [one.rule for one in harvest.findings] == [Rule.AMBIGUOUS_TERM]
    assert harvest.concepts[2].related == (ConceptId("y"),)
    twins = found("## A\n- Id: x\n\n## A\n- Id: y\n- Related: id:x\n").concepts
    assert twins[1].related == ("x",)
    assert found(write(twins)).concepts == twins


def test_a_reference_out_of_the_file_is_not_written() -> None:
    """The reader could not know what it means."""
    (concept,) = found("## B\nb\n").concepts
    other = found("## A\n- Related: B\n- Replaced by: B\n\n## B\nb\n").concepts[0]
    assert "Re" not in write([other])
    assert other.related == (concept.id,)


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        ("## A\na\r\n가\r".encode() + b"\xb0\xa1", Rule.NOT_UTF8, 4),
        ("## A\na\n".encode("utf-16"), Rule.NOT_UTF8, 1),
        (b"x" * (LARGEST_FILE + 1), Rule.TOO_LARGE, 1),
    ],
)
def test_a_file_that_is_no_text_is_refused_whole(data: bytes, rule: Rule, line: int) -> None:
    """The finding names the line of the first bad byte."""
    harvest = read(data, "x.md")
    assert harvest.concepts == ()
    assert [(finding.rule, finding.line) for finding in harvest.findings] == [(rule, line)]
