"""What does a reader give back? Its concepts and its findings: the only place for what all formats share.

A reader is a function ``read(data, name) -> Harvest`` that never raises on what a file may contain; a writer is a
function ``write(concepts) -> str``. Findings carry facts; the sentences for people are made where people are spoken to.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from glossary.concept import Concept, ConceptId, Label


class Severity(StrEnum):
    """What a finding means for the import."""

    ERROR = "error"
    """What stands there is not taken: the whole file, or the one entry."""
    WARNING = "warning"
    """It is taken, and somebody should look at it."""


class Rule(StrEnum):
    """What a finding is about."""

    TOO_LARGE = "too-large"
    """The file has more bytes than the format allows; nothing of it was read."""
    NOT_UTF8 = "not-utf8"
    """The line holds the first byte that is not UTF-8; nothing of the file was read."""
    NO_HEADING = "no-heading"
    """The file has no entry at all."""
    NO_NAME = "no-name"
    """An entry has no name."""
    NO_TEXT = "no-text"
    """An entry, or the part of it for one language, says nothing."""
    UNCLOSED_FENCE = "unclosed-fence"
    """A fenced block begins here and does not end before the next entry."""
    CONTROL_CHARACTER = "control-character"
    """A control character, such as NUL, stands in the entry; the text is its code point, such as ``U+0000``."""
    BIDI_CONTROL = "bidi-control"
    """A character that reorders text, and can make it read as what it is not; the text is its code point."""
    NAME_TWICE = "name-twice"
    """An earlier entry (see ``other_line``) has the same name and the same domain."""
    ID_TWICE = "id-twice"
    """An earlier entry (see ``other_line``) has the same id."""
    BAD_ID = "bad-id"
    """An id is empty or too long."""
    HEADWORD_TWICE = "headword-twice"
    """An entry has two headwords in one language; the text is the second."""
    DEFINITION_TWICE = "definition-twice"
    """An entry is defined twice in one language."""
    NO_ENTRY = "no-entry"
    """The file has no entry at all, and needs no headings."""
    MALFORMED = "malformed"
    """The file breaks the grammar of its format here; the text is what the parser says, in English."""
    BAD_BYTE = "bad-byte"
    """A byte is no text in the encoding of the file; the text is the byte, such as ``0xB0``."""
    BAD_VALUE = "bad-value"
    """A field holds another kind of value than it should; the text is the field."""
    TOO_LONG = "too-long"
    """A field is longer than `rules` allow, or a line longer than any file may make it; the text is the field."""
    TOO_MANY = "too-many"
    """A field holds more values than `rules` allow, or a folder more files; the text is the field."""
    NO_COLUMN = "no-column"
    """The first row of a table names no column with the terms; nothing of the file was read."""
    FORBIDDEN = "forbidden"
    """The file uses what could make a reader run, fetch or grow; the text is the construct."""
    OUTSIDE_FOLDER = "outside-folder"
    """A path leads out of the folder that it came in; nothing of it was read."""
    NO_FRONT_MATTER = "no-front-matter"
    """A page does not begin with a block of fields."""
    EXTRA_NEEDED = "extra-needed"
    """The format needs a package that is not installed; the text is the package."""

    DAMAGED_TEXT = "damaged-text"
    """Characters were lost or misread before the file came here; the text is the place as it stands."""
    UNKNOWN_KEY = "unknown-key"
    """A line of an entry's list begins with a word that is not known; the line was left out."""
    KEY_TWICE = "key-twice"
    """An entry says twice what it can say only once; the first one counts."""
    NAME_REPEATED = "name-repeated"
    """A name is listed twice in one language; the first one counts."""
    UNKNOWN_LANGUAGE = "unknown-language"
    """The language of a list of names is not known; the names' script decided."""
    BAD_ADDRESS = "bad-address"
    """A link or an image is not written as one, or its address is not one that is allowed; it was left out."""
    SURPLUS = "surplus"
    """A field beside the entry holds more values than `rules` allow; those beyond were left out. The text is it."""
    LENGTHY = "lengthy"
    """A value beside the entry is longer than `rules` allow; it was left out. The text is its field."""
    UNKNOWN_TERM = "unknown-term"
    """A term that is referred to is not in the file; the reference was left out."""
    AMBIGUOUS_TERM = "ambiguous-term"
    """A term that is referred to is the name of several entries; the reference was left out."""
    ENCODING = "encoding"
    """The file is not UTF-8 and was read as what it seems to be; the text is the encoding."""
    UNKNOWN_COLUMN = "unknown-column"
    """The first row of a table has a word that is not known; the column was left out."""
    MORE_FINDINGS = "more-findings"
    """So many more findings were made and are not listed; the text is their number."""
    NEAR_DUPLICATE = "near-duplicate"
    """An earlier entry (see ``other_line``) has nearly the same name."""
    CIRCULAR = "circular"
    """A definition says no more than the name that it defines; the text is the name."""
    UNDEFINED_WORD = "undefined-word"
    """A short form stands in several definitions and is no entry; the text is the short form."""
    MISSING_LANGUAGE = "missing-language"
    """An entry is not defined in a language in which most others are; the text is the name."""

    @property
    def severity(self) -> Severity:
        """Tell what a finding of this rule means; one rule always means the same."""
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_WARNINGS = frozenset(
    {
        Rule.DAMAGED_TEXT,
        Rule.UNKNOWN_KEY,
        Rule.KEY_TWICE,
        Rule.NAME_REPEATED,
        Rule.UNKNOWN_LANGUAGE,
        Rule.BAD_ADDRESS,
        Rule.SURPLUS,
        Rule.LENGTHY,
        Rule.UNKNOWN_TERM,
        Rule.AMBIGUOUS_TERM,
        Rule.ENCODING,
        Rule.UNKNOWN_COLUMN,
        Rule.MORE_FINDINGS,
        Rule.NEAR_DUPLICATE,
        Rule.CIRCULAR,
        Rule.UNDEFINED_WORD,
        Rule.MISSING_LANGUAGE,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a file that a person should know of, and where it stands."""

    rule: Rule
    file: str
    line: int
    """1 is the first."""
    text: str = ""
    """What it is about, as it stands in the file."""
    other_line: int | None = None
    """The earlier line that this one collides with."""
    other_file: str = ""
    """Where that line stands, when it is another file."""
    limit: int = 0
    """The number that is exceeded; 0 for rules without one."""

    @property
    def severity(self) -> Severity:
        """Tell what it means for the import."""
        return self.rule.severity


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that a definition seems to give its concept, and where the entry stands that says so."""

    concept: ConceptId
    label: Label
    file: str
    line: int


class Place(NamedTuple):
    """Where an entry begins."""

    file: str
    line: int
    """1 is the first."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A usable entry on its way out of a reader, with the line on which it begins."""

    concept: Concept
    line: int
    proposals: tuple[Proposal, ...] = ()
    file: str = ""
    """The page that it stands on; "" for the file that is read."""


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a file gave: the usable concepts, in the file's order, and the findings, by line."""

    concepts: tuple[Concept, ...] = ()
    findings: tuple[Finding, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    """Names that texts seem to give, for a person to decide; none of them is in a concept."""
    places: Mapping[ConceptId, Place] = field(default_factory=dict, compare=False)
    """Where the entries begin."""


MOST_FINDINGS = 1000
"""Of one file. Whoever has more of them needs no list but another file."""


def capped(items: Iterable[Taken | Finding], file: str) -> Iterator[Taken | Finding]:
    """Pass on every entry and the first findings; the last item says how many findings were left out."""
    count = 0
    for item in items:
        count += isinstance(item, Finding)
        if count <= MOST_FINDINGS or isinstance(item, Taken):
            yield item
    if count > MOST_FINDINGS:
        yield Finding(Rule.MORE_FINDINGS, file, 1, str(count - MOST_FINDINGS))


def gathered(items: Iterable[Taken | Finding], file: str) -> Harvest:
    """Gather what a streaming reader gives of a file."""
    taken: list[Taken] = []
    findings: list[Finding] = []
    for item in items:
        if isinstance(item, Taken):
            taken.append(item)
        else:
            findings.append(item)
    return Harvest(
        tuple(item.concept for item in taken),
        tuple(sorted(findings, key=lambda finding: (finding.file, finding.line))),
        tuple(proposal for item in taken for proposal in item.proposals),
        {item.concept.id: Place(item.file or file, item.line) for item in taken},
    )


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The file is no text at all, and why."""

    finding: Finding


def text_of(data: bytes, name: str, most_bytes: int) -> str | Unreadable:
    r"""Decode a file. Line ends become ``\n``, and a byte order mark goes."""
    if len(data) > most_bytes:
        return Unreadable(Finding(Rule.TOO_LARGE, name, 1, str(len(data))))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        bad = f"0x{data[error.start]:02X}"
        return Unreadable(Finding(Rule.NOT_UTF8, name, before.count(b"\n") + 1, bad))
    return text.replace("\r\n", "\n").replace("\r", "\n")


_BIDI = "\u202a-\u202e\u2066-\u2069"
_UNWANTED = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_BIDI}]")
# A phonetic transcription between slashes in which letters became question marks; U+FFFD, what decoders put for what
# they could not read; and the commonest pairs that UTF-8 read as Latin-1 or Windows-1252 leaves behind.
_DAMAGED = re.compile(
    r"(?<![\w/:.])/(?=[^/\s?]{0,60}\?)(?=[^/\s]{0,60}(?:\?\?|[^\x00-\x7f]))[^/\s]{1,60}/(?!\w)"
    r"|\S{0,20}\ufffd\S{0,20}"
    r"|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|â€[\u0153\u201c\u201d\u2122\u02dc\u00a6]|ï¿½"
)


def unwanted_in(lines: Iterable[str], name: str, first_line: int) -> Iterator[Finding]:
    """Find the first control character and the first bidirectional control; an entry has to be refused only once."""
    seen = set[Rule]()
    for line, text in enumerate(lines, first_line):
        for match in _UNWANTED.finditer(text):
            rule = Rule.BIDI_CONTROL if "\u2000" <= match[0] < "\ud800" else Rule.CONTROL_CHARACTER
            if rule not in seen:
                seen.add(rule)
                yield Finding(rule, name, line, f"U+{ord(match[0]):04X}")


def damaged_in(lines: Iterable[str], name: str, first_line: int) -> Iterator[Finding]:
    """Find damaged characters: the first place of each line."""
    for line, text in enumerate(lines, first_line):
        if match := _DAMAGED.search(text):
            yield Finding(Rule.DAMAGED_TEXT, name, line, match[0])


def one_line(text: str) -> str:
    """Clean what holds no line breaks, such as a name: NFC, single spaces, none around it."""
    return " ".join(unicodedata.normalize("NFC", text).split())
