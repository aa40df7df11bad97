"""What may be written into a glossary? The limits, and the only place that checks text against them.

A check never stops at the first fault: what breaks a rule is noted, and the reading goes on, so that a form can show
every problem at its field. Problems are facts; the sentences are the bot's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from glossary.concept import LanguageTag
from glossary.spelling import loose_key

if TYPE_CHECKING:
    from glossary.concept import Concept

LONGEST_NAME = 80
"""Code points, as for every length here."""
LONGEST_DEFINITION = 4000
LONGEST_DOMAIN = 40
LONGEST_TAG = 40
LONGEST_TITLE = 80
LONGEST_ADDRESS = 500
"""Just under the 512 that Discord takes for a button that leads somewhere."""
LONGEST_ALTERNATIVE_TEXT = 300
LONGEST_CONTACT = 100
LONGEST_LANGUAGE_TAG = 35
"""The size that RFC 5646 (4.4.1) asks every program to bear."""
MOST_NAMES = 50
"""Labels of one concept, of all kinds and languages."""
MOST_LANGUAGES = 40
MOST_TAGS = 20
MOST_LINKS = 6
"""So that the longest links still fit the 4 000 code points of one field of a form."""
MOST_RELATED = 30


class Rule(StrEnum):
    """What can be wrong with what was written."""

    REQUIRED = "required"
    """Nothing is there, or nothing but spaces."""
    TOO_LONG = "too long"
    """More code points than the limit."""
    TOO_MANY = "too many"
    """More values than the limit."""
    NOTHING_TO_FIND = "nothing to find"
    """A name without a letter or digit, such as one of marks only: nobody could ask for it."""
    CONTROL_CHARACTER = "control character"
    """A character that cannot be seen and changes how others are shown, or half of a character."""
    WRITING_DIRECTION = "writing direction"
    """A character that turns the direction of the text after it, and so can show another text than it is."""
    STANDS_TWICE = "stands twice"
    """One name in one language in two fields, or once more beside the headword."""
    NO_LANGUAGE = "no language"
    """Not a language tag that BCP 47 knows."""
    NO_WEB_ADDRESS = "no web address"
    """Not a whole address beginning with http:// or https://."""
    NOT_ENCRYPTED = "not encrypted"
    """The address of an image that does not begin with https://."""
    NO_ALTERNATIVE_TEXT = "no alternative text"
    """An image without a text for those who do not see it."""
    UNKNOWN_CONCEPT = "unknown concept"
    """No concept of the glossary has this name."""
    SEVERAL_CONCEPTS = "several concepts"
    """More than one concept has this name, and no domain tells which."""
    ITSELF = "itself"
    """A concept that is named as related to itself, or as its own successor."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One rule that is broken at one field."""

    field: str
    """The name of the parameter that brought the text, such as ``definition``."""
    rule: Rule
    text: str = ""
    """The part of the field that breaks it, at most SHOWN code points; "" for the field as a whole."""
    limit: int = 0
    """The number that is exceeded; 0 for rules without one."""


SHOWN = 60
"""Code points of the offending text that a problem repeats."""

