"""Files: a glossary from a path, and the one that ships with the package. Nothing else opens a file to read terms."""

from __future__ import annotations

import os
from dataclasses import dataclass
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.formats import hugo
from glossary.formats.choosing import FOLDER_KEEPS, MARKDOWN, Field, Format, format_of, harvest
from glossary.formats.markdown import LARGEST_FILE, read
from glossary.formats.reading import Harvest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PIECE = 1 << 20
"""Bytes read at a time."""
# The package, and the folder in it that holds the terms that an empty bot knows.
STARTER = ("glossary", "terms")


def bytes_of(path: str, most: int) -> bytes:
    """Read a file, at most so many bytes of it.

    Raises:
        OSError: It is not there, a directory, not ours to read, or broken.
    """
    with Path(path).open("rb") as file:
        return file.read(most)


@dataclass(frozen=True, slots=True)
class Source:
    """A glossary on the disk: where it is, what it gave, and its format."""

    path: str
    harvest: Harvest
    form: Format | None
    """None for a folder of pages."""

    @property
    def keeps(self) -> frozenset[Field]:
        """Tell what such a file can hold of a concept."""
        return self.form.keeps if self.form else FOLDER_KEEPS


def _unwatched(_bytes: int) -> None:
    """Look at nothing while a file is read."""


def source_of(path: str, form: Format | None = None, watch: Callable[[int], None] = _unwatched) -> Source:
    """Read a file in the format given, or that its name or its beginning tells (Markdown otherwise), or a folder.

    What is wrong in it comes as findings. `watch` is told of each piece how many bytes it has.

    Raises:
        OSError: It is not there, not ours to read, or broken.
    """
    if Path(path).is_dir():
        return Source(path, hugo.read(_watched_pages(Path(path), watch), path), None)
    with Path(path).open("rb") as file:
        beginning = file.read(PIECE)
        form = form or format_of(path, beginning) or MARKDOWN
        pieces = chain([beginning], iter(lambda: file.read(PIECE), b""))
        return Source(path, harvest(form, _watched(pieces, watch), path), form)


def size_of(path: str) -> int | None:
    """Tell how many bytes a file has; None for a folder and for what has no size."""
    return Path(path).stat().st_size or None if Path(path).is_file() else None


def _watched(pieces: Iterable[bytes], watch: Callable[[int], None]) -> Iterator[bytes]:
    for piece in pieces:
        watch(len(piece))
        yield piece


def _watched_pages(folder: Path, watch: Callable[[int], None]) -> Iterator[tuple[str, bytes]]:
    for page in _pages(folder):
        watch(len(page[1]))
        yield page


def harvest_of(path: str) -> Harvest:
    """Read a glossary; what is wrong in it comes as findings.

    Raises:
        OSError: As `source_of`.
    """
    return source_of(path).harvest


def _pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Give the pages of a folder with their paths below it. Links are not followed: they may lead out of it."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not Path(place, name).is_symlink())
        for name in sorted(names):
            page = Path(place, name)
            if page.suffix.casefold() == ".md" and not page.is_symlink():
                with page.open("rb") as file:
                    yield page.relative_to(folder).as_posix(), file.read(LARGEST_FILE + 1)


def write_pages(folder: str, pages: Iterable[tuple[str, str]]) -> None:
    """Write pages below a folder, which is made where it is not there; other pages in it stay.

    Raises:
        OSError: It is a file, or not ours to write into.
    """
    for path, text in pages:
        page = Path(folder, path)
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")


def starter() -> Harvest:
    """Read the glossary that ships with the package."""
    package, folder = STARTER
    pages = [page for page in (resources.files(package) / folder).iterdir() if page.name.endswith(".md")]
    harvests = [read(page.read_bytes(), page.name) for page in sorted(pages, key=lambda page: page.name)]
    return Harvest(
        tuple(concept for harvest in harvests for concept in harvest.concepts),
        tuple(finding for harvest in harvests for finding in harvest.findings),
    )
