"""Files in the shapes in which glossaries come, with their hard cases, and exactly what is read from each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from glossary.formats import hugo
from glossary.formats.choosing import format_of, harvest
from glossary.formats.json_lines import write

if TYPE_CHECKING:
    from glossary.formats.reading import Harvest

GOLDEN = Path(__file__).parent / "golden"
EXPECTED = Path(__file__).parent / "expected"
FILES = sorted(path for path in GOLDEN.iterdir() if path.is_file())
"""What the files in ``expected`` hold was read and found right by hand; ``written`` gives the text of a new one."""


def harvest_of(path: Path) -> Harvest:
    """Read a file, by its name, in pieces that break lines and characters anywhere."""
    data = path.read_bytes()
    form = format_of(path.name)
    assert form is not None
    return harvest(form, (data[at : at + 7] for at in range(0, len(data), 7)), path.name)


def site() -> Harvest:
    """Read the folder."""
    pages = sorted((GOLDEN / "site").rglob("*.md"), reverse=True)
    return hugo.read([(str(page.relative_to(GOLDEN / "site")), page.read_bytes()) for page in pages], "site")


def written(harvest: Harvest) -> str:
    """Write down everything that was read, for people to compare."""
    findings = [
        f"{one.severity} {one.rule} {one.file}:{one.line} {json.dumps(one.text, ensure_ascii=False)}"
        + (f" see {one.other_line}" if one.other_line else "")
        for one in harvest.findings
    ]
    proposals = [
        f"proposal {one.file}:{one.line} {one.label.kind} {one.label.language} {one.label.text}"
        for one in harvest.proposals
    ]
    lines = [
        f"{harvest.places[concept.id].line} {line.strip()}"
        for concept, line in zip(harvest.concepts, write(harvest.concepts), strict=True)
    ]
    return "\n".join([*lines, *findings, *proposals]) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_read_as_expected(path: Path) -> None:
    """Concepts with the lines on which they begin, findings and proposals."""
    assert written(harvest_of(path)) == (EXPECTED / f"{path.name}.txt").read_text(encoding="utf-8")


def test_a_folder_is_read_as_expected() -> None:
    """Pages of one name in several languages are one concept, and links between them are references."""
    assert written(site()) == (EXPECTED / "site.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_without_a_telling_name_is_known_by_its_content(path: Path) -> None:
    """Except where the bytes are no UTF-8 and nothing at the beginning says what they are."""
    is_telling = path.name not in {"columns.tsv", "korean-cp949.csv"}
    by_content = format_of("file", path.read_bytes())
    assert (by_content == format_of(path.name)) is is_telling
