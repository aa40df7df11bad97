"""What is written is read back equal, and no bytes at all make the reader stumble."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from glossary.formats.markdown import read, write, write_short
from glossary.formats.reading import Severity
from tests.glossary.formats.concepts import HOSTILE_LINES, HOSTILE_WORDS, glossaries

if TYPE_CHECKING:
    from glossary.concept import Concept

# A busy machine is no reason to fail: what is asked here is not how long it takes.
_PATIENTLY = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
_LINES = (
    *HOSTILE_LINES,
    *(f"## {word}" for word in HOSTILE_WORDS),
    "- **Names (ko)**: 가, 나",
    "- **Headword (xx yy)**: a",
    "- **Id**: 1234567890123",
    "- **Domain:** d",
    "- Related: Redis, ?, A",
    "- **Links**: <https://x>, y",
    "- **Image**: x",
    "  - b",
    "\x00",
    "\u202e",
    "\ufffd",
    "(/a??ː/)",
    "- **Nope**: x",
    "\ufeff",
    "\r",
)


@_PATIENTLY
@given(glossaries())
def test_what_is_written_is_read_back_equal(concepts: tuple[Concept, ...]) -> None:
    """Every field survives, whatever stands in it, and the file has no errors."""
    text = write(concepts)
    assert read(write_short(concepts).encode(), "x.md").concepts == concepts
    harvest = read(text.encode(), "x.md")
    assert harvest.concepts == concepts
    errors = [finding for finding in harvest.findings if finding.severity is Severity.ERROR]
    assert len(errors) == (0 if concepts else 1)  # a file without any entry is an error


@_PATIENTLY
@given(glossaries())
def test_writing_twice_changes_nothing(concepts: tuple[Concept, ...]) -> None:
    """The same concepts always give the same file, so that a difference in version control is one in meaning."""
    text = write(concepts)
    assert write(read(text.encode(), "x.md").concepts) == text


@_PATIENTLY
@given(st.binary(max_size=300))
@example(b"\xff")
@example(b"\xef\xbb\xbf## A\r\n\tB\r")
def test_any_bytes_give_findings_and_no_exception(data: bytes) -> None:
    """Findings lie within the file."""
    harvest = read(data, "x.md")
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= finding.line <= lines and finding.file == "x.md" for finding in harvest.findings)


@_PATIENTLY
@given(st.lists(st.sampled_from(_LINES), max_size=25))
def test_any_lines_of_a_glossary_give_concepts_that_survive(lines: list[str]) -> None:
    """Findings lie within the file, and what could be read is written and read back equal."""
    harvest = read("\n".join(lines).encode(), "x.md")
    count = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= finding.line <= count for finding in harvest.findings)
    assert read(write(harvest.concepts).encode(), "x.md").concepts == harvest.concepts
