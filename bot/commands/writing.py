"""The wishes that change an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary.concept import ConceptId, LanguageTag


@dataclass(frozen=True, slots=True)
class Add:
    """Write a new entry; the text is its name, "" when that is still open."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """Write a definition in one line: ``TERM = definition``, ``TERM (ko) = …``."""

    language: LanguageTag | None
    term: str
    definition: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Rewrite the definition in one language: the named one, else the one that the reader sees."""

    concept: ConceptId
    language: LanguageTag | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Translate:
    """Write name and definition in a language that the entry lacks."""

    concept: ConceptId
    language: LanguageTag | None = None
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Names:
    """Change by which names an entry is found."""

    concept: ConceptId
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Relate:
    """Change what an entry is related to, and what took its place."""

    concept: ConceptId
    seen: int = 0


@dataclass(frozen=True, slots=True)
class More:
    """Change domain, tags, links, image and contact."""

    concept: ConceptId
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Meant:
    """Teach a name that was not found: the text is another name of this concept."""

    concept: ConceptId
    text: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Take an entry out, once that is confirmed."""

    concept: ConceptId
    is_confirmed: bool = False


Changing = Edit | Translate | Names | Relate | More
"""The forms of an entry that is there."""
Writing = Add | Put | Changing | Meant | Delete

NAMES: Mapping[str, type[Add | Changing | Meant | Delete]] = {
    "add": Add,
    "edit": Edit,
    "translate": Translate,
    "names": Names,
    "relate": Relate,
    "more": More,
    "meant": Meant,
    "delete": Delete,
}
