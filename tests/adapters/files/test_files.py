"""Files are read within limits, and the starter glossary is inside the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from adapters.files import bytes_of, harvest_of, starter
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


def test_no_more_is_read_than_is_asked_for() -> None:
    """A file without end, such as a device, costs that much and no more."""
    assert bytes_of("/dev/zero", 3) == b"\x00" * 3


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Whoever asked gets the error that they expect."""
    with pytest.raises(OSError, match="directory"):
        bytes_of(str(tmp_path), 1)


def test_the_starter_glossary_is_without_a_fault() -> None:
    """What an empty bot knows reads as its writers meant it, each entry in English and in Korean."""
    harvest = starter()
    assert harvest.findings == ()
    assert {concept.headword.text for concept in harvest.concepts} >= {"MLOps", "DevOps", "SAP", "Redis"}
    assert all(
        {definition.language for definition in concept.definitions} == {"en", "ko"} for concept in harvest.concepts
    )