_LINE_ENDS: Final = re.compile("\r\n?|[\x85\u2028\u2029]")
_EDGES: Final = re.compile(r"\A[\s\ufeff\u200b\u2060]+|[\s\ufeff\u200b\u2060]+\Z")
_FILLERS: Final = dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0"))
"""Hangul letters that are shown as nothing: Unicode's Default_Ignorable_Code_Point."""
_SPACES: Final = re.compile("[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_EMPTY_LINES: Final = re.compile(r"\n(?:[ \t]*\n){2,}")
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_FORBIDDEN_CATEGORIES: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
_WEB_ADDRESS: Final = re.compile(
    r"""
      https?://                          # and no name before the host: https://bank.example@other.example deceives
      (?:\[[0-9a-f:.]+\] | [^\s/?#<>"|@:\[\]]+)
      (?::[0-9]{1,5})?
      (?:[/?#][^\s<>"|]*)?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tidied(text: str) -> str:
    r"""Bring a text into the one form in which it is kept: NFC, line ends ``\n``, nothing unseen around it.

    Tidying twice changes nothing.
    """
    return _EDGES.sub("", unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text)))


def line_of(text: str) -> str:
    """Tidy a text of one line: any run of spaces in it becomes one."""
    return tidied(_SPACES.sub(" ", text))


def prose_of(text: str) -> str:
    """Tidy a text of several lines: at most one empty line stands between two paragraphs."""
    return _EMPTY_LINES.sub("\n\n", tidied(text))


def check_text(text: str, field: str, longest: int, problems: list[Problem], *, allowed: str = "") -> None:
    """Note what is wrong with a tidied text of any field; control characters among `allowed` are none."""
    if len(text) > longest:
        problems.append(Problem(field, Rule.TOO_LONG, text[:SHOWN], longest))
    if any(unicodedata.category(character) in _FORBIDDEN_CATEGORIES for character in text if character not in allowed):
        problems.append(Problem(field, Rule.CONTROL_CHARACTER, text[:SHOWN]))
    if _DIRECTION.search(text):
        problems.append(Problem(field, Rule.WRITING_DIRECTION, text[:SHOWN]))


def check_name(name: str, field: str, problems: list[Problem]) -> None:
    """Note what is wrong with a tidied name that is not empty."""
    check_text(name, field, LONGEST_NAME, problems)
    if not loose_key(name.translate(_FILLERS)):
        problems.append(Problem(field, Rule.NOTHING_TO_FIND, name[:SHOWN]))


def oversize(concept: Concept) -> tuple[Problem, ...]:
    """List what makes a whole concept too large to be kept: its names, definitions, languages and domain.

    No form has seen it as a whole: it came from a file, or of two that were merged. The text of a problem is what is
    too long, and "" where there are too many.
    """
    lengths = (
        ("name", LONGEST_NAME, (label.text for label in concept.labels)),
        ("definition", LONGEST_DEFINITION, (definition.text for definition in concept.definitions)),
        ("domain", LONGEST_DOMAIN, (concept.domain,)),
    )
    long = [
        Problem(field, Rule.TOO_LONG, text[:SHOWN], limit)
        for field, limit, texts in lengths
        for text in texts
        if len(text) > limit
    ]
    if len(concept.labels) > MOST_NAMES:
        long.append(Problem("names", Rule.TOO_MANY, limit=MOST_NAMES))
    languages = {label.language for label in concept.labels} | {one.language for one in concept.definitions}
    if len(languages) > MOST_LANGUAGES:
        long.append(Problem("languages", Rule.TOO_MANY, limit=MOST_LANGUAGES))
    return tuple(long)


def check_definition(definition: str, field: str, problems: list[Problem]) -> None:
    """Note what is wrong with a tidied definition."""
    check_text(definition, field, LONGEST_DEFINITION, problems, allowed="\n\t")


def check_address(address: str, field: str, problems: list[Problem]) -> None:
    """Note what is wrong with a web address."""
    check_text(address, field, LONGEST_ADDRESS, problems)
    if not _WEB_ADDRESS.fullmatch(address):
        problems.append(Problem(field, Rule.NO_WEB_ADDRESS, address[:SHOWN]))


@lru_cache(maxsize=1024)
def language_tag_of(text: str) -> LanguageTag | None:
    """Read a language tag into its canonical form: ``pt_br`` gives ``pt-BR``; None for what BCP 47 does not know.

    The canonical form of a canonical form is itself.
    """
    from langcodes import Language  # noqa: PLC0415 — takes longer to import than most answers take, and few need it
    from langcodes.tag_parser import LanguageTagError  # noqa: PLC0415 — as above

    if len(text) > LONGEST_LANGUAGE_TAG:
        return None
    try:
        language = Language.get(text.strip())
    except LanguageTagError:
        return None
    tag = language.to_tag()
    return LanguageTag(tag) if language.is_valid() and not tag.startswith("x-") else None


def read_language(text: str, field: str, problems: list[Problem]) -> LanguageTag | None:
    """Read the language of a field; None where there is none, which is noted."""
    tag = language_tag_of(text)
    if tag is None:
        problems.append(Problem(field, Rule.NO_LANGUAGE if text.strip() else Rule.REQUIRED, text[:SHOWN]))
    return tag
