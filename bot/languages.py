"""Which language answers? The only place that weighs what people chose, asked for and read.

What speaks for a language, and how soon it counts where only the asker reads the answer, and where others do too:

=========  =======  ======  ===================================================================================
reason     private  public  what it is
=========  =======  ======  ===================================================================================
named      1        1       asked for beside the term: ``mlops in korean``, ``mlops --ko``, an option, a button
chosen     2        6       by this asker, for this bot
question   3        4       the language in which a sentence was put, or a script that says so
locale     4        7       of the asker's platform; it is not a choice, so it comes after the question
channel    5        2       chosen for this channel
workspace  6        3       chosen for the whole workspace
place      7        5       which the platform says is spoken here; no choice either, but about all who read it
default    8        8       English, in which most glossaries are written
=========  =======  ======  ===================================================================================

The first that is there is what the reader gets, and where a concept lacks it the next ones in this order stand in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from glossary.concept import Concept, Definition, Label, LanguageTag
from glossary.named_languages import language_in_words
from glossary.questions import asked_in
from glossary.readings import PLAINLY_ASKED
from glossary.scripts import language_by_script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

DEFAULT = LanguageTag("en")
FARTHEST = 10
"""CLDR's distance up to which one language stands in for another: pt finds pt-BR, and Catalan does not find Spanish."""


class Reason(StrEnum):
    """Why a language is in force."""

    NAMED = "named"
    CHOSEN = "chosen"
    QUESTION = "question"
    LOCALE = "locale"
    CHANNEL = "channel"
    WORKSPACE = "workspace"
    PLACE = "place"
    DEFAULT = "default"


_LATIN = re.compile("[A-Za-z]")
_PRIVATE = tuple(Reason)
_PUBLIC = (
    Reason.NAMED,
    Reason.CHANNEL,
    Reason.WORKSPACE,
    Reason.QUESTION,
    Reason.PLACE,
    Reason.CHOSEN,
    Reason.LOCALE,
    Reason.DEFAULT,
)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for a language; None where nothing does."""

    named: LanguageTag | None = None
    chosen: LanguageTag | None = None
    question: LanguageTag | None = None
    locale: LanguageTag | None = None
    channel: LanguageTag | None = None
    workspace: LanguageTag | None = None
    place: LanguageTag | None = None
    default: LanguageTag | None = DEFAULT


@dataclass(frozen=True, slots=True)
class Voice:
    """The languages in which to answer, and why the first of them comes first."""

    languages: tuple[LanguageTag, ...]
    """The most wanted first; at least one, and none twice."""
    reason: Reason

    @property
    def reader(self) -> LanguageTag:
        """Give the language that is wanted most."""
        return self.languages[0]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The definition to show; None where the concept has none at all."""

    definition: Definition | None
    is_fallback: bool
    """Whether it is in a language that the reader did not ask for."""


@lru_cache(maxsize=4096)
def weighed(grounds: Grounds, *, is_public: bool) -> Voice:
    """Put what speaks for languages in order, as the table at the top of this module has it."""
    reasons = [reason for reason in (_PUBLIC if is_public else _PRIVATE) if getattr(grounds, reason.value)]
    return Voice(wanted(*(getattr(grounds, reason.value) for reason in reasons)), reasons[0])


def wanted(*languages: LanguageTag | None) -> tuple[LanguageTag, ...]:
    """Order languages, the most wanted first; no language twice, English last unless it stands before."""
    return tuple(dict.fromkeys(language for language in (*languages, DEFAULT) if language))


def choose(concept: Concept, reader: LanguageTag, others: Sequence[LanguageTag] = ()) -> Chosen:
    """Choose the definition in the reader's language, else in the first of the others that there is, else any."""
    available = tuple(definition.language for definition in concept.definitions)
    language = nearest(reader, available)
    if language is not None:
        return Chosen(concept.definition_in(language), is_fallback=False)
    for other in others:
        language = nearest(other, available)
        if language is not None:
            return Chosen(concept.definition_in(language), is_fallback=True)
    return Chosen(next(iter(concept.definitions), None), is_fallback=bool(concept.definitions))


def headword_for(concept: Concept, reader: LanguageTag) -> Label:
    """Choose the name to show: the headword in the reader's language, else the concept's first."""
    headwords = tuple(label.language for label in concept.labels if label.kind == "headword")
    language = nearest(reader, headwords)
    return (concept.headword_in(language) if language else None) or concept.headword


@lru_cache(maxsize=4096)
def nearest(language: LanguageTag, available: tuple[LanguageTag, ...]) -> LanguageTag | None:
    """Find the available language that a reader of this one reads as their own; None where there is none."""
    if language in available:
        return language
    # Here and not above: the import takes longer than most answers, and most need no matching.
    from langcodes import closest_supported_match  # noqa: PLC0415

    if not language or not available:
        return None
    if language.partition("-")[0] == "nn" and "nb" in available:
        return LanguageTag("nb")  # CLDR puts Nynorsk farther from Bokmål than its readers do
    from langcodes.tag_parser import LanguageTagError  # noqa: PLC0415

    try:
        found = closest_supported_match(language, list(available), max_distance=FARTHEST)
    except LanguageTagError:
        return None
    return LanguageTag(found) if found else None


def languages_of(concepts: Iterable[Concept]) -> tuple[LanguageTag, ...]:
    """List the languages that these concepts are defined in, the most frequent first."""
    counts: dict[LanguageTag, int] = {}
    for concept in concepts:
        for definition in concept.definitions:
            counts[definition.language] = counts.get(definition.language, 0) + 1
    return tuple(sorted(counts, key=lambda language: (-counts[language], language)))


def language_called(name: str) -> LanguageTag | None:
    """Find a language by its tag or its name in any language: ``ko``, ``korean``, ``한국어로``; None for none."""
    from langcodes import Language, find  # noqa: PLC0415 — as above
    from langcodes.tag_parser import LanguageTagError  # noqa: PLC0415

    name = name.strip()
    if (known := language_in_words(name)) is not None:
        return known
    try:
        tag = Language.get(name)
        if not (tag.is_valid() and tag.language):
            return None
    except LanguageTagError:
        try:
            tag = find(name)
        except LookupError:
            return None
        if tag.language not in _languages_with_a_name():
            return None
    plain = Language.make(tag.language, script=tag.script, territory=tag.territory)  # no calendars, no private parts
    return LanguageTag(plain.to_tag())


@cache
def _languages_with_a_name() -> frozenset[str]:
    """Give the languages that CLDR names in English: a word may be the name of one of seven thousand others."""
    from babel import Locale  # noqa: PLC0415 — as above

    return frozenset(Locale("en").languages)


def sentence_language(text: str, is_name: Callable[[str], bool]) -> LanguageTag | None:
    """Tell in which language a sentence asks something; None where there is none, or its script alone tells as much.

    What is a name as it stands is none: "definition of done" is a term. It is asked first, because most of what is
    typed is a name, and taking a text for a sentence costs more.
    """
    has_script = language_by_script(text) is not None
    if (has_script or text.isascii()) and " " not in text.strip():
        return None  # a bare word, which says no more than its script
    if (has_script and not _LATIN.search(text)) or is_name(text):
        return None
    asked = (part.language for part in asked_in(text) if part.language and part.cost <= PLAINLY_ASKED)
    return next(asked, None)
