"""Files: a glossary from a path, and the one that ships with the package. Nothing else opens a file to read terms."""

from __future__ import annotations

import errno
import os
from importlib import resources
from pathlib import Path

from glossary.formats.markdown import LARGEST_FILE, read
from glossary.formats.reading import Harvest

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


def harvest_of(path: str) -> Harvest:
    """Read a glossary; what is wrong in it comes as findings.

    Raises:
        OSError: As `bytes_of`.
    """
    return read(bytes_of(path), path)


def starter() -> Harvest:
    """Read the glossary that ships with the package."""
    package, folder = STARTER
    pages = [page for page in (resources.files(package) / folder).iterdir() if page.name.endswith(".md")]
    harvests = [read(page.read_bytes(), page.name) for page in sorted(pages, key=lambda page: page.name)]
    return Harvest(
        tuple(concept for harvest in harvests for concept in harvest.concepts),
        tuple(finding for harvest in harvests for finding in harvest.findings),
    )
