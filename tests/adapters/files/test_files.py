"""Files are read within limits, and the starter glossary is inside the package."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from adapters.files import bytes_of, harvest_of, starter, text_of
from glossary.formats.markdown import LARGEST_FILE
from glossary.formats.reading import Rule

if TYPE_CHECKING:
    from pathlib import Path


def test_a_glossary_is_read_with_the_name_of_its_file(tmp_path: Path) -> None:
    """Concepts, and findings that name the file as it was given."""
    file = tmp_path / "terms.md"
    file.write_text("## Redis\nA store.\n## \nLost.\n", encoding="utf-8")
    harvest = harvest_of(str(file))
    assert [concept.headword.text for concept in harvest.concepts] == ["Redis"]
    assert [(finding.rule, finding.file, finding.line) for finding in harvest.findings] == [
        (Rule.NO_NAME, str(file), 3)
    ]


def test_no_more_is_read_than_any_format_takes(tmp_path: Path) -> None:
    """A file without end, such as a device, costs one byte too many and no more."""
    assert len(bytes_of("/dev/zero")) == LARGEST_FILE + 1
    with pytest.raises(OSError, match="too large") as refusal:
        text_of("/dev/zero")
    assert refusal.value.errno == errno.EFBIG
    file = tmp_path / "largest"
    file.write_bytes(b"x" * LARGEST_FILE)
    assert len(text_of(str(file))) == LARGEST_FILE


def test_a_text_comes_without_its_byte_order_mark(tmp_path: Path) -> None:
    """Editors of one system write one; it is no part of the text."""
    file = tmp_path / "note.txt"
    file.write_bytes("\ufeff레디스".encode())
    assert text_of(str(file)) == "레디스"


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_what_is_no_text_is_refused(content: bytes | None, tmp_path: Path) -> None:
    """A directory and a file that is not UTF-8, each with the error that callers expect."""
    path = tmp_path
    if content is not None:
        path = tmp_path / "file"
        path.write_bytes(content)
    with pytest.raises((OSError, UnicodeDecodeError)):
        text_of(str(path))


def test_the_starter_glossary_is_without_a_fault() -> None:
    """What an empty bot knows reads as its writers meant it, each entry in English and in Korean."""
    harvest = starter()
    assert harvest.findings == ()
    assert {concept.headword.text for concept in harvest.concepts} >= {"MLOps", "DevOps", "SAP", "Redis"}
    assert all(
        {definition.language for definition in concept.definitions} == {"en", "ko"} for concept in harvest.concepts
    )
