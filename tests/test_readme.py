"""What the documentation shows is what happens: each console transcript is run again."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TRANSCRIPT = re.compile(r"^```console\n\$ (?P<command>.+)\n(?P<shown>(?:.*\n)*?)```$", re.MULTILINE)


def _transcripts() -> list[tuple[str, str, str]]:
    found = ((page.name, TRANSCRIPT.finditer(page.read_text(encoding="utf-8"))) for page in PAGES)
    return [(name, match["command"], match["shown"]) for name, matches in found for match in matches]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give each page a directory of its own: what one transcript keeps, the next one of the page knows."""
    return {page.name: tmp_path_factory.mktemp(page.stem) for page in PAGES}


@pytest.mark.parametrize(("page", "command", "shown"), _transcripts())
def test_a_transcript_is_what_the_command_prints(page: str, command: str, shown: str, folders: dict[str, Path]) -> None:
    """Run in English, in a directory that is empty when a page begins; `MALMOI_DOCS=write` writes it into the page."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    printed = subprocess.run(
        ["bash", "-c", command],  # noqa: S607 — the commands are written for a shell, and this is the one people have
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folders[page],
        env={"PATH": programs, "LC_ALL": "C.UTF-8", "HOME": str(folders[page])},
        encoding="utf-8",
    ).stdout
    if os.environ.get("MALMOI_DOCS") == "write":
        path = next(path for path in PAGES if path.name == page)
        whole = f"$ {command}\n"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"{whole}{shown}```", f"{whole}{printed}```"), encoding="utf-8")
    else:
        assert printed == shown


def test_there_is_something_to_try() -> None:
    """The README shows a conversation in two languages."""
    assert any("레디스" in command for _, command, _ in _transcripts())
