"""What does a glossary look like with nothing left out, a line for each concept? The format for machines and backups.

One JSON object a line (jsonlines.org), the fields of ``Concept`` by their names, empty ones left out. It is read while
it arrives.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from glossary.concept import ConceptId, LabelKind
from glossary.formats.entries import Draft, Entry, Name, Text, checked
from glossary.formats.languages import ENGLISH
from glossary.formats.lines import is_too_long, lines_of
from glossary.formats.reading import Finding, Rule, Taken
from glossary.formats.resolving import told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.concept import Concept, Definition, LanguageTag

HISTORY: Final = "history"
"""With what a line begins that says what happened to an entry, and is none: whoever keeps histories reads it."""
_KEYS: Final = frozenset(
    (
        "id",
        "labels",
        "definitions",
        "domain",
        "tags",
        "related",
        "replaced_by",
        "links",
        "image",
        "contact",
        "confirmed",
    )
)
_KINDS: Final = frozenset(LabelKind)
_OF_HISTORY: Final = f'{{"{HISTORY}":'.encode()


def read(pieces: Iterable[bytes], file: str, language: LanguageTag = ENGLISH) -> Iterator[Taken | Finding]:
    """Read the lines as they arrive. References are ids, and are not looked up: they may lead to other files."""
    for draft in told_apart(_drafts(pieces, file, language), file, may_repeat=False):
        if isinstance(draft, Finding):
            yield draft
        else:
            related = tuple(map(ConceptId, draft.related))
            replaced_by = ConceptId(draft.replaced_by) if draft.replaced_by else None
            yield Taken(replace(draft.concept, related=related, replaced_by=replaced_by), draft.line)


def write(concepts: Iterable[Concept], language: LanguageTag = ENGLISH) -> Iterator[str]:
    """Write a line for each concept; the language makes no difference here, because every text says its own."""
    del language
    for concept in concepts:
        said = {key: value for key, value in asdict(concept).items() if value}
        if concept.definitions:
            said["definitions"] = [_definition(text) for text in concept.definitions]
        if concept.confirmed:
            said["confirmed"] = concept.confirmed.isoformat()
        yield json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def _definition(definition: Definition) -> dict[str, str | bool]:
    said: dict[str, str | bool] = {"text": definition.text, "language": definition.language}
    return {**said, "is_outdated": True} if definition.is_outdated else said


def _drafts(pieces: Iterable[bytes], file: str, language: LanguageTag) -> Iterator[Draft | Finding]:
    count = 0
    for number, line in enumerate(lines_of(pieces), 1):
        if is_too_long(line):
            yield Finding(Rule.TOO_LONG, file, number, "line")
        elif line.startswith(_OF_HISTORY):
            pass
        elif stripped := line.removeprefix(b"\xef\xbb\xbf").strip():
            yield from _draft(stripped, file, number, language)
        else:
            continue
        count += 1
    if not count:
        yield Finding(Rule.NO_ENTRY, file, 1)


def _draft(line: bytes, file: str, number: int, language: LanguageTag) -> Iterator[Draft | Finding]:
    try:
        said = json.loads(line)
    except UnicodeDecodeError as error:
        yield Finding(Rule.BAD_BYTE, file, number, f"0x{line[error.start]:02X}")
        return
    except (ValueError, RecursionError) as error:
        yield Finding(Rule.MALFORMED, file, number, getattr(error, "msg", type(error).__name__))
        return
    try:
        entry = _entry(_mapping(said, "line"), number)
    except _UnexpectedError as error:
        yield Finding(Rule.BAD_VALUE, file, number, error.field)
        return
    for key in said:
        if key not in _KEYS:
            yield Finding(Rule.UNKNOWN_KEY, file, number, key)
    draft, findings = checked(entry, file, language)
    yield from findings
    if draft:
        yield draft


class _UnexpectedError(Exception):
    """A field holds another kind of value than it should."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def _entry(said: dict[str, object], line: int) -> Entry:
    image = _mapping(said.get("image") or {}, "image")
    return Entry(
        line,
        names=[_name(each) for each in _mappings(said, "labels")],
        texts=[_said_text(each) for each in _mappings(said, "definitions")],
        id=_text(said, "id") if "id" in said else None,
        domain=_text(said, "domain"),
        tags=_texts(said, "tags"),
        related=_texts(said, "related"),
        replaced_by=_text(said, "replaced_by"),
        links=[(_text(each, "title"), _text(each, "address")) for each in _mappings(said, "links")],
        image=(_text(image, "address"), _text(image, "alternative_text")) if image else None,
        contact=_text(said, "contact"),
        confirmed=_day(said, "confirmed"),
    )


def _name(said: dict[str, object]) -> Name:
    kind = _text(said, "kind")
    if kind and kind not in _KINDS:
        raise _UnexpectedError("kind")
    return Name(_text(said, "text"), LabelKind(kind) if kind else None, _text(said, "language"))


def _said_text(said: dict[str, object]) -> Text:
    is_outdated = said.get("is_outdated") or False
    if not isinstance(is_outdated, bool):
        raise _UnexpectedError("is_outdated")
    return Text(_text(said, "text"), _text(said, "language"), is_outdated)


def _mapping(said: object, field: str) -> dict[str, object]:
    if not isinstance(said, dict):
        raise _UnexpectedError(field)
    return said


def _text(said: dict[str, object], field: str) -> str:
    value = said.get(field)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _UnexpectedError(field)
    return value


def _day(said: dict[str, object], field: str) -> date | None:
    written = _text(said, field)
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise _UnexpectedError(field) from error


def _list(said: dict[str, object], field: str) -> list[object]:
    value = said.get(field) or []
    if not isinstance(value, list):
        raise _UnexpectedError(field)
    return value


def _texts(said: dict[str, object], field: str) -> list[str]:
    return [_text({field: each}, field) for each in _list(said, field)]


def _mappings(said: dict[str, object], field: str) -> list[dict[str, object]]:
    return [_mapping(each, field) for each in _list(said, field)]
