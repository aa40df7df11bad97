"""Files: a glossary from a path, and the one that ships with the package. Nothing else opens a file to read terms."""

from __future__ import annotations

import errno
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
    from collections.abc import Iterator

PIECE = 1 << 20
"""Bytes read at a time."""
# The package, and the folder in it that holds the terms that an empty bot knows.
STARTER = ("glossary", "terms")


def bytes_of(path: str) -> bytes:
    """Read a file, of which no format takes more than LARGEST_FILE: one byte beyond that is enough to know.

    Raises:
        OSError: It is not there, a directory, not ours to read, or broken.
    """
    with Path(path).open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def text_of(path: str) -> str:
    """Read a whole text.

    Raises:
        OSError: As `bytes_of`, and it is too large.
        UnicodeDecodeError: It is not UTF-8.
    """
    data = bytes_of(path)
    if len(data) > LARGEST_FILE:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return data.decode("utf-8-sig")


@dataclass(frozen=True, slots=True)
class Source:
    """A glossary on the disk: what it gave, and what its format can hold."""

    harvest: Harvest
    keeps: frozenset[Field]


def source_of(path: str, form: Format | None = None) -> Source:
    """Read a file in the format given, or that its name or its beginning tells (Markdown otherwise), or a folder.

    What is wrong in it comes as findings.

    Raises:
        OSError: It is not there, not ours to read, or broken.
    """
    if Path(path).is_dir():
        return Source(hugo.read(_pages(Path(path)), path), FOLDER_KEEPS)
    with Path(path).open("rb") as file:
        beginning = file.read(PIECE)
        form = form or format_of(path, beginning) or MARKDOWN
        pieces = chain([beginning], iter(lambda: file.read(PIECE), b""))
        return Source(harvest(form, pieces, path), form.keeps)


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


def starter() -> Harvest:
    """Read the glossary that ships with the package."""
    package, folder = STARTER
    pages = [page for page in (resources.files(package) / folder).iterdir() if page.name.endswith(".md")]
    harvests = [read(page.read_bytes(), page.name) for page in sorted(pages, key=lambda page: page.name)]
    return Harvest(
        tuple(concept for harvest in harvests for concept in harvest.concepts),
        tuple(finding for harvest in harvests for finding in harvest.findings),
    )
